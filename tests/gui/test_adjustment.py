"""Adjusting a chart by its commands, notes of its marks, exact prices in the form, and what a weekly high is on daily bars."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from msgspec import structs
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from charting.core.adjustment import Action, adjustments_of
from charting.core.document import Anchor, Drawing
from charting.core.edits import set_chart
from charting.core.interval import DAY, WEEK
from charting.drawings.snapping import snap
from charting.market.feed import at_interval
from charting.market.files import read_bars
from charting.market.provider import History, SeriesKey
from charting.scene.catching import surroundings
from charting.scene.series import Series
from gui import drawing_steps
from gui.action_notes import ActionNotes
from gui.drawing_pages.points import PointsPage
from gui.loader import series_of
from gui.number_boxes import NumberBox
from tests.gui.desk import Desk, demo_series

SYMBOL = "9988.HK"
ROW = -60


def adjustable(row: int = ROW) -> Series:
    """The demonstration's bars, as if there had been a split and a dividend."""
    series = demo_series(SYMBOL)
    times = series.bars.time
    actions = (Action(int(times[row]), "split", 2.0), Action(int(times[row + 20]), "dividend", 1.25))
    return structs.replace(series, simulated=False, adjustments=adjustments_of(series.bars, None, actions))


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Desk:
    document = desk.history.document
    desk.history.load(set_chart(document, document.active, symbol=SYMBOL, source="yahoo", range=None))
    desk.window.resize(1200, 760)
    desk.window.show()
    desk.window.show_series(adjustable())
    desk.window.view.repaint()
    return desk


def run(desk: Desk, name: str) -> None:
    desk.window.commands.run(name)
    desk.window.view.repaint()


def test_a_command_adjusts_the_chart_as_one_step(shown: Desk) -> None:
    history, commands = shown.history, shown.window.commands
    document = history.document
    first = document.chart.panes[0]
    held = replace(first, scale=replace(first.scale, low=1.0, high=2.0))
    history.amend(set_chart(document, document.active, panes=(held, *document.chart.panes[1:])))
    run(shown, "view.adjustment_raw")
    assert history.document.chart.adjustment == "raw"
    assert history.document.chart.panes[0].scale.low is None, "a scale held at other prices would show nothing"
    assert history.undo_name == "Prices as traded"
    assert commands.action("view.adjustment_raw").isChecked()
    assert not commands.action("view.adjustment_split").isChecked()
    history.undo()
    assert history.document.chart.adjustment == "split"
    assert history.document.chart.panes[0].scale.low == 1.0, "with the prices comes the scale that was held at them"
    history.redo()
    assert history.document.chart.panes[0].scale.low is None


def test_the_button_below_the_chart_adjusts_for_dividends_and_back(shown: Desk) -> None:
    button = shown.window.findChild(QToolButton, "slim.view.adjustment_full")
    assert button.text() == "adj"
    button.click()
    assert shown.history.document.chart.adjustment == "full"
    button.click()
    assert shown.history.document.chart.adjustment == "split"
    assert not button.isChecked()


def test_what_cannot_be_adjusted_is_greyed_out_with_the_reason(shown: Desk) -> None:
    commands = shown.window.commands
    assert commands.action("view.adjustment_full").isEnabled()
    shown.window.show_series(demo_series(SYMBOL))
    for name in ("view.adjustment_raw", "view.adjustment_full"):
        action = commands.action(name)
        assert not action.isEnabled()
        assert "told of no dividends" in action.toolTip()
        assert "told of no dividends" in action.statusTip()
    assert commands.action("view.adjustment_split").isEnabled()
    shown.window.show_series(demo_series("HSTECH.HK"))
    assert "An index has no dividends" in commands.action("view.adjustment_full").toolTip()
    shown.window.show_series(adjustable())
    assert commands.action("view.adjustment_full").isEnabled()
    assert "told of no" not in commands.action("view.adjustment_full").toolTip()


def test_the_way_back_is_open_where_nothing_can_be_adjusted(shown: Desk) -> None:
    run(shown, "view.adjustment_full")
    shown.window.show_series(demo_series(SYMBOL))
    assert not shown.window.commands.action("view.adjustment_raw").isEnabled()
    run(shown, "view.adjustment_split")
    assert shown.history.document.chart.adjustment == "split"


def test_marks_can_be_hidden_and_shown(shown: Desk) -> None:
    view = shown.window.view
    assert len(view.scene.marks) == 2
    run(shown, "view.actions")
    assert view.scene.marks == ()
    assert shown.history.undo_name == "Hide dividends and splits"
    shown.history.undo()
    view.repaint()
    assert len(view.scene.marks) == 2


def place_of(desk: Desk, index: int) -> QPoint:
    left, top, width, height = desk.window.view.scene.marks[index].rect
    ratio = desk.window.view.devicePixelRatioF()
    return (QPointF(left + width / 2, top + height / 2) / ratio).toPoint()


def test_a_note_says_what_a_mark_stands_for(shown: Desk, qtbot: QtBot) -> None:
    view = shown.window.view
    note = view.findChild(ActionNotes)
    assert not note.isVisible()
    qtbot.mouseMove(view, place_of(shown, 1))
    assert note.isVisible()
    assert "Dividend" in note.accessibleDescription()
    assert "1.25 HKD" in note.accessibleDescription()
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert note.geometry().bottom() < place_of(shown, 1).y()
    assert view.rect().contains(note.geometry())
    qtbot.mouseMove(view, place_of(shown, 1) - QPoint(0, 120))
    assert not note.isVisible()


def test_a_click_keeps_the_note_until_the_next_or_escape(shown: Desk, qtbot: QtBot) -> None:
    view, history = shown.window.view, shown.history
    note, before, span = view.findChild(ActionNotes), history.document, view.sight.span
    away = place_of(shown, 0) - QPoint(0, 150)
    for close in (
        lambda: qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(shown, 0)),
        lambda: qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=away),
        lambda: qtbot.keyClick(view, Qt.Key.Key_Escape),
    ):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(shown, 0))
        qtbot.mouseMove(view, away)
        assert note.isVisible()
        assert "2 for 1" in note.accessibleDescription()
        close()
        qtbot.mouseMove(view, away)
        assert not note.isVisible()
    assert view.sight.span == span
    assert history.undo_name is None
    assert history.document.drawings == before.drawings


def test_a_kept_note_goes_with_its_mark(shown: Desk, qtbot: QtBot) -> None:
    view = shown.window.view
    note = view.findChild(ActionNotes)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(shown, 0))
    before = note.x()
    view.sight.pan(5)
    view.repaint()
    qtbot.waitUntil(lambda: note.x() < before)
    run(shown, "view.actions")
    qtbot.waitUntil(lambda: not note.isVisible())


def test_a_tool_in_the_hand_is_not_hindered_by_marks(shown: Desk, qtbot: QtBot) -> None:
    view = shown.window.view
    view.set_tool("horizontal_line")
    place = place_of(shown, 0)
    qtbot.mouseMove(view, place)
    assert not view.findChild(ActionNotes).isVisible()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert [one.kind for one in shown.history.document.drawings[SYMBOL]][-1] == "horizontal_line"


def with_line(desk: Desk) -> Drawing:
    """A line on split-adjusted prices, both points before the split."""
    bars = adjustable().bars
    points = tuple(Anchor(datetime.fromtimestamp(int(bars.time[row]), UTC), 100.0 + row / 10) for row in (ROW - 40, ROW - 10))
    line = Drawing("mine", "trend_line", points, as_of=datetime.fromtimestamp(int(bars.time[-1]), UTC))
    document = desk.history.document
    desk.history.commit(replace(document, drawings={**document.drawings, SYMBOL: (line,)}), "Draw")
    desk.window.view.repaint()
    return line


def test_the_form_shows_and_takes_prices_as_the_chart_has_them(shown: Desk, qtbot: QtBot) -> None:
    line = with_line(shown)
    run(shown, "view.adjustment_raw")
    shown.window.editing.open_properties("mine")
    page = shown.window.editing.form.findChild(PointsPage)
    first, second = (page.findChild(NumberBox, f"point_{index}_price") for index in range(2))
    assert first.value() == pytest.approx(2 * line.anchors[0].price)
    first.setValue(222.0)
    kept = drawing_steps.find(shown.history, "mine")
    assert kept is not None
    assert kept.basis == "split"
    assert kept.anchors[0].price == pytest.approx(111.0)
    assert kept.anchors[1] == line.anchors[1]
    run(shown, "view.adjustment_split")
    assert first.value() == pytest.approx(111.0)
    assert second.value() == pytest.approx(line.anchors[1].price)
    shown.window.editing.form.accept()


def test_copies_and_clones_mean_what_is_seen(shown: Desk) -> None:
    line = with_line(shown)
    run(shown, "view.adjustment_raw")
    shown.window.view.select(("mine",))
    run(shown, "edit.copy")
    assert QGuiApplication.clipboard().text()
    run(shown, "edit.paste")
    shown.window.view.select(("mine",))
    shown.window.editing.clone()
    _, pasted, cloned = shown.history.document.drawings[SYMBOL]
    assert pasted.basis == cloned.basis == "raw"
    assert pasted.anchors[0].price == pytest.approx(2 * line.anchors[0].price)
    run(shown, "view.adjustment_split")
    first, second, _ = shown.window.view.drawings()
    assert second.anchors[0].price == pytest.approx(first.anchors[0].price)


def test_what_was_copied_on_one_basis_is_pasted_on_another(shown: Desk) -> None:
    line = with_line(shown)
    run(shown, "view.adjustment_raw")
    shown.window.view.select(("mine",))
    run(shown, "edit.copy")
    run(shown, "view.adjustment_split")
    run(shown, "edit.paste")
    first, second = shown.window.view.drawings()
    assert first == line
    assert second.basis == "split"
    assert [one.price for one in second.anchors] == pytest.approx([one.price for one in line.anchors])


@pytest.fixture
def days(shared_data: Path) -> History:
    """Alibaba's days."""
    return read_bars(str(shared_data / "daily" / "9988.HK.csv"))


def test_a_point_on_a_weekly_high_is_on_that_days_high(shown: Desk, days: History) -> None:
    key = SeriesKey("yahoo", SYMBOL, WEEK)
    window, history = shown.window, shown.history
    history.load(set_chart(history.document, history.document.active, interval="1wk"))
    window.show_series(series_of(key, at_interval(days, WEEK)))
    view = window.view
    view.repaint()
    assert view.series is not None
    assert view.series.finer is days.bars
    weekly, last = view.series.bars, len(view.series.bars) - 1
    view.set_magnet("strong")
    for row in range(last - 40, last, 7):
        projection = view.scene.projection
        place = projection.plane.x(float(row)), projection.plane.y(float(weekly.high[row]))
        caught = snap(place, projection, "strong", surroundings(view.scene, *place))
        assert caught.caught is not None
        assert caught.anchor.field == "high"
        day = int(days.bars.time.searchsorted(caught.anchor.time.timestamp()))
        assert days.bars.time[day] == caught.anchor.time.timestamp()
        assert days.bars.high[day] == caught.anchor.price == weekly.high[row]
        assert weekly.time[row] <= days.bars.time[day] < weekly.time[row + 1]
        assert projection.slot(caught.anchor) == row, "on the weekly chart it stays on its week"
    history.load(set_chart(history.document, history.document.active, interval="1d"))
    window.show_series(series_of(structs.replace(key, interval=DAY), days))
    view.repaint()
    assert view.scene.projection.slot(caught.anchor) == day
    assert np.isclose(view.scene.projection.bars.high[day], caught.anchor.price)


def test_files_that_do_not_say_what_they_are_adjusted_for_cannot_be_adjusted(days: History) -> None:
    split = Action(int(days.bars.time[100]), "split", 2.0)
    known = structs.replace(days, actions=(split,), adjusted=None)
    assert not series_of(SeriesKey("file:///a.csv", SYMBOL, DAY), known).is_adjustable
    assert series_of(SeriesKey("file:///a.csv", SYMBOL, DAY), known).adjustments.actions == (split,)
    assert series_of(SeriesKey("yahoo", SYMBOL, DAY), known).is_adjustable
    both = structs.replace(known, adjusted=days.bars.close)
    assert series_of(SeriesKey("file:///a.csv", SYMBOL, DAY), both).is_adjustable
