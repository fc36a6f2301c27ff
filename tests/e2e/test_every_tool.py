"""Each drawing tool in a real window, with a real mouse: chosen, placed, restyled, moved, taken back, killed, there again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from charting.core.document import Anchor, Drawing
from charting.core.theme import theme
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Tool
from tests.e2e.display import Display, Picture, wait_for
from tests.e2e.program import Running, running, saved_workspace
from tests.e2e.test_a_line_survives import close_to, drawings, look, rgb

pytestmark = pytest.mark.end_to_end

CLICKS = ((0.20, 0.50), (0.28, 0.35), (0.34, 0.46), (0.40, 0.30), (0.46, 0.42), (0.52, 0.28), (0.58, 0.38))
"""Where clicks go, by shares of the window: in the pane of the bars, whatever docks stand around it."""
WORDS = ("text", "callout", "dated_note", "price_label")
"""Kinds that open a field for words when they are placed."""
BAR_AT = (0.24, 0.60)
"""Where the bar of the selected drawing is dragged to: out of the way of the clicks."""
COLOUR = ("orange", 5)
"""A colour that no tool begins with, and its place in the menu of colours."""
DONE = "getmouselocation"
"""A question to the server, which has done all before it when it answers: under load it would else do a click and the
move after it at once, and the button would come up where the pointer went later."""
STEPS = ("placed", "restyled", "moved")
"""What is done with each tool, a step of the history each."""


def choose(tool: Tool) -> list[str | int]:
    """Find a tool by its name: all keys go to the same window, in order, so nothing needs to be waited for."""
    return ["key", "ctrl+k", "type", "--args", 1, "--delay", 4, tool.title, "key", "Return"]


def place(program: Running, tool: Tool) -> list[str | int]:
    """Click a tool's points, or draw through them."""
    points = [program.window.at(*click) for click in CLICKS]
    if tool.freehand:
        way: list[str | int] = ["mousemove", *points[0], DONE, "mousedown", 1, DONE]
        for point in points[1:]:
            way += ["mousemove", *point, DONE]
        return [*way, "mouseup", 1, DONE]
    many = tool.max_anchors > tool.anchors
    clicks: list[str | int] = []
    for x, y in points[: 4 if many else tool.anchors]:
        clicks += ["mousemove", x - 3, y - 2, DONE, "mousemove", x, y, DONE, "click", 1, DONE]
    return [*clicks, "key", "Return"] if many else clicks


def bar_in(program: Running, picture: Picture) -> tuple[int, int] | None:
    """The left upper corner of the bar of the selected drawing on the screen, None while there is none."""
    left, top = program.window.at(0.10, 0.16)
    right, bottom = program.window.at(0.72, 0.66)
    ground = close_to(picture[top:bottom, left:right], rgb(theme("dark").raised), 0)
    rows = np.flatnonzero(ground.sum(axis=1) > 150)
    return (left + int(np.flatnonzero(ground[rows[10]])[0]), top + int(rows[0])) if len(rows) > 20 else None


def parked_bar(display: Display, program: Running, parked: tuple[int, int] | None) -> tuple[int, int]:
    """Where the bar of the selected drawing is once it shows; the first time it is dragged to its place, where it stays."""
    goal = parked
    if goal is None:
        left, top = wait_for("the bar of the drawing", lambda: bar_in(program, display.picture()))
        x, y = program.window.at(*BAR_AT)
        display.drag((left + 10, top + 14), (x, y))
        goal = x - 10, y - 14
    wait_for("the bar in its place", lambda: near(bar_in(program, display.picture()), goal))
    return goal


def near(corner: tuple[int, int] | None, goal: tuple[int, int]) -> bool | None:
    """True once the bar is where it was dragged to."""
    return True if corner is not None and max(abs(corner[0] - goal[0]), abs(corner[1] - goal[1])) <= 2 else None


def restyle(display: Display, bar: tuple[int, int]) -> None:
    """Choose a colour in the menu of the bar."""
    button: list[str | int] = ["mousemove", bar[0] + 44, bar[1] + 18, DONE, "click", 1, DONE]
    display.xdotool(*button, "key", *["Down"] * COLOUR[1], "Return")


def words_of(drawing: Drawing) -> object:
    """What a drawing says."""
    return drawing.parameters.get("text", drawing.name)


def test_each_tool_is_placed_restyled_moved_and_there_again(display: Display, tmp_path: Path) -> None:
    home = tmp_path / "lionrock"
    wanted = [tool.makes for tool in TOOLS.values()]
    with running(display, home, "--theme", "dark") as program:
        look(display, program, "every tool 1")
        display.click(program.window.at(0.45, 0.60))
        before = drawings(wait_for("a saved workspace", lambda: saved_workspace(home)))

        def made(count: int) -> tuple[Drawing, ...] | None:
            """What was drawn, once it is that many."""
            found = drawings(saved_workspace(home))[len(before) :]
            return found if len(found) == count else None

        def changed(count: int, number: int) -> tuple[Drawing, ...] | None:
            """The same once a number of them are restyled and moved."""
            found = made(count) or ()
            done = [one.stroke.colour == COLOUR[0] and one.anchors[0] != start for one, start in zip(found, starts, strict=False)]
            return found if done[:number] == [True] * number else None

        starts: list[Anchor] = []
        bar: tuple[int, int] | None = None
        for number, tool in enumerate(TOOLS.values()):
            display.xdotool(*choose(tool), *place(program, tool))
            found = wait_for(f"the {tool.title} in the file", partial(made, number + 1))
            assert [one.kind for one in found] == wanted[: number + 1]
            assert changed(number + 1, number), found[-2]
            starts.append(found[-1].anchors[0])
            if tool.kind in WORDS:
                display.xdotool("type", "--delay", 4, "Words")
                display.xdotool("key", "ctrl+Return")
                wait_for("its words", lambda: True if words_of(drawings(saved_workspace(home))[-1]) == "Words" else None)
            bar = parked_bar(display, program, bar)
            restyle(display, bar)
            wait_for("its colour", lambda: True if drawings(saved_workspace(home))[-1].stroke.colour == COLOUR[0] else None)
            display.xdotool("key", "shift+Right")
        kept = (*before, *wait_for("all of them in another colour and place", partial(changed, len(wanted), len(wanted))))
        look(display, program, "every tool 2")
        steps = len(STEPS) * len(wanted)
        display.xdotool("key", *["ctrl+z"] * steps)
        wait_for("everything taken back", lambda: True if drawings(saved_workspace(home)) == before else None)
        display.xdotool("key", *["ctrl+shift+z"] * steps)
        wait_for("everything back", lambda: True if drawings(saved_workspace(home)) == kept else None)
        program.kill()

    with running(display, home, "--theme", "dark") as program:
        look(display, program, "every tool 3")
        assert drawings(saved_workspace(home)) == kept
