"""Where bars belong in time: the interval their stamps tell, and the session, week or month each stamp stands for."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Times
from charting.core.calendar import DAY_SECONDS, Calendar
from charting.core.interval import DAY, Interval
from charting.market.stamps import UNREADABLE, local_seconds

Mask = NDArray[np.bool_]

AUCTION = 600
"""Seconds after the close in which the closing auction's price is made (in Hong Kong at random 8 to 10 minutes after)."""

_DAYS_PER_MONTH = 30.4375


class Aligned(Struct, frozen=True, eq=False):
    """Stamps on a calendar.

    Attributes
    ----------
    time
        (n,) int64, UTC seconds: a daily bar's session opening, a week's or month's first; intraday stamps as they are.
    outside
        (n,) whether a bar lies where the calendar has no trading.
    """

    time: Times
    outside: Mask


def interval_of(times: Times, timezone: str) -> Interval | None:
    """The interval that stamps are apart, None when they are closer than a minute.

    One bar a day or fewer gives days, weeks or months by the median distance; otherwise the most frequent distance
    within a day counts, in minutes or hours. A single bar is taken for a day's.

    Parameters
    ----------
    times
        (n,) int64, UTC seconds, in any order and with repetitions; :data:`UNREADABLE` ones are ignored.
    timezone
        IANA name of the zone whose days count.
    """
    clock = _distinct(local_seconds(times[times != UNREADABLE], timezone))
    days = _distinct(clock // DAY_SECONDS)
    if len(days) == len(clock):
        return _interval_in_days(days)
    steps = np.diff(clock)[np.diff(clock // DAY_SECONDS) == 0]
    step = int(np.bincount(np.minimum(steps, DAY_SECONDS)).argmax())
    if step < 60:
        return None
    minutes = round(step / 60)
    return Interval(minutes // 60, "h") if minutes % 60 == 0 else Interval(minutes, "m")


def _distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each value once, in order; ``numpy.unique`` takes many times as long for millions that are nearly in order."""
    ordered = values if bool((values[1:] >= values[:-1]).all()) else np.sort(values, kind="stable")
    return ordered[np.diff(ordered, prepend=ordered[:1] - 1) > 0]


def _interval_in_days(days: NDArray[np.int64]) -> Interval:
    if len(days) < 2:
        return DAY
    gap = float(np.median(np.diff(days)))
    if gap < 5:
        return DAY
    if gap < 26:
        return Interval(max(1, round(gap / 7)), "wk")
    return Interval(max(1, round(gap / _DAYS_PER_MONTH)), "mo")


def stamped_at_end(times: Times, interval: Interval, calendar: Calendar) -> bool:
    """Whether intraday bars bear the time at which they end, as some vendors' do: 09:31 to 12:00 instead of 09:30 to 11:59.

    Told from the openings, which such bars never bear, and the beginning of the lunch break, which they do on at least
    half of the days. Without an exchange, or with one that has no lunch break, nothing can be told.
    """
    known = times[times != UNREADABLE]
    if not interval.is_intraday or not calendar.exchange or not len(known):
        return False
    row = np.maximum(calendar.rows_of(known), 0)
    if bool((known == calendar.open[row]).any()):
        return False
    at_break = (known == calendar.break_start[row]) & (calendar.break_start[row] < calendar.break_end[row])
    return len(_distinct(row[at_break])) * 2 >= len(_distinct(row))


def aligned(times: Times, interval: Interval, calendar: Calendar, timezone: str) -> Aligned:
    """Put stamps where the calendar has them.

    Parameters
    ----------
    times
        (n,) int64, UTC seconds, or :data:`UNREADABLE`, which stays and lies nowhere.
    interval
        What one bar covers.
    calendar
        The exchange's. Without an exchange every time is as good as any other: nothing lies outside.
    timezone
        IANA name of the zone in which a stamp's date is meant.
    """
    readable = times != UNREADABLE
    known = times[readable]
    placed = _in_sessions(known, interval, calendar) if interval.is_intraday else _on_days(known, interval, calendar, timezone)
    found = np.full(len(times), UNREADABLE, dtype=np.int64)
    outside = np.zeros(len(times), dtype=bool)
    found[readable], outside[readable] = placed.time, placed.outside
    if not calendar.exchange:
        outside[:] = False
    return Aligned(found, outside)


def _in_sessions(times: Times, interval: Interval, calendar: Calendar) -> Aligned:
    """A bar lies in a session when any part of it does; the closing auction counts, the lunch break does not."""
    ends = times + interval.seconds
    row = np.maximum(calendar.rows_of(times), 0)
    opens, break_start = calendar.open[row], calendar.break_start[row]
    break_end, close = calendar.break_end[row], calendar.close[row] + AUCTION
    morning = (ends > opens) & (times < np.where(break_start < break_end, break_start, close))
    afternoon = (ends > break_end) & (times < close)
    return Aligned(times, ~(morning | afternoon))


def _on_days(times: Times, interval: Interval, calendar: Calendar, timezone: str) -> Aligned:
    """Days go to their session's opening, weeks (from Monday) and months to that of their first session."""
    days = local_seconds(times, timezone) // DAY_SECONDS
    match interval.unit:
        case "wk":
            first = days - (days + 3) % 7  # 1970-01-01 was a Thursday
            last = first + 7 * interval.count
        case "mo":
            month = days.astype("datetime64[D]").astype("datetime64[M]")
            first = month.astype("datetime64[D]").astype(np.int64)
            last = (month + interval.count).astype("datetime64[D]").astype(np.int64)
        case _:
            first, last = days, days + 1
    row = np.minimum(calendar.day.searchsorted(first), len(calendar) - 1)
    day = calendar.day[row]
    inside = (day >= first) & (day < last)
    return Aligned(np.where(inside, calendar.open[row], calendar.session_opens(first)), ~inside)
