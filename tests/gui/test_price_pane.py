"""The pane of the bars is moved like any other, and what is about prices goes on being about the bars."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from charting.core.codec import decode, encode
from charting.core.document import Chart, Indicator, Scale, WatchlistItem, Workspace
from charting.core.edits import add_indicator, remove_indicator
from charting.core.pane_edits import move_pane
from charting.indicators.catalogue import kind_of
from charting.view.chart import ChartView
from gui import chart_edits, comparing
from gui.axis_menu import open_axis_menu
from gui.indicator_shelf import put_on, taken_from
from tests.gui.desk import Desk
from tests.gui.documents import workspace
from tests.gui.test_indicator_scope import card, choose
from tests.view.legend_hands import LEFT, in_pane


def three_panes() -> Workspace:
    """RSI above the bars, with an average over them, and MACD below."""
    document = workspace()
    for indicator in chart_edits.active_indicators(document):
        document = remove_indicator(document, document.active, indicator.id)
    for kind, own in (("sma", False), ("rsi", True), ("macd", True)):
        document = add_indicator(document, document.active, Indicator(kind, kind), own_pane=own)
    return move_pane(document, document.active, document.chart.price_pane.id, 2)


def kinds(chart: Chart) -> list[str]:
    return [" ".join(one.kind for one in pane.indicators) for pane in chart.panes]


EDITS: dict[str, Callable[[Workspace], Workspace]] = {
    "log": lambda document: chart_edits.set_scale_kind(document, "log"),
    "inverted": chart_edits.invert_scale,
    "held": lambda document: chart_edits.set_scale_bounds(document, (1.0, 2.0)),
    "freed by another adjustment": lambda document: chart_edits.set_adjustment(
        chart_edits.set_scale_bounds(document, (1.0, 2.0)), "full"
    ),
    "freed by comparing": lambda document: comparing.toggle_compared(
        chart_edits.set_scale_bounds(document, (1.0, 2.0)), WatchlistItem("^HSI", "demo")
    ),
    "an indicator over the bars": lambda document: chart_edits.put_indicator(document, kind_of("bbands")),
    "an indicator in a pane of its own": lambda document: chart_edits.put_indicator(document, kind_of("atr")),
}


@pytest.mark.parametrize("name", EDITS)
def test_edits_of_the_bars_find_their_pane(name: str) -> None:
    """Each does to a moved pane what it does to the first one."""
    moved = three_panes()
    pane_id = moved.chart.price_pane.id
    first = move_pane(moved, moved.active, pane_id, 0)
    after, usual = EDITS[name](moved).chart, EDITS[name](first).chart
    wanted = usual.price_pane
    assert after.price_index == 1
    assert [pane.scale for pane in after.panes if pane.id != pane_id] == [Scale()] * (len(after.panes) - 1)
    assert after.price_pane.scale == wanted.scale
    assert [one.kind for one in after.price_pane.indicators] == [one.kind for one in wanted.indicators]
    assert (after.adjustment, after.compare) == (usual.adjustment, usual.compare)


def test_a_document_keeps_where_its_bars_stand_and_older_ones_have_them_first() -> None:
    document = three_panes()
    assert decode(encode(document)) == document
    older = encode(document).replace(b"bars_pane", b"unknown_to_it")
    assert decode(older).chart.price_index == 0
    assert b"bars_pane" not in encode(workspace()), "a file of an earlier version stays as it was"


def test_a_set_of_indicators_keeps_what_stands_above_the_bars() -> None:
    document = three_panes()
    taken = taken_from(document)
    assert [one.kind for one in taken.indicators] == ["rsi", "sma", "macd"]
    other = chart_edits.set_scale_kind(workspace(), "log")
    put = put_on(other, taken).chart
    assert kinds(put) == ["rsi", "sma", "macd"]
    assert put.price_pane.scale.kind == "log"
    assert put.price_pane.id == other.chart.price_pane.id
    back = put_on(put_on(other, taken), taken_from(workspace())).chart
    assert (back.price_index, back.bars_pane) == (0, "")


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> ChartView:
    """The desk's chart with three panes, that of the bars in the middle."""
    chart = three_panes().chart
    document = desk.history.document
    shown = replace(desk.history.document.chart, panes=chart.panes, bars_pane=chart.bars_pane)
    desk.history.commit(replace(document, charts=(shown,)), "Add")

    def complete() -> bool:
        desk.window.view.repaint()
        return desk.window.view.scene is not None and len(desk.window.view.scene.panes) == 3

    qtbot.waitUntil(complete)
    return desk.window.view


def order(desk: Desk) -> list[str]:
    chart = desk.history.document.chart
    return ["bars" if index == chart.price_index else kinds(chart)[index] for index in range(len(chart.panes))]


def test_keys_and_buttons_move_the_pane_of_the_bars(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    view.setFocus()
    qtbot.mouseMove(view, in_pane(view, 1, 0.7))
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    for key, wanted in (
        (down, ["rsi", "macd", "bars"]),
        (down, ["rsi", "macd", "bars"]),
        (up, ["rsi", "bars", "macd"]),
        (up, ["bars", "rsi", "macd"]),
        (up, ["bars", "rsi", "macd"]),
    ):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
        view.repaint()
        assert order(desk) == wanted
    for wanted in (["rsi", "bars", "macd"], ["rsi", "macd", "bars"], ["rsi", "bars", "macd"]):
        desk.history.undo()
        assert order(desk) == wanted
    enabled = {name: desk.window.commands.action(f"pane.{name}").isEnabled() for name in ("up", "down", "fold", "close")}
    assert enabled == {"up": True, "down": True, "fold": False, "close": False}, "there is no chart without its bars"


def test_the_grip_drags_the_pane_of_the_bars(desk: Desk, view: ChartView, qtbot: QtBot) -> None:
    scene = view.scene
    assert scene is not None
    rect = scene.panes[1].rect
    qtbot.mouseMove(view, QPoint(round(rect[2]) - 120, round(rect[1]) + 60))
    grip = desk.window.findChild(QToolButton, "pane_bar_grip")
    assert grip is not None
    assert grip.isVisible()
    qtbot.mousePress(grip, LEFT)
    goal = grip.mapFrom(view, in_pane(view, 2, 0.9))
    qtbot.mouseMove(grip, goal)
    assert view.legend.target is not None
    qtbot.mouseRelease(grip, LEFT, pos=goal)
    assert order(desk) == ["rsi", "macd", "bars"]
    assert desk.history.undo_name == "Move a pane"
    view.repaint()
    place = view.cursor_place
    assert place is not None
    assert place.pane == 2, "the crosshair stands where the pane was dropped"


def test_the_menu_of_its_axis_offers_what_counts_from_a_first_price(desk: Desk, view: ChartView) -> None:
    offered = {}
    for index in range(3):
        scene = view.scene
        assert scene is not None
        open_axis_menu(desk.window, (index, scene.panes[index].axes[0]), QPoint(300, 300))
        menu = desk.window.findChildren(QMenu, "axis_menu")[-1]
        offered[index] = {action.objectName() for action in menu.actions()}
        menu.close()
    assert [("axis_menu.percent" in offered[index]) for index in range(3)] == [False, True, False]
    desk.window.commands.run("view.percent")
    assert desk.history.document.chart.panes[1].scale.kind == "percent"
    assert desk.window.commands.action("view.percent").isChecked()
    desk.window.commands.run("view.auto_scale")
    assert desk.history.document.chart.panes[1].scale.low is not None


def test_an_indicator_is_laid_over_the_bars_and_back(desk: Desk, view: ChartView) -> None:
    view.legend.select(next(line.subject for line in view.legend.lines(view.scene) if line.subject.indicator == "rsi"))
    desk.window.commands.run("indicator.to_bars")
    assert kinds(desk.history.document.chart) == ["sma rsi", "macd"]
    assert desk.history.document.chart.price_index == 0
    desk.history.undo()
    assert order(desk) == ["rsi", "bars", "macd"]
    desk.window.commands.run("indicator.below")
    assert kinds(desk.history.document.chart) == ["sma rsi", "macd"]


def test_the_choice_of_a_pane_begins_with_that_of_the_bars(desk: Desk, view: ChartView) -> None:
    box = card(desk, "rsi").findChild(QComboBox, "indicator_pane")
    panes = desk.history.document.chart.panes
    assert [box.itemText(row) for row in range(box.count())] == ["Over the bars", "Its own", "With MACD 12 26 9"]
    assert [box.itemData(row) for row in range(box.count())] == [panes[1].id, panes[0].id, panes[2].id]
    scale = card(desk, "rsi").findChild(QComboBox, "indicator_scale")
    assert scale.isEnabled()
    choose(box, panes[1].id)
    assert (scale.currentData(), scale.isEnabled()) == ("own", False)
    choose(box, "new")
    assert kinds(desk.history.document.chart) == ["sma", "macd", "rsi"]
