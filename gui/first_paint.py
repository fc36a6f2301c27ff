"""What can wait until the chart has been painted for the first time, so that nothing stands between the user and the bars."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from charting.view.canvas import Canvas

PATIENCE = 1000
"""Milliseconds after which waiting ends, painted or not: there may be no bars to paint."""


class FirstPaint(QObject):
    """Runs calls in turn once a chart has been painted with bars; later ones at once."""

    def __init__(self, view: Canvas) -> None:
        super().__init__(view)
        self._waiting: list[Callable[[], object]] | None = []
        self._view = view
        # Queued, so that the picture has reached the screen before anything else is done.
        view.pictured.connect(self._go, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(PATIENCE, self, self._go)

    def then(self, call: Callable[[], object]) -> None:
        """Run ``call`` after the first paint."""
        if self._waiting is None:
            call()
        else:
            self._waiting.append(call)

    def _go(self) -> None:
        if self._waiting is None:
            return
        waiting, self._waiting = self._waiting, None
        self._view.pictured.disconnect(self._go)
        for call in waiting:
            call()
