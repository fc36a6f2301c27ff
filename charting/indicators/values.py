"""The cache of indicator values: computed once for each table of bars and settings, carried along as bars arrive."""

from __future__ import annotations

import threading
import time
import weakref
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from charting.core.bars import Bars, Floats
from charting.core.document import Indicator
from charting.indicators.catalogue import kind_of
from charting.indicators.declaration import IndicatorKind, Live, Outputs, Settings

CAPACITY = 512 * 2**20
"""Bytes of values kept beyond those used last."""
RECENT = 32
"""How many entries stay, whatever their size: what a window shows at once."""
LONG = 0.005
"""Seconds from which a computation is to be made beside the main thread."""
TELLING = 50_000
"""Rows from which the time of a computation says something about its cost."""
ROOM = 64
"""A series that grows gets room for one row in this many more before its values are copied again."""

_Settings = tuple[tuple[str, object], ...]
_Key = tuple[int, str, int, _Settings]


@dataclass(slots=True)
class _Entry:
    """Values of one indicator on one table, and what is needed to carry them to the next table of the same series."""

    kind: IndicatorKind
    settings: Settings
    outputs: Outputs
    buffers: dict[str, Floats] | None = None
    live: Live | None = None
    closed: int = 0

    @property
    def size(self) -> int:
        return sum(values.nbytes for values in (self.buffers or self.outputs).values())


class IndicatorValues:
    """Values by table, indicator and settings; safe to use from several threads.

    Entries live as long as their table of bars, and beyond ``capacity`` bytes the ones not used for longest go first.
    """

    def __init__(self, capacity: int = CAPACITY, catalogue: Callable[[str], IndicatorKind] = kind_of) -> None:
        self._capacity = capacity
        self._kind_of = catalogue
        self._lock = threading.RLock()
        self._entries: OrderedDict[_Key, _Entry] = OrderedDict()
        self._tables: dict[int, weakref.ref[Bars]] = {}
        self._gone: deque[int] = deque()
        self._pace: dict[str, float] = {}

    def values(self, bars: Bars, indicator: Indicator) -> Outputs:
        """The values of an indicator, computed now if they are not known.

        Parameters
        ----------
        bars
            A table of n rows.
        indicator
            Only its kind and parameters matter; parameters outside their bounds are brought inside.

        Returns
        -------
        Mapping[str, Floats]
            A read-only (n,) float64 array for each plot's name.

        Raises
        ------
        LookupError
            If no such indicator exists; the message is a sentence for the user.
        """
        kind, settings, key = self._resolve(bars, indicator)
        found = self._find(key)
        if found is not None:
            return found.outputs
        started = time.perf_counter()
        outputs = _read_only(kind.compute(bars, settings))
        if len(bars) >= TELLING:
            self._pace[kind.kind] = (time.perf_counter() - started) / len(bars)
        self._keep(bars, key, _Entry(kind, settings, outputs))
        return outputs

    def key(self, bars: Bars, indicator: Indicator) -> Hashable:
        """What values are known by; it stays the same as long as the same values would be found.

        Raises
        ------
        IndicatorProblem
            As :meth:`values`.
        """
        return self._resolve(bars, indicator)[2]

    def peek(self, bars: Bars, indicator: Indicator) -> Outputs | None:
        """The values of an indicator if they are known, else None; computes nothing.

        Raises
        ------
        LookupError
            As :meth:`values`.
        """
        found = self._find(self._resolve(bars, indicator)[2])
        return found.outputs if found is not None else None

    def would_take_long(self, bars: Bars, indicator: Indicator) -> bool:
        """Whether computing it now would hold the main thread for over 5 ms, as far as one can tell beforehand.

        Goes by how long the same indicator took before, else by the cost its declaration gives.
        """
        kind, _, key = self._resolve(bars, indicator)
        if self._find(key) is not None:
            return False
        if kind.apart:
            return True
        return self._pace.get(kind.kind, kind.cost * 1e-9) * len(bars) > LONG

    def is_apart(self, indicator: Indicator) -> bool:
        """Whether it is computed in a process of its own."""
        return self._kind_of(indicator.kind).apart

    def follow(self, bars: Bars, indicator: Indicator) -> None:
        """Make ready for new bars: computes the values if need be, and the state that :meth:`advance` carries on from.

        It takes about as long as computing, so it belongs into a worker when :meth:`would_take_long` says so.
        """
        kind, settings, key = self._resolve(bars, indicator)
        self.values(bars, indicator)
        entry = self._find(key)
        if entry is None or entry.buffers is not None or (kind.live is None and kind.restart is None):
            return
        closed = max(len(bars) - 1, 0) if kind.live is not None else 0
        live = kind.live(bars, settings, closed) if kind.live is not None else None
        buffers = {name: _with_room(values) for name, values in entry.outputs.items()}
        outputs = _windows(buffers, len(bars))
        with self._lock:
            entry.live, entry.closed, entry.buffers, entry.outputs = live, closed, buffers, outputs

    def advance(self, before: Bars, after: Bars, first: int) -> None:
        """Carry all values known for ``before`` to ``after``, computing only what is new.

        Equal, bit for bit, to computing ``after`` whole. What cannot be carried (it was not followed, or the change
        reaches back beyond its last bar) is left to :meth:`values`.

        Parameters
        ----------
        before, after
            Two tables of one series, the same up to ``first``. They share the memory of the values: what was handed out
            for ``before`` shows the values of ``after`` from row ``first`` on.
        first
            The first row that differs: the forming bar, or the one after the last.
        """
        with self._lock:
            self._forget_gone()
            carried = [key for key in self._entries if key[0] == id(before)]
            for key in carried:
                entry = self._entries.pop(key)
                if entry.buffers is not None and first >= entry.closed and _carry(entry, after, first):
                    self._keep(after, (id(after), *key[1:]), entry)

    def _resolve(self, bars: Bars, indicator: Indicator) -> tuple[IndicatorKind, Settings, _Key]:
        kind = self._kind_of(indicator.kind)
        settings = kind.settings(indicator.parameters)
        frozen = tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in settings.items())
        # Its function stands for the declaration, of which a user's indicator gets another one whenever it is saved.
        return kind, settings, (id(bars), kind.kind, id(kind.compute), frozen)

    def _find(self, key: _Key) -> _Entry | None:
        with self._lock:
            self._forget_gone()
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def _keep(self, bars: Bars, key: _Key, entry: _Entry) -> None:
        with self._lock:
            self._forget_gone()
            if key[0] not in self._tables:
                gone = self._gone
                self._tables[key[0]] = weakref.ref(bars, lambda _: gone.append(key[0]))
            self._entries[key] = entry
            self._entries.move_to_end(key)
            size = sum(kept.size for kept in self._entries.values())
            while size > self._capacity and len(self._entries) > RECENT:
                size -= self._entries.popitem(last=False)[1].size

    def _forget_gone(self) -> None:
        """Drop the values of tables that are gone, before another table with the same identity can be asked for.

        The interpreter may report a table's end at any allocation, so the report is only noted, and heeded here.
        """
        while self._gone:
            table = self._gone.popleft()
            self._tables.pop(table, None)
            for key in [key for key in self._entries if key[0] == table]:
                del self._entries[key]


def _carry(entry: _Entry, bars: Bars, first: int) -> bool:
    """Compute the rows from ``first`` on into the entry's buffers; False if this indicator cannot."""
    count = len(bars)
    assert entry.buffers is not None
    if entry.live is None and entry.kind.restart is None:
        return False
    for name, buffer in entry.buffers.items():
        if len(buffer) < count:
            entry.buffers[name] = _with_room(buffer[:first], count)
    if entry.live is not None:
        for row in range(entry.closed, count):
            for name, value in entry.live.value(bars, row).items():
                entry.buffers[name][row] = value
            if row < count - 1:
                entry.live.close(bars, row)
        entry.closed = max(count - 1, 0)
    elif entry.kind.restart is not None:
        start = entry.kind.restart(bars, entry.settings, first)
        for name, values in entry.kind.compute(bars.slice(start, count), entry.settings).items():
            entry.buffers[name][first:count] = values[first - start :]
    entry.outputs = _windows(entry.buffers, count)
    return True


def _with_room(values: Floats, count: int = 0) -> Floats:
    """A copy of ``values`` at the start of an array with room for ``count`` rows and more."""
    needed = max(count, len(values))
    buffer = np.full(needed + max(needed // ROOM, 256), np.nan)
    buffer[: len(values)] = values
    return buffer


def _windows(buffers: Mapping[str, Floats], count: int) -> Outputs:
    return _read_only({name: buffer[:count] for name, buffer in buffers.items()})


def _read_only(outputs: Outputs) -> Outputs:
    views = {name: values.view() for name, values in outputs.items()}
    for values in views.values():
        values.flags.writeable = False
    return MappingProxyType(views)
