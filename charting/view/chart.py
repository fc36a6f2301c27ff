"""The chart widget: shows one chart of the document and lets hands move it and draw on it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from charting.core.document import Chart, Drawing, Indicator, Workspace
from charting.core.history import History
from charting.core.theme import Theme
from charting.drawings.snapping import Magnet, Surroundings
from charting.scene.chart import ChartScene, View, legend_of
from charting.scene.overlay import Cursor, crosshair, cursor_row
from charting.scene.plots import Values
from charting.scene.primitives import Primitive
from charting.scene.series import Series
from charting.view import keys, places
from charting.view.computing import Computing
from charting.view.empty import paint_notice
from charting.view.gestures import Gesture
from charting.view.hand import Hand
from charting.view.painter import paint
from charting.view.picture import Inputs, Picture
from charting.view.sight import Sight


class ChartView(QWidget):
    """Shows one chart of a history's document.

    The widget keeps nothing that should last: drawings and indicators are the document's, the span in view goes there
    as soon as it rests. Everything is painted into a pixmap that is kept until something in it changes; what follows
    the pointer is painted above it.
    """

    tool_changed = Signal(object)
    selection_changed = Signal(object)
    message = Signal(str)
    context_requested = Signal(object, object)
    edit_requested = Signal(str)

    def __init__(self, history: History, chart_id: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setAccessibleName(self.tr("Chart"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 200)
        self.history = history
        self.sight = Sight(history, chart_id, self)
        self.hand = Hand(self)
        self._chart_id = chart_id
        self._theme = theme
        self._series: Series | None = None
        self._notice = ""
        self._picture: Picture | None = None
        self._stale = True
        self.frames = 0
        self._cursor: Cursor | None = None
        self._touched = QRegion()
        self._gesture: Gesture | None = None
        self._computing = Computing(self)
        self._computing.ready.connect(self.refresh)
        self.sight.moved.connect(self.refresh)
        history.changed.connect(self._follow)

    # What the window asks of it

    @property
    def chart(self) -> Chart:
        """The chart this widget shows."""
        document = self.history.document
        return next((chart for chart in document.charts if chart.id == self._chart_id), document.chart)

    @property
    def series(self) -> Series | None:
        """The bars on show."""
        return self._series

    @property
    def scene(self) -> ChartScene | None:
        """The scene as painted last, None while there is nothing to show."""
        return None if self._picture is None or self._series is None else self._picture.scene

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected drawings."""
        return self.hand.selection

    def select(self, ids: tuple[str, ...]) -> None:
        """Select drawings by id."""
        self.hand.select(ids)

    def delete_selection(self) -> None:
        """Remove the selected drawings, but for locked ones, as one step."""
        self.hand.delete()

    def set_theme(self, theme: Theme) -> None:
        """Show another theme."""
        self._theme = theme
        self._picture = None
        self.refresh()

    def set_series(self, series: Series | None, notice: str = "") -> None:
        """Show other bars, or an empty chart with a sentence that says why."""
        same = series is not None and self._series is not None and series.instrument.symbol == self._series.instrument.symbol
        if not same:
            self._computing.forget()
            self.hand.drop()
        self._series, self._notice = series, notice
        self.sight.show(series)
        self.refresh()

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

    def zoom(self, factor: float) -> None:
        """Show ``factor`` times as many bars."""
        self.sight.zoom(factor)

    def pan(self, bars: float) -> None:
        """Shift to later bars."""
        self.sight.pan(bars)

    def go_to(self, time: datetime) -> None:
        """Bring a time (aware) to the middle."""
        self.sight.centre(time)

    def show_last(self, days: float | None) -> None:
        """The latest days, or everything."""
        self.sight.show_days(days)

    def close_workers(self) -> None:
        """Keep the view and end the threads; the widget is not used afterwards."""
        self.sight.keep()
        self.history.changed.disconnect(self._follow)
        self._computing.close()

    # Frames

    def refresh(self) -> None:
        """Paint everything anew in the next frame; any number of calls makes one frame."""
        self._stale = True
        self.update()

    def refresh_overlay(self) -> None:
        """Paint what lies above the picture anew in the next frame."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, anew where it is stale, and what follows the pointer above it."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()  # a painter left open by an exception takes the process along

    def _paint(self, painter: QPainter) -> None:
        if self._series is None:
            paint_notice(painter, self.rect(), self._notice, self._theme)
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.pixel_ratio != ratio:
            self._picture = Picture(self._theme, self.font(), ratio)
            self._stale = True
        if self._stale:
            self.frames += 1
            self._picture.repaint(self._inputs(self._series, ratio), self._lookup)
            self._stale = False
        scene = self._picture.scene
        if scene is None:
            return
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawPixmap(0, 0, self._picture.pixmap)
        paint(painter, self._above(scene), self._picture.type)

    def _inputs(self, series: Series, ratio: float) -> Inputs:
        size = (max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        view = View(self.sight.span.first, self.sight.span.last, size)
        return Inputs(self.chart, self.drawings(), series, view, self.hand.held)

    def _above(self, scene: ChartScene) -> tuple[Primitive, ...]:
        assert self._picture is not None
        look = self._picture.look(scene.series.instrument.timezone)
        found = [*self.hand.primitives(scene, look), *legend_of(scene, cursor_row(scene, self._cursor), look)]
        if self._cursor is not None:
            found += crosshair(scene, self._cursor, look)
        return tuple(found)

    def _lookup(self, indicator: Indicator) -> Values | None:
        assert self._series is not None
        return self._computing.lookup(self._series.bars, indicator)

    # The document

    def drawings(self) -> tuple[Drawing, ...]:
        """The instrument's drawings, lowest first."""
        return self.history.document.drawings.get(self.chart.symbol, ())

    def surroundings(self, scene: ChartScene, without: frozenset[str]) -> Surroundings:
        """What the magnet may catch besides bars: the price pane's indicators, and drawings but those named."""
        indicators = {
            f"{shown.label} {plot.title}".strip(): shown.values[plot.name]
            for shown in scene.panes[0].plotted
            if shown.values is not None and shown.kind.pane == "overlay"
            for plot in shown.kind.plots
            if plot.name in shown.values
        }
        others = [item.drawing for item in scene.sheet.items if item.drawing.id not in without]
        return Surroundings(indicators, others)

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.charts is not after.charts or before.active != after.active:
            if not any(chart.id == self._chart_id for chart in after.charts):
                self._chart_id = after.active
                self.sight.chart_id = after.active
            self.sight.follow()
            self.refresh()
        if before.drawings is not after.drawings:
            self.hand.forget_gone()
            self.refresh()

    # Gestures

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag, place a point, or select."""
        scene = self.scene
        if scene is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        x, y = self._device(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            found = self.hand.cancel() or self.hand.select_at(scene, x, y)
            if found is not True:
                self.context_requested.emit(found, event.globalPosition().toPoint())
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            left = event.button() == Qt.MouseButton.LeftButton
            self._gesture = places.begin(self, scene, x, y, event.modifiers(), tools=left)
            self._show_pointer(x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag, or move the crosshair."""
        x, y = self._device(event.position())
        self.hand.modifiers = event.modifiers()
        if self._gesture is not None:
            self._gesture.move(x, y)
        elif self.scene is not None:
            self.hand.hover(self.scene, x, y)
        self._show_pointer(x, y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            x, y = self._device(event.position())
            gesture.release(x, y)
            self._show_pointer(x, y)

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
        drawing = places.double_click(self, scene, x, y, control=control)
        if drawing is not None:
            self.edit_requested.emit(drawing)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the cursor; pan with Shift or a horizontal wheel."""
        scene = self.scene
        if scene is None:
            return
        delta, across = event.angleDelta().y(), event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(across) > abs(delta):
            self.sight.pan(-(across or delta) / 120 * self.sight.span.width * 0.1)
        elif delta:
            x, _ = self._device(event.position())
            self.sight.zoom(1.2 ** (-delta / 120), scene.panes[0].viewport.slot(x))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the crosshair."""
        self._cursor = None
        self.refresh_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, Esc; everything else is the window's."""
        if event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self._gesture.cancel()
            self._gesture = None
        elif not keys.press(self, event):
            super().keyPressEvent(event)

    def _device(self, position: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    def _show_pointer(self, x: float, y: float) -> None:
        scene = self.scene
        if scene is None:
            return
        self._cursor = places.cursor(scene, x, y)
        self.setCursor(places.shape(self, scene, x, y, busy=self._gesture is not None))
        region = places.touched(scene, self._cursor, self.devicePixelRatioF())
        if self.hand.active:
            self.update()
        else:
            self.update(self._touched.united(region))
        self._touched = region

    def to_global(self, x: float, y: float) -> QPoint:
        """A place in device pixels on the screen."""
        ratio = self.devicePixelRatioF()
        return self.mapToGlobal(QPoint(round(x / ratio), round(y / ratio)))

    def sizeHint(self) -> QSize:
        """Large: the chart is what the window is for."""
        return QSize(900, 600)
