"""Which drawings a chart shows: not hidden, on a layer that is in view, and meant for bars of its length."""

from __future__ import annotations

from collections.abc import Sequence

from charting.core.document import Chart, Drawing
from charting.core.interval import Interval


def suits(drawing: Drawing, interval: Interval) -> bool:
    """Whether a drawing is meant for bars of this length; limits that cannot be read limit nothing."""
    if drawing.intervals is None:
        return True
    try:
        shortest, longest = (Interval.parse(code).seconds for code in drawing.intervals)
    except ValueError:
        return True
    return shortest <= interval.seconds <= longest


def on_layers(drawings: Sequence[Drawing], hidden: Sequence[str]) -> Sequence[Drawing]:
    """The drawings that are on none of the hidden layers; the same sequence while no layer is hidden."""
    return tuple(drawing for drawing in drawings if drawing.layer not in hidden) if hidden else drawings


def visible(drawing: Drawing, chart: Chart) -> bool:
    """Whether a chart shows a drawing of its instrument."""
    if drawing.hidden or chart.drawings_hidden or drawing.layer in chart.hidden_layers:
        return False
    return drawing.intervals is None or suits(drawing, Interval.parse(chart.interval))
