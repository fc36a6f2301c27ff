"""Keeps the level-of-detail pyramids of the arrays on show, so that each is built once and grows with its array."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats, in_one_memory
from charting.core.blocks import FEW, extremes_of_rows
from charting.core.known_rows import Holds, KnownRows
from charting.core.lod import ArrayPyramid, Pyramid
from charting.indicators.columns import Column

_KEPT, _EACH = 64, 4
"""Things found out that are kept in any case, and for each column on show."""
MANY, AT_ONCE = 500_000, 50_000
"""Rows from which building a pyramid, and making other bars, take so long that it is not done between two frames."""

Built = tuple[Bars | Floats, Pyramid | ArrayPyramid]
"""What a pyramid was built from, and the pyramid."""
_SETTLED = 512

_HOLDS: Mapping[int, Holds] = {
    0: lambda values: values != 0 if values.dtype == np.int32 else np.isfinite(values),
    1: lambda values: (values > 0) & np.isfinite(values),
    -1: lambda values: (values < 0) & np.isfinite(values),
}
"""Which rows of a column hold something: any, or only what is above or below zero."""

Made = TypeVar("Made")
Grown = TypeVar("Grown", Pyramid, ArrayPyramid, KnownRows)


class Derived(Protocol):
    """Bars made from others."""

    bars: Bars

    def go_on(self, bars: Bars) -> None:
        """Be those of a longer or shorter table in the same memory."""


class Beside(Protocol):
    """A column made from another table."""

    @property
    def values(self) -> Floats:
        """It."""
        ...


class _Entry(Struct, frozen=True, eq=False):
    """What was built, and from what: the source is held, so that its memory cannot be given to another array."""

    source: Bars | Column
    built: Pyramid | ArrayPyramid | KnownRows | NDArray[Any] | Bars
    other: Bars | None = None
    derived: Derived | None = None
    beside: Beside | None = None


class Levels:
    """Pyramids by where their arrays lie in memory, as long as these are shown; the least recently used are let go.

    Arrays that begin at the same place are one series at different lengths: when a bar is added, or its last one changes,
    the pyramid goes on from the one before instead of being built anew.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], _Entry] = OrderedDict()
        self._settled: OrderedDict[tuple[Hashable, int], tuple[Floats, Any]] = OrderedDict()
        self._adopted: set[tuple[str, int]] = set()
        self._owners: set[int] = set()
        self._most = _KEPT
        self.others: Callable[[], Iterable[Column]] = tuple
        """Tells the columns that are not on show, but may be again without being computed anew."""

    def has(self, bars: Bars) -> bool:
        """Whether the pyramids of a table are there, or those of a shorter one in the same memory."""
        return ("bars", _address(bars.low)) in self._kept and ("values", _address(bars.volume)) in self._kept

    def adopt(self, built: Iterable[Built]) -> None:
        """Take over pyramids that were built elsewhere."""
        for source, pyramid in built:
            kind, array = ("bars", source.low) if isinstance(source, Bars) else ("values", source)
            key = kind, _address(array)
            self._keep(key, _Entry(source, pyramid))
            self._adopted.add(key)

    def keep_what_is_shown(self, shown: Sequence[Bars | Column]) -> None:
        """Let go of all but what was found out about tables and columns, about ``others``, and of what was made of them.

        An array that has outgrown its room lies elsewhere from then on, and its old place would be held by what was found out
        there. What was adopted since the last time is spared once: it is on its way to be shown.
        """
        self._most = _KEPT + _EACH * len(shown)
        owners = {_owner(one.low if isinstance(one, Bars) else one) for one in shown}
        if owners == self._owners:
            return
        self._owners = owners
        alive = {place for one in chain(shown, self.others()) for place in _addresses(one)}
        for key in self._adopted & self._kept.keys():
            alive.update(_addresses(self._kept[key].source))
        self._adopted.clear()
        while more := [made for made in self._made_of(alive) if not alive.issuperset(_addresses(made))]:
            for made in more:
                alive.update(_addresses(made))
        for key in [key for key in self._kept if key[1] not in alive]:
            del self._kept[key]
        for whole in [whole for whole in self._settled if whole[1] not in alive]:
            del self._settled[whole]

    def _made_of(self, places: set[int]) -> Iterator[Bars | NDArray[Any]]:
        """Tables and columns that were made of those at some places."""
        for (_, place), entry in self._kept.items():
            if place in places and isinstance(entry.built, Bars | np.ndarray):
                yield entry.built

    def bars(self, bars: Bars) -> Pyramid:
        """The pyramid of a table of bars."""
        key = ("bars", _address(bars.low))
        return self._grown(key, bars, Pyramid, lambda known: Pyramid(bars) if known is None else known.extended(bars))

    def values(self, values: Floats) -> ArrayPyramid:
        """The pyramid of one column, such as an indicator's output."""
        key = ("values", _address(values))
        return self._grown(
            key, values, ArrayPyramid, lambda known: ArrayPyramid(values) if known is None else known.extended(values)
        )

    def extremes(self, columns: Sequence[Floats], first: int, last: int) -> list[tuple[float, float]]:
        """Lowest and highest value of rows ``first`` to ``last`` (exclusive) of each column, NaN both where there is none.

        Few rows are looked at themselves, those of all columns at once.
        """
        if last - first > FEW:
            return [self.values(column).range_extremes(first, last) for column in columns]
        return extremes_of_rows([column[first:last] for column in columns])

    def known_rows(self, values: Column, sign: int = 0) -> KnownRows:
        """Rows of a column that hold a value, or a mark; only values above zero, or below, where there is a ``sign``."""
        key, holds = (f"rows {sign}", _address(values)), _HOLDS[sign]

        def make(known: KnownRows | None) -> KnownRows:
            return KnownRows.of(values, holds) if known is None else known.extended(values, holds)

        return self._grown(key, values, KnownRows, make)

    def derived(self, bars: Bars, make: Callable[[Bars], Derived]) -> Bars | None:
        """Other bars made from a table, such as averaged ones, which go on with it; kept as long as it is shown.

        None where they are so many that they must be made elsewhere, and have not been :meth:`taken <take_derived>` yet.
        """
        entry = self._derived_of(bars, make)
        made = None if entry is None else entry.derived
        key = (make.__qualname__, _address(bars.low))
        if entry is None or made is None:
            if len(bars) > AT_ONCE:
                return None
            made = make(bars)
        elif entry.source is not bars:
            made.go_on(bars)
        else:
            self._kept.move_to_end(key)
            return made.bars
        self._keep(key, _Entry(bars, made.bars, derived=made))
        return made.bars

    def has_derived(self, bars: Bars, make: Callable[[Bars], Derived]) -> bool:
        """Whether such bars are there, or made within a frame."""
        return len(bars) <= AT_ONCE or self._derived_of(bars, make) is not None

    def _derived_of(self, bars: Bars, make: Callable[[Bars], Derived]) -> _Entry | None:
        """What is known of bars made from a table, at whatever length it had."""
        entry = self._kept.get((make.__qualname__, _address(bars.low)))
        return entry if entry is not None and isinstance(entry.source, Bars) and in_one_memory(entry.source, bars) else None

    def take_derived(self, bars: Bars, made: Derived) -> None:
        """Take over bars that were made from a table elsewhere."""
        key = (type(made).__qualname__, _address(bars.low))
        self._keep(key, _Entry(bars, made.bars, derived=made))
        self._adopted.add(key)

    def has_column(self, values: Floats) -> bool:
        """Whether the pyramid of a column is there, or built within a frame."""
        return len(values) <= MANY or ("values", _address(values)) in self._kept

    def beside(self, bars: Bars, other: Bars, make: Callable[[Beside | None], Beside | None]) -> Floats | None:
        """A column for a table that was made from another one, kept as long as it is shown with that.

        ``make`` is handed what it made for tables in the same memory before. None where it makes none, as of so many rows that
        they must be made elsewhere and :meth:`taken <take_beside>`.
        """
        key = (f"beside {_address(bars.close)}", _address(other.low))
        entry = self._kept.get(key)
        if entry is not None and entry.source is bars and entry.other is other and entry.beside is not None:
            self._kept.move_to_end(key)
            return entry.beside.values
        made = make(None if entry is None else entry.beside)
        if made is None:
            return None
        self._keep(key, _Entry(bars, made.values, other, beside=made))
        return made.values

    def take_beside(self, bars: Bars, other: Bars, made: Beside) -> None:
        """Take over a column that was made for a table from another one elsewhere."""
        key = (f"beside {_address(bars.close)}", _address(other.low))
        self._keep(key, _Entry(bars, made.values, other, beside=made))
        self._adopted.add(key)

    def settled(self, key: Hashable, source: Floats, make: Callable[[], Made]) -> Made:
        """What was made of rows that stay as they are while their column goes on, by a key that names these rows."""
        whole = (key, _address(source))
        found = self._settled.get(whole)
        if found is None:
            found = (source, make())  # the source is held, as everywhere here
            while len(self._settled) >= _SETTLED:
                self._settled.popitem(last=False)
            self._settled[whole] = found
        self._settled.move_to_end(whole)
        made: Made = found[1]
        return made

    def _grown(
        self, key: tuple[str, int], source: Bars | Column, type_: type[Grown], make: Callable[[Grown | None], Grown]
    ) -> Grown:
        """What was built of a table or column; ``make`` is handed what was built of it while it was shorter, if anything."""
        entry = self._kept.get(key)
        known = entry.built if entry is not None and isinstance(entry.built, type_) else None
        if entry is not None and known is not None and entry.source is source:
            self._kept.move_to_end(key)
            return known
        built = make(known)
        self._keep(key, _Entry(source, built))
        return built

    def _keep(self, key: tuple[str, int], entry: _Entry) -> None:
        self._kept[key] = entry
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


def built_ahead(columns: Iterable[Bars | Floats], beyond: int | None = None) -> tuple[Built, ...]:
    """The pyramids of tables and columns of many rows, or of more than so many, for whoever is not the main thread."""
    beyond = AT_ONCE if beyond is None else beyond
    return tuple((one, Pyramid(one) if isinstance(one, Bars) else ArrayPyramid(one)) for one in columns if len(one) > beyond)


def _addresses(source: Bars | NDArray[Any]) -> tuple[int, ...]:
    """Where a column, or those of a table, lie in memory."""
    if isinstance(source, Bars):
        return tuple(map(_address, (source.open, source.high, source.low, source.close, source.volume)))
    return (_address(source),)


def _owner(column: Column) -> int:
    """Which array has the memory of a column; found sooner than its address, and as good while the array is held."""
    return id(column if column.base is None else column.base)


def _address(values: NDArray[Any]) -> int:
    return int(values.__array_interface__["data"][0])
