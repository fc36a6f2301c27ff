"""Docks are as wide again as they were before the window had no room for that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from charting.core.history import History
from gui.window import MainWindow
from tests.gui.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """A window with room for everything."""
    resized(desk.window, qtbot, 1280)
    desk.window.resizeDocks([desk.window.watchlist], [320], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: desk.window.watchlist.width() == 320)
    return desk.window


def resized(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 700)
    qtbot.wait(1)
    qtbot.wait(1)


def test_they_shrink_with_the_window_and_grow_again(window: MainWindow, qtbot: QtBot) -> None:
    resized(window, qtbot, 960)
    assert window.watchlist.width() < 300
    resized(window, qtbot, 1000)
    between = window.watchlist.width()
    assert between <= 320
    resized(window, qtbot, 1280)
    assert window.watchlist.width() == window.indicators.width() == 320


def test_a_window_that_grows_further_leaves_them_as_they_are(window: MainWindow, qtbot: QtBot) -> None:
    resized(window, qtbot, 1500)
    assert window.watchlist.width() == 320


def test_a_width_chosen_by_hand_is_kept_too(window: MainWindow, qtbot: QtBot) -> None:
    place = QPoint(window.watchlist.x() - 1, window.watchlist.y() + 100)
    handle = window.windowHandle()
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, place)
    for step in (10, 30, 45):
        QTest.mouseMove(handle, place + QPoint(step, 0))
        qtbot.wait(20)
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, place + QPoint(45, 0))
    qtbot.wait(1)
    chosen = window.watchlist.width()
    assert chosen < 300
    resized(window, qtbot, 1400)
    assert window.watchlist.width() == chosen


def test_another_workspace_brings_other_widths(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    history: History = desk.history
    window.resizeDocks([window.watchlist], [280], Qt.Orientation.Horizontal)
    qtbot.wait(1)
    window.layout_keeper.keep()
    narrow = history.document
    window.resizeDocks([window.watchlist], [340], Qt.Orientation.Horizontal)
    qtbot.wait(1)
    window.layout_keeper.keep()
    history.load(narrow)
    qtbot.wait(1)
    resized(window, qtbot, 1400)
    assert window.watchlist.width() <= 280  # less where the screen of the test is too small for the window it had
