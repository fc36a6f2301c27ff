"""The volume-weighted average price since any bar, at any bar after it, in a time that does not grow with the bars between.

Sums over blocks of bars are worked out once for a table and shared by all averages over it. They go on when a bar is added
or the last one changes. A value is then the sum of whole blocks, known beforehand, and of the bars of one more.
"""

from __future__ import annotations

import math
from weakref import ref

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats, in_one_memory

Rows = NDArray[np.int64]

BLOCK = 64
"""Bars of a block."""
_CHUNK = 1 << 14
"""Blocks that are summed at a time."""
_ASKED = 2048
"""Blocks that an average may remember before it is asked about more."""


class _Blocks(Struct, frozen=True, eq=False):
    """Sums over the whole blocks of a table.

    Attributes
    ----------
    bars
        The table, by which others in the same memory are known.
    origins
        (m,) the first traded price of each block, NaN where nothing was traded.
    sums
        (m, 3) of each block: its volumes, times the distances of its prices from its origin, times their squares.
    """

    bars: ref[Bars]
    origins: Floats
    sums: Floats


_known: dict[tuple[int, str], _Blocks] = {}
"""Sums by where the table's closes lie in memory, and the kind of price; those of tables that are gone go with the next."""


class AnchoredAverage(Struct, frozen=True, eq=False):
    """An average from the bar ``first`` to the last, which remembers the blocks it was asked about.

    Attributes
    ----------
    begin
        The price it begins with.
    before
        (m + 1, 3) the sums before each whole block after ``first``, about ``begin``.
    """

    bars: Bars
    source: str
    first: int
    begin: float
    before: Floats
    asked: dict[int, Floats] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The last row."""
        return len(self.bars) - 1

    def at(self, rows: Rows) -> tuple[Floats, Floats]:
        """The average and the standard deviation round it at rows (k,) from ``first`` on, (k,) each; NaN before any trade."""
        opening = -(-self.first // BLOCK)
        block = (rows + 1) // BLOCK
        start = np.maximum(block * BLOCK, self.first)
        sums = self.before[np.maximum(block - opening, 0)] * (block >= opening)[:, None]
        count = rows + 1 - start
        partial = count > 0
        if partial.any():
            starts, which = np.unique(start[partial], return_inverse=True)
            sums[partial] += self._running(starts)[which, count[partial] - 1]
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = sums[:, 1] / sums[:, 0]
            spread = sums[:, 2] / sums[:, 0] - mean * mean
        return mean + self.begin, np.sqrt(np.maximum(spread, 0.0))

    def mean(self, row: int) -> float:
        """The average at one row from ``first`` on, for which :meth:`at` would take many times as long; NaN before any trade."""
        opening, block = -(-self.first // BLOCK), (row + 1) // BLOCK
        start = max(block * BLOCK, self.first)
        weight, product = self.before[block - opening, :2].tolist() if block >= opening else (0.0, 0.0)
        if row >= start:
            if start not in self.asked:
                self._running(np.array([start]))
            more = self.asked[start][row - start].tolist()
            weight, product = weight + more[0], product + more[1]
        return self.begin + product / weight if weight else math.nan

    def _running(self, starts: Rows) -> Floats:
        """The sums over the first row, two rows and so on from each of some rows (k,), as far as a block; (k, BLOCK, 3)."""
        new = [start for start in starts.tolist() if start not in self.asked]
        if new:
            if len(self.asked) > _ASKED:
                self.asked.clear()
                new = starts.tolist()
            rows = np.minimum(np.array(new)[:, None] + np.arange(BLOCK), self.last)
            terms = _terms(_picked(self.bars, rows.ravel()), self.source, self.begin).reshape(*rows.shape, 3)
            self.asked.update(zip(new, np.cumsum(terms, axis=1), strict=True))
        return np.array([self.asked[start] for start in starts.tolist()])


def anchored_average(bars: Bars, first: int, source: str, known: AnchoredAverage | None = None) -> AnchoredAverage | None:
    """``sum(price * volume) / sum(volume)`` from a bar on; None where nothing was traded or nobody knows.

    The deviation is the volume-weighted one, ``sqrt(sum(price ** 2 * volume) / sum(volume) - mean ** 2)``. Bars without
    a price or a volume leave both as they are. ``known`` is the same average over a table that this one went on from.
    """
    first, blocks = max(0, first), _blocks(bars, source)
    opening, closing = -(-first // BLOCK), len(blocks.origins) * BLOCK
    head, tail = bars.slice(first, opening * BLOCK), bars.slice(max(first, closing), len(bars))
    origins, sums = blocks.origins[opening:], blocks.sums[opening:]
    begins = (_first_price(head, source), *origins[np.isfinite(origins)][:1].tolist(), _first_price(tail, source))
    begin = next((price for price in begins if np.isfinite(price)), None)
    if begin is None:
        return None
    # Sums about the origin of a block become sums about another price: squares of large prices never come up.
    away = np.nan_to_num(origins - begin)
    weight, product, square = sums.T
    moved = np.stack((weight, product + away * weight, square + 2 * away * product + away * away * weight), axis=1)
    opened = _terms(head, source, begin).sum(axis=0) if opening * BLOCK <= len(bars) else np.zeros(3)
    asked: dict[int, Floats] = {}
    if known is not None and known.begin == begin:  # the last bar may have changed
        asked = {start: sums for start, sums in known.asked.items() if start + BLOCK <= known.last}
    table = bars.slice(0, len(bars))  # another one of the same rows: what is kept by a table must not hold that
    return AnchoredAverage(table, source, first, begin, np.cumsum(np.concatenate((opened[None], moved)), axis=0), asked)


def _blocks(bars: Bars, source: str) -> _Blocks:
    key = int(bars.close.__array_interface__["data"][0]), source
    known = _known.pop(key, None)
    table = None if known is None else known.bars()
    if known is None or table is None or not in_one_memory(table, bars):
        found = _summed(bars, source, 0)
    elif table is bars:
        found = known
    else:
        whole = max(0, min(len(table), len(bars)) - 1) // BLOCK  # the last bar may have changed
        rest = _summed(bars, source, whole)
        sums = np.concatenate((known.sums[:whole], rest.sums))
        found = _Blocks(ref(bars), np.concatenate((known.origins[:whole], rest.origins)), sums)
    for gone in [other for other, one in _known.items() if one.bars() is None]:
        del _known[gone]
    _known[key] = found
    return found


def _summed(bars: Bars, source: str, begin: int) -> _Blocks:
    """The sums over the whole blocks from number ``begin`` on."""
    count = len(bars) // BLOCK
    origins, sums = np.empty(max(0, count - begin)), np.empty((max(0, count - begin), 3))
    for first in range(begin, count, _CHUNK):
        last = min(first + _CHUNK, count)
        part = bars.slice(first * BLOCK, last * BLOCK)
        price, traded = part.source(source).reshape(-1, BLOCK), _traded(part, source).reshape(-1, BLOCK)
        found = price[np.arange(len(price)), traded.argmax(axis=1)]
        origin = np.where(traded.any(axis=1), found, np.nan)
        rows = slice(first - begin, last - begin)
        origins[rows] = origin
        away, weight = np.where(traded, price - origin[:, None], 0.0), np.where(traded, part.volume.reshape(-1, BLOCK), 0.0)
        product = away * weight
        sums[rows, 0], sums[rows, 1], sums[rows, 2] = weight.sum(axis=1), product.sum(axis=1), (product * away).sum(axis=1)
    return _Blocks(ref(bars), origins, sums)


def _terms(bars: Bars, source: str, begin: float) -> Floats:
    """What each row adds to the sums about a price, (n, 3)."""
    traded = _traded(bars, source)
    weight, away = np.where(traded, bars.volume, 0.0), np.where(traded, bars.source(source) - begin, 0.0)
    return np.stack((weight, weight * away, weight * away * away), axis=1)


def _traded(bars: Bars, source: str) -> NDArray[np.bool_]:
    """Rows with a price and a volume."""
    return np.isfinite(bars.source(source)) & np.isfinite(bars.volume) & (bars.volume > 0)


def _first_price(bars: Bars, source: str) -> float:
    rows = np.flatnonzero(_traded(bars, source))
    return float(bars.source(source)[rows[0]]) if len(rows) else np.nan


def _picked(bars: Bars, rows: Rows) -> Bars:
    """The bars at rows (k,), which need not rise."""
    open_, high, low, close = (column[rows] for column in (bars.open, bars.high, bars.low, bars.close))
    return Bars(bars.time[rows], open_, high, low, close, bars.volume[rows], bars.interval)
