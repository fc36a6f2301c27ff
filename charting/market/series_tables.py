"""The tables of the store: how a series stands in the file, checksummed, and how it is read, joined and mended there."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from charting.core.adjustment import Action, joined_actions, with_earnings
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.market.blobs import Columns, Gathering, checksum, columns_of, decode, encode, merged, periods
from charting.market.database import connect, reading, writing
from charting.market.instruments import instrument_of
from charting.market.provider import History, Refused, SeriesKey

if TYPE_CHECKING:
    import sqlite3

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the time of fetching when some of the bars were lost: whoever looks at their age fetches them again."""

VERSION = 1

_USED_SECONDS = 86_400.0
# Without row ids each table is one tree, so that no index can disagree with it.
SCHEMA = """
CREATE TABLE series (
    source TEXT NOT NULL,
    symbol TEXT NOT NULL,
    interval TEXT NOT NULL,
    used REAL NOT NULL,
    about BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (source, symbol, interval)
) WITHOUT ROWID;
CREATE TABLE period (
    source TEXT NOT NULL,
    symbol TEXT NOT NULL,
    interval TEXT NOT NULL,
    period INTEGER NOT NULL,
    columns BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (source, symbol, interval, period)
) WITHOUT ROWID
"""
_SERIES = "source = ? AND symbol = ? AND interval = ?"


class _About(msgspec.Struct, frozen=True):
    """What is kept of a series besides its bars; ``counts`` has the number of bars of each period."""

    instrument: Instrument
    fetched: datetime
    simulated: bool
    refused: tuple[Refused, ...]
    repaired: tuple[Refused, ...]
    rows: int
    actions: tuple[Action, ...]
    counts: dict[int, int]
    announced: datetime | None = None


class StoredSeries(Struct, frozen=True):
    """A series as it stands in the file: its description, the bars of those periods that are sound, and how many each has."""

    about: _About
    columns: Columns
    counts: dict[int, int]

    @property
    def is_whole(self) -> bool:
        """Whether every bar that was written is still there."""
        return self.counts == self.about.counts

    def history(self, interval: Interval) -> History:
        """The series as an answer; when bars are missing, as if fetched at :data:`NEVER`."""
        about, columns = self.about, self.columns
        return History(
            about.instrument,
            columns.bars(interval),
            about.fetched if self.is_whole else NEVER,
            about.refused,
            about.simulated,
            about.repaired,
            about.rows,
            columns.adjusted,
            about.actions,
            about.announced,
        )


def _names(key: SeriesKey) -> tuple[str, str, str]:
    return key.source, key.symbol, str(key.interval)


def read_series(connection: sqlite3.Connection, key: SeriesKey) -> StoredSeries | None:
    """What the file has of a series, without its damaged periods; None when there is nothing."""
    with reading(connection):
        about, used = _described(connection, key)
        gathering, counts = Gathering(0 if about is None else sum(about.counts.values())), {}
        for period, part in _parts(connection, key):
            gathering.add(part)
            counts[period] = len(part)
    if about is None:
        if not counts:
            return None
        # The description is lost, but not the bars: what can be told from the symbol has to do.
        about = _About(instrument_of(key.symbol), NEVER, key.source == "demo", (), (), 0, (), {})
    if time.time() - used > _USED_SECONDS:
        import sqlite3

        # Somebody else may be writing, and when a series was used is not worth a failure.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute(f"UPDATE series SET used = ? WHERE {_SERIES}", (time.time(), *_names(key)))
    return StoredSeries(about, gathering.columns(), counts)


def _described(connection: sqlite3.Connection, key: SeriesKey) -> tuple[_About | None, float]:
    """A series' description, None when there is none or it cannot be read, and when the series was used."""
    row = connection.execute(f"SELECT about, checksum, used FROM series WHERE {_SERIES}", _names(key)).fetchone()
    if row is None or not isinstance(row[0], bytes) or checksum(row[0], *_names(key)) != row[1]:
        return None, math.inf
    try:
        return msgspec.json.decode(row[0], type=_About), float(row[2])
    except msgspec.DecodeError:  # of another version, which knows more
        return None, math.inf


def _parts(connection: sqlite3.Connection, key: SeriesKey) -> Iterator[tuple[int, Columns]]:
    """The periods of a series whose blobs are as they were written, the earliest first."""
    for period, blob, expected in connection.execute(
        f"SELECT period, columns, checksum FROM period WHERE {_SERIES} ORDER BY period", _names(key)
    ):
        part = _sound_columns(key, period, blob, expected)
        if part is not None:
            yield period, part


def _sound_columns(key: SeriesKey, period: int, blob: object, expected: int) -> Columns | None:
    if not isinstance(blob, bytes) or checksum(blob, *_names(key), period) != expected:
        return None
    return decode(blob)


def repair_series(connection: sqlite3.Connection, key: SeriesKey) -> None:
    """Drop damaged periods, and remember that bars are missing."""
    with writing(connection):
        counts = {period: len(part) for period, part in _parts(connection, key)}
        about, _ = _described(connection, key)
        stored = connection.execute(f"SELECT period FROM period WHERE {_SERIES}", _names(key)).fetchall()
        for (period,) in stored:
            if period not in counts:
                connection.execute(f"DELETE FROM period WHERE {_SERIES} AND period = ?", (*_names(key), period))
        about = about or _About(instrument_of(key.symbol), NEVER, key.source == "demo", (), (), 0, (), {})
        _describe(connection, key, replace(about, counts=counts, fetched=NEVER))


def put_series(connection: sqlite3.Connection, kept: Mapping[SeriesKey, History], keep: bool, limit: int) -> None:
    """Write histories, all or none, in the place of what is there or (``keep``) joined with it; keep the file in its limit."""
    with writing(connection):
        for key, history in kept.items():
            _put(connection, key, history, keep)
    _evict(connection, limit)


def _put(connection: sqlite3.Connection, key: SeriesKey, history: History, keep: bool) -> None:
    old, _ = _described(connection, key) if keep else (None, 0.0)
    if old is None:
        _delete(connection, _SERIES, _names(key))
    counts = {} if old is None else dict(old.counts)
    for period, part in periods(columns_of(history.bars, history.adjusted), key.interval):
        counts[period] = _put_period(connection, key, period, part)
    actions = history.actions if old is None else joined_actions(old.actions, history.actions)
    about = _About(
        history.instrument,
        history.fetched,
        history.simulated,
        history.refused,
        history.repaired,
        history.rows,
        actions,
        counts,
        history.announced or (None if old is None else old.announced),
    )
    _describe(connection, key, about)


def announce(connection: sqlite3.Connection, key: SeriesKey, earnings: tuple[Action, ...], asked: datetime) -> None:
    """Put the dates of earnings into a series' description, in the place of those that it had from the first of them on."""
    with writing(connection):
        about, _ = _described(connection, key)
        if about is not None:
            actions = with_earnings(about.actions, earnings)
            _describe(connection, key, replace(about, actions=actions, announced=asked))


def _put_period(connection: sqlite3.Connection, key: SeriesKey, period: int, part: Columns) -> int:
    """Join bars to those of their period, and return how many it has now."""
    row = connection.execute(
        f"SELECT columns, checksum FROM period WHERE {_SERIES} AND period = ?", (*_names(key), period)
    ).fetchone()
    old = None if row is None else _sound_columns(key, period, *row)
    if old is not None:
        part = merged(old, part)
    blob = encode(part)
    if row is None or blob != row[0]:
        connection.execute(
            "INSERT OR REPLACE INTO period (source, symbol, interval, period, columns, checksum) VALUES (?, ?, ?, ?, ?, ?)",
            (*_names(key), period, blob, checksum(blob, *_names(key), period)),
        )
    return len(part)


def _describe(connection: sqlite3.Connection, key: SeriesKey, about: _About) -> None:
    data = msgspec.json.encode(about)
    connection.execute(
        "INSERT OR REPLACE INTO series (source, symbol, interval, used, about, checksum) VALUES (?, ?, ?, ?, ?, ?)",
        (*_names(key), time.time(), data, checksum(data, *_names(key))),
    )


def forget_symbol(connection: sqlite3.Connection, source: str, symbol: str) -> None:
    """Drop every interval of an instrument from one source."""
    with writing(connection):
        _delete(connection, "source = ? AND symbol = ?", (source, symbol))


def _delete(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> None:
    connection.execute(f"DELETE FROM period WHERE {where}", values)
    connection.execute(f"DELETE FROM series WHERE {where}", values)


def series_keys(connection: sqlite3.Connection) -> tuple[SeriesKey, ...]:
    """Every series of the file."""
    found = []
    for source, symbol, interval in connection.execute("SELECT source, symbol, interval FROM series").fetchall():
        # A damaged name names nothing.
        with contextlib.suppress(ValueError):
            found.append(SeriesKey(source, symbol, Interval.parse(interval)))
    return tuple(found)


def _evict(connection: sqlite3.Connection, limit: int) -> None:
    """Drop the series that were used longest ago until the file fits its limit."""
    if _size(connection) <= limit:
        return
    with writing(connection):
        names = connection.execute(
            "SELECT source, symbol, interval FROM series WHERE source NOT LIKE 'file:%' ORDER BY used"
        ).fetchall()
        # The newest one is what somebody is looking at now.
        for each in names[:-1]:
            _delete(connection, _SERIES, each)
            if _size(connection) <= limit:
                break
    connection.execute("PRAGMA incremental_vacuum").fetchall()


def _size(connection: sqlite3.Connection) -> int:
    """Bytes of the file that hold something."""
    pages, free, each = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * each


def sound_series(damaged: Path) -> Iterator[tuple[SeriesKey, History]]:
    """The series that can still be read in a damaged file, each with its sound periods."""
    import sqlite3

    try:
        connection = connect(damaged)
    except sqlite3.Error:
        return
    try:
        with contextlib.suppress(sqlite3.Error, ValueError):
            for key in series_keys(connection):
                with contextlib.suppress(sqlite3.Error, ValueError):
                    found = read_series(connection, key)
                    if found is not None:
                        yield key, found.history(key.interval)
    finally:
        connection.close()
