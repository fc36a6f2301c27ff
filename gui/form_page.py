"""A page of fields, each with its name at the left, that scrolls where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui import styling

LABEL = 20
"""Least height of a field's name: beside one line it is then as high as the field, beside more it stands at the first."""


class _Column(QScrollArea):
    """Scrolls up and down alone, so it is never narrower than what it holds."""

    def minimumSizeHint(self) -> QSize:
        """As wide as the fields must be, beside a scroll bar."""
        held, usual = self.widget(), super().minimumSizeHint()
        least = 0 if held is None else held.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(least, usual.width()), usual.height())


class FormPage(QWidget):
    """A page; what belongs to it is added to ``form`` and has ``body`` for its parent."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
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
        area = _Column(self)
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

    def add_row(self, title: str, field: QWidget) -> QLabel:
        """A field with its name at the left."""
        label = QLabel(title, self.body)
        label.setObjectName(f"{field.objectName()}_label")
        label.setAccessibleName(title)
        styling.set_role(label, "muted")
        label.setBuddy(field)
        label.setMinimumHeight(LABEL)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.form.addRow(label, field)
        return label

    def add_note(self, name: str, text: str) -> QLabel:
        """A sentence below the fields."""
        label = QLabel(text, self.body)
        label.setObjectName(name)
        label.setAccessibleName(text)
        label.setWordWrap(True)
        styling.set_role(label, "muted")
        self.form.addRow(label)
        return label

    def add_heading(self, name: str, text: str) -> None:
        """A small heading over what follows."""
        label = QLabel(text, self.body)
        label.setObjectName(name)
        label.setAccessibleName(text)
        styling.set_role(label, "subheading")
        self.form.addRow(label)
