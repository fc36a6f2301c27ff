"""Small buttons at a pane's upper right corner that come with the pointer: drag, up, down, fold, fill the chart, close."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from charting.scene.chart import ChartScene
from charting.view import places
from charting.view.chart import ChartView
from charting.view.legend_drag import DragPane
from gui import icons
from gui.buttons import icon_button
from gui.commands import Commands
from gui.names import plain_title
from gui.translation import tr

COMMANDS = ("pane.up", "pane.down", "pane.fold", "pane.maximise", "pane.close")
ROOM = 220
"""Logical pixels from the pane's right edge within which the pointer brings the buttons."""
LINGER = 350
"""Milliseconds that the buttons stay when the pointer has left their part of the pane."""


class PaneBar(QFrame):
    """The buttons of the pane that the pointer is over; a chart of one pane needs none."""

    def __init__(self, view: ChartView, commands: Commands, point: Callable[[str], None]) -> None:
        super().__init__(view)
        self.setObjectName("pane_bar")
        self.setAccessibleName(tr("Buttons of the pane"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._view, self._commands, self._point = view, commands, point
        self._pane: int | None = None
        self._shown: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._grip = _Grip(view, self)
        row.addWidget(self._grip)
        self._buttons: dict[str, QToolButton] = {}
        for command_id in COMMANDS:
            command = commands[command_id]
            name = f"pane_bar_{command_id.removeprefix('pane.')}"
            title = plain_title(commands.action(command_id).text())
            button = icon_button(name, command.icon, title, partial(commands.run, command_id), self, 14)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFixedSize(22, 20)
            row.addWidget(button)
            self._buttons[command_id] = button
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER)
        self._linger.timeout.connect(self._leave)
        self.hide()
        view.installEventFilter(self)
        view.pictured.connect(self._follow)
        view.emptied.connect(self._leave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come with the pointer, and go with it."""
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._look(event.position(), pressed=event.buttons() != Qt.MouseButton.NoButton)
            case QEvent.Type.Leave:
                self._leave()
        return False

    def enterEvent(self, event: QEvent) -> None:
        """Stay while the pointer is here."""
        self._linger.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go in a moment."""
        self._linger.start()

    def _look(self, place: QPointF, *, pressed: bool) -> None:
        scene, ratio = self._view.scene, self._view.devicePixelRatioF()
        if scene is None or len(scene.panes) < 2 or self._view.hand.placing or pressed:
            self._leave()
            return
        index = places.pane_at(scene, place.x() * ratio, place.y() * ratio)
        if index is None:
            return
        rect = scene.panes[index].rect
        self._point(scene.panes[index].pane.id)
        near = place.x() > (rect[0] + rect[2]) / ratio - ROOM
        if near:
            self._linger.stop()
            self._show(index)
        elif index != self._pane:
            self._leave()
        elif self.isVisible() and not self._linger.isActive():
            self._linger.start()

    def _leave(self) -> None:
        self._linger.stop()
        self._pane = None
        self.hide()

    def _show(self, index: int) -> None:
        scene = self._view.scene
        assert scene is not None
        pane, rect, ratio = scene.panes[index].pane, scene.panes[index].rect, self._view.devicePixelRatioF()
        if rect[3] / ratio < 22:
            self._leave()
            return
        self._pane, self._shown = index, _state(scene, index)
        self._grip.pane = pane.id
        self._grip.setVisible(not scene.chart.maximised)
        for command_id, button in self._buttons.items():
            action = self._commands.action(command_id)
            button.setVisible(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(plain_title(action.text()))
        self._buttons["pane.fold"].setIcon(icons.icon("caret-down" if pane.collapsed else "caret-up"))
        self._buttons["pane.maximise"].setIcon(icons.icon("arrows-in" if scene.chart.maximised else "corners-out"))
        self.adjustSize()
        right, top = (rect[0] + rect[2]) / ratio, rect[1] / ratio
        self.move(round(right) - self.width() - 6, round(top) + min(6, round((rect[3] / ratio - self.height()) / 2)))
        self.show()
        self.raise_()

    def _follow(self) -> None:
        scene = self._view.scene
        if self._pane is None or (scene is not None and self._shown == _state(scene, self._pane)):
            return
        if scene is None or not 0 <= self._pane < len(scene.panes) or len(scene.panes) < 2:
            self._leave()
        else:
            self._show(self._pane)


def _state(scene: ChartScene, index: int) -> object:
    """All that the buttons of a pane depend on: most frames change nothing of it."""
    panes = tuple((one.pane.id, one.pane.collapsed, one.rect) for one in scene.panes)
    return index, scene.chart.maximised, panes


class _Grip(QToolButton):
    """The handle that a pane is dragged by."""

    def __init__(self, view: ChartView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane_bar_grip")
        self.setAccessibleName(tr("Drag to move this pane"))
        self.setToolTip(tr("Drag to move this pane"))
        self.setIcon(icons.icon("dots-six-vertical"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(18, 20)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._view = view
        self._drag: DragPane | None = None
        self.pane = ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the pane."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = DragPane(self._view, self._view.legend, self.pane)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The gap it would go to lights up; the crosshair comes along, as over the chart."""
        if self._drag is not None:
            self._drag.move(*self._place(event))
            self._view.point_at(*self._place(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it there."""
        drag, self._drag = self._drag, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if drag is not None:
            drag.release(*self._place(event))
            self._view.point_at(*self._place(event))

    def _place(self, event: QMouseEvent) -> tuple[float, float]:
        place, ratio = self._view.mapFromGlobal(event.globalPosition()), self._view.devicePixelRatioF()
        return place.x() * ratio, place.y() * ratio
