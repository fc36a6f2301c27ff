"""Fields on pages that scroll: the wheel changes a field that has the focus, and scrolls past any other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox


class _Gate(QObject):
    """Lets a field have the wheel only while it has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on to what the field lies in."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QAbstractSpinBox | QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def scroll_past(field: QAbstractSpinBox | QComboBox) -> None:
    """Let a page be scrolled with the pointer over a field without changing it, or giving it the focus."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_Gate(field))
