"""A field to type what is looked for: an icon before it, a button that clears it."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from gui import icons, styling
from gui.dropping import dropped_files
from gui.translation import tr


class _Field(QLineEdit):
    """Takes texts that are dropped on it; files are for the window to open."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


def search_field(name: str, title: str, hint: str, icon: str) -> QLineEdit:
    """Make one; ``title`` (translated) is its name for screen readers, ``hint`` what it says while empty."""
    field = _Field()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setPlaceholderText(hint)
    styling.set_role(field, "search")
    field.addAction(icons.icon(icon), QLineEdit.ActionPosition.LeadingPosition)
    for mark in field.findChildren(QToolButton):
        mark.setObjectName("search_mark")
        mark.setAccessibleName(title)
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        if button.objectName() != "search_mark":
            button.setObjectName("clear_button")
            button.setAccessibleName(tr("Clear"))
    return field
