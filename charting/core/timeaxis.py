"""The time axis: turns time into slots of bars and back, and goes on by the calendar past both ends of the bars."""

from __future__ import annotations

import time as clock
from collections.abc import Hashable
from functools import cached_property, lru_cache
from typing import overload

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats, Times
from charting.core.calendar import Calendar
from charting.core.grid import Grid, Integers
from charting.core.interval import Interval

_FURTHEST = 1e14  # seconds and slots are cut off here, far outside of any calendar, so that they fit into int64
_REMEMBERED = 65_536
"""Anchors whose slots an axis remembers: those of some ten thousand drawings, which are asked for many times over."""


class TimeAxis(Struct, frozen=True, eq=False, dict=True):
    """Slots of one series: bar ``i`` stands on slot ``i``, and past the ends stand the periods the calendar allows.

    Making one costs the same for any number of bars, and a query costs a binary search. NaN gives NaN. Two axes are the
    same only if they are the same object.

    Parameters
    ----------
    bar_times
        (n,) int64, UTC seconds, strictly increasing: the stamps of the bars.
    interval
        What one bar covers.
    calendar
        Where the bars are traded.
    now
        UTC seconds, used only without bars: slot 0 is then the period of the calendar that contains it. The present
        when None.
    price_made
        Whether prices made the bars, so that none need begin with a period: a time then belongs to the last bar that had
        begun, whichever day that was.
    until
        UTC seconds of the last bar that those were made of, which may have made none itself: up to then all belongs to the
        last one, and only what comes after it stands on the slots beyond. The last bar's own stamp when None.
    """

    bar_times: Times
    interval: Interval
    calendar: Calendar
    now: float | None = None
    price_made: bool = False
    until: int | None = None

    @cached_property
    def _grid(self) -> Grid:
        return self.calendar.grid(self.interval)

    @cached_property
    def _ends(self) -> tuple[int, int]:
        """Numbers of the grid's periods on slot -1 and on slot n."""
        return _ends(self, self._grid)

    @cached_property
    def _anchors(self) -> dict[float, float]:
        """Slots of the anchors that were asked about."""
        return {}

    def __len__(self) -> int:
        return len(self.bar_times)

    @property
    def following(self) -> int:
        """Number of the calendar's period on the slot after the last bar."""
        return self._ends[1]

    @overload
    def slot(self, seconds: float) -> float: ...
    @overload
    def slot(self, seconds: Floats) -> Floats: ...
    def slot(self, seconds: float | Floats) -> float | Floats:
        """Fractional slots of times (UTC seconds, scalar or any shape).

        Whole at the stamps of bars and of the calendar's periods beyond them, linear between, strictly increasing.
        """
        times = np.asarray(seconds, dtype=np.float64)
        whole = self._floor_slot(_whole(times))
        stamp, following = self._stamps(whole), self._stamps(whole + 1)
        rest = np.clip(times, -_FURTHEST, _FURTHEST) - stamp
        found = np.asarray(whole + rest / (following - stamp), dtype=np.float64)
        return found if isinstance(seconds, np.ndarray) else float(found)

    @overload
    def time(self, slot: float) -> float: ...
    @overload
    def time(self, slot: Floats) -> Floats: ...
    def time(self, slot: float | Floats) -> float | Floats:
        """UTC seconds at fractional slots, scalar or any shape: the inverse of :meth:`slot`."""
        slots = np.asarray(slot, dtype=np.float64)
        whole = _whole(slots)
        stamp = self._stamps(whole)
        rest = np.clip(slots, -_FURTHEST, _FURTHEST) - whole
        found = np.asarray(stamp + rest * (self._stamps(whole + 1) - stamp), dtype=np.float64)
        return found if isinstance(slot, np.ndarray) else float(found)

    def stamp(self, slot: int) -> int:
        """UTC seconds of one whole slot."""
        count = len(self.bar_times)
        if 0 <= slot < count:
            return int(self.bar_times[slot])
        return self._grid.stamp(self._ends[0] + 1 + slot if slot < 0 < count else self._ends[1] - count + slot)

    def stamps(self, first: int, last: int) -> Times:
        """UTC seconds of the whole slots ``first`` to ``last``, both included; (last - first + 1,) int64."""
        return self._stamps(np.arange(first, last + 1))

    def stamps_at(self, slots: Integers) -> Times:
        """UTC seconds of whole slots, int64 of any shape."""
        return self._stamps(slots)

    @overload
    def bar_at(self, seconds: float) -> int: ...
    @overload
    def bar_at(self, seconds: Floats) -> Integers: ...
    def bar_at(self, seconds: float | Floats) -> int | Integers:
        """Index of the last bar that had begun at times (UTC seconds, scalar or any shape), -1 before the first.

        A session's, week's or month's bar begins with the day of its opening, so that 09:00 belongs to the bar stamped
        09:30.
        """
        found = self._bar_at(_whole(np.asarray(seconds, dtype=np.float64)))
        return found if isinstance(seconds, np.ndarray) else int(found)

    @overload
    def anchor_slot(self, seconds: float) -> float: ...
    @overload
    def anchor_slot(self, seconds: Floats) -> Floats: ...
    def anchor_slot(self, seconds: float | Floats) -> float | Floats:
        """Whole slots on which anchors of drawings stand, by their times (UTC seconds, scalar or any shape).

        On a coarser interval that is the bar which contains the time. On a finer one the stamp of a session, week or
        month is the first bar of it: where no bar of the time's day has begun yet, the next bar counts. Past the ends it
        is the calendar's period. What was found is remembered: whoever needs many one by one asks for all of them before.
        """
        if isinstance(seconds, np.ndarray):
            slots = self._anchor_slots(np.asarray(seconds, dtype=np.float64))
            if slots.size <= _REMEMBERED:
                if len(self._anchors) + slots.size > _REMEMBERED:
                    self._anchors.clear()
                self._anchors.update(zip(seconds.ravel().tolist(), slots.ravel().tolist(), strict=True))
            return slots
        found = self._anchors.get(seconds)
        if found is None:
            if len(self._anchors) >= _REMEMBERED:
                self._anchors.clear()
            found = self._anchors[seconds] = float(self._anchor_slots(np.asarray(seconds, dtype=np.float64)))
        return found

    def _stamps(self, slots: Integers) -> Times:
        count = len(self.bar_times)
        if count == 0:
            return self._grid.stamp(self._ends[1] + slots)
        found = self.bar_times[np.clip(slots, 0, count - 1)]
        past, ahead = slots < 0, slots >= count
        if past.any():
            found = np.where(past, self._grid.stamp(self._ends[0] + 1 + slots), found)
        if ahead.any():
            found = np.where(ahead, self._grid.stamp(self._ends[1] - count + slots), found)
        return found

    def _floor_slot(self, seconds: Integers) -> Integers:
        """The last whole slot whose stamp is not after each time."""
        count = len(self.bar_times)
        if count == 0:
            return self._grid.floor(seconds) - self._ends[1]
        found = self.bar_times.searchsorted(seconds, "right").astype(np.int64) - 1
        past, ahead = found < 0, found == count - 1
        if past.any():
            found = np.where(past, np.minimum(self._grid.floor(seconds) - self._ends[0] - 1, -1), found)
        if ahead.any():
            found = np.where(ahead, np.maximum(self._grid.floor(seconds) - self._ends[1] + count, count - 1), found)
        return found

    def _bar_at(self, seconds: Integers) -> Integers:
        if self.interval.is_intraday or self.price_made:
            return self.bar_times.searchsorted(seconds, "right").astype(np.int64) - 1
        following = self._grid.begin_of(self._grid.number_of(seconds) + 1)
        return self.bar_times.searchsorted(following, "left").astype(np.int64) - 1

    def _anchor_slots(self, times: Floats) -> Floats:
        seconds, count = _whole(times), len(self.bar_times)
        number = self._grid.number_of(seconds)
        if count == 0:
            return np.where(np.isnan(times), np.nan, number - self._ends[1])
        bar = self._bar_at(seconds)
        if self.price_made:
            day = self.bar_times[np.maximum(bar, 0)]
        elif self.interval.is_intraday:
            day = self.calendar.midnight[np.maximum(self.calendar.rows_of(seconds), 0)]
        else:
            day = self._grid.begin_of(number)
        missing = self.bar_times[np.maximum(bar, 0)] < day
        found = np.minimum(bar + missing, count - 1)
        found = np.where(seconds < self.bar_times[0], np.minimum(number - self._ends[0] - 1, 0), found)
        ahead = seconds > self.bar_times[-1]
        found = np.where(ahead, np.maximum(number - self._ends[1] + count, count - 1), found)
        return np.where(np.isnan(times), np.nan, found)


class KnownAxis(Struct, frozen=True, eq=False):
    """An axis by where its slots are, so that what was found out about it still counts when a bar is added."""

    axis: TimeAxis
    places: Hashable

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnownAxis) and self.places == other.places

    def __ne__(self, other: object) -> bool:
        return not self == other  # a Struct's own goes by identity

    def __hash__(self) -> int:
        return hash(self.places)


@lru_cache(maxsize=8)
def known_axis(axis: TimeAxis) -> KnownAxis:
    """Equal for two axes of which one goes on where the other ended, in the same memory, as the calendar foresaw.

    Every slot has the same stamp on both.
    """
    count = len(axis)
    if count == 0:
        return KnownAxis(axis, id(axis))
    address = axis.bar_times.__array_interface__["data"][0]
    return KnownAxis(axis, (address, id(axis.calendar), axis.interval, axis.price_made, axis.following - count))


def goes_on(axis: TimeAxis, before: TimeAxis) -> bool:
    """Whether an axis is one before it, or that with further bars where the calendar foresaw them, in the same memory.

    Every slot then has the same stamp on both, and anchors stand on the same slots. Of prices, of which
    :func:`charting.core.bars.in_one_memory` and :func:`charting.indicators.growth.continuation` tell, nothing is asked.
    """
    if axis is before:
        return True
    known, count = len(before), len(axis)
    if known <= count and known_axis(axis) == known_axis(before):
        if count - known == 1:  # as most often, and asked several times a frame
            return int(axis.bar_times[known]) == before.stamp(known)
        return known == count or bool((axis.bar_times[known:] == before.stamps(known, count - 1)).all())
    return False


def _ends(axis: TimeAxis, grid: Grid) -> tuple[int, int]:
    """Numbers of the grid's periods on slot -1 and on slot n."""
    if len(axis.bar_times) == 0:
        now = grid.number_of(int(clock.time() if axis.now is None else axis.now))
        return now - 1, now
    begins, ends = int(axis.bar_times[0]), max(int(axis.bar_times[-1]), axis.until or 0)
    if not axis.interval.is_intraday:
        return grid.number_of(begins) - 1, grid.number_of(ends) + 1
    first = grid.floor(begins)
    # A first bar in a pause, such as the closing auction's, comes after the last period before the pause.
    inside = begins < grid.stamp(first) + grid.step
    return first - int(inside), grid.floor(ends) + 1


def _whole(values: Floats) -> Integers:
    """Values rounded down to int64: searching whole numbers among whole numbers copies nothing. NaN becomes 0."""
    return np.floor(np.clip(np.nan_to_num(values), -_FURTHEST, _FURTHEST)).astype(np.int64)
