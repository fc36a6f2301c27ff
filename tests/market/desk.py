"""A feed over a source that tests decide about, and everything it says: what tests of the feed share."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, MINUTE, Interval
from charting.market.capabilities import Capabilities, Served
from charting.market.feed import Feed
from charting.market.instruments import instrument_of
from charting.market.provider import History, Provider, SeriesKey
from charting.market.store import Store

CALENDAR = calendar_for("XHKG")
NOW = datetime(2025, 9, 17, 3, 0, tzinfo=UTC)  # a Wednesday, 11:00 in Hong Kong
KEY = SeriesKey("yahoo", "9988.HK", DAY)


def sessions(count: int, until: datetime = NOW, interval: Interval = DAY, scale: float = 1.0) -> Bars:
    """The last bars that the calendar allows, with prices that tell their time."""
    times = CALENDAR.stamps(interval, until.timestamp() - 86_400 * 3 * count, until.timestamp())[-count:]
    prices = (100 + times / 1e9) * scale
    return Bars.of(times, prices, prices + 1, prices - 1, prices, np.full(count, 10.0), interval)


def answer(bars: Bars, fetched: datetime = NOW, **fields: object) -> History:
    return replace(History(instrument_of("9988.HK"), bars, fetched), **fields)  # type: ignore[arg-type]


class Source:
    """A source whose answers tests decide, which remembers what it was asked."""

    def __init__(self, name: str = "yahoo", online: bool = True, served: tuple[Interval, ...] = (MINUTE, DAY)) -> None:
        self.name = name
        self.online = online
        self.served = served
        self.asked: list[tuple[str, Interval, datetime | None]] = []
        self.answers: Callable[[str, Interval, datetime | None], History] = self.usual
        self.gate = threading.Event()
        self.gate.set()
        self.reached = threading.Semaphore(0)

    def usual(self, symbol: str, interval: Interval, since: datetime | None) -> History:
        bars = sessions(60, interval=interval)
        if since is not None:
            bars = bars.slice(int(bars.time.searchsorted(since.timestamp())), len(bars))
        return answer(bars)

    @property
    def kept(self) -> bool:
        return self.online or self.name == "file"

    def capabilities(self, symbol: str) -> Capabilities:
        return Capabilities(tuple(map(Served, self.served)))

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        self.asked.append((symbol, interval, since))
        self.reached.release()
        assert self.gate.wait(10)
        return self.answers(symbol, interval, since)


class Desk:
    """A feed and everything it says, in order."""

    def __init__(self, store: Store, provider: Provider, allowed: bool = True, now: datetime = NOW) -> None:
        self.provider = provider
        self.allowed = allowed
        self.now = now
        self.feed = Feed(store, {provider.name: provider}, allow_network=lambda: self.allowed, now=lambda: self.now)
        self.said: list[tuple[str, SeriesKey, object]] = []
        self.threads: set[str] = set()
        self._news = threading.Condition()
        self.feed.started.connect(lambda key: self._hear("started", key, None))
        self.feed.arrived.connect(lambda key, history: self._hear("arrived", key, history))
        self.feed.failed.connect(lambda key, error: self._hear("failed", key, error))

    def _hear(self, what: str, key: SeriesKey, value: object) -> None:
        with self._news:
            self.said.append((what, key, value))
            self.threads.add(threading.current_thread().name)
            self._news.notify_all()

    def ask(self, key: SeriesKey = KEY) -> None:
        self.feed.request(key.source, key.symbol, key.interval)

    def wait_for(self, count: int) -> list[tuple[str, SeriesKey, object]]:
        """What was said, once it is ``count`` things besides ``started``."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.news()) >= count, 10), self.said
            return self.news()

    def wait_for_newest(self, keys: set[SeriesKey]) -> None:
        """Wait until what the source has now has arrived of all these series: in one step, or after what was stored."""

        def newest() -> set[SeriesKey]:
            return {key for what, key, found in self.said if what == "arrived" and getattr(found, "fetched", None) == self.now}

        with self._news:
            assert self._news.wait_for(lambda: keys <= newest(), 10), [(what, key) for what, key, _ in self.said]

    def news(self) -> list[tuple[str, SeriesKey, object]]:
        return [each for each in self.said if each[0] != "started"]

    def settle(self) -> None:
        """Wait until nothing is under way: a request behind all others has been answered."""
        last = SeriesKey("nowhere", "", DAY)
        self.feed.request(last.source, last.symbol, last.interval, background=True)
        with self._news:
            assert self._news.wait_for(lambda: any(key == last for _, key, _ in self.news()), 10)
        self.said = [each for each in self.said if each[1] != last]


def bars_of(said: tuple[str, SeriesKey, object]) -> Bars:
    assert isinstance(said[2], History), said
    return said[2].bars


@pytest.fixture
def desk_for(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []

    def make(provider: Provider | None = None, **options: object) -> Desk:
        desks.append(Desk(Store(tmp_path / "bars.sqlite"), provider or Source(), **options))  # type: ignore[arg-type]
        return desks[-1]

    yield make
    for desk in desks:
        if isinstance(desk.provider, Source):
            desk.provider.gate.set()
        desk.feed.close()
