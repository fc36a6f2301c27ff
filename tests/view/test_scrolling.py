"""Wheels, fingers and pinches: each does what hands expect of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.document import Scale, Workspace
from charting.core.edits import edit_pane
from charting.core.history import History
from charting.core.theme import theme
from charting.scene.navigation import Span
from charting.view.chart import ChartView
from tests.scene.making import chart, series_of, walk

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
BEGIN, UPDATE, END, MOMENTUM = (
    Qt.ScrollPhase.ScrollBegin,
    Qt.ScrollPhase.ScrollUpdate,
    Qt.ScrollPhase.ScrollEnd,
    Qt.ScrollPhase.ScrollMomentum,
)
PLACE = QPointF(300, 200)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A chart that shows bars 100 to 200 of 400."""
    made = chart()
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    widget.set_series(series_of(walk(400)))
    widget.sight.move(Span(100, 200))
    widget.repaint()
    yield widget
    widget.close_workers()


@cache
def touchpad() -> QPointingDevice:
    kind, finger = QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger
    able = QInputDevice.Capability.Position | QInputDevice.Capability.Scroll | QInputDevice.Capability.PixelScroll
    return QPointingDevice("touchpad", 77, kind, finger, able, 5, 3)


def turn(view: ChartView, up: float, across: float = 0, held: Qt.KeyboardModifier = NONE, place: QPointF = PLACE) -> None:
    angle = QPoint(round(across * 120), round(up * 120))
    _send(view, QWheelEvent(place, view.mapToGlobal(place), QPoint(), angle, *_rest(held, Qt.ScrollPhase.NoScrollPhase)))


def swipe(
    view: ChartView, across: int, up: int, phase: Qt.ScrollPhase = UPDATE, time: int = 0, held: Qt.KeyboardModifier = NONE
) -> None:
    pixels = QPoint(across, up)
    event = QWheelEvent(PLACE, view.mapToGlobal(PLACE), pixels, pixels * 2, *_rest(held, phase))
    event.setTimestamp(time)
    _send(view, event)


def pinch(view: ChartView, share: float, kind: Qt.NativeGestureType = Qt.NativeGestureType.ZoomNativeGesture) -> None:
    place = view.mapToGlobal(PLACE)
    event = QNativeGestureEvent(kind, touchpad(), 2, PLACE, place, place, share, QPointF())
    QApplication.sendEvent(view, event)
    view.repaint()


def _rest(held: Qt.KeyboardModifier, phase: Qt.ScrollPhase) -> tuple[Qt.MouseButton, Qt.KeyboardModifier, Qt.ScrollPhase, bool]:
    return Qt.MouseButton.NoButton, held, phase, False


def _send(view: ChartView, event: QWheelEvent) -> None:
    QApplication.sendEvent(view, event)
    view.repaint()


def slot_at(view: ChartView, place: QPointF = PLACE) -> float:
    assert view.scene is not None
    return view.scene.panes[0].viewport.slot(place.x() * view.devicePixelRatioF())


def lock(view: ChartView) -> None:
    document = view.history.document
    locked = Scale(low=4000.0, high=6000.0)
    view.history.amend(edit_pane(document, "chart", "pane0", lambda pane: replace(pane, scale=locked)))
    view.repaint()


def test_a_wheel_zooms_about_the_cursor(view: ChartView) -> None:
    before = slot_at(view)
    turn(view, 1)
    assert view.sight.span.width == pytest.approx(100 / 1.2)
    assert slot_at(view) == pytest.approx(before)


def test_near_the_newest_bar_a_wheel_keeps_the_right_edge_but_ctrl_zooms_finely_about_the_cursor(view: ChartView) -> None:
    view.sight.to_end()
    view.repaint()
    edge, width = view.sight.span.last, view.sight.span.width
    turn(view, 1)
    assert view.sight.span.last == pytest.approx(edge)
    before = slot_at(view)
    turn(view, -1, held=CONTROL)
    assert view.sight.span.width == pytest.approx(width / 1.2 * 1.05)
    assert slot_at(view) == pytest.approx(before)


def test_shift_and_sideways_wheels_pan(view: ChartView) -> None:
    turn(view, 1, held=SHIFT)
    assert view.sight.span == Span(90, 190)
    turn(view, 0, -1)
    assert view.sight.span == Span(100, 200)


def test_a_wheel_over_a_price_axis_scales_it(view: ChartView) -> None:
    assert view.scene is not None
    axis = view.scene.panes[0].axes[0].rects[0]
    place = QPointF(axis[0] + axis[2] / 2, 200)
    before, span = view.scene.panes[0].viewport.scale, view.sight.span
    turn(view, 1, place=place)
    scale = view.chart.panes[0].scale
    assert scale.low is not None
    assert scale.high is not None
    assert scale.high - scale.low == pytest.approx((before.high - before.low) / 1.1)
    assert view.sight.span == span


def test_fingers_push_the_chart_along_pixel_by_pixel(view: ChartView) -> None:
    before = slot_at(view)
    swipe(view, 0, 0, BEGIN)
    swipe(view, 30, 2)
    swipe(view, 20, -1)
    assert slot_at(view, PLACE + QPointF(50, 0)) == pytest.approx(before)
    assert view.sight.span.width == pytest.approx(100)


def test_a_swipe_keeps_to_the_direction_it_began_in(view: ChartView) -> None:
    swipe(view, 0, 0, BEGIN)
    swipe(view, 1, 12)
    narrower = view.sight.span.width
    assert narrower < 100
    swipe(view, 40, 1)
    assert view.sight.span.width < narrower
    swipe(view, 0, 0, END)
    swipe(view, 0, 0, BEGIN)
    swipe(view, 12, 1)
    width = view.sight.span.width
    swipe(view, 1, 40)
    assert view.sight.span.width == pytest.approx(width)


def test_where_the_scale_was_set_by_hand_fingers_push_it_both_ways(view: ChartView) -> None:
    lock(view)
    assert view.scene is not None
    price, slot = view.scene.panes[0].viewport.price(200.0), slot_at(view)
    swipe(view, 0, 0, BEGIN)
    swipe(view, 25, 40)
    assert view.scene.panes[0].viewport.price(240.0) == pytest.approx(price)
    assert slot_at(view, PLACE + QPointF(25, 0)) == pytest.approx(slot)


def test_lifted_fingers_let_the_chart_glide_once(view: ChartView, qtbot: QtBot) -> None:
    swipe(view, 0, 0, BEGIN, 1000)
    for time in range(1010, 1060, 10):
        swipe(view, -30, 0, UPDATE, time)
    lifted = view.sight.span
    swipe(view, 0, 0, END, 1060)
    qtbot.waitUntil(lambda: view.sight.span.first > lifted.first + 1)
    swipe(view, -5, 0, MOMENTUM, 1070)
    stopped = view.sight.span
    qtbot.wait(60)
    assert view.sight.span == stopped, "the system lets the swipe run out by itself"
    swipe(view, 0, 0, END, 1080)
    qtbot.wait(60)
    assert view.sight.span == stopped
    view.sight.keep()


def test_fingers_that_rest_before_they_are_lifted_leave_the_chart_where_it_is(view: ChartView, qtbot: QtBot) -> None:
    swipe(view, 0, 0, BEGIN, 1000)
    swipe(view, -30, 0, UPDATE, 1010)
    swipe(view, -30, 0, UPDATE, 1020)
    rested = view.sight.span
    swipe(view, 0, 0, END, 1500)
    qtbot.wait(60)
    assert view.sight.span == rested


@pytest.mark.parametrize("share", [0.25, -0.2, -0.7])
def test_a_pinch_zooms_about_the_fingers(view: ChartView, share: float) -> None:
    before = slot_at(view)
    pinch(view, share)
    assert view.sight.span.width == pytest.approx(100 / (1 + share))
    assert slot_at(view) == pytest.approx(before)


def test_a_pinch_that_begins_stops_what_glides(view: ChartView, qtbot: QtBot) -> None:
    view.sight.flick(400)
    pinch(view, 0, Qt.NativeGestureType.BeginNativeGesture)
    span = view.sight.span
    qtbot.wait(60)
    assert view.sight.span == span


def test_pinching_there_and_back_is_where_it_was(view: ChartView) -> None:
    before = view.sight.span
    pinch(view, 0.25)
    pinch(view, -0.2)
    assert view.sight.span.first == pytest.approx(before.first)
    assert view.sight.span.last == pytest.approx(before.last)
