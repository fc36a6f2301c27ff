"""From a file's columns to a history: what its times mean, which interval and market they tell, and which rows hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.adjustment import Action
from charting.core.bars import Floats
from charting.core.calendar import calendar_for
from charting.core.grid import Integers
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.text import sentence, translatable
from charting.market.alignment import Mask, aligned, interval_of, stamped_at_end
from charting.market.known_defects import mended
from charting.market.provider import FileProblem, History, Refused
from charting.market.reading import GUESSED, Reading, Role
from charting.market.stamps import UNREADABLE, TimeReader, local_seconds
from charting.market.table import Part
from charting.market.validate import Checked, Rows, check, refused_kinds

EITHER_ORDER = translatable("Nothing in the file says whether the day or the month comes first.")
EITHER_SIGN = translatable("Nothing in the file says whether its commas group thousands or begin the decimals.")

STAMPED_AT_END = translatable("stamped with their end, moved to their beginning")

TOGETHER = 250_000
"""Lines whose times are looked at together: a few days of minutes may not say which of day and month comes first."""

_FOREIGN_DAYS = 0.02
_FOREIGN_MINUTES = 0.2


class Unclear(FileProblem):
    """A file is a table, but as it is read it gives no bars; another reading may."""


class TooNarrow(Unclear):
    """The table has fewer columns than bars need, unless it is to be cut into them otherwise."""


class Sheet(Struct, frozen=True, eq=False):
    """All lines of a file, blank ones left out.

    Attributes
    ----------
    line
        (n,) line numbers in the file, counted from 1.
    time
        (n,) int64, UTC seconds, :data:`UNREADABLE` where there was no time to be read.
    zoneless
        (n,) whether a time was written without a zone, and so taken for the exchange's own.
    numbers
        (n,) float64 for each role that has a column, NaN where blank.
    garbled
        (n,) whether a price was neither blank nor a number, or the line had too many fields.
    clocks
        The zone that was said to be that of times of day; empty where nobody said.
    doubts
        What had to be guessed without a sign in the file, in sentences.
    """

    line: Integers
    time: Integers
    zoneless: Mask
    numbers: dict[Role, Floats]
    garbled: Mask
    clocks: str = ""
    doubts: tuple[str, ...] = ()


def gathered(parts: Iterable[Part], timezone: str, reading: Reading = GUESSED, doubts: tuple[str, ...] = ()) -> Sheet | None:
    """The parts of a file as one, None when they have no line; ``timezone`` is that of times without a zone.

    ``doubts`` are those about the file's layout.

    The texts of some parts are let go once their times have been read: they weigh more than everything else.
    """
    reader = TimeReader(timezone, reading.timezone, reading.dates)
    kept = [_joined(some, reader) for some in _together(parts)]
    if not any(len(sheet.line) for sheet in kept):
        return None
    return Sheet(
        np.concatenate([sheet.line for sheet in kept]),
        np.concatenate([sheet.time for sheet in kept]),
        np.concatenate([sheet.zoneless for sheet in kept]),
        {role: np.concatenate([sheet.numbers[role] for sheet in kept]) for role in kept[0].numbers},
        np.concatenate([sheet.garbled for sheet in kept]),
        reading.timezone,
        (*doubts, EITHER_ORDER) if reader.either_order else doubts,
    )


def _together(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts, as many at a time as have :data:`TOGETHER` lines or a little more."""
    some, count = list[Part](), 0
    for part in parts:
        some.append(part)
        count += len(part.line)
        if count >= TOGETHER:
            yield some
            some, count = [], 0
    if some:
        yield some


def _joined(parts: list[Part], reader: TimeReader) -> Sheet:
    """Some parts as one, with their times as moments."""
    import pandas

    time, zoneless = reader.read(pandas.concat([part.times for part in parts]))
    return Sheet(
        np.concatenate([part.line for part in parts]),
        time,
        zoneless,
        {role: np.concatenate([part.numbers[role] for part in parts]) for role in parts[0].numbers},
        np.concatenate([part.garbled for part in parts]),
    )


def history_of(sheet: Sheet, name: str, instrument: Instrument, *, known: bool, told: Interval | None = None) -> History:
    """The bars that the lines of the file ``name`` hold; what each covers is found out unless it was ``told``.

    Something that is not ``known`` and does not keep its exchange's hours is taken for another market's: any time is as
    good as another then, and times without a zone are UTC, or of the zone that was said.

    Raises
    ------
    FileProblem
        If no line can be used.
    """
    time = sheet.time
    interval = _interval(name, time, instrument, told)
    if not known and not _trades_with(instrument, time, interval):
        if not sheet.clocks or not interval.is_intraday:
            time = np.where(sheet.zoneless & (time != UNREADABLE), local_seconds(time, instrument.timezone), time)
        instrument = replace(instrument, exchange="", timezone=(sheet.clocks if interval.is_intraday else "") or "UTC")
        interval = _interval(name, time, instrument, told)
    calendar = calendar_for(instrument.exchange)
    moved = stamped_at_end(time, interval, calendar)
    if moved:
        time = np.where(time == UNREADABLE, time, time - interval.seconds)
    checked = check(_rows(sheet, time), interval, calendar, instrument.timezone)
    checked = mended(checked, calendar, sheet.line, sheet.numbers.get("dividends"), index=instrument.kind == "index")
    if not len(checked.bars):
        raise Unclear(
            sentence(
                "None of the {count:,} lines of “{name}” can be used: {kinds}.",
                count=len(time),
                name=name,
                kinds=refused_kinds(checked),
            )
        )
    repaired = (Refused(STAMPED_AT_END, len(time), int(sheet.line[0])), *checked.repaired) if moved else checked.repaired
    return History(
        instrument,
        checked.bars,
        datetime.now(UTC),
        checked.refused,
        repaired=repaired,
        rows=len(time),
        adjusted=checked.adjusted,
        actions=_actions(sheet, checked),
        doubts=sheet.doubts,
    )


def _interval(name: str, time: Integers, instrument: Instrument, told: Interval | None) -> Interval:
    """What each line covers: what somebody told, else what their times say."""
    if bool((time == UNREADABLE).all()):
        raise Unclear(
            sentence("None of the dates in “{name}” can be read. Write them as 2025-03-07 or 2025-03-07 09:30.", name=name)
        )
    interval = told or interval_of(time, instrument.timezone)
    if interval is None:
        raise Unclear(
            sentence("The lines of “{name}” are closer than a minute. Sum them up to bars of a minute or longer.", name=name)
        )
    return interval


def _trades_with(instrument: Instrument, time: Integers, interval: Interval) -> bool:
    """Whether stamps of something unknown fit an exchange's sessions: if not, they are another market's."""
    calendar = calendar_for(instrument.exchange)
    outside = aligned(time[time != UNREADABLE], interval, calendar, instrument.timezone).outside
    return float(outside.mean()) <= (_FOREIGN_MINUTES if interval.is_intraday else _FOREIGN_DAYS)


def _rows(sheet: Sheet, time: Integers) -> Rows:
    columns = sheet.numbers
    return Rows(
        time,
        columns["open"],
        columns["high"],
        columns["low"],
        columns["close"],
        columns.get("volume", np.full(len(time), np.nan)),
        sheet.line,
        sheet.garbled,
        columns.get("adjusted"),
    )


def _actions(sheet: Sheet, checked: Checked) -> tuple[Action, ...]:
    kinds: tuple[tuple[Role, Literal["dividend", "split"]], ...] = (("dividends", "dividend"), ("splits", "split"))
    found = []
    for role, kind in kinds:
        if role in sheet.numbers:
            values = sheet.numbers[role][checked.row]
            rows = np.flatnonzero(np.nan_to_num(values))
            found += [Action(int(checked.bars.time[row]), kind, float(values[row])) for row in rows]
    return tuple(sorted(found, key=lambda action: action.time))
