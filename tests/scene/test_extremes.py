"""The marks at the highest and lowest price in view keep clear of drawings' texts and of the legend, and are never missing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.document import Chart, Indicator, Scale
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.indicators.values import IndicatorValues
from charting.scene.chart import ChartScene, build_chart
from charting.scene.extremes import BESIDE, extremes
from charting.scene.legend_layout import legend_lines
from charting.scene.legend_room import LegendRoom
from charting.scene.levels import Levels
from charting.scene.marks import Columns, visible_rows
from charting.scene.panes import View
from charting.scene.primitives import Group, Primitive, Rect, Rects, Text
from tests.scene.making import chart, look, series_of, walk

VIEW = Viewport(0, 0, 400, 200, -0.5, 3.5, PriceScale(0, 10))
X = np.array([50.0, 150.0, 250.0, 350.0])
BARS = walk(400)
INDICATORS = (Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 50}))


class NoLegend(LegendRoom):
    def __init__(self) -> None:
        pass

    def covers(self, rect: Rect) -> bool:
        return False


def marks(high: list[float], low: list[float], taken: list[Rect], x: np.ndarray = X) -> tuple[Primitive, ...]:
    shown = Columns(x, np.array(low), np.array(high), np.array(low), np.array(high), np.ones(4), 100.0)
    boxes = np.array([[x, y, x + width, y + height] for x, y, width, height in taken], dtype=np.float64).reshape(-1, 4)
    return extremes(shown, VIEW, 2, boxes, NoLegend(), look())


def texts(high: list[float], low: list[float], taken: list[Rect]) -> list[tuple[str, str]]:
    return [(part.text, part.horizontal) for part in marks(high, low, taken) if isinstance(part, Text)]


def test_both_prices_stand_on_the_roomier_side() -> None:
    assert texts([5, 6, 7, 9], [1, 2, 3, 4], []) == [("9.00", "right"), ("1.00", "left")]


def test_a_text_in_the_way_sends_it_to_the_other_side_and_two_further_inwards() -> None:
    high, low = [5, 9, 7, 6], [1, 2, 3, 4]
    right, left = (170.0, 15.0, 60.0, 12.0), (70.0, 15.0, 60.0, 12.0)
    assert texts(high, low, [right])[0] == ("9.00", "right")
    leaders, text, *_ = marks(high, low, [right, left])
    assert isinstance(leaders, Rects)
    assert isinstance(text, Text)
    assert text.y > 27
    level, upright = leaders.array.tolist()
    assert level[1] == text.y
    assert (upright[1], upright[1] + upright[3]) == (20, text.y)  # from the price itself to where it is written
    assert 150 + 3 < upright[0] <= 150 + BESIDE
    assert texts(high, low, [(0.0, 0.0, 400.0, 190.0)]) == []


def test_a_bar_that_is_half_in_view_is_marked_too() -> None:
    *_, text = marks([5, 6, 7, 8], [1, 2, 3, 4], [], np.array([-10.0, 90.0, 190.0, 290.0]))
    assert isinstance(text, Text)
    assert text.text == "1.00"
    assert text.x >= VIEW.left


def test_a_price_off_a_scale_held_by_hand_is_not_in_view() -> None:
    assert texts([5, 6, 7, 11], [1, 2, 3, 4], []) == [("1.00", "left")]


@pytest.mark.parametrize("hole", [np.nan, np.inf])
def test_holes_are_no_extremes(hole: float) -> None:
    assert texts([5, hole, 7, 6], [1, hole, 3, 4], []) == [("7.00", "right"), ("1.00", "left")]
    assert texts([hole] * 4, [hole] * 4, []) == []


def scene_of(made: Chart, first: float, last: float, size: tuple[int, int]) -> ChartScene:
    cache = IndicatorValues()
    lookup = lambda one: cache.values(BARS, cache.recipe(one))  # noqa: E731
    return build_chart(made, (), series_of(BARS), lookup, View(first, last, size), Levels(), look())


def written(items: tuple[Primitive, ...], wanted: set[str]) -> list[Text]:
    found: list[Text] = []
    for item in items:
        if isinstance(item, Group):
            found += written(item.items, wanted)
        elif isinstance(item, Text) and item.size < 1 and item.text in wanted:
            found.append(item)
    return found


@given(
    first=st.floats(-4, 380),
    count=st.floats(10, 300),
    width=st.integers(700, 1600),
    inverted=st.booleans(),
    folded=st.booleans(),
    row=st.integers(0, 399),
)
def test_both_are_written_clear_of_the_legend_whatever_bar_it_tells_of(
    first: float, count: float, width: int, inverted: bool, folded: bool, row: int
) -> None:
    made = chart(INDICATORS)
    pane = replace(made.panes[0], scale=Scale(inverted=inverted), legend_folded=folded)
    scene = scene_of(replace(made, panes=(pane,)), first, first + count, (width, 600))
    shown = slice(*visible_rows(scene.price_pane.viewport, len(BARS)))
    low, high = float(BARS.low[shown].min()), float(BARS.high[shown].max())
    found = written(scene.primitives, {look().formats.price(price, 2) for price in (low, high)})
    assert len(found) == 2
    size = look().metrics
    for text in found:
        across = size.width(text.text) * text.size
        left = text.x if text.horizontal == "left" else text.x - across
        for line in legend_lines(scene, row, look()):
            end = line.run.x + sum(size.width(part) for part, _ in line.run.parts)
            apart = abs(line.run.y - text.y) >= size.height * (1 + text.size) / 2 - 1
            assert line.folds or apart or left >= end or left + across <= line.run.x
