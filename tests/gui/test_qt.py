"""What Qt says of the system."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.qt import system_mode


@pytest.mark.parametrize(
    ("scheme", "mode"),
    [(Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Unknown, "dark")],
)
def test_the_systems_mode_is_followed(monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, mode: str) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: SimpleNamespace(colorScheme=lambda: scheme))
    assert system_mode() == mode


def test_the_style_is_not_the_desktops(qapp: QApplication) -> None:
    """It is set by an argument, which the application keeps to itself."""
    before = qapp.styleSheet()
    qapp.setStyleSheet("")  # one wraps the style in another
    try:
        assert QApplication.style().objectName() == "fusion"
    finally:
        qapp.setStyleSheet(before)
    assert qapp.arguments() == ["lionrock"]
