from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.core.interval import DAY
from charting.market.file_provider import FileProvider, address_of
from charting.market.provider import SeriesKey
from gui import watching
from gui.opening import listed, shown
from gui.watching import FileWatch, FileWatcher
from gui.workers import MainThread, Workers
from tests.gui.documents import workspace
from tests.gui.fakes import FakeFeed, FakeWindow

HEAD = "Date,Open,High,Low,Close,Volume\n"
ROWS = "2025-01-02,1,2,1,2,100\n2025-01-03,2,3,1,2,100\n"


@dataclass
class Desk:
    path: Path
    other: Path
    history: History
    feed: FakeFeed
    window: FakeWindow
    watch: FileWatch
    qtbot: QtBot

    def wait_for_watch(self, path: Path) -> None:
        watcher = self.watch._watcher
        self.qtbot.waitUntil(lambda: watcher._watcher is not None and str(path) in watcher._watcher.files())

    def wait_for_requests(self) -> list[SeriesKey]:
        self.qtbot.waitUntil(lambda: bool(self.feed.requests))
        found, self.feed.requests = self.feed.requests, []
        return found


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(watching, "QUIET", 30)
    monkeypatch.setattr(watching, "RETRIES", (20, 40))
    path, other = tmp_path / "9988.HK.csv", tmp_path / "9888.HK.csv"
    for each in (path, other):
        each.write_text(HEAD + ROWS)
    document = shown(workspace(), WatchlistItem("9988.HK", address_of(path)), DAY)
    history, feed, window, main = History(document), FakeFeed(), FakeWindow(), MainThread()
    workers = Workers(main, count=1)
    watch = FileWatch(history, FileProvider(), feed, main, workers)
    watch.attach(window)
    found = Desk(path, other, history, feed, window, watch, qtbot)
    found.wait_for_watch(path)
    yield found
    watch.close()
    workers.close()
    main.close()


def test_a_file_that_changes_is_asked_for_again(desk: Desk) -> None:
    with desk.path.open("a") as file:
        file.write("2025-01-06,2,3,1,3,100\n")
    requests = desk.wait_for_requests()
    assert set(requests) == {SeriesKey(desk.path.as_uri(), "9988.HK", DAY)}


def test_a_file_that_is_replaced_is_followed_on(desk: Desk) -> None:
    for _ in range(2):
        new = desk.path.with_suffix(".new")
        new.write_text(HEAD + ROWS)
        new.replace(desk.path)
        assert desk.wait_for_requests()


def test_a_half_written_file_is_tried_again(desk: Desk) -> None:
    desk.path.write_text("Date,Op")
    desk.qtbot.wait(60)
    desk.path.write_text(HEAD + ROWS)
    assert desk.wait_for_requests()
    assert not desk.window.notices


def test_a_file_that_stays_bad_is_a_notice_until_it_is_good(desk: Desk) -> None:
    desk.path.write_text("Date,Op")
    desk.qtbot.waitUntil(lambda: bool(desk.window.notices))
    assert desk.window.texts[0].endswith("Until then the bars that were read before stay.")
    assert not desk.feed.requests
    desk.path.write_text(HEAD + ROWS)
    assert desk.wait_for_requests()
    assert not desk.window.notices


def test_a_file_that_is_deleted_and_comes_again(desk: Desk) -> None:
    desk.path.unlink()
    desk.qtbot.waitUntil(lambda: bool(desk.window.notices))
    desk.path.write_text(HEAD + ROWS)
    assert desk.wait_for_requests()


def test_files_of_the_watchlist_are_followed_as_they_come_and_go(desk: Desk) -> None:
    desk.other.write_text(HEAD + ROWS + ROWS)
    item = WatchlistItem("9888.HK", address_of(desk.other))
    desk.history.commit(listed(desk.history.document, item), "List")
    desk.wait_for_watch(desk.other)
    desk.other.write_text(HEAD + ROWS)
    assert desk.wait_for_requests()[0].source == item.source


def test_a_place_that_cannot_be_looked_into_is_as_if_empty(qtbot: QtBot, tmp_path: Path) -> None:
    """As on a drive that has gone; here the name is longer than any."""
    found, watcher = tmp_path / "9988.csv", FileWatcher()
    found.write_text(HEAD + ROWS)
    watcher.watch(frozenset((str(found), str(tmp_path / ("x" * 300)))))
    with qtbot.waitSignal(watcher.changed):
        found.write_text(HEAD)
