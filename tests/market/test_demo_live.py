"""The demonstration going on: the same trades everywhere and at any speed, and its own bars as they were."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charting.core.calendar import calendar_for
from charting.core.interval import DAY, MINUTE
from charting.core.resample import resample
from charting.market.demo import DemoProvider
from charting.market.demo_landmarks import story
from charting.market.demo_live import SPEEDS, STEP, Place, Simulation, session_after, trades
from charting.market.instruments import instrument_of
from charting.market.provider import LineNews
from charting.market.quote import Quote

SYMBOLS = story().symbols
HONG_KONG = calendar_for("XHKG")


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def provider(clock: Clock) -> DemoProvider:
    found = DemoProvider()
    found.simulation = Simulation(clock)
    return found


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_session_goes_on_where_the_one_before_ended(symbol: str) -> None:
    days = DemoProvider().history(symbol, DAY).bars
    first, second = trades(symbol, 0), trades(symbol, 1)
    assert first.previous == days.close[-1]
    assert second.previous == first.price[-1]
    instrument = instrument_of(symbol)
    for found, number in ((first, 0), (second, 1)):
        session = session_after(number)
        assert session.open > days.time[-1]
        assert (found.time[0], found.time[-1]) == (session.open, session.close - STEP)
        assert all(HONG_KONG.is_open(moment) for moment in found.time[::40].tolist())
        assert all(price == instrument.round_to_tick(price, session.date) for price in found.price.tolist())
        assert 0.85 < found.price.min() / found.previous <= found.price.max() / found.previous < 1.15
        assert (np.diff(found.volume) >= 0).all()
        assert found.volume[-1] > 0


def test_sessions_follow_the_calendar() -> None:
    dates = [session_after(number).date.isoformat() for number in range(10)]
    assert dates[:3] == ["2025-09-18", "2025-09-19", "2025-09-22"]
    assert "2025-10-01" not in dates


def test_it_is_the_same_everywhere() -> None:
    """Changing what people have seen should be a decision, not an accident."""
    digest = hashlib.sha256()
    for symbol in SYMBOLS:
        digest.update(trades(symbol, 0).price.tobytes())
        digest.update(trades(symbol, 0).volume.tobytes())
    assert digest.hexdigest()[:16] == "f3536ae9c3e87956"


def test_it_is_off_by_default_and_leaves_the_demonstration_as_it_was(provider: DemoProvider, clock: Clock) -> None:
    before = {interval: provider.history("HSTECH.HK", interval).bars for interval in (MINUTE, DAY)}
    assert provider.simulation.speed is None
    provider.simulation.start(300)
    clock.seconds = 100.0
    assert len(provider.history("HSTECH.HK", DAY).bars) > len(before[DAY])
    provider.simulation.stop()
    for interval, bars in before.items():
        after = provider.history("HSTECH.HK", interval).bars
        assert after is bars or np.array_equal(after.close, bars.close)
        assert len(after) == len(bars)


@settings(max_examples=15)
@given(seconds=st.floats(0, 200), symbol=st.sampled_from(SYMBOLS))
def test_minutes_make_the_days_at_any_moment(seconds: float, symbol: str) -> None:
    clock = Clock()
    provider = DemoProvider()
    provider.simulation = Simulation(clock)
    provider.simulation.start(300)
    clock.seconds = seconds
    minutes, days = provider.history(symbol, MINUTE).bars, provider.history(symbol, DAY).bars
    made = resample(minutes, DAY, HONG_KONG).bars
    for name in ("time", "open", "high", "low", "close", "volume"):
        np.testing.assert_allclose(getattr(made, name)[-5:], getattr(days, name)[-5:], err_msg=name)


def test_another_goes_on_where_one_stood() -> None:
    one, other = Simulation(clock := Clock()), Simulation(later := Clock())
    assert one.going is None
    one.start(10.0)
    clock.seconds, later.seconds = 1000.0, 70.0
    assert one.going is not None
    other.resume(one.going)
    assert (other.place(), other.speed) == (one.place(), 10.0)
    clock.seconds, later.seconds = 1003.0, 73.0
    assert other.place() == one.place() != Place(0, 1)


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_same_prices_come_at_any_speed(speed: float, clock: Clock) -> None:
    simulation = Simulation(clock)
    simulation.start(speed)
    clock.seconds = 3000 / speed
    assert simulation.place() == Place(0, 3000 // STEP + 1)


def test_another_speed_goes_on_from_the_same_moment(clock: Clock) -> None:
    simulation = Simulation(clock)
    assert simulation.place() is None
    assert simulation.now() is None
    simulation.start(60)
    clock.seconds = 10
    simulation.start(300)
    assert simulation.place() == Place(0, 600 // STEP + 1)
    clock.seconds = 80
    assert simulation.place() == Place(1, (600 + 70 * 300) // STEP + 1 - 3960)
    simulation.stop()
    simulation.start(60)
    assert simulation.place() == Place(0, 1), "from the beginning"


class Ear:
    def __init__(self) -> None:
        self.quotes: list[Quote] = []
        self.news: list[str] = []

    def told(self, news: LineNews) -> None:
        self.news.append(news.state)

    def wait(self, count: int) -> None:
        end = time.monotonic() + 10
        while len(self.quotes) < count:
            assert time.monotonic() < end
            time.sleep(0.005)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def line(provider: DemoProvider, ear: Ear) -> Iterator[object]:
    made = provider.line(ear.quotes.append, ear.told)
    yield made
    assert made.close(3.0)


def test_every_trade_is_told_once_in_order(provider: DemoProvider, ear: Ear, line: object, clock: Clock) -> None:
    provider.simulation.start(60)
    line.follow(["9988.HK", "no such thing"])  # type: ignore[attr-defined]
    ear.wait(1)
    for _ in range(5):
        count = len(ear.quotes)
        clock.seconds += 1.0
        ear.wait(count + 12)
    found = trades("9988.HK", 0)
    assert [quote.price for quote in ear.quotes] == found.price[: len(ear.quotes)].tolist()
    assert all(quote.simulated and quote.streamed and quote.source == "demo" for quote in ear.quotes)
    assert ear.quotes[0].previous == found.previous
    clock.seconds += 400  # over the night
    ear.wait(3960 + 20)
    assert ear.quotes[3960].time.date().isoformat() == "2025-09-19"
    assert ear.quotes[3960].price == trades("9988.HK", 1).price[0]


def test_it_says_when_it_begins_and_ends(provider: DemoProvider, ear: Ear, line: object) -> None:
    line.follow(["9988.HK"])  # type: ignore[attr-defined]
    time.sleep(0.05)
    assert ear.quotes == []
    assert {"lionrock-simulation"} <= {thread.name for thread in threading.enumerate() if thread.daemon}
    provider.simulation.start(60)
    ear.wait(1)
    provider.simulation.stop()
    end = time.monotonic() + 10
    while ear.news[-1:] != ["idle"]:
        assert time.monotonic() < end
        time.sleep(0.005)
    assert ear.news == ["open", "idle"]
