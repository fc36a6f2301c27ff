"""What can wait until the chart has been painted for the first time, so that nothing stands between the user and the bars."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from charting.view.canvas import Canvas

PATIENCE = 1000
"""Milliseconds after which waiting ends, painted or not: there may be no bars to paint."""


class FirstPaint(QObject):
    """Runs calls once a chart has been painted with bars, each in a turn of its own so that hands are answered in between."""

    def __init__(self, view: Canvas) -> None:
        super().__init__(view)
        self._waiting: deque[Callable[[], object]] = deque()
        self._painted = False
        self._view = view
        # Queued, so that the picture has reached the screen before anything else is done.
        view.pictured.connect(self._go, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(PATIENCE, self, self._go)

    @property
    def done(self) -> bool:
        """Whether nothing waits any more."""
        return self._painted and not self._waiting

    def then(self, call: Callable[[], object]) -> None:
        """Run ``call`` after the first paint and what waits already; at once if nothing does any more.

        What it returns says whether there is more of it to do: while that is True it is called again.
        """
        self._waiting.append(call)
        if self._painted and len(self._waiting) == 1:
            self._next()

    def _go(self) -> None:
        if not self._painted:
            self._painted = True
            self._view.pictured.disconnect(self._go)
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        more: object = False
        try:
            more = self._waiting[0]()  # first until it is done, so that what it asks to be run comes after the rest
        finally:
            if more is not True:
                self._waiting.popleft()
            if self._waiting:
                QTimer.singleShot(0, self, self._next)
