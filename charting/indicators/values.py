"""The cache of indicator values: computed once for each table of bars and settings, carried along as bars arrive."""

from __future__ import annotations

import math
import threading
import time
import weakref
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Mapping

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars
from charting.core.document import Indicator
from charting.indicators import longer
from charting.indicators.beside import CLOSE, NONE, Others, first_to_see
from charting.indicators.carrying import Carried, Followed, read_only
from charting.indicators.catalogue import kind_of
from charting.indicators.columns import Column
from charting.indicators.declaration import IndicatorKind, Outputs
from charting.indicators.growth import continuation
from charting.indicators.recipe import ALONE, Context, Recipe, going_on, resolve
from charting.indicators.sourced import Sourced

CAPACITY = 512 * 2**20
"""Bytes of values kept beyond those used last."""
RECENT = 32
"""How many entries stay at least, whatever their size: more where a chart shows more at once."""
EACH = 150e-6
"""Seconds that a computation takes however few rows there are."""
FOLLOWED = 3.5
"""How many times as long it takes when values are to be carried along from then on."""
TELLING = 50_000
"""Rows from which the time of a computation says something about its cost."""
JOINING = 150e-9
"""Seconds a row takes to be joined to longer bars."""
CARRIED = 600
"""Rows that are carried along at once, of all indicators: one after the other, each takes as long as many computed together."""
IDLE = 32
"""How many changes of the bars values are carried along without being asked for: settings tried out are not, forever."""

_Key = tuple[int, Hashable]


class _Entry(Struct):
    """Values of one indicator on one table, and what carries them to the next table of the same series."""

    recipe: Recipe
    outputs: Outputs
    carried: Carried | None = None
    idle: int = 0

    @property
    def size(self) -> int:
        return sum([values.nbytes for values in self.outputs.values()]) if self.carried is None else self.carried.size


class IndicatorValues:
    """Values by table, indicator and settings; safe to use from several threads.

    Entries live as long as their table of bars, and beyond ``capacity`` bytes the ones not used for longest go first.
    Wherever an indicator is asked for, ``context`` tells what it may refer to; its recipe will do as well.
    """

    def __init__(self, capacity: int = CAPACITY, catalogue: Callable[[str], IndicatorKind] = kind_of) -> None:
        self._capacity = capacity
        self._recent = RECENT
        self._kind_of = catalogue
        self._lock = threading.RLock()
        self._entries: OrderedDict[_Key, _Entry] = OrderedDict()
        self._tables: dict[int, weakref.ref[Bars]] = {}
        self._gone: deque[int] = deque()
        self._pace: dict[str, float] = {}

    def values(self, bars: Bars, indicator: Indicator | Recipe, context: Context = ALONE) -> Outputs:
        """The values of an indicator, computed now if they are not known.

        Parameters
        ----------
        bars
            A table of n rows.
        indicator
            Its kind, parameters and interval matter; parameters outside their bounds are brought inside.

        Returns
        -------
        Mapping[str, Column]
            A read-only (n,) array for each plot's name; int32 for the marks of candlestick patterns, else float64.

        Raises
        ------
        IndicatorProblem
            If there is no such indicator or it cannot be computed; the message is a sentence for the user.
        """
        return self._values(bars, self.recipe(indicator, context))

    def recipe(self, indicator: Indicator | Recipe, context: Context = ALONE) -> Recipe:
        """What an indicator's values depend on, besides bars; whoever asks often for it had better keep it.

        Raises
        ------
        IndicatorProblem
            As :func:`charting.indicators.recipe.resolve`.
        """
        return indicator if isinstance(indicator, Recipe) else resolve(indicator, context, self._kind_of)

    def is_current(self, recipe: Recipe) -> bool:
        """Whether the declarations that a recipe was made of are still those in the catalogue."""
        try:
            same = recipe.second is not None or self._kind_of(recipe.kind.kind) is recipe.kind
        except LookupError:
            return False
        return same and (not recipe.inputs or all(self.is_current(one.recipe) for one in recipe.inputs.values()))

    def peek(self, bars: Bars, indicator: Indicator | Recipe, context: Context = ALONE) -> Outputs | None:
        """The values of an indicator if they are known, else None; computes nothing.

        Raises
        ------
        IndicatorProblem
            As :meth:`recipe`.
        """
        found = self._find((id(bars), self.recipe(indicator, context).key))
        return found.outputs if found is not None else None

    def columns(self) -> list[Column]:
        """All columns that are known, of tables that are still there."""
        with self._lock:
            self._forget_gone()
            return [column for entry in self._entries.values() for column in entry.outputs.values()]

    def cost(self, bars: Bars, indicator: Indicator | Recipe, context: Context = ALONE, *, following: bool = False) -> float:
        """Seconds that computing it now would take, or to :meth:`follow` it, as far as one can tell beforehand.

        Goes by how long the same indicator took before, else by the cost its declaration gives.
        """
        return EACH + self._cost(bars, self.recipe(indicator, context)) * (FOLLOWED if following else 1.0)

    def keep_room_for(self, count: int) -> None:
        """Let no fewer than so many entries stay, or those that a chart shows would be computed again and again."""
        self._recent = max(RECENT, count)

    def follow(self, bars: Bars, indicator: Indicator | Recipe, context: Context = ALONE) -> None:
        """Make ready for new bars: computes the values if need be, and the state that :meth:`advance` carries on from.

        It belongs into a worker when :meth:`cost` says that it takes long.
        """
        self._follow(bars, self.recipe(indicator, context))

    def advance(self, before: Bars, after: Bars, first: int, others: Others = NONE) -> None:
        """Carry all values known for ``before`` to ``after``, computing only what is new.

        Equal, bit for bit, to computing ``after`` whole. What cannot be carried (it was not followed, nobody asked for
        it for long, the change reaches back beyond its last bar, or there are many new rows) is left to :meth:`values`.

        Parameters
        ----------
        before, after
            Two tables of one series, the same up to ``first``. They share the memory of the values: what was handed out
            for ``before`` shows the values of ``after`` from row ``first`` on.
        first
            The first row that differs: the forming bar, or the one after the last.
        others
            Second series as they are by now, which may have gone on as well, or alone.
        """
        with self._lock:
            self._forget_gone()
            carried = [self._entries.pop(key) for key in list(self._entries) if key[0] == id(before)]
            changed: dict[Hashable, int] = {}
            left = CARRIED
            for entry in sorted(carried, key=lambda entry: entry.recipe.depth):  # sources before what reads them
                entry.idle += 1
                earlier, entry.recipe = entry.recipe, going_on(entry.recipe, others)
                since = _first_changed(earlier, entry.recipe, after, first, changed)
                if since is None or entry.idle > IDLE:
                    continue
                if entry.recipe.second is not None:
                    changed[earlier.key] = since  # also where others have carried it already
                if since < len(after):
                    left -= len(after) - since
                    table = self._with_known_inputs(after, entry.recipe) if left >= 0 else None
                    since = None if table is None else _carry(entry, table, since, len(before))
                if since is not None:
                    changed[earlier.key] = min(since, first)
                    self._put(after, (id(after), entry.recipe.key), entry)
            self._make_room()

    def _values(self, bars: Bars, recipe: Recipe) -> Outputs:
        key = (id(bars), recipe.key)
        found = self._find(key)
        if found is not None:
            return found.outputs
        table = self._with_inputs(bars, recipe)
        started = time.perf_counter()
        if recipe.interval is not None and recipe.longer(bars):
            computed = longer.compute(recipe.kind, recipe.settings, table, recipe.interval, recipe.calendar)
        else:
            computed = recipe.kind.compute(table, recipe.settings)
        outputs = read_only(computed)
        if len(bars) >= TELLING:
            self._pace[recipe.kind.kind] = (time.perf_counter() - started) / len(bars)
        with self._lock:
            self._put(bars, key, _Entry(recipe, outputs))
            self._make_room()
        return outputs

    def _with_inputs(self, bars: Bars, recipe: Recipe) -> Bars:
        """The table with the outputs of other indicators that this one takes its values from."""
        if not recipe.inputs:
            return bars
        columns = {name: self._values(bars, one.recipe)[one.plot] for name, one in recipe.inputs.items()}
        return Sourced.of_bars(bars, columns)

    def _with_known_inputs(self, bars: Bars, recipe: Recipe) -> Bars | None:
        """The same without computing; None where they are not known."""
        if not recipe.inputs:
            return bars
        found = {name: self._find((id(bars), one.recipe.key)) for name, one in recipe.inputs.items()}
        columns = {name: entry.outputs[recipe.inputs[name].plot] for name, entry in found.items() if entry is not None}
        return Sourced.of_bars(bars, columns) if len(columns) == len(found) else None

    def _cost(self, bars: Bars, recipe: Recipe) -> float:
        """Seconds that computing will take, with everything it needs; none for what is known."""
        if self._find((id(bars), recipe.key)) is not None:
            return 0.0
        if recipe.kind.apart:
            return math.inf
        own = self._pace.get(recipe.kind.kind, recipe.kind.cost * 1e-9)
        if recipe.longer(bars):
            own = max(own, JOINING)
        return own * len(bars) + sum(self._cost(bars, one.recipe) for one in recipe.inputs.values())

    def _follow(self, bars: Bars, recipe: Recipe) -> None:
        for one in recipe.inputs.values():
            self._follow(bars, one.recipe)
        self._values(bars, recipe)
        entry, kind = self._find((id(bars), recipe.key)), recipe.kind
        if entry is None or entry.carried is not None or (kind.live is None and kind.restart is None):
            return
        carried: Carried
        table = self._with_inputs(bars, recipe)
        if recipe.interval is not None and recipe.calendar is not None and recipe.longer(bars):
            carried = longer.FollowedLonger(kind, recipe.settings, table, entry.outputs, recipe.interval, recipe.calendar)
        else:
            carried = Followed(kind, recipe.settings, table, entry.outputs)
        with self._lock:
            entry.carried, entry.outputs = carried, carried.outputs

    def _find(self, key: _Key) -> _Entry | None:
        with self._lock:
            self._forget_gone()
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
                entry.idle = 0
            return entry

    def _put(self, bars: Bars, key: _Key, entry: _Entry) -> None:
        self._forget_gone()
        if key[0] not in self._tables:
            gone = self._gone
            self._tables[key[0]] = weakref.ref(bars, lambda _: gone.append(key[0]))
        self._entries[key] = entry
        self._entries.move_to_end(key)

    def _make_room(self) -> None:
        if len(self._entries) <= self._recent:
            return
        size = sum([kept.size for kept in self._entries.values()])
        while size > self._capacity and len(self._entries) > self._recent:
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


def _first_changed(earlier: Recipe, now: Recipe, bars: Bars, first: int, changed: Mapping[Hashable, int]) -> int | None:
    """The first row whose values may be others than before; None where that cannot be told.

    ``first`` is that of the bars, and ``changed`` has those of the indicators and series it was computed from.
    """
    if now.second is not None and earlier.second is not None:
        if now is earlier:
            return first
        row = continuation(earlier.second.other.bars, now.second.other.bars)
        return None if row is None else min(first, first_to_see(bars, now.second.calendar, now.second.other, row))
    if not earlier.inputs:
        return first
    rows = [changed.get(one.recipe.key) for one in earlier.inputs.values()]
    known = [row for row in rows if row is not None]
    return min([first, *known]) if len(known) == len(rows) else None


def _carry(entry: _Entry, bars: Bars, since: int, before: int) -> int | None:
    """Compute the rows from ``since`` on.

    Returns the first row that differs from what the first ``before`` rows were, or None if the values cannot be carried.
    """
    carried = entry.carried
    # What is painted goes on from its last bar only.
    if carried is None or since < carried.closed or (entry.recipe.second is None and since < before - 1):
        return None
    known = None
    if entry.recipe.second is not None and isinstance(carried, Followed):
        known = entry.outputs[CLOSE][since:before].copy()
        carried.kind = entry.recipe.kind  # of the other series as it is by now
    carried.advance(bars, since)
    entry.outputs = carried.outputs
    if known is None:
        return since
    now = entry.outputs[CLOSE][since:before]
    differing = np.flatnonzero((known != now) & ~(np.isnan(known) & np.isnan(now)))
    return since + int(differing[0]) if len(differing) else before
