"""What Qt says of the system."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui.qt import system_mode


@pytest.mark.parametrize(
    ("scheme", "mode"),
    [(Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Unknown, "dark")],
)
def test_the_systems_mode_is_followed(monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, mode: str) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: SimpleNamespace(colorScheme=lambda: scheme))
    assert system_mode() == mode
