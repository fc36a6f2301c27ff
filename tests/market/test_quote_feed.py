"""The feed of quotes: told, asked for where nothing is told, left alone while markets rest, and what it does not believe."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from charting.market import line as line_module
from charting.market import quote_feed
from charting.market.capabilities import Capabilities
from charting.market.demo import DemoProvider
from charting.market.provider import BadAnswer, Line, LineNews, MarketError, NoNetwork, RateLimited
from charting.market.quote import Quote
from charting.market.quote_feed import LiveState, QuoteFeed
from charting.market.yahoo import YahooProvider
from tests.fakes.faults import FAULTS
from tests.fakes.streamer import silent
from tests.fakes.yahoo import fake_yahoo

MORNING = datetime(2025, 9, 17, 3, 0, tzinfo=UTC)  # a Wednesday, 11:00 in Hong Kong
EVENING = datetime(2025, 9, 17, 12, 0, tzinfo=UTC)
ALIBABA = ("source", "9988.HK")


class Wire:
    """A line on which a test says what is told."""

    def __init__(self, tell: Callable[[Quote], None], told: Callable[[LineNews], None]) -> None:
        self.tell, self.told = tell, told
        self.followed: frozenset[str] = frozenset()
        self.closed = False
        self.retried = 0

    def follow(self, symbols: Iterable[str]) -> None:
        self.followed = frozenset(symbols)

    def close(self, timeout: float) -> bool:
        self.closed = True
        return True

    def retry(self) -> None:
        self.retried += 1


class Source:
    """A source that tells and can be asked, as a test wishes."""

    name = "source"
    online = True
    kept = True

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.wire: Wire | None = None
        self.asked: list[str] = []
        self.answer: Callable[[str], Quote] = lambda symbol: quote(clock, symbol, streamed=False)

    def capabilities(self, symbol: str) -> Capabilities:
        return Capabilities(delay=timedelta(minutes=15), quotes=True, stream=True)

    def line(self, tell: Callable[[Quote], None], told: Callable[[LineNews], None]) -> Line:
        self.wire = Wire(tell, told)
        return self.wire

    def quote(self, symbol: str) -> Quote:
        self.asked.append(symbol)
        return self.answer(symbol)


class Clock:
    """The present, as tests wish it."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def quote(clock: Clock, symbol: str = "9988.HK", price: float = 150.0, **fields: object) -> Quote:
    made = Quote(symbol, "source", price, clock.now, clock.now, 148.0, currency="HKD", streamed=True)
    return replace(made, **fields)  # type: ignore[arg-type]


class Desk:
    """A feed over one source, and what it says."""

    def __init__(self, source: Source, clock: Clock) -> None:
        self.source, self.clock = source, clock
        self.allowed = True
        self.feed = QuoteFeed({"source": source}, allow_network=lambda: self.allowed, now=clock, chance=lambda: 0.5)
        self.states: list[LiveState] = []
        self.news = 0
        self.feed.changed.connect(lambda _, state: self.states.append(state))
        self.feed.news.connect(self._hear)

    def _hear(self) -> None:
        self.news += 1

    def follow(self, *symbols: str) -> None:
        self.feed.follow({"source": frozenset(symbols)})

    def wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 10
        while not condition():
            assert time.monotonic() < end, (self.states, self.source.asked)
            time.sleep(0.003)

    def pass_time(self, seconds: float) -> None:
        """Let the feed look at a later time."""
        self.clock.forward(seconds)
        with self.feed._wakened:
            self.feed._look()

    @property
    def wire(self) -> Wire:
        self.wait(lambda: self.source.wire is not None)
        assert self.source.wire is not None
        return self.source.wire

    def tell(self, told: Quote) -> None:
        self.wire.tell(told)


@pytest.fixture
def desk() -> Iterator[Desk]:
    clock = Clock()
    made = Desk(Source(clock), clock)
    yield made
    assert made.feed.close()


def test_trades_are_gathered_until_they_are_taken(desk: Desk) -> None:
    desk.follow("9988.HK")
    desk.wait(lambda: desk.wire.followed == {"9988.HK"})
    for number in range(100):
        desk.tell(quote(desk.clock, price=150 + number % 7))
    desk.clock.forward(60)
    desk.tell(quote(desk.clock, price=151))
    assert desk.news == 1, "one word for all of them"
    taken = desk.feed.take()
    assert taken.keys() == {ALIBABA}
    first, second = taken[ALIBABA].ticks
    assert (first.first, first.high, first.low, first.last) == (150, 156, 150, 151)
    assert second.last == 151
    assert taken[ALIBABA].quote.price == 151
    assert desk.feed.take() == {}
    desk.tell(quote(desk.clock, price=152))
    assert desk.news == 2


def test_nothing_is_followed_before_somebody_does_and_nothing_afterwards(desk: Desk) -> None:
    assert desk.source.wire is None
    assert threading.active_count() == len([thread for thread in threading.enumerate() if "quotes" not in thread.name])
    desk.follow("9988.HK", "0700.HK")
    desk.wait(lambda: desk.wire.followed == {"9988.HK", "0700.HK"})
    desk.follow("0700.HK")
    desk.wait(lambda: desk.wire.followed == {"0700.HK"})
    desk.tell(quote(desk.clock))
    assert desk.feed.take() == {}
    desk.follow()
    desk.wait(lambda: desk.wire.followed == frozenset())


@pytest.mark.logs("charting.market.quality")
def test_what_cannot_be_right_is_left_out_and_written_down(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "charting.market.quality")
    desk.follow("9988.HK")
    desk.tell(quote(desk.clock))
    desk.feed.take()
    for _ in range(12):
        desk.tell(quote(desk.clock, price=15_000.0))
    desk.tell(quote(desk.clock, price=0.0))
    desk.tell(quote(desk.clock, currency="USD"))
    desk.tell(quote(desk.clock, time=desk.clock.now - timedelta(minutes=1)))
    assert desk.feed.take() == {}
    lines = [record.getMessage() for record in caplog.records]
    assert lines == [
        "source 9988.HK live: left out a price of 15000.0: price of another scale (1 times)",
        "source 9988.HK live: left out a price of 15000.0: price of another scale (10 times)",
        "source 9988.HK live: left out a price of 0.0: price not above zero (1 times)",
        "source 9988.HK live: left out a price of 150.0: price in another currency (1 times)",
        "source 9988.HK live: left out a price of 150.0: older than the price before (1 times)",
    ]


def test_bars_give_the_measure_and_can_change_it(desk: Desk) -> None:
    desk.follow("9988.HK")
    desk.feed.note("source", quote(desk.clock, price=150.0))
    desk.tell(quote(desk.clock, price=15.0))
    assert desk.feed.take() == {}
    desk.feed.note("source", quote(desk.clock, price=15.0))  # a split of ten for one, restated by the source
    desk.tell(quote(desk.clock, price=15.1))
    assert desk.feed.take()[ALIBABA].quote.price == 15.1


def test_bars_do_not_say_when_their_last_trade_was_made(desk: Desk) -> None:
    """So a trade told a little later that is a little older is no mistake."""
    desk.follow("9988.HK")
    desk.feed.note("source", quote(desk.clock))
    desk.tell(quote(desk.clock, time=desk.clock.now - timedelta(minutes=3)))
    assert len(desk.feed.take()) == 1


def test_time_may_begin_anew(desk: Desk) -> None:
    desk.follow("9988.HK")
    desk.tell(quote(desk.clock))
    desk.feed.forget("source")
    assert desk.feed.take() == {}
    desk.tell(quote(desk.clock, time=desk.clock.now - timedelta(days=1)))
    assert len(desk.feed.take()) == 1


def test_what_is_silent_is_asked_for_one_by_one(desk: Desk) -> None:
    desk.follow("0700.HK", "9888.HK", "9988.HK")
    desk.wait(lambda: desk.states[-1:] == [LiveState("asking")])
    desk.pass_time(30)
    desk.tell(quote(desk.clock, "9988.HK"))
    desk.pass_time(31)
    desk.wait(lambda: desk.source.asked == ["0700.HK"])
    desk.pass_time(quote_feed.GAP)
    desk.wait(lambda: desk.source.asked == ["0700.HK", "9888.HK"])
    desk.pass_time(quote_feed.GAP)
    time.sleep(0.02)
    assert desk.source.asked == ["0700.HK", "9888.HK"], "what was told of needs no question"
    assert set(desk.feed.take()) == {("source", symbol) for symbol in ("0700.HK", "9888.HK", "9988.HK")}


def test_what_bars_have_just_told_is_not_asked_for_again(desk: Desk) -> None:
    desk.follow("9988.HK")
    desk.wait(lambda: desk.states[-1:] == [LiveState("asking")])
    desk.pass_time(40)
    desk.feed.note("source", quote(desk.clock))
    desk.pass_time(40)
    time.sleep(0.02)
    assert desk.source.asked == []
    desk.pass_time(40)
    desk.wait(lambda: desk.source.asked == ["9988.HK"])


def test_a_clock_that_is_set_back_keeps_no_price_waiting(desk: Desk) -> None:
    """As after a start with a clock hours ahead, until the network sets it right: nothing was asked for in those hours."""
    desk.clock.forward(3600)
    desk.follow("9988.HK")
    desk.wait(lambda: desk.states[-1:] == [LiveState("asking")])
    desk.pass_time(61)
    desk.wait(lambda: desk.source.asked == ["9988.HK"])
    desk.pass_time(-3600)
    desk.wait(lambda: desk.feed._looked == desk.clock.now.timestamp())
    desk.pass_time(61)
    desk.wait(lambda: desk.source.asked == ["9988.HK"] * 2)


def test_where_nothing_is_traded_questions_become_rare(desk: Desk) -> None:
    traded = desk.clock.now
    desk.source.answer = lambda symbol: quote(desk.clock, symbol, time=traded, streamed=False)
    desk.follow("9988.HK")
    desk.wait(lambda: bool(desk.states))
    for _ in range(120):
        asked = len(desk.source.asked)
        desk.pass_time(30)
        time.sleep(0.004)
        if len(desk.source.asked) > asked:
            desk.feed.take()
    assert 10 <= len(desk.source.asked) <= 20, "an hour at one a minute would be sixty"


@pytest.mark.parametrize("when", [EVENING, datetime(2025, 10, 1, 3, 0, tzinfo=UTC), datetime(2025, 9, 17, 4, 45, tzinfo=UTC)])
def test_a_market_that_rests_is_left_alone(desk: Desk, when: datetime) -> None:
    desk.clock.now = when
    desk.follow("9988.HK")
    desk.wait(lambda: bool(desk.states))
    assert desk.states[0].kind == "resting"
    until = desk.states[0].until
    assert until is not None
    desk.pass_time(600)
    time.sleep(0.02)
    assert desk.source.wire is None
    assert desk.source.asked == []
    desk.clock.now = until + timedelta(seconds=1)
    desk.pass_time(0)
    desk.wait(lambda: desk.wire.followed == {"9988.HK"})
    assert desk.states[-1].kind == "asking"


def test_listening_ends_with_the_session(desk: Desk) -> None:
    desk.follow("9988.HK")
    desk.wait(lambda: desk.wire.followed == {"9988.HK"})
    desk.clock.now = EVENING
    desk.pass_time(0)
    desk.wait(lambda: desk.wire.followed == frozenset())
    assert desk.states[-1] == LiveState("resting", datetime(2025, 9, 18, 1, 30, tzinfo=UTC))


def test_no_leave_no_connection(desk: Desk) -> None:
    desk.allowed = False
    desk.follow("9988.HK")
    desk.pass_time(600)
    time.sleep(0.03)
    assert desk.source.wire is None
    assert desk.source.asked == []
    desk.allowed = True
    desk.feed.wake()
    desk.wait(lambda: desk.wire.followed == {"9988.HK"})
    desk.allowed = False
    desk.feed.wake()
    desk.wait(lambda: desk.wire.followed == frozenset())
    assert desk.states[-1] == LiveState()


@pytest.mark.parametrize(
    ("error", "kind", "pause"),
    [
        (NoNetwork("The line is down."), "offline", quote_feed.FIRST_PAUSE),
        (RateLimited("A pause, please.", 120.0), "waiting", 120.0),
    ],
)
def test_a_source_that_cannot_be_had_is_left_alone_for_a_while(desk: Desk, error: MarketError, kind: str, pause: float) -> None:
    def refuse(_symbol: str) -> Quote:
        raise error

    sound, desk.source.answer = desk.source.answer, refuse
    desk.follow("0700.HK", "9988.HK")
    desk.wait(lambda: bool(desk.states))
    desk.pass_time(quote_feed.SILENCE + 1)
    desk.wait(lambda: desk.states[-1].kind == kind)
    assert desk.states[-1].reason == str(error)
    assert desk.states[-1].until == desk.clock.now + timedelta(seconds=pause)
    desk.pass_time(pause - 1)
    time.sleep(0.02)
    assert len(desk.source.asked) == 1
    desk.source.answer = sound
    desk.pass_time(2)
    desk.wait(lambda: desk.states[-1] == LiveState("asking"))
    assert len(desk.source.asked) == 2


def test_a_source_that_was_away_for_days_is_asked_again(desk: Desk) -> None:
    def refuse(_symbol: str) -> Quote:
        raise NoNetwork("The line is down.")

    sound, desk.source.answer = desk.source.answer, refuse
    desk.follow("0700.HK")
    desk.wait(lambda: bool(desk.states))
    desk.pass_time(quote_feed.SILENCE + 1)
    desk.wait(lambda: desk.states[-1].kind == "offline")
    desk.feed._sources["source"].failures = 5000
    desk.pass_time(quote_feed.LONGEST_PAUSE + 1)
    desk.wait(lambda: len(desk.source.asked) == 2)
    desk.source.answer = sound
    desk.pass_time(quote_feed.LONGEST_PAUSE + 1)
    desk.wait(lambda: desk.states[-1] == LiveState("asking"))


def test_one_bad_answer_is_no_reason_to_leave_the_others_alone(desk: Desk) -> None:
    def answer(symbol: str) -> Quote:
        if symbol == "0700.HK":
            raise BadAnswer("Nonsense.")
        return quote(desk.clock, symbol, streamed=False)

    desk.source.answer = answer
    desk.follow("0700.HK", "9988.HK")
    desk.wait(lambda: bool(desk.states))
    desk.pass_time(quote_feed.SILENCE + 1)
    desk.wait(lambda: desk.source.asked == ["0700.HK"])
    desk.pass_time(quote_feed.GAP)
    desk.wait(lambda: desk.source.asked == ["0700.HK", "9988.HK"])
    assert desk.states[-1].kind == "asking"


@pytest.mark.logs("failed over a quote")
def test_a_sources_own_mistake_ends_nothing(desk: Desk) -> None:
    def stumble(_symbol: str) -> Quote:
        raise ZeroDivisionError

    desk.source.answer = stumble
    desk.follow("9988.HK")
    desk.wait(lambda: bool(desk.states))
    desk.pass_time(quote_feed.SILENCE + 1)
    desk.wait(lambda: len(desk.source.asked) == 1)
    desk.pass_time(quote_feed.SILENCE + 1)
    desk.wait(lambda: len(desk.source.asked) == 2)


def test_it_says_how_prices_are_had(desk: Desk) -> None:
    desk.follow("9988.HK")
    desk.wait(lambda: bool(desk.states))
    desk.tell(quote(desk.clock))
    desk.wire.told(LineNews("open"))
    desk.wait(lambda: desk.states[-1] == LiveState("streaming"))
    desk.pass_time(quote_feed.SILENCE + quote_feed.LOOK + 1)  # open, but silent
    desk.wait(lambda: desk.states[-1] == LiveState("asking"))
    desk.wire.told(LineNews("broken", "It broke."))
    desk.wait(lambda: desk.states[-1] == LiveState("asking", reason="It broke."))
    desk.feed.wake()
    assert desk.wire.retried == 1
    desk.follow()
    desk.wait(lambda: desk.states[-1] == LiveState())


def test_older_prices_that_were_asked_for_are_no_mistakes(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "charting.market.quality")
    late = desk.clock.now - timedelta(minutes=15)
    desk.source.answer = lambda symbol: quote(desk.clock, symbol, time=late, streamed=False)
    desk.follow("9988.HK")
    desk.wait(lambda: bool(desk.states))
    desk.tell(quote(desk.clock))
    desk.feed.take()
    desk.pass_time(quote_feed.SILENCE + 1)
    desk.wait(lambda: len(desk.source.asked) == 1)
    time.sleep(0.02)
    assert desk.feed.take() == {}
    assert caplog.records == []


# The real client, against Yahoo on this machine


@pytest.mark.filterwarnings("ignore::Warning:yfinance")
@pytest.mark.parametrize(
    "name", ["sound", "too many requests, and how long", "hangs before headers", "wrong symbol", "truncated"]
)
def test_prices_are_asked_for_where_the_stream_is_silent(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no fault of what is asked outlives its cause."""
    monkeypatch.setattr(quote_feed, "SILENCE", 0.2)
    monkeypatch.setattr(quote_feed, "GAP", 0.2)
    monkeypatch.setattr(quote_feed, "FIRST_PAUSE", 0.2)
    monkeypatch.setattr(line_module, "SLICE", 0.05)
    clock = Clock()
    with fake_yahoo(tmp_path, clock.now.timestamp) as server:
        server.stream.behaviour = silent
        if name != "sound":
            server.behaviour = FAULTS[name].wrap(server.sound)
        provider = YahooProvider(server.proxy, server.ca_bundle, 0.5, now=clock)
        feed = QuoteFeed({"yahoo": provider}, allow_network=lambda: True)
        feed._now = lambda: clock.now + timedelta(seconds=time.monotonic() - began)
        states: list[LiveState] = []
        feed.changed.connect(lambda _, state: states.append(state))
        began = time.monotonic()
        feed.follow({"yahoo": frozenset({"9988.HK"})})
        if name != "sound":
            wait_until(lambda: len(server.requests) >= 1)
            time.sleep(0.3)
            assert feed.take() == {}
        if name.startswith("too many"):
            wait_until(lambda: states[-1].kind == "waiting")
            assert len(server.requests) == 1
            assert feed.take() == {}
        else:
            server.behaviour = server.sound
            wait_until(lambda: bool(feed._pending))
            (update,) = feed.take().values()
            assert update.quote.price == pytest.approx(float(server_price()), abs=1e-3)
            assert update.quote.time == MORNING
            assert (update.quote.delay, update.quote.streamed) == (15, False)
        assert server.stream.connections == 1
    assert feed.close(3.0)


def server_price() -> float:
    from tests.fakes.yahoo import price_of

    return float(price_of(MORNING.timestamp()))


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_the_demonstration_is_heard_through_the_same_feed() -> None:
    provider = DemoProvider()
    feed = QuoteFeed({"demo": provider}, allow_network=lambda: False)
    states: list[LiveState] = []
    feed.changed.connect(lambda _, state: states.append(state))
    feed.follow({"demo": frozenset({"9988.HK", "no such thing"})})
    provider.simulation.start(300)
    wait_until(lambda: bool(feed._pending))
    wait_until(lambda: states[-1:] == [LiveState("streaming")])
    assert feed.take().keys() == {("demo", "9988.HK")}
    provider.simulation.stop()
    wait_until(lambda: states[-1:] == [LiveState()])
    assert feed.close()
