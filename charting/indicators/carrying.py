"""Carries the values of an indicator along with a table that grows, computing only the rows that are new or still forming."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

import numpy as np

from charting.core.bars import Bars
from charting.indicators.columns import Column, blank
from charting.indicators.declaration import IndicatorKind, Outputs, Settings

ROOM = 64
"""A series that grows gets room for one row in this many more before its values are copied again."""


class Carried(Protocol):
    """Values that go on with their table; equal, bit for bit, to computing all of it."""

    @property
    def closed(self) -> int:
        """The first row that may still change."""
        ...

    @property
    def outputs(self) -> Outputs:
        """The values as they are now, read-only, in memory that all tables of the series share."""
        ...

    @property
    def size(self) -> int:
        """Bytes of the values."""
        ...

    def advance(self, bars: Bars, first: int) -> None:
        """Compute the rows from ``first`` on, which is ``closed`` or after it, of the table as it is by now."""
        ...


class Followed:
    """The values of an indicator that can be followed row by row, or computed anew from some row before.

    ``kind`` may be replaced by one that gives the same values so far.
    """

    def __init__(self, kind: IndicatorKind, settings: Settings, bars: Bars, outputs: Outputs) -> None:
        self.kind = kind
        self._settings = settings
        self._columns = Growing(outputs, len(bars))
        self.closed = max(len(bars) - 1, 0) if kind.live is not None else 0
        self._live = kind.live(bars, settings, self.closed) if kind.live is not None else None

    @property
    def outputs(self) -> Outputs:
        """As :class:`Carried` says."""
        return self._columns.shown

    @property
    def size(self) -> int:
        """As :class:`Carried` says."""
        return self._columns.size

    def advance(self, bars: Bars, first: int) -> None:
        """As :class:`Carried` says."""
        count = len(bars)
        if self._live is not None:
            columns = self._columns.grown(count, first)
            with np.errstate(all="ignore"):
                for row in range(self.closed, count):
                    outputs = self._live.close(bars, row) if row < count - 1 else self._live.value(bars, row)
                    for name, value in outputs.items():
                        columns[name][row] = value
            self.closed = max(count - 1, 0)
        elif self.kind.restart is not None:
            start = self.kind.restart(bars, self._settings, first)
            tail = self.kind.compute(bars.slice(start, count), self._settings)
            self._columns.put(first, {name: values[first - start :] for name, values in tail.items()}, count)


class Growing:
    """Columns of one length that get longer; ``shown`` are the first rows of them, read-only."""

    def __init__(self, columns: Outputs, count: int) -> None:
        self._columns = {name: _with_room(values, count) for name, values in columns.items()}
        self.shown = self._windows(count)

    @property
    def size(self) -> int:
        """Bytes, with the room there is."""
        return sum([values.nbytes for values in self._columns.values()])

    def grown(self, count: int, first: int) -> Mapping[str, Column]:
        """The columns with room for ``count`` rows, to be written into from row ``first`` on; so many are shown."""
        for name, values in self._columns.items():
            if len(values) < count:
                self._columns[name] = _with_room(values[:first], count)
        self.shown = self._windows(count)
        return self._columns

    def put(self, first: int, tail: Outputs, count: int) -> None:
        """Write the rows from ``first`` up to ``count``."""
        columns = self.grown(count, first)
        for name, values in tail.items():
            columns[name][first:count] = values

    def _windows(self, count: int) -> Outputs:
        windows = {name: values[:count] for name, values in self._columns.items()}
        for values in windows.values():
            values.flags.writeable = False
        return MappingProxyType(windows)


def read_only(outputs: Outputs) -> Outputs:
    """The same columns, not to be written into."""
    views = {name: values.view() for name, values in outputs.items()}
    for values in views.values():
        values.flags.writeable = False
    return MappingProxyType(views)


def _with_room(values: Column, count: int) -> Column:
    """A copy of ``values`` at the start of a column with room for ``count`` rows and more."""
    column = blank(values, count + max(count // ROOM, 256))
    column[: len(values)] = values
    return column
