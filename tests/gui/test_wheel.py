"""Scrolling a page of fields changes none of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

from tests.gui.desk import Desk

PAGES = ("edit.settings", "indicator.settings", "draw.properties", "replay.start")
"""Commands that show fields."""


def fields(window: QWidget) -> list[QAbstractSpinBox | QComboBox]:
    found = window.findChildren(QWidget)
    return [one for one in found if isinstance(one, QAbstractSpinBox | QComboBox) and one.isEnabled()]


def written(field: QAbstractSpinBox | QComboBox) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()


def turn(field: QWidget) -> None:
    middle = QPointF(field.rect().center())
    for step in (120, -120, -120):
        event = QWheelEvent(
            middle, field.mapToGlobal(middle), QPoint(), QPoint(0, step), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, event)


def test_the_wheel_changes_no_field_without_the_focus(desk: Desk) -> None:
    window = desk.window
    window.commands.run("indicator.next")
    window.view.select((window.view.drawings()[0].id,))
    for page in PAGES:
        window.commands.run(page)
    before = desk.history.document
    shown = fields(window)
    assert len(shown) > 15
    for field in shown:
        field.clearFocus()
        text = written(field)
        turn(field)
        assert written(field) == text, field.objectName()
        assert field.focusPolicy() != Qt.FocusPolicy.WheelFocus, field.objectName()
    assert desk.history.document is before


def test_the_wheel_turns_a_field_that_has_the_focus(desk: Desk) -> None:
    window = desk.window
    window.activateWindow()
    window.commands.run("replay.start")
    speeds = window.findChild(QComboBox, "replay_speed")
    speeds.setFocus()
    text = written(speeds)
    turn(speeds)
    assert written(speeds) != text
