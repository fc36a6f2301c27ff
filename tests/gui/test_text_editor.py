"""The field over the chart in which a drawing's text is typed, while something else happens to the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.document import Drawing
from gui.text_editor import TextEditor
from tests.gui.desk import Desk


def type_a_text(desk: Desk, qtbot: QtBot, typed: str) -> Drawing:
    """Place a text with the mouse and type into its field, which stays open."""
    view = desk.window.view
    view.set_tool("text")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center() / 2)
    QApplication.processEvents()
    qtbot.keyClicks(view.findChild(TextEditor), typed)
    (note,) = desk.window.editing.selected
    return note


def open_fields(desk: Desk) -> list[TextEditor]:
    return [editor for editor in desk.window.view.findChildren(TextEditor) if not editor.isHidden()]


@pytest.mark.parametrize("command", ["view.symbol", "edit.palette", "view.interval_1wk", "edit.select_all"])
def test_a_command_keeps_what_is_typed_first(desk: Desk, qtbot: QtBot, command: str) -> None:
    note = type_a_text(desk, qtbot, "Hello")
    desk.window.commands.run(command)
    desk.window.show_item(desk.history.document.watchlist[3])
    drawings = {one.id: one for one in desk.history.document.drawings["HSTECH.HK"]}
    assert drawings[note.id].parameters["text"] == "Hello"
    assert not open_fields(desk)


def test_undo_by_its_button_takes_the_text_back_with_its_field(desk: Desk, qtbot: QtBot) -> None:
    document = desk.history.document
    note = type_a_text(desk, qtbot, "Hello")
    desk.window.commands.run("edit.undo")
    assert desk.history.document.drawings == document.drawings
    assert not open_fields(desk)
    desk.history.redo()
    (again,) = (one for one in desk.history.document.drawings["HSTECH.HK"] if one.id == note.id)
    assert again.parameters["text"] == "Hello"


def test_files_dropped_on_it_are_opened_and_keep_what_is_typed_first(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    note = type_a_text(desk, qtbot, "Hello")
    (field,) = open_fields(desk)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "HSI.csv"))])
    files.setText("file:///HSI.csv")
    held, copied = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier), Qt.DropAction.CopyAction
    QApplication.sendEvent(field.viewport(), QDragEnterEvent(QPoint(20, 20), copied, files, *held))
    QApplication.sendEvent(field.viewport(), QDropEvent(QPointF(20, 20), copied, files, *held))
    assert desk.market.asked == [str(tmp_path / "HSI.csv")]
    desk.window.show_item(desk.history.document.watchlist[3])
    drawings = {one.id: one for one in desk.history.document.drawings["HSTECH.HK"]}
    assert drawings[note.id].parameters["text"] == "Hello"
    assert not open_fields(desk)
