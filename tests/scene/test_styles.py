"""Every way of drawing bars, over ordinary and awkward bars at every zoom."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.document import BarStyle, PriceMadeStyle
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.core.theme import mix
from charting.core.viewport import Viewport
from charting.indicators.own.heikin_ashi import Averaged
from charting.scene import marks
from charting.scene.levels import Levels
from charting.scene.primitives import Area, Group, Path, Primitive, Rects, Uprights
from charting.scene.styles import AREAS, STYLES, Shown
from tests.scene.making import boxes_of, look, walk

BARS = walk(500)
HOLES = Bars.of(BARS.time, BARS.open, BARS.high, BARS.low, np.where(np.arange(500) % 7 == 0, np.nan, BARS.close), None, DAY)
FLAT = Bars.of(BARS.time, *[np.full(500, 5000.0)] * 4, None, DAY)


def painted(style: BarStyle, bars: Bars, slots: float) -> tuple[Primitive, ...]:
    levels = Levels()
    view = Viewport(0, 0, 800, 400, 500 - slots, 500, PriceScale(3000, 8000))
    return drawn(style, Shown(bars, marks.columns(bars, levels, view), view, levels, look()))


def drawn(style: BarStyle, shown: Shown) -> tuple[Primitive, ...]:
    """All that a style draws: its areas beneath everything, and the rest."""
    areas = AREAS[style](shown) if style in AREAS else ()
    return *areas, *STYLES[style](shown)


def numbers(parts: tuple[Primitive, ...]) -> list[np.ndarray]:
    found: list[np.ndarray] = []
    for part in parts:
        match part:
            case Rects() | Uprights():
                found.append(boxes_of((part,)))
            case Path(points) | Area(points):
                found.append(points[np.isfinite(points[:, 1])])
            case Group(_, items):
                found += numbers(items)
    return found


def test_every_style_of_the_document_can_be_drawn() -> None:
    assert set(STYLES) == set(get_args(BarStyle))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("slots", [5, 60, 390, 3000])
@pytest.mark.parametrize(
    "bars", [BARS, HOLES, FLAT, BARS.slice(0, 0), BARS.slice(0, 1)], ids=["plain", "holes", "flat", "none", "one"]
)
def test_every_style_paints_finite_numbers(style: BarStyle, slots: float, bars: Bars) -> None:
    arrays = numbers(painted(style, bars, slots))
    assert all(np.isfinite(array).all() for array in arrays)
    if bars is BARS:
        assert sum(len(array) for array in arrays) > 0


@pytest.mark.parametrize("style", [style for style in STYLES if style not in get_args(PriceMadeStyle)])
@pytest.mark.parametrize("slots", [390.0, 5000.0, 20_000.0])
@pytest.mark.parametrize("rising", [True, False])
@pytest.mark.parametrize("inverted", [False, True])
def test_a_spike_of_one_bar_never_disappears(style: BarStyle, slots: float, rising: bool, inverted: bool) -> None:
    """Of everything painted, what reaches furthest is the spike; where columns stand, only the end away from their foot."""
    closes = 5000 + 10 * np.sin(np.arange(20_000.0))
    closes[19_777] = 7000 if rising else 3100
    bars = Bars.of(np.arange(20_000) * 86_400, closes, closes, closes, closes, None, DAY)
    levels = Levels()
    view = Viewport(0, 0, 800, 400, 20_000 - slots, 20_000, PriceScale(3000, 8000, inverted=inverted))
    found = numbers(drawn(style, Shown(bars, marks.columns(bars, levels, view), view, levels, look())))
    ends = np.concatenate([part[:, 1] for part in found] + [part[:, 1] + part[:, 3] for part in found if part.shape[1] == 4])
    if style == "heikin-ashi":  # it shows what the average makes of the spike
        bars = Averaged(bars).bars
    spike = view.y(float((bars.high if rising else bars.low)[19_777]))
    upwards = rising != inverted
    if style == "columns" and not upwards:
        return  # shorter than its neighbours, it stands among them
    if style in ("area", "columns", "baseline") and not upwards:
        ends = ends[ends < view.bottom]
    assert (ends.min() if upwards else ends.max()) == pytest.approx(spike, abs=2)


def test_averaged_candles_stand_where_the_average_is() -> None:
    bars = Bars.of([0, 86_400], [4000, 5000], [6000, 7000], [4000, 5000], [6000, 7000], None, DAY)
    view = Viewport(0, 0, 200, 400, -0.5, 1.5, PriceScale(3000, 8000))
    levels = Levels()
    *_, up, _ = STYLES["heikin-ashi"](Shown(bars, marks.columns(bars, levels, view), view, levels, look()))
    assert isinstance(up, Rects)
    body = up.array[-1]
    assert body[1] == pytest.approx(view.y((5000 + 7000 + 5000 + 7000) / 4))
    assert body[1] + body[3] == pytest.approx(view.y((5000 + 5000) / 2))


@pytest.mark.parametrize("style", ["line", "area", "baseline"])
def test_a_close_without_neighbours_is_a_stroke_as_wide_as_its_bar(style: BarStyle) -> None:
    closes = np.array([np.nan, 5000.0, np.nan, 5000.0, 5100.0, np.nan])
    bars = Bars.of(BARS.time[:6], closes, closes, closes, closes, None, DAY)
    view = Viewport(0, 0, 600, 400, -0.5, 5.5, PriceScale(3000, 8000))
    levels = Levels()
    found = numbers(drawn(style, Shown(bars, marks.columns(bars, levels, view), view, levels, look())))
    level = [part for part in found if part.shape == (2, 2) and part[0, 1] == part[1, 1] == view.y(5000.0)]
    assert level
    assert all(part[:, 0].tolist() == pytest.approx([150 - 40, 150 + 40], abs=1) for part in level)


@pytest.mark.parametrize("slots", [5.0, 60.0, 390.0, 600.0, 3000.0])
@pytest.mark.parametrize("first", [0.0, 1000.3, 1700.0])
@pytest.mark.parametrize("holes", [False, True])
@pytest.mark.parametrize("step", [1, 0, -1])
def test_columns_are_coloured_by_the_last_close_before_whether_it_is_in_view_or_not(
    slots: float, first: float, holes: bool, step: int
) -> None:
    """The leftmost one too, those beside holes, and those beside pixels that no bar has."""
    closes = 5000.0 + step * np.arange(5000.0) / 10
    if holes:
        closes[np.arange(5000) % 9 < 2] = np.nan
    bars = Bars.of(np.arange(5000) * 86_400, closes, closes, closes, closes, None, DAY)
    levels = Levels()
    view = Viewport(0, 0, 800, 400, first, first + slots, PriceScale(3000, 8000))
    found = STYLES["columns"](Shown(bars, marks.columns(bars, levels, view), view, levels, look()))
    falling, rising = (mix(colour, look().theme.chart, 0.75) for colour in (look().theme.down, look().theme.up))
    wrong = rising if step < 0 else falling
    count = 0
    for part in found:
        if isinstance(part, Rects) and part.colour == wrong:
            count += len(part.array)
        elif isinstance(part, Uprights):
            places = np.flatnonzero(part.bottom > part.top)
            which = part.shades[places] if part.shades is not None else np.zeros(len(places), np.intp)
            count += sum(part.colours[number] == wrong for number in which.tolist())
    assert count == (1 if step < 0 and first == 0.0 else 0), "the first of all counts as risen"
