"""What the bars in view gained and risked: change, volatility, best and worst bar, deepest fall."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.calendar import DAY_SECONDS
from charting.core.interval import Interval
from charting.core.timeaxis import TimeAxis

YEAR = 365.25
"""Days of a year, on average."""
_YEARS = 10
"""Years of a calendar whose sessions are counted."""


class Trading(Struct, frozen=True):
    """How much a market trades: sessions a year, and seconds of continuous trading in a full one."""

    sessions: float
    seconds: float


class Returns(Struct, frozen=True, eq=False):
    """Returns of n bars from close to close, in fractions (0.01 is one per cent).

    Attributes
    ----------
    returns
        (n - 1,) close over the close before, less one; closes that are missing or not positive are passed over.
    drawdown
        (n,) how far each close is below the highest close up to it, zero or negative.
    change
        Last close over the first, less one; NaN for fewer than two closes.
    volatility
        Standard deviation of the logarithmic returns, scaled to a year; NaN for fewer than three closes, and for bars that
        prices made, of which a year has nobody knows how many.
    """

    returns: Floats
    drawdown: Floats
    change: float
    volatility: float

    @property
    def best(self) -> float:
        """The greatest return, NaN when there is none."""
        return float(self.returns.max()) if len(self.returns) else math.nan

    @property
    def worst(self) -> float:
        """The least return."""
        return float(self.returns.min()) if len(self.returns) else math.nan

    @property
    def rising(self) -> float:
        """Share of the returns above zero."""
        return float((self.returns > 0).mean()) if len(self.returns) else math.nan

    @property
    def deepest(self) -> float:
        """The deepest fall from a high, zero or negative."""
        return float(self.drawdown.min()) if len(self.drawdown) else math.nan


def returns_of(bars: Bars, trading: Trading | None) -> Returns:
    """Measure some bars, oldest first, of a market; without one nobody knows how many of them a year has."""
    close = bars.close[np.isfinite(bars.close) & (bars.close > 0)]
    if not len(close):
        return Returns(np.empty(0), np.empty(0), math.nan, math.nan)
    drawdown = close / np.maximum.accumulate(close) - 1
    change = float(close[-1] / close[0] - 1) if len(close) > 1 else math.nan
    logs = np.diff(np.log(close))
    volatility = math.nan
    if trading is not None and len(logs) > 1:
        volatility = float(logs.std(ddof=1) * math.sqrt(bars_a_year(bars.interval, trading)))
    return Returns(np.diff(close) / close[:-1], drawdown, change, volatility)


def bars_a_year(interval: Interval, trading: Trading) -> float:
    """How many bars of an interval a year of trading has."""
    if interval.is_intraday:
        return trading.sessions * max(1.0, trading.seconds / interval.seconds)
    return {"d": trading.sessions, "wk": YEAR / 7, "mo": 12.0}[interval.unit] / interval.count


def trading_of(axis: TimeAxis) -> Trading:
    """How much the market of some bars trades: by its calendar, or day and night where they have no exchange."""
    calendar = axis.calendar
    if not calendar.exchange:
        return Trading(YEAR if calendar.rests_never else YEAR * 5 / 7, DAY_SECONDS)
    last = (calendar.known[1] - date(1970, 1, 1)).days
    first, after = calendar.day.searchsorted((last - _YEARS * YEAR, last), "right").tolist()
    rows = slice(first, after)
    seconds = calendar.close[rows] - calendar.open[rows] - (calendar.break_end[rows] - calendar.break_start[rows])
    return Trading((after - first) / _YEARS, float(np.median(seconds)))
