"""Garbage is collected in the main thread alone: a worker that finds objects of Qt in it can stop everything for good."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from gui import garbage
from gui.application import Program
from gui.cli import WindowOptions
from gui.garbage import Garbage, collect_due
from gui.home import Home
from gui.log import Log


class Knot:
    """An object that refers to itself: only a collector finds that nobody else does."""

    def __init__(self) -> None:
        self.knot = self


@pytest.fixture
def collected() -> Iterator[list[str]]:
    """The names of the threads in which garbage is collected."""
    found: list[str] = []

    def note(phase: str, _details: dict[str, int]) -> None:
        if phase == "start":
            found.append(threading.current_thread().name)

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def tie() -> None:
    for _ in range(20_000):
        Knot()


def test_a_worker_that_makes_garbage_leaves_it_to_the_main_thread(
    qtbot: QtBot, collected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "INTERVAL", 5)
    collector = Garbage()
    collector.start()
    worker = threading.Thread(target=tie, name="worker")
    worker.start()
    worker.join()
    assert collected == []
    qtbot.waitUntil(lambda: bool(collected))
    assert set(collected) == {"MainThread"}
    collector.close()


def test_each_generation_is_collected_when_it_is_due(collected: list[str]) -> None:
    gc.collect()
    collected.clear()
    collect_due()
    assert collected == [], "nothing is due"
    tie()
    collect_due()
    assert collected == ["MainThread"]
    assert not [one for one in gc.get_objects() if isinstance(one, Knot)]


def test_modules_that_come_later_are_looked_through_once(
    qtbot: QtBot, collected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """pandas comes with the first file; each collection then took a twentieth of a second."""
    monkeypatch.setattr(garbage, "INTERVAL", 5)
    frozen: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(len(collected)))
    modules = {str(number): gc for number in range(500)}
    monkeypatch.setattr(garbage, "sys", SimpleNamespace(modules=modules))
    gc.collect()
    collected.clear()
    collector = Garbage()
    collector.start()
    modules.update({str(number): gc for number in range(500, 800)})
    qtbot.waitUntil(lambda: bool(frozen))
    modules.update({str(number): gc for number in range(800, 850)})
    qtbot.wait(50)
    assert frozen == [1], "after what was no more needed has been collected, and not for a few"
    collector.close()


def test_the_program_leaves_nothing_to_the_interpreters_own_collector(
    qtbot: QtBot, tmp_path: Path, numbers_as_before: None
) -> None:
    program, log = Program(WindowOptions(offline=True), Home(tmp_path / "home")), Log(tmp_path / "log.txt")
    gc.enable()
    program.show(log)
    qtbot.waitUntil(lambda: program.garbage is not None, timeout=20_000)
    assert not gc.isenabled()
    program.window.close()
    program.close()
