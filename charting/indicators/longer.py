"""Indicators of longer bars on a chart of shorter ones: the weekly average on a daily chart, without looking ahead.

A bar sees the longer bars that were complete when it was: those of the periods before its own. The last bar of a period,
which the calendar knows beforehand, completes it and sees it too, so that Friday's bar has the week's value. Within a day
no bar counts as the last, because closing auctions come after it: shorter bars see the day's value from the next day on.
Nothing ever changes afterwards, but the value at a forming bar that ends a period.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import COLUMNS, Bars
from charting.core.calendar import Calendar
from charting.core.interval import Interval
from charting.core.resample import can_resample, resample
from charting.core.text import translatable
from charting.indicators.carrying import Followed, Growing
from charting.indicators.columns import Column, blank
from charting.indicators.declaration import IndicatorKind, IndicatorProblem, Outputs, Settings
from charting.indicators.sourced import Sourced


class Longer(Struct, frozen=True, eq=False):
    """Longer bars, and which of them each shorter one sees last: (n,) rows, -1 for none.

    ``first`` holds the row of the shorter bar that each longer one begins with, rising.
    """

    bars: Bars
    seen: NDArray[np.int64]
    first: NDArray[np.int64]


def compute(kind: IndicatorKind, settings: Settings, bars: Bars, interval: Interval, calendar: Calendar | None) -> Outputs:
    """The outputs of an indicator computed on longer bars, for each of the shorter ones; (n,) each.

    Another indicator's output that is its source enters a longer bar with its last value there. Marks stand on the
    first bar that sees them.

    Raises
    ------
    IndicatorProblem
        If the bars cannot make such longer ones, or if the indicator draws at other bars than those it belongs to.
    """
    if not kind.takes_interval:
        raise IndicatorProblem(
            translatable("This indicator is drawn away from the bars it belongs to and so needs the chart's own interval.")
        )
    if calendar is None or not can_resample(bars.interval, interval):
        raise IndicatorProblem(
            translatable("The chart's bars cannot be joined to this indicator's. Choose a longer interval for the indicator.")
        )
    found = longer(bars, interval, calendar)
    outputs = kind.compute(found.bars, settings)
    return {name: _spread(values, found.seen, once=name in _momentary(kind)) for name, values in outputs.items()}


def longer(bars: Bars, interval: Interval, calendar: Calendar) -> Longer:
    """Longer bars as they come to be known with the shorter ones; see the module's text.

    Raises
    ------
    ValueError
        As :func:`charting.core.resample.resample`.
    """
    period = calendar.grid(interval).number_of(bars.time)
    closing = _closing(bars, period, interval, calendar)
    # A bar after the one that closes its period belongs to it no more: what was seen there must not change.
    late = np.zeros(len(bars), np.bool_)
    late[1:] = closing[:-1] & (period[1:] == period[:-1])
    kept = np.flatnonzero(~late)
    made = resample(_rows(bars, kept) if len(kept) < len(bars) else bars, interval, calendar)
    group = np.searchsorted(made.first, np.cumsum(~late) - 1, "right") - 1
    joined = made.bars
    if isinstance(bars, Sourced):
        last = kept[np.append(made.first[1:], len(kept)) - 1] if len(kept) else kept
        joined = Sourced.of_bars(joined, {name: values[last] for name, values in bars.extra.items()})
    return Longer(joined, np.where(closing | late, group, group - 1), kept[made.first])


class FollowedLonger:
    """The values of an indicator on longer bars, which go on with the shorter ones.

    Whatever comes belongs to the last longer bar or to later ones, so these alone are made anew, and all before them stay.
    """

    def __init__(
        self, kind: IndicatorKind, settings: Settings, bars: Bars, outputs: Outputs, interval: Interval, calendar: Calendar
    ) -> None:
        self._interval, self._calendar = interval, calendar
        self._momentary = _momentary(kind)
        self._columns = Growing(outputs, len(bars))
        found = longer(bars, interval, calendar)
        self._inner = Followed(kind, settings, found.bars, kind.compute(found.bars, settings))
        self._joined = _Joined(found.bars)
        self._last = max(len(found.bars) - 1, 0)
        self._base = max(len(found.first) - 2, 0)
        self._begin = int(found.first[self._base]) if len(found.first) else 0
        self.closed = max(len(bars) - 1, 0)

    @property
    def outputs(self) -> Outputs:
        """As :class:`charting.indicators.carrying.Carried` says."""
        return self._columns.shown

    @property
    def size(self) -> int:
        """As :class:`charting.indicators.carrying.Carried` says."""
        return self._columns.size + self._inner.size

    def advance(self, bars: Bars, first: int) -> None:
        """As :class:`charting.indicators.carrying.Carried` says."""
        begin, base, count = self._begin, self._base, len(bars)
        tail = longer(bars.slice(begin, count), self._interval, self._calendar)
        # The longer bar before the last one stays as it is; which shorter bar saw it first tells where marks stand.
        joined = self._joined.put(base, tail.bars)
        self._inner.advance(joined, self._last)
        self._last = max(len(joined) - 1, 0)
        seen, rows = tail.seen + base, slice(first - begin, None)
        found = {name: _spread(values, seen, once=name in self._momentary) for name, values in self._inner.outputs.items()}
        self._columns.put(first, {name: values[rows] for name, values in found.items()}, count)
        kept = max(len(tail.first) - 2, 0)
        self._base, self._begin = base + kept, begin + int(tail.first[kept]) if len(tail.first) else begin
        self.closed = max(count - 1, 0)


class _Joined:
    """Longer bars that grow in the same memory."""

    def __init__(self, bars: Bars) -> None:
        self._interval = bars.interval
        self._columns = Growing(_columns_of(bars), len(bars))

    def put(self, first: int, tail: Bars) -> Bars:
        """All of them, those from ``first`` on as in ``tail``."""
        self._columns.put(first, _columns_of(tail), first + len(tail))
        shown: Mapping[str, Any] = self._columns.shown
        time, opened, high, low, close, volume = (shown[name] for name in COLUMNS)
        bars = Bars(time, opened, high, low, close, volume, self._interval)
        return Sourced.of_bars(bars, {name: shown[name] for name in tail.extra}) if isinstance(tail, Sourced) else bars


def _columns_of(bars: Bars) -> Outputs:
    columns = {name: getattr(bars, name) for name in COLUMNS}
    return columns | dict(bars.extra) if isinstance(bars, Sourced) else columns


def _momentary(kind: IndicatorKind) -> set[str]:
    """The plots that stand on the first bar that sees them."""
    return {plot.name for plot in kind.plots if plot.style == "marks"}


def _closing(bars: Bars, period: NDArray[np.int64], interval: Interval, calendar: Calendar) -> NDArray[np.bool_]:
    """Whether each bar is, by the calendar, the last of its period."""
    if bars.interval.is_intraday:
        return np.zeros(len(bars), np.bool_)
    finer = calendar.grid(bars.interval)
    following = finer.stamp(finer.number_of(bars.time) + 1)
    found: NDArray[np.bool_] = calendar.grid(interval).number_of(following) != period
    return found


def _spread(values: Column, seen: NDArray[np.int64], *, once: bool) -> Column:
    known = seen >= 0
    if once:
        known[1:] &= seen[1:] != seen[:-1]
    spread = blank(values, len(seen))
    spread[known] = values[seen[known]]
    return spread


def _rows(bars: Bars, rows: NDArray[np.int64]) -> Bars:
    columns = (bars.open[rows], bars.high[rows], bars.low[rows], bars.close[rows], bars.volume[rows])
    return Bars.of(bars.time[rows], *columns, bars.interval)
