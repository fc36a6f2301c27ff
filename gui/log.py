"""The log file under the home folder, and the last handlers of errors: they are written down and shown, never lost."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from gui.log_file import LogFile

logger = logging.getLogger(__name__)

Show = Callable[[str], None]
"""Called with a traceback, from whatever thread the error came from."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Log:
    """Everything the program and Qt log, in a file that is turned over at 1 MB, from :meth:`open` to :meth:`close`."""

    def __init__(self, path: Path) -> None:
        self._handler = LogFile(path, largest=1_000_000, kept=3)
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-8s %(threadName)s %(name)s: %(message)s"))
        self._show: Show = _unseen
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._qt_before: object = None

    def open(self) -> None:
        """Start writing, and take over from Python's and Qt's own handlers."""
        root = logging.getLogger()
        root.addHandler(self._handler)
        root.setLevel(logging.INFO)
        sys.excepthook = self._excepthook
        threading.excepthook = self._thread_excepthook
        sys.unraisablehook = self._unraisable
        self._qt_before = qInstallMessageHandler(_log_qt)

    def show_errors(self, show: Show) -> None:
        """Have ``show`` called with the traceback of every error that nobody handles."""
        self._show = show

    def close(self) -> None:
        """Give the handlers back."""
        self._show = _unseen
        qInstallMessageHandler(self._qt_before)  # type: ignore[arg-type]
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        logging.getLogger().removeHandler(self._handler)
        with suppress(OSError):  # on a full disk
            self._handler.close()

    def _excepthook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        logger.critical("An error that nobody handled", exc_info=(kind, error, trace))
        self._show("".join(traceback.format_exception(kind, error, trace)))

    def _thread_excepthook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not issubclass(arguments.exc_type, SystemExit):
            self._excepthook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        if arguments.exc_value is not None:
            logger.error("%s: %r", arguments.err_msg or "An error in a finalizer", arguments.object, exc_info=arguments.exc_value)


def _unseen(trace: str) -> None:
    """What is done with an error while there is no window: the terminal gets it."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(trace)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger(f"qt.{context.category or 'default'}").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
    if kind is QtMsgType.QtFatalMsg:
        _unseen(message + "\n")  # the process ends now
