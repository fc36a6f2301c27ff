"""Waits as the window does: the event loop runs, work is done in other threads, and the watchdog looks for stalls."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, Self, TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from tests.bench.reference import Watchdog

PATIENCE = 60.0
"""Seconds after which something has gone wrong."""

Answer = TypeVar("Answer")


def until(reached: Callable[[], bool]) -> float:
    """Run the event loop until something is reached; milliseconds that took."""
    begun = time.perf_counter()
    while not reached():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(0.0005)
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError("What the bench waits for does not come.")
    return 1000 * (time.perf_counter() - begun)


class InThread(Generic[Answer]):
    """Something that a thread of its own works out, as the window's workers do."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self.answer: list[Answer] = []
        self._thread = threading.Thread(target=lambda: self.answer.append(work()), daemon=True)
        self._thread.start()

    def there(self) -> bool:
        """Whether it has been worked out."""
        return bool(self.answer)


class Stalls:
    """The watchdog as a context: ``milliseconds`` is the longest stall within it."""

    def __init__(self) -> None:
        self._watchdog = Watchdog()
        self.milliseconds = 0.0

    def __enter__(self) -> Self:
        self._watchdog.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.milliseconds = max(self.milliseconds, self._watchdog.stop())
        self._watchdog.deleteLater()
