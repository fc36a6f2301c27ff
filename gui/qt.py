"""Qt's application object, set up once for the window and once for painting without one."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from charting.core.theme import Mode

STYLE = ("-style", "fusion")
"""What makes Qt draw its widgets alike on every desktop."""


def make_application() -> QApplication:
    """The application object for windows; the one that exists, if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # As an argument: what sets the style later hands it over to Python, which takes as long as making the application.
    application = QApplication([sys.argv[0], *STYLE])
    _name(application)
    return application


def make_gui_application() -> QGuiApplication:
    """The application object for pictures alone; the one that exists, if there is one."""
    existing = QCoreApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    application = QGuiApplication([sys.argv[0]])
    _name(application)
    return application


def system_mode() -> Mode:
    """Whether the system is dark or light; dark where it does not say."""
    return "light" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light else "dark"


def _name(application: QGuiApplication) -> None:
    application.setApplicationName("lionrock")
    application.setApplicationDisplayName("Lionrock")
    application.setDesktopFileName("lionrock")
