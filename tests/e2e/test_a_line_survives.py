"""A line drawn by hand is there again after the program was killed half a second later."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from charting.core.document import Drawing, Workspace
from charting.core.theme import theme
from charting.market.demo_workspace import demo_workspace
from tests.e2e.display import Display, Picture, save, wait_for
from tests.e2e.program import Running, running, saved_workspace

pytestmark = pytest.mark.end_to_end

START, END = (0.30, 0.30), (0.52, 0.42)
"""Where the line is drawn, by shares of the window: both in the pane of the bars, whatever docks stand around it."""

PARKED = (0.5, 0.985)
"""Where the mouse rests while pictures are taken: on the status bar."""

HALF_A_SECOND = 0.5


def drawings(workspace: Workspace | None) -> tuple[Drawing, ...]:
    return workspace.drawings.get(workspace.chart.symbol, ()) if workspace else ()


def area(program: Running) -> tuple[slice, slice]:
    """Rows and columns of the screen around the line, with room for an end that the magnet moved."""
    (left, top), (right, bottom) = program.window.at(*START), program.window.at(*END)
    return slice(top - 40, bottom + 40), slice(left, right)


def has_candles(program: Running, picture: Picture) -> bool:
    rising = [rgb(theme(mode).up) for mode in ("dark", "light")]
    return any(bool(close_to(picture[area(program)], colour, 24).sum() > 50) for colour in rising)


def rgb(colour: str) -> NDArray[np.int16]:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.int16)


def close_to(picture: Picture, colour: NDArray[np.int16], tolerance: int) -> NDArray[np.bool_]:
    return (np.abs(picture.astype(np.int16) - colour) <= tolerance).all(axis=2)


def look(display: Display, program: Running, name: str) -> Picture:
    """A still picture of the program with its chart painted, kept in LIONROCK_PICTURES when that is set."""
    display.move(program.window.at(*PARKED))
    picture = display.still_picture("a painted chart", lambda picture: has_candles(program, picture))
    if directory := os.environ.get("LIONROCK_PICTURES"):
        save(picture, Path(directory) / f"{name}.png")
    return picture


def test_a_line_survives_a_kill(display: Display, tmp_path: Path):
    home = tmp_path / "lionrock"
    with running(display, home) as program:
        before = look(display, program, "1 opened")
        display.click(program.window.at(0.45, 0.36))  # the chart has the focus, as after a first look around
        display.key("alt+t")
        display.click(program.window.at(*START))
        display.click(program.window.at(*END))
        time.sleep(HALF_A_SECOND)
        program.kill()

    *others, line = drawings(saved_workspace(home))
    assert len(others) == len(drawings(demo_workspace()))
    assert line.kind == "trend_line"
    assert len(line.anchors) == 2
    assert line.anchors[0].time < line.anchors[1].time
    assert line.anchors[0].price > line.anchors[1].price

    with running(display, home) as program:
        after = look(display, program, "2 started again")
        assert line in drawings(saved_workspace(home))
    assert_line_is_seen(before[area(program)], after[area(program)], line.stroke.colour)


def assert_line_is_seen(before: Picture, after: Picture, colour: str) -> None:
    """The line's colour came in nearly every column between the clicks, and little else changed."""
    changed = (before != after).any(axis=2)
    inked = np.logical_or.reduce([close_to(after, rgb(theme(mode).colour(colour)), 90) for mode in ("dark", "light")])
    columns = (changed & inked).any(axis=0)
    assert columns.mean() > 0.9, f"the line is in {columns.mean():.0%} of the columns"
    assert changed.mean() < 0.1, f"{changed.mean():.0%} of the area changed"


@pytest.mark.parametrize("screen_size", [(1280, 800)])
def test_the_first_window_fits_on_a_small_screen(display: Display, screen_size: tuple[int, int], tmp_path: Path):
    home = tmp_path / "lionrock"
    with running(display, home) as program:
        look(display, program, "3 on a small screen")
        left, top, right, bottom = *program.window.at(0, 0), *program.window.at(1, 1)
        assert (left >= 0, top >= 0, right <= screen_size[0], bottom <= screen_size[1]) == (True,) * 4
        workspace = wait_for("a saved workspace", lambda: saved_workspace(home))
    assert workspace.chart.source == "demo"
    assert {drawing.kind for drawing in drawings(workspace)} >= {"horizontal_line"}
