"""A file of SQLite that cannot be opened or replaced is done without, and nothing is left behind by trying."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from charting.market import database
from charting.market.database import Database, Unavailable


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bars.sqlite"


def opened(path: Path) -> Database:
    return Database(path, "CREATE TABLE one (value INTEGER)", 1, lambda _place: None)


def count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM one").fetchone()[0])


def test_what_cannot_be_opened_leaves_no_connection_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect, made = database.connect, list[sqlite3.Connection]()

    def full(path: Path) -> sqlite3.Connection:
        made.append(connect(path))
        made[-1].execute("PRAGMA max_page_count = 1")
        return made[-1]

    monkeypatch.setattr(database, "connect", full)
    bars = opened(path)
    for _ in range(3):
        with pytest.raises(Unavailable, match="the disk is full"):
            bars.run(count)
    assert len(made) == 3
    for connection in made:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
    monkeypatch.undo()
    assert bars.run(count) == 0
    bars.close()


def test_a_damaged_file_that_cannot_be_moved_is_done_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"x" * 5000)

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    bars = opened(path)
    with pytest.raises(Unavailable, match="permission denied"):
        bars.run(count)
    monkeypatch.undo()
    assert bars.run(count) == 0
    bars.close()
