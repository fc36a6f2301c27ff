"""The settings: each field says what holds, and what is chosen holds at once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QTabWidget

from tests.gui.desk import Desk


def open_settings(desk: Desk) -> QDialog:
    desk.window.commands.run("edit.settings")
    found = desk.window.findChild(QDialog, "settings_dialog")
    assert found is not None
    return found


def choose(dialog: QDialog, name: str, text: str) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_the_look_changes_at_once_and_is_kept(desk: Desk) -> None:
    dialog = open_settings(desk)
    assert dialog.findChild(QComboBox, "settings_mode").currentText() == "Dark"
    choose(dialog, "settings_mode", "Light")
    choose(dialog, "settings_direction", "Red rises, green falls")
    choose(dialog, "settings_language", "繁體中文")
    assert (desk.window.theme.mode, desk.window.theme.direction) == ("light", "red-up")
    last = desk.looks[-1]
    assert (last.mode, last.direction, last.language) == ("light", "red-up", "zh_HK")


def test_habits_of_drawing(desk: Desk) -> None:
    drawing = desk.window.drawing
    dialog = open_settings(desk)
    dialog.findChild(QTabWidget, "settings_tabs").setCurrentIndex(1)
    for text, magnet in (("Always", "strong"), ("Off", "off"), ("Off", "off"), ("Near prices", "weak")):
        choose(dialog, "settings_magnet", text)
        assert drawing.magnet == magnet
    dialog.findChild(QCheckBox, "settings_stay").click()
    assert drawing.stay
