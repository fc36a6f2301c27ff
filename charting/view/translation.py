"""Turns English texts into the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, /, **values: object) -> str:
    """The translation of ``text`` with ``values`` put in for ``{name}``: ``tr("Undo {step}", step=name)``."""
    translated = QCoreApplication.translate("lionrock", text)
    return translated.format(**values) if values else translated
