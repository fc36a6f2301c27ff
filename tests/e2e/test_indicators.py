"""Indicators in a real window: switched on, edited, dragged to another pane, removed, and each step taken back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from charting.core.document import Indicator
from charting.core.theme import theme
from tests.e2e.display import Display, Picture, Window, wait_for
from tests.e2e.program import running, saved_workspace
from tests.e2e.test_a_line_survives import PARKED

pytestmark = pytest.mark.end_to_end


def panes(home: Path) -> list[list[Indicator]]:
    """The indicators of each pane, as they are in the file."""
    saved = saved_workspace(home)
    return [] if saved is None else [list(pane.indicators) for pane in saved.chart.panes]


def kinds(home: Path) -> list[list[str]]:
    return [[indicator.kind for indicator in pane] for pane in panes(home)]


def period(home: Path) -> int | None:
    """The period of the RSI as it is in the file."""
    found = [one for pane in panes(home) for one in pane if one.kind == "rsi"]
    return int(str(found[0].parameters.get("period", 14))) if found else None


def borders(picture: Picture, window: Window) -> list[int]:
    """Heights on the screen of the lines across the chart: above, between and below its panes."""
    left, right = window.at(0.2, 0)[0], window.at(0.5, 0)[0]
    wanted = np.array([int(theme("dark").border[at : at + 2], 16) for at in (1, 3, 5)], np.uint8)
    rows = np.flatnonzero((picture[:, left:right] == wanted).all(axis=(1, 2)))
    return [int(row) for row in rows if window.top + 100 < row < window.top + window.height - 40]


def type_in_palette(display: Display, words: str) -> None:
    display.key("ctrl+k")
    display.xdotool("type", "--delay", 8, words)
    display.key("Return")


def test_an_indicator_is_switched_edited_dragged_and_removed(display: Display, tmp_path: Path) -> None:
    home = tmp_path / "lionrock"
    with running(display, home, "--theme", "dark") as program:
        display.still_picture("the first picture")
        wait_for("a saved workspace", lambda: panes(home) or None)
        before = kinds(home)
        display.click(program.window.at(0.3, 0.5))

        display.key("slash")
        display.xdotool("type", "--delay", 8, "rsi")
        display.key("Return")
        wait_for("the indicator in the file", lambda: kinds(home) == [*before, ["rsi"]] or None)
        display.key("Escape")
        display.click(program.window.at(0.3, 0.5))
        display.key("ctrl+z")
        wait_for("the indicator gone", lambda: kinds(home) == before or None)
        display.key("ctrl+shift+z")
        wait_for("the indicator back", lambda: kinds(home) == [*before, ["rsi"]] or None)

        for _ in range(sum(map(len, before)) + 1):
            display.key("ctrl+period")  # goes through all of them, the last one being the RSI
        type_in_palette(display, "Settings of RSI")
        for _ in range(3):
            display.key("Up")  # in the field of the period
        wait_for("another period", lambda: period(home) == 17 or None)
        display.click(program.window.at(0.3, 0.5))
        display.key("ctrl+z")
        wait_for("the period as one step", lambda: period(home) == 14 or None)

        display.move(program.window.at(*PARKED))  # the crosshair lies over the lines
        lines = borders(display.still_picture("the panes"), program.window)
        above, below = lines[-4], lines[-3]  # the last two lie above and below the time axis
        x = program.window.at(0.06, 0)[0]
        display.drag((x, below + 14), (x + 60, (above + below) // 2))
        wait_for("the indicator in the pane above", lambda: kinds(home) == [*before[:-1], [*before[-1], "rsi"]] or None)
        display.key("ctrl+z")
        wait_for("the indicator in its own pane", lambda: kinds(home) == [*before, ["rsi"]] or None)

        type_in_palette(display, "Remove RSI")
        wait_for("the indicator gone again", lambda: kinds(home) == before or None)
        display.key("ctrl+z")
        wait_for("the indicator back at last", lambda: kinds(home) == [*before, ["rsi"]] or None)
        program.kill()
    with running(display, home, "--theme", "dark"):
        display.still_picture("the program again")
        assert kinds(home) == [*before, ["rsi"]]
