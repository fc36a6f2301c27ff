"""What bars did at a line: where they touched it and turned, and where they closed through it."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats

TOLERANCE = 0.15
"""Share of the average bar's range within which a bar counts as having reached the line."""


class LineReading(Struct, frozen=True):
    """What a line has meant to the bars.

    Attributes
    ----------
    touches
        Times the bars reached the line and closed on the side they came from; neighbouring bars count once.
    crossings
        Times they closed on its other side.
    distance
        Last close above the line as a fraction of the line's price there; NaN where the line has no price.
    """

    touches: int
    crossings: int
    distance: float


def tolerance(bars: Bars) -> float:
    """How near is a touch: :data:`TOLERANCE` of the mean range of a bar, in price."""
    ranges = bars.high - bars.low
    known = ranges[np.isfinite(ranges)]
    return TOLERANCE * float(known.mean()) if len(known) else 0.0


def read_line(bars: Bars, prices: Floats, since: int = 0) -> LineReading:
    """Compare bars with a line.

    Parameters
    ----------
    bars
        n bars.
    prices
        (n,) the line's price at each bar, NaN where it has none.
    since
        First row that counts, usually the line's first anchor.
    """
    rows = slice(max(0, since), len(bars))
    line, close = prices[rows], bars.close[rows]
    if not len(close):
        return LineReading(0, 0, float("nan"))
    near = tolerance(bars)
    known = np.isfinite(line) & np.isfinite(close)
    above = close >= line
    turned = known[1:] & known[:-1] & (above[1:] != above[:-1])
    reached = known & (bars.low[rows] <= line + near) & (bars.high[rows] >= line - near)
    held = reached.copy()
    held[1:] &= ~turned
    distance = float(close[-1] / line[-1] - 1) if known[-1] and line[-1] != 0 else float("nan")
    return LineReading(int(_first_of_runs(held).sum()), int(turned.sum()), distance)


def _first_of_runs(flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """True at the first element of every stretch of True."""
    first = flags.copy()
    first[1:] &= ~flags[:-1]
    return first
