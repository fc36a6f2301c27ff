"""Sessions, weeks, months and years in a table of bars, and arithmetic that starts anew with each.

A session is a day in UTC: no session of Hong Kong, mainland China, Japan, Europe or New York crosses midnight there, and
daily bars are stamped inside theirs. Weeks begin on Monday.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats, Times
from charting.core.text import translatable

PERIODS = (translatable("session"), translatable("week"), translatable("month"), translatable("year"))
AUTOMATIC = translatable("automatic")
CHOICES = (AUTOMATIC, *PERIODS)
Rows = NDArray[np.int64]

_DAY = 86_400
_MONDAY = 3  # 1970-01-01 was a Thursday


def numbers(time: Times, period: str) -> Times:
    """The number of the period each time lies in, counted from 1970; (n,) int64.

    Raises
    ------
    ValueError
        If there is no such period.
    """
    match period:
        case "session":
            return time // _DAY
        case "week":
            return (time // _DAY + _MONDAY) // 7
        case "month" | "year":
            return time.astype("datetime64[s]").astype(f"datetime64[{period[0].upper()}]").astype(np.int64)
    raise ValueError(f"“{period}” is no period; use session, week, month or year.")


def suiting(bars: Bars, chosen: str) -> str:
    """A chosen period; automatic is the session for bars of minutes and hours, the month for days, else the year."""
    if chosen != AUTOMATIC:
        return chosen
    if bars.interval.is_intraday:
        return "session"
    return "month" if bars.interval.unit == "d" else "year"


def starts(bars: Bars, period: str) -> Rows:
    """The rows at which a period begins, the first row being one; (m,) int64."""
    if not len(bars):
        return np.empty(0, np.int64)
    found = numbers(bars.time, period)
    return np.concatenate(([0], np.flatnonzero(found[1:] != found[:-1]) + 1))


def start_before(bars: Bars, period: str, row: int, back: int = 0) -> int:
    """The row at which the period containing ``row`` begins, or that ``back`` periods with bars before; 0 at the earliest."""
    for _ in range(back + 1):
        number = numbers(bars.time[row : row + 1], period)[0]
        row = _first_of(bars, period, number, row)
        if row == 0:
            return 0
        row -= 1
    return row + 1


def end_after(bars: Bars, period: str, row: int) -> int:
    """The row after the last of the period containing ``row``."""
    number = numbers(bars.time[row : row + 1], period)[0]
    low, high = row + 1, len(bars)
    while low < high:
        middle = (low + high) // 2
        if numbers(bars.time[middle : middle + 1], period)[0] > number:
            high = middle
        else:
            low = middle + 1
    return low


def _first_of(bars: Bars, period: str, number: int, row: int) -> int:
    """The first row of the period with a number, by bisection below ``row``, which lies in it."""
    low, high = 0, row
    while low < high:
        middle = (low + high) // 2
        if numbers(bars.time[middle : middle + 1], period)[0] < number:
            low = middle + 1
        else:
            high = middle
    return low


def accumulate(function: np.ufunc, values: Floats, first: Rows) -> Floats:
    """``function.accumulate`` that starts anew at the rows ``first``; (n,) float64.

    It works group by group, or step by step through all groups at once where these are short and many; both add in the
    same order and so give the same bits.
    """
    found = np.empty_like(values)
    lengths = np.diff(np.append(first, len(values)))
    if not len(first):
        return found
    if lengths.max() < len(first):
        found[first] = values[first]
        for step in range(1, int(lengths.max())):
            rows = first[lengths > step] + step
            found[rows] = function(found[rows - 1], values[rows])
        return found
    for start, length in zip(first.tolist(), lengths.tolist(), strict=True):
        function.accumulate(values[start : start + length], out=found[start : start + length])
    return found


def spread(values: NDArray[Any], first: Rows, count: int) -> NDArray[Any]:
    """Give each of ``count`` rows the value of its group; ``values`` has one a group."""
    return np.repeat(values, np.diff(np.append(first, count)))


def last_values(values: Floats, first: Rows) -> Floats:
    """The last value of each group that is not NaN; (m,) float64, NaN where there is none."""
    if not len(first):
        return np.empty(0)
    rows = np.maximum.reduceat(np.where(np.isnan(values), -1, np.arange(len(values))), first)
    return np.where(rows >= 0, values[rows], np.nan)


def previous(bars: Bars, period: str) -> tuple[Floats, Floats, Floats]:
    """High, low and close of the period before each row's; three (n,) float64, NaN throughout the first period."""
    first = starts(bars, period)
    count = len(bars)
    if not count:
        return np.empty(0), np.empty(0), np.empty(0)
    by_group = (np.fmax.reduceat(bars.high, first), np.fmin.reduceat(bars.low, first), last_values(bars.close, first))
    high, low, close = (spread(np.concatenate(([np.nan], values[:-1])), first, count) for values in by_group)
    return high, low, close
