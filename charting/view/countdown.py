"""Counts down the time left to the last bar's close, once a second and only while there is something to count."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from charting.core.countdown import time_left
from charting.scene.series import Series


class Countdown(QObject):
    """The seconds left of the bar that a widget shows; its timer runs only while the widget is seen and a bar grows.

    ``ticked`` tells of every other number, ``turned`` that there is one now or is none any more. Simulated and replayed
    bars do not count. ``clock`` gives the present in UTC seconds.
    """

    ticked = Signal()
    turned = Signal()

    def __init__(self, shown: QWidget, clock: Callable[[], float] = time.time) -> None:
        super().__init__(shown)
        self.left: int | None = None
        """Seconds left, None while nothing is counted."""
        self._shown = shown
        self._clock = clock
        self._series: Series | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        shown.installEventFilter(self)

    def follow(self, series: Series | None) -> None:
        """Count for another series, or the same one with other bars."""
        counts = series is not None and not series.simulated and not series.replayed
        self._series = series if counts else None
        self._tick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count while the widget can be seen."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._tick()
        return False

    def _tick(self) -> None:
        now = self._clock()
        before, series = self.left, self._series
        seen = series is not None and self._shown.isVisible()
        self.left = time_left(series.axis, now) if seen and series is not None else None
        if self.left is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, math.ceil((math.floor(now) + 1 - now) * 1000)))
        if (before is None) != (self.left is None):
            self.turned.emit()
        elif before != self.left:
            self.ticked.emit()
