"""Every command, in any order, whatever is selected or shown: none may raise."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from tests.gui.desk import Desk

ASKS_THE_SYSTEM = ("file.quit", "file.open", "file.save", "file.export")
"""Beginnings of the ids of commands that end the program or open a dialog of the system's."""


@pytest.mark.parametrize("seed", [1, 2])
def test_commands_in_any_order(desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    chance, window = random.Random(seed), desk.window
    ids = [command.id for command in window.commands if not command.id.startswith(ASKS_THE_SYSTEM)]
    for _ in range(120):
        action = window.commands.action(chance.choice(ids))
        if action.isEnabled():
            action.trigger()
        if chance.random() < 0.3:
            place = QPoint(chance.randrange(window.view.width()), chance.randrange(window.view.height()))
            QTest.mouseMove(window.view, place)
            QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu) and widget.isVisible():
                widget.close()
    while desk.history.undo() is not None:
        pass


def test_pasting_when_nothing_was_ever_copied_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication.clipboard(), "mimeData", lambda *_: None)
    before = desk.history.document
    desk.window.commands.run("edit.paste")
    assert desk.history.document is before
