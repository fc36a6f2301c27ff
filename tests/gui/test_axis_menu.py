"""The menus of axes: kinds of scales, sides, second scales, and whose times are told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec import structs
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from charting.core.document import Compared, Indicator, Scale
from charting.core.edits import add_indicator, set_chart
from charting.scene.series import Other
from gui.dialogs.go_to_date import GoToDateDialog
from gui.languages import use_language
from tests.gui.desk import Desk, demo_series


def menu_at(desk: Desk, x: float, y: float, qtbot) -> QMenu:
    """What a right click at a place in device pixels opens."""
    view = desk.window.view
    ratio = view.devicePixelRatioF()
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(round(x / ratio), round(y / ratio)))
    menu = desk.window.findChildren(QMenu, "axis_menu")[-1]
    menu.close()
    return menu


def menu_of(desk: Desk, pane: int, axis: int, qtbot) -> QMenu:
    desk.window.view.repaint()
    left, top, width, height = desk.window.view.scene.panes[pane].axes[axis].rects[0]
    return menu_at(desk, left + width / 2, top + height / 2, qtbot)


def action(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == name)


def scale(desk: Desk, pane: int = 0) -> Scale:
    return desk.history.document.chart.panes[pane].scale


@pytest.mark.parametrize("kind", ["log", "percent", "indexed"])
def test_the_price_axis_offers_every_kind_of_scale(desk, qtbot, kind):
    action(menu_of(desk, 0, 0, qtbot), f"axis_menu.{kind}").trigger()
    assert scale(desk).kind == kind
    assert action(menu_of(desk, 0, 0, qtbot), f"axis_menu.{kind}").isChecked()
    desk.window.commands.run("edit.undo")
    assert scale(desk).kind == "linear"


def test_an_indicators_pane_turns_and_is_held_alone(desk, qtbot):
    menu = menu_of(desk, 1, 0, qtbot)
    assert [one.objectName() for one in menu.actions() if one.objectName().startswith("axis_menu.")] == [
        "axis_menu.linear", "axis_menu.log", "axis_menu.auto", "axis_menu.inverted"]  # fmt: skip
    action(menu, "axis_menu.inverted").trigger()
    action(menu_of(desk, 1, 0, qtbot), "axis_menu.auto").trigger()
    held = scale(desk, 1)
    assert held.inverted
    assert held.low is not None
    assert scale(desk, 0) == Scale()
    menu = menu_of(desk, 1, 0, qtbot)
    assert not action(menu, "axis_menu.auto").isChecked()
    action(menu, "axis_menu.auto").trigger()
    assert scale(desk, 1).low is None


@pytest.mark.parametrize(("kind", "offered"), [("obv", True), ("volume", False)])
def test_kinds_are_offered_where_there_is_a_choice(desk, qtbot, kind, offered):
    document = desk.history.document
    desk.history.commit(add_indicator(document, document.active, Indicator("new", kind), own_pane=True), "Put")
    view = desk.window.view
    qtbot.waitUntil(lambda: view.repaint() or view.scene.panes[2].axes[0].decimals is None)  # both in short form
    menu = menu_of(desk, 2, 0, qtbot)
    names = [one.objectName() for one in menu.actions()]
    assert ("axis_menu.log" in names) == offered
    assert action(menu, "axis_menu.inverted").isEnabled() == offered, "columns of volume always stand upright"


def test_a_scale_dragged_while_comparing_keeps_the_kind_that_was_chosen(desk, qtbot):
    document = desk.history.document
    compared = (Compared("^HSI", "demo"),)
    desk.history.commit(set_chart(document, document.active, compare=compared), "Compare")
    view, series = desk.window.view, demo_series("HSTECH.HK")
    view.set_series(structs.replace(series, others=(Other(compared[0], demo_series("^HSI")),)))
    menu = menu_of(desk, 0, 0, qtbot)
    assert action(menu, "axis_menu.percent").isChecked()  # as it is shown
    assert not action(menu, "axis_menu.linear").isEnabled()
    assert action(menu, "axis_menu.log").isEnabled()
    left, top, width, height = view.scene.panes[0].axes[0].rects[0]
    start = QPoint(round(left + width / 2), round(top + height / 2))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(0, 60))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))
    held = scale(desk)
    assert held.low is not None
    assert held.kind == "linear"
    view.repaint()
    assert view.scene.panes[0].viewport.scale.kind == "percent"


def test_the_side_of_the_axis_is_chosen_there_and_undone(desk, qtbot):
    view = desk.window.view
    action(menu_of(desk, 0, 0, qtbot), "view.axis_left").trigger()
    view.repaint()
    scene = view.scene
    assert scene.panes[0].axes[0].rects[0][0] == 0
    assert scene.panes[0].rect[0] > 0
    assert scene.panes[0].rect[0] + scene.panes[0].rect[2] == scene.layout.size[0]
    action(menu_of(desk, 0, 0, qtbot), "view.axis_both").trigger()
    view.repaint()
    assert len(view.scene.panes[0].axes[0].rects) == 2
    for _ in range(2):
        desk.window.commands.run("edit.undo")
    assert desk.history.document.chart.price_axis == "right"


def test_an_indicator_over_the_bars_has_an_axis_that_is_dragged_reset_and_left(desk, qtbot):
    view, history = desk.window.view, desk.history
    document = add_indicator(history.document, history.document.active, Indicator("rsi", "rsi"), own_pane=False)
    history.commit(document, "RSI over the bars")
    qtbot.waitUntil(lambda: view.repaint() or view.scene.panes[0].axes[1].viewport.scale.high < 200)
    before = view.scene.panes[0].axes[1].viewport.scale
    prices = view.scene.panes[0].viewport.scale
    left, top, width, height = view.scene.panes[0].axes[1].rects[0]
    start = QPoint(round(left + width / 2), round(top + height / 2))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(0, 60))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))
    view.repaint()
    after = view.scene.panes[0].axes[1].viewport.scale
    assert after.low < before.low < before.high < after.high
    assert view.scene.panes[0].viewport.scale == prices
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
    view.repaint()
    assert view.scene.panes[0].axes[1].viewport.scale == before
    action(menu_of(desk, 0, 1, qtbot), "axis_menu.leave").trigger()
    assert [one.id for one in history.document.chart.panes[-1].indicators] == ["rsi"]
    assert history.document.chart.panes[-1].indicators[0].scale is None


def test_a_second_scale_is_called_by_its_indicators_name_in_the_language_of_the_window(desk, qtbot, qapp):
    before, history, view = QLocale(), desk.history, desk.window.view
    document = add_indicator(history.document, history.document.active, Indicator("aroon", "aroon"), own_pane=False)
    history.commit(document, "Aroon over the bars")
    qtbot.waitUntil(lambda: view.repaint() or len(view.scene.panes[0].axes) > 1)
    use_language(qapp, "zh_HK")
    try:
        leave = action(menu_of(desk, 0, 1, qtbot), "axis_menu.leave")
        leave.trigger()
        assert "阿隆指標" in leave.text()
        assert "阿隆指標" in history.undo_name
    finally:
        use_language(qapp, "en")
        QLocale.setDefault(before)


def test_a_right_click_on_the_time_axis_chooses_whose_times_are_told(desk, qtbot):
    time = desk.window.view.scene.layout.time
    action(menu_at(desk, time[0] + 50, time[1] + time[3] / 2, qtbot), "view.times_utc").trigger()
    assert desk.history.document.chart.times == "utc"
    clock = desk.window.findChild(QToolButton, "exchange_clock")
    assert clock.text().endswith("UTC")
    desk.window.commands.run("edit.undo")
    assert clock.text().endswith("UTC+8")


def test_a_date_is_asked_for_in_the_times_of_the_chart(desk, qtbot):
    document = desk.history.document
    desk.history.commit(set_chart(document, document.active, interval="1m", times="utc"), "Minutes")
    desk.show_bars()
    for times, zone in (("utc", "UTC"), ("exchange", "Asia/Hong Kong")):
        desk.history.commit(set_chart(desk.history.document, document.active, times=times), "Times")
        desk.window.commands.run("view.go_to")
        dialog = desk.window.findChildren(GoToDateDialog)[-1]
        assert zone in dialog.findChild(QLabel, "go_to_date_time_label").text()
        assert dialog.time.utcoffset() == (timedelta(0) if times == "utc" else timedelta(hours=8))
        dialog.reject()


def test_a_log_scale_that_cannot_be_is_linear_and_says_why(desk, qtbot):
    view, said = desk.window.view, []
    view.message.connect(said.append)
    why = "Linear for now: a logarithmic scale needs values above zero, and not all in view are"
    menu = menu_of(desk, 1, 0, qtbot)
    assert "axis_menu.why_linear" not in [one.objectName() for one in menu.actions()]
    action(menu, "axis_menu.log").trigger()
    view.repaint()
    assert said[-1:] == [why], "MACD swings about zero"
    menu = menu_of(desk, 1, 0, qtbot)
    assert action(menu, "axis_menu.log").isChecked()
    assert (action(menu, "axis_menu.why_linear").text(), action(menu, "axis_menu.why_linear").isEnabled()) == (why, False)
    action(menu, "axis_menu.auto").trigger()
    view.repaint()
    assert scale(desk, 1).low is not None
    assert view.scene.panes[1].viewport.scale.low == scale(desk, 1).low, "it may be held as it is"
    assert said.count(why) == 1, "said once, not with every picture"
    left, top, width, height = view.scene.panes[1].axes[0].rects[0]
    for place, last in ((QPoint(round(left + width / 2), round(top + height / 2)), why), (QPoint(200, 200), "")):
        qtbot.mouseMove(view, place)
        assert said[-1] == last
    desk.window.commands.run("edit.undo")
    view.repaint()
    assert not view.scene.panes[1].axes[0].why_linear
