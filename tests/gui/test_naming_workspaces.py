"""Workspaces get their names by the dialogs as they are: each is gone when it was answered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from tests.gui.desk import Desk


def answer(desk: Desk, qtbot: QtBot, typed: str, button: str = "accept") -> None:
    dialog = next(one for one in desk.window.findChildren(QDialog) if one.objectName() == "name_dialog")
    field = dialog.findChild(QLineEdit, "name_dialog_field")
    field.clear()
    qtbot.keyClicks(field, typed)
    dialog.findChild(QAbstractButton, f"name_dialog_{button}").click()
    QApplication.processEvents()


def workspaces(desk: Desk) -> QDialog:
    desk.window.commands.run("file.workspaces")
    return next(one for one in desk.window.findChildren(QDialog) if one.objectName() == "workspaces_dialog")


def test_a_workspace_is_saved_under_a_name(desk: Desk, qtbot: QtBot) -> None:
    desk.window.commands.run("file.save_as")
    answer(desk, qtbot, "Mine")
    assert desk.library.asked == [("save_as", "Mine")]


def test_thinking_better_of_it_saves_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.window.commands.run("file.save_as")
    answer(desk, qtbot, "Mine", "cancel")
    assert desk.library.asked == []


def test_saving_from_the_list_closes_the_list(desk: Desk, qtbot: QtBot) -> None:
    dialog = workspaces(desk)
    dialog.findChild(QAbstractButton, "workspaces_dialog_save_as").click()
    assert dialog.isVisible()
    answer(desk, qtbot, "Mine")
    assert desk.library.asked == [("save_as", "Mine")]
    assert not any(one.isVisible() for one in desk.window.findChildren(QDialog))


def test_a_workspace_is_renamed_in_the_list(desk: Desk, qtbot: QtBot) -> None:
    dialog = workspaces(desk)
    names = dialog.findChild(QListWidget)
    names.setCurrentRow(0)
    chosen = names.item(0).data(Qt.ItemDataRole.UserRole)
    dialog.findChild(QAbstractButton, "workspaces_dialog_rename").click()
    answer(desk, qtbot, "Others")
    assert desk.library.asked == [("rename", chosen, "Others")]
    assert dialog.isVisible()
    dialog.close()
