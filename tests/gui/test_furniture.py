"""The window is complete after the first paint: nothing before it waits for the rest, and nothing moves when that comes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget, QMenuBar, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from charting.core.document import Workspace
from charting.core.edits import set_chart
from charting.core.history import History
from charting.core.theme import theme
from charting.market.demo_workspace import demo_workspace
from gui.context import AppContext
from gui.furniture import PARTS
from gui.window import MainWindow
from tests.gui.desk import FakeLibrary, FakeMarket, demo_series

AROUND = ("watchlist_dock", "indicators_dock", "drawings_dock", "data_window_dock")


class Resizes(QObject):
    """Counts how often a widget is given another size, or moved."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        return False


def opened(qtbot: QtBot, home: Path, document: Workspace | None = None) -> MainWindow:
    history = History(document or demo_workspace())
    look = theme("dark")
    window = MainWindow(AppContext(history, FakeLibrary(), FakeMarket(), look, lambda _: None, lambda *_: None, home))
    qtbot.addWidget(window)
    if document is None:
        window.resize(1280, 800)  # where there is room for the bars' buttons
    window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    found = opened(qtbot, tmp_path)
    yield found
    found.close()


def places(window: MainWindow) -> dict[str, tuple[int, int, int, int, bool]]:
    found = {}
    for widget in (window.view, *(window.findChild(QDockWidget, name) for name in AROUND), *window.findChildren(QToolBar)):
        box = widget.geometry()
        # What is hidden, or behind another tab, has no place yet.
        seen = not widget.visibleRegion().isEmpty()
        place = (box.x(), box.y(), box.width(), box.height()) if seen else (0, 0, 0, 0)
        found[widget.objectName()] = (*place, widget.isVisible())
    return found


def test_nothing_moves_when_the_window_becomes_complete(window: MainWindow, qtbot: QtBot) -> None:
    assert not PARTS & set(vars(window))
    window.show_series(demo_series("HSTECH.HK"))
    before, resizes = places(window), Resizes(window.view)
    menus = window.findChild(QMenuBar).geometry()
    qtbot.waitUntil(lambda: window.is_complete)
    qtbot.wait(1)
    assert set(vars(window)) >= PARTS
    assert places(window) == before
    assert window.findChild(QMenuBar).geometry() == menus
    assert resizes.count == 0
    assert [dock.objectName() for dock in window.findChildren(QDockWidget)].count("watchlist_dock") == 1


def test_docks_that_were_arranged_come_back_where_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    first = opened(qtbot, tmp_path)
    first.data_window.show()
    first.data_window.raise_()
    first.watchlist.close()
    first.drawings_bar.hide()
    qtbot.waitUntil(lambda: first.data_window.visibleRegion().rectCount() > 0)
    first.close()
    second = opened(qtbot, tmp_path, first.history.document)
    second.resize(1280, 800)
    qtbot.wait(1)
    before = places(second)
    assert not second.is_complete
    assert {name for name, (*_, shown) in before.items() if shown} == {
        "chart",
        "chart_toolbar",
        "data_window_dock",
        "indicators_dock",
    }
    second.complete()
    qtbot.wait(1)
    assert places(second) == before
    assert second.data_window.visibleRegion().rectCount() > 0
    second.close()


def test_asking_for_a_part_makes_the_window_complete(window: MainWindow) -> None:
    assert not window.is_complete
    assert window.commands.action("view.reset").text()
    assert window.is_complete
    with pytest.raises(AttributeError, match="nothing_of_that_name"):
        _ = window.nothing_of_that_name


def test_what_happens_before_is_shown_after(window: MainWindow) -> None:
    changed = set_chart(window.history.document, window.history.document.active, symbol="9988.HK")
    window.history.commit(changed, "Show another")
    assert not window.is_complete
    assert "9988" in window.commands.action("view.symbol").iconText()


def test_a_window_may_be_closed_before(qtbot: QtBot, tmp_path: Path) -> None:
    found = opened(qtbot, tmp_path)
    assert found.close()


def test_another_document_does_no_harm_between_any_two_pieces(window: MainWindow) -> None:
    """As when a file that was named on the command line has been read before all of the window is made."""
    window.show_series(demo_series("HSTECH.HK"))
    symbols = cycle(("9988.HK", "HSTECH.HK"))
    drawings = [one.id for one in window.history.document.drawings["HSTECH.HK"]]
    while window.make_next():
        changed = set_chart(window.history.document, window.history.document.active, symbol=next(symbols))
        window.history.commit(changed, "Show another")
        window.view.select(drawings[:1])
        window.view.select(())
    assert window.editing.bar.isHidden()


@pytest.mark.parametrize("part", sorted(PARTS))
def test_another_theme_does_no_harm_once_a_part_is_there(window: MainWindow, part: str) -> None:
    """As when the system turns dark just then."""
    while part not in vars(window):
        window.make_next()
    window.set_theme(theme("light"))
    assert window.theme.mode == "light"
    assert window.is_complete
