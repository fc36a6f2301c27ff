"""Bars as rectangles: every visible extreme is there, at every zoom."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.core.theme import theme
from charting.core.viewport import Viewport
from charting.scene import marks
from charting.scene.levels import Levels
from charting.scene.primitives import Rects
from tests.scene.making import boxes_of, walk

BARS = walk(3000)
THEME = theme("dark")


def viewport(first: float, last: float, inverted: bool = False) -> Viewport:
    low, high = float(BARS.low.min()), float(BARS.high.max())
    return Viewport(0, 0, 400, 300, first, last, PriceScale(low, high, "linear", inverted))


@example(first=-1.999999999999993, width=250.0, inverted=False, hair=2)
@given(first=st.floats(-50, 2900), width=st.floats(5, 4000), inverted=st.booleans(), hair=st.sampled_from([1, 2, 3]))
def test_the_extremes_of_every_bar_in_view_are_painted(first: float, width: float, inverted: bool, hair: int) -> None:
    view = viewport(first, first + width, inverted)
    rects = boxes_of(marks.candles(marks.columns(BARS, Levels(), view), view, THEME, hair))
    start, stop = marks.visible_rows(view, len(BARS))
    x = np.floor(view.x(np.arange(start, stop, dtype=np.float64)))
    for column in np.unique(x[(x >= 0) & (x < 400)]):
        inside = np.flatnonzero(x == column) + start
        wanted = np.round(np.sort([view.y(BARS.high[inside].max()), view.y(BARS.low[inside].min())]))
        # A bar exactly between two pixels may stand in either.
        here = rects[(rects[:, 0] <= column + 1) & (column - 1 < rects[:, 0] + rects[:, 2])]
        assert here[:, 1].min() <= wanted[0] + 1
        assert (here[:, 1] + here[:, 3]).max() >= wanted[1] - 1


def test_candles_rise_and_fall_in_their_colours_and_doji_rise() -> None:
    bars = Bars.of([0, 86_400, 172_800], [10, 12, 11], [13, 13, 12], [9, 10, 10], [12, 10, 11], None, DAY)
    view = Viewport(0, 0, 300, 100, -0.5, 2.5, PriceScale(8, 14))
    parts = [part for part in marks.candles(marks.columns(bars, Levels(), view), view, THEME, 1) if isinstance(part, Rects)]
    assert [part.colour for part in parts] == [THEME.up, THEME.down, THEME.up, THEME.down]  # wicks, and bodies upon them
    assert [len(part.array) for part in parts] == [2, 1, 2, 1]
    wick, body = parts[0].array[0], parts[2].array[0]
    assert wick.tolist() == pytest.approx([50, round(100 / 6), 1, round(100 * 5 / 6) - round(100 / 6)])
    assert body[1] == round(view.y(12.0))
    assert body[0] + (body[2] - 1) / 2 == 50  # symmetric about the wick


def test_rows_without_volume_show_none() -> None:
    volume = np.array([5.0, np.nan, 0.0, 10.0])
    bars = Bars.of(np.arange(4) * 86_400, [1] * 4, [2] * 4, [1] * 4, [2] * 4, volume, DAY)
    view = Viewport(0, 0, 80, 100, -0.5, 3.5, PriceScale(0, 10))
    rects = boxes_of(marks.volume(marks.columns(bars, Levels(), view), view, THEME))
    assert rects[:, 1:4:2].tolist() == [[50.0, 50.0], [0.0, 100.0]]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("width", [6.0, 4000.0])
def test_holes_are_left_out(bad: float, width: float) -> None:
    high = BARS.high.copy()
    high[100:140] = bad
    bars = Bars.of(BARS.time, BARS.open, high, BARS.low, BARS.close, BARS.volume, DAY)
    view = viewport(110, 110 + width)
    rects = boxes_of(marks.candles(marks.columns(bars, Levels(), view), view, THEME, 1))
    assert np.isfinite(rects).all()


@given(first=st.floats(-50, 2900), width=st.floats(5, 4000))
def test_a_line_keeps_the_extremes_of_every_column(first: float, width: float) -> None:
    view = viewport(first, first + width)
    points = marks.line(BARS.close, Levels().values(BARS.close), view)
    start, stop = marks.visible_rows(view, len(BARS))
    known = points[np.isfinite(points[:, 1])]
    if start < stop and len(known):
        inside = BARS.close[start + 1 : stop - 1]
        assert known[:, 1].min() <= view.y(inside).min(initial=np.inf) + 1
        assert known[:, 1].max() >= view.y(inside).max(initial=-np.inf) - 1


@pytest.mark.parametrize("extremes", [True, False])
def test_where_bars_share_pixels_a_line_begins_and_ends_with_its_columns(extremes: bool) -> None:
    """An area beneath it else left the first of them bare."""
    view = viewport(500, 2500)
    points = marks.line(BARS.close, Levels().values(BARS.close), view, extremes=extremes)
    assert (points[0, 0], points[-1, 0]) == (view.left, view.right)


def test_a_histogram_stands_on_zero_both_ways() -> None:
    values = np.array([1.0, -2.0, np.nan, 0.0])
    view = Viewport(0, 0, 80, 100, -0.5, 3.5, PriceScale(-2, 2))
    up, down = marks.histogram(values, Levels().values(values), view, THEME, 1)
    assert isinstance(up, Rects)
    assert isinstance(down, Rects)
    assert up.array[:, [1, 3]].tolist() == [[25.0, 25.0]]
    assert down.array[:, [1, 3]].tolist() == [[50.0, 50.0]]


@pytest.mark.parametrize("slack", [0.0, 1e-8, -1e-8])
def test_a_bar_that_ends_where_the_view_begins_is_not_in_it(slack: float) -> None:
    assert marks.rows_between(9.5 + slack, 19.5 + slack, 100) == (10, 20)
    assert marks.rows_between(9.4 + slack, 19.6 + slack, 100) == (9, 21)
    assert marks.rows_between(-0.5 + slack, 4.5 + slack, 3) == (0, 3)
    assert marks.rows_between(200.0, 300.0, 100) == (200, 200)
