"""Indicators as shown: their values, or the sentence that says why there are none."""

from __future__ import annotations

from charting.core.document import Indicator, Pane
from charting.scene.legend import plot_line
from charting.scene.plots import Failure, plotted
from tests.scene.making import look

AVERAGE = Indicator("average", "sma", {"period": 50})


def test_the_legend_says_why_there_are_no_values() -> None:
    (shown,) = plotted(Pane("p", indicators=(AVERAGE,)), lambda _: Failure("Its source is gone."))
    assert shown.values is None
    assert "".join(text for text, _ in plot_line(shown, 3, 2, look())) == "SMA 50 – Its source is gone."


def test_the_legend_waits_for_values() -> None:
    (shown,) = plotted(Pane("p", indicators=(AVERAGE,)), lambda _: None)
    assert "".join(text for text, _ in plot_line(shown, 3, 2, look())) == "SMA 50  …"
