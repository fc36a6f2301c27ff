"""Another series beside the bars: its closes, by time, such that no bar sees one that was not over when it was itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats, Times
from charting.core.calendar import Calendar
from charting.core.document import Chart, Indicator
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.catalogue import kind_of
from charting.indicators.declaration import IndicatorKind, IndicatorProblem, NotYet, Outputs, Settings

CLOSE = "close"
"""The one output of a series that stands beside another one."""


class Instrument(NamedTuple):
    """What a symbol parameter names: where bars come from, and of which instrument."""

    source: str
    symbol: str

    @classmethod
    def parse(cls, value: object) -> Instrument | None:
        """What is written in a document as ``yahoo ^HSI``; None where nothing was chosen."""
        source, _, symbol = value.partition(" ") if isinstance(value, str) else ("", "", "")
        return cls(source, symbol) if source and symbol else None

    def __str__(self) -> str:
        return f"{self.source} {self.symbol}"


class Beside(Struct, frozen=True, eq=False):
    """The bars of another series and the calendar they were traded by."""

    bars: Bars
    calendar: Calendar


Others = Mapping[Instrument, Beside | str]
"""Other series by what names them, or a sentence that says why there is none."""
NONE: Others = MappingProxyType({})


def the_other(value: object, others: Others) -> tuple[Instrument, Beside]:
    """The series that a symbol parameter names, and what it is called by.

    Raises
    ------
    IndicatorProblem
        If none was chosen, or if it cannot be had; :class:`NotYet` while it is on its way.
    """
    wanted = Instrument.parse(value)
    if wanted is None:
        raise IndicatorProblem(translatable("This indicator needs a second instrument. Choose one in its settings."))
    other = others.get(wanted)
    if other is None:
        raise NotYet(translatable("The bars of the second instrument are being loaded."))
    if isinstance(other, str):
        raise IndicatorProblem(other)
    return wanted, other


def kind_for(other: Beside, calendar: Calendar) -> IndicatorKind:
    """What gives the closes of another series beside bars of ``calendar``, like an indicator on them."""

    def compute(bars: Bars, _settings: Settings) -> Outputs:
        return {CLOSE: closes(bars, calendar, other)}

    return IndicatorKind(
        kind="beside",
        title="",
        short="",
        group=groups.PRICE,
        parameters=(),
        plots=(),
        compute=compute,
        cost=60.0,
        restart=lambda _bars, _settings, row: row,
    )


def closes(bars: Bars, calendar: Calendar, other: Beside) -> Floats:
    """The close of another series that each bar knows, (n,): of its last bar that was over no later.

    A day on which the other exchange was closed has its last close before. Before its first bar, and once a bar is
    missing at its end, there is none: a price that stands still would be read as one that did not change.
    """
    theirs = other.bars
    if not len(theirs) or not len(bars):
        return np.full(len(bars), np.nan)
    if other.calendar is calendar and bars.time is theirs.time:
        return theirs.close
    mine = _ends(bars, calendar)
    begin = _row_over_by(other, int(mine[0]))
    rows = begin + _ends(theirs.slice(begin, len(theirs)), other.calendar).searchsorted(mine, "right") - 1
    known = (rows >= 0) & (mine < _next_end(theirs, other.calendar))
    return np.where(known, theirs.close[np.maximum(rows, 0)], np.nan)


def first_to_see(bars: Bars, calendar: Calendar, other: Beside, row: int) -> int:
    """The first row whose close of another series depends on that one's bar at ``row``, or on what comes after it."""
    over = int(_ends(other.bars.slice(row, row + 1), other.calendar)[0])
    found = int(bars.time.searchsorted(over))
    while found > 0 and _ends(bars.slice(found - 1, found), calendar)[0] >= over:
        found -= 1
    return found


def instruments(indicators: Iterable[Indicator]) -> tuple[Instrument, ...]:
    """The other series that some indicators need, each once."""
    named = (Instrument.parse(one.parameters.get(name)) for one in indicators for name in sorted(_symbols(one.kind)))
    return tuple(dict.fromkeys(one for one in named if one is not None))


def from_source(indicator: Indicator, old: str, new: str) -> Indicator:
    """An indicator with the other series of one source taken from another; the same one where it has none."""
    named = {name: Instrument.parse(value) for name, value in indicator.parameters.items() if name in _symbols(indicator.kind)}
    moved = {name: str(Instrument(new, one.symbol)) for name, one in named.items() if one is not None and one.source == old}
    return replace(indicator, parameters={**indicator.parameters, **moved}) if moved else indicator


def _symbols(kind: str) -> frozenset[str]:
    """The parameters of an indicator that name another instrument."""
    try:
        return frozenset(parameter.name for parameter in kind_of(kind).parameters if parameter.is_symbol)
    except LookupError:
        return frozenset()


def instruments_of(chart: Chart) -> tuple[Instrument, ...]:
    """The other series that a chart's indicators need, hidden ones too: they may be shown at any time."""
    return instruments(indicator for pane in chart.panes for indicator in pane.indicators)


def _ends(bars: Bars, calendar: Calendar) -> Times:
    """When each bar is over, UTC seconds: a session's, week's or month's at the close of its last session."""
    if bars.interval.is_intraday:
        return bars.time + bars.interval.seconds
    grid = calendar.grid(bars.interval)
    # A bar on a day that the calendar holds for closed ends no earlier than it begins.
    return np.maximum(_closes_before(grid.stamp(grid.number_of(bars.time) + 1), calendar), bars.time)


def _row_over_by(other: Beside, moment: int) -> int:
    """A row, near the last such one, of a series that was over at a time; 0 where there is none."""
    theirs = other.bars
    row, step = max(int(theirs.time.searchsorted(moment)) - 1, 0), 1
    while row and _ends(theirs.slice(row, row + 1), other.calendar)[0] > moment:
        row, step = max(row - step, 0), 2 * step
    return row


def _next_end(bars: Bars, calendar: Calendar) -> int:
    """When the bar after the last will be over."""
    grid, last = calendar.grid(bars.interval), bars.time[-1:]
    if bars.interval.is_intraday:
        return int(grid.stamp(grid.floor(last) + 1)[0]) + bars.interval.seconds
    return int(_closes_before(grid.stamp(grid.number_of(last) + 2), calendar)[0])


def _closes_before(stamps: Times, calendar: Calendar) -> Times:
    """The close of the last session that opened before each time."""
    found: Times = calendar.close[np.maximum(calendar.open.searchsorted(stamps, "left") - 1, 0)]
    return found
