"""Each drawing tool in a real window, with a real mouse: chosen, placed, moved by a key, taken back, killed, there again."""

from __future__ import annotations

from pathlib import Path

import pytest

from charting.core.document import Drawing
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Tool
from tests.e2e.display import Display, wait_for
from tests.e2e.program import Running, running, saved_workspace
from tests.e2e.test_a_line_survives import drawings, look

pytestmark = pytest.mark.end_to_end

CLICKS = ((0.20, 0.50), (0.28, 0.35), (0.34, 0.46), (0.40, 0.30), (0.46, 0.42), (0.52, 0.28), (0.58, 0.38))
"""Where clicks go, by shares of the window: in the pane of the bars, whatever docks stand around it."""
WORDS = ("text", "callout", "dated_note", "price_label")
"""Kinds that open a field for words when they are placed."""


def hands(program: Running, tool: Tool) -> list[str | int]:
    """What xdotool does for one tool: find it by its name, click its points, type where it asks for words."""
    choose = [
        "key",
        "ctrl+k",
        "sleep",
        0.12,
        "type",
        "--args",
        1,
        "--delay",
        4,
        tool.title,
        "sleep",
        0.06,
        "key",
        "Return",
        "sleep",
        0.06,
    ]
    points = [program.window.at(*click) for click in CLICKS]
    if tool.freehand:
        clicks: list[str | int] = ["mousemove", *points[0], "mousedown", 1]
        for point in points[1:]:
            clicks += ["sleep", 0.02, "mousemove", *point]
        return [*choose, *clicks, "sleep", 0.02, "mouseup", 1, "sleep", 0.05]
    many = tool.max_anchors > tool.anchors
    clicks = []
    for x, y in points[: 4 if many else tool.anchors]:
        clicks += ["mousemove", x - 3, y - 2, "mousemove", x, y, "sleep", 0.02, "click", 1, "sleep", 0.04]
    ending: list[str | int] = ["key", "Return"] if many else []
    if tool.kind in WORDS:
        ending = ["sleep", 0.1, "type", "--args", 1, "--delay", 4, "Words"]
        ending += ["key", "ctrl+Return"]
    return [*map(str, choose), *clicks, *ending, "sleep", 0.05]


def said(drawing: Drawing) -> Drawing | None:
    """The drawing once it has its words."""
    return drawing if drawing.parameters.get("text") == "Words" else None


def test_each_tool_is_placed_moved_and_there_again(display: Display, tmp_path: Path) -> None:
    home = tmp_path / "lionrock"
    with running(display, home) as program:
        look(display, program, "every tool 1")
        display.click(program.window.at(0.45, 0.60))
        began = len(drawings(wait_for("a saved workspace", lambda: saved_workspace(home))))

        def made() -> list[str]:
            return [one.kind for one in drawings(saved_workspace(home))[began:]]

        for tool in TOOLS.values():
            display.xdotool(*hands(program, tool))
        wanted = [tool.makes for tool in TOOLS.values()]
        wait_for("every drawing in the file", lambda: made() == wanted or None)
        last = wait_for("the words of the last one", lambda: said(drawings(saved_workspace(home))[-1]))
        display.key("shift+Right")  # the last one is selected: ten bars on
        wait_for(
            "the moved drawing in the file",
            lambda: drawings(saved_workspace(home))[-1].anchors[0].time > last.anchors[0].time or None,
        )
        for _ in range(2):  # the move, and the drawing itself
            display.key("ctrl+z")
        wait_for("a drawing less", lambda: made() == wanted[:-1] or None)
        display.key("ctrl+shift+z")
        wait_for("the drawing back", lambda: drawings(saved_workspace(home))[-1] == last or None)
        kept = drawings(saved_workspace(home))
        look(display, program, "every tool 2")
        program.kill()

    with running(display, home) as program:
        look(display, program, "every tool 3")
        assert drawings(saved_workspace(home)) == kept
