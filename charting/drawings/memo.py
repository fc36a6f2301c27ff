"""Remembers what was worked out from a table of bars for as long as somebody holds that table."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from charting.core.bars import Bars

Result = TypeVar("Result")

_MOST = 64


class Memo(Generic[Result]):
    """Results by table and key; a table's results go when the table goes, and start anew after many."""

    def __init__(self) -> None:
        self._tables: WeakKeyDictionary[Bars, dict[Hashable, Result]] = WeakKeyDictionary()

    def get(self, bars: Bars, key: Hashable, compute: Callable[[], Result]) -> Result:
        """The result known for a key, else the one that ``compute`` gives now."""
        results = self._tables.setdefault(bars, {})
        if key not in results:
            if len(results) >= _MOST:
                results.clear()
            results[key] = compute()
        return results[key]
