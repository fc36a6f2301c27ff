"""Bars that go on by ticks: the last one changes, or the calendar's next one begins, until the source's own bars come."""

from __future__ import annotations

import math
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats, Times
from charting.core.calendar import Calendar
from charting.market.hours import may_trade
from charting.market.quote import Tick

Number = TypeVar("Number", np.int64, np.float64)

SPARE = 1024
"""Rows that there is room for before the columns are copied again."""

COMPARED = 100_000
"""Rows that are compared, which takes less than a millisecond."""

GRACE = 120.0
"""Seconds after a part of a session during which trades of it are still reported."""


class LiveBars:
    """The bars of a series together with what ticks made of them; nothing of it ever reaches the store.

    What it was given is copied with the first tick, and stays as it was. From then on all tables share one memory, so
    that a tick costs the same for ten million bars as for ten: **the last row of a table handed out earlier goes on
    changing**, all rows before it stay. That is what whoever carries values from table to table relies on, see
    :func:`charting.indicators.growth.continuation`.

    Parameters
    ----------
    bars
        The source's bars, oldest first.
    calendar
        Where the instrument is traded.
    """

    def __init__(self, bars: Bars, calendar: Calendar) -> None:
        self._calendar = calendar
        self._interval = bars.interval
        self._bars = self._source = bars
        self._columns: tuple[Times, Floats, Floats, Floats, Floats, Floats] | None = None
        self._heard: tuple[int, float] | None = None

    @property
    def bars(self) -> Bars:
        """The bars as they are now."""
        return self._bars

    @property
    def provisional(self) -> int:
        """Rows at the end that ticks added."""
        return len(self._bars) - len(self._source)

    def began_with(self, bars: Bars) -> bool:
        """Whether these are the source's bars that it began with, as far back as is quickly looked at."""
        if len(bars) != len(self._source):
            return False
        recent = slice(-COMPARED, None)
        return all(
            np.array_equal(getattr(bars, name)[recent], getattr(self._source, name)[recent], equal_nan=name != "time")
            for name in ("time", "close", "volume")
        )

    def tick(self, tick: Tick) -> bool:
        """Take a tick in; whether it changed anything. Ticks outside of sessions, or before the last bar, do not."""
        stamp = self._stamp(tick.time)
        if stamp is None:
            return False
        volume = self._traded(tick, stamp)
        row = len(self._bars) - 1
        if row >= 0 and stamp == self._bars.time[row]:
            self._change(row, tick, volume)
        else:
            self._add(stamp, tick, volume)
        return True

    def take_over(self, before: LiveBars) -> None:
        """Keep the bars that ticks added to an earlier table after the end of this one: the source is behind them."""
        old = before.bars
        self._heard = before._heard  # of the same class
        if not len(self._bars) or not before.provisional:
            return
        first = max(int(old.time.searchsorted(self._bars.time[-1], "right")), len(old) - before.provisional)
        for row in range(first, len(old)):
            prices = (float(column[row]) for column in (old.open, old.high, old.low, old.close))
            self._write(len(self._bars), int(old.time[row]), *prices, float(old.volume[row]))

    def _stamp(self, time: float) -> int | None:
        """The stamp of the bar that a trade belongs to; None when it belongs to none that is the last, or a new one."""
        if not may_trade(self._calendar, time, GRACE):
            return None
        grid = self._calendar.grid(self._interval)
        stamp = int(grid.stamp(grid.number_of(np.array([math.floor(time)])))[0])
        if not len(self._bars):
            return stamp
        last = int(self._bars.time[-1])
        if stamp < last:
            # The source has a bar between those of the grid, such as the closing auction's.
            return last if last <= time else None
        return stamp

    def _traded(self, tick: Tick, stamp: int) -> float:
        """The volume since the tick before; for a session's own bar, the session's. NaN where nothing is known."""
        if not math.isfinite(tick.volume):
            return math.nan
        opening = self._calendar.session_of(tick.time).open
        before, self._heard = self._heard, (opening, tick.volume)
        if before is not None and before[0] == opening:
            return max(tick.volume - before[1], 0.0)
        # The first that is heard of a session: all of it belongs to a bar that begins with it, none to others.
        begins = not self._interval.is_intraday or stamp == opening
        return tick.volume if begins and self._is_new(stamp) else 0.0

    def _is_new(self, stamp: int) -> bool:
        return not len(self._bars) or stamp > self._bars.time[-1]

    def _day_volume(self, tick: Tick) -> float | None:
        """The session's volume where a bar is one session."""
        one_day = self._interval.unit == "d" and self._interval.count == 1
        return tick.volume if one_day and math.isfinite(tick.volume) else None

    def _change(self, row: int, tick: Tick, traded: float) -> None:
        bars = self._bars
        opened, high, low, volume = (float(column[row]) for column in (bars.open, bars.high, bars.low, bars.volume))
        total = self._day_volume(tick)
        if total is not None:
            volume = float(np.fmax(volume, total))
        elif math.isfinite(traded):
            volume = traded if math.isnan(volume) and traded else volume + traded
        self._write(
            row,
            int(bars.time[row]),
            tick.first if math.isnan(opened) else opened,
            float(np.fmax(high, tick.high)),
            float(np.fmin(low, tick.low)),
            tick.last,
            volume,
        )

    def _add(self, stamp: int, tick: Tick, traded: float) -> None:
        total = self._day_volume(tick)
        volume = total if total is not None else traded
        self._write(len(self._bars), stamp, tick.first, tick.high, tick.low, tick.last, volume)

    def _write(self, row: int, *values: float) -> None:
        """Put a row at a place, the last or the one after it, and show all rows up to it."""
        columns = self._room_for(row)
        for column, value in zip(columns, values, strict=True):
            column[row] = value
        time, opens, highs, lows, closes, volumes = columns
        self._bars = Bars(
            _shown(time, row),
            _shown(opens, row),
            _shown(highs, row),
            _shown(lows, row),
            _shown(closes, row),
            _shown(volumes, row),
            self._interval,
        )

    def _room_for(self, row: int) -> tuple[Times, Floats, Floats, Floats, Floats, Floats]:
        if self._columns is None or row >= len(self._columns[0]):
            bars, size = self._bars, len(self._bars) + SPARE
            self._columns = (
                _longer(bars.time, size),
                _longer(bars.open, size),
                _longer(bars.high, size),
                _longer(bars.low, size),
                _longer(bars.close, size),
                _longer(bars.volume, size),
            )
        return self._columns


def _shown(column: NDArray[Number], row: int) -> NDArray[Number]:
    """The column up to a row, in the same memory, for reading only."""
    found = column[: row + 1]
    found.flags.writeable = False
    return found


def _longer(column: NDArray[Number], size: int) -> NDArray[Number]:
    found = np.empty(size, dtype=column.dtype)
    found[: len(column)] = column
    return found
