"""What the pages of the properties form share: rows of fields, and one signal that asks for a change."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from charting.core.document import Drawing
from gui import styling


class Page(QWidget):
    """A page. It holds no state but the drawing it shows: changes are asked for, and come back by ``show_drawing``.

    ``changed(drawing, field)`` asks for another value of the drawing; changes of one field in a row are one step.
    """

    changed = Signal(object, str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.drawing = Drawing("", "", ())
        self.body = QWidget()
        self.body.setObjectName(f"{name}_body")
        self.body.setAccessibleName(title)
        styling.set_role(self.body, "column")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(4, 12, 12, 12)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self.form)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName(f"{name}_area")
        area.setAccessibleName(title)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another value of the drawing."""
        self.drawing = drawing

    def ask(self, field: str, **values: Any) -> None:
        """Ask for the drawing with other values."""
        self.changed.emit(replace(self.drawing, **values), field)

    def add_row(self, title: str, field: QWidget) -> QLabel:
        """A field with its name at the left."""
        label = QLabel(title, self.body)
        label.setObjectName(f"{field.objectName()}_label")
        label.setAccessibleName(title)
        styling.set_role(label, "muted")
        label.setBuddy(field)
        label.setMinimumHeight(28)
        label.setContentsMargins(0, 5, 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.form.addRow(label, field)
        return label

    def add_heading(self, name: str, text: str) -> None:
        """A small heading over what follows."""
        label = QLabel(text, self.body)
        label.setObjectName(name)
        label.setAccessibleName(text)
        styling.set_role(label, "subheading")
        self.form.addRow(label)
