"""Replay: the chart as it was, bar by bar; drawings and indicators see only what had happened."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from charting.core.document import Times
from charting.core.timeaxis import TimeAxis
from charting.scene.navigation import Span
from charting.scene.overlay import cursor_row
from charting.scene.series import Series
from charting.view.chart import ChartView
from gui.names import instrument_name
from gui.translation import tr

SPEEDS = (0.5, 1.0, 2.0, 4.0, 10.0)
"""Bars a second."""


def end_of_bar(axis: TimeAxis, row: int) -> int:
    """UTC seconds from which a bar is complete: when the calendar's next period or the next bar begins."""
    grid = axis.calendar.grid(axis.interval)
    end = int(grid.stamp(grid.number_of(axis.bar_times[row : row + 1]) + 1)[0])
    return min(end, int(axis.bar_times[row + 1])) if row + 1 < len(axis) else end


def complete_bars(axis: TimeAxis, moment: int) -> int:
    """How many bars were complete at a moment (UTC seconds)."""
    begun = int(axis.bar_times.searchsorted(np.int64(moment), "right"))
    return begun - 1 if begun and end_of_bar(axis, begun - 1) > moment else begun


def cut(series: Series, count: int) -> Series:
    """A series as it was when it had ``count`` bars, sharing their memory."""
    bars = series.bars.slice(0, count)
    axis = TimeAxis(bars.time, bars.interval, series.axis.calendar, series.axis.now)
    until = float(end_of_bar(series.axis, count - 1)) if count else None
    partial = series.partial
    if partial is not None and count < len(series.bars):  # what is shown was over at its time
        partial = replace(partial, last=False)
    return replace(series, bars=bars, axis=axis, replayed=True, until=until, partial=partial)


class Past(Struct, frozen=True):
    """Where a replay stands: its moment (UTC seconds), and how many bars a second it plays."""

    moment: int
    speed: float = 1.0


class Replay(QObject):
    """Stands between the loader and a chart: passes series through, cut at its moment while it is active.

    ``changed`` tells of every change of its state. The moment stays when the interval or the instrument changes; only
    bars that were complete at it are shown.
    """

    changed = Signal()

    def __init__(self, view: ChartView) -> None:
        super().__init__(view)
        self._view = view
        self._full: Series | None = None
        self._moment: int | None = None
        self._count = 0
        self._speed = 1.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)

    @property
    def active(self) -> bool:
        """Whether the chart shows the past."""
        return self._moment is not None

    @property
    def playing(self) -> bool:
        """Whether bars are being added by themselves."""
        return self._timer.isActive()

    @property
    def at_end(self) -> bool:
        """Whether all bars are shown."""
        return self._full is None or self._count >= len(self._full.bars)

    @property
    def speed(self) -> float:
        """Bars a second while playing."""
        return self._speed

    @property
    def shown(self) -> Series | None:
        """The series as it was, in bars of time; None without any bars, and while it is not active."""
        return cut(self._full, self._count) if self.active and self._full is not None and self._count else None

    @property
    def times(self) -> Times:
        """Whose clock the chart tells its times by."""
        return self._view.chart.times

    @property
    def moment(self) -> datetime | None:
        """The time (aware, UTC) up to which everything had happened; None when it is not active."""
        return None if self._moment is None else datetime.fromtimestamp(self._moment, UTC)

    @property
    def past(self) -> Past | None:
        """What :meth:`resume` goes on from; None when it is not active."""
        return None if self._moment is None else Past(self._moment, self._speed)

    def resume(self, past: Past) -> None:
        """Go on where another one stood; the bars are still to come."""
        self._moment = past.moment
        self.set_speed(past.speed)

    def show_series(self, series: Series | None, notice: str = "") -> None:
        """Show bars as they came, or as far as they had come at the moment of the replay."""
        self._full = series
        if self._moment is None or series is None:
            self._view.set_series(series, notice)
            return
        self._count = complete_bars(series.axis, self._moment)
        self._show()
        if self.at_end:
            self._timer.stop()
        self.changed.emit()

    def go_on(self, series: Series) -> None:
        """Bars have gone on by trades; of that the past shows nothing, while its newest bar goes on to the next."""
        if self.active and not self.at_end:
            self._full = series
            return
        if self.active and self._full is not None and len(series.bars):
            self._moment = end_of_bar(series.axis, len(series.bars) - 1)
        self.show_series(series)

    def start(self, slot: float | None = None) -> None:
        """Begin at the bar on a slot of the chart, None for the crosshair's; without one at the middle of the view.

        Beside the bars it is the first or the last of them, where the chart shows the past already one to come.
        """
        if self._full is None or not len(self._full.bars):
            return
        view, span = self._view, self._view.sight.span
        if slot is None and view.scene is not None and view.cursor_place is not None:
            slot = cursor_row(view.scene, view.cursor_place)
        row = round((span.first + span.last) / 2 if slot is None else slot)
        shown = self._view.series
        if shown is not None and shown.made is not None:  # its rows are not those of the bars
            row = self._full.axis.bar_at(float(shown.axis.stamp(min(max(row, 0), len(shown.bars) - 1))))
        self._go_to(min(max(row, 0), len(self._full.bars) - 1) + 1, moves=False)

    def step(self, bars: int = 1) -> None:
        """Go some bars on, or back where negative; before the first bar there is none to go back to."""
        if self.active and self._full is not None and (self._count or bars > 0):
            self._go_to(min(max(self._count + bars, 1), len(self._full.bars)))

    def toggle_play(self) -> None:
        """Play or pause."""
        if self.playing:
            self._timer.stop()
        elif self.active and not self.at_end:
            self._timer.start(round(1000 / self._speed))
        self.changed.emit()

    def set_speed(self, speed: float) -> None:
        """Play so many bars a second."""
        self._speed = speed
        self._timer.setInterval(round(1000 / speed))
        self.changed.emit()

    def to_end(self) -> None:
        """Jump to the newest bar, still in the replay."""
        if self.active and self._full is not None:
            self._timer.stop()
            self._go_to(len(self._full.bars))
            self._view.sight.to_end()

    def stop(self) -> None:
        """Leave the replay: every bar is shown again."""
        self._timer.stop()
        if self._moment is not None:
            self._moment = None
            self._view.set_series(self._full)
            self.changed.emit()

    def close(self) -> None:
        """Stop the clock; the chart stays as it is."""
        self._timer.stop()

    def _advance(self) -> None:
        if self._full is None:
            return  # other bars are on their way
        self.step()
        if self.at_end:
            self._timer.stop()
            self.changed.emit()

    def _go_to(self, count: int, *, moves: bool = True) -> None:
        if self._full is None or not count or (self.active and count == self._count):
            return
        stays = not moves or count < self._count  # bars that are taken away must not move those that stay
        self._count, self._moment = count, end_of_bar(self._full.axis, count - 1)
        self._show(self._view.sight.span if stays else None)
        self.changed.emit()

    def _show(self, span: Span | None = None) -> None:
        assert self._full is not None
        if self._count:
            series = replace(self._full, replayed=True) if self.at_end else cut(self._full, self._count)
            self._view.set_series(series, span=span)
        else:
            name = instrument_name(self._full.instrument)
            self._view.set_series(None, tr("{name} had no bars at this time. Step on or leave the replay.", name=name))
