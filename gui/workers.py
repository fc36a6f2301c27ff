"""The one bridge between threads: work goes to a few daemon threads, and results come back to the main thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

logger = logging.getLogger(__name__)

Result = TypeVar("Result")
Call = Callable[[], None]


class MainThread(QObject):
    """Runs calls on the thread it was made on, in the order they were posted; the only way in for other threads."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Call) -> None:
        """Have ``call`` run on the main thread soon; returns at once, from any thread. Nothing runs after :meth:`close`."""
        if self._open:
            self._posted.emit(call)

    def deliver(self) -> None:
        """Run at once what has been posted by now; what is not there yet is not waited for."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Drop what is still waiting, and whatever comes."""
        self._open = False

    @Slot(object)
    def _run(self, call: Call) -> None:
        if self._open:
            call()


class Workers:
    """A few named daemon threads for what may wait for a disk or take long.

    Parameters
    ----------
    main
        Where results are delivered.
    count
        How many threads; they start with the first work.
    """

    def __init__(self, main: MainThread, count: int = 2) -> None:
        self._main = main
        self._count = count
        self._queue: SimpleQueue[Call | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call ``work`` on a worker, then ``done(result)`` or ``failed(error)`` on the main thread.

        Without ``failed`` an error is raised again on the main thread, where the program's last handler reports it.
        """

        def call() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - handed over, not swallowed
                self._main.post(partial(_report, error, failed))
            else:
                if done is not None:
                    self._main.post(partial(done, result))

        if len(self._threads) < self._count:
            self._start()
        self._queue.put(call)

    def close(self, timeout: float = 2.0) -> None:
        """End the threads after the work they are at; one that hangs is left behind and ends with the program."""
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join(timeout)
        self._threads.clear()

    def _start(self) -> None:
        name = f"lionrock-worker-{len(self._threads) + 1}"
        thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while (call := self._queue.get()) is not None:
            call()


def _report(error: Exception, failed: Callable[[Exception], None] | None) -> None:
    if failed is None:
        raise error
    failed(error)
