"""What is found online comes below what is known, late answers are dropped, and errors are one line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from charting.core.document import WatchlistItem
from charting.core.signals import Signal
from charting.market.demo_workspace import demo_workspace
from charting.market.instruments import instrument_of
from charting.market.provider import MarketError, Match, NoNetwork
from gui.online_search import OnlineSearch
from gui.search_popup import SearchPopup
from gui.symbol_search import meant, symbol_entries
from gui.workers import MainThread
from tests.gui.desk import make_desk

APPLE = Match("AAPL", "Apple Inc.", "NASDAQ", "Share")
ALIBABA = Match("9988.HK", "Alibaba Group Holding Limited", "Hong Kong", "Share")


class FakeFeed:
    """Writes searches down; a test answers them."""

    found = Signal(str, tuple)
    not_found = Signal(str, MarketError)

    def __init__(self) -> None:
        self.searches: list[tuple[str, str]] = []

    def search(self, source: str, text: str) -> None:
        self.searches.append((source, text))


class Allowed:
    def __init__(self) -> None:
        self.now = True

    def __call__(self) -> bool:
        return self.now


@pytest.fixture
def feed() -> FakeFeed:
    return FakeFeed()


@pytest.fixture
def allowed() -> Allowed:
    return Allowed()


@pytest.fixture
def search(qtbot: QtBot, feed: FakeFeed, allowed: Allowed) -> Iterator[OnlineSearch]:
    main = MainThread()
    found = OnlineSearch(feed, main, allowed)
    found._timer.setInterval(1)
    yield found
    found.close()
    main.close()


def asked(search: OnlineSearch, feed: FakeFeed, qtbot: QtBot, text: str) -> None:
    before = len(feed.searches)
    search.ask(text)
    qtbot.waitUntil(lambda: len(feed.searches) > before)


def test_a_text_is_asked_for_once_no_letter_follows(search: OnlineSearch, feed: FakeFeed, qtbot: QtBot) -> None:
    for text in ("a", "ap", "app", "appl"):
        search.ask(text)
    asked(search, feed, qtbot, "Apple ")
    assert feed.searches == [("yahoo", "apple")]
    assert search.note == "Searching Yahoo Finance…"
    with qtbot.waitSignal(search.changed):
        feed.found.emit("apple", (APPLE,))
    assert search.matches == (APPLE,)
    assert search.note == ""


def test_what_was_found_is_not_asked_for_again(search: OnlineSearch, feed: FakeFeed, qtbot: QtBot) -> None:
    asked(search, feed, qtbot, "apple")
    with qtbot.waitSignal(search.changed):
        feed.found.emit("apple", (APPLE,))
    search.ask("nothing is known of this")
    assert search.matches == ()
    search.ask("APPLE")
    assert search.matches == (APPLE,)
    assert search.note == ""
    assert not search._timer.isActive()


def test_late_answers_are_dropped(search: OnlineSearch, feed: FakeFeed, qtbot: QtBot) -> None:
    asked(search, feed, qtbot, "apple")
    search.ask("baidu")
    with qtbot.assertNotEmitted(search.changed, wait=30):
        feed.found.emit("apple", (APPLE,))
        feed.not_found.emit("apple", NoNetwork("No network."))
    assert search.matches == ()
    assert search.note == "Searching Yahoo Finance…"


def test_an_error_is_one_line_until_something_else_is_typed(search: OnlineSearch, feed: FakeFeed, qtbot: QtBot) -> None:
    asked(search, feed, qtbot, "apple")
    with qtbot.waitSignal(search.changed):
        feed.not_found.emit("apple", NoNetwork("There is no network."))
    assert search.note == "There is no network."
    search.ask("baidu")
    assert search.note == "Searching Yahoo Finance…"


def test_nothing_is_asked_without_leave_or_for_a_letter(search: OnlineSearch, feed: FakeFeed, allowed: Allowed) -> None:
    search.ask("a")
    assert not search._timer.isActive()
    allowed.now = False
    search.ask("apple")
    assert not search._timer.isActive()
    assert search.note == ""
    assert feed.searches == []


# Rows


def test_known_instruments_come_first_and_once() -> None:
    shown: list[WatchlistItem] = []
    rows = symbol_entries("alib", demo_workspace(), instrument_of, shown.append, (ALIBABA, APPLE))
    assert [row.key for row in rows] == ["9988", "0241", "AAPL"]
    assert rows[-1].title == "Apple Inc."
    assert rows[-1].detail == "NASDAQ · Share"
    rows[-1].run()
    assert shown == [WatchlistItem("AAPL", "yahoo")]


def test_what_was_typed_is_marked_in_names() -> None:
    assert meant("Alibaba Health", "health") == frozenset(range(8, 14))
    assert meant("阿里巴巴", "巴巴") == frozenset((2, 3))
    assert meant("Alibaba", "9988") == frozenset()
    assert meant("Alibaba", " ") == frozenset()


# In the window


class FakeSearch(QObject):
    """Finds what a test says, when it says so."""

    changed = QtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.matches: tuple[Match, ...] = ()
        self.note = ""
        self.asked: list[str] = []

    def ask(self, text: str) -> None:
        self.asked.append(text)


def test_the_popup_shows_more_as_it_comes_and_keeps_the_chosen_row(qtbot: QtBot, home) -> None:
    online = FakeSearch()
    desk = make_desk(home, search=online)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.open_symbol_search("ali")
    popup = desk.window.findChild(SearchPopup, "search_popup")
    note = popup.findChild(QLabel, "search_note")
    field = popup.findChild(QLineEdit, "search_field")
    assert online.asked[-1] == "ali"
    assert note.text() == "Enter shows it, Ctrl+Enter adds it to the watchlist"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    before = popup.entries()
    online.matches, online.note = (APPLE,), "There is no network."
    online.changed.emit()
    assert popup.entries() == (*before, "Apple Inc.")
    assert note.isVisible()
    assert note.text() == "There is no network."
    assert popup._list.currentIndex().row() == 1
    qtbot.keyClick(field, Qt.Key.Key_End)
    for _ in range(len(before) - 1):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.history.document.watchlist[-1] == WatchlistItem("AAPL", "yahoo")
    assert desk.history.document.chart.symbol != "AAPL"


def test_the_watchlist_suggests_what_is_found_online(qtbot: QtBot, home) -> None:
    online = FakeSearch()
    desk = make_desk(home, search=online)
    qtbot.addWidget(desk.window)
    desk.window.show()
    dock = desk.window.watchlist
    dock.focus_field()
    qtbot.keyClicks(dock._field, "apple")
    assert online.asked[-1] == "apple"
    online.matches = (APPLE,)
    dock._suggest("apple")
    texts = [dock._suggestions.item(row).text() for row in range(dock._suggestions.rowCount())]
    assert texts == ["AAPL   Apple Inc. · NASDAQ"]
    dock._add_suggested(texts[0])
    assert desk.history.document.watchlist[-1] == WatchlistItem("AAPL", "yahoo")
