"""Each tool as a hand uses it: chosen, placed with the mouse and by keys alone, moved, restyled, undone, saved, reopened."""

from __future__ import annotations

from itertools import groupby

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from charting.core import edits
from charting.core.codec import decode, encode
from charting.core.document import Drawing, Workspace
from charting.core.interval import Interval
from charting.core.resample import resample
from charting.core.timeaxis import TimeAxis
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Tool
from charting.drawings.sheet import handles, points_of
from charting.scene.series import Series
from gui import chart_edits
from gui.text_editor import TextEditor
from tests.gui.desk import Desk, demo_series, make_desk

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CLICKS = ((0.30, 0.55), (0.42, 0.35), (0.50, 0.50), (0.58, 0.30), (0.66, 0.45), (0.72, 0.28), (0.78, 0.40))
"""Where clicks go, by shares of the price pane: rising swings."""
GROUPS = {group: tuple(tools) for group, tools in groupby(TOOLS.values(), key=lambda tool: tool.group)}


@pytest.fixture
def bare(desk: Desk) -> Desk:
    """The window with nothing drawn, and without the magnet."""
    document = desk.history.document
    desk.history.load(replace(document, drawings={}))
    desk.window.view.hand.magnet = "off"
    desk.window.view.repaint()
    return desk


def place_of(desk: Desk, across: float, down: float) -> QPoint:
    scene = desk.window.view.scene
    assert scene is not None
    left, top, width, height = scene.panes[0].rect
    return QPoint(round(left + across * width), round(top + down * height))


def drawn(desk: Desk) -> tuple[Drawing, ...]:
    return chart_edits.active_drawings(desk.history.document)


def place(desk: Desk, tool: Tool) -> Drawing:
    """Choose a tool from the menu, click its points, and type a text where it asks for one."""
    view = desk.window.view
    view.select(())
    desk.window.commands.action(f"draw.{tool.kind}").trigger()
    assert view.hand.placing
    points = [place_of(desk, *click) for click in CLICKS]
    if tool.freehand:
        QTest.mouseMove(view, points[0])
        QTest.mousePress(view, LEFT, NONE, points[0])
        for point in points[1:]:
            QTest.mouseMove(view, point)
        QTest.mouseRelease(view, LEFT, NONE, points[-1])
    else:
        many = tool.max_anchors > tool.anchors
        for point in points[: 5 if many else tool.anchors]:
            QTest.mouseMove(view, point)
            QTest.mouseClick(view, LEFT, NONE, point)
        if many:
            QTest.keyClick(view, Qt.Key.Key_Return)
    type_text(desk)
    assert not view.hand.placing
    return drawn(desk)[-1]


def type_text(desk: Desk) -> None:
    QApplication.processEvents()
    for editor in desk.window.view.findChildren(TextEditor):
        if editor.isVisible():
            QTest.keyClicks(editor, "Words")
            QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def drag_handle(desk: Desk, drawing: Drawing) -> None:
    """Drag the last handle a little across and down."""
    view = desk.window.view
    view.select((drawing.id,))
    view.repaint()
    assert view.scene is not None
    projection = view.scene.projection
    x, y = handles(drawing, points_of(drawing, projection), projection)[-1].at
    start = QPoint(round(x), round(y))
    QTest.mouseMove(view, start)
    QTest.mousePress(view, LEFT, NONE, start)
    for step in (4, 12, 24):
        QTest.mouseMove(view, start + QPoint(step, step))
    QTest.mouseRelease(view, LEFT, NONE, start + QPoint(24, 24))


def choose_colour(desk: Desk) -> None:
    desk.window.editing.bar.follow()
    menu = desk.window.editing.bar.findChild(QMenu, "floating_bar_colour_menu")
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Pink").trigger()


@pytest.mark.parametrize("group", GROUPS)
def test_placed_moved_restyled_and_undone(bare: Desk, group: str) -> None:
    for tool in GROUPS[group]:
        document = bare.history.document
        placed = place(bare, tool)
        assert placed.kind == tool.makes
        assert drawn(bare) == (placed,), tool.kind
        assert bare.window.view.selection == (placed.id,)
        states = [document, bare.history.document]
        for edit in (lambda placed=placed: drag_handle(bare, placed), lambda: choose_colour(bare)):
            edit()
            assert bare.history.document != states[-1], tool.kind
            states.append(bare.history.document)
        assert drawn(bare)[0].stroke.colour == "pink"
        assert drawn(bare)[0].anchors != placed.anchors
        QTest.keyClick(bare.window.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        states.append(bare.history.document)
        assert [one.price for one in drawn(bare)[0].anchors] == [one.price for one in states[-2].drawings["HSTECH.HK"][0].anchors]
        for state in reversed(states[:-1]):
            bare.history.undo()
            assert bare.history.document.drawings == state.drawings, tool.kind
        for state in states[1:]:
            bare.history.redo()
            assert bare.history.document.drawings == state.drawings, tool.kind
        while bare.history.undo() is not None:
            pass


@pytest.mark.parametrize("group", GROUPS)
def test_placed_by_keys_alone(bare: Desk, group: str) -> None:
    """Arrows move a cursor that begins at the last bar, Enter sets a point where it is, and at the end finishes."""
    view = bare.window.view
    for tool in GROUPS[group]:
        view.select(())
        view.set_tool(tool.kind)
        many = tool.max_anchors > tool.anchors or tool.freehand
        for index in range(4 if many else tool.anchors):
            QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(view, Qt.Key.Key_Up if index % 2 else Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(view, Qt.Key.Key_Return)
        if view.hand.placing:
            QTest.keyClick(view, Qt.Key.Key_Return)
        type_text(bare)
        assert [one.kind for one in drawn(bare)] == [tool.makes], tool.kind
        assert len(drawn(bare)[0].anchors) >= tool.anchors
        while bare.history.undo() is not None:
            pass


def test_all_tools_saved_and_reopened(bare: Desk, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> None:
    for tool in TOOLS.values():
        place(bare, tool)
    assert [one.kind for one in drawn(bare)] == [tool.makes for tool in TOOLS.values()]
    read = decode(encode(bare.history.document))
    assert read == bare.history.document
    again = reopened(read, qtbot, tmp_path_factory)
    view, other = bare.window.view, again.window.view
    view.select(())
    other.resize(view.size())
    for one in (view, other):
        one.sight.reset()
        one.hand.hover(one.scene, 1.0, 1.0)
        one.repaint()
    assert view.scene is not None
    assert other.scene is not None
    shown = [[item.figures for item in one.scene.sheet.items] for one in (view, other)]
    assert shown[0] == shown[1]
    assert len(shown[0]) == len(TOOLS)
    again.window.close()


def reopened(document: Workspace, qtbot: QtBot, homes: pytest.TempPathFactory) -> Desk:
    again = make_desk(homes.mktemp("again"), document=document)
    qtbot.addWidget(again.window)
    again.window.resize(1280, 800)
    again.window.show()
    again.window.indicators.load_catalogue()
    again.show_bars()
    QApplication.processEvents()
    again.window.view.repaint()
    return again


def longer(interval: Interval) -> Series:
    daily = demo_series("HSTECH.HK")
    bars = resample(daily.bars, interval, daily.axis.calendar).bars
    return Series(daily.instrument, bars, TimeAxis(bars.time, interval, daily.axis.calendar), simulated=True, source="demo")


def test_drawings_show_on_another_interval_and_come_back(bare: Desk) -> None:
    """On weeks and back again every anchor is the same, bit for bit, and every drawing is on the chart."""
    for tool in TOOLS.values():
        place(bare, tool)
    drawings = drawn(bare)
    for interval in ("1wk", "1mo", "1d"):
        document = bare.history.document
        bare.history.commit(edits.set_chart(document, document.active, interval=interval), "Interval")
        bare.window.show_series(longer(Interval.parse(interval)))
        bare.window.view.repaint()
        assert drawn(bare) is drawings
        assert bare.window.view.scene is not None
        assert len(bare.window.view.scene.sheet.rows) == len(TOOLS)
