"""A SQLite file that threads and processes share: opened when needed, set aside when damaged, done without when it must be.

SQLite itself is imported when a file is opened: the demonstration, which is kept nowhere, is on the screen before.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from charting.core.text import Sentence, reason, sentence, translatable

if TYPE_CHECKING:
    import sqlite3

Result = TypeVar("Result")

_BUSY_SECONDS = 10.0
_PAGE = 32_768  # large pages read long blobs in fewer steps


@cache
def _circumstances() -> frozenset[int]:
    """What the machine does to a sound file; every other error means that the file is not what it was."""
    import sqlite3

    return frozenset(
        (
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_IOERR,
            sqlite3.SQLITE_READONLY,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_PERM,
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
            sqlite3.SQLITE_NOMEM,
            sqlite3.SQLITE_PROTOCOL,
            sqlite3.SQLITE_INTERRUPT,
        )
    )


def _reason(error: sqlite3.Error) -> str:
    """What the machine does, in words that can be said in every language; SQLite's own for what is rare."""
    import sqlite3

    known = {
        sqlite3.SQLITE_FULL: translatable("the disk is full"),
        sqlite3.SQLITE_IOERR: translatable("the disk reported an error"),
        sqlite3.SQLITE_READONLY: translatable("it may not be written"),
        sqlite3.SQLITE_CANTOPEN: translatable("it cannot be opened"),
        sqlite3.SQLITE_PERM: translatable("permission denied"),
        sqlite3.SQLITE_BUSY: translatable("another program holds it"),
        sqlite3.SQLITE_LOCKED: translatable("another program holds it"),
    }
    words = known.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return str(error) if words is None else Sentence(words)


class Unavailable(Exception):
    """The file cannot be used now; the message is a sentence for the user."""


class Database:
    """A file that is opened once in each thread, with write-ahead logging, and replaced when it is damaged.

    Parameters
    ----------
    path
        The file; it and its folder are made when first needed.
    schema, version
        Statements that make the tables where they do not exist, and their number: a file with another number is
        treated as a damaged one.
    replaced
        Called in the thread that noticed, with the place a damaged file was moved to, once a new file stands ready.
    """

    def __init__(self, path: Path, schema: str, version: int, replaced: Callable[[Path], None]) -> None:
        self._path = path
        self._schema = schema
        self._version = version
        self._replaced = replaced
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[sqlite3.Connection] = []
        self._generation = 0

    def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do something with the file, after damage once more with a new one.

        Raises
        ------
        Unavailable
            If the disk is full, the folder cannot be written to, or the like.
        """
        import sqlite3

        try:
            for _ in range(2):
                try:
                    return work(self._connection())
                except sqlite3.Error as error:
                    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _circumstances():
                        raise self._unavailable(_reason(error)) from error
                    self._set_aside()
        except OSError as error:
            raise self._unavailable(reason(error)) from error
        raise Unavailable(
            sentence("The cache of bars is damaged, and so is its replacement: check the disk of “{path}”.", path=self._path)
        )

    def _unavailable(self, why: str) -> Unavailable:
        return Unavailable(sentence("The cache of bars cannot be used ({reason}): “{path}”.", reason=why, path=self._path))

    def close(self) -> None:
        """Close the file in all threads; none may be using it."""
        with self._lock:
            opened, self._opened = self._opened, []
            self._generation += 1
        for connection in opened:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        if getattr(self._local, "generation", -1) != self._generation:
            connection, self._local.identity = self._open()
            self._local.connection, self._local.generation = connection, self._generation
        found: sqlite3.Connection = self._local.connection
        return found

    def _open(self) -> tuple[sqlite3.Connection, int]:
        """A new connection, and which file it is to: the path may lead to another one later."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = connect(self._path)
        try:
            self._local.identity = self._path.stat().st_ino if self._path.exists() else 0
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        with self._lock:
            self._opened.append(connection)
        return connection, self._path.stat().st_ino

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Set a new connection up, and make the tables where the file is new."""
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last writes, but damages nothing
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, self._version):
            import sqlite3

            raise sqlite3.DatabaseError(f"version {version} instead of {self._version}")
        if version == 0:
            with writing(connection):
                for statement in self._schema.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {self._version}")

    def _set_aside(self) -> None:
        """Move the damaged file away, unless another thread or process has done so already."""
        with self._lock:
            self._generation += 1
            if not self._path.exists() or self._path.stat().st_ino != getattr(self._local, "identity", 0):
                return
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
            target = self._path.with_name(f"{self._path.stem}.damaged-{stamp}{self._path.suffix}")
            for old in self._path.parent.glob(f"{self._path.stem}.damaged-*"):
                old.unlink(missing_ok=True)
            self._path.replace(target)
            for ending in ("-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    self._path.with_name(self._path.name + ending).replace(target.with_name(target.name + ending))
        self._replaced(target)


def connect(path: Path) -> sqlite3.Connection:
    """Open a file; transactions are begun and ended by :func:`reading` and :func:`writing` only."""
    import sqlite3

    return sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)


@contextlib.contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that writes: all of it happens, or nothing."""
    with _transaction(connection, "BEGIN IMMEDIATE"):
        yield


@contextlib.contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that reads one state of the file, whatever others write meanwhile."""
    with _transaction(connection, "BEGIN"):
        yield


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    import sqlite3

    connection.execute(begin)
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    try:
        connection.execute("COMMIT")
    except sqlite3.Error:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
