"""The buttons, menus and settings that the window brings to the chart's legend and panes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from charting.core.document import Chart, Indicator
from charting.core.edits import add_indicator
from charting.scene.legend_layout import Subject
from charting.view.chart import ChartView
from gui import comparing
from gui.docks.indicator_card import IndicatorCard
from tests.gui.desk import Desk
from tests.view.legend_hands import LEFT, drag, in_pane, name_of


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> ChartView:
    """The desk's chart with an RSI below its MACD."""
    document = desk.history.document
    desk.history.commit(add_indicator(document, document.active, Indicator("rsi", "rsi"), own_pane=True), "Add")

    def complete() -> bool:
        scene = desk.window.view.scene
        desk.window.view.repaint()
        return scene is not None and len(scene.panes) == 3

    qtbot.waitUntil(complete)
    return desk.window.view


def chart(desk: Desk) -> Chart:
    return desk.history.document.chart


def ids(desk: Desk) -> list[list[str]]:
    return [[one.kind for one in pane.indicators] for pane in chart(desk).panes]


def button(desk: Desk, name: str) -> QToolButton:
    found = desk.window.findChild(QToolButton, name)
    assert found is not None
    return found


def bar(desk: Desk, name: str) -> QWidget:
    found = desk.window.view.findChild(QWidget, name)
    assert found is not None
    return found


def test_the_buttons_come_to_the_line_under_the_pointer_and_act_on_it(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    legend_bar = bar(desk, "legend_bar")
    assert not legend_bar.isVisible()
    place = name_of(view, "rsi")
    qtbot.mouseMove(view, place)
    assert legend_bar.isVisible()
    assert abs(legend_bar.geometry().center().y() - place.y()) <= 3
    assert legend_bar.x() > place.x()
    assert button(desk, "legend_visible").accessibleName() == "Hide RSI 14"
    qtbot.mouseClick(button(desk, "legend_visible"), LEFT)
    assert not chart(desk).panes[2].indicators[0].visible
    view.repaint()
    assert button(desk, "legend_visible").accessibleName() == "Show RSI 14"
    qtbot.mouseClick(button(desk, "legend_remove"), LEFT)
    assert len(ids(desk)) == 2
    view.repaint()
    assert not legend_bar.isVisible()
    desk.history.undo()
    desk.history.undo()
    assert chart(desk).panes[2].indicators[0].visible
    qtbot.mouseMove(view, in_pane(view, 0))
    assert not legend_bar.isVisible()


def test_settings_open_the_card_of_the_indicator(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    desk.window.indicators.hide()
    qtbot.mouseMove(view, in_pane(view, 0))
    qtbot.mouseMove(view, name_of(view, "rsi"))
    qtbot.mouseClick(button(desk, "legend_settings"), LEFT)
    assert desk.window.indicators.isVisible()
    card = desk.window.findChild(IndicatorCard, "indicator_rsi")
    assert card is not None
    assert card.is_open
    area = desk.window.findChild(QScrollArea, "indicators_area")
    assert area is not None
    assert 0 <= card.mapTo(area, QPoint()).y() <= area.height() - 30, "its name is in view"


def test_the_buttons_of_a_pane_come_to_its_corner_and_act_on_it(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    scene = view.scene
    assert scene is not None
    pane_bar, rect = bar(desk, "pane_bar"), scene.panes[1].rect
    qtbot.mouseMove(view, QPoint(round(rect[2]) - 120, round(rect[1]) + 60))
    assert pane_bar.isVisible()
    assert rect[1] <= pane_bar.y() < rect[1] + 20
    assert pane_bar.geometry().right() <= rect[2]
    assert button(desk, "pane_bar_up").isVisible()
    qtbot.mouseClick(button(desk, "pane_bar_down"), LEFT)
    assert ids(desk)[1:] == [["rsi"], ["macd"]]
    assert desk.history.undo_name == "Move a pane"
    desk.history.undo()
    qtbot.mouseClick(button(desk, "pane_bar_fold"), LEFT)
    assert chart(desk).panes[1].collapsed
    view.repaint()
    qtbot.mouseClick(button(desk, "pane_bar_fold"), LEFT)
    qtbot.mouseClick(button(desk, "pane_bar_maximise"), LEFT)
    assert chart(desk).maximised == chart(desk).panes[1].id
    qtbot.mouseClick(button(desk, "pane_bar_maximise"), LEFT)
    assert chart(desk).maximised == ""
    view.repaint()
    qtbot.mouseClick(button(desk, "pane_bar_close"), LEFT)
    assert ids(desk)[1:] == [["rsi"]]
    desk.history.undo()
    assert ids(desk)[1:] == [["macd"], ["rsi"]]


def test_a_pane_is_dragged_by_its_grip(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    scene = view.scene
    assert scene is not None
    rect = scene.panes[2].rect
    qtbot.mouseMove(view, QPoint(round(rect[2]) - 120, round(rect[1]) + 30))
    grip = button(desk, "pane_bar_grip")
    qtbot.mousePress(grip, LEFT)
    goal = grip.mapFrom(view, in_pane(view, 1, 0.2))
    qtbot.mouseMove(grip, goal)
    assert view.legend.target is not None
    qtbot.mouseRelease(grip, LEFT, pos=goal)
    assert ids(desk)[1:] == [["rsi"], ["macd"]]


def test_the_menu_offers_what_can_be_done(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=name_of(view, "rsi"))
    menu = desk.window.findChild(QMenu, "legend_menu")
    assert menu is not None
    offered = {action.objectName() for action in menu.actions() if action.objectName()}
    assert {"indicator.settings", "indicator.hide", "indicator.above", "indicator.to_bars", "indicator.remove"} <= offered
    assert "indicator.below" not in offered
    assert "indicator.own_pane" not in offered
    menu.close()
    desk.window.commands.run("indicator.to_bars")
    assert ids(desk)[0][-1] == "rsi"
    assert len(ids(desk)) == 2
    desk.window.commands.run("indicator.own_pane")
    assert ids(desk)[1] == ["rsi"]
    desk.window.commands.run("indicator.below")
    assert ids(desk)[1] == ["macd", "rsi"]


def test_a_compared_series_has_its_buttons_and_a_menu_of_colours(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    from charting.core.document import WatchlistItem

    other = WatchlistItem("^HSI", "demo")
    desk.history.commit(comparing.toggle_compared(desk.history.document, other), "Compare")
    subject = Subject(symbol="^HSI", source="demo")
    desk.window.chart_legend.open_menu(subject, QPoint(300, 300))
    menu = desk.window.findChild(QMenu, "legend_menu")
    assert menu is not None
    colours = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert isinstance(colours, QMenu)
    pink = next(action for action in colours.actions() if action.text() == "Pink")
    pink.trigger()
    assert chart(desk).compare[0].colour == "pink"
    menu.close()


def test_a_drag_hides_the_buttons(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    drag(qtbot, view, name_of(view, "rsi"), in_pane(view, 0), release=False)
    assert not bar(desk, "legend_bar").isVisible()
    assert not bar(desk, "pane_bar").isVisible()
    qtbot.mouseRelease(view, LEFT, pos=in_pane(view, 0))
    assert ids(desk)[0][-1] == "rsi"


def test_commands_mean_the_pane_that_the_pointer_was_over_last(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, in_pane(view, 2, 0.7))
    qtbot.mouseMove(view, in_pane(view, 1, 0.7))
    desk.window.commands.run("pane.maximise")
    assert chart(desk).maximised == chart(desk).panes[1].id
    desk.window.commands.run("pane.maximise")
    qtbot.mouseMove(view, in_pane(view, 2, 0.7))
    desk.window.commands.run("pane.up")
    assert ids(desk)[1:] == [["rsi"], ["macd"]]
