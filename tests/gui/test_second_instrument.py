"""Indicators that need a second instrument: the loader brings its bars, and says what cannot be had."""

from __future__ import annotations

from charting.core.document import Indicator
from charting.core.edits import add_indicator, remove_indicator
from charting.core.interval import WEEK
from charting.indicators.beside import Beside, Instrument, Others
from charting.market.provider import BadAnswer, SeriesKey
from gui.market import change_source
from tests.gui.test_comparing import loading
from tests.gui.test_loader import HSI, HSTECH
from tests.gui.test_loader import Desk as LoaderDesk

__all__ = ["loading"]

INDEX = Instrument("demo", "^HSI")


def put(desk: LoaderDesk, instrument: Instrument = INDEX) -> None:
    document = desk.documents.document
    ratio = Indicator("ratio", "ratio", {"symbol": str(instrument)})
    desk.documents.commit(add_indicator(document, document.active, ratio, own_pane=True), "Add")


def beside(desk: LoaderDesk) -> Others:
    series = desk.window.series
    assert series is not None
    return series.beside


def test_its_bars_are_asked_for_and_given_to_the_chart(loading: LoaderDesk) -> None:
    loading.feed.requests.clear()
    put(loading)
    assert loading.feed.requests == [HSI]
    assert not beside(loading)
    loading.answer(HSI, (1.0, 2.0))
    found = beside(loading)[INDEX]
    assert isinstance(found, Beside)
    assert len(found.bars) == 2
    document = loading.documents.document
    loading.documents.commit(remove_indicator(document, document.active, "ratio"), "Remove")
    assert not beside(loading)


def test_it_follows_the_interval_of_the_chart(loading: LoaderDesk) -> None:
    put(loading)
    loading.answer(HSI)
    loading.show(interval="1wk")
    assert loading.feed.requests[-2:] == [SeriesKey("demo", "HSTECH.HK", WEEK), SeriesKey("demo", "^HSI", WEEK)]


def test_what_cannot_be_had_is_said_until_it_can(loading: LoaderDesk) -> None:
    put(loading)
    loading.feed.refuse(HSI, BadAnswer("Yahoo does not know ^HSI."))
    loading.settle()
    assert beside(loading) == {INDEX: "Yahoo does not know ^HSI."}
    assert not loading.window.notices, "the indicator says it itself"
    loading.answer(HSI)
    assert isinstance(beside(loading)[INDEX], Beside)


def test_no_bars_are_said_too(loading: LoaderDesk) -> None:
    put(loading)
    loading.answer(HSI, ())
    found = beside(loading)[INDEX]
    assert isinstance(found, str)
    assert "no bars of ^HSI" in found


def test_the_charts_own_series_may_stand_beside_itself(loading: LoaderDesk) -> None:
    loading.feed.requests.clear()
    put(loading, Instrument("demo", "HSTECH.HK"))
    assert loading.feed.requests == []
    series = loading.window.series
    assert series is not None
    found = beside(loading)[Instrument("demo", "HSTECH.HK")]
    assert isinstance(found, Beside)
    assert found.bars is series.bars


def test_a_refresh_asks_for_both(loading: LoaderDesk) -> None:
    put(loading)
    loading.answer(HSI)
    loading.feed.requests.clear()
    loading.loader.refresh()
    assert loading.feed.requests == [HSTECH, HSI]


def test_it_goes_along_to_another_source(loading: LoaderDesk) -> None:
    put(loading)
    document = loading.documents.document
    moved = change_source(document, "demo", "yahoo").chart
    ratio = next(one for pane in moved.panes for one in pane.indicators if one.id == "ratio")
    assert ratio.parameters["symbol"] == "yahoo ^HSI"
    assert change_source(document, "nowhere", "yahoo").chart.panes is document.chart.panes
