import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from charting.core.document import Layout
from gui import layout_keeper
from gui.layout_keeper import SIZE, SMALLEST, WindowSize
from tests.gui.desk import make_desk


def test_the_layout_goes_into_the_document_without_a_step_and_comes_back(desk, qtbot, tmp_path, qapp):
    window = desk.window
    window.resize(780, 650)  # the screen of tests is small
    window.indicators.hide()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.watchlist)
    qtbot.waitUntil(lambda: desk.history.document.layout != Layout())
    window.layout_keeper.keep()
    assert desk.history.undo_name is None
    again = make_desk(tmp_path, document=desk.history.document)
    qtbot.addWidget(again.window)
    again.window.show()
    qapp.processEvents()
    assert again.window.size() == window.size()
    assert again.window.indicators.isHidden()
    assert again.window.dockWidgetArea(again.window.watchlist) == Qt.DockWidgetArea.LeftDockWidgetArea
    again.window.close()


def test_another_workspace_brings_its_layout(desk, qtbot):
    desk.window.layout_keeper.keep()
    first = desk.history.document
    desk.window.watchlist.hide()
    desk.window.layout_keeper.keep()
    assert desk.history.document.layout != first.layout
    desk.history.load(first)
    assert not desk.window.watchlist.isHidden()


def test_a_layout_that_cannot_be_read_leaves_the_window_as_it_is(desk):
    size = desk.window.size()
    desk.history.load(replace(desk.history.document, layout=Layout("bm9uc2Vuc2U=", "no base64 at all: é")))
    assert desk.window.size() == size


def test_undo_leaves_the_layout_alone(desk):
    desk.window.commands.run("view.log")
    desk.window.watchlist.hide()
    desk.window.layout_keeper.keep()
    desk.window.commands.run("edit.undo")
    assert desk.window.watchlist.isHidden()


def test_closing_keeps_the_layout(desk):
    before = desk.history.document.layout
    desk.window.resize(1111, 777)
    desk.window.close()
    assert desk.history.document.layout != before


def test_a_window_at_rest_has_nothing_to_keep_later(desk, qapp):
    """Else a test that takes its time would see the document change."""
    document = desk.history.document
    desk.window.view.repaint()
    qapp.processEvents()
    assert not desk.window.layout_keeper._timer.isActive()
    desk.window.layout_keeper.keep()
    assert desk.history.document is document


class Screen:
    """The room a window has on its screen, as a test wishes it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, room: QSize) -> None:
        self.room = room
        monkeypatch.setattr(layout_keeper, "_room", lambda _window: self.room)


def test_a_screen_with_room_for_all_has_a_window_of_the_usual_size(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    Screen(monkeypatch, QSize(2544, 1384))
    window = QMainWindow()
    qtbot.addWidget(window)
    WindowSize(window)
    assert (window.size(), window.minimumSize()) == (SIZE, SMALLEST)


@pytest.mark.parametrize("room", [QSize(894, 456), QSize(784, 424)], ids=["1366 x 768 at 150 per cent", "800 x 480"])
def test_on_a_small_screen_all_of_the_window_is_on_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, room: QSize) -> None:
    Screen(monkeypatch, room)
    window = QMainWindow()
    qtbot.addWidget(window)
    WindowSize(window)
    assert (window.size(), window.minimumSize()) == (room, room)


def test_the_least_size_follows_the_screens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch, QSize(2544, 1384))
    window = QMainWindow()
    qtbot.addWidget(window)
    WindowSize(window)
    screen.room = QSize(784, 424)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.ScreenChangeInternal))
    assert window.minimumSize() == screen.room
    screen.room = QSize(1008, 712)
    window.screen().availableGeometryChanged.emit(window.screen().availableGeometry())
    assert window.minimumSize() == SMALLEST
