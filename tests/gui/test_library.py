from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from charting.core.codec import decode
from charting.core.edits import add_drawings
from charting.core.history import History
from charting.market.demo_workspace import demo_workspace
from gui.autosave import Autosave, write_workspace
from gui.library import Library, open_first
from gui.sentences import Problem
from gui.settings import SettingsFile
from gui.workers import MainThread, Workers
from gui.workspaces import WorkspaceFolder
from gui.writer import Writer
from tests.gui.documents import line, workspace
from tests.gui.fakes import FakeWindow

DEMONSTRATION = demo_workspace().name


@dataclass
class Desk:
    """A library in use, with everything around it."""

    folder: WorkspaceFolder
    history: History
    autosave: Autosave
    writer: Writer
    settings: SettingsFile
    library: Library
    window: FakeWindow
    main: MainThread
    workers: Workers
    qtbot: QtBot

    def draw(self, number: int) -> None:
        self.history.commit(add_drawings(self.history.document, "HSTECH.HK", [line(number)]), "Draw")

    def settle(self) -> None:
        """Wait until every operation is done and everything is written."""
        self.qtbot.waitUntil(lambda: not self.library._busy)
        done: list[None] = []
        self.workers.run(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))
        assert self.writer.flush()

    def lines(self, name: str) -> int:
        return len(decode(self.folder.path(name).read_bytes()).drawings.get("HSTECH.HK", ()))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    folder = WorkspaceFolder(tmp_path / "workspaces")
    folder.save_as(workspace("One"), "One").lock.release()
    folder.save_as(workspace("Two", symbol="^HSI"), "Two").lock.release()
    writer = Writer(delay=0.005)
    settings = SettingsFile(tmp_path / "settings.json", writer)
    opened = open_first(folder, "One")
    assert opened.workspace is not None
    history = History(opened.workspace)
    autosave = Autosave(history, writer, opened.place.path, opened.place.name)
    main = MainThread()
    workers = Workers(main, count=1)
    library = Library(history, folder, opened.place, autosave, writer, workers, settings)
    window = FakeWindow()
    library.attach(window, main)
    desk = Desk(folder, history, autosave, writer, settings, library, window, main, workers, qtbot)
    desk.settle()
    yield desk
    autosave.close()
    writer.close()
    workers.close()
    main.close()
    library.close()


def test_the_window_is_told_the_names(desk: Desk) -> None:
    assert desk.window.names == ("One", "Two")
    assert desk.library.names() == ("One", "Two")


def test_going_to_another_workspace_keeps_both(desk: Desk) -> None:
    desk.draw(1)
    desk.library.load("Two")
    desk.settle()
    assert desk.history.document.chart.symbol == "^HSI"
    assert desk.history.undo_name is None
    desk.draw(2)
    desk.draw(3)
    desk.settle()
    assert (desk.lines("One"), desk.lines("Two")) == (1, 2)
    assert desk.settings.current.workspace == "Two"
    elsewhere = WorkspaceFolder(desk.folder.folder)
    assert elsewhere.open("Two").place.name == "Two 2"
    one = elsewhere.open("One").place
    assert one.name == "One"
    one.lock.release()


def test_going_to_the_one_that_is_open_changes_nothing(desk: Desk) -> None:
    before = desk.history.document
    desk.library.load("One")
    desk.settle()
    assert desk.history.document is before
    assert desk.window.notices == {}


def test_saving_under_a_name_goes_on_there(desk: Desk) -> None:
    desk.draw(1)
    desk.library.save_as("三")
    desk.draw(2)
    desk.settle()
    desk.draw(3)
    desk.settle()
    assert desk.history.document.name == "三"
    assert (desk.lines("One"), desk.lines("三")) == (2, 3)
    assert set(desk.window.names) == {"One", "Two", "三"}
    desk.history.undo()
    assert desk.history.document.name == "三"


def test_renaming_the_open_one_loses_no_line_drawn_meanwhile(desk: Desk) -> None:
    desk.draw(1)
    desk.library.rename("One", "Uno")
    desk.draw(2)
    desk.settle()
    assert desk.window.names == ("Two", "Uno")
    assert desk.lines("Uno") == 2
    assert desk.settings.current.workspace == "Uno"
    assert sorted(path.name for path in desk.folder.folder.glob("*.json*")) == ["Two.json", "Uno.json", "Uno.json.bak"]


def test_saving_as_its_own_name_in_another_case_renames(desk: Desk) -> None:
    desk.library.save_as("ONE")
    desk.settle()
    assert desk.window.names == ("ONE", "Two")


def test_renaming_and_deleting_another(desk: Desk) -> None:
    desk.library.rename("Two", "Deux")
    desk.settle()
    assert desk.window.names == ("Deux", "One")
    desk.library.delete("Deux")
    desk.settle()
    assert desk.window.names == ("One",)
    assert len(list(desk.folder.trash.iterdir())) == 1


def test_what_cannot_be_done_is_a_notice_and_changes_nothing(desk: Desk) -> None:
    before = desk.history.document
    for act in (
        lambda: desk.library.delete("One"),
        lambda: desk.library.rename("One", "Two"),
        lambda: desk.library.load("Three"),
        lambda: desk.library.save_as(" "),
    ):
        desk.window.notices.clear()
        act()
        desk.settle()
        assert len(desk.window.texts) == 1
    assert desk.history.document == before
    desk.draw(1)
    desk.settle()
    assert desk.lines("One") == 1


def test_operations_are_done_in_the_order_they_were_asked_for(desk: Desk) -> None:
    desk.library.load("Two")
    desk.library.rename("Two", "Second")
    desk.library.load("One")
    desk.library.delete("Second")
    desk.settle()
    assert desk.window.names == ("One",)
    assert desk.window.notices == {}


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def full(descriptor: int, data: memoryview) -> int:
        if len(data) > 100:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", full)


@pytest.mark.logs("No space left")
def test_a_workspace_whose_changes_are_not_on_the_disk_is_not_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was: who came back to it found it as it was on the disk, and the next stroke replaced what still waited."""
    fill_the_disk(monkeypatch)
    desk.draw(1)
    desk.library.load("Two")
    desk.qtbot.waitUntil(lambda: not desk.library._busy)
    desk.library.load("One")
    desk.qtbot.waitUntil(lambda: not desk.library._busy)
    assert desk.history.document.name == "One"
    assert len(desk.history.document.drawings["HSTECH.HK"]) == 1
    (notice,) = desk.window.notices.values()
    assert notice.text.startswith("The last changes to “One” could not be saved, so it stays open. Make room on the disk")
    monkeypatch.undo()
    desk.library.load("Two")
    desk.settle()
    assert desk.history.document.chart.symbol == "^HSI"
    assert desk.lines("One") == 1


@pytest.mark.logs("No space left")
def test_renaming_on_a_full_disk_keeps_the_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_the_disk(monkeypatch)
    desk.draw(1)
    desk.library.rename("One", "Uno")
    desk.qtbot.waitUntil(lambda: not desk.library._busy)
    monkeypatch.undo()
    desk.settle()
    assert desk.folder.names() == ("Two", "Uno")
    assert desk.lines("Uno") == 1


def test_a_workspace_file_is_opened_and_kept_in_its_place(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.json"
    write_workspace(path, workspace("x", symbol="9988.HK"))
    desk.library.load_file(path)
    desk.settle()
    desk.draw(1)
    desk.settle()
    assert desk.history.document.name == "elsewhere"
    assert len(decode(path.read_bytes()).drawings["HSTECH.HK"]) == 1
    assert desk.settings.current.workspace == ""


def test_the_first_start_begins_with_the_demonstration(tmp_path: Path) -> None:
    opened = open_first(WorkspaceFolder(tmp_path), "")
    assert (opened.workspace, opened.place.name, opened.notices) == (demo_workspace(), DEMONSTRATION, ())
    opened.place.lock.release()


def test_lost_settings_do_not_hide_the_workspace(tmp_path: Path) -> None:
    folder = WorkspaceFolder(tmp_path)
    folder.save_as(workspace(symbol="^HSI"), DEMONSTRATION).lock.release()
    opened = open_first(folder, "")
    assert opened.workspace is not None
    assert opened.workspace.chart.symbol == "^HSI"
    opened.place.lock.release()


def test_a_last_workspace_that_is_gone_or_newer_becomes_a_notice(tmp_path: Path) -> None:
    folder = WorkspaceFolder(tmp_path)
    folder.path("New").write_bytes(b'{"format": "lionrock-workspace", "workspace": {"version": 99}}')
    for name, word in (("New", "newer Lionrock"), ("Gone", "no workspace “Gone”")):
        opened = open_first(folder, name)
        assert opened.place.name == DEMONSTRATION
        assert word in str(opened.notices[0])
        opened.place.lock.release()


def test_a_file_that_was_asked_for_must_open(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no file"):
        open_first(WorkspaceFolder(tmp_path / "w"), "", tmp_path / "missing.json")


@pytest.mark.logs("was written by another program")
def test_a_version_from_another_machine_is_listed_and_told(desk: Desk) -> None:
    desk.draw(1)
    desk.settle()
    write_workspace(desk.folder.path("One"), workspace("One", symbol="9988.HK"))
    desk.draw(2)
    desk.settle()
    desk.qtbot.waitUntil(lambda: "One.other-1" in desk.window.names)
    assert desk.window.texts == ["“One” was changed by another program while it was open. Its version is kept as “One.other-1”."]
    desk.library.load("One.other-1")
    desk.settle()
    assert desk.history.document.chart.symbol == "9988.HK"
    desk.library.load("One")
    desk.settle()
    assert desk.lines("One") == 2
    assert desk.library.names() == ("One", "One.other-1", "Two")


@pytest.mark.logs("Permission denied")
def test_saved_under_another_name_what_could_not_be_written_is_asked_about_no_more(desk: Desk) -> None:
    path, recovered = desk.folder.path("One"), []
    desk.writer.recovered.connect(recovered.append)
    path.chmod(0o444)
    desk.draw(1)
    assert not desk.writer.flush()
    desk.library.save_as("Mine")
    desk.settle()
    assert recovered == [path]
    assert desk.writer.unwritten() == ()
    assert (desk.lines("One"), desk.lines("Mine")) == (0, 1)
    desk.draw(2)
    desk.settle()
    assert (desk.lines("One"), desk.lines("Mine")) == (0, 2)
