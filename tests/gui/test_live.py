"""The bridge from live prices to what is on show: gathered, painted once, put back by the source's own bars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from charting.core.document import Compared, WatchlistItem, Workspace
from charting.core.edits import set_chart
from charting.core.history import History as Documents
from charting.core.interval import DAY, HOUR, MINUTE, WEEK
from charting.core.signals import Signal
from charting.market.demo_live import Simulation
from charting.market.provider import SeriesKey
from charting.market.quote import Quote, Tick
from charting.market.quote_feed import LiveState, Update
from gui import live as live_module
from gui.live import Live, patience, wanted
from gui.loader import Loader
from gui.quotes import Quotes
from gui.status_bar import Price
from gui.workers import MainThread
from tests.gui.documents import workspace
from tests.gui.fakes import FIRST_SESSION, FakeFeed, FakeWindow, history

SYMBOL = "HSTECH.HK"
KEY = SeriesKey("demo", SYMBOL, MINUTE)
LAST = FIRST_SESSION + 120
"""The stamp of the last of three minutes."""


class FakeQuotes:
    """Keeps what is followed and gives what a test puts in."""

    news = Signal()
    changed = Signal(str, LiveState)

    def __init__(self) -> None:
        self.followed: dict[str, frozenset[str]] = {}
        self.pending: dict[tuple[str, str], Update] = {}
        self.noted: list[Quote] = []
        self.forgotten: list[str] = []
        self.woken = self.taken = 0
        self.closed = False

    def follow(self, items: dict[str, frozenset[str]]) -> None:
        self.followed = dict(items)

    def take(self) -> dict[tuple[str, str], Update]:
        self.taken += 1
        found, self.pending = self.pending, {}
        return found

    def note(self, source: str, quote: Quote) -> None:
        self.noted.append(quote)

    def forget(self, source: str) -> None:
        self.forgotten.append(source)

    def wake(self) -> None:
        self.woken += 1

    def close(self, timeout: float) -> bool:
        self.closed = True
        return True

    def tell(self, price: float, seconds: float = LAST + 10, symbol: str = SYMBOL, source: str = "demo") -> None:
        moment = datetime.fromtimestamp(seconds, UTC)
        quote = Quote(symbol, source, price, moment, moment, 11.0, streamed=True, simulated=source == "demo")
        before = self.pending.get((source, symbol))
        ticks = () if before is None else before.ticks
        self.pending[source, symbol] = Update(quote, (*ticks, Tick.of(quote)))
        self.news.emit()


class Desk:
    """The bridge over fakes, with three minutes of a series on show."""

    def __init__(self) -> None:
        document = set_chart(workspace(), "chart", interval="1m")
        item = WatchlistItem(SYMBOL, "demo")
        self.documents = Documents(msgspec.structs.replace(document, watchlist=(item,)))
        self.feed, self.window, self.main, self.prices = FakeFeed(), FakeWindow(), MainThread(), FakeQuotes()
        self.loader = Loader(self.documents, self.feed, self.main)
        self.quotes = Quotes(self.documents, self.feed, self.main)
        self.simulation = Simulation()
        self.live = Live(self.documents, self.prices, self.loader, self.quotes, self.main, self.simulation)  # type: ignore[arg-type]
        self.loader.attach(self.window)
        self.loader.start()
        self.quotes.start(self.window)
        self.price: Price | None = None
        self.live.start(self._keep)
        self.feed.answer(KEY, history(interval=MINUTE))

    def close(self) -> None:
        self.live.close()
        self.loader.close()
        self.quotes.close()
        self.main.close()

    def _keep(self, price: Price) -> None:
        self.price = price

    @property
    def state(self) -> str:
        assert self.price is not None
        return self.price.state.kind

    @property
    def document(self) -> Workspace:
        return self.documents.document

    @property
    def closes(self) -> list[float]:
        assert self.window.series is not None
        return [float(close) for close in self.window.series.bars.close]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.waitUntil(lambda: made.window.series is not None)
    yield made
    made.close()


def test_a_trade_moves_the_last_bar_and_the_watchlist(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.tell(12.5)
    qtbot.waitUntil(lambda: desk.closes == [10.0, 11.0, 12.5])
    qtbot.waitUntil(lambda: bool(desk.window.quotes))
    assert desk.window.quotes[WatchlistItem(SYMBOL, "demo")].quote.price == 12.5
    assert desk.price is not None
    assert desk.price.quote is not None
    assert desk.price.quote.price == 12.5


def test_a_trade_past_the_bars_end_begins_another(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.tell(12.5, LAST + 61)
    qtbot.waitUntil(lambda: desk.closes == [10.0, 11.0, 12.0, 12.5])
    series = desk.window.series
    assert series is not None
    assert series.axis.bar_times[-1] == LAST + 60


def test_a_thousand_trades_are_shown_once(desk: Desk, qtbot: QtBot) -> None:
    for number in range(1000):
        desk.prices.tell(12.0 + number / 1000, LAST + number / 50)
    qtbot.waitUntil(lambda: desk.closes[-1] == pytest.approx(12.999))
    assert len(desk.window.updates) == 1
    assert desk.prices.taken == 1
    series = desk.window.series
    assert series is not None
    assert (series.bars.low[-1], series.bars.high[-1]) == (12.0, pytest.approx(12.999))


def test_the_axis_stays_the_same_object_until_a_bar_is_added(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.tell(12.5)
    qtbot.waitUntil(lambda: len(desk.window.updates) == 1)
    first = desk.window.updates[0]
    desk.prices.tell(12.6)
    qtbot.waitUntil(lambda: len(desk.window.updates) == 2)
    assert desk.window.updates[1].axis is first.axis
    assert desk.window.updates[1].bars is not first.bars


def test_the_sources_own_bars_replace_what_ticks_made(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.tell(99.0, LAST + 61)
    qtbot.waitUntil(lambda: len(desk.closes) == 4)
    desk.feed.answer(KEY, history(closes=(10.0, 11.0, 12.25, 12.75), interval=MINUTE))
    qtbot.waitUntil(lambda: desk.closes == [10.0, 11.0, 12.25, 12.75])
    desk.prices.tell(13.0, LAST + 62)
    qtbot.waitUntil(lambda: desk.closes == [10.0, 11.0, 12.25, 13.0])


def test_what_comes_for_something_else_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.tell(5.0, symbol="0700.HK")
    qtbot.waitUntil(lambda: desk.prices.taken == 1)
    assert desk.window.updates == []
    assert desk.window.quotes == {}


def test_what_is_shown_is_followed(desk: Desk) -> None:
    assert desk.prices.followed == {"demo": {SYMBOL}}
    compared = set_chart(desk.document, "chart", symbol="^HSI", compare=(Compared("9988.HK", "yahoo"),))
    desk.documents.commit(compared, "Compare")
    assert desk.prices.followed == {"demo": {SYMBOL, "^HSI"}, "yahoo": {"9988.HK"}}
    assert wanted(desk.document) == desk.prices.followed


def test_what_is_added_to_the_watchlist_is_followed_at_once(desk: Desk) -> None:
    document = desk.document
    longer = (*document.watchlist, WatchlistItem("0700.HK", "yahoo"))
    desk.documents.commit(msgspec.structs.replace(document, watchlist=longer), "Add")
    assert desk.prices.followed == {"demo": {SYMBOL}, "yahoo": {"0700.HK"}}


def test_a_chart_of_something_else_does_not_keep_the_price_of_the_one_before(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.tell(12.5)
    qtbot.waitUntil(lambda: desk.price is not None and desk.price.quote is not None)
    desk.documents.commit(set_chart(desk.document, "chart", symbol="^HSI"), "Chart")
    assert desk.price is not None
    assert desk.price.quote is None
    desk.documents.commit(set_chart(desk.document, "chart", symbol=SYMBOL), "Chart")
    assert desk.price.quote is not None
    assert desk.price.quote.price == 12.5


def test_whoever_asks_for_prices_at_once_is_heard(desk: Desk) -> None:
    desk.live.wake()
    assert desk.prices.woken == 1


def test_a_compared_series_goes_on_as_well(desk: Desk, qtbot: QtBot) -> None:
    desk.documents.commit(set_chart(desk.document, "chart", compare=(Compared("^HSI", "demo"),)), "Compare")
    desk.feed.answer(SeriesKey("demo", "^HSI", MINUTE), history("^HSI", (20.0, 21.0, 22.0), interval=MINUTE))
    qtbot.waitUntil(lambda: desk.window.series is not None and bool(desk.window.series.others[0].series))
    desk.prices.tell(25.0, symbol="^HSI")
    qtbot.waitUntil(lambda: len(desk.window.updates) == 1)
    other = desk.window.updates[0].others[0].series
    assert other is not None
    assert other.bars.close[-1] == 25.0


def test_prices_of_bars_are_the_measure_of_what_comes(desk: Desk, qtbot: QtBot) -> None:
    desk.feed.answer(SeriesKey("demo", SYMBOL, DAY), history(simulated=True))
    qtbot.waitUntil(lambda: [quote.price for quote in desk.prices.noted] == [12.0])


def test_older_daily_bars_do_not_put_a_price_back(desk: Desk, qtbot: QtBot) -> None:
    later = FIRST_SESSION + 3 * 86_400
    desk.prices.tell(15.0, later)
    qtbot.waitUntil(lambda: bool(desk.window.quotes))
    desk.feed.answer(SeriesKey("demo", SYMBOL, DAY), history(simulated=True))
    item = WatchlistItem(SYMBOL, "demo")
    qtbot.waitUntil(lambda: desk.window.quotes[item].closes == (10.0, 11.0, 12.0, 15.0))
    assert desk.window.quotes[item].quote.price == 15.0


def test_the_end_of_a_session_asks_for_its_final_bars(desk: Desk, qtbot: QtBot) -> None:
    before = len(desk.feed.requests)
    desk.prices.changed.emit("demo", LiveState("asking"))
    desk.prices.changed.emit("demo", LiveState("resting", datetime.now(UTC) + timedelta(hours=3)))
    qtbot.waitUntil(lambda: len(desk.feed.requests) == before + 2)
    assert desk.feed.requests[-2:] == [KEY, SeriesKey("demo", SYMBOL, DAY)]
    assert desk.state == "resting"
    for state in ("resting", "asking", "streaming"):
        desk.prices.changed.emit("demo", LiveState(state))  # none of which ends a session
    qtbot.waitUntil(lambda: desk.state == "streaming")
    assert len(desk.feed.requests) == before + 2


def test_simulated_bars_are_not_asked_for_again_while_they_go_on(desk: Desk, qtbot: QtBot) -> None:
    for source in ("demo", "yahoo"):
        desk.prices.changed.emit(source, LiveState("streaming"))
    qtbot.waitUntil(lambda: desk.price is not None and desk.state == "streaming")
    desk.live.simulate(60.0)
    desk.feed.answer(KEY, history(interval=MINUTE))
    requests = len(desk.feed.requests)
    desk.live._refresh_bars()
    assert len(desk.feed.requests) == requests
    desk.documents.commit(set_chart(desk.document, "chart", source="yahoo"), "Chart")
    real = SeriesKey("yahoo", SYMBOL, MINUTE)
    desk.feed.answer(real, history(interval=MINUTE))
    qtbot.waitUntil(lambda: desk.loader.fetched is not None)
    requests = len(desk.feed.requests)
    desk.live._refresh_bars()
    assert desk.feed.requests[requests:] == [real]


def test_bars_are_asked_for_again_while_the_market_is_open(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(desk.feed.requests)
    desk.live._refresh_bars()
    assert len(desk.feed.requests) == before, "nobody knows that it is open"
    desk.prices.changed.emit("demo", LiveState("streaming"))
    qtbot.waitUntil(lambda: desk.price is not None and desk.state == "streaming")
    desk.live._refresh_bars()
    assert desk.feed.requests[before:] == [KEY]
    monkeypatch.setattr(live_module, "patience", lambda _: float("inf"))
    desk.live._refresh_bars()
    assert len(desk.feed.requests) == before + 1


def test_bars_are_asked_for_again_after_the_clock_was_set_back(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.changed.emit("demo", LiveState("streaming"))
    qtbot.waitUntil(lambda: desk.price is not None and desk.state == "streaming")
    ahead = datetime.now(UTC) + timedelta(hours=8)
    desk.feed.answer(KEY, msgspec.structs.replace(history(interval=MINUTE), fetched=ahead))
    qtbot.waitUntil(lambda: desk.loader.fetched == ahead)
    before = len(desk.feed.requests)
    desk.live._refresh_bars()
    assert desk.feed.requests[before:] == [KEY]


@pytest.mark.parametrize(("interval", "seconds"), [(MINUTE, 60), (HOUR, 300), (DAY, 600), (WEEK, 600)])
def test_how_often_that_is(interval, seconds) -> None:
    assert patience(interval) == seconds


def test_a_simulation_that_ends_leaves_nothing_behind(desk: Desk, qtbot: QtBot) -> None:
    desk.live.simulate(60.0)
    assert desk.live.simulation_speed == 60.0
    desk.prices.tell(50.0, LAST + 61)
    desk.feed.answer(KEY, history(interval=MINUTE))
    qtbot.waitUntil(lambda: desk.closes[-1] == 50.0)
    desk.live.simulate(300.0)
    assert desk.prices.forgotten == ["demo"], "another speed is no other time"
    requests = len(desk.feed.requests)
    desk.live.simulate(None)
    assert desk.live.simulation_speed is None
    assert desk.price is not None
    assert (desk.price.quote, desk.price.speed) == (None, None), "an invented price is told no longer"
    assert desk.prices.forgotten == ["demo", "demo"]
    assert desk.feed.requests[requests:] == [KEY, SeriesKey("demo", SYMBOL, DAY)]
    desk.feed.answer(KEY, history(interval=MINUTE))
    qtbot.waitUntil(lambda: desk.closes == [10.0, 11.0, 12.0])
    desk.live.simulate(None)
    assert len(desk.feed.requests) == requests + 2


def test_nothing_is_shown_after_the_end(desk: Desk, qtbot: QtBot) -> None:
    desk.live.simulate(60.0)
    followed, desk.price = desk.prices.followed, None
    desk.live.close()
    desk.prices.tell(12.5)
    desk.prices.changed.emit("demo", LiveState("streaming"))
    desk.documents.commit(set_chart(desk.document, "chart", symbol="^HSI"), "Chart")
    qtbot.wait(100)
    assert desk.window.updates == []
    assert desk.prices.closed
    assert desk.prices.followed == followed
    assert desk.price is None
    assert desk.simulation.speed is None


def test_what_the_store_repeats_takes_nothing_back(desk: Desk, qtbot: QtBot) -> None:
    desk.prices.tell(12.5)
    desk.prices.tell(12.75, LAST + 61)
    qtbot.waitUntil(lambda: desk.closes == [10.0, 11.0, 12.5, 12.75])
    shown = len(desk.window.shown)
    desk.feed.answer(KEY, history(interval=MINUTE))
    qtbot.waitUntil(lambda: len(desk.window.shown) > shown)
    assert desk.closes == [10.0, 11.0, 12.5, 12.75]
