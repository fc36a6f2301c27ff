"""Level of detail: exact extremes of every pixel column, at a cost that does not depend on the number of bars.

A pyramid keeps the lowest low and the highest high of every 8 rows, of every 32, 128 and so on. A column of pixels that
holds thousands of rows is put together from a few large blocks in its middle and ever smaller ones, down to single
rows, at its ragged ends. Rows that hold NaN or an infinity count as missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.grid import Integers

BLOCK = 8
"""Rows of a block on the finest level."""
FACTOR = 4
"""Blocks of one level that make one block of the next."""
TAIL = 4096
"""Rows at the end that may stay outside of the blocks, so that a new bar costs nothing."""
FEW = 4096
"""Blocks or rows that are looked at one by one rather than through a larger block."""

_CHUNK = BLOCK << 13  # rows reduced at a time while building: a few of them fit into the processor's cache


def column_edges(first_slot: float, last_slot: float, width: int, count: int) -> Integers:
    """Rows at which pixel columns begin, and at the end the row after the last; (width + 1,) int64, rising.

    Row ``i`` stands at the place ``(i - first_slot) / (last_slot - first_slot) * width`` and belongs to the column that
    contains it.
    """
    places = first_slot + np.arange(width + 1) * ((last_slot - first_slot) / width)
    edges: Integers = np.ceil(np.clip(places, 0, count)).astype(np.int64)
    return edges


@dataclass(frozen=True, eq=False, slots=True)
class _Plan:
    """Which rows and blocks make up each of w columns: the same for all arrays over the same slots.

    Attributes
    ----------
    edges
        (w + 1,) rows at which columns begin and the last one ends.
    covered
        Rows that blocks cover; ``inner`` are the edges within them.
    rows
        (14, w) single rows at both ends of each column, some of them twice; None where columns are too short for blocks.
    blocks
        (k, w) places of blocks in :attr:`_Levels.tree`.
    empty
        (w,) whether a column has no covered row; None if none is so.
    """

    edges: Integers
    covered: int
    inner: Integers
    rows: Integers | None
    blocks: Integers
    empty: NDArray[np.bool_] | None


@lru_cache(maxsize=8)
def _plan(first_slot: float, last_slot: float, width: int, count: int, covered: int) -> _Plan:
    """The plan of ``width`` columns; remembered, because every array of a chart asks for the same one."""
    edges = column_edges(first_slot, last_slot, width, count)
    inner = np.minimum(edges, covered)
    start, stop = inner[:-1], inner[1:]
    lengths = stop - start
    empty = lengths == 0
    blocks = np.empty((0, width), dtype=np.int64)
    rows: Integers | None = None
    if int(inner[-1] - inner[0]) >= 2 * BLOCK * width:
        near = np.arange(BLOCK - 1)[:, np.newaxis]
        # A row taken twice does no harm to an extreme, so nothing has to be left out.
        rows = np.concatenate((np.minimum(start + near, stop - 1), np.maximum(stop - 1 - near, start)))
        blocks = _blocks_between(-(-start // BLOCK), stop // BLOCK, covered // BLOCK)
    for array in (edges, inner, rows, blocks):
        if array is not None:
            array.flags.writeable = False
    return _Plan(edges, covered, inner, rows, blocks, empty if empty.any() else None)


def _blocks_between(start: Integers, stop: Integers, count: int) -> Integers:
    """Places in the tree of the blocks that make up the finest ones from ``start`` to ``stop`` (exclusive); (k, w).

    On each level it takes up to three blocks at both ends, which reach to where the next level's blocks begin. The
    place 0, where there is none, holds what any value beats.
    """
    near = np.arange(FACTOR - 1)[:, np.newaxis]
    offset, parts = 1, []
    while True:
        there = start < stop
        ends = np.concatenate((np.minimum(start + near, stop - 1), np.maximum(stop - 1 - near, start)))
        parts.append(np.where(there, ends + offset, 0))
        if int((stop - start).max()) <= 2 * (FACTOR - 1):
            return np.concatenate(parts)
        start, stop = -(-start // FACTOR), stop // FACTOR
        offset, count = offset + count, count // FACTOR


@dataclass(frozen=True, eq=False, slots=True)
class _Levels:
    """The blocks of one array in one direction: lowest values by ``np.minimum``, or highest by ``np.maximum``.

    ``empty`` is what a block without finite values holds, the infinity that any value beats. ``tree`` has it at place 0,
    then the blocks of ``BLOCK`` rows that lie wholly within the first ``covered`` rows, then those of ``FACTOR`` such
    blocks and so on. ``clean`` says that all covered rows are finite.
    """

    ufunc: np.ufunc
    empty: float
    tree: Floats
    covered: int
    clean: bool

    def extended(self, values: Floats, covered: int) -> _Levels:
        """The levels for ``covered`` rows, of which those covered so far are the same."""
        had, count = self.covered // BLOCK, covered // BLOCK
        tree = np.empty(1 + _tree_size(count))
        tree[0] = self.empty
        done, made = 1, 1
        tree[made : made + had] = self.tree[done : done + had]
        clean = self._blocks(values[self.covered : covered], tree[made + had : made + count])
        while count >= FACTOR:
            children, done, made = tree[made : made + count], done + had, made + count
            had, count = had // FACTOR, count // FACTOR
            tree[made : made + had] = self.tree[done : done + had]
            tree[made + had : made + count] = self._halved(children[had * FACTOR : count * FACTOR], FACTOR)
        tree.flags.writeable = False
        return _Levels(self.ufunc, self.empty, tree, covered, self.clean and clean)

    def reduced(self, values: Floats, plan: _Plan) -> Floats:
        """The extreme of each column, ``empty`` where there is none; (w,)."""
        if plan.rows is None:
            return self._raw(values, plan.edges)
        rows = values[plan.rows]
        ends = self.ufunc.reduce(rows, axis=0)
        if not self.clean:
            odd = np.flatnonzero(~np.isfinite(ends))  # NaN passes through, as does the infinity that beats all values
            ends[odd] = self.ufunc.reduce(self._finite(rows[:, odd]), axis=0)
        found = self._join(ends, self.ufunc.reduce(self.tree[plan.blocks], axis=0))
        if plan.empty is not None:
            found[plan.empty] = self.empty
        if plan.edges[-1] > self.covered:
            late = int(plan.edges.searchsorted(self.covered, "right")) - 1
            found[late:] = self._join(found[late:], self._raw(values, np.maximum(plan.edges[late:], self.covered)))
        return found

    def extreme(self, values: Floats, start: int, stop: int) -> float:
        """The extreme of the rows ``start`` to ``stop`` (exclusive), ``empty`` if there is none."""
        size, offset, count = BLOCK, 1, self.covered // BLOCK
        while (stop - start) // size > FEW and count >= FACTOR:
            size, offset, count = size * FACTOR, offset + count, count // FACTOR
        first, last = -(-start // size), min(stop, self.covered) // size
        if stop - start <= FEW or first >= last:
            return self._extreme_of(values[start:stop])
        ends = self._extreme_of(values[start : first * size]), self._extreme_of(values[last * size : stop])
        return float(self.ufunc.reduce((*ends, self.ufunc.reduce(self.tree[offset + first : offset + last]))))

    def _extreme_of(self, rows: Floats) -> float:
        if not len(rows):
            return self.empty
        found = self.ufunc.reduce(rows)
        return float(found if np.isfinite(found) else self.ufunc.reduce(self._finite(rows)))

    def _join(self, one: Floats, other: Floats) -> Floats:
        joined: Floats = self.ufunc(one, other)
        return joined

    def _finite(self, values: Floats) -> Floats:
        return np.where(np.isfinite(values), values, self.empty)

    def _halved(self, values: Floats, size: int) -> Floats:
        """One value for every ``size`` (a power of two), by halving: strided pairs are fastest."""
        while size > 1:
            values, size = self._join(values[0::2], values[1::2]), size // 2
        return values

    def _blocks(self, values: Floats, found: Floats) -> bool:
        """Fill in the finest level of rows (a multiple of BLOCK); whether all of them were finite."""
        for start in range(0, len(values), _CHUNK):
            chunk = values[start : start + _CHUNK]
            found[start // BLOCK : (start + len(chunk)) // BLOCK] = self._halved(chunk, BLOCK)
        # NaN passes through minimum and maximum, so only blocks that came out without a finite value need a second look.
        odd = np.flatnonzero(~np.isfinite(found))
        for start in range(0, len(odd), _CHUNK):
            part = odd[start : start + _CHUNK]
            found[part] = self.ufunc.reduce(self._finite(values.reshape(-1, BLOCK)[part]), axis=1)
        return len(odd) == 0

    def _raw(self, values: Floats, edges: Integers) -> Floats:
        """The extreme of the rows from each edge to the next, from single rows only; (len(edges) - 1,)."""
        found = np.full(len(edges) - 1, self.empty)
        filled = edges[1:] > edges[:-1]
        if filled.any():
            rows = self._finite(values[edges[0] : edges[-1]])
            found[filled] = self.ufunc.reduceat(rows, edges[:-1][filled] - edges[0])
        return found


def _levels(ufunc: np.ufunc, empty: float, values: Floats) -> _Levels:
    return _Levels(ufunc, empty, np.array([empty]), 0, True).extended(values, _coverable(len(values)))


def _coverable(count: int) -> int:
    """Rows that blocks may cover: the last row never, because the next tick changes it."""
    return max(count - 1, 0) // BLOCK * BLOCK


def _tree_size(count: int) -> int:
    """Blocks of all levels above ``count`` of the finest one, these included."""
    return count + (_tree_size(count // FACTOR) if count >= FACTOR else 0)


class _Pyramid:
    """Levels of lows and highs over four columns of one length."""

    __slots__ = ("_first", "_high", "_highest", "_last", "_low", "_lowest")

    def __init__(self, first: Floats, high: Floats, low: Floats, last: Floats, lowest: _Levels, highest: _Levels) -> None:
        self._first, self._high, self._low, self._last = first, high, low, last
        self._lowest, self._highest = lowest, highest

    def __len__(self) -> int:
        return len(self._low)

    @property
    def nbytes(self) -> int:
        """Bytes that the blocks take, beside the rows themselves."""
        return self._lowest.tree.nbytes + self._highest.tree.nbytes

    def columns(self, first_slot: float, last_slot: float, width: int) -> Columns:
        """What each pixel column shows when the slots ``first_slot`` to ``last_slot`` lie across ``width`` pixels.

        Exact: no spike of a single row is lost. Slots outside of the rows leave columns empty.

        Raises
        ------
        ValueError
            Unless ``first_slot < last_slot`` and ``width >= 1``.
        """
        if not (first_slot < last_slot and width >= 1):
            raise ValueError("Pixel columns need a width and slots that rise.")
        return Columns(self, _plan(first_slot, last_slot, width, len(self), self._lowest.covered))

    def range_extremes(self, start: int, stop: int) -> tuple[float, float]:
        """Lowest and highest value of the rows ``start`` to ``stop`` (exclusive), NaN both when there is none."""
        start = min(max(start, 0), len(self))
        stop = min(max(stop, start), len(self))
        low, high = self._lowest.extreme(self._low, start, stop), self._highest.extreme(self._high, start, stop)
        return (low if low < np.inf else np.nan), (high if high > -np.inf else np.nan)

    def lows(self, plan: _Plan) -> Floats:
        """The lowest value of each column, NaN where there is none."""
        found = self._lowest.reduced(self._low, plan)
        found[found == np.inf] = np.nan
        return found

    def highs(self, plan: _Plan) -> Floats:
        """The highest value of each column, NaN where there is none."""
        found = self._highest.reduced(self._high, plan)
        found[found == -np.inf] = np.nan
        return found

    def firsts(self, plan: _Plan, wanted: NDArray[np.bool_]) -> Floats:
        """The first finite value of each column that is ``wanted``, else NaN."""
        return _nearest_finite(self._first, plan.edges[:-1], plan.edges[1:], wanted)

    def lasts(self, plan: _Plan, wanted: NDArray[np.bool_]) -> Floats:
        """The last finite value of each column that is ``wanted``, else NaN."""
        return _nearest_finite(self._last, plan.edges[1:] - 1, plan.edges[:-1] - 1, wanted)

    def _extended_levels(self, low: Floats, high: Floats) -> tuple[_Levels, _Levels]:
        """Levels for longer columns; the same ones as long as few rows lie outside of them."""
        covered = self._lowest.covered
        if covered <= len(low) - 1 <= covered + TAIL:
            return self._lowest, self._highest
        if len(low) <= covered:
            return _levels(np.minimum, np.inf, low), _levels(np.maximum, -np.inf, high)
        covered = _coverable(len(low))
        return self._lowest.extended(low, covered), self._highest.extended(high, covered)


class Pyramid(_Pyramid):
    """Level of detail of a table of bars; made in some 5 ms a million bars, and 5 bytes a bar."""

    __slots__ = ()

    def __init__(self, bars: Bars) -> None:
        lowest, highest = _levels(np.minimum, np.inf, bars.low), _levels(np.maximum, -np.inf, bars.high)
        super().__init__(bars.open, bars.high, bars.low, bars.close, lowest, highest)

    def extended(self, bars: Bars) -> Pyramid:
        """The pyramid of a table in which only the last row changed or rows were added, sharing what it can.

        A tick costs nothing: blocks are added once some thousand rows have come together.
        """
        found = Pyramid.__new__(Pyramid)
        _Pyramid.__init__(found, bars.open, bars.high, bars.low, bars.close, *self._extended_levels(bars.low, bars.high))
        return found


class ArrayPyramid(_Pyramid):
    """Level of detail of one array over the slots: a line of an indicator, or volumes; (n,) float64."""

    __slots__ = ()

    def __init__(self, values: Floats) -> None:
        lowest, highest = _levels(np.minimum, np.inf, values), _levels(np.maximum, -np.inf, values)
        super().__init__(values, values, values, values, lowest, highest)

    def extended(self, values: Floats) -> ArrayPyramid:
        """The pyramid of an array in which only the last value changed or values were added, sharing what it can."""
        found = ArrayPyramid.__new__(ArrayPyramid)
        _Pyramid.__init__(found, values, values, values, values, *self._extended_levels(values, values))
        return found


@dataclass(frozen=True, eq=False)
class Columns:
    """What each of w pixel columns shows; each of these is worked out when it is asked for."""

    _pyramid: _Pyramid
    _plan: _Plan

    @property
    def start(self) -> Integers:
        """(w,) int64, first row of each column."""
        return self._plan.edges[:-1]

    @property
    def stop(self) -> Integers:
        """(w,) int64, the row after the last of each column; the same as ``start`` where it has none."""
        return self._plan.edges[1:]

    @cached_property
    def high(self) -> Floats:
        """(w,) float64, the highest high, or the highest value of an array; NaN where no row has a finite one."""
        return self._pyramid.highs(self._plan)

    @cached_property
    def low(self) -> Floats:
        """(w,) float64, the lowest low, or the lowest value of an array; NaN where no row has a finite one."""
        return self._pyramid.lows(self._plan)

    @cached_property
    def first(self) -> Floats:
        """(w,) float64, the first finite open, or the first finite value of an array; NaN where there is none."""
        return self._pyramid.firsts(self._plan, self._known)

    @cached_property
    def last(self) -> Floats:
        """(w,) float64, the last finite close, or the last finite value of an array; NaN where there is none."""
        return self._pyramid.lasts(self._plan, self._known)

    @cached_property
    def _known(self) -> NDArray[np.bool_]:
        return ~(np.isnan(self.low) & np.isnan(self.high))


def _nearest_finite(values: Floats, start: Integers, stop: Integers, wanted: NDArray[np.bool_]) -> Floats:
    """The first finite value from each ``start`` towards ``stop`` (exclusive, below or above); NaN where not wanted.

    Nearly always that is the value at ``start``; otherwise ever longer pieces are searched.
    """
    found = np.full(len(start), np.nan)
    found[wanted] = values[start[wanted]]
    missing = np.flatnonzero(wanted & ~np.isfinite(found))
    found[missing] = np.nan
    place, length = start[missing], 16
    while len(missing):
        towards = np.where(stop[missing] > start[missing], 1, -1)
        rows = place[:, np.newaxis] + towards[:, np.newaxis] * np.arange(length)
        inside = (rows - stop[missing][:, np.newaxis]) * towards[:, np.newaxis] < 0
        usable = inside & np.isfinite(values[np.clip(rows, 0, len(values) - 1)])
        chosen = usable.argmax(axis=1)
        hit = usable.any(axis=1)
        found[missing[hit]] = values[rows[hit, chosen[hit]]]
        again = ~hit & inside[:, -1]
        place, missing, length = (place + towards * length)[again], missing[again], length * 4
    return found
