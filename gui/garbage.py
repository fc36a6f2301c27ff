"""Collects garbage in the main thread alone, as long as the window stands.

The interpreter would do so in whichever thread it comes upon the time for it. Where a worker finds objects of Qt among the
garbage, it takes Qt's lock on their connections and then waits for the interpreter, which the main thread may hold while it
waits for that lock: nothing goes on ever after.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL = 1000
"""Milliseconds between looking whether it is time."""

MANY = 200
"""Modules that came since: what pandas and the like consist of would be looked through for a twentieth of a second each time."""


class Garbage(QObject):
    """Takes the place of the interpreter's own collector, which whoever starts this has turned off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._look)
        self._settled = self._modules = len(sys.modules)

    def start(self) -> None:
        """Begin to look."""
        gc.disable()
        self._settled = self._modules = len(sys.modules)
        self._timer.start(INTERVAL)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        """Collect what is due; once many modules have been loaded and no more come, leave what there is alone from then on."""
        before, self._modules = self._modules, len(sys.modules)
        if before == self._modules >= self._settled + MANY:
            self._settled = before
            gc.collect()
            gc.freeze()
        else:
            collect_due()


def collect_due() -> None:
    """Collect the oldest generation of objects that it is time for, by the interpreter's own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if 0 < thresholds[generation] < counts[generation]:
            gc.collect(generation)
            return
