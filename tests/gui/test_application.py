"""The program begins again in another language without leaving the process."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from charting.core.edits import set_chart
from charting.core.history import History
from charting.market.demo_workspace import demo_workspace
from gui import application
from gui.cli import WindowOptions
from gui.context import Appearance
from gui.home import Home
from gui.replay import Past
from gui.settings import SettingsFile
from gui.writer import Writer


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path / "home")
    found.prepare()
    return found


@pytest.fixture
def program(qtbot: QtBot, home: Home, numbers_as_before: None) -> Iterator[application.Program]:
    """The program as it is before its window is shown."""
    made = application.Program(WindowOptions(offline=True), home)
    yield made
    made.window.close()
    made.close()


def test_another_language_begins_the_program_again_without_the_files(monkeypatch: pytest.MonkeyPatch, home: Home) -> None:
    made: list[WindowOptions] = []
    taken: list[application.Continued | None] = []
    left = application.Continued(Past(5), History(demo_workspace()))

    class Program:
        def __init__(self, options: WindowOptions, home: Home, before: application.Continued | None) -> None:
            made.append(options)
            taken.append(before)
            self.again = len(made) == 1
            self.continued = left

        def show(self, log: object) -> None: ...

        def close(self) -> None: ...

    monkeypatch.setattr(application, "Program", Program)
    monkeypatch.setattr(application, "make_application", lambda: SimpleNamespace(exec=lambda: len(made)))
    monkeypatch.setattr(application, "TerminationSignals", lambda end, parent: SimpleNamespace(close=lambda: None))
    assert application.run(WindowOptions(items=("9988.HK",), offline=True), home) == 2
    assert made == [WindowOptions(items=("9988.HK",), offline=True), WindowOptions(offline=True)]
    assert taken == [None, left]


def test_a_replay_goes_on_where_it_stood_in_another_language_and_so_does_undo(
    qtbot: QtBot, home: Home, numbers_as_before: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application.gc, "freeze", lambda: None)  # of this process, which goes on
    before: application.Continued | None = None
    told: list[tuple[int, str]] = []
    steps: list[tuple[str | None, str | None, str]] = []
    for _ in range(2):
        program = application.Program(WindowOptions(offline=True), home, before)
        history, replay = program.history, program.window.replay
        try:
            program.window.show()
            qtbot.waitUntil(lambda program=program: program.window.view.series is not None and program.window.first_paint.done)
            if before is None:
                first = history.document
                for style in ("line", "area"):
                    history.commit(set_chart(history.document, history.document.active, style=style), style)
                history.undo()
                replay.start(100)
                replay.set_speed(4)
            bar = program.window.findChild(QWidget, "replay_bar")
            assert bar is not None
            assert bar.isVisible()
            series = program.window.view.series
            assert series is not None
            told.append((len(series.bars), bar.findChild(QLabel, "replay_moment").text()))  # type: ignore[union-attr]
            assert (replay.active, replay.playing, replay.speed) == (True, False, 4)
            steps.append((history.undo_name, history.redo_name, history.document.chart.style))
            program._begin_again()
            before = program.continued
        finally:
            program.window.close()
            program.close()
    assert told[0] == told[1]
    assert told[0][0] == 101
    assert steps == [("line", "area", "line")] * 2
    history.undo()
    assert history.document.drawings == first.drawings
    assert history.document.chart.style == "candles"


@pytest.mark.parametrize(("chosen", "again"), [(Appearance(language="zh_HK"), True), (Appearance(mode="light"), False)])
def test_only_another_language_closes_the_window(tmp_path: Path, chosen: Appearance, again: bool) -> None:
    writer = Writer()
    waiting = []
    program = SimpleNamespace(
        settings=SettingsFile(tmp_path / "settings.json", writer), main=SimpleNamespace(post=waiting.append), _begin_again=None
    )
    application.Program._keep_appearance(program, chosen)
    assert bool(waiting) is again
    assert program.settings.current.language == chosen.language
    writer.flush(10)
    writer.close(2)


def test_a_picture_that_is_written_at_last_is_no_longer_said_to_be_lacking(
    qtbot: QtBot, tmp_path: Path, program: application.Program
) -> None:
    def lacking() -> bool:
        return any(notice.key == "picture" for notice in program.window._banner.notices())

    for size in (QSize(), QSize(20, 10)):
        program._save_picture(QImage(size, QImage.Format.Format_RGB32), tmp_path / "chart.png")
        qtbot.waitUntil(lambda size=size: lacking() is size.isEmpty())
    qtbot.waitUntil((tmp_path / "chart.png").exists)


@pytest.mark.parametrize("size", [QSize(20, 10), QSize()])
def test_a_picture_is_told_of_once_it_is_written_or_refused(
    qtbot: QtBot, tmp_path: Path, program: application.Program, size: QSize
) -> None:
    told: list[str] = []
    program.window.say = told.append  # type: ignore[method-assign]
    program.window.show_notice = lambda notice: told.append(notice.text)  # type: ignore[method-assign]
    program._save_picture(QImage(size, QImage.Format.Format_RGB32), tmp_path / "chart.png")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    written = (tmp_path / "chart.png").exists()
    assert written is not size.isEmpty()
    assert told[0].startswith("The picture is saved as" if written else "The picture could not be saved as")


def test_what_killed_runs_left_is_taken_away(
    qtbot: QtBot, home: Home, program: application.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application.gc, "freeze", lambda: None)  # of this process, which goes on
    left = [home.root / ".settings.json.12.tmp", home.workspaces / ".Demo.lionrock.12.tmp"]
    for path in left:
        path.write_bytes(b"half of it")
        os.utime(path, (0, 0))
    program.window.show()
    program.window.first_paint.then(program._begin)
    qtbot.waitUntil(lambda: not any(path.exists() for path in left))


def test_what_came_before_there_were_prices_becomes_one(qtbot: QtBot, program: application.Program) -> None:
    """The chart's bars arrive before the services are made, which the first paint does not wait for."""
    qtbot.waitUntil(lambda: bool(program.loader.answers))
    assert "services" not in vars(program)
    chart = program.history.document.chart
    quotes = program.services.quotes
    qtbot.waitUntil(lambda: quotes.quote(chart.source, chart.symbol) is not None)


def test_what_the_command_line_names_does_not_wait_for_the_first_paint(
    qtbot: QtBot, tmp_path: Path, home: Home, numbers_as_before: None
) -> None:
    path = tmp_path / "1211.HK.csv"
    path.write_text("Date,Open,High,Low,Close\n2025-01-02,1,2,1,2\n2025-01-03,1,2,1,2\n")
    program = application.Program(WindowOptions(items=(str(path),), offline=True), home)
    try:
        qtbot.waitUntil(lambda: program.history.document.chart.symbol == "1211.HK")
        assert not program.window.isVisible()
    finally:
        program.window.close()
        program.close()


@pytest.mark.logs("No space left")
def test_each_file_that_cannot_be_written_has_a_notice_until_it_is(
    qtbot: QtBot, home: Home, program: application.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There was one for all: settings took the place of the workspace's, and with them on the disk all seemed well."""
    lacking, write = {program.library.place.path, home.settings}, application.atomic.write_parts

    def full(path: Path, parts: Iterable[bytes], *, previous: Path | None = None) -> None:
        if path in lacking:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, parts, previous=previous)

    monkeypatch.setattr(application.atomic, "write_parts", full)

    def unsaved() -> list[str]:
        return [each.text.split("”")[0] for each in program.window._banner.notices() if each.key.startswith("unsaved")]

    try:
        program.autosave.save()
        program.settings.change(stay=True)
        qtbot.waitUntil(lambda: sorted(unsaved()) == ["“Demonstration", "“settings"])
        lacking.remove(home.settings)
        program.writer.flush()
        qtbot.waitUntil(lambda: unsaved() == ["“Demonstration"])
        lacking.clear()
        program.writer.flush()
        qtbot.waitUntil(lambda: unsaved() == [])
    finally:
        lacking.clear()
