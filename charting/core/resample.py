"""Coarser bars from finer ones: sessions, lunch breaks and half days decide where a period ends."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats, Times
from charting.core.calendar import DAY_SECONDS, Calendar
from charting.core.grid import Integers
from charting.core.interval import Interval


class Partial(Struct, frozen=True):
    """Whether the first and the last of some bars lack finer ones of their periods."""

    first: bool = False
    last: bool = False


class Resampled(Struct, frozen=True, eq=False):
    """Coarser bars, and whether the first and the last of them lack finer bars that the calendar has.

    ``partial_last`` says that the last period is not over with the last bar that was given, ``partial_first`` that the
    bars begin in the middle of a period. ``first`` holds the row of the finer bar that each begins with, (m,) rising.
    """

    bars: Bars
    partial_first: bool
    partial_last: bool
    first: Integers

    @property
    def partial(self) -> Partial:
        """Both as one value."""
        return Partial(self.partial_first, self.partial_last)


def can_resample(source: Interval, target: Interval) -> bool:
    """Whether every bar of ``target`` is made of whole bars of ``source``.

    Days make weeks and months, but weeks make no months; half hours make no three quarters.
    """
    if source.is_intraday:
        return not target.is_intraday or target.seconds % source.seconds == 0
    if source.unit == target.unit:
        return target.count % source.count == 0
    return source.unit == "d" and source.count == 1 and target.unit in ("wk", "mo")


def resample(bars: Bars, interval: Interval, calendar: Calendar) -> Resampled:
    """Make bars of a coarser interval.

    Each is stamped at the beginning of its period by the calendar, whichever finer bars are missing; a period without
    any finer bar has none. Bars in auctions and breaks count to the period before, those before the opening to the
    first of their day. Bars on days without a session (such as the weekends of a market that never closes) make
    periods of their own, counted from midnight. NaN is passed over; a volume is NaN if all are.

    Raises
    ------
    ValueError
        If the bars cannot make this interval, see :func:`can_resample`.
    """
    if bars.interval == interval:
        return Resampled(bars, partial_first=False, partial_last=False, first=np.arange(len(bars)))
    if not can_resample(bars.interval, interval):
        raise ValueError(f"Bars of {interval} cannot be made from bars of {bars.interval}; choose a finer source.")
    if len(bars) == 0:
        return Resampled(Bars.empty(interval), partial_first=False, partial_last=False, first=np.arange(0))
    begin, stamp = _periods(bars.time, interval, calendar)
    first = bars.time.searchsorted(begin)
    filled = np.diff(first, append=len(bars)) > 0
    start, stamp = first[filled], stamp[filled]
    made = Bars.of(
        stamp,
        _chosen(bars.open, start, from_end=False),
        np.fmax.reduceat(bars.high, start),
        np.fmin.reduceat(bars.low, start),
        _chosen(bars.close, start, from_end=True),
        _total(bars.volume, start),
        interval,
    )
    return Resampled(made, *_partial(bars, interval, calendar), first=start)


def _periods(time: Times, interval: Interval, calendar: Calendar) -> tuple[Integers, Integers]:
    """When the periods that times can fall into begin, and their stamps; rising."""
    grid = calendar.grid(interval)
    first, last = (int(number) for number in grid.number_of(time[[0, -1]]))
    numbers = np.arange(first, last + 1)
    begin, stamp = grid.begin_of(numbers), grid.stamp(numbers)
    if interval.is_intraday or (interval.unit == "d" and interval.count == 1):
        stray = _stray(time, calendar)
        if len(stray):
            days = calendar.midnight[calendar.rows_of(stray)]
            step = min(interval.seconds, DAY_SECONDS)
            rising = stray - (stray - days) % step
            own = rising[
                np.diff(rising, prepend=rising[0] - 1) > 0
            ]  # numpy.unique sorts, and holds the interpreter while it does
            opening = calendar.open - calendar.midnight if not interval.is_intraday else np.zeros_like(calendar.open)
            own_stamp = own + opening[calendar.rows_of(own)]
            begin, stamp = np.concatenate((begin, own)), np.concatenate((stamp, own_stamp))
            order = np.argsort(begin, kind="stable")
            begin, stamp = begin[order], stamp[order]
    return begin, stamp


def _stray(time: Times, calendar: Calendar) -> Times:
    """The times on days without a session."""
    first, last = (int(row) for row in calendar.rows_of(time[[0, -1]]))
    rows = np.arange(max(first, 0), last + 1)
    over = time.searchsorted(calendar.midnight[rows] + DAY_SECONDS)
    following = np.append(time.searchsorted(calendar.midnight[rows[1:]]), len(time))
    with_stray = np.flatnonzero(following > over)
    return np.concatenate([time[over[row] : following[row]] for row in with_stray]) if len(with_stray) else time[:0]


def _chosen(values: Floats, start: Integers, *, from_end: bool) -> Floats:
    """The first or the last value of each period that is not NaN; NaN where there is none."""
    count = len(values)
    missing = np.isnan(values)
    if not missing.any():
        return values[np.append(start[1:], count) - 1] if from_end else values[start]
    places = np.arange(count)
    if from_end:
        chosen = np.maximum.reduceat(np.where(missing, -1, places), start)
    else:
        chosen = np.minimum.reduceat(np.where(missing, count, places), start)
    found = (chosen >= 0) & (chosen < count)
    return np.where(found, values[np.where(found, chosen, 0)], np.nan)


def _total(volume: Floats, start: Integers) -> Floats:
    missing = np.isnan(volume)
    if not missing.any():
        total: Floats = np.add.reduceat(volume, start)
        return total
    known = np.add.reduceat((~missing).astype(np.int64), start) > 0
    return np.where(known, np.add.reduceat(np.where(missing, 0.0, volume), start), np.nan)


def _partial(bars: Bars, interval: Interval, calendar: Calendar) -> tuple[bool, bool]:
    """Whether finer bars that the calendar has are missing before the first and after the last one."""
    finer, coarser = calendar.grid(bars.interval), calendar.grid(interval)
    ends = bars.time[[0, -1]]
    number = finer.number_of(ends)
    neighbours = finer.stamp(number + np.array([-1, 1]))
    same = coarser.number_of(neighbours) == coarser.number_of(ends)
    return bool(same[0]), bool(same[1])
