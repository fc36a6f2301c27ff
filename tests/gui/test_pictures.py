"""Pictures of the chart: what the market did and what was drawn, and nothing that is there for hands only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from charting.view.chart import ChartView
from gui import chart_edits
from tests.gui.desk import Desk

LEFT, SHIFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def copied(desk: Desk) -> QImage:
    desk.window.commands.run("file.copy_picture")
    return QGuiApplication.clipboard().image()


def on_screen(view: ChartView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def quiet(desk: Desk) -> Desk:
    """The pointer is nowhere, nothing is selected, and the chart has been painted so."""
    view = desk.window.view
    view.select(())
    view.hand.over = None
    view.place_cursor(None)
    QApplication.processEvents()
    return desk


def test_a_picture_is_the_chart_as_it_is_seen(quiet: Desk) -> None:
    view = quiet.window.view
    picture = copied(quiet)
    assert picture.size() == view.size() * view.devicePixelRatioF()
    assert picture == on_screen(view)


def test_neither_handles_nor_bars_of_buttons_are_in_it(quiet: Desk) -> None:
    view, bar = quiet.window.view, quiet.window.editing.bar
    before = copied(quiet)
    view.select((chart_edits.active_drawings(quiet.history.document)[0].id,))
    view.repaint()
    bar.follow()
    assert not bar.isHidden()
    assert on_screen(view) != before
    assert copied(quiet) == before


def test_no_legend_asks_for_a_hand_in_it(quiet: Desk) -> None:
    view = quiet.window.view
    before = copied(quiet)
    line = next(line for line in view.legend.lines(view.scene) if line.subject)
    QTest.mouseMove(view, QPoint(round(line.run.x) + 3, round(line.run.y)))
    view.place_cursor(None)
    assert on_screen(view) != before
    assert copied(quiet) == before


def test_a_measure_and_the_crosshair_are(quiet: Desk) -> None:
    view = quiet.window.view
    before = copied(quiet)
    middle = view.rect().center() / 2
    for place in (middle, middle + QPoint(90, 60)):
        QTest.mouseMove(view, place)
        QTest.mouseClick(view, LEFT, SHIFT if place == middle else NONE, place)
    view.place_cursor(None)
    measured = copied(quiet)
    assert measured != before
    QTest.mouseMove(view, middle + QPoint(10, 10))
    assert copied(quiet) != measured


def test_what_waits_to_be_painted_is(quiet: Desk) -> None:
    before = copied(quiet)
    quiet.history.commit(chart_edits.invert_scale(quiet.history.document), "Invert")
    assert copied(quiet) != before


def test_without_bars_it_says_why(quiet: Desk) -> None:
    quiet.window.show_series(None, "There are no bars.")
    picture = copied(quiet)
    assert picture.size() == QSize(quiet.window.view.width(), quiet.window.view.height())
    assert picture == on_screen(quiet.window.view)
