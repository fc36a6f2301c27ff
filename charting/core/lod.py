"""Level of detail: exact extremes of every pixel column, at a cost that does not depend on the number of bars.

A pyramid keeps the lowest low and the highest high of every 8 rows, of every 32, 128 and so on. A column of pixels that
holds thousands of rows is put together from a few large blocks in its middle and ever smaller ones, down to single
rows, at its ragged ends. Rows that hold NaN or an infinity count as missing.
"""

from __future__ import annotations

from dataclasses import dataclass

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

_CHUNK = BLOCK << 13  # rows reduced at a time while building: a few of them fit into the processor's cache


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """What each of w pixel columns shows.

    Attributes
    ----------
    start, stop
        (w,) int64, rows of the column; the same where it has none.
    first, high, low, last
        (w,) float64, NaN where no row of the column has a finite value: the open of the first bar, the highest high, the
        lowest low and the close of the last bar; of an array its first, highest, lowest and last value.
    """

    start: Integers
    stop: Integers
    first: Floats
    high: Floats
    low: Floats
    last: Floats


def column_edges(first_slot: float, last_slot: float, width: int, count: int) -> Integers:
    """Rows at which pixel columns begin, and at the end the row after the last; (width + 1,) int64, rising.

    Row ``i`` stands at the place ``(i - first_slot) / (last_slot - first_slot) * width`` and belongs to the column that
    contains it.
    """
    places = first_slot + np.arange(width + 1) * ((last_slot - first_slot) / width)
    edges: Integers = np.ceil(np.clip(places, 0, count)).astype(np.int64)
    return edges


@dataclass(frozen=True, eq=False, slots=True)
class _Levels:
    """The blocks of one array in one direction: lowest values by ``np.minimum``, or highest by ``np.maximum``.

    ``empty`` is what a block without finite values holds, the infinity that any value beats. ``levels[m]`` has the
    blocks of ``BLOCK * FACTOR**m`` rows that lie wholly within the first ``covered`` rows. ``clean`` says that all
    covered rows are finite.
    """

    ufunc: np.ufunc
    empty: float
    levels: tuple[Floats, ...]
    covered: int
    clean: bool

    def extended(self, values: Floats, covered: int) -> _Levels:
        """The levels for ``covered`` rows, of which those covered so far are the same."""
        added, clean = self._blocks(values[self.covered : covered])
        levels = [np.concatenate((self.levels[0], added))]
        while len(levels[-1]) >= FACTOR:
            done = self.levels[len(levels)] if len(levels) < len(self.levels) else np.empty(0)
            children = levels[-1][len(done) * FACTOR : len(levels[-1]) // FACTOR * FACTOR]
            levels.append(np.concatenate((done, self._halved(children, FACTOR))))
        for level in levels:
            level.flags.writeable = False
        return _Levels(self.ufunc, self.empty, tuple(levels), covered, self.clean and clean)

    def reduced(self, values: Floats, edges: Integers) -> Floats:
        """The extreme of the rows from each edge to the next, ``empty`` where there is none; (len(edges) - 1,)."""
        if edges[-1] <= self.covered:
            return self._inner(values, edges)
        tail = self._raw(values, np.maximum(edges, self.covered))
        if edges[0] >= self.covered:
            return tail
        return self._join(tail, self._inner(values, np.minimum(edges, self.covered)))

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

    def _blocks(self, values: Floats) -> tuple[Floats, bool]:
        """The finest level of rows (a multiple of BLOCK), and whether all of them were finite."""
        found = np.empty(len(values) // BLOCK)
        for start in range(0, len(values), _CHUNK):
            chunk = values[start : start + _CHUNK]
            found[start // BLOCK : (start + len(chunk)) // BLOCK] = self._halved(chunk, BLOCK)
        # NaN passes through minimum and maximum, so only blocks that came out without a finite value need a second look.
        odd = np.flatnonzero(~np.isfinite(found))
        for start in range(0, len(odd), _CHUNK):
            part = odd[start : start + _CHUNK]
            found[part] = self.ufunc.reduce(self._finite(values.reshape(-1, BLOCK)[part]), axis=1)
        return found, len(odd) == 0

    def _raw(self, values: Floats, edges: Integers) -> Floats:
        """:meth:`reduced` from single rows only."""
        found = np.full(len(edges) - 1, self.empty)
        filled = edges[1:] > edges[:-1]
        if filled.any():
            rows = self._finite(values[edges[0] : edges[-1]])
            found[filled] = self.ufunc.reduceat(rows, edges[:-1][filled] - edges[0])
        return found

    def _inner(self, values: Floats, edges: Integers) -> Floats:
        """:meth:`reduced` for edges within the covered rows."""
        mean = int(edges[-1] - edges[0]) // (len(edges) - 1)
        level = -1
        while level + 1 < len(self.levels) and BLOCK * FACTOR ** (level + 1) * 2 <= mean:
            level += 1
        if level < 0:
            return self._raw(values, edges)
        size = BLOCK * FACTOR**level
        start, stop = -(-edges[:-1] // size), edges[1:] // size
        before, after = self._ragged(values, edges, level)
        found = self._join(after[:-1], before[1:])
        whole = start < stop
        if whole.any():
            pairs = np.stack((start[whole], stop[whole]), axis=1).ravel()
            blocks = self.levels[level][pairs[0] : pairs[-1]]
            found[whole] = self._join(found[whole], self.ufunc.reduceat(blocks, pairs[:-1] - pairs[0])[::2])
        for column in np.flatnonzero(start > stop):  # shorter than a block and without a boundary inside
            found[column] = self._raw(values, edges[column : column + 2])[0]
        return found

    def _ragged(self, values: Floats, edges: Integers, level: int) -> tuple[Floats, Floats]:
        """Extremes from the last block boundary of a level to each edge, and from each edge to the next boundary."""
        size = BLOCK * FACTOR**level
        parent = edges // size
        before, after = np.full(len(edges), self.empty), np.full(len(edges), self.empty)
        for finer in range(level - 1, -2, -1):
            size, parts = (BLOCK * FACTOR**finer, FACTOR) if finer >= 0 else (1, BLOCK)
            source = self.levels[finer] if finer >= 0 else values
            child = parent * parts + np.arange(parts)[:, np.newaxis]
            found = source[np.minimum(child, len(source) - 1)]
            if finer < 0 and not self.clean:
                found = self._finite(found)
            parent = edges // size
            before = self._join(before, self.ufunc.reduce(np.where(child < parent, found, self.empty), axis=0))
            after = self._join(after, self.ufunc.reduce(np.where(child >= -(-edges // size), found, self.empty), axis=0))
        after[edges % (BLOCK * FACTOR**level) == 0] = self.empty
        return before, after


def _levels(ufunc: np.ufunc, empty: float, values: Floats) -> _Levels:
    nothing = _Levels(ufunc, empty, (np.empty(0),), 0, True)
    return nothing.extended(values, _coverable(len(values)))


def _coverable(count: int) -> int:
    """Rows that blocks may cover: the last row never, because the next tick changes it."""
    return max(count - 1, 0) // BLOCK * BLOCK


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
        return sum(level.nbytes for side in (self._lowest, self._highest) for level in side.levels)

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
        edges = column_edges(first_slot, last_slot, width, len(self))
        start, stop = edges[:-1], edges[1:]
        low, high = self._extremes(edges)
        filled = ~(np.isnan(low) & np.isnan(high))
        first = _nearest_finite(self._first, start, stop, filled)
        last = _nearest_finite(self._last, stop - 1, start - 1, filled)
        return Columns(start, stop, first, high, low, last)

    def range_extremes(self, start: int, stop: int) -> tuple[float, float]:
        """Lowest and highest value of the rows ``start`` to ``stop`` (exclusive), NaN both when there is none."""
        edges = np.clip(np.array([start, max(start, stop)], dtype=np.int64), 0, len(self))
        low, high = self._extremes(edges)
        return float(low[0]), float(high[0])

    def _extremes(self, edges: Integers) -> tuple[Floats, Floats]:
        low = self._lowest.reduced(self._low, edges)
        high = self._highest.reduced(self._high, edges)
        low[np.isposinf(low)] = np.nan
        high[np.isneginf(high)] = np.nan
        return low, high

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
