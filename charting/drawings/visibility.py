"""Which drawings a chart shows: not hidden, on a layer that is in view, and meant for bars of its length."""

from __future__ import annotations

from charting.core.document import Chart, Drawing
from charting.core.interval import Interval


def suits(drawing: Drawing, interval: Interval) -> bool:
    """Whether a drawing is meant for bars of this length; limits that cannot be read limit nothing."""
    return interval.within(drawing.intervals)


def visible(drawing: Drawing, chart: Chart) -> bool:
    """Whether a chart shows a drawing of its instrument."""
    if drawing.hidden or chart.drawings_hidden or drawing.layer in chart.hidden_layers:
        return False
    return drawing.intervals is None or suits(drawing, Interval.parse(chart.interval))
