from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from charting.core.document import WatchlistItem
from charting.core.edits import set_chart
from charting.core.history import History as Documents
from charting.core.interval import DAY, MINUTE
from charting.market.instruments import instrument_of
from charting.market.provider import BadAnswer, NoNetwork, Refused, SeriesKey, UnknownSymbol
from gui.advice import KEY as ADVICE
from gui.loader import PROBLEM, REFUSED, Loader
from gui.quotes import Quotes, listed
from gui.workers import MainThread
from tests.gui.documents import workspace
from tests.gui.fakes import FakeFeed, FakeWindow, history

HSTECH = SeriesKey("demo", "HSTECH.HK", DAY)
HSI = SeriesKey("demo", "^HSI", DAY)


@dataclass
class Desk:
    """A loader with everything around it."""

    documents: Documents
    feed: FakeFeed
    window: FakeWindow
    loader: Loader
    main: MainThread
    qtbot: QtBot

    def show(self, **fields: object) -> None:
        document = self.documents.document
        self.documents.commit(set_chart(document, document.active, **fields), "Show")

    def answer(self, key: SeriesKey, *arguments: object, **fields: object) -> None:
        """Answer from another thread, as the feed does, and let the answer arrive."""
        answer = history(key.symbol, *arguments, **fields)  # type: ignore[arg-type]
        thread = threading.Thread(target=self.feed.answer, args=(key, answer))
        thread.start()
        thread.join()
        self.settle()

    def settle(self) -> None:
        done: list[bool] = []
        self.main.post(lambda: done.append(True))
        self.qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    documents, feed, window, main = Documents(workspace()), FakeFeed(), FakeWindow(), MainThread()
    loader = Loader(documents, feed, main)
    loader.start()
    loader.attach(window)
    yield Desk(documents, feed, window, loader, main, qtbot)
    loader.close()
    main.close()


def test_the_first_series_is_asked_for_and_shown(desk: Desk) -> None:
    assert desk.feed.requests == [HSTECH]
    assert desk.window.state is not None
    assert desk.window.state.loading
    desk.answer(HSTECH, simulated=True)
    series = desk.window.series
    assert series is not None
    assert (series.instrument.symbol, len(series.bars), series.simulated, series.source) == ("HSTECH.HK", 3, True, "demo")
    assert [series.axis.slot(float(time)) for time in series.bars.time] == [0, 1, 2]
    state = desk.window.state
    assert (state.loading, state.simulated, state.offline) == (False, True, False)


def test_another_series_is_loaded_when_the_document_says_so(desk: Desk) -> None:
    desk.answer(HSTECH)
    desk.show(symbol="^HSI")
    assert desk.feed.requests == [HSTECH, HSI]
    assert desk.window.series is None
    desk.answer(HSI)
    assert desk.window.series is not None
    desk.documents.undo()
    assert desk.window.series.instrument.symbol == "HSTECH.HK"
    desk.show(interval="1m")
    assert desk.feed.requests[-1] == SeriesKey("demo", "HSTECH.HK", MINUTE)


def test_what_does_not_change_the_series_asks_for_nothing(desk: Desk) -> None:
    desk.show(style="line")
    document = desk.documents.document
    desk.documents.commit(msgspec.structs.replace(document, watchlist=()), "Clear watchlist")
    assert desk.feed.requests == [HSTECH]


def test_an_answer_that_comes_too_late_is_dropped(desk: Desk) -> None:
    desk.show(symbol="^HSI")
    desk.answer(HSI)
    shown = list(desk.window.shown)
    desk.answer(HSTECH)
    desk.feed.refuse(HSTECH, BadAnswer("Too late."))
    desk.settle()
    assert desk.window.shown == shown
    assert desk.window.notices == {}


def test_an_answer_overtaken_on_its_way_to_the_main_thread_is_dropped(desk: Desk) -> None:
    desk.feed.answer(HSTECH, history("HSTECH.HK"))
    desk.show(symbol="^HSI")
    desk.settle()
    assert desk.window.series is None


def test_an_empty_chart_says_that_it_loads_after_a_moment(desk: Desk) -> None:
    assert desk.window.chart_notice == ""
    desk.qtbot.waitUntil(lambda: desk.window.chart_notice == "Loading HSTECH.HK…")
    desk.answer(HSTECH)
    assert desk.window.chart_notice == ""


def test_going_back_shows_the_bars_at_once(desk: Desk) -> None:
    desk.answer(HSTECH)
    first = desk.window.series
    desk.show(symbol="^HSI")
    desk.answer(HSI)
    desk.show(symbol="HSTECH.HK")
    assert desk.window.series is first
    assert desk.feed.requests[-1] == HSTECH


def test_a_chart_that_cannot_be_filled_says_why(desk: Desk) -> None:
    desk.feed.refuse(HSTECH, UnknownSymbol("Nobody knows HSTECH.HK. Choose another symbol."))
    desk.settle()
    assert desk.window.series is None
    assert desk.window.chart_notice == "Nobody knows HSTECH.HK. Choose another symbol."
    assert desk.window.state is not None
    assert not desk.window.state.loading
    assert desk.window.notices == {}


def test_no_bars_is_a_sentence(desk: Desk) -> None:
    desk.answer(HSTECH, ())
    assert desk.window.series is None
    assert "no bars of HSTECH.HK" in desk.window.chart_notice


def test_bars_on_show_stay_when_a_refresh_fails(desk: Desk) -> None:
    desk.answer(HSTECH)
    desk.loader.refresh()
    desk.feed.refuse(HSTECH, BadAnswer("The answer was no table."))
    desk.settle()
    assert desk.window.series is not None
    assert desk.window.notices[PROBLEM].text == "The answer was no table."
    desk.window.notices[PROBLEM].actions[0].run()
    assert desk.feed.requests == [HSTECH] * 3
    desk.answer(HSTECH)
    assert desk.window.notices == {}


def test_being_offline_is_a_state_not_an_error(desk: Desk) -> None:
    desk.answer(HSTECH)
    desk.feed.refuse(HSTECH, NoNetwork("Yahoo Finance cannot be reached."))
    desk.settle()
    assert desk.window.state is not None
    assert desk.window.state.offline
    assert desk.window.state.fetched is not None
    assert desk.window.notices == {}


@pytest.fixture
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_HK"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_english")
def test_rows_left_out_are_told_by_kind_and_count(desk: Desk) -> None:
    refused = (Refused("high below low", 898, 17), Refused("repeated times", 1063, 4))
    file = SeriesKey("file:///a.csv", "HSTECH.HK", DAY)
    desk.show(source=file.source)
    desk.answer(file, refused=refused, rows=1964)
    notice = desk.window.notices[REFUSED]
    assert notice.text == "1,961 of 1,964 rows were left out: 1,063 repeated times, 898 high below low."
    assert "898 high below low (first in line 17)" in notice.details
    assert notice.details.startswith("Left out:")
    desk.answer(file, refused=refused, rows=1503)
    assert desk.window.notices[REFUSED].details.startswith("Left out, some rows for several reasons:"), "more reasons than rows"
    desk.answer(file, refused=refused, rows=40_000)  # bars joined to longer ones
    assert desk.window.notices[REFUSED].text == "Some rows were left out: 1,063 repeated times, 898 high below low."
    desk.show(symbol="^HSI")
    assert desk.window.notices == {}


def test_the_watchlist_gets_its_prices_after_the_chart(qtbot: QtBot, desk: Desk) -> None:
    quotes = Quotes(desk.documents, desk.feed, desk.main)
    quotes.start(desk.window)
    item, added = WatchlistItem("HSTECH.HK", "demo"), WatchlistItem("^HSI", "demo")
    document = desk.documents.document
    desk.documents.commit(msgspec.structs.replace(document, watchlist=(item, added)), "Add")
    assert desk.feed.requests.count(HSI) == 1
    desk.answer(HSTECH, (10.0, 11.0), simulated=True)
    desk.answer(HSI, (20.0, float("nan"), 30.0, float("nan")))
    desk.answer(SeriesKey("demo", "HSTECH.HK", MINUTE), (99.0,))
    qtbot.waitUntil(lambda: len(desk.window.quotes) == 2)
    first, second = desk.window.quotes[item].quote, desk.window.quotes[added].quote
    assert (first.price, first.previous) == (11.0, 10.0)
    assert first.simulated
    assert (second.price, second.previous) == (30.0, 20.0)
    assert desk.window.quotes[added].closes == (20.0, 30.0)
    quotes.refresh()
    assert desk.feed.requests.count(HSI) == 2
    quotes.close()


def test_a_quote_needs_a_price() -> None:
    assert listed(history(closes=()), "demo") is None
    assert listed(history(closes=(float("nan"),)), "demo") is None
    single = listed(history(closes=(5.0,)), "demo")
    assert single is not None
    assert math.isnan(single.quote.previous)


def test_an_index_without_a_past_offers_the_fund_that_follows_it(desk: Desk) -> None:
    desk.show(source="yahoo")
    desk.answer(SeriesKey("yahoo", "HSTECH.HK", DAY), [5900.0, 6000.0])
    (notice,) = [one for one in desk.window.notices.values() if one.key == ADVICE]
    assert "3033.HK" in notice.text
    notice.actions[0].run()
    assert (desk.documents.document.chart.symbol, desk.documents.document.chart.source) == ("3033.HK", "yahoo")
    desk.settle()
    assert "stands in for" in desk.window.notices[ADVICE].text
    desk.documents.undo()
    assert desk.documents.document.chart.symbol == "HSTECH.HK"


def test_prices_of_a_currency_have_their_own_step(desk: Desk) -> None:
    desk.answer(HSTECH, [1.08543, 1.08617, 1.08442])
    series = desk.window.series
    assert series is not None
    assert series.instrument.tick_size(1.08) == desk.loader.known(instrument_of("HSTECH.HK")).step == 0.00001
    assert desk.loader.known(instrument_of("^HSI")) is instrument_of("^HSI")


def test_an_instrument_that_nobody_knows_is_traded_by_the_clock_that_its_bars_tell(desk: Desk) -> None:
    """The chart writes its times by it, and so must the clock below it and the status bar."""
    document = desk.documents.document
    desk.documents.commit(set_chart(document, document.active, symbol="AAPL", source="yahoo"), "Symbol")
    assert desk.loader.known(instrument_of("AAPL")).timezone == "UTC"
    told = history("AAPL")
    whose = msgspec.structs.replace(told.instrument, timezone="America/New_York", name="Apple Inc.")
    desk.feed.answer(SeriesKey("yahoo", "AAPL", DAY), msgspec.structs.replace(told, instrument=whose))
    desk.settle()
    known = desk.loader.known(instrument_of("AAPL"))
    assert known.timezone == "America/New_York"
    assert known.name == "AAPL"
