"""What can wait runs once, after the chart's first paint, or after a while without one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.document import Workspace
from charting.core.history import History
from charting.core.theme import theme
from charting.view.canvas import Canvas
from gui import first_paint
from gui.first_paint import FirstPaint
from tests.scene.making import chart, series_of, walk


@pytest.fixture
def view(qtbot: QtBot) -> Canvas:
    made = chart(())
    found = Canvas(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(found)
    found.show()
    return found


def test_calls_wait_for_the_first_bars(view: Canvas, qapp: QApplication, qtbot: QtBot) -> None:
    ran: list[str] = []
    first = FirstPaint(view)
    first.then(lambda: (ran.append("one"), QTimer.singleShot(0, lambda: ran.append("a hand"))))
    first.then(lambda: ran.append("two"))
    view.repaint()
    assert ran == [], "an empty chart is no chart yet"
    view.set_series(series_of(walk(50)))
    view.repaint()
    assert ran == [], "the picture is on the screen first"
    qtbot.waitUntil(lambda: "two" in ran)
    assert ran == ["one", "a hand", "two"]
    ran.clear()
    view.refresh()
    view.repaint()
    qapp.processEvents()
    first.then(lambda: ran.append("three"))
    assert ran == ["three"]
    view.close_workers()


def test_without_bars_waiting_ends(view: Canvas, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "PATIENCE", 1)
    ran: list[str] = []
    FirstPaint(view).then(lambda: ran.append("one"))
    qtbot.waitUntil(lambda: ran == ["one"])
    view.close_workers()
