import math
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QLineEdit, QMenu, QTableView, QWidget

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.core.theme import theme
from charting.market.demo_workspace import demo_workspace
from charting.market.quote import Quote
from gui.chart_edits import set_watchlist
from gui.context import AppContext, Listed
from gui.docks.watchlist_model import CHANGE, CODE, Column, WatchlistModel, change_of
from gui.window import MainWindow
from tests.gui.desk import Desk, FakeLibrary, FakeMarket, demo_series

NOON = datetime(2025, 9, 17, 4, 0, tzinfo=UTC)


def listed(price: float, previous: float = math.nan, **fields: Any) -> Listed:
    return Listed(Quote("9988.HK", "yahoo", price, **{"time": NOON, "fetched": NOON, "previous": previous, **fields}))


@pytest.fixture
def symbols(desk):
    """The symbols in the document's watchlist, as they are now."""
    return lambda: [item.symbol for item in desk.history.document.watchlist]


def click(desk: Desk, qtbot, row: int) -> None:
    table = desk.window.watchlist.table
    place = table.visualRect(table.model().index(row, Column.NAME)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_shows_the_instrument_and_undo_goes_back(desk, qtbot, symbols):
    click(desk, qtbot, 3)
    assert desk.history.document.chart.symbol == symbols()[3]
    desk.window.commands.run("edit.undo")
    assert desk.history.document.chart.symbol == symbols()[0]
    assert desk.window.watchlist.table.currentIndex().row() == 0


def test_arrows_flip_through_the_list(desk, qtbot, symbols):
    table = desk.window.watchlist.table
    table.setFocus()
    for expected in (1, 2, 1):
        qtbot.keyClick(table, Qt.Key.Key_Up if expected == 1 and table.currentIndex().row() == 2 else Qt.Key.Key_Down)
        assert desk.history.document.chart.symbol == symbols()[expected]


@pytest.mark.parametrize(("key", "popup"), [(Qt.Key.Key_5, "interval_entry"), (Qt.Key.Key_B, "search_popup")])
def test_what_is_typed_after_a_row_was_clicked_is_an_interval_or_a_symbol_as_over_the_chart(desk, qtbot, key, popup):
    click(desk, qtbot, 1)
    before = desk.history.document
    qtbot.keyClick(desk.window.watchlist.table, key)
    assert desk.window.findChild(QWidget, popup).isVisible()
    assert desk.history.document is before


def test_the_chosen_row_follows_the_document_without_a_step_of_its_own(desk, symbols):
    desk.window.show_item(desk.history.document.watchlist[4])
    assert desk.window.watchlist.table.currentIndex().row() == 4
    desk.history.undo()
    assert desk.window.watchlist.table.currentIndex().row() == 0
    assert desk.history.undo_name is None


def test_delete_removes_the_row_and_undo_brings_it_back(desk, qtbot, symbols):
    before = symbols()
    table = desk.window.watchlist.table
    desk.window.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    desk.window.commands.run("edit.delete")
    assert symbols() == before[1:]
    desk.window.commands.run("edit.undo")
    assert symbols() == before


def test_rows_move_by_keyboard_and_by_dragging(desk, qtbot, symbols):
    before = symbols()
    table = desk.window.watchlist.table
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert symbols()[:2] == [before[1], before[0]]
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert symbols() == before
    model = table.model()
    dragged = model.mimeData([model.index(5, 0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert symbols() == [before[0], before[5], *before[1:5], *before[6:]]
    dragged = model.mimeData([model.index(0, 0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert symbols()[-1] == before[0]


def test_moving_beyond_the_ends_does_nothing(desk, qtbot):
    qtbot.keyClick(desk.window.watchlist.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.history.undo_name is None


@pytest.mark.parametrize(("typed", "symbol"), [("700", "0700.HK"), ("小米", "1810.HK"), ("AAPL", "AAPL"), ("^GSPC", "^GSPC")])
def test_a_symbol_is_added_by_code_or_name(desk, qtbot, symbols, typed, symbol):
    field = desk.window.findChild(QLineEdit, "watchlist_add")
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert symbols()[-1] == symbol
    qtbot.waitUntil(lambda: field.text() == "")
    desk.window.commands.run("edit.undo")
    assert symbol not in symbols()


def test_nonsense_is_answered_with_a_sentence(desk, qtbot, symbols):
    before = symbols()
    field = desk.window.findChild(QLineEdit, "watchlist_add")
    field.setText("???")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert symbols() == before
    assert "is no symbol" in desk.window.statusBar().currentMessage()


def test_what_is_listed_is_not_added_twice(desk, qtbot, symbols):
    before = symbols()
    field = desk.window.findChild(QLineEdit, "watchlist_add")
    field.setText("9988")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert symbols() == before
    assert "already" in desk.window.statusBar().currentMessage()


def test_suggestions_come_while_typing(desk, qtbot):
    field = desk.window.findChild(QLineEdit, "watchlist_add")
    qtbot.keyClicks(field, "baid")
    rows = field.completer().completionModel()
    assert rows.rowCount() == 1
    assert "9888" in rows.index(0, 0).data()
    field.completer().popup().hide()


def test_a_suggestion_is_taken_by_keyboard(desk, qtbot, symbols):
    desk.window.activateWindow()
    field = desk.window.findChild(QLineEdit, "watchlist_add")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "meitu")
    popup = field.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert symbols()[-1] == "3690.HK"
    qtbot.waitUntil(lambda: field.text() == "")


@pytest.mark.parametrize(
    ("typed", "keys", "symbol"),
    [
        ("9999", [Qt.Key.Key_Return], "9999.HK"),
        ("998", [Qt.Key.Key_Return], "0998.HK"),
        ("meitu", [Qt.Key.Key_Down, Qt.Key.Key_Return], "3690.HK"),
    ],
)
def test_return_over_suggestions_adds_one_row_and_says_nothing(desk, qtbot, symbols, typed, keys, symbol):
    before = symbols()
    said: list[str] = []
    desk.window.watchlist.message.connect(said.append)
    desk.window.activateWindow()
    field = desk.window.findChild(QLineEdit, "watchlist_add")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, typed)
    for key in keys:
        qtbot.keyClick(field.completer().popup(), key)
    assert symbols() == [*before, symbol]
    assert said == []
    qtbot.waitUntil(lambda: field.text() == "")


def test_an_empty_list_says_what_to_do(desk):
    desk.history.commit(set_watchlist(desk.history.document, ()), "Empty")
    label = desk.window.findChild(QLabel, "watchlist_empty")
    assert label.isVisible()
    assert not desk.window.watchlist.table.isVisible()
    desk.history.undo()
    assert not label.isVisible()


def test_prices_are_written_with_the_instruments_decimals_and_a_dash_where_there_are_none(desk):
    model = desk.window.watchlist.table.model()
    items = desk.history.document.watchlist
    desk.window.set_quotes({items[0]: listed(6232.8, 5980.4), items[3]: listed(math.nan, math.nan), items[4]: listed(0.455, 0.5)})
    assert model.index(0, Column.PRICE).data() == "6232.80"
    assert model.index(0, 0).data(CHANGE) == "+4.22%"
    assert model.index(1, Column.PRICE).data() == model.index(3, Column.PRICE).data() == "–"
    assert model.index(3, 0).data(CHANGE) == "–"
    assert model.index(4, Column.PRICE).data() == "0.455"
    assert model.index(4, 0).data(CHANGE) == "−9.00%"


@pytest.mark.parametrize("quote", [None, listed(1.0, math.nan), listed(1.0, 0.0), listed(math.nan, 1.0)])
def test_an_unknown_change_is_not_zero(quote):
    assert math.isnan(change_of(quote))


def test_screen_readers_hear_name_code_and_price(desk):
    text = desk.window.watchlist.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Hang Seng TECH Index (HSTECH)" in text
    assert "6232.80" in text
    assert "Simulated" in text


def test_rows_are_painted_in_every_theme_and_state(desk, qapp):
    table = desk.window.watchlist.table
    for look in (theme("dark"), theme("light", "red-up")):
        desk.window.set_theme(look)
        table._hover(2)
        picture = table.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(20, 200, 2)}
        assert look.up in colours or look.down in colours


def test_the_mark_of_simulated_rows(qtbot):
    from PySide6.QtCore import QObject

    from charting.market.instruments import instrument_of

    parent = QObject()
    model = WatchlistModel(instrument_of, parent)
    model.set_items([WatchlistItem("9988.HK", "yahoo")])
    assert not model.shows_simulated
    assert model.index(0, 0).data(CODE) == "9988"
    model.set_quotes({WatchlistItem("9988.HK", "yahoo"): listed(1, 1, simulated=True)})
    assert model.shows_simulated
    model.set_items([WatchlistItem("9988.HK", "demo")])
    assert model.shows_simulated


def test_it_is_filled_after_the_charts_first_paint(qtbot, tmp_path):
    history, kept = History(demo_workspace()), []
    context = AppContext(history, FakeLibrary(), FakeMarket(), theme("dark"), kept.append, lambda *_: None, tmp_path)
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    assert window.findChild(QDockWidget, "watchlist_dock").isVisible(), "its frame is there from the beginning"
    assert window.findChild(QTableView, "watchlist_table") is None
    window.show_series(demo_series("HSTECH.HK"))
    qtbot.waitUntil(lambda: window.findChild(QTableView, "watchlist_table") is not None)
    assert window.watchlist.table.isVisible()
    assert window.watchlist.table.model().rowCount() == len(history.document.watchlist)
    window.close()


def test_a_right_click_asks_about_a_row_and_leaves_the_chart(desk, qtbot, symbols):
    table, before = desk.window.watchlist.table, symbols()
    place = table.visualRect(table.model().index(3, Column.NAME)).center()
    for entry in ("Move up", "Move down", "Remove"):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
        table.customContextMenuRequested.emit(place)
        menu = desk.window.findChild(QMenu, "watchlist_menu")
        next(action for action in menu.actions() if action.text() == entry).trigger()
        assert symbols() != before
        assert desk.history.document.chart.symbol == before[0]
        assert table.currentIndex().row() == 0
        desk.window.commands.run("edit.undo")
        menu.close()
        menu.deleteLater()
        QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)


def test_the_tab_key_goes_through_the_watchlist_before_what_lies_below(desk, qtbot):
    window = desk.window
    window.activateWindow()
    close = window.findChild(QAbstractButton, "watchlist_dock_close")
    close.setFocus()
    for expected in ("watchlist_add", "watchlist_table"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget().objectName() == expected


def test_a_row_is_shown_when_it_is_let_go_and_not_when_it_was_dragged(desk, qtbot, symbols, monkeypatch):
    table, before = desk.window.watchlist.table, symbols()
    monkeypatch.setattr(QTableView, "startDrag", lambda *_: None)
    place = table.visualRect(table.model().index(3, Column.NAME)).center()
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    table.startDrag(Qt.DropAction.MoveAction)
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.history.document.chart.symbol == before[0]
    assert table.currentIndex().row() == 0
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.history.document.chart.symbol == before[0]
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.history.document.chart.symbol == before[3]


def test_prices_of_coins_are_listed_with_the_digits_that_they_have(qapp) -> None:
    item = WatchlistItem("coin", "file:///coin.csv")
    model = WatchlistModel(FakeMarket().instrument, qapp)
    model.set_items([item])
    model.set_quotes({item: replace(listed(0.0123), closes=(0.0121, 0.0122))})
    assert model.index(0, Column.PRICE).data() == "0.0123"


def test_where_the_list_is_narrow_names_go_before_small_lines(desk):
    table = desk.window.watchlist.table
    for width, shown in ((320, True), (180, False), (320, True)):
        table.resize(width, 200)
        assert table.isColumnHidden(Column.COURSE) is not shown
        assert table.columnWidth(Column.NAME) > 4 * table.fontMetrics().height()
