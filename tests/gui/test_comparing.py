"""Comparing: as one step, in the menus, with bars that the loader brings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from charting.core.codec import decode, encode
from charting.core.document import Compared, Pane, Scale, WatchlistItem
from charting.core.edits import set_chart
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.core.interval import DAY, WEEK
from charting.core.scale_edits import rescaled
from charting.market.provider import BadAnswer, SeriesKey
from gui.actions import compare
from gui.chart_edits import set_scale_bounds
from gui.comparing import COLOURS, compare_with_nothing, is_compared, toggle_compared
from gui.context_menu import open_chart_menu
from gui.loader import COMPARED, Loader
from gui.market import change_source
from gui.search_popup import SearchPopup
from gui.workers import MainThread
from tests.gui.desk import Desk
from tests.gui.documents import workspace
from tests.gui.fakes import FakeFeed, FakeWindow
from tests.gui.test_loader import HSI, HSTECH
from tests.gui.test_loader import Desk as LoaderDesk

ITEM = WatchlistItem("^HSI", "demo")


@pytest.fixture
def loading(qtbot: QtBot) -> Iterator[LoaderDesk]:
    """A loader whose chart has its bars."""
    documents, feed, window, main = History(workspace()), FakeFeed(), FakeWindow(), MainThread()
    loader = Loader(documents, feed, main)
    loader.start()
    loader.attach(window)
    found = LoaderDesk(documents, feed, window, loader, main, qtbot)
    found.answer(HSTECH)
    yield found
    loader.close()
    main.close()


def others(desk: LoaderDesk) -> dict[str, int | None]:
    """How many bars each compared series has, None while they are not there."""
    series = desk.window.series
    assert series is not None
    return {one.compared.symbol: None if one.series is None else len(one.series.bars) for one in series.others}


def toggle(desk: LoaderDesk, item: WatchlistItem) -> None:
    desk.documents.commit(toggle_compared(desk.documents.document, item), "Compare")


def test_a_series_is_laid_over_and_taken_off() -> None:
    empty = set_scale_bounds(workspace(), (1.0, 2.0))
    one = toggle_compared(empty, ITEM)
    assert one.chart.compare == (Compared("^HSI", "demo", COLOURS[0]),)
    assert one.chart.panes[0].scale.low is None
    two = toggle_compared(one, WatchlistItem("3750.HK", "yahoo"))
    assert [line.colour for line in two.chart.compare] == list(COLOURS[:2])
    assert is_compared(two, ITEM)
    assert toggle_compared(two, ITEM).chart.compare == two.chart.compare[1:]
    assert compare_with_nothing(two).chart.compare == ()
    assert compare_with_nothing(empty) is empty
    itself = WatchlistItem("HSTECH.HK", "demo")
    assert toggle_compared(empty, itself) is empty


def test_undo_holds_the_scale_again_that_a_comparison_set_free() -> None:
    history = History(set_scale_bounds(workspace(), (1.0, 2.0)))

    def bounds() -> tuple[float | None, float | None]:
        scale = history.document.chart.price_pane.scale
        return scale.low, scale.high

    history.commit(toggle_compared(history.document, ITEM), "Compare")
    history.amend(set_scale_bounds(history.document, (-10.0, 30.0)))
    history.commit(compare_with_nothing(history.document), "Compare with nothing")
    assert bounds() == (None, None)
    history.undo()
    assert bounds() == (-10.0, 30.0), "percents, as they were held while there was something to compare with"
    history.undo()
    assert bounds() == (1.0, 2.0)
    history.amend(set_scale_bounds(history.document, (3.0, 4.0)))
    history.redo()
    assert bounds() == (-10.0, 30.0), "prices are no percents"


def test_undo_of_a_comparison_leaves_the_scales_of_other_panes_as_a_hand_holds_them() -> None:
    panes = (Pane("price"), Pane("below"))
    history = History(set_chart(workspace(), "chart", panes=panes))
    history.commit(toggle_compared(history.document, ITEM), "Compare")
    chart = history.document.chart
    history.amend(rescaled(history.document, chart.id, "below", "", Scale(low=5.0, high=6.0)))
    history.undo()
    assert history.document.chart.panes[-1].scale == Scale(low=5.0, high=6.0)


def test_every_line_has_a_colour() -> None:
    document = workspace()
    for number in range(len(COLOURS) + 3):
        document = toggle_compared(document, WatchlistItem(f"{number:04}.HK", "demo"))
    assert {line.colour for line in document.chart.compare} == set(COLOURS)


def test_a_workspace_keeps_what_is_compared_and_its_source_changes_along() -> None:
    document = toggle_compared(workspace(), ITEM)
    assert decode(encode(document)) == document
    assert [line.source for line in change_source(document, "demo", "yahoo").chart.compare] == ["yahoo"]


def test_the_loader_brings_bars_and_drops_them_again(loading: LoaderDesk) -> None:
    toggle(loading, ITEM)
    assert loading.feed.requests[-1] == HSI
    assert others(loading) == {"^HSI": None}
    loading.answer(HSI, (1.0, 2.0))
    assert others(loading) == {"^HSI": 2}
    loading.answer(HSTECH, (1.0, 2.0, 3.0, 4.0))
    assert others(loading) == {"^HSI": 2}
    loading.documents.undo()
    assert others(loading) == {}
    count = len(loading.feed.requests)
    loading.documents.redo()
    assert others(loading) == {"^HSI": 2}
    assert len(loading.feed.requests) == count


def test_compared_bars_stay_however_many_there_are(loading: LoaderDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.loader.KEPT_BARS", 4)
    toggle(loading, ITEM)
    loading.answer(HSI)
    assert others(loading) == {"^HSI": 3}
    alibaba = SeriesKey("demo", "9988.HK", DAY)
    loading.show(symbol=alibaba.symbol)
    loading.answer(alibaba)
    assert set(loading.loader.answers) == {HSI, alibaba}  # the series before made room


def test_another_interval_is_asked_for_everything(loading: LoaderDesk) -> None:
    toggle(loading, ITEM)
    loading.show(interval="1wk")
    wanted = [SeriesKey("demo", symbol, WEEK) for symbol in ("HSTECH.HK", "^HSI")]
    assert loading.feed.requests[-2:] == wanted
    loading.answer(HSI)
    assert loading.window.series is None
    loading.loader.refresh()
    assert loading.feed.requests[-2:] == wanted


def test_the_chart_does_not_compare_a_series_with_itself(loading: LoaderDesk) -> None:
    toggle(loading, ITEM)
    loading.answer(HSI)
    loading.show(symbol="^HSI")
    assert others(loading) == {}


def test_what_cannot_be_had_is_said(loading: LoaderDesk) -> None:
    toggle(loading, ITEM)
    loading.feed.refuse(SeriesKey("demo", "^HSI", DAY), BadAnswer("The source did not answer."))
    loading.settle()
    assert loading.window.notices[COMPARED].text == "The source did not answer."
    series = loading.window.series
    assert series is not None
    assert [other.problem for other in series.others] == ["The source did not answer."]
    assert loading.window.state is not None
    assert not loading.window.state.loading
    loading.documents.undo()
    assert COMPARED not in loading.window.notices


def test_a_symbol_is_searched_for_and_once_more_taken_off(qtbot: QtBot, desk: Desk) -> None:
    for expected in ((Compared("3750.HK", "demo", COLOURS[0]),), ()):
        desk.window.commands.run("view.compare")
        popup = desk.window.findChildren(SearchPopup)[-1]
        field = popup.findChild(QLineEdit)
        assert field.accessibleName() == "Compare with…"
        field.setText("3750")
        assert popup.entries()[0] == "CATL"
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert popup.isHidden()
        assert desk.history.document.chart.compare == expected
        assert desk.window.view.hasFocus()
    assert len(desk.window.findChildren(SearchPopup)) == 2


def test_the_chart_says_that_it_shows_a_symbol_already(desk: Desk) -> None:
    document = desk.history.document
    compare.toggle(desk.window, WatchlistItem(document.chart.symbol, document.chart.source))
    assert desk.history.document is document


def test_each_has_its_way_out_in_the_menu_of_the_chart(desk: Desk) -> None:
    document = toggle_compared(desk.history.document, ITEM)
    desk.history.commit(document, "Compare")
    open_chart_menu(desk.window, None, QPoint(300, 300))
    menu = desk.window.findChild(QMenu, "chart_menu")
    action = menu.actions()[-1]
    assert action.text() == "Compare no longer with Hang Seng Index"
    action.trigger()
    menu.close()
    assert desk.history.document.chart.compare == ()
    assert desk.history.undo_name == "Compare no longer with HSI"
    assert not desk.window.commands.action("view.compare_nothing").isEnabled()
    desk.window.commands.run("view.indexed")
    assert desk.history.document.chart.panes[0].scale.kind == "indexed"


def test_an_ampersand_in_a_name_is_written_in_menus(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    named = Instrument("^GSPC", "S&P 500", kind="index", exchange="", timezone="UTC")
    monkeypatch.setattr(desk.window.context.market, "instrument", lambda _symbol: named, raising=False)
    desk.history.commit(toggle_compared(desk.history.document, WatchlistItem("^GSPC", "yahoo")), "Compare with S&P 500")
    undo = desk.window.commands.action("edit.undo")
    assert undo.text() == "&Undo: Compare with S&&P 500"
    assert "Undo: Compare with S&amp;P 500" in undo.toolTip()
    open_chart_menu(desk.window, None, QPoint(300, 300))
    menu = desk.window.findChild(QMenu, "chart_menu")
    assert menu.actions()[-1].text() == "Compare no longer with S&&P 500"
    menu.close()


def test_the_switches_of_the_scale_show_what_is_shown(desk: Desk) -> None:
    """While comparing, a linear scale is one of per cent."""
    history, commands = desk.history, desk.window.commands

    def on() -> list[str]:
        return [name for name in ("log", "percent", "indexed") if commands.action(f"view.{name}").isChecked()]

    assert on() == []
    history.commit(toggle_compared(history.document, ITEM), "Compare")
    assert on() == ["percent"]
    compared = history.document
    commands.run("view.percent")
    assert history.document is compared, "there is no other way to compare than one of these"
    assert history.undo_name == "Compare"
    for name in ("log", "indexed"):
        commands.run(f"view.{name}")
        assert on() == [name]
    commands.run("view.indexed")
    assert on() == ["percent"]
    history.commit(toggle_compared(history.document, ITEM), "Compare no longer")
    assert on() == []
