"""How a setting stands in an indicator's card: its name in a muted tone at the left, its field at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from gui import styling


def add_row(form: QFormLayout, title: str, field: QWidget, parent: QWidget) -> None:
    """A field with its name at the left, on the field's line."""
    label = QLabel(title, parent)
    label.setObjectName(f"{field.objectName()}_label")
    styling.set_role(label, "muted")
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    form.addRow(label, field)
