"""The local cache of bars, by series: what was fetched once is there at once, whatever becomes of network, disk or file."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct, structs

from charting.core.adjustment import Action, joined_actions, with_earnings
from charting.core.signals import Signal
from charting.core.text import sentence
from charting.market import series_tables as tables
from charting.market.blobs import columns_of, merged
from charting.market.database import Database, Unavailable
from charting.market.provider import History, SeriesKey
from charting.market.series_tables import NEVER

__all__ = ["LIMIT", "NEVER", "Store", "joined_history"]

LIMIT = 2 * 1024**3
"""Bytes the file may take; beyond them the series that was used longest ago goes, but never one read from a file."""


class _Waiting(Struct, frozen=True):
    """A history that has no place on the disk for now; ``keep`` says whether it only adds to what is there."""

    history: History
    keep: bool


class Store:
    """Bars that were fetched or read before.

    Every call may wait for the disk: make it from a worker. Any number of threads and processes may use one file. What
    goes wrong with it is told by ``noticed`` (in the calling thread, a sentence for the user) and never raised: a
    damaged file is set aside and what is sound in it kept; while nothing can be written, the store goes on in memory.

    Parameters
    ----------
    path
        The file; None keeps everything in memory.
    limit
        See :data:`LIMIT`.
    """

    noticed = Signal(str)

    def __init__(self, path: Path | None, limit: int = LIMIT) -> None:
        self._database = None if path is None else Database(path, tables.SCHEMA, tables.VERSION, self._keep_sound)
        self._limit = limit
        self._memory: dict[SeriesKey, _Waiting] = {}
        self._lock = threading.Lock()
        self._told = ""

    def read(self, key: SeriesKey) -> History | None:
        """What is kept of a series, None when nothing is.

        Where a part turns out to be damaged, the rest is returned as if fetched at :data:`NEVER`, with a notice.
        """
        with self._lock:
            waiting = self._memory.get(key)
        kept = None if self._database is None else self._from_disk(self._database, key)
        if waiting is None:
            return kept
        return joined_history(kept, waiting.history) if kept is not None and waiting.keep else waiting.history

    def _from_disk(self, database: Database, key: SeriesKey) -> History | None:
        try:
            found = database.run(lambda connection: tables.read_series(connection, key))
            if found is not None and not found.is_whole:
                database.run(lambda connection: tables.repair_series(connection, key))
                self.noticed.emit(
                    sentence(
                        "Some of the bars kept of {symbol} were damaged and have been dropped. Refresh to have them again.",
                        symbol=key.symbol,
                    )
                )
        except Unavailable as error:
            self._tell(error)
            return None
        return None if found is None else found.history(key.interval)

    def write(self, key: SeriesKey, history: History) -> None:
        """Keep a history in the place of all that was kept of the series."""
        self._put({key: history}, keep=False)

    def write_all(self, kept: Mapping[SeriesKey, History]) -> None:
        """Keep histories in the place of all that was kept of their series: all of them, or on failure none on the disk."""
        self._put(kept, keep=False)

    def extend(self, key: SeriesKey, history: History) -> None:
        """Add a history to what is kept: its bars replace those of the same times, all others stay.

        A volume or adjusted close that is unknown does not replace a known one.
        """
        self._put({key: history}, keep=True)

    def announce(self, key: SeriesKey, earnings: tuple[Action, ...], asked: datetime) -> None:
        """Add the dates of earnings to a series that is kept, and when they were asked for."""
        with self._lock:
            waiting = self._memory.get(key)
            if waiting is not None:
                actions = with_earnings(waiting.history.actions, earnings)
                self._memory[key] = structs.replace(
                    waiting, history=structs.replace(waiting.history, actions=actions, announced=asked)
                )
        if self._database is not None and waiting is None:
            try:
                self._database.run(lambda connection: tables.announce(connection, key, earnings, asked))
            except Unavailable as error:
                self._tell(error)

    def forget(self, source: str, symbol: str) -> None:
        """Drop an instrument's bars of every interval from one source, as after a split."""
        with self._lock:
            for key in [key for key in self._memory if (key.source, key.symbol) == (source, symbol)]:
                del self._memory[key]
        if self._database is not None:
            try:
                self._database.run(lambda connection: tables.forget_symbol(connection, source, symbol))
            except Unavailable as error:
                self._tell(error)

    def series(self) -> tuple[SeriesKey, ...]:
        """Every series of which something is kept, in no particular order."""
        with self._lock:
            found = set(self._memory)
        if self._database is not None:
            try:
                found |= set(self._database.run(tables.series_keys))
            except Unavailable as error:
                self._tell(error)
        return tuple(found)

    def close(self) -> None:
        """Close the file; no other call may be under way."""
        if self._database is not None:
            self._database.close()

    def _put(self, kept: Mapping[SeriesKey, History], *, keep: bool) -> None:
        """Put histories on the disk together with what had to stay in memory before, or else in memory."""
        with self._lock:
            waiting = {key: self._memory[key] for key in kept if key in self._memory}
        if keep:
            kept = {key: joined_history(waiting[key].history, new) if key in waiting else new for key, new in kept.items()}
            keep = all(each.keep for each in waiting.values())
        if self._database is not None:
            try:
                self._database.run(lambda connection: tables.put_series(connection, kept, keep, self._limit))
            except Unavailable as error:
                self._tell(error)
            else:
                with self._lock:
                    for key in kept:
                        self._memory.pop(key, None)
                    self._told = ""
                return
        with self._lock:
            self._memory.update({key: _Waiting(history, keep) for key, history in kept.items()})

    def _tell(self, error: Unavailable) -> None:
        """Say that the file cannot be used: once, until it can be used again."""
        message = sentence(
            "{problem} What is fetched now is kept until Lionrock is closed. Make room on the disk or check its permissions.",
            problem=error,
        )
        with self._lock:
            told, self._told = self._told, message
        if told != message:
            self.noticed.emit(message)

    def _keep_sound(self, damaged: Path) -> None:
        """Copy what is sound in a damaged file to the new one."""
        self.noticed.emit(
            sentence(
                "The cache of bars was damaged. It was set aside as “{name}”, and what is missing now will be fetched again.",
                name=damaged.name,
            )
        )
        for key, history in tables.sound_series(damaged):
            self._put({key: history}, keep=True)


def joined_history(old: History, new: History) -> History:
    """``new`` with the bars and actions of ``old`` that it lacks."""
    columns = merged(columns_of(old.bars, old.adjusted), columns_of(new.bars, new.adjusted))
    return structs.replace(
        new,
        bars=columns.bars(new.bars.interval),
        adjusted=columns.adjusted,
        actions=joined_actions(old.actions, new.actions),
        announced=new.announced or old.announced,
    )
