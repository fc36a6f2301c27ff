"""A label that shortens its text to its room, with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """One line that takes whatever width there is; ``text`` stays whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def shown(self) -> str:
        """The text as it is painted."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text, as much of it as there is room for."""
        painter = QPainter(self)
        flags = self.alignment() | Qt.TextFlag.TextSingleLine
        role = self.foregroundRole()
        self.style().drawItemText(painter, self.contentsRect(), flags, self.palette(), self.isEnabled(), self.shown, role)
        painter.end()
