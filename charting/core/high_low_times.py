"""When within each bar its high and its low were made, as shorter bars tell it."""

from __future__ import annotations

from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats, Times

UNKNOWN = np.iinfo(np.int64).min
_SAME = 1e-6
"""Share of a price by which the same one may differ between tables: sources round them in single precision."""


class HighLowTimes(Struct, frozen=True, eq=False):
    """Times of highs and lows.

    Attributes
    ----------
    bars
        The bars they belong to.
    high, low
        (len(bars),) int64, UTC seconds at which the shorter bars with the high and the low begin; :data:`UNKNOWN` where none
        of them has it.
    """

    bars: Bars
    high: Times
    low: Times

    def of(self, bars: Bars, row: int, field: Literal["high", "low"]) -> int | None:
        """When the high or low of a row of ``bars`` was made, which may be on another basis or have gone on since."""
        if not (0 <= row < min(len(bars), len(self.bars)) and bars.time[row] == self.bars.time[row]):
            return None
        if row == len(self.bars) - 1 and getattr(bars, field)[row] != getattr(self.bars, field)[row]:
            return None  # it was the last one, and may have been made again since
        found = int(getattr(self, field)[row])
        return None if found == UNKNOWN else found

    def refined(self, finer: Bars) -> HighLowTimes:
        """With the times that still shorter bars know better."""
        other = high_low_times(self.bars, finer)
        high = np.where(other.high == UNKNOWN, self.high, other.high)
        return replace(self, high=high, low=np.where(other.low == UNKNOWN, self.low, other.low))


def unknown_times(bars: Bars) -> HighLowTimes:
    """Of bars of which no shorter ones are at hand."""
    nothing = np.full(len(bars), UNKNOWN)
    return HighLowTimes(bars, nothing, nothing)


def high_low_times(bars: Bars, finer: Bars) -> HighLowTimes:
    """When the highs and lows of ``bars`` were made in ``finer`` ones: the first of these that reached as far.

    Only where these hold the very price: bars of another source, or with gaps, know nothing.
    """
    if not len(finer) or not len(bars):
        return unknown_times(bars)
    high = _reached(bars, bars.high, finer, finer.high)
    return HighLowTimes(bars, high, _reached(bars, -bars.low, finer, -finer.low))


def _reached(bars: Bars, wanted: Floats, finer: Bars, column: Floats) -> Times:
    """The first time at which ``column`` comes up to what is ``wanted`` of each bar, (len(bars),)."""
    owners = bars.time.searchsorted(finer.time, "right") - 1
    price = wanted[owners]
    with np.errstate(invalid="ignore"):
        there = (owners >= 0) & (np.abs(column - price) <= _SAME * np.abs(price))
    rows = np.flatnonzero(there)[::-1]  # the first one is written last
    found = np.full(len(bars), UNKNOWN)
    found[owners[rows]] = finer.time[rows]
    return found
