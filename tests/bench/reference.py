"""The measuring stick: an empty pyqtgraph plot, axes only, which is the least that any chart made with it pays."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.bench.harness import SIZE


class EmptyPlot:
    """A PlotWidget of the usual size without grid or data; each method changes its range and paints once, at once."""

    def __init__(self) -> None:
        self.widget = pyqtgraph.PlotWidget()
        self.widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.widget.resize(*SIZE)
        self.widget.setXRange(0.0, 300.0, padding=0)
        self.widget.setYRange(4000.0, 6500.0, padding=0)
        self.widget.show()
        QApplication.processEvents()
        self._first, self._width = 0.0, 300.0

    def pan(self) -> None:
        """Move by three bars and paint."""
        self._first += 3.0
        self._show()

    def zoom(self) -> None:
        """Show a twentieth more, from 10,000 bars on 100 again, and paint."""
        self._width = self._width * 1.05 if self._width < 10_000 else 100.0
        self._show()

    def close(self) -> None:
        """Close it; a plot that is left to the garbage collector can end the process."""
        self.widget.close()
        self.widget.deleteLater()

    def _show(self) -> None:
        self.widget.setXRange(self._first, self._first + self._width, padding=0)
        # The price axis moves too, as it does in a chart that follows the visible bars.
        place = self._first + self._width
        self.widget.setYRange(4000.0 + place % 97, 6500.0 + place % 89, padding=0)
        self.widget.viewport().repaint()


class Watchdog(QObject):
    """Records the longest time for which the main thread answered nothing, by a timer that should ring every 2 ms."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._ring)
        self.longest_milliseconds = 0.0

    def start(self) -> None:
        """Begin to watch."""
        self.longest_milliseconds = 0.0
        self._since.start()
        self._timer.start()

    def stop(self) -> float:
        """Stop and return the longest stall in milliseconds."""
        self._ring()
        self._timer.stop()
        return self.longest_milliseconds

    def _ring(self) -> None:
        self.longest_milliseconds = max(self.longest_milliseconds, self._since.nsecsElapsed() / 1e6)
        self._since.restart()
