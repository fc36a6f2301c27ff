"""Every key that hands know from other charts does here what they expect, through real key events on the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from charting.core.document import Anchor, Chart, Drawing
from charting.core.edits import add_drawings, replace_drawings
from charting.drawings.catalogue import TOOLS
from charting.scene.legend_layout import Subject
from charting.view.chart import ChartView
from gui.chart_edits import active_drawings
from tests.gui.desk import Desk

NO, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEY = Qt.Key


@dataclass
class Hand:
    """A desk and the hand at its keyboard."""

    desk: Desk
    qtbot: QtBot

    @property
    def view(self) -> ChartView:
        return self.desk.window.view

    @property
    def chart(self) -> Chart:
        return self.desk.history.document.chart

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        return active_drawings(self.desk.history.document)

    @property
    def span(self) -> tuple[float, float]:
        return self.view.sight.span.first, self.view.sight.span.last

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
        focus = QApplication.focusWidget() or self.view
        self.qtbot.keyClick(focus, key, held)
        self.view.repaint()

    def focused(self) -> str:
        focus = QApplication.focusWidget()
        return "" if focus is None else focus.objectName()

    def dialog(self, name: str) -> QDialog | None:
        return next((one for one in self.desk.window.findChildren(QDialog) if one.objectName() == name and one.isVisible()), None)

    def shown(self, name: str) -> QWidget | None:
        found = self.desk.window.findChild(QWidget, name)
        return found if found is not None and found.isVisible() else None

    def select_a_line(self) -> Drawing:
        history, series = self.desk.history, self.view.series
        assert series is not None
        row = len(series.bars) - 30
        moment = datetime.fromtimestamp(int(series.bars.time[row]), UTC)
        line = Drawing("by keys", "horizontal_line", (Anchor(moment, float(series.bars.close[row])),))
        history.commit(add_drawings(history.document, self.chart.symbol, [line]), "Draw")
        self.view.repaint()
        self.view.select((line.id,))
        return self.drawings[-1]


@pytest.fixture
def hand(desk: Desk, qtbot: QtBot) -> Hand:
    desk.window.activateWindow()
    desk.window.view.setFocus()
    desk.window.view.repaint()
    return Hand(desk, qtbot)


TOOL_KEYS = (
    (KEY.Key_T, "trend_line"),
    (KEY.Key_H, "horizontal_line"),
    (KEY.Key_J, "horizontal_ray"),
    (KEY.Key_V, "vertical_line"),
    (KEY.Key_C, "cross_line"),
    (KEY.Key_F, "fib_retracement"),
)


def test_alt_and_a_letter_take_a_tool_and_escape_puts_it_away(hand: Hand) -> None:
    taken: list[object] = []
    hand.view.tool_changed.connect(taken.append)
    for key, kind in TOOL_KEYS:
        assert kind in TOOLS
        hand.press(key, ALT)
        assert taken[-1] == kind
        hand.press(KEY.Key_Escape)
        assert taken[-1] is None


MOVES: tuple[tuple[str, Qt.Key, Qt.KeyboardModifier, Callable[[float, float], tuple[float, float]]], ...] = (
    ("left", KEY.Key_Left, NO, lambda first, last: (first - 1, last - 1)),
    ("right", KEY.Key_Right, NO, lambda first, last: (first + 1, last + 1)),
    ("far left", KEY.Key_Left, CONTROL, lambda first, last: (first - 10, last - 10)),
    ("far right", KEY.Key_Right, CONTROL, lambda first, last: (first + 10, last + 10)),
    ("page up", KEY.Key_PageUp, NO, lambda first, last: (2 * first - last, first)),
    ("page down", KEY.Key_PageDown, NO, lambda first, last: (last, 2 * last - first)),
    ("home", KEY.Key_Home, NO, lambda first, last: (-0.5, last - first - 0.5)),
)


def test_arrows_and_home_move_the_view(hand: Hand) -> None:
    hand.view.sight.pan(-60)
    for name, key, held, moved in MOVES:
        before = hand.span
        hand.press(key, held)
        assert hand.span == pytest.approx(moved(*before)), name


def test_pages_end_where_home_and_end_do_and_turn_nothing_back(hand: Hand) -> None:
    for page, end, far in ((KEY.Key_PageUp, KEY.Key_Home, -5.0), (KEY.Key_PageDown, KEY.Key_End, 5.0)):
        hand.press(end)
        outermost = hand.span
        hand.view.sight.pan(-far)
        hand.press(page)
        assert hand.span == pytest.approx(outermost), page
        hand.view.sight.pan(far)
        beyond = hand.span
        hand.press(page)
        assert hand.span == beyond != outermost, page


def test_pages_with_a_drawing_selected_leave_it_where_it_is(hand: Hand) -> None:
    line, span = hand.select_a_line(), hand.span
    hand.press(KEY.Key_PageUp)
    assert hand.span[1] == pytest.approx(span[0])
    assert hand.drawings[-1] == line


def test_end_shows_the_newest_bar_with_room(hand: Hand) -> None:
    hand.view.sight.pan(-200)
    hand.press(KEY.Key_End)
    series = hand.view.series
    assert series is not None
    width = hand.view.sight.span.width
    assert hand.span[1] == pytest.approx(len(series.bars) - 0.5 + 0.05 * width)


ZOOMS = ((KEY.Key_Up, CONTROL, False), (KEY.Key_Down, CONTROL, True), (KEY.Key_Plus, NO, False), (KEY.Key_Minus, NO, True))


def test_keys_zoom(hand: Hand) -> None:
    for key, held, wider in ZOOMS:
        before = hand.view.sight.span.width
        hand.press(key, held)
        assert (hand.view.sight.span.width > before) is wider, key
        assert hand.view.sight.span.width != before, key


def test_arrows_nudge_what_is_selected_instead(hand: Hand) -> None:
    line, span = hand.select_a_line(), hand.span
    hand.press(KEY.Key_Up)
    nudged = hand.drawings[-1].anchors[0].price - line.anchors[0].price
    assert nudged > 0
    hand.press(KEY.Key_Up, CONTROL)
    assert hand.drawings[-1].anchors[0].price - line.anchors[0].price == pytest.approx(11 * nudged)
    hand.press(KEY.Key_Right)
    assert hand.drawings[-1].anchors[0].time > line.anchors[0].time
    assert hand.span == span


def test_del_undo_and_redo(hand: Hand) -> None:
    hand.select_a_line()
    count = len(hand.drawings)
    hand.press(KEY.Key_Delete)
    assert len(hand.drawings) == count - 1
    hand.press(KEY.Key_Z, CONTROL)
    assert len(hand.drawings) == count
    hand.press(KEY.Key_Y, CONTROL)
    assert len(hand.drawings) == count - 1
    hand.press(KEY.Key_Z, CONTROL)
    hand.press(KEY.Key_Z, CONTROL | SHIFT)
    assert len(hand.drawings) == count - 1


def test_copy_and_paste(hand: Hand) -> None:
    hand.select_a_line()
    count = len(hand.drawings)
    hand.press(KEY.Key_C, CONTROL)
    hand.press(KEY.Key_V, CONTROL)
    assert len(hand.drawings) == count + 1
    assert hand.view.selection == (hand.drawings[-1].id,)
    QGuiApplication.clipboard().clear()


def test_escape_selects_nothing(hand: Hand) -> None:
    hand.select_a_line()
    hand.press(KEY.Key_Escape)
    assert hand.view.selection == ()


def test_escape_leaves_the_full_screen_when_nothing_else_is_left_to_end(hand: Hand) -> None:
    window = hand.desk.window
    hand.press(KEY.Key_F11)
    hand.select_a_line()
    hand.press(KEY.Key_Escape)
    assert hand.view.selection == ()
    hand.press(KEY.Key_T, ALT)
    hand.press(KEY.Key_Escape)
    assert not hand.view.hand.active
    window.watchlist.focus_field()
    hand.qtbot.keyClick(window, KEY.Key_Escape)  # as a panel passes it on: the chart has the focus then
    assert window.isFullScreen()
    hand.press(KEY.Key_Escape)
    assert not window.isFullScreen()
    assert not window.commands.action("view.full_screen").isChecked()
    hand.press(KEY.Key_Escape)
    assert not window.isFullScreen()


SCALES: tuple[tuple[Qt.Key, Callable[[Chart], bool]], ...] = (
    (KEY.Key_L, lambda chart: chart.panes[0].scale.kind == "log"),
    (KEY.Key_P, lambda chart: chart.panes[0].scale.kind == "percent"),
    (KEY.Key_I, lambda chart: chart.panes[0].scale.inverted),
)


def test_alt_and_a_letter_change_the_scale_and_back(hand: Hand) -> None:
    for key, is_so in SCALES:
        for expected in (True, False):
            hand.press(key, ALT)
            assert is_so(hand.chart) is expected, key


def test_alt_r_resets_the_view(hand: Hand) -> None:
    hand.press(KEY.Key_R, ALT)
    before = hand.span
    hand.view.sight.zoom(0.3)
    hand.view.sight.pan(-100)
    hand.press(KEY.Key_R, ALT)
    assert hand.span == pytest.approx(before)


def test_ctrl_alt_h_hides_all_drawings(hand: Hand) -> None:
    for expected in (True, False):
        hand.press(KEY.Key_H, CONTROL | ALT)
        assert hand.chart.drawings_hidden is expected


def test_hiding_all_drawings_selects_none(hand: Hand) -> None:
    hand.select_a_line()
    count = len(hand.drawings)
    hand.press(KEY.Key_H, CONTROL | ALT)
    assert hand.view.selection == ()
    hand.press(KEY.Key_Delete)
    assert len(hand.drawings) == count


def test_all_drawings_are_those_that_are_seen(hand: Hand) -> None:
    line = hand.select_a_line()
    history = hand.desk.history
    hand.press(KEY.Key_A, CONTROL)
    assert line.id in hand.view.selection
    history.commit(replace_drawings(history.document, hand.chart.symbol, [replace(line, hidden=True)]), "Hide")
    hand.press(KEY.Key_A, CONTROL)
    assert set(hand.view.selection) == {one.id for one in hand.drawings} - {line.id}


def test_alt_g_asks_for_a_date(hand: Hand) -> None:
    hand.press(KEY.Key_G, ALT)
    dialog = hand.dialog("go_to_date_dialog")
    assert dialog is not None
    dialog.reject()


POPUPS = ((KEY.Key_7, "interval_entry", "7"), (KEY.Key_Comma, "interval_entry", ""), (KEY.Key_B, "search_popup", "b"))


def test_typing_over_the_chart_asks_for_an_interval_or_a_symbol(hand: Hand) -> None:
    for key, name, text in POPUPS:
        hand.view.setFocus()
        hand.press(key)
        popup = hand.shown(name)
        assert popup is not None, name
        field = popup.findChild(QLineEdit)
        assert field is not None
        assert field.text() == text
        hand.qtbot.keyClick(field, KEY.Key_Escape)
        assert hand.shown(name) is None


INTERVALS = (("15", "15m"), ("60", "1h"), ("1w", "1wk"), ("1M", "1mo"), ("1d", "1d"))


def test_a_typed_interval_is_chosen_with_enter(hand: Hand) -> None:
    field = hand.desk.window.findChild(QLineEdit, "interval_entry_field")
    assert field is not None
    for typed, interval in INTERVALS:
        hand.qtbot.keyClicks(hand.view, typed[0])
        hand.qtbot.keyClicks(field, typed[1:])
        hand.qtbot.keyClick(field, KEY.Key_Return)
        assert hand.chart.interval == interval, typed


def test_slash_searches_indicators_and_ctrl_k_opens_the_palette(hand: Hand) -> None:
    hand.press(KEY.Key_Slash)
    assert hand.focused() == "indicator_search"
    hand.view.setFocus()
    hand.press(KEY.Key_K, CONTROL)
    popup = hand.shown("search_popup")
    assert popup is not None
    field = popup.findChild(QLineEdit)
    assert field is not None
    hand.qtbot.keyClick(field, KEY.Key_Escape)


def test_indicators_are_reached_and_removed_by_keys(hand: Hand) -> None:
    hand.press(KEY.Key_Period, CONTROL)
    first = hand.view.legend.selected
    assert first is not None
    hand.press(KEY.Key_Period, CONTROL)
    second = hand.view.legend.selected
    assert isinstance(second, Subject)
    assert second != first
    hand.press(KEY.Key_Delete)
    assert not second.is_on(hand.chart)
    hand.press(KEY.Key_Z, CONTROL)
    assert second.is_on(hand.chart)


def test_alt_enter_fills_the_chart_with_a_pane_and_back(hand: Hand) -> None:
    hand.press(KEY.Key_Return, ALT)
    assert hand.chart.maximised
    hand.press(KEY.Key_Return, ALT)
    assert not hand.chart.maximised


RANGES = ("1d", "5d", "1m", "3m", "6m", "ytd", "1y", "5y", "all")


def test_every_range_has_a_button(hand: Hand) -> None:
    for name in RANGES:
        assert hand.shown(f"slim.view.last_{name}") is not None, name
