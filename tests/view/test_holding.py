"""What a hand holds stays in it, and under it, while wheels, keys, bars and dialogs come in between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.interval import WEEK
from charting.core.resample import resample
from charting.scene.navigation import Span
from charting.view.chart import ChartView
from tests.scene.making import series_of, walk
from tests.view.test_chart import LEFT, anchor_place, drag, draw, drawn, scene, view, wheel

__all__ = ["view"]

RIGHT = Qt.MouseButton.RightButton


def slot_at(view: ChartView, x: float) -> float:
    return scene(view).price_pane.viewport.slot(x)


def hover(view: ChartView, place: QPoint) -> None:
    """The pointer moves with no button held, as after one that came up over a dialog."""
    none = Qt.MouseButton.NoButton
    at, modifiers = QPointF(place), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, modifiers))


@pytest.fixture
def panned(qtbot: QtBot, view: ChartView) -> ChartView:
    """A chart that is being dragged, by 40 pixels so far."""
    view.sight.move(Span(100.0, 200.0))
    scene(view)
    drag(qtbot, view, QPoint(300, 300), QPoint(340, 300), release=False)
    return view


def test_the_wheel_zooms_a_chart_in_the_hand(qtbot: QtBot, panned: ChartView) -> None:
    wheel(panned, 340, 300, -2)
    width, held = panned.sight.span.width, slot_at(panned, 340)
    assert width > 120
    qtbot.mouseMove(panned, QPoint(400, 300))
    assert panned.sight.span.width == pytest.approx(width)
    assert slot_at(panned, 400) == pytest.approx(held, abs=0.2)
    qtbot.mouseRelease(panned, LEFT, pos=QPoint(400, 300))


def test_the_wheel_zooms_while_the_time_axis_is_in_the_hand(qtbot: QtBot, view: ChartView) -> None:
    view.sight.move(Span(100.0, 200.0))
    y = round(scene(view).layout.time[1]) + 5
    drag(qtbot, view, QPoint(300, y), QPoint(340, y), release=False)
    wheel(view, 340, y, -2)
    width = view.sight.span.width
    qtbot.mouseMove(view, QPoint(341, y))
    assert view.sight.span.width == pytest.approx(width, rel=0.01)
    qtbot.mouseRelease(view, LEFT, pos=QPoint(341, y))


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Plus])
def test_a_key_moves_a_chart_in_the_hand_and_the_hand_goes_on_from_there(qtbot: QtBot, panned: ChartView, key: Qt.Key) -> None:
    qtbot.keyClick(panned, key)
    there = panned.sight.span
    qtbot.mouseMove(panned, QPoint(339, 300))
    width = scene(panned).price_pane.viewport.slot_width
    assert panned.sight.span.first == pytest.approx(there.first + 1 / width, abs=0.01)
    assert panned.sight.span.width == pytest.approx(there.width)
    qtbot.mouseRelease(panned, LEFT, pos=QPoint(339, 300))


def test_other_bars_come_under_the_hand(qtbot: QtBot, panned: ChartView) -> None:
    daily = series_of(walk(400))
    panned.set_series(series_of(resample(daily.bars, WEEK, daily.axis.calendar).bars))
    there = panned.sight.span
    qtbot.mouseMove(panned, QPoint(341, 300))
    assert panned.sight.span.last == pytest.approx(there.last, abs=0.5)
    qtbot.mouseRelease(panned, LEFT, pos=QPoint(341, 300))


def test_a_button_that_came_up_elsewhere_ends_a_drag(qtbot: QtBot, panned: ChartView) -> None:
    hover(panned, QPoint(500, 300))
    rests = panned.sight.span
    hover(panned, QPoint(600, 300))
    assert panned.sight.span == rests
    qtbot.mouseRelease(panned, LEFT, pos=QPoint(600, 300))
    assert panned.sight.span == rests


def test_a_date_gone_to_during_a_drag_stays_in_view(qtbot: QtBot, panned: ChartView) -> None:
    panned.sight.move(Span(10.0, 110.0))
    hover(panned, QPoint(500, 300))
    assert panned.sight.span == Span(10.0, 110.0)


def test_another_button_does_nothing_while_a_hand_holds_the_chart(qtbot: QtBot, panned: ChartView) -> None:
    asked: list[object] = []
    panned.context_requested.connect(lambda *told: asked.append(told))
    before, width = panned.sight.span, scene(panned).price_pane.viewport.slot_width
    qtbot.mousePress(panned, RIGHT, pos=QPoint(340, 300))
    qtbot.mouseRelease(panned, RIGHT, pos=QPoint(340, 300))
    assert not asked
    qtbot.mouseMove(panned, QPoint(360, 300))
    assert panned.sight.span.first == pytest.approx(before.first - 20 / width, abs=0.01)
    qtbot.mouseRelease(panned, LEFT, pos=QPoint(360, 300))


@pytest.mark.parametrize("part", ["end", "middle"])
def test_a_drawing_stays_in_the_hand_when_the_chart_is_zoomed(qtbot: QtBot, view: ChartView, part: str) -> None:
    view.sight.move(Span(100.0, 200.0))
    draw(qtbot, view, "trend_line", (300, 300), (500, 200))
    start, end = (anchor_place(view, drawn(view)[0], index) for index in (0, 1))
    place = start if part == "end" else (start + end) / 2
    drag(qtbot, view, place, place + QPoint(40, 20), release=False)
    wheel(view, place.x() + 40, place.y() + 20, -3)
    scene(view)
    target = place + QPoint(60, 30)
    qtbot.mouseMove(view, target)
    qtbot.mouseRelease(view, LEFT, pos=target)
    start, end = (anchor_place(view, drawn(view)[0], index) for index in (0, 1))
    held = start if part == "end" else (start + end) / 2
    width = scene(view).price_pane.viewport.slot_width
    assert abs(held.x() - target.x()) <= 1.5 * width + 1
    assert abs(held.y() - target.y()) <= 8


def test_a_line_that_is_drawn_in_one_stroke_ends_under_the_pointer_after_a_zoom(qtbot: QtBot, view: ChartView) -> None:
    view.sight.move(Span(100.0, 200.0))
    scene(view)
    view.set_magnet("off")
    view.set_tool("trend_line")
    drag(qtbot, view, QPoint(300, 300), QPoint(400, 250), release=False)
    wheel(view, 400, 250, -3)
    scene(view)
    qtbot.mouseMove(view, QPoint(420, 240))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(420, 240))
    end = anchor_place(view, drawn(view)[0], 1)
    assert abs(end.x() - 420) <= scene(view).price_pane.viewport.slot_width
    assert abs(end.y() - 240) <= 1


def test_bars_that_come_leave_the_chart_where_it_is_under_a_drawing_in_the_hand(qtbot: QtBot, view: ChartView) -> None:
    draw(qtbot, view, "trend_line", (300, 300), (500, 200))
    place, before = anchor_place(view, drawn(view)[0], 0), view.sight.span
    drag(qtbot, view, place, place + QPoint(20, 20), release=False)
    for count in (401, 402):
        view.set_series(series_of(walk(402).slice(0, count)))
    assert view.sight.span == before
    qtbot.mouseRelease(view, LEFT, pos=place + QPoint(20, 20))
    view.set_series(series_of(walk(403)))
    assert view.sight.span == before.moved(1)


def test_a_drawing_that_goes_while_it_is_dragged_leaves_nothing_in_the_hand(qtbot: QtBot, view: ChartView) -> None:
    draw(qtbot, view, "trend_line", (300, 300), (500, 200))
    place = anchor_place(view, drawn(view)[0], 0)
    drag(qtbot, view, place, place + QPoint(20, 20), release=False)
    view.history.undo()
    assert view.hand.moving == ()
    qtbot.mouseMove(view, place + QPoint(40, 40))
    qtbot.mouseRelease(view, LEFT, pos=place + QPoint(40, 40))
    assert drawn(view) == ()
    assert view.history.undo_name is None
