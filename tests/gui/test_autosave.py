from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from charting.core.codec import decode, encode
from charting.core.edits import add_drawings
from charting.core.history import History
from gui import atomic
from gui.autosave import Autosave, backup_of, write_workspace
from gui.writer import Writer
from tests.gui.documents import line, workspace
from tests.places import ROOT


@pytest.fixture
def writer() -> Iterator[Writer]:
    writer = Writer(delay=0.005)
    yield writer
    writer.close()


def draw(history: History, number: int) -> None:
    history.commit(add_drawings(history.document, "HSTECH.HK", [line(number)]), "Draw horizontal line")


def lines(path: Path) -> int:
    return len(decode(path.read_bytes()).drawings.get("HSTECH.HK", ()))


def test_every_change_and_every_undo_reaches_the_file(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "Demo.json"
    history = History(workspace())
    autosave = Autosave(history, writer, path, "Demo")
    for number in (1, 2, 3):
        draw(history, number)
        assert writer.flush()
        assert decode(autosave.path.read_bytes()) == history.document
    history.undo()
    assert writer.flush()
    assert (lines(path), lines(backup_of(path))) == (2, 3)


def test_the_file_decides_the_name(tmp_path: Path, writer: Writer) -> None:
    history = History(workspace("Old name"))
    autosave = Autosave(history, writer, tmp_path / "New name.json", "New name")
    autosave.save()
    assert writer.flush()
    assert decode((tmp_path / "New name.json").read_bytes()).name == "New name"


def test_while_held_nothing_is_written_and_afterwards_everything(tmp_path: Path, writer: Writer) -> None:
    first, second = tmp_path / "A.json", tmp_path / "B.json"
    history = History(workspace("A"))
    autosave = Autosave(history, writer, first, "A")
    draw(history, 1)
    autosave.hold()
    assert writer.flush()
    draw(history, 2)
    assert writer.flush()
    assert lines(first) == 1
    autosave.redirect(second, "B")
    autosave.save()
    assert writer.flush()
    assert (lines(first), lines(second)) == (1, 2)


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.logs("was written by another program")
def test_what_another_machine_wrote_meanwhile_is_kept_beside(tmp_path: Path, writer: Writer, linked: bool) -> None:
    """As through a folder that a program keeps alike on both: it was gone with the second change made here."""
    path, told = tmp_path / "Demo.json", []
    if linked:
        (tmp_path / "elsewhere").mkdir()
        path.symlink_to(tmp_path / "elsewhere" / "Demo.json")
    history = History(workspace())
    autosave = Autosave(history, writer, path, "Demo")
    autosave.kept.connect(lambda *given: told.append(given))
    draw(history, 1)
    assert writer.flush()
    for number in (1, 2):
        theirs = workspace("Demo", symbol=f"{number}.HK")
        atomic.write(path, encode(theirs))
        for change in (10, 20):
            draw(history, number + change)
            assert writer.flush()
        place = tmp_path / f"Demo.other-{number}.json"
        assert decode(place.read_bytes()) == theirs
        assert told[number - 1 :] == [(path, place)]
        assert decode(path.read_bytes()) == history.document
    assert lines(path) == 5


@pytest.mark.logs("was written by another program|No space left")
def test_it_is_kept_once_however_full_the_disk(tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "Demo.json"
    history = History(workspace())
    autosave = Autosave(history, writer, path, "Demo")
    autosave.save()
    assert writer.flush()
    atomic.write(path, encode(workspace("Demo", symbol="9988.HK")))

    def full(_descriptor: int, _data: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        for number in (1, 2, 3):
            draw(history, number)
            assert not writer.flush()
    assert writer.flush()
    assert [each.name for each in tmp_path.glob("*other*")] == ["Demo.other-1.json"]
    assert lines(path) == 3


def touched(path: Path) -> None:
    os.utime(path)


def copied(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)


@pytest.mark.parametrize("handle", [touched, copied, Path.unlink])
def test_what_was_only_handled_is_no_change(tmp_path: Path, writer: Writer, handle: Callable[[Path], None]) -> None:
    path = tmp_path / "Demo.json"
    history = History(workspace())
    autosave = Autosave(history, writer, path, "Demo")
    for number in (1, 2):
        draw(history, number)
        assert writer.flush()
        handle(path)
    autosave.save()
    assert writer.flush()
    assert lines(path) == 2
    assert list(tmp_path.glob("*other*")) == []


def test_a_file_that_was_left_and_comes_back_is_as_it_is_then(tmp_path: Path, writer: Writer) -> None:
    """Between, another window may have had it open."""
    first, second = tmp_path / "A.json", tmp_path / "B.json"
    history = History(workspace("A"))
    autosave = Autosave(history, writer, first, "A")
    for path in (first, second, first):
        autosave.redirect(path, path.stem)
        autosave.save()
        assert writer.flush()
        write_workspace(first, workspace("A", symbol="9988.HK"))
    assert list(tmp_path.glob("*other*")) == []


def test_after_closing_it_follows_no_longer(tmp_path: Path, writer: Writer) -> None:
    history = History(workspace())
    autosave = Autosave(history, writer, tmp_path / "Demo.json", "Demo")
    draw(history, 1)
    autosave.close()
    draw(history, 2)
    assert writer.flush()
    assert lines(tmp_path / "Demo.json") == 1


@pytest.mark.logs("No space left")
def test_a_full_disk_loses_nothing_while_the_program_runs(
    tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Demo.json"
    history = History(workspace())
    autosave = Autosave(history, writer, path, "Demo")
    draw(history, 1)
    assert writer.flush()

    def full(_descriptor: int, _data: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    draw(history, 2)
    assert not writer.flush()
    draw(history, 3)
    monkeypatch.undo()
    assert lines(path) == 1
    assert writer.flush()
    assert lines(autosave.path) == 3


def test_a_line_on_the_disk_survives_sigkill(tmp_path: Path) -> None:
    """A process draws one line and sleeps; as soon as the file has it, the process is killed."""
    path = tmp_path / "Demo.json"
    with Drawing(path, pause=3600) as process:
        assert read_number(process) == 1
        while not (path.exists() and lines(path) == 1):
            assert process.poll() is None
    assert lines(path) == 1


@pytest.mark.parametrize("seed", range(4))
def test_killed_in_a_storm_of_changes_the_file_is_whole(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "Demo.json"
    further = random.Random(seed).randint(0, 200)
    seen = 0
    with Drawing(path, pause=0.001) as process:
        while not path.exists():
            read_number(process)
        for _ in range(further):
            read_number(process)
            seen = max(seen, lines(path))
    assert lines(path) >= seen
    assert [drawing.id for drawing in decode(path.read_bytes()).drawings.get("HSTECH.HK", ())] == [
        line(number).id for number in range(1, lines(path) + 1)
    ]


class Drawing:
    """``drawing_process`` for the length of a block, ended by SIGKILL."""

    def __init__(self, path: Path, pause: float) -> None:
        self.command = [sys.executable, "-m", "tests.gui.drawing_process", str(path), str(pause)]

    def __enter__(self) -> subprocess.Popen[str]:
        self.process = subprocess.Popen(self.command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        return self.process

    def __exit__(self, *_error: object) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def read_number(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())
