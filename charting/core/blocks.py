"""The lowest and highest values of blocks of rows, of blocks of these and so on, and what stretches of rows they make."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.grid import Integers

BLOCK = 8
"""Rows of a block on the finest level."""
PARTS = 2
"""Blocks that a stretch should have at least on the level that it is looked at."""
FEW = 512
"""Blocks or rows that are looked at one by one rather than through a larger block."""
_ROWS = 2048
"""Rows at the ends of a range that are looked at as they are: they lie beside each other, and blocks elsewhere."""

_CHUNK = BLOCK << 13  # rows reduced at a time while building: a few of them fit into the processor's cache


def block_size(rows: float) -> int:
    """Rows of the largest blocks of which ``PARTS`` fit into a stretch of so many rows; 1 where none do."""
    if not rows >= PARTS * BLOCK:
        return 1
    size = BLOCK
    while size * factor(size) * PARTS <= rows:
        size *= factor(size)
    return size


def factor(size: int) -> int:
    """How many blocks of a size make one of the next level.

    By twos, stretches are made of few blocks. From the finest level, which takes most of the memory, it is a step of four.
    """
    return 4 if size == BLOCK else 2


class Parts(Struct, frozen=True, eq=False):
    """Which blocks make up each of w stretches of rows: the same for all arrays over the same slots.

    Attributes
    ----------
    width, first
        How many stretches there are, and how many without rows before all others; all else is about the m between the first
        and the last that have some.
    edges
        (m + 1,) rows at which these stretches begin and the last one ends.
    blocks
        (k, m) places in :attr:`Blocks.tree`, some of them twice; None where the stretches are too short for blocks.
    covered
        Rows that these blocks cover, from the first one on.
    tail
        The first of the m stretches that has rows which no block covers, and the one after the last of them.
    """

    width: int
    first: int
    edges: Integers
    blocks: Integers | None = None
    covered: int = 0
    tail: tuple[int, int] = (0, 0)


def parts_of(edges: Integers, size: int, covered: int) -> Parts:
    """The parts of the stretches between ``edges`` (w + 1,), rising, when blocks cover the first ``covered`` rows.

    As far as that, edges must be multiples of ``size``, a :func:`block_size`.
    """
    width, filled = len(edges) - 1, np.flatnonzero(edges[1:] > edges[:-1])
    first_filled = int(filled[0]) if len(filled) else 0
    edges = edges[first_filled : int(filled[-1]) + 2] if len(filled) else edges[:1]
    if size == 1 or not len(filled):
        return Parts(width, first_filled, edges)
    offset, blocks, level = 1, covered // BLOCK, BLOCK
    while level < size:
        offset, blocks, level = offset + blocks, blocks // factor(level), level * factor(level)
    inner = np.minimum(edges, blocks * size) // size
    start, stop = inner[:-1], inner[1:]
    # A block taken twice does no harm to an extreme. The place 0, where there is none, holds what any value beats.
    counts = stop - start
    numbers = (start + offset) + np.arange(max(1, int(counts.max())))[:, np.newaxis]
    np.minimum(numbers, stop + (offset - 1), out=numbers)
    if not counts.all():
        numbers[:, counts == 0] = 0
    rows = blocks * size
    first, last = max(0, int(edges.searchsorted(rows, "right")) - 1), int(edges.searchsorted(edges[-1]))
    tail = (first, last) if edges[-1] > rows else (0, 0)
    return Parts(width, first_filled, edges, numbers, rows, tail)


class Blocks(Struct, frozen=True, eq=False):
    """Extremes of blocks of rows over two columns of one length, lows and highs, which may be the same column.

    Rows that hold NaN or an infinity count as missing.

    Attributes
    ----------
    tree
        (n, 2): in the first column the lowest low of each block, in the second the highest high with its sign changed,
        so that both are minima. Place 0 holds infinity, as do blocks without a finite value; then come the blocks of
        ``BLOCK`` rows that lie wholly within the first ``covered`` rows, then those of :func:`factor` such blocks and so on.
    covered
        Rows that the blocks cover.
    """

    tree: Floats
    covered: int

    @classmethod
    def of(cls, low: Floats, high: Floats, covered: int) -> Blocks:
        """The blocks of the first ``covered`` rows, a multiple of ``BLOCK``."""
        return cls(np.full((1, 2), np.inf), 0).extended(low, high, covered)

    def extended(self, low: Floats, high: Floats, covered: int) -> Blocks:
        """The blocks of ``covered`` rows, of which those covered so far are the same."""
        had, count = self.covered // BLOCK, covered // BLOCK
        tree = np.empty((1 + _tree_size(count), 2))
        tree[0] = np.inf
        done, made = 1, 1
        tree[made : made + had] = self.tree[done : done + had]
        added = slice(self.covered, covered)
        _fill(tree[made + had : made + count], low[added], high[added])
        size, by = BLOCK, factor(BLOCK)
        while count >= by:
            children, done, made = tree[made : made + count], done + had, made + count
            had, count = had // by, count // by
            tree[made : made + had] = self.tree[done : done + had]
            tree[made + had : made + count] = _halved(np.minimum, children[had * by : count * by], by)
            size, by = size * by, factor(size * by)
        tree.flags.writeable = False
        return Blocks(tree, covered)

    def extremes(self, low: Floats, high: Floats, parts: Parts) -> Floats:
        """Lowest low and highest high of each stretch, NaN where there is none; (2, w)."""
        if parts.blocks is None:
            found = _from_rows(low, high, parts.edges)
        else:
            found = np.minimum.reduce(self.tree.take(parts.blocks, axis=0), axis=0)
            if parts.tail[0] < parts.tail[1]:
                _add_tail(found, low, high, parts)
        if np.maximum.reduce(found.ravel(), initial=-np.inf) == np.inf:
            found[found == np.inf] = np.nan
        turned, filled = np.full((2, parts.width), np.nan), slice(parts.first, parts.first + len(found))
        turned[0, filled] = found[:, 0]
        np.negative(found[:, 1], out=turned[1, filled])
        return turned

    def range_extremes(self, low: Floats, high: Floats, start: int, stop: int) -> tuple[float, float]:
        """Lowest low and highest high of the rows ``start`` to ``stop`` (exclusive), NaN both when there is none."""
        lowest, highest = self._range(low, high, start, stop)
        return (lowest if lowest < np.inf else np.nan), (highest if highest > -np.inf else np.nan)

    def _range(self, low: Floats, high: Floats, start: int, stop: int) -> tuple[float, float]:
        """The same by ``FEW`` blocks at most, and by smaller ones what these leave at both ends; infinities for none."""
        size, offset, count = BLOCK, 1, self.covered // BLOCK
        while (stop - start) // size > FEW and count >= factor(size):
            size, offset, count = size * factor(size), offset + count, count // factor(size)
        first, last = -(-start // size), min(stop, self.covered) // size
        if stop - start <= _ROWS or first >= last:
            return _range_of_rows(low[start:stop], high[start:stop])
        blocks = slice(offset + first, offset + last)
        # Column by column: across the rows of two it takes ten times as long.
        lowest, highest = float(np.minimum.reduce(self.tree[blocks, 0])), -float(np.minimum.reduce(self.tree[blocks, 1]))
        for begin, end in ((start, first * size), (last * size, stop)):
            if begin < end:
                lower, higher = self._range(low, high, begin, end)
                lowest, highest = min(lowest, lower), max(highest, higher)
        return lowest, highest


def _add_tail(found: Floats, low: Floats, high: Floats, parts: Parts) -> None:
    """Take the rows that no block covers into account; they mostly lie in the last stretch or two."""
    edges, covered, (first, last) = parts.edges, parts.covered, parts.tail
    if last - first > PARTS:
        rest = _from_rows(low, high, np.maximum(edges[first:], covered))
        np.minimum(found[first:], rest, out=found[first:])
        return
    for stretch in range(first, last):
        rows = slice(max(int(edges[stretch]), covered), int(edges[stretch + 1]))
        lowest, highest = _range_of_rows(low[rows], high[rows])
        found[stretch] = min(found[stretch, 0], lowest), min(found[stretch, 1], -highest)


def _fill(found: Floats, low: Floats, high: Floats) -> None:
    """Write the extremes of the finest blocks of rows (a multiple of BLOCK)."""
    for start in range(0, len(low), _CHUNK):
        rows, blocks = slice(start, start + _CHUNK), slice(start // BLOCK, (start + _CHUNK) // BLOCK)
        found[blocks, 0] = _halved(np.minimum, low[rows], BLOCK)
        found[blocks, 1] = -_halved(np.maximum, high[rows], BLOCK)
    # NaN passes through minimum and maximum, so only blocks that came out without a finite value need a second look.
    odd = np.flatnonzero(~np.isfinite(found).all(axis=1))
    for start in range(0, len(odd), _CHUNK):
        blocks_again = odd[start : start + _CHUNK]
        lows = _finite(low.reshape(-1, BLOCK)[blocks_again], np.inf)
        highs = _finite(high.reshape(-1, BLOCK)[blocks_again], -np.inf)
        found[blocks_again] = np.stack((lows.min(axis=1), -highs.max(axis=1)), axis=1)


def _halved(ufunc: np.ufunc, values: Floats, size: int) -> Floats:
    """One value for every ``size`` (a power of two), by halving: strided pairs are fastest."""
    while size > 1:
        values, size = ufunc(values[0::2], values[1::2]), size // 2
    return values


def _from_rows(low: Floats, high: Floats, edges: Integers) -> Floats:
    """The extremes of the rows from each edge to the next, as in a tree, from single rows only; (len(edges) - 1, 2)."""
    found = np.full((len(edges) - 1, 2), np.inf)
    filled = edges[1:] > edges[:-1]
    if filled.any():
        rows, starts = slice(edges[0], edges[-1]), edges[:-1][filled] - edges[0]
        found[filled, 0] = _reduced(np.minimum, low[rows], starts, np.inf)
        found[filled, 1] = -_reduced(np.maximum, high[rows], starts, -np.inf)
    return found


def _reduced(ufunc: np.ufunc, values: Floats, starts: Integers, empty: float) -> Floats:
    """The extreme of the values from each start to the next; they are looked at again only if one of them was not finite."""
    found: Floats = ufunc.reduceat(values, starts)
    return found if np.isfinite(found).all() else ufunc.reduceat(_finite(values, empty), starts)


def extremes_of_rows(columns: Sequence[Floats]) -> list[tuple[float, float]]:
    """Lowest and highest value of each column, NaN both where there is none; columns of one length are reduced together."""
    if not columns:
        return []
    count = len(columns[0])
    if not count or any(len(column) != count for column in columns):
        found = [_range_of_rows(column, column) for column in columns]
    else:
        table = np.concatenate(columns).reshape(len(columns), count)
        lows, highs = np.minimum.reduce(table, axis=1).tolist(), np.maximum.reduce(table, axis=1).tolist()
        found = [
            (low, high) if math.isfinite(low) and math.isfinite(high) else _range_of_rows(column, column)
            for low, high, column in zip(lows, highs, columns, strict=True)
        ]
    return [(low, high) if low < np.inf else (np.nan, np.nan) for low, high in found]


def _range_of_rows(low: Floats, high: Floats) -> tuple[float, float]:
    """Lowest low and highest high; infinities that any value beats when there is none."""
    if not len(low):
        return np.inf, -np.inf
    lowest, highest = float(np.minimum.reduce(low)), float(np.maximum.reduce(high))
    if not math.isfinite(lowest):
        lowest = float(np.minimum.reduce(_finite(low, np.inf)))
    if not math.isfinite(highest):
        highest = float(np.maximum.reduce(_finite(high, -np.inf)))
    return lowest, highest


def _finite(values: Floats, empty: float) -> Floats:
    return np.where(np.isfinite(values), values, empty)


def _tree_size(count: int) -> int:
    """Blocks of all levels above ``count`` of the finest one, these included."""
    size, found = BLOCK, count
    while count >= factor(size):
        size, count = size * factor(size), count // factor(size)
        found += count
    return found
