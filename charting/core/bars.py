"""Bars as numpy columns: one immutable table of times, prices and volumes for one instrument and interval."""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike, NDArray

from charting.core.interval import Interval

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

COLUMNS = ("time", "open", "high", "low", "close", "volume")
"""The columns of a table of bars, by the names of its fields."""


def _column(values: ArrayLike, dtype: type[Any]) -> NDArray[Any]:
    column = np.ascontiguousarray(values, dtype=dtype).view()
    column.flags.writeable = False
    return column


class Bars(Struct, frozen=True, eq=False, weakref=True):
    """The bars of one series, oldest first.

    Two tables are the same only if they are the same object: views and caches compare with ``is``.

    Attributes
    ----------
    time
        (n,) int64, UTC seconds since 1970 at which each bar begins, strictly increasing. A daily bar begins with its
        session (09:30 in Hong Kong), a weekly or monthly one with its first session.
    open, high, low, close
        (n,) float64, in the instrument's currency. A row may hold NaN where nothing was traded.
    volume
        (n,) float64, NaN where the source knows none (which is not the same as zero).
    interval
        What one bar covers.
    """

    time: Times
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    interval: Interval

    @classmethod
    def of(
        cls,
        time: ArrayLike,
        open: ArrayLike,
        high: ArrayLike,
        low: ArrayLike,
        close: ArrayLike,
        volume: ArrayLike | None,
        interval: Interval,
    ) -> Bars:
        """Make a table from columns, which are taken over as read-only (and copied only to change their type).

        Raises
        ------
        ValueError
            If the columns differ in length or the times do not strictly increase.
        """
        times = _column(time, np.int64)
        opens, highs, lows, closes = (_column(column, np.float64) for column in (open, high, low, close))
        volumes = _column(np.full(len(times), np.nan) if volume is None else volume, np.float64)
        if any(column.shape != times.shape for column in (opens, highs, lows, closes, volumes)):
            raise ValueError("All columns of a table of bars must have the same length.")
        if len(times) > 1 and not bool((times[1:] > times[:-1]).all()):
            raise ValueError("The times of a table of bars must strictly increase.")
        return cls(times, opens, highs, lows, closes, volumes, interval)

    @classmethod
    def empty(cls, interval: Interval) -> Bars:
        """A table without rows."""
        nothing = np.empty(0)
        return cls.of(nothing, nothing, nothing, nothing, nothing, nothing, interval)

    def __len__(self) -> int:
        return len(self.time)

    def slice(self, start: int, stop: int) -> Bars:
        """The rows ``start`` to ``stop`` (exclusive) as far as there are any, sharing memory; negative ones do not count back."""
        rows = slice(max(0, start), max(0, stop))
        return Bars(
            self.time[rows],
            self.open[rows],
            self.high[rows],
            self.low[rows],
            self.close[rows],
            self.volume[rows],
            self.interval,
        )

    def source(self, name: str) -> Floats:
        """A price series by its usual name: open, high, low, close, volume, hl2, hlc3 or ohlc4; shape (n,).

        Raises
        ------
        ValueError
            If the name is none of these.
        """
        match name:
            case "open" | "high" | "low" | "close" | "volume":
                column: Floats = getattr(self, name)
                return column
            case "hl2":
                return (self.high + self.low) / 2
            case "hlc3":
                return (self.high + self.low + self.close) / 3
            case "ohlc4":
                return (self.open + self.high + self.low + self.close) / 4
        raise ValueError(f"“{name}” is not a price series of a bar.")


def in_one_memory(one: Bars, other: Bars) -> bool:
    """Whether two tables are one series at perhaps different lengths, of which one went on from the other, in its memory.

    No value is looked at: all rows but the last of the shorter one are then the same, and any table may be the longer one.
    """
    pairs = [(getattr(one, name), getattr(other, name)) for name in COLUMNS]
    return all(mine.__array_interface__["data"] == its.__array_interface__["data"] for mine, its in pairs)


def same_rows(one: Bars, other: Bars, count: int) -> bool:
    """Whether the first ``count`` rows of two tables are the same, value by value; what is not known equals the same."""
    pairs = [(getattr(one, name)[:count], getattr(other, name)[:count]) for name in COLUMNS]
    return all(np.array_equal(mine, its, equal_nan=True) for mine, its in pairs)
