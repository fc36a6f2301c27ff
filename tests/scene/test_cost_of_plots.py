"""What drawing an indicator takes does not depend on how many bars are in view: ten million must be as quick as a thousand."""

from __future__ import annotations

import tracemalloc
from functools import cache
from typing import get_args

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.document import BarStyle, Indicator, Pane, PriceMadeStyle
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.indicators.catalogue import CATALOGUE, kind_of
from charting.indicators.declaration import IndicatorProblem, Outputs
from charting.indicators.values import IndicatorValues
from charting.scene import marks, plots, plotting
from charting.scene.levels import Levels
from charting.scene.styles import STYLES, Shown
from tests.scene.making import look, walk

COUNT = 60_000
BARS = walk(COUNT)
WIDTH = 400
LEAST = 8 * COUNT
"""Bytes that one number a bar takes: whoever makes as much looked at all of them."""


@cache
def values_of(kind: str) -> Outputs:
    return IndicatorValues().values(BARS, Indicator("a", kind))


def styles_in_view(style: BarStyle, bars: Bars, first: float, levels: Levels) -> None:
    slots = marks.slots_in_view(first, first + COUNT - 2_000, WIDTH)
    view = Viewport(0, 0, WIDTH, 300, *slots, PriceScale(1_000.0, 9_000.0))
    STYLES[style](Shown(bars, marks.columns(bars, levels, view), view, levels, look()))


@pytest.mark.parametrize("style", [style for style in get_args(BarStyle) if style not in get_args(PriceMadeStyle)])
def test_all_bars_in_view_are_drawn_in_every_style_without_looking_at_each(style: BarStyle) -> None:
    """While they are panned, and when trades change or add one."""
    levels = Levels()
    styles_in_view(style, BARS.slice(0, COUNT - 3), 0.0, levels)
    styles_in_view(style, BARS.slice(0, COUNT - 2), 0.0, levels)
    tracemalloc.start()
    styles_in_view(style, BARS.slice(0, COUNT - 2), 700.0, levels)
    styles_in_view(style, BARS.slice(0, COUNT - 1), 700.0, levels)
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found < LEAST


def needed(kind: str) -> int:
    """Bytes that are taken at most while all bars are panned by a few pixels."""
    (shown,) = plots.plotted(Pane("p", indicators=(Indicator("a", kind),)), lambda _: values_of(kind))
    levels = Levels()

    def draw(first: float) -> None:
        slots = marks.slots_in_view(first, first + COUNT - 2_000, WIDTH)
        view = Viewport(0, 0, WIDTH, 300, *slots, PriceScale(1_000.0, 9_000.0))
        plotting.under(shown, BARS, view, levels, look())
        plotting.over(shown, BARS, view, levels, look())

    with np.errstate(invalid="ignore"):
        draw(0.0)  # what is found out once
        tracemalloc.start()
        draw(700.0)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return found


@pytest.mark.parametrize("kind", [kind for kind in CATALOGUE if not any(one.is_symbol for one in kind_of(kind).parameters)])
def test_all_bars_in_view_are_drawn_without_looking_at_each(kind: str) -> None:
    try:
        values_of(kind)
    except IndicatorProblem:
        pytest.fail("it must be computable from bars alone")
    assert needed(kind) < LEAST
