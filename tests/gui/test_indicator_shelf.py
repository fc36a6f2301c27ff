"""Favourites come first, and sets of indicators are saved, applied to any chart, and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from charting.core.document import Indicator, Pane, Workspace
from charting.core.edits import set_chart
from gui import chart_edits
from gui.actions.indicators import IDS
from gui.docks.indicator_list import FAVOURITE, KIND, IndicatorList, _star
from gui.indicator_shelf import IndicatorSet, IndicatorShelf, Shelved, put_on, taken_from
from tests.gui.desk import Desk
from tests.gui.documents import workspace


def kinds(desk: Desk) -> list[str]:
    return [indicator.kind for indicator in chart_edits.active_indicators(desk.history.document)]


def rows(desk: Desk) -> IndicatorList:
    return desk.window.findChild(IndicatorList, "indicator_list")


def sets_menu(desk: Desk) -> QMenu:
    menu = desk.window.findChild(QMenu, "indicator_sets_menu")
    menu.aboutToShow.emit()
    return menu


def test_a_star_makes_a_favourite_that_is_listed_first(desk: Desk, qtbot: QtBot) -> None:
    model = rows(desk).model()
    before = kinds(desk)
    for kind in ("rsi", "ema"):
        shown = (model.index(row) for row in range(model.rowCount()))
        index = next(one for one in shown if (found := one.data(KIND)) and found.kind == kind)
        place = _star(rows(desk).visualRect(index)).center()
        qtbot.mouseClick(rows(desk).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert [model.index(row).data() for row in (0,)] == ["Favourites"]
    assert [model.index(row).data(KIND).kind for row in (1, 2)] == ["rsi", "ema"]
    assert model.index(1).data(FAVOURITE)
    assert kinds(desk) == before, "a click on the star switches nothing"
    assert desk.window.context.shelf.favourites == ("rsi", "ema")
    rows(desk).setCurrentIndex(model.index(1))
    qtbot.keyClick(rows(desk), Qt.Key.Key_Asterisk)
    assert desk.window.context.shelf.favourites == ("ema",)


def test_a_set_is_applied_from_the_menu_as_one_step(desk: Desk) -> None:
    before = desk.history.document
    next(action for action in sets_menu(desk).actions() if action.text().startswith("Bands")).trigger()
    assert kinds(desk) == ["volume", "bbands", "rsi"]
    assert desk.history.undo_name == "Apply Bands: Bollinger + RSI"
    desk.history.undo()
    assert desk.history.document == before


def test_the_charts_indicators_are_saved_and_deleted_as_a_set(desk: Desk, qtbot: QtBot) -> None:
    desk.window.commands.run(IDS[0])
    field = desk.window.findChild(QLineEdit, "name_dialog_field")
    field.setText("Mine")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Mine" in [action.text() for action in sets_menu(desk).actions()]
    delete = desk.window.findChild(QMenu, "indicator_sets_menu_delete")
    next(action for action in delete.actions() if action.text() == "Mine").trigger()
    assert "Mine" not in desk.window.context.shelf.names


def test_sets_are_in_the_palette(desk: Desk) -> None:
    titles = [entry.title for entry in desk.window.indicators.entries()]
    assert "Trend: SMA 50 + MACD" in titles


def test_what_is_taken_from_a_chart_is_put_on_another_with_its_sources() -> None:
    source = Indicator("one", "rsi")
    smooth = Indicator("two", "sma", {"period": 5, "source": "indicator:one/rsi"})
    panes = (Pane("p", indicators=(Indicator("v", "volume"),)), Pane("q", 0.4, (source, smooth), collapsed=True))
    document = workspace()
    document = set_chart(document, document.active, panes=panes)
    taken = taken_from(document)
    other = put_on(workspace(), taken)
    first, below = other.chart.panes
    assert [one.kind for one in first.indicators] == ["volume"]
    assert (below.weight, below.collapsed) == (0.4, False)
    rsi, average = below.indicators
    assert rsi.id not in ("one", "two")
    assert average.parameters == {"period": 5, "source": f"indicator:{rsi.id}/rsi"}
    assert put_on(other, taken).chart.panes[1].indicators[0].id != rsi.id, "ids are never given twice"


def of_kinds(*kinds: str) -> tuple[Indicator, ...]:
    return tuple(Indicator(kind, kind) for kind in kinds)


CHARTS = {
    "alone": (Pane("p", indicators=of_kinds("volume")),),
    "below": (Pane("p"), Pane("q", 0.4, of_kinds("rsi", "macd"))),
    "above": (Pane("q", 0.4, of_kinds("rsi")), Pane("p", 2.0, of_kinds("volume", "ema"))),
    "between": (Pane("q", 0.4, of_kinds("rsi")), Pane("r", 0.2, of_kinds("atr")), Pane("p"), Pane("s", 0.6, of_kinds("macd"))),
    "with an empty one": (Pane("q", 0.4), Pane("p"), Pane("s", 0.6, of_kinds("macd")), Pane("t", 0.1)),
}


@pytest.mark.parametrize("onto", CHARTS)
@pytest.mark.parametrize("chart", CHARTS)
def test_a_set_looks_on_any_chart_as_it_did_where_it_was_taken(chart: str, onto: str) -> None:
    def on(panes: tuple[Pane, ...]) -> Workspace:
        document = workspace()
        return set_chart(document, document.active, panes=panes, bars_pane="p", maximised=panes[-1].id)

    def seen(document: Workspace) -> list[tuple[float, list[str], bool]]:
        chart = document.chart
        return [
            (0.0 if pane is chart.price_pane else pane.weight, [one.kind for one in pane.indicators], pane is chart.price_pane)
            for pane in chart.panes
        ]

    taken = taken_from(on(CHARTS[chart]))
    put = put_on(on(CHARTS[onto]), taken)
    assert seen(put) == [one for one in seen(on(CHARTS[chart])) if one[1] or one[2]]
    assert put.chart.price_pane.weight == on(CHARTS[onto]).chart.price_pane.weight
    assert put.chart.maximised == "", "what is put on the chart is to be seen"
    ids = [pane.id for pane in put.chart.panes]
    assert len({*ids, *(one.id for one in taken.indicators)}) == len(ids) + len(taken.indicators)
    assert len(set(ids)) == len(ids)
    assert seen(put_on(put, taken_from(put))) == seen(put)


def test_an_unknown_set_changes_nothing() -> None:
    document = workspace()
    shelf = IndicatorShelf(Shelved(sets={"b": IndicatorSet(), "A": IndicatorSet(), "c": IndicatorSet()}))
    assert shelf.names == ("A", "b", "c")
    assert shelf.apply(document, "d") is document
    assert IndicatorShelf(Shelved()).names == (), "an empty shelf is not filled again"


def test_the_shelf_tells_of_every_change() -> None:
    kept: list[Shelved] = []
    shelf = IndicatorShelf(keep=kept.append)
    assert shelf.names, "some sets are there in the beginning"
    shelf.toggle_favourite("rsi")
    shelf.delete(shelf.names[1:])
    shelf.delete(["none of that name"])
    assert [(one.favourites, len(one.sets)) for one in kept] == [(("rsi",), 3), (("rsi",), 1)]


def test_an_indicator_of_ones_own_is_written_and_opened(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    desk.window.commands.run("indicators.new_own")
    field = desk.window.findChild(QLineEdit, "name_dialog_field")
    field.setText("My Line")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    written = Path(desk.window.context.home) / "indicators" / "my_line.py"
    assert written.exists()
    assert opened == [str(written)]
    desk.window.commands.run("indicators.own_folder")
    assert opened[-1] == str(written.parent)
    desk.window.commands.run("indicators.new_own")
    again = [one for one in desk.window.findChildren(QLineEdit, "name_dialog_field") if one.isVisible()][-1]
    again.setText("My Line")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert len(opened) == 2, "what is there is not written over"
    assert desk.window.findChild(QDialog, "error_dialog") is not None
