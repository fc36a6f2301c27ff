"""Every way of drawing bars, over ordinary and awkward bars at every zoom."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.document import BarStyle
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.scene import marks
from charting.scene.levels import Levels
from charting.scene.primitives import Area, Group, Path, Primitive, Rects
from charting.scene.styles import STYLES, Shown
from tests.scene.making import look, walk

BARS = walk(500)
HOLES = Bars.of(BARS.time, BARS.open, BARS.high, BARS.low, np.where(np.arange(500) % 7 == 0, np.nan, BARS.close), None, DAY)
FLAT = Bars.of(BARS.time, *[np.full(500, 5000.0)] * 4, None, DAY)


def painted(style: BarStyle, bars: Bars, slots: float) -> tuple[Primitive, ...]:
    levels = Levels()
    view = Viewport(0, 0, 800, 400, 500 - slots, 500, PriceScale(3000, 8000))
    return STYLES[style](Shown(bars, marks.columns(bars, levels, view), view, levels, look()))


def numbers(parts: tuple[Primitive, ...]) -> list[np.ndarray]:
    found: list[np.ndarray] = []
    for part in parts:
        match part:
            case Rects(array):
                found.append(array)
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


def test_averaged_candles_stand_where_the_average_is() -> None:
    bars = Bars.of([0, 86_400], [4000, 5000], [6000, 7000], [4000, 5000], [6000, 7000], None, DAY)
    view = Viewport(0, 0, 200, 400, -0.5, 1.5, PriceScale(3000, 8000))
    levels = Levels()
    *_, up, _ = STYLES["heikin-ashi"](Shown(bars, marks.columns(bars, levels, view), view, levels, look()))
    assert isinstance(up, Rects)
    body = up.array[-1]
    assert body[1] == pytest.approx(view.y((5000 + 7000 + 5000 + 7000) / 4))
    assert body[1] + body[3] == pytest.approx(view.y((5000 + 5000) / 2))
