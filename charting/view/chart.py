"""The chart widget: a canvas that hands can move and draw on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QWidget

from charting.core.document import Workspace
from charting.core.history import History
from charting.core.theme import Theme
from charting.drawings.snapping import Magnet
from charting.scene.chart import ChartScene
from charting.scene.navigation import Span
from charting.scene.overlay import Cursor
from charting.scene.primitives import Primitive, Rect
from charting.scene.series import Series
from charting.view import keys, places, regions
from charting.view.canvas import Canvas
from charting.view.gestures import Grip
from charting.view.hand import Hand
from charting.view.legend_hand import LegendHand
from charting.view.picture import Picture
from charting.view.scrolling import Scrolling

HOLDING = Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton
"""The buttons that drag."""


class ChartView(Canvas):
    """One chart under the user's hands; see :class:`Canvas` for what it shows.

    ``tool_changed`` tells the kind of the tool in the hand or None, ``selection_changed`` the selected ids, ``message`` a
    line for the status bar, ``context_requested`` the id of a drawing or None and where, ``edit_requested`` the id of a
    drawing that was double-clicked.
    """

    tool_changed = Signal(object)
    selection_changed = Signal(object)
    message = Signal(str)
    context_requested = Signal(object, object)
    edit_requested = Signal(str)

    def __init__(self, history: History, chart_id: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(history, chart_id, theme, parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hand = Hand(self)
        self.legend = LegendHand(self, self)
        self.selection_changed.connect(lambda ids: self.legend.select(None) if ids else None)
        self._scrolling = Scrolling(self)
        self._grip = Grip(self.sight)
        self._drawn_on = ""
        self._shape: Qt.CursorShape | None = None
        self._touched_last: tuple[tuple[Rect, ...], Cursor | None, QRegion] | None = None
        self.emptied.connect(lambda: self.legend.open(None))
        self.installEventFilter(self)
        history.changed.connect(self._follow)

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected drawings."""
        return self.hand.selection.ids

    def select(self, ids: tuple[str, ...]) -> None:
        """Select drawings by id."""
        self.hand.selection.set(ids)

    @property
    def held(self) -> frozenset[str]:
        """Ids of drawings that are being dragged."""
        return self.hand.held

    def held_primitives(self, scene: ChartScene, picture: Picture, *, marks: bool = True) -> tuple[Primitive, ...]:
        """The drawing under way, drawings being dragged, handles, and what is selected or dragged of the legend."""
        look = picture.look(scene.chart, scene.series)
        if not marks:
            return self.hand.primitives(scene, look, marks=False)
        return (*self.legend.primitives(scene, look), *self.hand.primitives(scene, look))

    def set_series(self, series: Series | None, notice: str = "", span: Span | None = None) -> None:
        """As :class:`Canvas` says; what a hand has of another instrument is let go."""
        if not self.same_instrument(series):
            self._grip.cancel()
            self.hand.drop()
        if series is not None and series.instrument.symbol != self._drawn_on:
            self._drawn_on = series.instrument.symbol
            self.hand.forget_points()
        super().set_series(series, notice, span)

    def set_tool(self, kind: str | None) -> None:
        """Take a drawing tool into the hand, or put it away."""
        self.hand.take(kind)

    def set_magnet(self, mode: Magnet) -> None:
        """Snap points to prices: off, weak (near ones) or strong."""
        self.hand.magnet = mode

    def reset_view(self) -> None:
        """The latest bars, and scales that follow them."""
        self.sight.reset()
        places.release_scales(self.history, self.chart)

    def go_to(self, time: datetime) -> None:
        """Bring a time (aware) to the middle."""
        self.sight.centre(time)

    def show_last(self, days: float | None) -> None:
        """The latest days, or everything."""
        self.sight.show_days(days)

    def close_workers(self) -> None:
        """Keep the view, end the threads and follow the document no more."""
        super().close_workers()
        self.history.changed.disconnect(self._follow)

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.charts is not after.charts or before.active != after.active:
            if not any(chart.id == self.chart_id for chart in after.charts):
                self.chart_id = after.active
                self.sight.chart_id = after.active
            self.legend.forget_gone()
            self.sight.follow()  # first, since a view that rests on the workspace before is kept when the bars change
            self.reshape()
            self.refresh()
        if before.drawings is not after.drawings:
            if self.hand.moving:  # what is in the hand is not what it was when it was taken
                self._grip.cancel()
            self.refresh()
        self.hand.selection.forget_gone(before, after)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag, place a point, or select."""
        scene = self.scene
        if scene is None or (self._grip.busy and event.buttons() & ~event.button()):
            return  # a hand that holds something does nothing else
        self._grip.cancel()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        x, y = self._device(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            place = event.globalPosition().toPoint()
            if places.on_axis(scene, x, y):
                self.axis_requested.emit(places.axis_at(scene, x, y), place)
                return
            found = (self.hand.active and self.hand.cancel()) or self.hand.select_at(scene, x, y)
            subject = None if found else self.legend.at(scene, x, y)
            if subject is not None:
                self.legend.select(subject)
                self.legend.menu_requested.emit(subject, place)
            elif found is not True:
                self.context_requested.emit(found, place)
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            left = event.button() == Qt.MouseButton.LeftButton
            self.sight.stop()
            self._grip.take(places.begin(self, self.hand, scene, x, y, event.modifiers(), tools=left))
            self.point_at(x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag, or move the crosshair."""
        x, y = self._device(event.position())
        self.hand.modifiers = event.modifiers()
        if not event.buttons() & HOLDING:
            self._grip.cancel()  # the button came up over a dialog, which kept it to itself
        if self._grip.busy:
            self._grip.move(x, y)
        elif self.scene is not None:
            self.hand.hover(self.scene, x, y)
            if not self.hand.placing:
                self.legend.hover(self.scene, x, y)
        self.point_at(x, y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        if event.buttons() & HOLDING:
            return
        x, y = self._device(event.position())
        if self._grip.release(x, y):
            self.point_at(x, y)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On an axis: back to automatic. On a drawing: its properties. While placing: an ordinary click."""
        scene = self.scene
        if scene is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.hand.placing:
            self.mousePressEvent(event)
            return
        x, y = self._device(event.position())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        drawing = places.double_click(self, self.hand, scene, x, y, control=control)
        if drawing is not None:
            self.edit_requested.emit(drawing)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or pan, see :mod:`charting.view.scrolling`."""
        if self.scene is not None:
            self._scrolling.wheel(self.scene, event)
            event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pinch with two fingers on a touchpad."""
        if isinstance(event, QNativeGestureEvent) and self.scene is not None and self._scrolling.pinch(self.scene, event):
            event.accept()
            return True
        return False

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the crosshair."""
        self.legend.open(None)
        self.place_cursor(None)
        self.refresh_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, Esc; everything else is the window's."""
        if event.key() == Qt.Key.Key_Escape and self._grip.busy:
            self._grip.cancel()
        elif not keys.press(self, self.hand, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Shift and Ctrl, let go, mean no more."""
        keys.turn(self.hand, event)
        super().keyReleaseEvent(event)

    def _device(self, position: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    def point_at(self, x: float, y: float) -> None:
        """Show the crosshair at a place (device pixels), and the pointer's shape that fits it."""
        scene = self.scene
        if scene is None:
            return
        touched = self._touched(scene)
        self.place_cursor(places.cursor(scene, x, y))
        shape = places.shape(self, self.hand, scene, x, y, busy=self._grip.busy)
        if shape is not self._shape:  # Qt takes each one for a new one
            self._shape = shape
            self.setCursor(shape)
        if self.hand.active:
            self.refresh_overlay()
        else:  # what it takes is known without a look at what is painted
            self.update(touched.united(self._touched(scene)))

    def _touched(self, scene: ChartScene) -> QRegion:
        """What depends on the crosshair as it is placed now; where one move of the pointer ends the next begins."""
        boxes, known = self.legend.boxes(scene), self._touched_last
        if known is None or known[0] is not boxes or known[1] is not self.cursor_place:
            region = regions.touched(scene, self.cursor_place, boxes, self.devicePixelRatioF())
            known = self._touched_last = (boxes, self.cursor_place, region)
        return known[2]
