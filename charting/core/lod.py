"""Level of detail: exact extremes of every pixel column, at a cost that does not depend on the number of bars.

A pyramid keeps the lowest low and the highest high of every 8 rows, of every 32, 64, 128 and so on. A column of pixels that
holds thousands of rows begins and ends where large blocks do, so that it is put together from a few of these. Rows that
hold NaN or an infinity count as missing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.blocks import BLOCK, Blocks, Parts, block_size, parts_of
from charting.core.column_ends import NONE, Samples, ends_of
from charting.core.grid import Integers

TAIL = 4096
"""Rows at the end that may stay outside of the blocks, so that a new bar costs nothing."""


def column_edges(first_slot: float, last_slot: float, width: int, count: int) -> Integers:
    """Rows at which pixel columns begin, and at the end the row after the last; (width + 1,) int64, rising.

    Row ``i`` stands at the place ``(i - first_slot) / (last_slot - first_slot) * width`` and belongs to the column that
    contains it. Where columns hold so many rows that they are put together from blocks, a column begins at the block's
    edge nearest to that, a quarter of a pixel away at most.
    """
    slots = (last_slot - first_slot) / width
    places = np.arange(width + 1) * slots
    places += first_slot
    np.ceil(places, out=places)
    edges: Integers = np.minimum(np.maximum(places, 0, out=places), count, out=places).astype(np.int64)
    size = block_size(slots)
    if size > 1:
        inner = edges[: edges.searchsorted(count)]
        inner += size // 2
        inner &= -size  # a power of two
        np.minimum(inner, count, out=inner)
    return edges


def on_columns(first_slot: float, last_slot: float, width: int) -> tuple[float, float]:
    """The slots nearest to ``first_slot`` and ``last_slot`` between which columns of pixels keep their rows.

    The view is moved by less than half a column, so that each column is one of a row of columns that begins at slot 0.
    While the chart is panned, the same rows then share a column in every frame: nothing flickers, and what was found out
    about a column can be used again. A column's width is rounded to the precision of a 32 bit number, which makes all
    sums with it exact.
    """
    slots = float(np.float32((last_slot - first_slot) / width))
    first = round(first_slot / slots) * slots
    return first, first + width * slots


@lru_cache(maxsize=8)
def _edges(first_slot: float, last_slot: float, width: int, count: int) -> Integers:
    edges = column_edges(first_slot, last_slot, width, count)
    edges.flags.writeable = False
    return edges


@lru_cache(maxsize=8)
def _filled(first_slot: float, last_slot: float, width: int, count: int) -> Integers:
    edges = _edges(first_slot, last_slot, width, count)
    return np.flatnonzero(edges[:-1] < edges[1:])


@lru_cache(maxsize=16)
def _parts(view: tuple[float, float, int], count: int, covered: int, first: int, last: int) -> Parts:
    """The parts of the columns ``first`` to ``last``; remembered, because every array of a chart asks for the same."""
    slots = (view[1] - view[0]) / view[2]
    return parts_of(_edges(*view, count)[first : last + 1], block_size(slots), covered)


class _Strip(Struct, frozen=True, eq=False):
    """Two things that were found out, (2, w), about columns of ``slots`` each, the first being number ``column``."""

    slots: float
    column: int
    found: Floats

    def carried(self, column: int, width: int, find: Callable[[int, int], Floats]) -> Floats:
        """The same about columns from number ``column`` on: ``find(first, last)`` gives those of them not known yet."""
        known = self.column - column, self.column - column + self.found.shape[1]
        first, last = max(known[0], 0), min(known[1], width)
        if first >= last:
            return find(0, width)
        parts = [self.found[:, first - known[0] : last - known[0]]]
        if first > 0:
            parts.insert(0, find(0, first))
        if last < width:
            parts.append(find(last, width))
        return np.concatenate(parts, axis=1)


class _Pyramid:
    """Blocks of lows and highs over four columns of one length, and what was asked of them last."""

    __slots__ = ("_ends", "_extremes", "_first", "_high", "_last", "_low", "blocks", "samples")

    def __init__(self, first: Floats, high: Floats, low: Floats, last: Floats, before: _Pyramid | None = None) -> None:
        self._first, self._high, self._low, self._last = first, high, low, last
        self.blocks: Blocks = _blocks(low, high) if before is None else _extended(before.blocks, low, high)
        self._extremes: _Strip | None = None
        self._ends: _Strip | None = None
        self.samples: Samples = NONE if before is None else before.samples

    def __len__(self) -> int:
        return len(self._low)

    @property
    def nbytes(self) -> int:
        """Bytes that the blocks take, beside the rows themselves."""
        return self.blocks.tree.nbytes

    def columns(self, first_slot: float, last_slot: float, width: int) -> Columns:
        """What each pixel column shows when the slots ``first_slot`` to ``last_slot`` lie across ``width`` pixels.

        Exact: no spike of a single row is lost. Slots outside of the rows leave columns empty. Between slots from
        :func:`on_columns` it remembers what it found for the view before.

        Raises
        ------
        ValueError
            Unless ``first_slot < last_slot`` and ``width >= 1``.
        """
        if not (first_slot < last_slot and width >= 1):
            raise ValueError("Pixel columns need a width and slots that rise.")
        return Columns(self, first_slot, last_slot, width)

    def range_extremes(self, start: int, stop: int) -> tuple[float, float]:
        """Lowest and highest value of the rows ``start`` to ``stop`` (exclusive), NaN both when there is none."""
        start = min(max(start, 0), len(self))
        return self.blocks.range_extremes(self._low, self._high, start, min(max(stop, start), len(self)))

    def extremes_of(self, columns: Columns) -> Floats:
        """Lowest and highest value of each column, NaN where there is none; (2, w)."""

        def find(first: int, last: int) -> Floats:
            parts = _parts(columns.view, len(self), self.blocks.covered, first, last)
            return self.blocks.extremes(self._low, self._high, parts)

        found, self._extremes = columns.carried(self._extremes, find)
        return found

    def ends_of(self, columns: Columns) -> Floats:
        """First and last finite value of each column, NaN where there is none; (2, w)."""
        start, stop, low, high = columns.start, columns.stop, columns.low, columns.high

        def find(first: int, last: int) -> Floats:
            part = slice(first, last)
            there = ~(np.isnan(low[part]) & np.isnan(high[part]))
            self.samples = self.samples.extended(self._first, self._last)
            return ends_of(self._first, self._last, self.samples, start[part], stop[part], there)

        found, self._ends = columns.carried(self._ends, find)
        return found


def _blocks(low: Floats, high: Floats) -> Blocks:
    return Blocks.of(low, high, _coverable(len(low)))


def _extended(blocks: Blocks, low: Floats, high: Floats) -> Blocks:
    """Blocks for longer columns; the same ones as long as few rows lie outside of them."""
    if blocks.covered <= len(low) - 1 <= blocks.covered + TAIL:
        return blocks
    if len(low) <= blocks.covered:
        return _blocks(low, high)
    return blocks.extended(low, high, _coverable(len(low)))


def _coverable(count: int) -> int:
    """Rows that blocks may cover: the last row never, because the next tick changes it."""
    return max(count - 1, 0) // BLOCK * BLOCK


class Pyramid(_Pyramid):
    """Level of detail of a table of bars; made in some 5 ms a million bars, and 3 bytes a bar."""

    __slots__ = ()

    def __init__(self, bars: Bars, before: Pyramid | None = None) -> None:
        super().__init__(bars.open, bars.high, bars.low, bars.close, before)

    def extended(self, bars: Bars) -> Pyramid:
        """The pyramid of a table in which only the last row changed or rows were added, sharing what it can.

        A tick costs nothing: blocks are added once some thousand rows have come together.
        """
        return Pyramid(bars, self)


class ArrayPyramid(_Pyramid):
    """Level of detail of one array over the slots: a line of an indicator, or volumes; (n,) float64."""

    __slots__ = ()

    def __init__(self, values: Floats, before: ArrayPyramid | None = None) -> None:
        super().__init__(values, values, values, values, before)

    def extended(self, values: Floats) -> ArrayPyramid:
        """The pyramid of an array in which only the last value changed or values were added, sharing what it can."""
        return ArrayPyramid(values, self)


class Columns(Struct, frozen=True, eq=False, dict=True):
    """What each of w pixel columns shows; each of these is worked out when it is asked for."""

    _pyramid: _Pyramid
    first_slot: float
    last_slot: float
    width: int

    @property
    def view(self) -> tuple[float, float, int]:
        """The slots at both edges, and the columns between them."""
        return self.first_slot, self.last_slot, self.width

    @property
    def start(self) -> Integers:
        """(w,) int64, first row of each column."""
        return _edges(*self.view, len(self._pyramid))[:-1]

    @property
    def stop(self) -> Integers:
        """(w,) int64, the row after the last of each column; the same as ``start`` where it has none."""
        return _edges(*self.view, len(self._pyramid))[1:]

    @property
    def filled(self) -> Integers:
        """(k,) int64, the columns that have rows."""
        return _filled(*self.view, len(self._pyramid))

    @property
    def extremes(self) -> Floats:
        """(2, w) float64, ``low`` and ``high``."""
        return self._extremes

    @property
    def low(self) -> Floats:
        """(w,) float64, the lowest low, or the lowest value of an array; NaN where no row has a finite one."""
        found: Floats = self._extremes[0]
        return found

    @property
    def high(self) -> Floats:
        """(w,) float64, the highest high, or the highest value of an array; NaN where no row has a finite one."""
        found: Floats = self._extremes[1]
        return found

    @property
    def first(self) -> Floats:
        """(w,) float64, the first finite open, or the first finite value of an array; NaN where there is none."""
        found: Floats = self._ends[0]
        return found

    @property
    def last(self) -> Floats:
        """(w,) float64, the last finite close, or the last finite value of an array; NaN where there is none."""
        found: Floats = self._ends[1]
        return found

    def carried(self, strip: _Strip | None, find: Callable[[int, int], Floats]) -> tuple[Floats, _Strip | None]:
        """What ``find(first, last)`` says about all columns, by way of what is known, and all that is known then."""
        slots = (self.last_slot - self.first_slot) / self.width
        number = self.first_slot / slots
        if not number.is_integer():
            return find(0, self.width), None
        if strip is not None and strip.slots == slots:
            found = strip.carried(int(number), self.width, find)
        else:
            found = find(0, self.width)
        return found, _Strip(slots, int(number), found)

    @cached_property
    def _extremes(self) -> Floats:
        return self._pyramid.extremes_of(self)

    @cached_property
    def _ends(self) -> Floats:
        return self._pyramid.ends_of(self)
