"""Scales that hands drag stay within what can be shown."""

from __future__ import annotations

import math

import pytest

from charting.core.document import Scale, ScaleKind, Workspace
from charting.core.history import History
from charting.core.scales import PriceScale
from charting.scene.chart import View, build_chart
from charting.scene.levels import Levels
from charting.view.gestures import ScalePrice, reset_axis, set_axis_scale, set_scale, shifted_scale, stretched_scale
from tests.scene.making import chart, look, series_of, walk
from tests.scene.test_linear_for_now import SPREAD, axis_of, on, scene_of


@pytest.mark.parametrize(
    ("low", "high", "kind"),
    [
        (math.nan, 1.0, "linear"),
        (-math.inf, math.inf, "linear"),
        (1.0, 1.0 + 1e-12, "linear"),
        (5.0, 1.0, "linear"),
        (0.0, 10.0, "log"),
        (1.0, 1e300, "log"),
    ],
)
def test_a_scale_that_shows_nothing_is_not_taken(low: float, high: float, kind: ScaleKind) -> None:
    made = chart()
    history = History(Workspace(1, "Test", made.id, (made,)))
    scene = build_chart(made, (), series_of(walk(50)), lambda _: None, View(0, 50, (400, 300)), Levels(), look())
    set_scale(history, scene, 0, Scale(kind, low=low, high=high))
    assert history.document.chart.panes[0].scale == Scale()
    set_scale(history, scene, 0, Scale(kind, low=10.0, high=20.0))
    assert history.document.chart.panes[0].scale.low == 10.0


def test_a_log_scale_dragged_beyond_all_numbers_is_infinite_without_a_warning() -> None:
    scale = PriceScale(0.001, 12.7, "log")
    for found in (stretched_scale(scale, 400.0), shifted_scale(scale, 200.0)):
        assert (found.low >= 0, found.high) == (True, math.inf)


@pytest.mark.parametrize("kind", ["linear", "log"])
@pytest.mark.parametrize("inverted", [False, True])
def test_dragging_there_and_back_is_where_it_was(kind: ScaleKind, inverted: bool) -> None:
    scale = PriceScale(100.0, 200.0, kind, inverted)
    for there, back in (
        (shifted_scale(scale, 0.3), lambda found: shifted_scale(found, -0.3)),
        (stretched_scale(scale, 1.7), lambda found: stretched_scale(found, 1 / 1.7)),
    ):
        assert there.low < there.high
        assert (there.low, there.high) != (100.0, 200.0)
        assert (back(there).low, back(there).high) == pytest.approx((100.0, 200.0))


def test_an_axis_that_is_linear_for_now_is_dragged_held_and_reset() -> None:
    made = on(chart((), (SPREAD,)), 1, Scale("log"))
    history = History(Workspace(1, "Test", made.id, (made,)))
    scene = scene_of(history.document.chart)
    before = axis_of(scene, 1).viewport.scale
    drag = ScalePrice(history, scene, 1, axis_of(scene, 1), 100.0)
    drag.move(0.0, 140.0)
    held = history.document.chart.panes[1].scale
    assert held.kind == "log"
    assert held.low is not None
    assert held.low < before.low < 0
    scene = scene_of(history.document.chart)
    assert (axis_of(scene, 1).viewport.scale.kind, axis_of(scene, 1).viewport.scale.low) == ("linear", held.low)
    assert axis_of(scene, 1).why_linear
    set_axis_scale(history, scene, 1, axis_of(scene, 1), Scale("log", low=2.0, high=9.0))
    scene = scene_of(history.document.chart)
    assert axis_of(scene, 1).viewport.scale.kind == "log", "what is held is above zero"
    set_axis_scale(history, scene, 1, axis_of(scene, 1), Scale("log", low=-2.0, high=9.0))
    assert history.document.chart.panes[1].scale.low == 2.0, "a log scale is not dragged below zero"
    reset_axis(history, scene, 1, axis_of(scene, 1))
    assert history.document.chart.panes[1].scale == Scale("log")
