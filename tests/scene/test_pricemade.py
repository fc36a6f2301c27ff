"""Bars that prices made, as they are painted."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from charting.core import transforms
from charting.core.bars import Bars
from charting.core.document import PriceMadeStyle
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.scene import marks, pricemade
from charting.scene.chart import style_of
from charting.scene.legend import title_line
from charting.scene.levels import Levels
from charting.scene.primitives import Path, Rects
from charting.scene.series import in_style
from tests.scene.making import chart, look, series_of, walk

STYLES: tuple[PriceMadeStyle, ...] = get_args(PriceMadeStyle)
BARS = walk(500)


def view(count: float, low: float = 2000, high: float = 9000, width: int = 1600) -> Viewport:
    return Viewport(0, 0, width, 1000, -0.5, count - 0.5, PriceScale(low, high))


@pytest.mark.parametrize("style", STYLES)
def test_a_series_is_shown_as_its_style_needs_it(style: PriceMadeStyle) -> None:
    series = series_of(BARS)
    made = in_style(series, style)
    assert made.made is not None
    assert made.made.style == style
    assert made.last == BARS.close[-1]
    assert len(made.axis) == len(made.bars) > 0
    assert made.axis.slot(made.bars.time.astype(np.float64)).tolist() == list(range(len(made.bars)))
    assert not made.is_made_as(series)
    assert made.is_made_as(in_style(series, style))
    assert len(title_line(made, look())) == 3
    assert style_of(chart(), made, Levels()) == style


def test_bars_of_time_are_handed_on() -> None:
    series = series_of(BARS)
    assert in_style(series, "candles") is series
    assert series.last == BARS.close[-1]


def test_an_x_or_an_o_stands_at_every_box() -> None:
    columns = transforms.point_and_figure(BARS, 100)
    viewport = view(len(columns))
    shown = marks.columns(columns, Levels(), viewport)
    crosses, noughts = pricemade.point_and_figure(shown, 100, viewport, look())
    assert isinstance(crosses, Path)
    assert isinstance(noughts, Path)
    boxes = np.round((columns.high - columns.low) / 100) + 1
    rising = columns.close > columns.open
    assert len(crosses.points) == 6 * boxes[rising].sum()
    assert len(noughts.points) == 18 * boxes[~rising].sum()
    heights = np.nanmin(noughts.points[:, 1]), np.nanmax(noughts.points[:, 1])
    assert heights[0] > viewport.y(float(columns.high[~rising].max()) + 50)
    assert heights[1] < viewport.y(float(columns.low[~rising].min()) - 50)


@pytest.mark.parametrize("box", [1e-6, 1.0])
def test_boxes_too_small_to_read_are_bodies(box: float) -> None:
    columns = transforms.point_and_figure(BARS, 100)
    viewport = view(len(columns))
    shown = marks.columns(columns, Levels(), viewport)
    assert all(isinstance(part, Rects) for part in pricemade.point_and_figure(shown, box, viewport, look()))


def test_a_kagi_line_is_unbroken() -> None:
    lines = transforms.kagi(BARS, 100)
    viewport = view(len(lines))
    shown = marks.columns(lines, Levels(), viewport)
    thin, thick = pricemade.kagi(lines, shown, viewport, look())
    assert isinstance(thin, Rects)
    assert isinstance(thick, Rects)
    rects = np.concatenate((thin.array, thick.array))
    x = np.floor(viewport.x(np.arange(len(lines), dtype=np.float64)))
    for row in range(len(lines)):
        top, bottom = viewport.y(float(lines.high[row])), viewport.y(float(lines.low[row]))
        for y in np.linspace(top, bottom, 9):
            left, up = rects[:, 0], rects[:, 1]
            inside = (left <= x[row]) & (x[row] < left + rects[:, 2]) & (up <= y + 1) & (y - 1 < up + rects[:, 3])
            assert inside.any()


def test_bricks_do_not_touch_and_have_one_height() -> None:
    bricks = transforms.renko(BARS, 100)
    viewport = view(len(bricks), width=8 * len(bricks))
    parts = pricemade.bodies(marks.columns(bricks, Levels(), viewport), viewport, look())
    rects = np.concatenate([part.array for part in parts if isinstance(part, Rects)])
    assert len(rects) == len(bricks)
    assert np.ptp(rects[:, 3]) <= 1
    assert (np.diff(np.sort(rects[:, 0])) > rects[0, 2]).all()


@pytest.mark.parametrize("style", STYLES)
def test_what_has_happened_since_the_last_brick_belongs_to_it_and_only_what_comes_stands_beyond(style: PriceMadeStyle) -> None:
    """A line that ends at the newest bar ends at the last brick, however long the price has been quiet."""
    quiet = np.concatenate([BARS.close, np.full(30, BARS.close[-1])])
    axis = series_of(walk(530)).axis
    series = series_of(Bars.of(axis.bar_times, quiet, quiet, quiet, quiet, None, DAY))
    found = in_style(series, style).axis
    last = len(found) - 1
    assert found.bar_times[-1] <= series.bars.time[499]
    assert found.anchor_slot(series.bars.time[500:].astype(np.float64)).tolist() == [last] * 30
    coming = series.axis.stamps(530, 533).astype(np.float64)
    assert found.anchor_slot(coming).tolist() == found.slot(coming).tolist() == [last + 1, last + 2, last + 3, last + 4]
    assert found.stamps(last + 1, last + 4).tolist() == coming.tolist()
    between = found.slot(series.bars.time[500:].astype(np.float64))
    assert np.all((between > last) & (between < last + 1))
    assert found.time(between).tolist() == pytest.approx(series.bars.time[500:].tolist())
