import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QStatusBar,
    QToolBar,
    QWidget,
)

from charting.core.document import WatchlistItem
from charting.core.edits import set_chart
from charting.core.theme import theme
from gui.context import Appearance, DataState, HandHabits, Notice, NoticeAction
from gui.menus import menu_structure
from gui.notices import DEMONSTRATION
from gui.quote_words import age_text
from gui.status_bar import state_text
from gui.window import MainWindow
from tests.gui.desk import Desk, make_desk

NOW = datetime(2025, 9, 17, 8, 0, tzinfo=UTC)
CONTROLS = (
    QAbstractButton, QLineEdit, QAbstractSpinBox, QComboBox, QAbstractItemView, QPlainTextEdit, QToolBar, QMenu, QMenuBar,
    QDockWidget, QStatusBar, QScrollArea,
)  # fmt: skip


def controls(window: QWidget) -> Iterator[QWidget]:
    """Every control there is, but for the insides of Qt's own widgets."""
    for widget in window.findChildren(QWidget):
        name = widget.objectName()
        if isinstance(widget, CONTROLS) and not name.startswith("qt_") and type(widget).__name__ != "QTableCornerButton":
            inside = isinstance(widget.parent(), QComboBox | QAbstractItemView | QAbstractSpinBox)
            overflow = isinstance(widget, QMenu) and isinstance(widget.parent(), QMenuBar) and not widget.title()
            if not inside and not overflow:
                yield widget


def open_everything(desk: Desk) -> None:
    """Bring parts into being that come only when asked for."""
    for card in desk.window.indicators.findChildren(QAbstractButton, "indicator_settings"):
        card.click()
    desk.window.show_notice(Notice("key", "Text.", "warning", (NoticeAction("Do", lambda: None),), "Details"))
    desk.window.open_palette()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_control_has_a_name_for_tests_and_one_for_screen_readers(desk):
    open_everything(desk)
    found = list(controls(desk.window))
    assert len(found) > 60
    nameless = [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in found if not widget.objectName()]
    assert not nameless
    silent = [widget.objectName() for widget in found if not widget.accessibleName()]
    assert not silent


def test_names_of_buttons_are_different(desk):
    names = [
        button.objectName() for button in controls(desk.window)
        if isinstance(button, QAbstractButton) and button.objectName().startswith("button.")
    ]  # fmt: skip
    assert len(names) == len(set(names))


def test_every_shortcut_has_one_action(desk):
    taken: dict[str, str] = {}
    for action in desk.window.findChildren(QAction):
        for key in action.shortcuts():
            text = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert taken.setdefault(text, action.objectName()) == action.objectName(), text
    assert taken["Alt+T"] == "draw.trend_line"
    assert taken["Ctrl+Shift+Z"] == taken["Ctrl+Y"] == "edit.redo"


@pytest.mark.parametrize(
    ("key", "command"),
    [("Alt+T", "draw.trend_line"), ("Alt+H", "draw.horizontal_line"), ("Alt+J", "draw.horizontal_ray"),
     ("Alt+V", "draw.vertical_line"), ("Alt+C", "draw.cross_line"), ("Alt+F", "draw.fib_retracement"), ("Del", "edit.delete"),
     ("Ctrl+Z", "edit.undo"), ("Ctrl+K", "edit.palette"), ("/", "view.indicators_search"), ("Alt+R", "view.reset"),
     ("Alt+G", "view.go_to"), ("Alt+S", "file.save_picture"), ("Alt+L", "view.log"), ("Alt+P", "view.percent"),
     ("Alt+I", "view.invert"), ("Ctrl+Alt+H", "draw.hide_all"), ("Ctrl+C", "edit.copy"), ("Ctrl+V", "edit.paste"),
     ("Alt+Enter", "pane.maximise"), ("Alt+Return", "pane.maximise")],
)  # fmt: skip
def test_keys_do_what_hands_expect(desk, key, command):
    assert key in desk.window.commands[command].shortcuts


def test_mnemonics_of_the_menus_keep_clear_of_shortcuts(desk):
    shortcuts = {key for command in desk.window.commands for key in command.shortcuts}
    letters = [letter for title, _ in menu_structure(()) for letter in re.findall(r"&(\w)", title)]
    assert len(letters) == len(set(letters)) >= 4
    for letter in letters:
        assert f"Alt+{letter.upper()}" not in shortcuts


def test_every_menu_fits_a_small_screen_in_one_column(desk):
    for menu in desk.window.menuBar().findChildren(QMenu):
        rows = [menu.actionGeometry(action) for action in menu.actions()]
        assert {row.x() for row in rows if row.isValid()} == {rows[0].x()}, menu.objectName()
        assert menu.sizeHint().height() < 768 - 32, menu.objectName()


def test_every_command_is_reached_from_a_menu_or_a_bar(desk):
    reached = {action.objectName() for bar in desk.window.findChildren(QToolBar) for action in bar.actions()}
    for menu in desk.window.findChildren(QMenu):
        reached.update(action.objectName() for action in menu.actions())
    assert {command.id for command in desk.window.commands} - reached <= {"view.add_symbol"}


def test_a_digit_typed_over_the_chart_chooses_the_interval(desk, qtbot):
    window = desk.window
    window.view.setFocus()
    qtbot.keyClicks(window.view, "1")
    field = window.findChild(QLineEdit, "interval_entry_field")
    qtbot.keyClicks(field, "h")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.history.document.chart.interval == "1h"
    assert window.commands.action("view.interval_1h").isChecked()
    assert not field.isVisible()
    window.commands.run("edit.undo")
    assert desk.history.document.chart.interval == "1d"


@pytest.mark.parametrize(("typed", "symbol"), [("9988", "9988.HK"), ("700", "0700.HK"), ("0981", "0981.HK")])
def test_a_shares_code_typed_over_the_chart_shows_the_share(desk, qtbot, typed, symbol):
    desk.window.view.setFocus()
    for digit in typed:
        qtbot.keyClicks(desk.window.focusWidget(), digit)
    assert not desk.window.findChild(QLineEdit, "interval_entry_field").isVisible()
    field = desk.window.findChild(QLineEdit, "search_field")
    assert field.isVisible()
    assert field.text() == typed
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.history.document.chart.symbol == symbol
    assert desk.history.document.chart.interval == "1d"


def test_an_interval_that_is_none_is_not_taken(desk, qtbot):
    qtbot.keyClicks(desk.window.view, "5")
    field = desk.window.findChild(QLineEdit, "interval_entry_field")
    qtbot.keyClicks(field, "y")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.history.document.chart.interval == "1d"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_letters_typed_over_the_chart_find_a_symbol(desk, qtbot):
    qtbot.keyClicks(desk.window.view, "b")
    field = desk.window.findChild(QLineEdit, "search_field")
    assert field.text() == "b"
    qtbot.keyClicks(field, "aid")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.history.document.chart.symbol == "9888.HK"


@pytest.mark.parametrize("key", ["Alt+L", "Alt+P", "Alt+I"])
def test_a_scale_is_switched_by_its_key_and_undone(desk, key):
    before = desk.history.document
    command = next(command for command in desk.window.commands if key in command.shortcuts)
    desk.window.commands.run(command.id)
    assert desk.window.commands.action(command.id).isChecked()
    desk.window.commands.run("edit.undo")
    assert desk.history.document.chart.panes == before.chart.panes


def test_the_menu_names_the_step_that_undo_takes_back(desk):
    action = desk.window.commands.action("edit.undo")
    assert not action.isEnabled()
    desk.window.commands.run("view.log")
    assert action.isEnabled()
    assert action.text() == "&Undo: Logarithmic scale"


def test_the_theme_changes_at_once_and_is_kept(desk, qapp):
    window = desk.window
    dark = qapp.styleSheet()
    window.commands.run("view.theme_toggle")
    assert window.theme.mode == "light"
    assert desk.looks == [Appearance(mode="light")]
    assert qapp.styleSheet() != dark
    assert qapp.palette().window().color().name() == theme("light").window
    window.commands.run("view.direction_red-up")
    assert window.theme == theme("light", "red-up")
    assert window.commands.action("view.direction_red-up").isChecked()
    window.commands.run("view.theme_dark")
    assert window.theme == theme("dark", "red-up")
    assert qapp.palette().window().color().name() == theme("dark").window


def test_simulated_prices_are_marked_as_long_as_they_are_shown(desk, qapp):
    badges = [desk.window.findChild(QWidget, name) for name in ("chart_simulated", "status_simulated", "watchlist_simulated")]
    assert all(badge.isVisible() for badge in badges)
    document = desk.history.document
    desk.history.commit(set_chart(document, document.active, source="yahoo"), "Live")
    desk.window.set_data_state(DataState("yahoo"))
    qapp.processEvents()
    assert not badges[0].isVisible()
    assert not badges[1].isVisible()
    assert badges[2].isVisible(), "the watchlist still has simulated rows"


def test_live_data_is_offered_and_nothing_asked_before(desk, qtbot):
    assert desk.market.asked == []
    button = desk.window.findChild(QAbstractButton, f"notice_{DEMONSTRATION}_action_0")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.market.asked == ["live"]
    assert desk.window.findChild(QWidget, "banner").notices() == ()


def test_an_offer_that_was_closed_is_not_made_again(desk, qtbot, tmp_path: Path):
    qtbot.mouseClick(desk.window.findChild(QAbstractButton, f"notice_{DEMONSTRATION}_dismiss"), Qt.MouseButton.LeftButton)
    assert not desk.market.offers_live_data
    other = make_desk(tmp_path).window
    qtbot.addWidget(other)
    assert other.findChild(QWidget, "banner").notices() != ()
    again = MainWindow(desk.window.context)
    qtbot.addWidget(again)
    assert again.findChild(QWidget, "banner").notices() == ()
    for window in (other, again):
        window.show()
        window.close()


def test_files_can_be_dropped(desk, tmp_path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "HSI.csv"))])
    event = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    desk.window.dropEvent(event)
    assert desk.market.asked == [str(tmp_path / "HSI.csv")]


def test_tools_are_chosen_by_command_and_checked_in_the_bar(desk):
    window = desk.window
    window.commands.run("draw.trend_line")
    assert window.commands.action("draw.trend_line").isChecked()
    assert not window.commands.action("draw.cursor").isChecked()
    window.commands.run("draw.horizontal_line")
    assert not window.commands.action("draw.trend_line").isChecked()
    window.commands.run("draw.horizontal_line")
    assert window.commands.action("draw.cursor").isChecked(), "the tool in the hand, chosen again, is put away"


def test_escape_puts_the_tool_away(desk, qtbot):
    desk.window.commands.run("draw.trend_line")
    qtbot.keyClick(desk.window.view, Qt.Key.Key_Escape)
    assert desk.window.commands.action("draw.cursor").isChecked()


def test_the_magnet_comes_back_as_strong_as_it_was(desk):
    commands = desk.window.commands
    commands.run("draw.magnet_strong")
    assert desk.window.view.hand.magnet == "strong"
    commands.run("draw.magnet")
    assert desk.window.view.hand.magnet == "off"
    assert not commands.action("draw.magnet").isChecked()
    commands.run("draw.magnet")
    assert desk.window.view.hand.magnet == "strong"
    assert commands.action("draw.magnet_strong").isChecked()


def test_all_drawings_are_locked_hidden_copied_and_deleted(desk):
    window, history = desk.window, desk.history
    symbol = history.document.chart.symbol
    count = len(history.document.drawings[symbol])
    window.commands.run("draw.lock_all")
    assert all(drawing.locked for drawing in history.document.drawings[symbol])
    window.commands.run("draw.lock_all")
    window.commands.run("draw.hide_all")
    assert history.document.chart.drawings_hidden
    window.commands.run("draw.hide_all")
    window.commands.run("edit.select_all")
    assert len(window.view.selection) == count
    window.commands.run("edit.copy")
    window.commands.run("edit.paste")
    assert len(history.document.drawings[symbol]) == 2 * count
    window.commands.run("draw.delete_all")
    assert symbol not in history.document.drawings
    window.commands.run("edit.undo")
    assert len(history.document.drawings[symbol]) == 2 * count


def test_habits_of_the_hand_are_kept_and_come_back(qtbot, tmp_path):
    kept: list[HandHabits] = []
    first = make_desk(tmp_path, hand=HandHabits("strong", stay=True), keep_hand=kept.append)
    qtbot.addWidget(first.window)
    first.window.show()
    hand, commands = first.window.view.hand, first.window.commands
    assert (hand.magnet, hand.stay) == ("strong", True)
    assert commands.action("draw.magnet_strong").isChecked()
    assert commands.action("draw.stay").isChecked()
    commands.run("draw.stay")
    commands.run("draw.magnet")
    assert kept == [HandHabits("strong", stay=False), HandHabits("off", stay=False)]
    first.window.close()


def test_a_clipboard_without_drawings_is_said(desk, qapp):
    qapp.clipboard().setText("just a text")
    before = desk.history.document
    desk.window.commands.run("edit.paste")
    assert desk.history.document is before
    assert "no drawings" in desk.window.statusBar().currentMessage()


def test_delete_without_a_selection_says_so(desk):
    desk.window.view.setFocus()
    desk.window.commands.run("edit.delete")
    assert "Nothing is selected" in desk.window.statusBar().currentMessage()


def test_panels_are_hidden_and_come_back(desk):
    commands = desk.window.commands
    for name, part in (("watchlist", desk.window.watchlist), ("drawings_bar", desk.window.drawings_bar)):
        commands.run(f"view.panel_{name}")
        assert part.isHidden()
        assert not commands.action(f"view.panel_{name}").isChecked()
        commands.run(f"view.panel_{name}")
        assert not part.isHidden()


def test_the_title_names_instrument_and_workspace(desk):
    desk.window.show_item(WatchlistItem("9988.HK", "demo"))
    assert desk.window.windowTitle() == f"Alibaba – {desk.history.document.name} – Lionrock"


@pytest.mark.parametrize("item", [WatchlistItem("^HSCE", "demo"), WatchlistItem("a file " * 12, "file:///" + "a%20file%20" * 12)])
@pytest.mark.parametrize(("size", "bars"), [((1280, 800), ("chart_toolbar", "drawings_bar")), ((960, 560), ("chart_toolbar",))])
def test_nothing_is_clipped(desk, qapp, size, bars, item):
    desk.window.show_item(item)  # the longest names
    desk.window.resize(*size)
    qapp.processEvents()
    for bar in (desk.window.findChild(QToolBar, name) for name in bars):
        extension = bar.findChild(QAbstractButton, "qt_toolbar_ext_button")
        assert extension is None or not extension.isVisible(), bar.objectName()
    for button in controls(desk.window):
        if isinstance(button, QAbstractButton) and button.isVisible() and not button.text().startswith("_"):
            assert button.width() >= button.minimumSizeHint().width(), button.objectName()


def test_a_window_can_be_deleted_without_being_closed(qtbot, tmp_path):
    desk = make_desk(tmp_path)
    desk.window.show()
    desk.window.view.close_workers()
    with qtbot.captureExceptions() as raised:
        shiboken6.delete(desk.window)
    assert raised == []


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (DataState("demo", NOW, simulated=True), "Demonstration market"),
        (DataState("yahoo", NOW, offline=True), "Yahoo Finance  ·  5 minutes old  ·  offline"),
        (DataState("yahoo", loading=True), "Yahoo Finance  ·  loading …"),
        (DataState("file:///data/HSI%20daily.csv"), "HSI daily.csv"),
    ],
)
def test_the_source_is_named_in_words(state, text):
    assert state_text(state, NOW + timedelta(minutes=5)) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "up to date"),
        (59, "up to date"),
        (61, "1 minute old"),
        (600, "10 minutes old"),
        (3700, "1 hour old"),
        (200_000, "2 days old"),
    ],
)
def test_ages_are_one_number(seconds, text):
    assert age_text(seconds) == text


def test_the_theme_follows_the_system_until_one_is_chosen(desk, monkeypatch):
    window = desk.window
    monkeypatch.setattr("gui.window.system_mode", lambda: "light")
    window.follow_system()
    assert window.theme.mode == "dark", "the user chose the dark one"
    window.commands.run("view.theme_system")
    assert window.theme.mode == "light"
    monkeypatch.setattr("gui.window.system_mode", lambda: "dark")
    window.follow_system()
    assert window.theme.mode == "dark"


def test_an_interval_without_a_button_is_written_on_the_one_for_others(desk, qtbot):
    window, action = desk.window, desk.window.commands.action("view.interval_other")
    assert (action.iconText(), action.isChecked()) == ("…", False)
    action.trigger()
    field = window.findChild(QLineEdit, "interval_entry_field")
    assert field.isVisible()
    qtbot.keyClicks(field, "240")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.history.document.chart.interval == "4h"
    assert (action.iconText(), action.isChecked()) == ("4h", True)
    window.commands.run("edit.undo")
    assert (action.iconText(), action.isChecked()) == ("…", False)


def test_what_is_wrong_with_a_typed_interval_is_not_cut(desk, qtbot):
    desk.window.commands.run("view.interval_other")
    field = desk.window.findChild(QLineEdit, "interval_entry_field")
    meaning = desk.window.findChild(QLabel, "interval_entry_meaning")
    assert (meaning.text(), meaning.property("role")) == ("Such as 5, 1h, 1D, 1W or 1M", "muted"), "nothing is wrong yet"
    said = []
    for typed in ("7x", "36h"):
        field.clear()
        qtbot.keyClicks(field, typed)
        assert meaning.property("role") == "error"
        assert meaning.heightForWidth(meaning.width()) <= meaning.height()
        said.append(meaning.text())
    assert said == ["Not an interval: try 5, 1h, 1D, 1W or 1M", "More than a day: only whole days, such as 2D"]


def test_a_panel_behind_another_comes_to_the_front_before_it_is_hidden(desk, qapp):
    window = desk.window
    window.commands.run("view.panel_drawings")
    qapp.processEvents()
    assert window.indicators.visibleRegion().isEmpty()
    window.commands.run("view.panel_indicators")
    qapp.processEvents()
    assert not window.indicators.visibleRegion().isEmpty()
    assert not window.drawings_tree.isHidden()
    window.commands.run("view.panel_indicators")
    assert window.indicators.isHidden()
