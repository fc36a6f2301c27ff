"""Says in the status line why a scale is linear although another kind was chosen: when it becomes so, and when pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from charting.view import places
from charting.view.chart import ChartView
from gui.translation import tr


class ScaleNotice(QObject):
    """Watches the axes of one chart."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view)
        self._view = view
        self._linear: frozenset[tuple[str, str, str]] = frozenset()
        self._pointed = ""
        view.pictured.connect(self._look)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say it again for an axis that the pointer comes to."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and (self._linear or self._pointed):
            self._point(event)
        return False

    def _look(self) -> None:
        """After each picture: what was not linear before is told."""
        scene = self._view.scene
        axes = [] if scene is None else [(pane.pane.id, axis) for pane in scene.panes for axis in pane.axes if pane.rect[3]]
        now = {(pane_id, axis.indicator, axis.chosen): axis.why_linear for pane_id, axis in axes if axis.why_linear}
        fresh = [why for key, why in now.items() if key not in self._linear]
        self._linear = frozenset(now)
        if fresh:
            self._view.message.emit(tr(fresh[0]))

    def _point(self, event: QMouseEvent) -> None:
        scene, ratio = self._view.scene, self._view.devicePixelRatioF()
        at = None if scene is None else places.axis_at(scene, event.position().x() * ratio, event.position().y() * ratio)
        why = "" if at is None else at[1].why_linear
        if why != self._pointed:
            self._pointed = why
            self._view.message.emit(tr(why) if why else "")
