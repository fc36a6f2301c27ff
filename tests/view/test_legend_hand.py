"""The legend and the lines of indicators under a real mouse: open, select, remove, fold, drag to other panes, undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from charting.core.document import Compared, Indicator, Workspace
from charting.core.edits import set_chart
from charting.core.history import History
from charting.core.theme import theme
from charting.scene.legend_layout import Subject
from charting.view.chart import ChartView
from tests.scene.making import chart, series_of, walk
from tests.view.legend_hands import LEFT, drag, in_pane, line_of, name_of


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A chart with volume and two averages over the bars, an RSI and a MACD below."""
    over = (Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 50}), Indicator("ema", "ema"))
    made = chart(over, (Indicator("rsi", "rsi"),), (Indicator("macd", "macd"),))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    widget.show()
    widget.set_series(series_of(walk(400)))

    def complete() -> bool:
        widget.repaint()
        return widget.scene is not None and all(one.values is not None for pane in widget.scene.panes for one in pane.plotted)

    qtbot.waitUntil(complete)
    yield widget
    widget.close_workers()


def shown(view: ChartView) -> list[list[str]]:
    return [[one.id for one in pane.indicators] for pane in view.chart.panes]


def on_line(view: ChartView, slot: int = 350) -> QPoint:
    """A place on the SMA's line."""
    view.repaint()
    assert view.scene is not None
    pane = view.scene.panes[0]
    (sma,) = (one for one in pane.plotted if one.indicator.id == "sma")
    assert sma.values is not None
    return QPoint(round(pane.viewport.x(float(slot))), round(pane.viewport.y(float(sma.values["sma"][slot]))))


def test_a_line_opens_under_the_pointer_and_closes_behind_it(qtbot: QtBot, view: ChartView) -> None:
    told: list[object] = []
    view.legend.opened_changed.connect(told.append)
    qtbot.mouseMove(view, name_of(view, "sma"))
    assert view.legend.opened == Subject("sma")
    qtbot.mouseMove(view, name_of(view, "rsi"))
    assert view.legend.opened == Subject("rsi")
    qtbot.mouseMove(view, in_pane(view, 0))
    assert view.legend.opened is None
    assert len(told) == 3
    assert told[-1] is None


def test_the_legend_stays_shut_while_something_is_drawn(qtbot: QtBot, view: ChartView) -> None:
    view.set_tool("trend_line")
    qtbot.mouseMove(view, name_of(view, "sma"))
    assert view.legend.opened is None
    qtbot.mouseClick(view, LEFT, pos=name_of(view, "sma"))
    assert view.legend.selected is None
    assert view.hand.placing


def test_a_click_selects_and_del_removes_and_undo_brings_it_back(qtbot: QtBot, view: ChartView) -> None:
    qtbot.mouseClick(view, LEFT, pos=name_of(view, "sma"))
    assert view.legend.selected == Subject("sma")
    assert view.legend.remove()
    assert shown(view) == [["volume", "ema"], ["rsi"], ["macd"]]
    assert view.legend.selected is None
    assert view.history.undo_name == "Remove SMA 50"
    view.history.undo()
    assert shown(view)[0] == ["volume", "sma", "ema"]
    assert not view.legend.remove()


def test_a_click_on_its_line_selects_it_and_a_drag_there_moves_the_chart(qtbot: QtBot, view: ChartView) -> None:
    place = on_line(view)
    qtbot.mouseClick(view, LEFT, pos=place)
    assert view.legend.selected == Subject("sma")
    qtbot.mouseClick(view, LEFT, pos=in_pane(view, 1, 0.02))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.legend.selected is None
    before = view.sight.span
    drag(qtbot, view, place, place - QPoint(80, 0))
    assert view.legend.selected is None
    assert view.sight.span.first > before.first


def test_drawings_and_indicators_are_not_selected_together(qtbot: QtBot, view: ChartView) -> None:
    view.set_tool("horizontal_line")
    qtbot.mouseClick(view, LEFT, pos=in_pane(view, 0, 0.3))
    assert view.selection
    qtbot.mouseClick(view, LEFT, pos=name_of(view, "ema"))
    assert view.legend.selected == Subject("ema")
    assert not view.selection
    (line,) = view.drawings()
    view.select((line.id,))
    assert view.legend.selected is None


def test_a_double_click_and_a_right_click_ask_for_more(qtbot: QtBot, view: ChartView) -> None:
    settings: list[object] = []
    menus: list[object] = []
    bare: list[object] = []
    view.legend.settings_requested.connect(settings.append)
    view.legend.menu_requested.connect(lambda subject, _: menus.append(subject))
    view.context_requested.connect(lambda drawing, _: bare.append(drawing))
    qtbot.mouseDClick(view, LEFT, pos=name_of(view, "rsi"))
    qtbot.mouseDClick(view, LEFT, pos=on_line(view))
    assert settings == [Subject("rsi"), Subject("sma")]
    assert not view.chart.maximised
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=on_line(view))
    assert menus == [Subject("sma")]
    assert view.legend.selected == Subject("sma")
    assert not bare


def test_a_line_of_the_legend_is_dragged_to_another_pane(qtbot: QtBot, view: ChartView) -> None:
    drag(qtbot, view, name_of(view, "sma"), in_pane(view, 1))
    assert shown(view) == [["volume", "ema"], ["rsi", "sma"], ["macd"]]
    assert view.history.undo_name == "Move SMA 50"
    assert view.chart.panes[1].indicators[1].scale is not None, "prices would press an RSI flat"
    drag(qtbot, view, name_of(view, "sma"), in_pane(view, 0))
    assert shown(view) == [["volume", "ema", "sma"], ["rsi"], ["macd"]]
    assert view.chart.panes[0].indicators[2].scale is None
    view.history.undo()
    view.history.undo()
    assert shown(view) == [["volume", "sma", "ema"], ["rsi"], ["macd"]]


def test_dragged_to_an_edge_it_gets_a_pane_of_its_own(qtbot: QtBot, view: ChartView) -> None:
    drag(qtbot, view, name_of(view, "ema"), in_pane(view, 2, 0.98))
    assert shown(view) == [["volume", "sma"], ["rsi"], ["macd"], ["ema"]]
    drag(qtbot, view, name_of(view, "volume"), in_pane(view, 1, 0.03))
    assert shown(view) == [["sma"], ["volume"], ["rsi"], ["macd"], ["ema"]]


def test_the_only_line_of_a_pane_takes_it_along(qtbot: QtBot, view: ChartView) -> None:
    panes = view.chart.panes
    drag(qtbot, view, name_of(view, "macd"), in_pane(view, 1, 0.03))
    assert view.chart.panes == (panes[0], panes[2], panes[1])


def test_the_place_it_would_go_to_lights_up_and_escape_leaves_everything(qtbot: QtBot, view: ChartView) -> None:
    before = view.history.document
    drag(qtbot, view, name_of(view, "sma"), in_pane(view, 2), release=False)
    target = view.legend.target
    assert target is not None
    assert target.place is not None
    assert target.place.pane == view.chart.panes[2].id
    qtbot.mouseMove(view, in_pane(view, 0))
    assert view.legend.target is not None
    assert view.legend.target.place is None, "it stands there already"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.legend.target is None
    qtbot.mouseRelease(view, LEFT, pos=in_pane(view, 2))
    assert view.history.document is before


def test_a_long_legend_folds_with_a_click_and_undo_leaves_that_alone(qtbot: QtBot, view: ChartView) -> None:
    many = tuple(Indicator(f"wma{index}", "wma", {"period": 5 + index}) for index in range(4))
    panes = (*view.chart.panes[:1], *view.chart.panes[1:])
    panes = (type(panes[0])(panes[0].id, indicators=(*panes[0].indicators, *many)), *panes[1:])
    view.history.commit(set_chart(view.history.document, "chart", panes=panes), "Add")
    view.repaint()
    assert view.scene is not None
    (fold,) = (line for line in view.legend.lines(view.scene) if line.folds)
    qtbot.mouseClick(view, LEFT, pos=QPoint(round(fold.run.x) + 2, round(fold.run.y)))
    assert view.chart.panes[0].legend_folded
    view.repaint()
    assert not [line for line in view.legend.lines(view.scene) if line.pane == 0 and line.subject]
    assert view.history.undo_name == "Add"


def test_a_compared_series_is_hidden_and_taken_off(qtbot: QtBot, view: ChartView) -> None:
    from charting.view import subjects

    compared = Compared("^HSI", "demo", "cyan")
    view.history.commit(set_chart(view.history.document, "chart", compare=(compared,)), "Compare")
    subject = Subject(symbol="^HSI", source="demo")
    subjects.toggle_visible(view.history, "chart", subject)
    assert not view.chart.compare[0].visible
    subjects.recolour(view.history, "chart", subject, "pink")
    assert view.chart.compare[0].colour == "pink"
    view.legend.select(subject)
    assert view.legend.remove()
    assert view.chart.compare == ()
    view.history.undo()
    assert view.chart.compare[0].colour == "pink"


def test_moving_the_crosshair_over_the_legend_paints_no_picture_anew(qtbot: QtBot, view: ChartView) -> None:
    view.repaint()
    frames = view.frames
    for id_ in ("volume", "sma", "rsi", "macd"):
        qtbot.mouseMove(view, name_of(view, id_))
        qtbot.mouseClick(view, LEFT, pos=name_of(view, id_))
        view.repaint()
    assert view.frames == frames
    assert line_of(view, "macd").subject == Subject("macd")


def test_a_key_asks_for_the_menu_of_what_is_selected(qtbot: QtBot, view: ChartView) -> None:
    asked: list[object] = []
    view.context_requested.connect(lambda drawing, _: asked.append(drawing))
    view.legend.menu_requested.connect(lambda subject, _: asked.append(subject))
    qtbot.keyClick(view, Qt.Key.Key_Menu)
    view.legend.select(Subject("macd"))
    qtbot.keyClick(view, Qt.Key.Key_Menu)
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [None, Subject("macd"), Subject("macd")]
