"""Remembers what was worked out from bars, for as long as somebody holds their table or one that goes on from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary, ref

from msgspec import Struct

from charting.core.bars import Bars, in_one_memory

Result = TypeVar("Result")

_MOST = 512
_PLACES = 8
"""Series in memory of which it is known which table was the last."""


class _Entry(Struct, Generic[Result], frozen=True):
    """A result, the last row that it depends on, and whether that row is as it was."""

    result: Result
    last: int
    holds: bool = True


class Memo(Generic[Result]):
    """Results by table and key; a table's results go when the table goes, and start anew after many. They must not hold it.

    While a table goes on in the same memory, as trades make it, only its last row changes: what depends on rows before it holds.
    """

    def __init__(self) -> None:
        self._tables: WeakKeyDictionary[Bars, dict[Hashable, _Entry[Result]]] = WeakKeyDictionary()
        self._newest: dict[int, ref[Bars]] = {}

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
        known = results.get(key)
        if known is not None and known.holds:
            return known.result
        if len(results) >= _MOST:
            results.clear()
        found = compute(None if known is None else known.result)
        results[key] = _Entry(found, last)
        return found

    def _handed_on(self, bars: Bars) -> dict[Hashable, _Entry[Result]]:
        """What is known of the table that this one went on from."""
        place = int(bars.close.__array_interface__["data"][0])
        known = self._newest.pop(place, None)
        before = None if known is None else known()
        self._newest[place] = ref(bars)
        while len(self._newest) > _PLACES:
            del self._newest[next(iter(self._newest))]
        if before is None or len(before) > len(bars) or not in_one_memory(before, bars):
            return {}
        settled = len(before) - 1
        entries = self._tables.get(before, {}).items()
        return {key: _Entry(one.result, one.last, one.holds and one.last < settled) for key, one in entries}
