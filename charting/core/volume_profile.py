"""Volume by price: how much was traded at which price, the point of control and the value area."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import COLUMNS, Bars, Floats
from charting.core.memo import Memo

_CHUNK = 1 << 15
BLOCK = 128
"""Bars that are joined once for all where very many are counted."""
_MANY = 1 << 17
"""Bars from which blocks of them are counted, and so a few beside them."""
_BLOCKS: Memo[Bars] = Memo()


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


class Counted(Struct, frozen=True, eq=False):
    """A profile, and what it counted of all its bars but the last: (rows,) each, of the bars before ``row``."""

    profile: Profile | None
    row: int
    rising: Floats
    falling: Floats


def profile(bars: Bars, first: int, last: int, rows: int, share: float, most: int | None = None) -> Profile | None:
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
    most
        Bars that are counted one by one; of more, neighbours are joined first, so that many cost no more than these.

    Returns
    -------
    Profile | None
        None where nothing was traded or nobody knows.
    """
    return counted(bars, first, last, rows, share, most).profile


def counted(
    bars: Bars, first: int, last: int, rows: int, share: float, most: int | None = None, before: Counted | None = None
) -> Counted:
    """The same, going on from what was counted ``before`` bars were added or the last one changed, if it reaches no further."""
    first, last = max(0, first), min(last, len(bars) - 1)
    newest = bars.slice(last, last + 1)
    if before is not None and before.profile is not None and _reaches(bars.slice(before.row, last + 1), before.profile.edges):
        edges = before.profile.edges
        new = _spread(bars.slice(before.row, last), edges)
        settled = before.rising + new[0], before.falling + new[1]
    else:
        part = _fewer(bars, first, last, most)
        extremes = [one for one in map(_extremes, (part, newest)) if one is not None]
        if not extremes or first > last:
            return Counted(None, first, np.zeros(rows), np.zeros(rows))
        low, high = min(one[0] for one in extremes), max(one[1] for one in extremes)
        edges = np.linspace(low, max(high, low + 1e-9), rows + 1)
        settled = _spread(part, edges)
    rising, falling = (one + other for one, other in zip(settled, _spread(newest, edges), strict=True))
    total = rising + falling
    control = int(total.argmax())
    return Counted(Profile(edges, rising, falling, control, _area(total, control, share)), last, *settled)


def _fewer(bars: Bars, first: int, stop: int, most: int | None) -> Bars:
    """The bars from a row to another one, not included; of very many, neighbours joined."""
    part = bars.slice(first, stop)
    if most is None or len(part) <= most:
        return part
    if len(part) > _MANY:
        part = _blocks(bars).slice(first // BLOCK, first // BLOCK + len(part) // BLOCK + 1)
    return _joined(part, math.ceil(len(part) / most))


def _counts(part: Bars) -> NDArray[np.bool_]:
    """Which bars have prices and a volume."""
    found: NDArray[np.bool_] = np.isfinite(part.low) & np.isfinite(part.high) & (part.volume > 0)
    return found


def _extremes(part: Bars) -> tuple[float, float] | None:
    """The lowest and the highest price; None where nothing was traded."""
    known = _counts(part)
    return (float(part.low[known].min()), float(part.high[known].max())) if known.any() else None


def _reaches(part: Bars, edges: Floats) -> bool:
    """Whether edges reach as far as bars do."""
    found = _extremes(part)
    return found is None or (float(edges[0]) <= found[0] and found[1] <= float(edges[-1]))


def _spread(part: Bars, edges: Floats) -> tuple[Floats, Floats]:
    """The volume of rising and of falling bars in each row, (rows,) each."""
    known, count = _counts(part), len(edges) - 1
    low, high, volume = part.low[known], part.high[known], part.volume[known]
    up = part.close[known] >= part.open[known]
    rising, falling = np.zeros(count), np.zeros(count)
    for start in range(0, len(low), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        shares = _shares(low[chunk], high[chunk], edges) * volume[chunk, None]
        rising += shares[up[chunk]].sum(axis=0)
        falling += shares[~up[chunk]].sum(axis=0)
    return rising, falling


def _joined(part: Bars, step: int) -> Bars:
    """Every ``step`` bars as one, with the sum of their volumes."""
    starts = np.arange(0, len(part), step)
    with np.errstate(invalid="ignore"):
        known = np.isfinite(part.low + part.high + part.volume)
    volume = np.add.reduceat(np.where(known, part.volume, 0.0), starts)
    ends = np.append(starts[1:], len(part)) - 1
    high, low = np.fmax.reduceat(part.high, starts), np.fmin.reduceat(part.low, starts)
    return Bars.of(part.time[starts], part.open[starts], high, low, part.close[ends], volume, part.interval)


def _blocks(bars: Bars) -> Bars:
    """All blocks of a table as one bar each; the last may be of fewer bars."""

    def joined(before: Bars | None) -> Bars:
        done = 0 if before is None else len(before) - 1  # of the last one not all bars may have been there
        parts = [] if before is None else [before.slice(0, done)]
        # So many at a time that what is made of them in between stays in the processor's cache.
        parts += [_joined(bars.slice(start, start + _CHUNK), BLOCK) for start in range(done * BLOCK, len(bars), _CHUNK)]
        columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in COLUMNS}
        return Bars(**columns, interval=bars.interval)

    return _BLOCKS.get(bars, None, len(bars) - 1, joined)


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
