"""The real yfinance against a Yahoo on this machine that does everything wrong that has been seen."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from charting.core.calendar import calendar_for
from charting.core.interval import DAY, MINUTE, WEEK, Interval
from charting.market.breaker import Breaker
from charting.market.feed import Feed
from charting.market.provider import (
    BadAnswer,
    History,
    MarketError,
    NoNetwork,
    NotServed,
    Provider,
    RateLimited,
    SeriesKey,
    UnknownSymbol,
)
from charting.market.store import Store
from charting.market.yahoo import SERVED, YahooProvider, capabilities
from tests.fakes.faults import FAULTS, always, dividend, of_result, split
from tests.fakes.yahoo import BEGINNING, FakeYahoo, Reply, Request, fake_yahoo, price_of, reply

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")

MONDAY = datetime(2025, 9, 15, 4, 30, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
KEY = SeriesKey("yahoo", "9988.HK", DAY)


class Clock:
    """The present, as tests wish it."""

    def __init__(self) -> None:
        self.now = MONDAY

    def seconds(self) -> float:
        return self.now.timestamp()

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(tmp_path: Path, clock: Clock) -> Iterator[FakeYahoo]:
    with fake_yahoo(tmp_path, clock.seconds) as running:
        yield running


def provider_for(server: FakeYahoo, clock: Clock, deadline: float = 10.0) -> YahooProvider:
    breaker = Breaker(clock.seconds, lambda: 0.5)
    return YahooProvider(server.proxy, server.ca_bundle, deadline, breaker, clock)


@pytest.fixture
def provider(server: FakeYahoo, clock: Clock) -> YahooProvider:
    return provider_for(server, clock)


class Desk:
    """A feed over the fake, which waits for its news."""

    def __init__(self, store: Store, provider: Provider, clock: Clock) -> None:
        self.store = store
        self.feed = Feed(store, {"yahoo": provider}, allow_network=lambda: True, now=clock)
        self._news: list[History | MarketError] = []
        self._changed = threading.Condition()
        self.feed.arrived.connect(lambda key, history: self._hear(history))
        self.feed.failed.connect(lambda key, error: self._hear(error))

    def _hear(self, what: History | MarketError) -> None:
        with self._changed:
            self._news.append(what)
            self._changed.notify_all()

    def ask(self, expected: int, key: SeriesKey = KEY) -> list[History | MarketError]:
        """Request the series, and return what is said of it: so many things."""
        self._news = []
        self.feed.request(key.source, key.symbol, key.interval)
        with self._changed:
            assert self._changed.wait_for(lambda: len(self._news) >= expected, 30), self._news
        return self._news


@pytest.fixture
def desk_for(tmp_path: Path, server: FakeYahoo, clock: Clock) -> Iterator[Callable[[float], Desk]]:
    desks: list[Desk] = []

    def make(deadline: float = 10.0) -> Desk:
        desks.append(Desk(Store(tmp_path / "bars.sqlite"), provider_for(server, clock, deadline), clock))
        return desks[-1]

    yield make
    for desk in desks:
        desk.feed.close()


# Sound answers


def test_a_day_costs_one_request_and_gives_the_numbers(provider: YahooProvider, server: FakeYahoo) -> None:
    history = provider.history("9988.HK", DAY)
    bars = history.bars
    calendar = calendar_for("XHKG")
    assert len(server.requests) == 1
    assert server.requests[0].options["interval"] == "1d"
    expected = calendar.stamps(DAY, BEGINNING, MONDAY.timestamp())
    np.testing.assert_array_equal(bars.time, expected)
    np.testing.assert_allclose(bars.close, price_of(expected))
    np.testing.assert_allclose(bars.high, price_of(expected) + 0.5)
    assert history.adjusted is not None
    np.testing.assert_allclose(history.adjusted, price_of(expected) * 0.95)
    assert history.refused == history.repaired == ()
    assert history.instrument.name == "Alibaba"
    assert history.fetched == MONDAY


@pytest.mark.parametrize(("code", "requests"), [("1m", 4), ("2m", 1), ("5m", 1), ("15m", 1), ("1h", 1)])
def test_minutes_reach_as_far_back_as_yahoo_has_them(
    code: str, requests: int, provider: YahooProvider, server: FakeYahoo
) -> None:
    history = provider.history("^HSI", Interval.parse(code))
    assert len(server.requests) == requests
    back = {"1m": 30, "1h": 730}.get(code, 60)
    firsts = [int(request.options["period1"]) for request in server.requests]
    assert MONDAY.timestamp() - back * 86_400 < min(firsts)
    if code == "1m":
        assert all(int(r.options["period2"]) - int(r.options["period1"]) <= 8 * 86_400 for r in server.requests)
    assert history.refused == ()
    assert history.adjusted is None
    assert history.bars.interval == Interval.parse(code)
    expected = calendar_for("XHKG").stamps(history.bars.interval, max(min(firsts), BEGINNING), MONDAY.timestamp())
    np.testing.assert_array_equal(history.bars.time, expected)


def test_only_what_is_new_is_asked_for(provider: YahooProvider, server: FakeYahoo) -> None:
    since = MONDAY - timedelta(days=5)
    history = provider.history("9988.HK", DAY, since)
    assert server.requests[0].options["period1"] == str(int(since.timestamp()))
    assert len(history.bars) == 3


def test_an_unlisted_symbol_is_described_by_the_answer(provider: YahooProvider, server: FakeYahoo) -> None:
    def american(result: dict[str, object]) -> None:
        meta = result["meta"]
        assert isinstance(meta, dict)
        meta |= {
            "currency": "USD",
            "exchangeTimezoneName": "America/New_York",
            "longName": "Apple Inc.",
            "instrumentType": "EQUITY",
        }

    server.behaviour = of_result(american)(server.sound)
    instrument = provider.history("AAPL", DAY).instrument
    assert (instrument.name, instrument.currency, instrument.kind) == ("Apple Inc.", "USD", "equity")
    assert (instrument.exchange, instrument.timezone) == ("", "America/New_York")


def test_an_index_has_no_volume_of_zero(provider: YahooProvider, server: FakeYahoo) -> None:
    def silent(result: dict[str, object]) -> None:
        indicators = result["indicators"]
        assert isinstance(indicators, dict)
        quote = indicators["quote"][0]
        quote["volume"] = [0] * len(quote["volume"])

    server.behaviour = of_result(silent)(server.sound)
    assert np.isnan(provider.history("^HSI", DAY).bars.volume).all()
    assert (provider.history("9988.HK", DAY).bars.volume == 0).all()


def test_a_time_without_trades_is_no_bad_answer(provider: YahooProvider) -> None:
    with pytest.raises(NotServed, match=r"Nothing of 9988.HK was traded"):
        provider.history("9988.HK", DAY, MONDAY + timedelta(hours=1))


def test_other_intervals_are_not_asked_for(provider: YahooProvider, server: FakeYahoo) -> None:
    assert provider.capabilities("9988.HK").intervals == tuple(each.interval for each in SERVED)
    with pytest.raises(NotServed, match="not asked for bars of 1wk"):
        provider.history("9988.HK", WEEK)
    assert server.requests == []


def test_hang_seng_tech_is_asked_for_its_last_days_and_grows(
    server: FakeYahoo, clock: Clock, desk_for: Callable[[], Desk]
) -> None:
    desk = desk_for()
    key = SeriesKey("yahoo", "HSTECH.HK", DAY)
    for day in (0, 1, 2, 3, 4, 7, 8, 9):
        clock.now = MONDAY + timedelta(days=day)
        desk.ask(1 if day == 0 else 2, key)
    asked = [int(request.options["period2"]) - int(request.options["period1"]) for request in server.requests]
    assert max(asked) <= 8 * 86_400
    kept = desk.store.read(key)
    assert kept is not None
    assert len(kept.bars) == 12


def test_what_yahoo_has_of_hang_seng_tech_is_explained(server: FakeYahoo, provider: YahooProvider) -> None:
    assert "3033.HK" in capabilities("HSTECH.HK").note
    assert capabilities("9988.HK").note == ""
    for name in ("range not served", "unknown symbol"):
        server.behaviour = FAULTS[name].wrap(server.sound)
        with pytest.raises(NotServed, match="keeps only the last days of the Hang Seng TECH Index"):
            provider.history("HSTECH.HK", DAY)


def test_environment_names_proxy_and_certificates(server: FakeYahoo, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY"):
        monkeypatch.setenv(name, server.proxy)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(server.ca_bundle))
    assert len(YahooProvider(now=clock).history("9988.HK", DAY).bars) > 400


def test_a_certificate_that_is_not_trusted_is_explained(server: FakeYahoo, clock: Clock) -> None:
    with pytest.raises(NoNetwork, match="its certificate is not known here"):
        YahooProvider(server.proxy, now=clock).history("9988.HK", DAY)
    assert server.requests == []


def test_a_proxy_that_is_not_there_is_explained(clock: Clock) -> None:
    with pytest.raises(NoNetwork):
        YahooProvider("http://127.0.0.1:9", now=clock).history("9988.HK", DAY)


# Faults

HANGING = {"hangs before headers", "slow body"}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_says_what_it_is_worsens_nothing_and_passes(
    name: str, server: FakeYahoo, clock: Clock, desk_for: Callable[[float], Desk]
) -> None:
    fault = FAULTS[name]
    desk = desk_for(2.5 if name in HANGING else 10.0)
    desk.ask(1)
    good = desk.store.read(KEY)
    assert good is not None
    clock.now = TUESDAY
    server.requests.clear()
    server.behaviour = fault.wrap(server.sound)
    begun = time.monotonic()
    cached, outcome = desk.ask(2)
    if name in HANGING:
        assert time.monotonic() - begun < 8
    assert isinstance(cached, History)
    assert 1 <= len(server.requests) <= fault.requests
    if fault.kind is not None:
        assert type(outcome) is fault.kind
        assert fault.sentence in str(outcome)
        assert str(outcome).endswith(".")
    else:
        assert isinstance(outcome, History)
    kept = desk.store.read(KEY)
    assert kept is not None
    where = kept.bars.time.searchsorted(good.bars.time)
    for column in ("time", "open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(kept.bars, column)[where], getattr(good.bars, column))
    assert kept.adjusted is not None
    np.testing.assert_array_equal(kept.adjusted[where], good.adjusted)
    server.behaviour = server.sound
    clock.now = TUESDAY + timedelta(hours=1)
    *_, healed = desk.ask(2)
    assert isinstance(healed, History)
    assert healed.bars.time[-1] > good.bars.time[-1]
    np.testing.assert_allclose(healed.bars.close, price_of(healed.bars.time))


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault.kind is None])
def test_rows_that_cannot_be_right_are_refused_by_kind(name: str, provider: YahooProvider, server: FakeYahoo) -> None:
    server.behaviour = FAULTS[name].wrap(server.sound)
    history = provider.history("9988.HK", DAY)
    assert tuple(refused.kind for refused in history.refused) == FAULTS[name].refused
    np.testing.assert_allclose(history.bars.close, price_of(history.bars.time))


def test_rows_between_two_bars_are_refused(provider: YahooProvider, server: FakeYahoo) -> None:
    def stray(result: dict[str, object]) -> None:
        times = result["timestamp"]
        assert isinstance(times, list)
        times[-5] += 3
        times[-9] += 30

    server.behaviour = of_result(stray)(server.sound)
    history = provider.history("9988.HK", Interval(5, "m"))
    assert {refused.kind: refused.count for refused in history.refused} == {"between two bars": 2}


def test_a_first_answer_that_is_bad_stores_nothing(server: FakeYahoo, desk_for: Callable[[], Desk]) -> None:
    desk = desk_for()
    for name in ("web page", "wrong symbol", "a hundred times all prices", "no results"):
        server.behaviour = FAULTS[name].wrap(server.sound)
        (error,) = desk.ask(1)
        assert isinstance(error, BadAnswer)
        assert desk.store.series() == ()


def test_one_refusal_holds_for_all_and_ends(server: FakeYahoo, clock: Clock, provider: YahooProvider) -> None:
    server.behaviour = always(reply("Too Many Requests", 429))(server.sound)
    pauses = []
    for _ in range(7):
        with pytest.raises(RateLimited) as caught:
            provider.history("9988.HK", DAY)
        pauses.append(round(caught.value.retry_after))
        asked = len(server.requests)
        with pytest.raises(RateLimited):
            provider.history("0700.HK", DAY)
        assert len(server.requests) == asked
        clock.now += timedelta(seconds=caught.value.retry_after + 1)
    assert pauses == [60, 120, 240, 480, 960, 1800, 1800]
    server.behaviour = server.sound
    assert len(provider.history("9988.HK", DAY).bars)
    server.behaviour = always(reply("Too Many Requests", 429))(server.sound)
    with pytest.raises(RateLimited) as caught:
        provider.history("9988.HK", DAY)
    assert round(caught.value.retry_after) == 60


def test_an_unknown_symbol_is_asked_for_twice_a_day(server: FakeYahoo, clock: Clock, provider: YahooProvider) -> None:
    server.behaviour = FAULTS["unknown symbol"].wrap(server.sound)
    for _ in range(5):
        with pytest.raises(UnknownSymbol):
            provider.history("9988.HK", DAY)
    assert len(server.requests) == 2
    server.behaviour = server.sound
    assert len(provider.history("0700.HK", DAY).bars)
    clock.now += timedelta(days=1, minutes=1)
    assert len(provider.history("9988.HK", DAY).bars)


def test_nobody_but_the_chart_is_asked(server: FakeYahoo, provider: YahooProvider) -> None:
    """Cookie and crumb hosts may hang as long as they like."""

    def others_hang(request: Request) -> Reply:
        return server.sound(request) if "/chart/" in request.path else Reply(hang="headers")

    server.behaviour = others_hang
    for symbol in ("9988.HK", "^HSI", "0700.HK"):
        assert len(provider.history(symbol, DAY).bars)
    assert [request.symbol for request in server.requests] == ["9988.HK", "^HSI", "0700.HK"]


def test_everything_hangs_and_is_over_at_the_deadline(server: FakeYahoo, clock: Clock, desk_for: Callable[[float], Desk]) -> None:
    desk = desk_for(1.0)
    server.behaviour = always(Reply(hang="headers"))(server.sound)
    begun = time.monotonic()
    (error,) = desk.ask(1)
    assert isinstance(error, NoNetwork)
    assert time.monotonic() - begun < 6


def test_closing_lets_no_further_request_out(server: FakeYahoo, provider: YahooProvider) -> None:
    assert len(provider.history("9988.HK", DAY).bars)
    provider.close()
    with pytest.raises(NoNetwork):
        provider.history("9988.HK", DAY)
    assert len(server.requests) == 1


# The past restated


def test_a_split_is_noticed_and_every_interval_fetched_anew(
    server: FakeYahoo, clock: Clock, desk_for: Callable[[], Desk]
) -> None:
    desk = desk_for()
    minutes = SeriesKey("yahoo", "9988.HK", MINUTE)
    desk.ask(1, minutes)
    clock.now = MONDAY + timedelta(days=60)
    desk.ask(2)  # days made of the stored minutes first
    desk.ask(2, minutes)
    before = desk.store.read(minutes)
    clock.now += timedelta(days=3)
    today = calendar_for("XHKG").session_of(clock.seconds()).open
    server.behaviour = of_result(partial(split, day=today))(server.sound)
    found = desk.ask(4)  # the days, and behind them the minutes: those that were stored, and those that came
    assert all(isinstance(each, History) for each in found)
    for key in (KEY, minutes):
        after = desk.store.read(key)
        assert after is not None
        np.testing.assert_allclose(after.bars.close, price_of(after.bars.time) / 2)
        assert [(action.kind, action.value) for action in after.actions] == [("split", 2.0)]
        assert after.fetched == clock.now
    assert before is not None
    assert after is not None
    assert after.bars.time[0] == before.bars.time[0] < MONDAY.timestamp() + 1


def test_a_dividend_is_noticed_and_the_adjusted_closes_fetched_anew(
    server: FakeYahoo, clock: Clock, desk_for: Callable[[], Desk]
) -> None:
    desk = desk_for()
    desk.ask(1)
    clock.now = TUESDAY
    server.behaviour = of_result(dividend)(server.sound)
    _, after = desk.ask(2)
    assert isinstance(after, History)
    assert after.adjusted is not None
    prices = price_of(after.bars.time)
    np.testing.assert_allclose(after.bars.close, prices)
    np.testing.assert_allclose(after.adjusted[:-1], prices[:-1] * 0.95 * 0.98)
    assert [(action.kind, action.value) for action in after.actions] == [("dividend", 2.0)]


def test_a_day_later_a_refresh_costs_one_small_request_a_symbol(
    server: FakeYahoo, clock: Clock, desk_for: Callable[[], Desk]
) -> None:
    desk = desk_for()
    keys = [SeriesKey("yahoo", f"{code:04d}.HK", DAY) for code in range(1, 9)]
    for key in keys:
        desk.ask(1, key)
    clock.now = TUESDAY
    server.requests.clear()
    for key in keys:
        _, after = desk.ask(2, key)
        assert isinstance(after, History)
        assert len(after.bars) > 400
    assert len(server.requests) == len(keys)
    assert all(int(request.options["period1"]) > MONDAY.timestamp() - 20 * 86_400 for request in server.requests)


def test_minutes_outlive_the_days_that_yahoo_keeps_them(server: FakeYahoo, clock: Clock, desk_for: Callable[[], Desk]) -> None:
    desk = desk_for()
    key = SeriesKey("yahoo", "9988.HK", MINUTE)
    (first,) = desk.ask(1, key)
    clock.now = MONDAY + timedelta(days=25)
    _, later = desk.ask(2, key)
    assert isinstance(first, History)
    assert isinstance(later, History)
    assert later.bars.time[0] == first.bars.time[0]
    assert len(later.bars) > len(first.bars)


def test_what_is_patched_in_yfinance_is_still_there() -> None:
    """A newer yfinance that renames what is switched off here would go back to hiding errors."""
    import yfinance
    from yfinance import cache
    from yfinance.data import YfData

    from charting.market import yahoo_client

    yahoo_client.quiet_yfinance()
    assert YfData.cache_get is YfData.get
    assert YfData()._get_cookie_and_crumb() == (None, "basic")
    assert cache.get_tz_cache().lookup("9988.HK") == "Asia/Hong_Kong"
    assert cache.get_cookie_cache().lookup("anything") is None
    assert yfinance.config.debug.hide_exceptions is False


def test_a_split_on_a_row_that_cannot_be_used_is_known_all_the_same(provider: YahooProvider, server: FakeYahoo) -> None:
    def spoil(result: dict[str, Any]) -> None:
        split(result, day=result["timestamp"][-3])
        for name in ("open", "high", "low", "close"):
            result["indicators"]["quote"][0][name][-3] = None

    server.behaviour = of_result(spoil)(server.sound)
    history = provider.history("9988.HK", MINUTE)
    assert {(action.kind, action.value) for action in history.actions} == {("split", 2.0)}
    calendar = calendar_for("XHKG")
    assert all(action.time == calendar.session_of(action.time).open for action in history.actions)
