"""What all dialogs share: a heading, even margins, a row of buttons with the safe one on Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import styling
from gui.layout_keeper import FRAME
from gui.translation import standard_text


class DialogFrame(QDialog):
    """A dialog with a ``body`` to fill and buttons below it. It is deleted when it closes."""

    def __init__(self, name: str, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(20)
        outer.addLayout(self.body, 1)
        outer.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Be no larger than the screen: the buttons would lie beyond its edge."""
        if not event.spontaneous():
            self.resize(self.size().boundedTo(self.screen().availableSize() - FRAME))
        super().showEvent(event)

    def add_heading(self, text: str) -> QLabel:
        """A large line at the top."""
        return self.add_label("heading", text, "heading")

    def add_label(self, name: str, text: str, role: str = "") -> QLabel:
        """A paragraph, which can be selected."""
        label = QLabel(text, self)
        label.setObjectName(f"{self.objectName()}_{name}")
        label.setAccessibleName(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            styling.set_role(label, role)
        self.body.addWidget(label)
        return label

    def add_close_button(self) -> None:
        """The one button of a dialog that only shows something."""
        self.add_button("close", standard_text("Close"), default=True).clicked.connect(self.accept)

    def add_button(self, name: str, text: str, *, default: bool = False, at_left: bool = False) -> QPushButton:
        """A button in the row below; ``default`` is the one that Enter presses."""
        button = QPushButton(text, self)
        button.setObjectName(f"{self.objectName()}_{name}")
        button.setAccessibleName(text)
        button.setAutoDefault(default)
        button.setDefault(default)
        self._buttons.insertWidget(0 if at_left else self._buttons.count(), button)
        return button
