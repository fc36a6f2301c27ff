"""The line of an indicator is found under the pointer at every zoom, for every way of drawing it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.document import Indicator, Scale
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.values import IndicatorValues
from charting.scene import plotting
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.legend_layout import Subject
from charting.scene.levels import Levels
from charting.scene.primitives import Area, Group, Path
from charting.scene.touching import REACH, lines_of, marks_of, subject_at
from tests.scene.making import chart, look, series_of, walk

BARS = walk(3000)
CACHE, LEVELS = IndicatorValues(), Levels()


def scene_of(first: float, last: float, *panes: tuple[Indicator, ...]) -> ChartScene:
    view = View(first, last, (900, 700))
    return build_chart(
        chart(*panes), (), series_of(BARS), lambda one: CACHE.values(BARS, CACHE.recipe(one)), view, LEVELS, look()
    )


SMA, VOLUME, MACD = Indicator("sma", "sma", {"period": 30}), Indicator("volume", "volume"), Indicator("macd", "macd")


@settings(deadline=None, max_examples=60)
@given(st.integers(100, 2800), st.sampled_from([20, 200, 2000]), st.floats(-REACH * 0.9, REACH * 0.9))
def test_a_line_is_hit_within_reach_at_every_zoom(middle: int, width: int, away: float) -> None:
    scene = scene_of(middle - width / 2, middle + width / 2, (SMA,))
    values = CACHE.values(BARS, CACHE.recipe(SMA))["sma"]
    viewport = scene.panes[0].viewport
    x, y = viewport.x(float(middle)), viewport.y(float(values[middle]))
    assert subject_at(scene, x, y, LEVELS) == Subject("sma")
    reached = subject_at(scene, x, y + away, LEVELS)
    assert reached == Subject("sma") or not scene.panes[0].rect[1] <= y + away < scene.panes[0].rect[1] + scene.panes[0].rect[3]


def test_beside_a_line_there_is_nothing() -> None:
    scene = scene_of(1000, 1100, (SMA,))
    viewport, values = scene.panes[0].viewport, CACHE.values(BARS, CACHE.recipe(SMA))["sma"]
    far = viewport.y(float(values[1050])) + 5 * REACH
    assert subject_at(scene, viewport.x(1050.0), far, LEVELS) is None
    assert subject_at(scene, -5.0, 10.0, LEVELS) is None


def test_columns_give_way_to_lines_and_need_not_be_looked_for() -> None:
    scene = scene_of(1000, 1060, (VOLUME,), (MACD,))
    base, pane = scene.panes[0].viewport, scene.panes[1]
    assert subject_at(scene, base.x(1030.0), base.bottom - 2, LEVELS) == Subject("volume")
    assert subject_at(scene, base.x(1030.0), base.bottom - 2, LEVELS, columns=False) is None
    row = int(np.argmax(np.abs(CACHE.values(BARS, CACHE.recipe(MACD))["histogram"][1000:1060]))) + 1000
    height = float(CACHE.values(BARS, CACHE.recipe(MACD))["histogram"][row])
    assert subject_at(scene, pane.viewport.x(float(row)), pane.viewport.y(height / 2), LEVELS) == Subject("macd")


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_looking_for_any_indicator_and_marking_it_is_sound(kind: str) -> None:
    if CATALOGUE[kind].apart:
        return
    own = CATALOGUE[kind].pane == "own"
    one = Indicator("it", kind)
    try:
        CACHE.values(BARS, CACHE.recipe(one))
    except LookupError:  # one that needs another instrument
        return
    scene = scene_of(1500, 1700, *(((), (one,)) if own else ((one,),)))
    pane, points = marks_of(scene, Subject("it"), LEVELS)
    rect = scene.panes[int(own)].rect
    assert pane == int(own) or not points
    for x, y in points:
        assert math.isfinite(x + y)
        if rect[1] + 1 < y < rect[1] + rect[3] - 1 and rect[0] < x < rect[0] + rect[2]:
            assert subject_at(scene, x, y, LEVELS) == Subject("it")
    for line in lines_of(scene, int(own), LEVELS, columns=True):
        assert line.subject == Subject("it")


def test_marks_stay_on_their_bars_while_the_chart_is_moved() -> None:
    def slots(first: float) -> set[int]:
        scene = scene_of(first, first + 200, (SMA,))
        _, points = marks_of(scene, Subject("sma"), LEVELS)
        return {round(scene.panes[0].viewport.slot(x)) for x, _ in points}

    assert len(slots(1000)) > 5
    both = range(1040, 1190)
    assert {slot for slot in slots(1000) if slot in both} == {slot for slot in slots(1031) if slot in both}


def test_the_leg_under_way_is_drawn_and_hit() -> None:
    zigzag = Indicator("zigzag", "zigzag")
    scene = scene_of(2900, 3010, (zigzag,))
    outputs, viewport = CACHE.values(BARS, CACHE.recipe(zigzag)), scene.panes[0].viewport
    turn = int(np.flatnonzero(np.isfinite(outputs["pivot"]))[-1])
    begin = (viewport.x(turn - outputs["pivot_ago"][turn]), viewport.y(float(outputs["pivot"][turn])))
    end = (viewport.x(2999 - outputs["extreme_ago"][-1]), viewport.y(float(outputs["extreme"][-1])))
    (path,) = plotting.over(scene.panes[0].plotted[0], BARS, viewport, LEVELS, look())
    assert isinstance(path, Path)
    assert path.points[-2:].tolist() == [[begin[0] + 0.5, begin[1]], [end[0] + 0.5, end[1]]]
    assert subject_at(scene, (begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2, LEVELS) == Subject("zigzag")
    earlier = scene_of(1000, 1100, (zigzag,))
    (path,) = plotting.over(earlier.panes[0].plotted[0], BARS, earlier.panes[0].viewport, LEVELS, look())
    assert isinstance(path, Path)
    assert path.points[-1].tolist() != [end[0] + 0.5, end[1]]


@pytest.mark.parametrize("inverted", [False, True])
def test_the_mark_of_a_bar_is_hit_where_it_is_painted(inverted: bool) -> None:
    """Beyond the low on the screen, which is above the bar on an inverted scale."""
    one, view = Indicator("it", "cdldoji"), View(1000.0, 1040.0, (900, 700))
    made = chart((one,))
    made = replace(made, panes=(replace(made.panes[0], scale=Scale(inverted=inverted)),))
    values = {"cdldoji": np.zeros(len(BARS), np.int32)}
    values["cdldoji"][1020] = 100
    scene = build_chart(made, (), series_of(BARS), lambda _: values, view, Levels(), look())
    groups = [part for part in scene.primitives if isinstance(part, Group)]
    (mark,) = [part for group in groups for part in group.items if isinstance(part, Area) and len(part.points) == 3]
    x, y = mark.points.mean(axis=0).tolist()
    assert subject_at(scene, x, y, Levels()) == Subject("it")
    _, ((marked_x, marked_y),) = marks_of(scene, Subject("it"), Levels())
    assert (marked_x, marked_y) == pytest.approx((x, y), abs=5)


def test_what_a_collapsed_pane_does_not_draw_is_neither_hit_nor_marked() -> None:
    made = chart((), (MACD,))
    made = replace(made, panes=(made.panes[0], replace(made.panes[1], collapsed=True)))
    lookup = lambda one: CACHE.values(BARS, CACHE.recipe(one))  # noqa: E731
    scene = build_chart(made, (), series_of(BARS), lookup, View(1000, 1060, (900, 700)), LEVELS, look())
    viewport, (left, top, width, height) = scene.panes[1].viewport, scene.panes[1].rect
    assert height > 0
    assert marks_of(scene, Subject("macd"), LEVELS)[1] == ()
    line = CACHE.values(BARS, CACHE.recipe(MACD))["macd"]
    assert subject_at(scene, viewport.x(1030.0), min(max(viewport.y(float(line[1030])), top), top + height - 1), LEVELS) is None
    assert left <= viewport.x(1030.0) < left + width
