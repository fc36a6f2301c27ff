"""What the bars in view gained and risked: change, volatility, best and worst bar, deepest fall."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats

TRADING_DAYS = 246
"""Sessions of a year in Hong Kong, on average."""
TRADING_SECONDS = 5.5 * 3600
"""Continuous trading of a full session there."""


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


def returns_of(bars: Bars, *, price_made: bool = False) -> Returns:
    """Measure some bars, oldest first; ``price_made`` ones are as long as prices take."""
    close = bars.close[np.isfinite(bars.close) & (bars.close > 0)]
    if not len(close):
        return Returns(np.empty(0), np.empty(0), math.nan, math.nan)
    drawdown = close / np.maximum.accumulate(close) - 1
    change = float(close[-1] / close[0] - 1) if len(close) > 1 else math.nan
    logs = np.diff(np.log(close))
    scaled = len(logs) > 1 and not price_made
    volatility = float(logs.std(ddof=1) * math.sqrt(bars_a_year(bars))) if scaled else math.nan
    return Returns(np.diff(close) / close[:-1], drawdown, change, volatility)


def bars_a_year(bars: Bars) -> float:
    """How many bars of this interval a year of trading has."""
    interval = bars.interval
    if interval.is_intraday:
        return TRADING_DAYS * max(1.0, TRADING_SECONDS / interval.seconds)
    return {"d": TRADING_DAYS, "wk": 365.25 / 7, "mo": 12.0}[interval.unit] / interval.count
