"""Remembers what was worked out from bars, for as long as somebody holds their table or one that goes on from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary, WeakValueDictionary

from msgspec import Struct, field

from charting.core.bars import Bars, in_one_memory

Result = TypeVar("Result")

_ROOM = 512
"""Results of a table that are kept in any case; those of drawings that moved on are of no more use, and some are large."""
_NOTED = 1 << 14
"""Keys at most that are known to have been dropped: a hand that drags leaves one behind with each step."""


class _Entry(Struct, Generic[Result], frozen=True):
    """A result, the last row that it depends on, and whether that row is as it was."""

    result: Result
    last: int
    holds: bool = True


class _Results(Struct, Generic[Result]):
    """What is known of a table, asked for longest ago first.

    What was dropped and is asked for again gets room of its own: else more results than there is room for, of drawings that
    are all in view, would be worked out in every frame.
    """

    entries: dict[Hashable, _Entry[Result]] = field(default_factory=dict)
    room: int = _ROOM
    dropped: dict[Hashable, None] = field(default_factory=dict)

    def keep(self, key: Hashable, entry: _Entry[Result]) -> None:
        """Keep what was found under a key that is not among them."""
        self.entries[key] = entry
        if key in self.dropped:
            del self.dropped[key]
            self.room += 1
        while len(self.entries) > self.room:
            oldest = next(iter(self.entries))
            del self.entries[oldest]
            self.dropped[oldest] = None
        while len(self.dropped) > _NOTED:
            del self.dropped[next(iter(self.dropped))]


class Memo(Generic[Result]):
    """Results by table and key; a table's results go when the table goes. They must not hold it. Main thread only.

    While a table goes on in the same memory, as trades make it, only its last row changes: what depends on rows before it holds.
    """

    def __init__(self) -> None:
        self._tables: WeakKeyDictionary[Bars, _Results[Result]] = WeakKeyDictionary()
        self._newest: WeakValueDictionary[int, Bars] = WeakValueDictionary()

    def get(self, bars: Bars, key: Hashable, last: int, compute: Callable[[Result | None], Result]) -> Result:
        """The result known for a key, else the one that ``compute`` gives now.

        Parameters
        ----------
        last
            The last row that the result depends on; there may be none such in the table yet.
        compute
            It is handed the result for a table that this one went on from, where there is one: all rows but the last of that
            table are the same.
        """
        results = self._tables.get(bars)
        if results is None:
            results = self._tables[bars] = self._handed_on(bars)
        known = results.entries.pop(key, None)
        if known is None or not known.holds:
            known = _Entry(compute(None if known is None else known.result), last)
        results.keep(key, known)
        return known.result

    def _handed_on(self, bars: Bars) -> _Results[Result]:
        """What is known of the table that this one went on from."""
        place = int(bars.close.__array_interface__["data"][0])
        before = self._newest.get(place)
        self._newest[place] = bars
        known = None if before is None else self._tables.get(before)
        if before is None or known is None or len(before) > len(bars) or not in_one_memory(before, bars):
            return _Results()
        settled = len(before) - 1
        handed = {key: _Entry(one.result, one.last, one.holds and one.last < settled) for key, one in known.entries.items()}
        return _Results(handed, known.room)
