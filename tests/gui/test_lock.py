"""A lock has one owner, whoever asks, until it is given up or its process ends."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui import lock as locking
from gui.lock import FileLock
from tests.places import ROOT

HOLDING = """
import sys
from pathlib import Path
from gui.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_one_owner_at_a_time(tmp_path: Path) -> None:
    first, second = (FileLock(tmp_path / "in a" / "folder" / "x.lock") for _ in range(2))
    assert not first.held
    assert first.acquire()
    assert not second.acquire()
    assert (first.held, second.held) == (True, False)
    second.release()
    assert first.held, "nobody gives up what another has"
    first.release()
    assert second.acquire()
    second.release()
    assert first.path.exists(), "the next one must lock the same file"


def test_it_is_free_when_its_process_was_killed(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "x.lock")
    command = [sys.executable, "-c", HOLDING, str(lock.path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not lock.acquire()
        holder.kill()
    assert lock.acquire()
    lock.release()


def test_asking_again_and_again_leaves_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is taken is asked for whenever a workspace is begun: at some time no more files could be opened else."""
    owner, other = FileLock(tmp_path / "x.lock"), FileLock(tmp_path / "x.lock")
    assert owner.acquire()
    closed: list[int] = []
    close = os.close
    with monkeypatch.context() as patch:
        patch.setattr(os, "close", lambda descriptor: (closed.append(descriptor), close(descriptor)))
        for _ in range(3):
            assert not other.acquire()
    assert len(closed) == 3
    owner.release()


def test_where_no_locks_are_known_everybody_may_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking.fcntl, "flock", refuse)
    locks = [FileLock(tmp_path / "x.lock") for _ in range(2)]
    assert [lock.acquire() for lock in locks] == [True, True]
    for lock in locks:
        lock.release()


def test_a_place_where_none_can_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lock = FileLock(tmp_path / "file" / "x.lock")
    with pytest.raises(OSError, match="file"):
        lock.acquire()
    assert not lock.held
