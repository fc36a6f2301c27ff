"""Turns English texts into the user's language: the window's functions for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from charting.view.translation import said, tr

__all__ = ["said", "standard_text", "tr"]


def standard_text(text: str) -> str:
    """A word of Qt's standard buttons, such as Open or Close, which are other words than the prices of these names."""
    return QCoreApplication.translate("QPlatformTheme", text)
