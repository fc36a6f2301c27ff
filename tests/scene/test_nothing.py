"""A chart whose bars are none says so."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from charting.core.document import BarStyle, PriceMadeStyle
from charting.indicators.values import IndicatorValues
from charting.scene.chart import build_chart
from charting.scene.levels import Levels
from charting.scene.nothing import NO_BARS, TOO_STILL
from charting.scene.panes import View
from charting.scene.primitives import Group, Primitive, Text
from charting.scene.series import in_style
from tests.scene.making import chart, look, series_of, walk

SENTENCES = (*NO_BARS, *TOO_STILL)


def said(style: BarStyle, count: int) -> list[str]:
    series = in_style(series_of(walk(400).slice(0, count)), style)
    made = replace(chart(()), style=style)
    cache = IndicatorValues()
    lookup = lambda one: cache.values(series.bars, cache.recipe(one))  # noqa: E731
    scene = build_chart(made, (), series, lookup, View(-10.0, 10.0, (640, 480)), Levels(), look())
    return [item.text for item in texts(scene.primitives) if item.text in SENTENCES]


def texts(items: tuple[Primitive, ...]) -> list[Text]:
    found: list[Text] = []
    for item in items:
        if isinstance(item, Group):
            found += texts(item.items)
        elif isinstance(item, Text):
            found.append(item)
    return found


@pytest.mark.parametrize("style", get_args(BarStyle))
def test_a_chart_without_bars_says_why(style: BarStyle) -> None:
    made_by_prices = style in get_args(PriceMadeStyle)
    assert said(style, 0) == list(TOO_STILL if made_by_prices else NO_BARS)
    assert said(style, 400) == []


def test_one_bar_makes_no_brick_and_the_chart_says_so() -> None:
    assert said("renko", 1) == list(TOO_STILL)
    assert said("candles", 1) == []
