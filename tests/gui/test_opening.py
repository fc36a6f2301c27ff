from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.market.files import FileProvider, address_of
from gui.autosave import write_workspace
from gui.opening import Opener
from gui.workers import MainThread, Workers
from tests.gui.documents import workspace
from tests.gui.fakes import FakeWindow

TABLE = "Date,Open,High,Low,Close,Volume\n2025-01-02,1,2,1,2,100\n2025-01-03,2,3,1,2,100\n2025-01-06,2,3,1,2,\n"


class FakeLibrary:
    def __init__(self) -> None:
        self.loaded: list[Path] = []

    def load_file(self, path: Path) -> None:
        self.loaded.append(path)


@dataclass
class Desk:
    history: History
    library: FakeLibrary
    window: FakeWindow
    opener: Opener
    qtbot: QtBot

    def open(self, *paths: Path) -> None:
        self.opener.open_files(paths)
        self.qtbot.waitUntil(lambda: not self.opener._reading)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    history, library, window, main = History(workspace()), FakeLibrary(), FakeWindow(), MainThread()
    workers = Workers(main, count=1)
    opener = Opener(history, FileProvider(), library, main, workers)
    opener.attach(window)
    yield Desk(history, library, window, opener, qtbot)
    opener.close()
    workers.close()
    main.close()


def table(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(TABLE)
    return path


def test_a_sound_file_comes_onto_the_chart_and_into_the_watchlist(desk: Desk, tmp_path: Path) -> None:
    path = table(tmp_path, "9988.HK.csv")
    desk.open(path)
    document = desk.history.document
    assert (document.chart.symbol, document.chart.source, document.chart.interval) == ("9988.HK", path.as_uri(), "1d")
    assert document.watchlist[-1] == WatchlistItem("9988.HK", address_of(path))
    assert desk.history.undo_name == "Open 9988.HK.csv"
    desk.open(path)
    assert desk.history.document.watchlist == document.watchlist


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
