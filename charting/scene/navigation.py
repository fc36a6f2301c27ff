"""Moving the view along the slot axis: panning, zooming and what is shown at first, as pure functions."""

from __future__ import annotations

from msgspec import Struct

from charting.core.document import TimeRange
from charting.core.timeaxis import TimeAxis
from charting.drawings.anchors import moment

MIN_BARS = 5.0
"""Fewest bars the view can be zoomed in to."""
DEFAULT_BARS = 180.0
ROOM = 0.05
"""Share of the width left free to the right of the last bar by default."""
PIN = 0.05
"""The wheel pins to the right edge when the last bar is within this share of the width of it."""
_PINNED_ROOM, _PINNED_MOST = DEFAULT_BARS * ROOM, 0.3
"""Bars of room that keep it pinned while the view gets narrower, up to a share of the width."""


class Span(Struct, frozen=True):
    """The slots at the left and the right edge of the chart."""

    first: float
    last: float

    @property
    def width(self) -> float:
        """Slots in view."""
        return self.last - self.first

    def moved(self, slots: float) -> Span:
        """The span shifted to later slots."""
        return Span(self.first + slots, self.last + slots)


def default_span(count: int, bars: float = DEFAULT_BARS) -> Span:
    """The latest bars with some room to the right."""
    width = max(MIN_BARS, min(bars, max(count, 30)))
    last = count - 0.5 + width * ROOM
    return Span(last - width, last)


def everything(count: int) -> Span:
    """All bars with some room on the right."""
    return Span(-0.5, max(count, MIN_BARS) - 0.5 + max(count, MIN_BARS) * 0.02)


def bounded(span: Span, count: int) -> Span:
    """The nearest span that is neither too narrow nor too wide and keeps some bars in view."""
    width = _width_within(span.width, count)
    middle = (span.first + span.last) / 2
    first = middle - width / 2 if width != span.width else span.first
    kept = min(width * 0.1, max(count, 1) * 0.5)
    first = min(max(first, -width + kept - 0.5), count - 0.5 - kept)
    return Span(first, first + width)


def zoomed(span: Span, factor: float, at: float, count: int) -> Span:
    """Show ``factor`` times as many slots while the slot ``at`` keeps its place on the screen."""
    width = _width_within(span.width * factor, count)
    share = (at - span.first) / span.width
    first = at - width * share
    return bounded(Span(first, first + width), count)


def _width_within(width: float, count: int) -> float:
    """The nearest width that can be shown of so many bars."""
    return min(max(width, MIN_BARS), max(count * 1.5, 200.0))


def wheel_anchor(span: Span, cursor: float, count: int) -> float:
    """The slot that stays put while the wheel turns: the cursor's, or the right edge when the last bar is near it.

    The room beside the last bar is not narrowed by zooming about the edge, so what was near stays near for some notches.
    """
    distance = abs(span.last - (count - 0.5))
    near = max(PIN * span.width, min(_PINNED_ROOM, _PINNED_MOST * span.width))
    return span.last if distance <= near + 1.0 and span.first < count else cursor


def span_of(range_: TimeRange, axis: TimeAxis) -> Span:
    """The slots of a range of times."""
    first = float(axis.slot(range_.first.timestamp()))
    last = float(axis.slot(range_.last.timestamp()))
    return Span(first, max(last, first + MIN_BARS))


def range_of(span: Span, axis: TimeAxis) -> TimeRange:
    """The range of times of some slots, to the microsecond, as far as there are dates."""
    return TimeRange(moment(axis.time(span.first)), moment(axis.time(span.last)))
