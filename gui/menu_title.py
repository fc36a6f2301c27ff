"""A title above the entries of a menu: what they are about."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction

from gui import styling


def add_title(menu: QMenu, text: str) -> None:
    """Put a title into a menu, which keys pass over.

    Qt's own sections lose their texts where a style sheet says how separators look.
    """
    label = QLabel(text, menu)
    label.setObjectName(f"{menu.objectName()}.title")
    styling.set_role(label, "section")
    action = QWidgetAction(menu)
    action.setDefaultWidget(label)
    action.setText(text)
    action.setSeparator(True)
    menu.addAction(action)
