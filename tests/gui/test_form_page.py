"""Pages of fields: a field's name stands on the field's line."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from charting.core.theme import theme
from gui import styling
from gui.form_page import FormPage


@pytest.mark.parametrize("kind", [QLineEdit, QDoubleSpinBox, QComboBox, QDateTimeEdit])
def test_a_name_is_level_with_a_field_of_one_line(qtbot: QtBot, qapp: QApplication, kind: type[QWidget]) -> None:
    styling.apply_theme(qapp, theme("dark"))
    page = FormPage("page", "Page")
    qtbot.addWidget(page)
    field = kind(page.body)
    field.setObjectName("field")
    label = page.add_row("Name", field)
    page.resize(400, 300)
    page.show()
    text = label.contentsRect().center().y() + label.y()
    assert abs(text - field.geometry().center().y()) <= 1


def test_a_name_stands_at_the_first_of_several_lines(qtbot: QtBot, qapp: QApplication) -> None:
    styling.apply_theme(qapp, theme("dark"))
    page = FormPage("page", "Page")
    qtbot.addWidget(page)
    note = QPlainTextEdit(page.body)
    note.setObjectName("note")
    note.setFixedHeight(90)
    label = page.add_row("Note", note)
    page.resize(400, 300)
    page.show()
    line = QFontMetrics(note.font()).height()
    assert abs(label.geometry().center().y() - note.y() - line) <= line / 2
