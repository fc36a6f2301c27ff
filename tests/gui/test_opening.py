from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.market.file_provider import FileProvider, address_of
from charting.market.provider import History as Answer
from charting.market.provider import SeriesKey
from charting.market.reading import Reading
from charting.market.store import Store
from charting.market.table import Cancelled, Progress
from gui.autosave import write_workspace
from gui.dropping import dropped_files
from gui.opening import READING, Opener
from gui.readings import KEPT, Readings, known_readings
from gui.workers import MainThread, Workers
from gui.workspaces import read_workspace
from gui.writer import Writer
from tests.gui.documents import workspace
from tests.gui.fakes import FakeWindow

TABLE = "Date,Open,High,Low,Close,Volume\n2025-01-02,1,2,1,2,100\n2025-01-03,2,3,1,2,100\n2025-01-06,2,3,1,2,\n"


class FakeLibrary:
    def __init__(self) -> None:
        self.loaded: list[Path] = []

    def load_file(self, path: Path) -> None:
        self.loaded.append(path)


class SlowFiles(FileProvider):
    """Reads half of a file, and the rest when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = Event()
        self.go_on.set()

    def read(self, address: str, progress: Progress | None = None) -> Answer:
        if progress is not None and not (progress(0.5) and self.go_on.wait(20) and progress(0.9)):
            raise Cancelled("Reading was stopped.")
        return super().read(address, progress)


@dataclass
class Desk:
    history: History
    library: FakeLibrary
    window: FakeWindow
    opener: Opener
    files: SlowFiles
    qtbot: QtBot

    def open(self, *paths: Path) -> None:
        self.opener.open_files(paths)
        self.qtbot.waitUntil(lambda: not self.opener._left)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    history, library, window, main = History(workspace()), FakeLibrary(), FakeWindow(), MainThread()
    workers, files = Workers(main, count=1), SlowFiles()
    opener = Opener(history, files, library, main, workers)
    opener.attach(window)
    yield Desk(history, library, window, opener, files, qtbot)
    opener.close()
    workers.close()
    main.close()


def table(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(TABLE)
    return path


def test_a_file_that_opens_at_last_is_no_longer_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "9988.HK.csv"
    path.touch()
    desk.open(path)
    assert "is empty" in desk.window.texts[0]
    table(tmp_path, path.name)
    desk.open(path)
    assert desk.window.texts == []
    assert desk.history.document.chart.symbol == "9988.HK"


def test_a_sound_file_comes_onto_the_chart_and_into_the_watchlist(desk: Desk, tmp_path: Path) -> None:
    path = table(tmp_path, "9988.HK.csv")
    desk.open(path)
    document = desk.history.document
    assert (document.chart.symbol, document.chart.source, document.chart.interval) == ("9988.HK", path.as_uri(), "1d")
    assert document.watchlist[-1] == WatchlistItem("9988.HK", address_of(path))
    assert desk.history.undo_name == "Open 9988.HK.csv"
    desk.open(path)
    assert desk.history.document.watchlist == document.watchlist


def test_a_name_in_another_encoding_keeps_nothing_from_being_saved(desk: Desk, tmp_path: Path) -> None:
    paths = [table(tmp_path, os.fsdecode(name.encode("big5") + b".csv")) for name in ("騰訊", "長和")]
    dropped = QMimeData()
    dropped.setData("text/uri-list", "".join(f"{path.as_uri()}\r\n" for path in paths).encode())
    assert dropped_files(dropped) == paths
    desk.open(*paths)
    assert desk.window.texts == []
    symbols = {item.symbol for item in desk.history.document.watchlist}
    assert len(symbols) == 3, "each has drawings of its own"
    write_workspace(tmp_path / "desk.json", desk.history.document)
    assert read_workspace(tmp_path / "desk.json") == desk.history.document


def test_of_several_the_first_is_shown(desk: Desk, tmp_path: Path) -> None:
    desk.open(table(tmp_path, "0700.HK.csv"), table(tmp_path, "9988.HK.csv"), tmp_path / "missing.csv")
    document = desk.history.document
    assert document.chart.symbol == "0700.HK"
    assert [item.symbol for item in document.watchlist] == ["HSTECH.HK", "0700.HK", "9988.HK"]
    assert len(desk.window.notices) == 1


@pytest.mark.parametrize("content", ["", "just a text\nof two lines\n", "Date,Open\n2025-01-02,1\n", None])
def test_a_file_that_cannot_be_shown_leaves_everything_as_it_is(desk: Desk, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "strange.csv"
    if content is None:
        path.mkdir()
    else:
        path.write_text(content)
    before = desk.history.document
    desk.open(path)
    assert desk.history.document is before
    (text,) = desk.window.texts
    assert "strange.csv" in text


def test_a_workspace_file_goes_to_the_library(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    write_workspace(path, workspace("desk"))
    desk.open(path)
    assert desk.library.loaded == [path]


def test_the_file_opened_last_is_shown_even_if_an_earlier_one_takes_longer(desk: Desk, tmp_path: Path) -> None:
    desk.opener.open_files([table(tmp_path, "0700.HK.csv")])
    desk.open(table(tmp_path, "9988.HK.csv"))
    assert desk.history.document.chart.symbol == "9988.HK"
    assert len(desk.history.document.watchlist) == 3


def test_a_symbol_keeps_the_interval(desk: Desk) -> None:
    desk.opener.open_symbol("^HSI", "demo")
    chart = desk.history.document.chart
    assert (chart.symbol, chart.source, chart.interval) == ("^HSI", "demo", "1d")


def test_what_takes_long_shows_how_far_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.files.go_on.clear()
    desk.opener.open_files([table(tmp_path, f"{code}.HK.csv") for code in (9988, 9888, 1772)])
    desk.qtbot.waitUntil(lambda: READING in desk.window.notices and (desk.window.notices[READING].progress or 0) > 0)
    notice = desk.window.notices[READING]
    assert notice.text == "Reading 3 files…"
    assert notice.progress == pytest.approx(0.5 / 3)
    desk.files.go_on.set()
    desk.qtbot.waitUntil(lambda: not desk.opener._left)
    assert READING not in desk.window.notices
    assert len(desk.history.document.watchlist) == 4


def test_reading_is_cancelled_without_a_word(desk: Desk, tmp_path: Path) -> None:
    before = desk.history.document
    desk.files.go_on.clear()
    desk.opener.open_files([table(tmp_path, "9988.HK.csv"), table(tmp_path, "9888.HK.csv")])
    desk.qtbot.waitUntil(lambda: READING in desk.window.notices)
    (cancel,) = desk.window.notices[READING].actions
    cancel.run()
    desk.files.go_on.set()
    desk.qtbot.waitUntil(lambda: not desk.opener._left)
    assert desk.history.document is before
    assert not desk.window.notices


# What is not clear is asked about


class Asked:
    """Answers for the user: notes what it is asked about, and says what a test wants."""

    def __init__(self, answers: list[Reading | None]) -> None:
        self.paths: list[str] = []
        self.pending: list[Callable[[Reading | None], None]] = []
        self.answers = answers

    def __call__(self, path: Path, answer: Callable[[Reading | None], None]) -> None:
        self.paths.append(path.name)
        if self.answers:
            answer(self.answers.pop(0))
        else:
            self.pending.append(answer)


EITHER = "Date,Open,High,Low,Close\n02/04/2025,1,2,1,2\n03/04/2025,1,2,1,2\n07/04/2025,1,2,1,2\n"
STRANGE = "A,B,C,D,E\n2025-04-02,1,2,1,2\n2025-04-03,1,2,1,2\n"
COLUMNS = Reading(columns=("time", "open", "high", "low", "close"))


@pytest.mark.parametrize(("text", "reading"), [(EITHER, Reading(dates="%d/%m/%Y")), (STRANGE, COLUMNS)])
def test_a_file_in_doubt_is_shown_as_somebody_says(desk: Desk, tmp_path: Path, text: str, reading: Reading) -> None:
    asked, path = Asked([reading]), tmp_path / "9988.HK.csv"
    desk.opener.attach(desk.window, asked)
    path.write_text(text)
    desk.open(path)
    assert asked.paths == ["9988.HK.csv"]
    desk.qtbot.waitUntil(lambda: desk.history.document.chart.symbol == "9988.HK")
    assert desk.files.reading(address_of(path)) == reading
    desk.open(path)  # once said, it is not asked again
    assert asked.paths == ["9988.HK.csv"]
    assert not desk.window.notices


def test_a_file_in_doubt_that_nobody_wants_leaves_everything_as_it_is(desk: Desk, tmp_path: Path) -> None:
    asked, path = Asked([None]), tmp_path / "9988.HK.csv"
    desk.opener.attach(desk.window, asked)
    path.write_text(EITHER)
    before = desk.history.document
    desk.open(path)
    assert asked.paths == ["9988.HK.csv"]
    assert desk.history.document is before
    assert not desk.window.notices


def test_many_rows_left_out_are_a_doubt(desk: Desk, tmp_path: Path) -> None:
    asked, path = Asked([None]), tmp_path / "9988.HK.csv"
    desk.opener.attach(desk.window, asked)
    path.write_text(TABLE + "2025-01-07,3,2,3,2,1\n" * 2)
    desk.open(path)
    assert asked.paths == ["9988.HK.csv"]


def test_several_are_asked_about_one_after_another(desk: Desk, tmp_path: Path) -> None:
    asked = Asked([])
    desk.opener.attach(desk.window, asked)
    for code in ("0700", "9988"):
        (tmp_path / f"{code}.HK.csv").write_text(EITHER)
    desk.open(tmp_path / "0700.HK.csv", tmp_path / "9988.HK.csv", table(tmp_path, "9888.HK.csv"))
    assert asked.paths == ["0700.HK.csv"]
    asked.pending.pop(0)(Reading(dates="%d/%m/%Y"))
    assert len(asked.paths) == 2
    asked.pending.pop(0)(Reading(dates="%d/%m/%Y"))
    desk.qtbot.waitUntil(lambda: len(desk.history.document.watchlist) == 4)
    assert desk.history.document.chart.symbol == "0700.HK"


def test_a_preview_comes_before_opening(desk: Desk, tmp_path: Path) -> None:
    asked, path = Asked([Reading()]), table(tmp_path, "9988.HK.csv")
    desk.opener.attach(desk.window, asked)
    desk.opener.preview_files([path])
    desk.qtbot.waitUntil(lambda: desk.history.document.chart.symbol == "9988.HK")
    assert asked.paths == ["9988.HK.csv"]


def test_a_file_that_is_read_otherwise_changes_where_it_is_on_show(desk: Desk, tmp_path: Path) -> None:
    anew: list[str] = []
    asked, path = Asked([Reading(symbol="9888"), Reading(symbol="9888", timezone="Asia/Tokyo")]), table(tmp_path, "9988.HK.csv")
    desk.opener.attach(desk.window, asked, anew.append)
    desk.open(path)
    anew.clear()
    desk.opener.preview_files([path])
    desk.qtbot.waitUntil(lambda: desk.history.document.chart.symbol == "9888.HK")
    assert [item.symbol for item in desk.history.document.watchlist] == ["HSTECH.HK", "9888.HK"]
    assert anew == []
    desk.opener.preview_files([path])
    desk.qtbot.waitUntil(lambda: anew == [address_of(path)])


def test_readings_are_remembered_and_what_was_stored_is_forgotten(tmp_path: Path) -> None:
    writer, files, store = Writer(0.01), FileProvider(), Store(tmp_path / "bars.sqlite")
    path, home = table(tmp_path, "9988.HK.csv"), tmp_path / "readings.json"
    address = address_of(path)
    answer = files.read(address)
    key = SeriesKey(address, "9988.HK", answer.bars.interval)
    store.write(key, answer)
    readings = Readings(home, writer, files, store, {})
    readings.remember(address, COLUMNS)
    assert files.reading(address) == COLUMNS
    assert store.read(key) is None
    for number in range(KEPT):
        readings.remember(f"file:///{number}", Reading())
    assert writer.close()
    known = known_readings(home)
    assert len(known) == KEPT
    assert address not in known
    home.write_text('{"file:///a": {"skip": "x"}, "file:///b": {"skip": 3}}')
    assert known_readings(home) == {"file:///b": Reading(skip=3)}
    home.write_text("[")
    assert known_readings(home) == known_readings(tmp_path / "absent.json") == {}
    store.close()


def test_two_programs_remember_each_others_readings(tmp_path: Path) -> None:
    writer, files, store, home = Writer(0.01), FileProvider(), Store(tmp_path / "bars.sqlite"), tmp_path / "readings.json"
    first, second = (Readings(home, writer, files, store, {}) for _ in range(2))
    for readings, name, skip in ((first, "a", 1), (second, "b", 2), (first, "c", 3), (second, "a", 4)):
        readings.remember(f"file:///{name}", Reading(skip=skip))
        assert writer.flush()
    assert known_readings(home) == {f"file:///{name}": Reading(skip=skip) for name, skip in (("b", 2), ("c", 3), ("a", 4))}
    assert writer.close()
    store.close()
