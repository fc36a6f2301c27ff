import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from gui.languages import use_language
from gui.search_popup import SearchPopup
from tests.gui.desk import Desk, make_desk


@pytest.fixture
def popup(desk: Desk) -> SearchPopup:
    desk.window.activateWindow()
    desk.window.open_palette()
    return desk.window.findChild(SearchPopup, "search_popup")


@pytest.fixture
def field(popup: SearchPopup) -> QLineEdit:
    return popup.findChild(QLineEdit, "search_field")


def titles(desk: Desk, typed: str) -> list[str]:
    window = desk.window
    found = window._palette_entries(typed)
    return [entry.title for entry in found]


def test_without_letters_all_commands_are_listed_and_then_the_watchlist(desk, popup):
    assert popup.isVisible()
    assert popup.entries()[0] == "Open"
    assert popup.entries()[-1] == "CALB"


def test_indicators_are_switched_by_name(desk):
    assert titles(desk, "rsi")[0] == "Relative Strength Index"
    entry = next(entry for entry in desk.window._palette_entries("rsi") if entry.title == "Relative Strength Index")
    assert entry.detail == "RSI · add"
    entry.run()
    assert desk.history.undo_name == "Add RSI"
    entry = next(entry for entry in desk.window._palette_entries("rsi") if entry.title == "Relative Strength Index")
    assert entry.detail == "RSI · remove"


def test_letters_find_commands_before_symbols(desk):
    assert titles(desk, "trend line")[0] == "Trend line"
    assert titles(desk, "fib ret")[0] == "Fibonacci retracement"
    assert titles(desk, "9988") == ["Alibaba"]
    assert titles(desk, "alib") == ["Alibaba"]
    assert titles(desk, "zzz") == []


def test_what_cannot_be_used_now_is_not_offered(desk):
    assert not any(title.startswith("Undo") for title in titles(desk, "undo"))
    desk.window.commands.run("view.log")
    assert titles(desk, "undo")[0] == "Undo: Logarithmic scale"


def test_enter_runs_the_first_and_closes(desk, qtbot, popup, field):
    qtbot.keyClicks(field, "trend line")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.window.drawing.tool == "trend_line"
    assert not popup.isVisible()


def test_arrows_choose_and_go_round(desk, qtbot, popup, field):
    rows = popup._list
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert rows.currentIndex().row() == rows.model().rowCount() - 1
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.history.document.chart.symbol == "3931.HK"


def test_a_click_chooses(desk, qtbot, popup, field):
    qtbot.keyClicks(field, "alibaba")
    rows = popup._list
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0)).center())
    assert desk.history.document.chart.symbol == "9988.HK"


def test_escape_closes_and_gives_the_chart_the_focus(desk, qtbot, popup, field):
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    qtbot.waitUntil(desk.window.view.hasFocus)


def test_it_closes_when_the_focus_goes_elsewhere(desk, qtbot, popup):
    desk.window.watchlist.table.setFocus()
    qtbot.waitUntil(lambda: not popup.isVisible())


def test_nothing_found_is_said(desk, qtbot, popup, field):
    qtbot.keyClicks(field, "zzzz")
    empty = popup.findChild(QLabel, "search_empty")
    assert empty.isVisible()
    assert "Nothing fits" in empty.text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert popup.isVisible()


def test_it_stays_inside_a_small_window(desk, popup):
    desk.window.resize(960, 560)
    assert desk.window.rect().contains(popup.geometry())


def test_symbols_are_searched_in_every_script(desk, qtbot, popup, field):
    for typed, name in (("百度", "Baidu"), ("寧德", "CATL"), ("09988", "Alibaba"), ("hstech", "Hang Seng TECH Index")):
        desk.window.open_symbol_search(typed)
        assert popup.entries()[0] == name


def test_the_symbol_search_begins_with_the_watchlist(desk, popup):
    desk.window.open_symbol_search("")
    assert popup.entries()[0] == "Hang Seng TECH Index"
    assert len(popup.entries()) > 30


def test_commands_are_found_by_their_english_names_in_any_language(qtbot, qapp, tmp_path):
    before = QLocale()
    use_language(qapp, "zh_HK")
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.window)
    try:
        assert "趨勢線" in titles(desk, "趨勢線")
        assert "趨勢線" in titles(desk, "trend line")
        assert "設定" in titles(desk, "settings")
        assert titles(desk, "5 minutes")[0] == "5 分鐘"
        desk.market.simulate(1.0)
        desk.window.commands.refresh()
        assert titles(desk, "300 times as fast")[0] == "300 倍速"
        assert titles(desk, "market's pace")[0] == "按市場步伐"
        assert "拋物線轉向" in titles(desk, "parabolic")[0]
    finally:
        use_language(qapp, "en")
        QLocale.setDefault(before)
