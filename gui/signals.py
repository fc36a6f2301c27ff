"""Ends the program cleanly when the system asks for it: SIGTERM, SIGINT (Ctrl+C) and SIGHUP close the window."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class TerminationSignals:
    """Calls ``end`` in Qt's event loop when one of the signals comes, from making it to :meth:`close`.

    Python runs its handlers only between its own instructions, and Qt's loop executes none while it waits. So the
    signal writes a byte into a socket, which wakes the loop.
    """

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        self._end = end
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._wakeup_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._handlers_before = {
            number: signal.signal(number, _noted) for name in _NAMES if (number := getattr(signal, name, None)) is not None
        }
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _read(self) -> None:
        numbers = self._reader.recv(64)
        if any(number in self._handlers_before for number in numbers):
            self._end()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Python's part of handling a signal: none, the socket does it."""
