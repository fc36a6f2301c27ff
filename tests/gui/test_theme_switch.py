"""Another theme: nothing moves, and Qt goes through every widget once or twice, not once for each that it lies in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDockWidget, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from charting.core.theme import theme
from gui.window import MainWindow
from tests.gui.desk import make_desk

FEW = 2.5
"""Times that a widget is told of another style, on the average."""


class StyleChanges(QObject):
    """Counts, by type of event, what widgets are told while another theme is put on."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Counter[QEvent.Type] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            self.told[event.type()] += 1
        return False


def places(window: MainWindow) -> list[tuple[int, ...]]:
    parts = (window.view, window.statusBar(), *window.findChildren(QToolBar), *window.findChildren(QDockWidget))
    return [part.geometry().getRect() for part in parts if not part.visibleRegion().isEmpty()]


def test_another_theme_moves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.window)
    desk.window.resize(1280, 800)
    desk.window.show()
    desk.show_bars()
    qtbot.wait(1)
    before = places(desk.window)
    for mode in ("light", "dark"):
        desk.window.set_theme(theme(mode))
        qtbot.wait(1)
        assert places(desk.window) == before
    desk.window.close()


def test_widgets_are_told_of_another_style_a_few_times_each(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    desk, changes = make_desk(tmp_path), StyleChanges()
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.show_bars()
    qtbot.wait(1)
    qapp.installEventFilter(changes)
    desk.window.set_theme(theme("light"))
    qapp.removeEventFilter(changes)
    assert 0 < changes.told[QEvent.Type.StyleChange] <= FEW * len(qapp.allWidgets())
    desk.window.close()
