"""The data window: every value of the bar that is pointed at, read without painting the chart anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from charting.core.edits import remove_indicator
from charting.view.formats import LocaleFormats
from gui.docks.data_window import DataWindow
from tests.gui.desk import Desk


@pytest.fixture
def dock(desk: Desk, qtbot: QtBot) -> DataWindow:
    """The dock, opened, with the values of every indicator."""
    found = desk.window.data_window
    assert not found.isVisible()
    assert found.table is None, "nothing is made before it is wanted"
    desk.window.commands.run("view.panel_data_window")
    qtbot.waitUntil(lambda: "–" not in rows(found).values() and len(rows(found)) > 8)
    return found


def rows(dock: DataWindow) -> dict[str, str]:
    found = {}
    for number in range(dock.table.topLevelItemCount() if dock.table is not None else 0):
        head = dock.table.topLevelItem(number)
        for place in range(head.childCount()):
            found[f"{head.text(0)}/{head.child(place).text(0)}"] = head.child(place).text(1)
    return found


def test_without_a_crosshair_the_last_bar_is_listed(desk: Desk, dock: DataWindow) -> None:
    series = desk.window.view.series
    assert series is not None
    name = series.instrument.name
    found = rows(dock)
    assert found[f"{name}/Close"] == LocaleFormats().price(float(series.bars.close[-1]), 2)
    assert found[f"{name}/Volume"] == LocaleFormats().price(float(series.bars.volume[-1]), 0)
    assert {title.split("/")[0] for title in found} == {name, "Volume", "SMA 50", "MACD 12 26 9"}


def test_it_follows_the_crosshair_without_a_frame_of_the_chart(desk: Desk, dock: DataWindow, qtbot: QtBot) -> None:
    view = desk.window.view
    qtbot.waitUntil(lambda: not view._computing._pending)  # each indicator that is ready is a frame of its own
    view.repaint()
    frames = view.frames
    qtbot.mouseMove(view, QPoint(view.width() // 3, 200))
    row, series = view.pointed_row, view.series
    assert series is not None
    assert row > 0
    wanted = LocaleFormats().price(float(series.bars.close[row]), 2)
    qtbot.waitUntil(lambda: rows(dock)[f"{series.instrument.name}/Close"] == wanted)
    assert view.frames == frames


def test_an_indicator_that_is_removed_leaves_the_list(desk: Desk, dock: DataWindow, qtbot: QtBot) -> None:
    document = desk.history.document
    indicator = document.chart.panes[1].indicators[0]
    desk.history.commit(remove_indicator(document, document.active, indicator.id), "Remove")
    qtbot.waitUntil(lambda: not any(title.startswith("MACD") for title in rows(dock)))


def test_no_bars_are_an_empty_list(desk: Desk, dock: DataWindow) -> None:
    desk.window.show_series(None, "Nothing")
    dock.read()
    assert rows(dock) == {}


def test_without_bars_nothing_is_listed(desk: Desk, dock: DataWindow, qtbot: QtBot) -> None:
    desk.window.show_series(None, "Nothing is known of it.")
    qtbot.waitUntil(lambda: rows(dock) == {})
    desk.show_bars()
    qtbot.waitUntil(lambda: len(rows(dock)) > 8)
