"""Scales that have no place for what is in view are linear, say so, and are themselves again as soon as they can be."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Chart, Indicator, Scale, ScaleKind
from charting.core.interval import DAY
from charting.indicators.values import IndicatorValues
from charting.scene.axes import LINEAR, WHY_LINEAR, PriceAxis
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.levels import Levels
from charting.scene.primitives import Group, Primitive, Text
from tests.scene.making import chart, look, series_of, walk

BARS = walk(200)
SPREAD = Indicator("spread", "roc")  # swings about zero
RANGE = Indicator("range", "atr")  # is always above zero


def bars_of(prices: Sequence[float]) -> Bars:
    values = np.array(prices, dtype=np.float64)
    return Bars.of(BARS.time[: len(values)], values, values + 0.5, values - 0.5, values, np.ones(len(values)), DAY)


def scene_of(made: Chart, bars: Bars = BARS, first: float = 100.0, last: float = 200.0) -> ChartScene:
    cache = IndicatorValues()
    lookup = lambda one: cache.values(bars, cache.recipe(one))  # noqa: E731
    return build_chart(made, (), series_of(bars), lookup, View(first, last, (640, 480)), Levels(), look())


def on(made: Chart, pane: int, scale: Scale) -> Chart:
    panes = tuple(replace(one, scale=scale) if index == pane else one for index, one in enumerate(made.panes))
    return replace(made, panes=panes)


def words(items: Sequence[Primitive]) -> list[str]:
    found: list[str] = []
    for item in items:
        if isinstance(item, Group):
            found += words(item.items)
        elif isinstance(item, Text):
            found.append(item.text)
    return found


def axis_of(scene: ChartScene, pane: int = 0) -> PriceAxis:
    return scene.panes[pane].axes[0]


@pytest.mark.parametrize(
    ("prices", "kind", "shown"),
    [
        ([50.0, 60.0, 55.0], "log", "log"),
        ([50.0, 0.0, 55.0], "log", "linear"),
        ([-5.0, -3.0, -4.0], "log", "linear"),
        ([50.0, np.nan, 55.0], "log", "log"),
        ([50.0, np.inf, 55.0], "log", "log"),
        ([50.0, -np.inf, 55.0], "log", "log"),
        ([np.nan, np.nan, np.nan], "log", "log"),
        ([], "log", "log"),
        ([-5.0, -3.0, -4.0], "percent", "linear"),
        ([0.5, 0.5, 0.5], "percent", "percent"),
        ([-5.0, 3.0, -4.0], "percent", "percent"),
        ([-5.0, -3.0, -4.0], "indexed", "linear"),
        ([], "percent", "percent"),
        ([-5.0, -3.0, -4.0], "linear", "linear"),
    ],
)
def test_a_scale_that_cannot_be_is_linear_and_its_axis_says_so(prices: list[float], kind: ScaleKind, shown: ScaleKind) -> None:
    scene = scene_of(on(chart(()), 0, Scale(kind)), bars_of(prices), -0.5, 10.0)
    axis = axis_of(scene)
    assert axis.viewport.scale.kind == shown
    assert axis.chosen == kind
    assert axis.why_linear == ("" if shown == kind else WHY_LINEAR[kind])
    assert (LINEAR in words(scene.primitives)) == (shown != kind)
    assert np.isfinite([axis.viewport.scale.low, axis.viewport.scale.high]).all()


def test_a_pane_of_an_indicator_is_log_where_its_values_are_above_zero() -> None:
    made = on(on(chart((), (SPREAD,), (RANGE,)), 1, Scale("log")), 2, Scale("log"))
    scene = scene_of(made)
    assert [axis_of(scene, pane).viewport.scale.kind for pane in range(3)] == ["linear", "linear", "log"]
    assert [bool(axis_of(scene, pane).why_linear) for pane in range(3)] == [False, True, False]
    assert words(scene.primitives).count(LINEAR) == 1


@pytest.mark.parametrize("last", [-30.0, -10.0, 0.0, 10.0, 30.0])
def test_the_word_stands_clear_of_every_tag(last: float) -> None:
    """At the foot, or above a value that is marked there."""
    prices = [*np.linspace(-30.0, 30.0, 40), last]
    scene = scene_of(on(chart(()), 0, Scale("log")), bars_of(prices), -0.5, 45.0)
    (word,) = (item for item in scene.primitives if isinstance(item, Text) and item.text == LINEAR)
    half = look().metrics.height / 2
    assert all(word.y + half <= tag.rect[1] or word.y - half >= tag.rect[1] + tag.rect[3] for tag in scene.tagged[0].tags)
    assert word.y > scene.panes[0].rect[3] - 6 * half


def test_an_indicators_own_scale_says_so_too() -> None:
    scene = scene_of(chart((replace(SPREAD, scale=Scale("log")),)))
    assert [bool(axis.why_linear) for axis in scene.panes[0].axes] == [False, True]


def test_volumes_stand_on_zero_whatever_was_chosen_and_say_nothing() -> None:
    scene = scene_of(on(chart((), (Indicator("volume", "volume"),)), 1, Scale("log")))
    assert axis_of(scene, 1).viewport.scale.kind == "linear"
    assert not axis_of(scene, 1).why_linear


def test_it_is_log_again_as_soon_as_all_in_view_is_above_zero() -> None:
    prices = [*np.linspace(10.0, 20.0, 50), *np.linspace(-5.0, 20.0, 50)]
    made = on(chart(()), 0, Scale("log"))
    kinds = [axis_of(scene_of(made, bars_of(prices), first, first + 30)).viewport.scale.kind for first in (5.0, 40.0, 5.0)]
    assert kinds == ["log", "linear", "log"]


@pytest.mark.parametrize("bad", [np.inf, -np.inf, np.nan])
def test_a_value_that_is_no_number_takes_nothing_from_the_others(bad: float) -> None:
    values = np.linspace(5.0, 6.0, len(BARS))
    values[150] = bad
    made = on(chart((), (RANGE,)), 1, Scale("log"))
    lookup = lambda one: {"atr": values}  # noqa: E731
    scene = build_chart(made, (), series_of(BARS), lookup, View(100.0, 200.0, (640, 480)), Levels(), look())
    scale = axis_of(scene, 1).viewport.scale
    assert scale.kind == "log"
    assert 4.0 < scale.low < 5.6 < 6.0 < scale.high < 7.0
