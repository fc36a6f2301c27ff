"""Wheels, touchpads and pinches: what turning, swiping and spreading fingers do to the view.

A wheel zooms, as everywhere in charts. Fingers on a touchpad give small steps in both directions: sideways they push the
chart along. Up and down they push it too where its scale was set by hand; while the scale follows the bars there is nothing
to push, and they zoom as the wheel does, so that touchpads without pinching can zoom as well. A swipe keeps to the direction
that it began in. Where the system lets a swipe run out by itself, the chart does not glide on top of that.
"""

from __future__ import annotations

from collections import deque

import msgspec
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from charting.scene.chart import ChartScene
from charting.view import places
from charting.view.gestures import scale_of, set_axis_scale, set_scale, shifted_scale, stretched_scale
from charting.view.stage import Stage

NOTCH = 120.0
"""What a wheel reports for one of its notches."""
WHEEL, FINE, PRICE = 1.2, 1.05, 1.1
"""By how much a notch zooms: usually, finely with Ctrl, and over a price axis."""
STEP = 0.1
"""Share of the view that a notch with Shift pans by."""
FINGERS = 1 / 240
"""Doublings of the view a logical pixel that fingers go up or down."""
FLICK = 80
"""Milliseconds before the fingers are lifted whose movement makes a flick."""


class Scrolling:
    """What has been scrolled in one chart so far; only a touchpad's swipe is remembered, while it lasts."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._across: bool | None = None
        self._ran_out = False
        self._trace: deque[tuple[int, float]] = deque(maxlen=8)

    def wheel(self, scene: ChartScene, event: QWheelEvent) -> None:
        """Do what a wheel or fingers say."""
        ratio = self._stage.devicePixelRatioF()
        x, y = event.position().x() * ratio, event.position().y() * ratio
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_touchpad(event) and not control:
            self._swipe(scene, event, x, y)
        else:
            self._turn(scene, event, x, y, fine=control)

    def pinch(self, scene: ChartScene, event: QNativeGestureEvent) -> bool:
        """Zoom about the fingers; whether the gesture was one for the chart."""
        match event.gestureType():
            case Qt.NativeGestureType.BeginNativeGesture:
                self._stage.sight.stop()
            case Qt.NativeGestureType.ZoomNativeGesture:
                x = event.position().x() * self._stage.devicePixelRatioF()
                self._zoom(scene, 1 / max(0.2, 1 + event.value()), x, pinned=False)
            case _:
                return False
        return True

    def _turn(self, scene: ChartScene, event: QWheelEvent, x: float, y: float, *, fine: bool) -> None:
        up, across = event.angleDelta().y() / NOTCH, event.angleDelta().x() / NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(across) > abs(up):
            self._stage.sight.pan(-(across or up) * self._stage.sight.span.width * STEP)
        elif (axis := places.axis_at(scene, x, y)) is not None:
            index, shown = axis
            stretched = stretched_scale(shown.viewport.scale, PRICE**-up)
            scale = msgspec.structs.replace(scale_of(scene, index, shown), low=stretched.low, high=stretched.high)
            set_axis_scale(self._stage.history, scene, index, shown, scale)
        elif up:
            self._zoom(scene, (FINE if fine else WHEEL) ** -up, x, pinned=not fine)

    def _swipe(self, scene: ChartScene, event: QWheelEvent, x: float, y: float) -> None:
        moved = _logical(event)
        match event.phase():
            case Qt.ScrollPhase.ScrollBegin:
                self._across, self._ran_out = None, False
                self._trace.clear()
                self._stage.sight.stop()
            case Qt.ScrollPhase.ScrollMomentum:
                self._ran_out = True
                self._stage.sight.stop()
            case Qt.ScrollPhase.ScrollEnd:
                self._lift(scene, event.timestamp())
                return
            case Qt.ScrollPhase.NoScrollPhase:
                self._across = None  # nothing tells where one swipe ends and the next begins
        if not moved.x() and not moved.y():
            return
        if self._across is None:
            self._across = abs(moved.x()) >= abs(moved.y())
        self._push(scene, moved, x, y)
        self._trace.append((event.timestamp(), moved.x()))

    def _push(self, scene: ChartScene, moved: QPointF, x: float, y: float) -> None:
        ratio = self._stage.devicePixelRatioF()
        index = places.pane_at(scene, x, y)
        scale = None if index is None else scene.chart.panes[index].scale
        if index is not None and scale is not None and scale.low is not None:
            viewport = scene.panes[index].viewport
            shifted = shifted_scale(viewport.scale, moved.y() * ratio / viewport.height)
            set_scale(self._stage.history, scene, index, msgspec.structs.replace(scale, low=shifted.low, high=shifted.high))
        elif not self._across:
            self._zoom(scene, 2.0 ** (-moved.y() * FINGERS), x)
            return
        self._stage.sight.pan(-moved.x() * ratio / scene.price_pane.viewport.slot_width)

    def _lift(self, scene: ChartScene, now: int) -> None:
        """The fingers were lifted: the chart glides on, unless the system lets the swipe run out."""
        recent = [(time, way) for time, way in self._trace if now - time <= FLICK]
        self._trace.clear()
        if self._ran_out or not self._across or len(recent) < 2 or recent[-1][0] <= recent[0][0]:
            return
        seconds = (recent[-1][0] - recent[0][0]) / 1000
        speed = sum(way for _, way in recent[1:]) * self._stage.devicePixelRatioF() / seconds
        self._stage.sight.flick(-speed / scene.price_pane.viewport.slot_width)

    def _zoom(self, scene: ChartScene, factor: float, x: float, *, pinned: bool = True) -> None:
        self._stage.sight.zoom(factor, scene.price_pane.viewport.slot(x), pinned=pinned)


def is_touchpad(event: QWheelEvent) -> bool:
    """Whether fingers scroll: they report pixels or phases, or the system knows the device."""
    known = event.device().type() == QInputDevice.DeviceType.TouchPad
    return known or event.hasPixelDelta() or event.phase() != Qt.ScrollPhase.NoScrollPhase


def _logical(event: QWheelEvent) -> QPointF:
    """How far the fingers went in logical pixels, from the angle of a wheel where only that is told."""
    if event.hasPixelDelta():
        return QPointF(event.pixelDelta())
    angle = event.angleDelta()
    return QPointF(angle.x() / 2, angle.y() / 2)
