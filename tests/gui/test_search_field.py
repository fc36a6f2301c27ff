"""The fields to search in, and to add symbols in, while something is dragged over them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.desk import Desk


def drop(field: QLineEdit, data: QMimeData) -> None:
    """Drag something onto a field, as a file manager does, and let it go."""
    held, copied = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier), Qt.DropAction.CopyAction
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(20, 5), copied, data, *held))
    QApplication.sendEvent(field, QDropEvent(QPointF(20, 5), copied, data, *held))


@pytest.fixture(params=["watchlist_add", "indicator_search"])
def field(desk: Desk, request: pytest.FixtureRequest) -> QLineEdit:
    desk.window.watchlist.fill()
    found = desk.window.findChild(QLineEdit, request.param)
    assert isinstance(found, QLineEdit)
    return found


def test_files_dropped_on_it_are_opened(desk: Desk, field: QLineEdit, tmp_path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "HSI.csv"))])
    files.setText("file:///HSI.csv")
    drop(field, files)
    assert desk.market.asked == [str(tmp_path / "HSI.csv")]
    assert field.text() == ""


def test_a_text_dropped_on_it_is_typed(desk: Desk, field: QLineEdit) -> None:
    text = QMimeData()
    text.setText("9988")
    drop(field, text)
    assert field.text() == "9988"
    assert desk.market.asked == []
