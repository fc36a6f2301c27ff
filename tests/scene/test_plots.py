"""Indicators as shown: their values, or the sentence that says why there are none."""

from __future__ import annotations

import numpy as np

from charting.core.document import Indicator, Pane
from charting.scene.legend import plot_line
from charting.scene.levels import Levels
from charting.scene.plots import Failure, Plotted, extremes, plotted
from tests.scene.making import look

AVERAGE = Indicator("average", "sma", {"period": 50})


def test_the_legend_says_why_there_are_no_values() -> None:
    (shown,) = plotted(Pane("p", indicators=(AVERAGE,)), lambda _: Failure("Its source is gone."))
    assert shown.values is None
    assert "".join(text for text, _ in plot_line(shown, 3, 2, look())) == "SMA 50 – Its source is gone."


def test_the_legend_waits_for_values() -> None:
    (shown,) = plotted(Pane("p", indicators=(AVERAGE,)), lambda _: None)
    assert "".join(text for text, _ in plot_line(shown, 3, 2, look())) == "SMA 50  …"


def test_levels_are_the_users_or_the_declarations() -> None:
    def shown(levels: tuple[float, ...] | None) -> Plotted:
        (one,) = plotted(Pane("p", indicators=(Indicator("a", "rsi", levels=levels),)), lambda _: None)
        return one

    assert (shown(None).levels, shown(None).level_fill) == ((30.0, 70.0), (30.0, 70.0))
    assert (shown((20.0, 50.0, 80.0)).levels, shown((20.0, 50.0, 80.0)).level_fill) == ((20.0, 50.0, 80.0), (20.0, 80.0))
    assert (shown((40.0,)).levels, shown((40.0,)).level_fill) == ((40.0,), None)
    assert (shown(()).levels, shown(()).level_fill) == ((), None)


def test_levels_stretch_the_scale_and_are_drawn() -> None:
    strength = Indicator("a", "rsi", levels=(5.0, 95.0))
    (one,) = plotted(Pane("p", indicators=(strength,)), lambda _: {"rsi": np.full(10, 50.0)})
    assert extremes(one, Levels(), 0, 10) == (5.0, 95.0)


def test_a_source_on_the_chart_is_named_in_the_legend() -> None:
    strength = Indicator("strength", "rsi", {"source": "indicator:average/sma"}, interval="1wk")
    (shown,) = plotted(Pane("p", indicators=(strength,)), lambda _: None, {"average": AVERAGE})
    assert shown.label == "RSI 14 (SMA 50) 1W"
