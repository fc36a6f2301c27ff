"""What is in view: the span of slots, moved by hands and kept in the document when they rest."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal

from charting.core.document import TimeRange
from charting.core.edits import set_chart
from charting.core.history import History
from charting.scene.navigation import (
    ROOM,
    Span,
    bounded,
    default_span,
    everything,
    range_of,
    span_of,
    wheel_anchor,
    zoomed,
)
from charting.scene.series import Series

GLIDE = 650
"""Milliseconds until a flicked chart rests."""
SETTLE = 150
"""Milliseconds of rest after which a moved view is kept in the document."""


class Sight(QObject):
    """The span of one chart; ``moved`` tells of every change, the document of those that last, and ``shown`` of other bars."""

    moved = Signal()
    shown = Signal()

    def __init__(self, history: History, chart_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = history
        self.chart_id = chart_id
        self._series: Series | None = None
        self._gone: Series | None = None
        self._taken: tuple[str, TimeRange | None] | None = None
        self.span = Span(0.0, 1.0)
        self._painted: Span | None = None
        self._narrowed: tuple[float, float] | None = None
        """How many bars are shown because there are no more, and how many would be."""
        self.held = False
        """Whether a hand moves the chart just now: bars that arrive must not pull it from under the hand."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE)
        self._timer.timeout.connect(self.keep)
        self._glided = 0.0
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._go_on)

    @property
    def count(self) -> int:
        """How many bars the series has."""
        return 0 if self._series is None else len(self._series.bars)

    def show(self, series: Series | None, span: Span | None = None) -> None:
        """Go to another series: to ``span``, or the same times for bars of the same kind, else as many bars up to the same end.

        Bars that prices made with another box are others, on other slots: what has become the last one stays where it was in
        view, and a ``span`` of the slots before means nothing. An empty chart in between, while bars are being fetched, makes no
        difference.
        """
        before = self._series
        if before is None and self._taken == (self.chart_id, self._range()):
            before = self._gone
        goes_on = before is not None and series is not None and grown(before, series)
        if self._timer.isActive() and not goes_on:
            self.keep()  # what is in view now is what the next series is to show
        self._series, self._gone, self._painted = series, before if series is None else None, None
        if series is None:
            return
        range_ = self._take()
        if before is not None and goes_on:
            if len(before.bars) != len(series.bars) and self._follows(len(before.bars)):
                self.span = bounded(self.span.moved(len(series.bars) - len(before.bars)), self.count)
                self._timer.start()
        elif (moved := self._same_last(before, series)) is not None:
            self.span, span = moved, None
            self._timer.start()
        elif before is None or (before.bars.interval == series.bars.interval and before.is_made_as(series)):
            self.span = default_span(self.count) if range_ is None else bounded(span_of(range_, series.axis), self.count)
        else:
            self.span = self._same_end(before, series)
            self._timer.start()
        if span is None:
            self.moved.emit()
        else:
            self.move(span)
        self.shown.emit()

    def follow(self) -> None:
        """Take over a range that came from elsewhere: another workspace was opened.

        A move that is not kept yet is forgotten then: it was one of the workspace before.
        """
        if self._series is None or self._taken == (self.chart_id, self._range()):
            return
        self._timer.stop()
        self._glide.stop()
        range_ = self._take()
        span = default_span(self.count) if range_ is None else span_of(range_, self._series.axis)
        if abs(span.first - self.span.first) + abs(span.last - self.span.last) > 1e-3:
            self.span, self._painted = bounded(span, self.count), None
            self.moved.emit()

    def move(self, span: Span) -> None:
        """Show another span, as near as its bounds allow; what glided stays there."""
        self._glide.stop()
        self._place(span)

    def _place(self, span: Span) -> None:
        if self._series is None:
            return  # there is nothing to see, and what was in view before is what will be
        self.span, self._painted = bounded(span, self.count), None
        self._timer.start()
        self.moved.emit()

    def pan(self, slots: float) -> None:
        """Shift to later bars."""
        self.move(self.span.moved(slots))

    def page(self, screens: int) -> None:
        """Shift by whole screens to later bars, no further than to where the first or the last bar comes into view."""
        way = screens * self.span.width
        most = default_span(self.count, self.span.width).last - self.span.last
        self.pan(max(way, min(-0.5 - self.span.first, 0.0)) if screens < 0 else min(way, max(most, 0.0)))

    def zoom(self, factor: float, at: float | None = None, *, pinned: bool = True) -> None:
        """Show ``factor`` times as many bars about a slot, the middle when None.

        The right edge stays instead when the last bar is near it, unless the zoom is not ``pinned``.
        """
        centre = (self.span.first + self.span.last) / 2 if at is None else at
        anchor = wheel_anchor(self.span, centre, self.count) if pinned else centre
        # What lies under the pointer lies there as it is painted, which is up to half a pixel off.
        span = self._painted if self._painted is not None and anchor == at else self.span
        self.move(zoomed(span, factor, anchor, self.count))

    def painted(self, first: float, last: float) -> None:
        """Learn between which slots the span was painted: it is moved by whole pixels only."""
        self._painted = Span(first, last)

    def reset(self) -> None:
        """The latest bars at the default width."""
        self.move(default_span(self.count))

    def show_days(self, days: float | None) -> None:
        """The latest ``days`` of calendar time, everything when None or when there are no more."""
        if self._series is None or not self.count:
            return
        if days is None:
            self.move(everything(self.count))
            return
        end = int(self._series.bars.time[-1])
        before = math.floor(float(self._series.axis.slot(end - days * 86_400.0)))  # the last bar that is older
        first = max(before, -1) + 0.5
        width = self.count - 0.5 - first
        self.move(Span(first, self.count - 0.5 + width * ROOM))

    def centre(self, time: datetime) -> None:
        """Bring a time to the middle."""
        if self._series is not None:
            slot = float(self._series.axis.slot(time.timestamp()))
            self.move(Span(slot - self.span.width / 2, slot + self.span.width / 2))

    def flick(self, speed: float) -> None:
        """Let the view glide on at ``speed`` (slots a second) and come to rest by itself."""
        self._glide.stop()
        if abs(speed) < self.span.width * 0.15:
            return
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(speed * GLIDE / 3000)
        self._glided = 0.0
        self._glide.start()

    def stop(self) -> None:
        """A hand came down: no more gliding."""
        self._glide.stop()

    def _go_on(self, way: float) -> None:
        self._place(self.span.moved(way - self._glided))
        self._glided = way

    def to_end(self) -> None:
        """Bring the last bar into view at the right."""
        self.move(self.span.moved(default_span(self.count, self.span.width).last - self.span.last))

    def to_start(self) -> None:
        """Bring the first bar into view at the left."""
        self.move(self.span.moved(-0.5 - self.span.first))

    def keep(self) -> None:
        """Write the span to the document as a range of times."""
        self._timer.stop()
        self._glide.stop()
        if self._series is not None and self.count:
            range_ = range_of(self.span, self._series.axis)
            self._taken = (self.chart_id, range_)
            self.history.amend(set_chart(self.history.document, self.chart_id, range=range_))

    def _range(self) -> TimeRange | None:
        for chart in self.history.document.charts:
            if chart.id == self.chart_id:
                return chart.range
        return None

    def _take(self) -> TimeRange | None:
        """The document's range, which is no news from now on."""
        range_ = self._range()
        self._taken = (self.chart_id, range_)
        return range_

    def _follows(self, count: int) -> bool:
        """Whether bars after the first ``count`` move the view: the last was in view, and the chart rests."""
        resting = not self.held and self._glide.state() != QVariantAnimation.State.Running
        return resting and self.span.last > count - 0.5

    def _same_last(self, before: Series | None, series: Series) -> Span | None:
        """Where the last of bars that prices made stands where it did with another box; None where it was not in view."""
        if before is None or before.made is None or not _remade(before, series) or not self.count:
            return None
        row = before.axis.bar_at(float(series.bars.time[-1]))
        if not self.span.first <= row <= self.span.last:
            return None
        return bounded(self.span.moved(self.count - 1 - row), self.count)

    def _same_end(self, before: Series, series: Series) -> Span:
        width = max(self.span.width, 30.0)
        if self._narrowed is not None and math.isclose(self._narrowed[0], self.span.width):
            width = self._narrowed[1]  # few months were no wish to see fewer days than before
        if self.span.last >= len(before.bars) - 1:
            found = default_span(self.count, width)
        else:
            end = float(series.axis.slot(float(before.axis.time(self.span.last))))
            found = zoomed(Span(end - width, end), 1.0, end, self.count)  # at its end, where so many cannot be shown
        self._narrowed = (found.width, width) if found.width < width else None
        return found


def grown(before: Series, after: Series) -> bool:
    """Whether ``after`` is ``before`` with its last bar changed or bars added, of the same instrument and source.

    Of bars that prices make, all those that the newest price made may be others, or gone, as long as that may change.
    """
    same = before.is_made_as(after) and _same_bars(before, after)
    old, new = before.bars.time, after.bars.time
    count = int(old.searchsorted(old[-1])) if before.made is not None and len(old) else len(old)
    return same and 0 < count <= len(new) and old[0] == new[0] and old[count - 1] == new[count - 1]


def _remade(before: Series, after: Series) -> bool:
    """Whether prices made both of the same bars in one style, but with another box."""
    made = before.made, after.made
    same_style = made[0] is not None and made[1] is not None and made[0].style == made[1].style
    return same_style and _same_bars(before, after) and not before.is_made_as(after)


def _same_bars(before: Series, after: Series) -> bool:
    return (before.instrument.symbol, before.source, before.bars.interval) == (
        after.instrument.symbol,
        after.source,
        after.bars.interval,
    )
