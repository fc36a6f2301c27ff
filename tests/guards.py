"""The guards behind ``conftest``: what a test must not do (reach the network) and must not leave behind."""

from __future__ import annotations

import logging
import socket
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale, QThreadPool, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 3.0
"""Seconds that a thread which was told to end may take to do so."""


class NetworkInTests(AssertionError):
    """A test tried to leave this machine."""


@contextmanager
def loopback_only() -> Iterator[None]:
    """Let sockets connect to this machine only, and look up no other names."""

    def check(host: Any) -> None:
        name = host.decode() if isinstance(host, bytes) else str(host or "")
        if name and not name.startswith(("127.", "::1", "localhost")):
            raise NetworkInTests(f"A test reached for {name}: give it a fake of its own.")

    def guarded(method: Any) -> Any:
        def call(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                check(address[0])
            return method(self, address)

        return call

    lookup = socket.getaddrinfo

    def guarded_lookup(host: Any, *rest: Any, **options: Any) -> Any:
        check(host)
        return lookup(host, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", guarded_lookup)
        yield


class _Log(logging.Handler):
    """Collects what the program logs as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextmanager
def warnings_logged() -> Iterator[list[str]]:
    """The texts of warnings and errors logged within the block, as they come."""
    handler = _Log()
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield handler.texts
    finally:
        root.removeHandler(handler)


_qt_messages: list[str] = []
_timers: weakref.WeakSet[QTimer] = weakref.WeakSet()


@contextmanager
def watched_qt() -> Iterator[None]:
    """Remember every timer that starts, and what Qt says while a test is set up or torn down.

    During the test itself pytest-qt listens to Qt; outside of it warnings would only be printed.
    """
    start = QTimer.start

    def remember(self: QTimer, *interval: Any) -> None:
        _timers.add(self)
        start(self, *interval)

    def listen(kind: QtMsgType, _context: Any, text: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and not text.startswith("This plugin does not support"):
            _qt_messages.append(text)

    previous = qInstallMessageHandler(listen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QTimer, "start", remember)
        yield
    qInstallMessageHandler(previous)


@dataclass(frozen=True)
class Standing:
    """The threads, timers and windows that stand at some moment, and the way numbers are written."""

    threads: frozenset[threading.Thread]
    timers: frozenset[QTimer]
    windows: frozenset[QWidget]
    numbers: QLocale

    @classmethod
    def now(cls) -> Standing:
        """What stands now."""
        return cls(frozenset(_threads()), frozenset(_running_timers()), frozenset(_windows()), QLocale())

    def left_since(self) -> list[str]:
        """A complaint for each thing that came since and should have gone; what can be put away is, for the next test."""
        _settle()
        complaints = [f"Qt said outside of the test itself: {text}" for text in _qt_messages]
        _qt_messages.clear()
        for window in set(_windows()) - self.windows:
            complaints.append(f"Left a window: {type(window).__name__} “{window.objectName()}”. Give it to qtbot.addWidget.")
            window.close()
            window.deleteLater()
        for timer in set(_running_timers()) - self.timers:
            complaints.append(f"Left a timer of {timer.interval()} ms running, owned by {timer.parent()!r}.")
            timer.stop()
        running = _still_running(set(_threads()) - self.threads)
        if QLocale() != self.numbers:
            complaints.append(f"Left numbers written as in {QLocale().name()}: take the fixture numbers_as_before.")
            QLocale.setDefault(self.numbers)
        complaints += [f"Left the thread “{thread.name}” running: close what started it." for thread in running]
        return complaints


def _threads() -> list[threading.Thread]:
    """Running threads of Python's own; one that Qt started and Python only saw passing is not counted."""
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def _running_timers() -> list[QTimer]:
    return [timer for timer in list(_timers) if shiboken6.isValid(timer) and timer.isActive()]


def _windows() -> list[QWidget]:
    """Top-level widgets that no other owns: a menu or dialog goes with its parent."""
    if QApplication.instance() is None:
        return []
    return [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None and not _is_of_qt(widget)]


def _is_of_qt(widget: QWidget) -> bool:
    """Whether Qt itself keeps the widget, such as the one tooltip."""
    return widget.metaObject().className() in ("QTipLabel", "QWhatsThat", "QAlphaWidget", "QRollEffect")


def _settle() -> None:
    """Let Qt delete what was told to go, and its pool finish."""
    application = QApplication.instance()
    if application is not None:
        QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000))
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _still_running(threads: set[threading.Thread]) -> list[threading.Thread]:
    deadline = time.monotonic() + PATIENCE
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [thread for thread in threads if thread.is_alive()]
