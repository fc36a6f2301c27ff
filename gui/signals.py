"""Ends the program cleanly when the system asks for it: SIGTERM, SIGINT (Ctrl+C) and SIGHUP close the window."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class TerminationSignals:
    """Calls ``end`` in Qt's event loop when one of the signals comes, from making it to :meth:`close`.

    Python runs its handlers only between its own instructions, and Qt's loop executes none while it waits. So the
    signal writes a byte into a wire, which wakes the loop.
    """

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        self._end = end
        self._wire = _pipe() if os.name == "posix" else _sockets()
        self._wakeup_before = signal.set_wakeup_fd(self._wire.end, warn_on_full_buffer=False)
        numbers = (getattr(signal, name) for name in _NAMES if hasattr(signal, name))
        # What whoever started the program has it ignore stays so, as nohup does for the terminal's end.
        self._handlers_before = {
            number: signal.signal(number, _noted) for number in numbers if signal.getsignal(number) is not signal.SIG_IGN
        }
        self._notifier = QSocketNotifier(self._wire.beginning, QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        self._wire.close()

    def _read(self) -> None:
        numbers = self._wire.read(64)
        if any(number in self._handlers_before for number in numbers):
            self._end()


class Wire(NamedTuple):
    """Bytes that are written at its ``end`` can be read at its ``beginning``; both are numbers of files, and never wait."""

    beginning: int
    end: int
    read: Callable[[int], bytes]
    close: Callable[[], None]


def _pipe() -> Wire:
    """Needs no further module, which sockets do."""
    beginning, end = os.pipe()
    for number in (beginning, end):
        os.set_blocking(number, False)

    def close() -> None:
        os.close(beginning)
        os.close(end)

    return Wire(beginning, end, partial(os.read, beginning), close)


def _sockets() -> Wire:
    """Where Qt can wait for nothing else, as on Windows."""
    import socket

    beginning, end = socket.socketpair()
    for one in (beginning, end):
        one.setblocking(False)

    def close() -> None:
        beginning.close()
        end.close()

    return Wire(beginning.fileno(), end.fileno(), beginning.recv, close)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Python's part of handling a signal: none, the wire does it."""
