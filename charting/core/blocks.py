"""The lowest and highest values of blocks of rows, of blocks of these and so on, and what stretches of rows they make."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.grid import Integers

BLOCK = 8
"""Rows of a block on the finest level."""
FACTOR = 4
"""Blocks of one level that make one block of the next."""
MANY = 16
"""Blocks that a stretch should have at least on the level that it is looked at first."""
FEW = 512
"""Blocks or rows that are looked at one by one rather than through a larger block."""

_CHUNK = BLOCK << 13  # rows reduced at a time while building: a few of them fit into the processor's cache


@dataclass(frozen=True, eq=False, slots=True)
class Parts:
    """Which blocks and rows make up each of w stretches of rows: the same for all arrays over the same slots.

    Attributes
    ----------
    edges
        (w + 1,) rows at which the stretches begin and the last one ends.
    blocks
        (2 + k, w) places in :attr:`Blocks.tree`: of two blocks at the ends, which reach beyond the stretch, and of those of
        the same level and of larger ones within it.
    small, rows
        (j, w) places of the smaller blocks between these and the ends, and (14, w) the single rows at the ends, some
        of them twice; ``rows`` is None where the stretches are too short for blocks.
    empty
        (w,) whether a stretch has no row that blocks cover.
    unknown
        The first stretch that has no such block at its end, because too few rows follow.
    """

    edges: Integers
    blocks: Integers
    small: Integers
    rows: Integers | None
    empty: NDArray[np.bool_]
    unknown: int


def parts_of(edges: Integers, covered: int) -> Parts:
    """The parts of the stretches between ``edges`` (w + 1,), rising, when blocks cover the first ``covered`` rows."""
    inner = np.minimum(edges, covered)
    start, stop = inner[:-1], inner[1:]
    mean = int(inner[-1] - inner[0]) // len(start)
    nothing = np.empty((0, len(start)), dtype=np.int64)
    if mean < 2 * BLOCK:
        return Parts(edges, nothing, nothing, None, start == stop, len(start))
    near = np.arange(BLOCK - 1)[:, np.newaxis]
    # A row taken twice does no harm to an extreme, so nothing has to be left out.
    rows = np.concatenate((np.minimum(start + near, stop - 1), np.maximum(stop - 1 - near, start)))
    size, offset, blocks, small = BLOCK, 1, covered // BLOCK, [nothing]
    first, last = -(-start // BLOCK), stop // BLOCK
    while mean >= MANY * FACTOR * size and blocks >= FACTOR:
        small.append(_ends(first, last, offset))
        first, last = -(-first // FACTOR), last // FACTOR
        size, offset, blocks = size * FACTOR, offset + blocks, blocks // FACTOR
    partial = np.stack((start // size, (stop - 1) // size))
    unknown = int(partial[1].searchsorted(blocks))
    partial = np.where(partial < blocks, partial + offset, 0)
    large = [_ends(first, last, offset)]
    while int((last - first).max()) > 2 * (FACTOR - 1):
        first, last = -(-first // FACTOR), last // FACTOR
        offset, blocks = offset + blocks, blocks // FACTOR
        large.append(_ends(first, last, offset))
    return Parts(edges, np.concatenate((partial, *large)), np.concatenate(small), rows, start == stop, unknown)


def _ends(first: Integers, last: Integers, offset: int) -> Integers:
    """Places of up to three blocks at both ends of ``first`` to ``last`` (exclusive), which reach to the next level's.

    The place 0, where there is none, holds what any value beats. (2 * (FACTOR - 1), w)
    """
    near = np.arange(FACTOR - 1)[:, np.newaxis]
    ends = np.concatenate((np.minimum(first + near, last - 1), np.maximum(last - 1 - near, first)))
    return np.where(first < last, ends + offset, 0)


@dataclass(frozen=True, eq=False, slots=True)
class Blocks:
    """Extremes of blocks of rows over two columns of one length, lows and highs, which may be the same column.

    Rows that hold NaN or an infinity count as missing.

    Attributes
    ----------
    tree
        (n, 2): in the first column the lowest low of each block, in the second the highest high with its sign changed,
        so that both are minima. Place 0 holds infinity, as do blocks without a finite value; then come the blocks of
        ``BLOCK`` rows that lie wholly within the first ``covered`` rows, then those of ``FACTOR`` such blocks and so on.
    covered
        Rows that the blocks cover.
    clean
        Whether all covered rows are finite.
    """

    tree: Floats
    covered: int
    clean: bool

    @classmethod
    def of(cls, low: Floats, high: Floats, covered: int) -> Blocks:
        """The blocks of the first ``covered`` rows, a multiple of ``BLOCK``."""
        return cls(np.full((1, 2), np.inf), 0, True).extended(low, high, covered)

    def extended(self, low: Floats, high: Floats, covered: int) -> Blocks:
        """The blocks of ``covered`` rows, of which those covered so far are the same."""
        had, count = self.covered // BLOCK, covered // BLOCK
        tree = np.empty((1 + _tree_size(count), 2))
        tree[0] = np.inf
        done, made = 1, 1
        tree[made : made + had] = self.tree[done : done + had]
        added = slice(self.covered, covered)
        clean = _fill(tree[made + had : made + count], low[added], high[added])
        while count >= FACTOR:
            children, done, made = tree[made : made + count], done + had, made + count
            had, count = had // FACTOR, count // FACTOR
            tree[made : made + had] = self.tree[done : done + had]
            tree[made + had : made + count] = _halved(np.minimum, children[had * FACTOR : count * FACTOR], FACTOR)
        tree.flags.writeable = False
        return Blocks(tree, covered, self.clean and clean)

    def extremes(self, low: Floats, high: Floats, parts: Parts) -> Floats:
        """Lowest low and highest high of each stretch, NaN where there is none; (2, w)."""
        if parts.rows is None:
            found = _from_rows(low, high, parts.edges)
        else:
            found = self._from_blocks(low, high, parts, parts.rows)
            if parts.edges[-1] > self.covered:
                self._add_tail(found, low, high, parts.edges)
        found[found == np.inf] = np.nan
        turned = np.empty((2, len(found)))
        turned[0] = found[:, 0]
        np.negative(found[:, 1], out=turned[1])
        return turned

    def range_extremes(self, low: Floats, high: Floats, start: int, stop: int) -> tuple[float, float]:
        """Lowest low and highest high of the rows ``start`` to ``stop`` (exclusive), NaN both when there is none."""
        size, offset, count = BLOCK, 1, self.covered // BLOCK
        while (stop - start) // size > FEW and count >= FACTOR:
            size, offset, count = size * FACTOR, offset + count, count // FACTOR
        first, last = -(-start // size), min(stop, self.covered) // size
        if stop - start <= FEW or first >= last:
            lowest, highest = _range_of_rows(low[start:stop], high[start:stop])
        else:
            low_one, high_one = np.minimum.reduce(self.tree[offset + first : offset + last], axis=0).tolist()
            lowest, highest = low_one, -high_one
            for rows in (slice(start, first * size), slice(last * size, stop)):
                lower, higher = _range_of_rows(low[rows], high[rows])
                lowest, highest = min(lowest, lower), max(highest, higher)
        return (lowest if lowest < np.inf else np.nan), (highest if highest > -np.inf else np.nan)

    def _from_blocks(self, low: Floats, high: Floats, parts: Parts, rows: Integers) -> Floats:
        """The extremes of the covered rows of each stretch, as in the tree; (w, 2)."""
        blocks = self.tree.take(parts.blocks, axis=0)
        found: Floats = np.minimum.reduce(blocks[2:], axis=0)
        # Most stretches have their extreme within their large blocks. Only where a block at an end has a better one must
        # its rows be looked at, to see on which side of the edge that is.
        better = np.minimum(blocks[0], blocks[1]) < found
        unclear = np.flatnonzero(better[:, 0] | better[:, 1])
        if parts.unknown < len(found):
            unclear = np.concatenate((unclear[: unclear.searchsorted(parts.unknown)], np.arange(parts.unknown, len(found))))
        nearer = self._single(low, high, rows.take(unclear, axis=1))
        if len(parts.small):
            smaller = self.tree.take(parts.small.take(unclear, axis=1), axis=0)
            np.minimum(nearer, np.minimum.reduce(smaller, axis=0), out=nearer)
        found[unclear] = np.minimum(found[unclear], nearer)
        found[parts.empty] = np.inf
        return found

    def _add_tail(self, found: Floats, low: Floats, high: Floats, edges: Integers) -> None:
        """Take the rows that no block covers into account; they mostly lie in the last stretch or two."""
        first = int(edges.searchsorted(self.covered, "right")) - 1
        last = int(edges.searchsorted(edges[-1]))
        if last - first > 4:
            rest = _from_rows(low, high, np.maximum(edges[first:], self.covered))
            np.minimum(found[first:], rest, out=found[first:])
            return
        for stretch in range(first, last):
            rows = slice(max(int(edges[stretch]), self.covered), int(edges[stretch + 1]))
            lowest, highest = _range_of_rows(low[rows], high[rows])
            found[stretch] = min(found[stretch, 0], lowest), min(found[stretch, 1], -highest)

    def _single(self, low: Floats, high: Floats, rows: Integers) -> Floats:
        """The extremes of single rows (k, w), as in the tree; (w, 2)."""
        lows = low.take(rows)
        highs = lows if high is low else high.take(rows)
        if not self.clean:
            lows, highs = _finite(lows, np.inf), _finite(highs, -np.inf)
        found = np.empty((rows.shape[1], 2))
        found[:, 0] = np.minimum.reduce(lows, axis=0)
        np.negative(np.maximum.reduce(highs, axis=0), out=found[:, 1])
        return found


def _fill(found: Floats, low: Floats, high: Floats) -> bool:
    """Write the extremes of the finest blocks of rows (a multiple of BLOCK); whether all of them were finite."""
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
    return len(odd) == 0


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
        found[filled, 0] = np.minimum.reduceat(_finite(low[rows], np.inf), starts)
        found[filled, 1] = -np.maximum.reduceat(_finite(high[rows], -np.inf), starts)
    return found


def _range_of_rows(low: Floats, high: Floats) -> tuple[float, float]:
    """Lowest low and highest high; infinities that any value beats when there is none."""
    if not len(low):
        return np.inf, -np.inf
    lowest, highest = np.minimum.reduce(low), np.maximum.reduce(high)
    if not np.isfinite(lowest):
        lowest = np.minimum.reduce(_finite(low, np.inf))
    if not np.isfinite(highest):
        highest = np.maximum.reduce(_finite(high, -np.inf))
    return float(lowest), float(highest)


def _finite(values: Floats, empty: float) -> Floats:
    return np.where(np.isfinite(values), values, empty)


def _tree_size(count: int) -> int:
    """Blocks of all levels above ``count`` of the finest one, these included."""
    return count + (_tree_size(count // FACTOR) if count >= FACTOR else 0)
