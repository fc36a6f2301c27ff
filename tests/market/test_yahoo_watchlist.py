"""A whole watchlist is refreshed at the cost of one small request an instrument."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY
from charting.market.feed import Feed
from charting.market.instruments import instrument_of
from charting.market.provider import History, MarketError, SeriesKey
from charting.market.store import Store
from charting.market.yahoo import YahooProvider
from tests.fakes.yahoo import fake_yahoo, price_of
from tests.places import DATA

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")

NOW = datetime(2025, 9, 16, 4, 30, tzinfo=UTC)
SYMBOLS = sorted(path.name.removesuffix(".csv") for path in (DATA / "daily").glob("*.csv"))


def ten_years(symbol: str) -> History:
    """What was stored of a symbol a day ago: ten years of days, as the fake server has them."""
    asked = NOW - timedelta(days=1)
    first = (asked - timedelta(days=3653)).timestamp()
    times = calendar_for("XHKG").stamps(DAY, int(first), int(asked.timestamp()))
    close = price_of(times)
    bars = Bars.of(times, close - 0.1, close + 0.5, close - 0.5, close, 1000.0 + times % 1000, DAY)
    return History(instrument_of(symbol), bars, asked, adjusted=close * 0.95)


def test_34_symbols_of_ten_years_cost_34_small_requests(tmp_path: Path) -> None:
    assert len(SYMBOLS) == 34
    store = Store(tmp_path / "bars.sqlite")
    stored = {SeriesKey("yahoo", symbol, DAY): ten_years(symbol) for symbol in SYMBOLS}
    store.write_all(stored)
    assert min(len(history.bars) for history in stored.values()) > 2400
    news: dict[SeriesKey, list[History | MarketError]] = {key: [] for key in stored}
    heard = threading.Semaphore(0)

    def hear(key: SeriesKey, what: History | MarketError) -> None:
        news[key].append(what)
        heard.release()

    with fake_yahoo(tmp_path, NOW.timestamp) as server:
        provider = YahooProvider(server.proxy, server.ca_bundle, 20.0, now=lambda: NOW)
        feed = Feed(store, {"yahoo": provider}, allow_network=lambda: True, now=lambda: NOW)
        feed.arrived.connect(hear)
        feed.failed.connect(hear)
        for key in stored:
            feed.request(key.source, key.symbol, key.interval, background=True)
        for _ in range(2 * len(stored)):
            assert heard.acquire(timeout=60)
        assert Counter(request.symbol for request in server.requests) == Counter(SYMBOLS)
        longest = NOW.timestamp() - 30 * 86_400
        assert all(int(request.options["period1"]) > longest for request in server.requests)
        for key, (cached, fresh) in news.items():
            assert isinstance(cached, History)
            assert isinstance(fresh, History)
            assert len(fresh.bars) == len(cached.bars) + 1
            np.testing.assert_allclose(fresh.bars.close, price_of(fresh.bars.time))
            kept = store.read(key)
            assert kept is not None
            assert len(kept.bars) == len(fresh.bars)
        # Nothing can have happened since: asking once more costs nothing.
        server.requests.clear()
        for key in stored:
            feed.request(key.source, key.symbol, key.interval)
        for _ in stored:
            assert heard.acquire(timeout=60)
        feed.close()
        assert server.requests == []
