"""The rows of a column that hold something, such as turns, or marks on bars, where most rows hold nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.grid import Integers
from charting.core.lod import TAIL

Holds = Callable[[NDArray[Any]], NDArray[np.bool_]]
"""Says of some rows of a column which of them hold something."""


class KnownRows(Struct, frozen=True, eq=False):
    """Rows that hold something, rising; found once, and carried along while the column goes on at its end.

    Attributes
    ----------
    settled, recent
        Those among the first ``covered`` rows, which stay as they are, and those after these.
    """

    settled: Integers
    recent: Integers
    covered: int

    @classmethod
    def of(cls, column: NDArray[Any], holds: Holds) -> KnownRows:
        """Those of a column (n,)."""
        covered = max(len(column) - TAIL, 0)
        return cls(np.flatnonzero(holds(column[:covered])), cls._after(column, covered, holds), covered)

    @staticmethod
    def _after(column: NDArray[Any], covered: int, holds: Holds) -> Integers:
        found: Integers = np.flatnonzero(holds(column[covered:])) + covered
        return found

    def extended(self, column: NDArray[Any], holds: Holds) -> KnownRows:
        """Those of a column that goes on in the memory of this one."""
        if not self.covered <= len(column) <= self.covered + 2 * TAIL:
            return self.of(column, holds)
        return KnownRows(self.settled, self._after(column, self.covered, holds), self.covered)

    def __len__(self) -> int:
        return len(self.settled) + len(self.recent)

    def before(self, rows: Integers) -> Integers:
        """How many of them come before each of some rows (k,)."""
        return self.settled.searchsorted(rows) + self.recent.searchsorted(rows)

    def at(self, places: Integers) -> Integers:
        """Those at some places (k,), counted from 0."""
        count = len(self.settled)
        if not len(places) or places[0] >= count:
            return self.recent.take(places - count)
        if places[-1] < count:
            return self.settled.take(places)
        late = places >= count
        return np.concatenate((self.settled.take(places[~late]), self.recent.take(places[late] - count)))

    def between(self, start: int, stop: int) -> Integers:
        """Those at the places ``start`` to ``stop`` (exclusive), as far as there are any."""
        return self.at(np.arange(max(start, 0), min(stop, len(self))))

    def last_of_each(self, first: int, last: int, stretch: int) -> Integers:
        """The last of them in each stretch of so many rows, counted from row 0, that has a row from ``first`` to ``last``."""
        places = self.before(np.arange(first // stretch * stretch, last + stretch, stretch))
        return self.at(places[1:][places[1:] > places[:-1]] - 1)
