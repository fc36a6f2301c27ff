"""Where the labels of a time axis stand: on the first bars of minutes, hours, days, months, years and decades."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import lru_cache
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.calendar import DAY_SECONDS, Calendar
from charting.core.grid import Integers
from charting.core.interval import DAY, Interval
from charting.core.timeaxis import KnownAxis, TimeAxis, known_axis

Level = Literal["year", "month", "day", "hour", "minute"]

_YEARS = (1, 2, 5, 10, 20, 50, 100)
_MONTHS = (1, 2, 3, 6)
_PERIODS = (1, 2, 3, 5, 10)
_CLOCK = tuple(minutes * 60 for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720))
_FURTHEST = 1e12  # slots; nothing is labelled beyond
_RARE = 4  # bars this many times rarer than the calendar's count as rare, and labels then follow the bars


class TimeTick(Struct, frozen=True):
    """A label of the time axis.

    Attributes
    ----------
    slot
        Whole slot of the bar, or of the future period, that it stands on.
    level
        What begins there, and so what the label says.
    seconds
        UTC seconds of that bar's or period's stamp.
    """

    slot: int
    level: Level
    seconds: int


class _Periods(Struct, frozen=True, eq=False):
    """The days, weeks or months of a calendar; (n,) columns, oldest first.

    ``begin`` is in UTC seconds; ``day`` is the date of the session that each begins with, days since 1970-01-01.
    """

    begin: Integers
    day: Integers
    a_month: float
    """Mean number of periods that begin in a month."""

    def months(self, rows: slice) -> tuple[Integers, Integers, Integers]:
        """Of some periods: months since the year 0, those of the periods before, and how manyth they are in their months.

        Looked at where they are wanted: a calendar spans centuries.
        """
        numbers = np.arange(rows.start, rows.stop)
        month = self.day[rows].astype("datetime64[D]").astype("datetime64[M]")
        before = self.day[np.maximum(numbers - 1, 0)].astype("datetime64[D]").astype("datetime64[M]")
        ordinal = numbers - self.day.searchsorted(month.astype("datetime64[D]").astype(np.int64))
        return _since_year_0(month), _since_year_0(before), ordinal


def _since_year_0(month: NDArray[np.datetime64]) -> Integers:
    found: Integers = month.astype(np.int64) + 1970 * 12
    return found


class _Steps(Struct, frozen=True):
    """Of what every how manyth is labelled, 0 for none; ``clock`` in seconds."""

    years: int
    months: int = 0
    periods: int = 0
    clock: int = 0


def time_ticks(axis: TimeAxis, first_slot: float, last_slot: float, width: float, gap: float) -> tuple[TimeTick, ...]:
    """The labels of the slots ``first_slot`` to ``last_slot``, laid across ``width`` pixels, at least ``gap`` apart.

    What is labelled depends on how much is visible and not on where: labels move with the bars while the chart is
    panned. Days are those of the exchange. The time it takes grows with the labels alone, not with the bars.
    """
    if not (first_slot < last_slot and width > 0 and gap > 0):
        return ()
    # While the chart is panned the span stays the same, but for rounding.
    span = float(np.float32(last_slot - first_slot))
    if not 0 < span < math.inf or abs(first_slot) > _FURTHEST:
        return ()
    ticks = _stretch(known_axis(axis), math.floor(first_slot / span), span, gap * span / width)
    return tuple([tick for tick in ticks if first_slot <= tick.slot <= last_slot])


@lru_cache(maxsize=4)
def _stretch(known: KnownAxis, number: int, span: float, slots_apart: float) -> tuple[TimeTick, ...]:
    """The labels of ``number`` spans from slot 0 on and of the two spans after that.

    Every view of that span lies within one such stretch, so that panning seldom has to look for labels.
    """
    axis = known.axis
    # A hair less, so that rounding while panning cannot tip over distances that are just enough.
    slots_apart *= 1 - 5e-7
    first_slot, last_slot = number * span, (number + 2) * span
    # What stands just outside pushes its lesser neighbours away as it does inside.
    left, right = first_slot - 2 * slots_apart, last_slot + 2 * slots_apart
    # What begins between two bars stands on the later one: look back to the bar before the first.
    grid = axis.calendar.grid(axis.interval)
    periods = grid.number_of(axis.stamp(math.ceil(right))) - grid.number_of(axis.stamp(math.floor(left) - 1))
    table = _table(axis)
    steps = _steps(axis, table, slots_apart, (right - left) / max(1, periods))
    # While the chart is zoomed, all spans up to a power of two share what was looked for within it.
    wide = 2.0 ** math.ceil(math.log2(right - left))
    found = _candidates(known, steps, math.floor(left / wide) * wide, wide)
    near = np.flatnonzero((found.slot >= left) & (found.slot <= right))
    return _spread(found, near, slots_apart, first_slot, last_slot)


def _table(axis: TimeAxis) -> _Periods:
    """The periods of which those that are labelled begin with one; bars within a day have days."""
    return _periods(axis.calendar, DAY if axis.interval.is_intraday else axis.interval)


@lru_cache(maxsize=64)
def _periods(calendar: Calendar, interval: Interval) -> _Periods:
    grid = calendar.grid(interval)
    # Where each period is a session, nothing need be looked for: calendars are long.
    day = calendar.day if len(grid.start) == len(calendar.day) else calendar.day[calendar.rows_of(grid.start)]
    first, last = day[[0, -1]].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64).tolist()
    return _Periods(grid.begin, day, len(day) / float(last - first + 1))


def _steps(axis: TimeAxis, table: _Periods, slots_apart: float, density: float) -> _Steps:
    """The finest steps whose labels lie far enough apart, from the usual number of bars in a period.

    ``density`` is the visible bars' share of those the calendar would have; it counts only where bars are rare.
    """
    length = axis.interval.seconds
    usual = _session_seconds(axis.calendar) / length if axis.interval.is_intraday else 1.0
    if density * _RARE < 1:
        usual *= density
    elif axis.interval.is_intraday and usual >= 2 * slots_apart:
        for clock in _CLOCK:
            if clock >= max(length, slots_apart * length):
                return _Steps(1, 1, 1, clock)
    for periods in _PERIODS:
        if periods * usual >= slots_apart and periods < table.a_month:
            return _Steps(1, 1, periods)
    a_month = usual * table.a_month
    for months in _MONTHS:
        if months * a_month * 0.85 >= slots_apart:  # February has so much fewer sessions
            return _Steps(1, months)
    for years in _YEARS:
        if years * 12 * a_month * 0.95 >= slots_apart:
            return _Steps(years)
    return _Steps(_YEARS[-1] * 2 ** math.ceil(math.log2(max(1.0, slots_apart / (12 * a_month * _YEARS[-1])))))


@lru_cache(maxsize=16)
def _session_seconds(calendar: Calendar) -> float:
    """Seconds of trading in a full session: the most there are in the last weeks that the calendar spans."""
    near = slice(len(calendar) - 20, len(calendar))
    seconds = calendar.close[near] - calendar.open[near] - (calendar.break_end[near] - calendar.break_start[near])
    return float(seconds.max())


class _Candidates(Struct, frozen=True, eq=False):
    """Places where labels could stand, the more important ones first.

    ``rank`` is 0 for a year, 1 month, 2 period, 3 time of day; more is lesser. ``clock`` counts from the exchange's midnight.
    """

    slot: Integers
    seconds: Integers
    rank: Integers
    clock: Integers


@lru_cache(maxsize=8)
def _candidates(known: KnownAxis, steps: _Steps, first_slot: float, width: float) -> _Candidates:
    """What could be labelled within two widths from a slot on."""
    axis = known.axis
    table = _table(axis)
    ends = axis.stamps_at(np.array([math.floor(first_slot) - 1, math.ceil(first_slot + 2 * width)]))
    start, stop = (int(row) for row in table.begin.searchsorted(ends, "right"))
    rows = slice(max(start - 1, 0), stop)
    begin, (month, before, ordinal) = table.begin[rows], table.months(rows)
    new_month = ordinal == 0
    # The year begins with its first month that has periods, whichever that is.
    new_year = new_month & (month // 12 != before // 12)
    rank = np.full(len(begin), 9)
    if steps.periods:
        rank[ordinal % steps.periods == 0] = 2
    if steps.months:
        rank[new_month & (month % 12 % steps.months == 0)] = 1
    rank[new_year & (month // 12 % steps.years == 0)] = 0
    kept = rank < 9
    wanted, rank = begin[kept], rank[kept]
    if steps.clock:
        times = (begin[:, np.newaxis] + np.arange(0, DAY_SECONDS, steps.clock)[1:]).ravel()
        times = times[(times >= ends[0]) & (times <= ends[1])]
        wanted = np.concatenate((wanted, times))
        rank = np.concatenate((rank, np.full(len(times), 3)))
    slot = np.ceil(axis.slot(wanted.astype(np.float64)) - 1e-6).astype(np.int64)
    seconds = axis.stamps_at(slot)
    days = axis.calendar.midnight[np.maximum(axis.calendar.rows_of(seconds), 0)]
    # Of equals those come later whose bar stands later than what begins there, because bars are missing.
    moved = np.where(rank < 3, table.begin[table.begin.searchsorted(seconds, "right") - 1] > wanted, seconds > wanted)
    order = np.lexsort((slot, moved, rank))
    return _Candidates(slot[order], seconds[order], rank[order], (seconds - days)[order])


def _spread(
    found: _Candidates, near: NDArray[np.intp], slots_apart: float, first_slot: float, last_slot: float
) -> tuple[TimeTick, ...]:
    """Those of the candidates in the rows ``near`` that keep their distance from more important ones."""
    taken: list[int] = []
    known: dict[int, int] = {}
    for index, slot in zip(near.tolist(), found.slot[near].tolist(), strict=True):
        place = bisect_left(taken, slot)
        if place < len(taken) and taken[place] - slot < slots_apart:
            continue
        if place > 0 and slot - taken[place - 1] < slots_apart:
            continue
        taken.insert(place, slot)
        known[slot] = index
    kept = [slot for slot in taken if first_slot <= slot <= last_slot]
    rows = [known[slot] for slot in kept]
    columns = zip(kept, found.rank[rows].tolist(), found.clock[rows].tolist(), found.seconds[rows].tolist(), strict=True)
    return tuple([TimeTick(slot, _level(rank, clock), seconds) for slot, rank, clock, seconds in columns])


def _level(rank: int, clock: int) -> Level:
    if rank == 3:
        return "minute" if clock % 3600 else "hour"
    levels: tuple[Level, ...] = ("year", "month", "day")
    return levels[rank]
