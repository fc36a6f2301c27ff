"""Volume by price: how much was traded at which price, the point of control and the value area."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats

_CHUNK = 1 << 15


class Profile(Struct, frozen=True):
    """Volume by price.

    Attributes
    ----------
    edges
        (rows + 1,) prices between the rows, from the lowest.
    rising, falling
        (rows,) volume of bars that closed at or above their open, and below it.
    control
        The row with the most volume, the point of control.
    area
        First and last row of the value area.
    """

    edges: Floats
    rising: Floats
    falling: Floats
    control: int
    area: tuple[int, int]

    def middle(self, row: int) -> float:
        """The price in the middle of a row."""
        return float(self.edges[row] + self.edges[row + 1]) / 2


def profile(bars: Bars, first: int, last: int, rows: int, share: float) -> Profile | None:
    """Spread each bar's volume evenly over its prices, from bar ``first`` to ``last``, both included.

    Parameters
    ----------
    bars, first, last
        The bars to count.
    rows
        Rows of equal height from the lowest low to the highest high.
    share
        Part of all volume (0 to 1) that the value area holds: it grows from the point of control to whichever
        neighbouring row has more.

    Returns
    -------
    Profile | None
        None where nothing was traded or nobody knows.
    """
    part = bars.slice(max(0, first), max(0, min(last, len(bars) - 1) + 1))
    known = np.isfinite(part.low) & np.isfinite(part.high) & (part.volume > 0)
    if not known.any():
        return None
    low, high, volume = part.low[known], part.high[known], part.volume[known]
    up = part.close[known] >= part.open[known]
    edges = np.linspace(low.min(), max(high.max(), low.min() + 1e-9), rows + 1)
    rising, falling = np.zeros(rows), np.zeros(rows)
    for start in range(0, len(low), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        shares = _shares(low[chunk], high[chunk], edges) * volume[chunk, None]
        rising += shares[up[chunk]].sum(axis=0)
        falling += shares[~up[chunk]].sum(axis=0)
    total = rising + falling
    control = int(total.argmax())
    return Profile(edges, rising, falling, control, _area(total, control, share))


def _shares(low: Floats, high: Floats, edges: Floats) -> Floats:
    """What part of each bar lies in each row, (bars, rows); a bar without height lies in one row."""
    height = high - low
    inside = np.minimum(high[:, None], edges[1:]) - np.maximum(low[:, None], edges[:-1])
    with np.errstate(divide="ignore", invalid="ignore"):
        shares: Floats = np.clip(inside, 0.0, None) / height[:, None]
    flat = height <= 0
    if flat.any():
        row = np.clip(edges.searchsorted(low[flat], "right") - 1, 0, len(edges) - 2)
        shares[flat] = np.eye(len(edges) - 1)[row]
    return shares


def _area(total: Floats, control: int, share: float) -> tuple[int, int]:
    first = last = control
    held, wanted = total[control], total.sum() * share
    while held < wanted and (first > 0 or last < len(total) - 1):
        below = total[first - 1] if first > 0 else -1.0
        above = total[last + 1] if last < len(total) - 1 else -1.0
        if above >= below:
            last += 1
            held += above
        else:
            first -= 1
            held += below
    return first, last
