"""What a user sees of each kind of fault of Yahoo Finance: the bars stay, a sentence says what is wrong, and it passes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from charting.core.history import History
from charting.market.breaker import Breaker
from charting.market.feed import Feed
from charting.market.store import Store
from charting.market.yahoo import YahooProvider
from gui.loader import PROBLEM, Loader
from gui.workers import MainThread
from tests.fakes.faults import FAULTS
from tests.fakes.yahoo import FakeYahoo, fake_yahoo
from tests.gui.documents import workspace
from tests.gui.fakes import FakeWindow

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")

MONDAY = datetime(2025, 9, 15, 4, 30, tzinfo=UTC)
SHOWN = {
    "too many requests": "Yahoo Finance asks for a pause",
    "server error": "Yahoo Finance is out of order (500)",
    "unknown symbol": "Yahoo Finance does not know “9988.HK”",
    "range not served": "Yahoo Finance does not serve 9988.HK",
    "reset": "",
    "hangs before headers": "",
    "row of negative prices": "",
}
"""One fault of each kind, and how its notice begins; being offline is a state, and refused rows go to a log."""


class Clock:
    """The present, as tests wish it."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()


class Desk:
    """A loader over a feed over the fake server."""

    def __init__(self, folder: Path, server: FakeYahoo, qtbot: QtBot, clock: Clock) -> None:
        document = workspace()
        chart = replace(document.charts[0], symbol="9988.HK", source="yahoo", interval="1d")
        self.main, self.window, self.qtbot = MainThread(), FakeWindow(), qtbot
        breaker = Breaker(clock.seconds, lambda: 0.5)
        provider = YahooProvider(server.proxy, server.ca_bundle, 1.0, breaker, clock)
        self.feed = Feed(Store(folder / "bars.sqlite"), {"yahoo": provider}, allow_network=lambda: True, now=clock)
        self.loader = Loader(History(replace(document, charts=(chart,))), self.feed, self.main)
        self.loader.attach(self.window)
        self.loader.start()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.state is not None and not self.window.state.loading, timeout=20_000)

    def refresh(self) -> None:
        """Ask again, as F5 does; the state says at once that it is being asked."""
        self.loader.refresh()
        assert self.window.state is not None
        assert self.window.state.loading

    def close(self) -> None:
        self.loader.close()
        self.feed.close()
        self.main.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(tmp_path: Path, clock: Clock) -> Iterator[FakeYahoo]:
    with fake_yahoo(tmp_path, clock.seconds) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: FakeYahoo, qtbot: QtBot, clock: Clock) -> Iterator[Desk]:
    made = Desk(tmp_path, server, qtbot, clock)
    yield made
    made.close()


@pytest.mark.parametrize("name", SHOWN)
def test_a_fault_leaves_the_bars_and_says_what_is_wrong_until_it_passes(
    name: str, desk: Desk, server: FakeYahoo, clock: Clock
) -> None:
    fault, window = FAULTS[name], desk.window
    assert window.series is not None
    before = window.series.bars
    clock.now += timedelta(days=1)
    server.behaviour = fault.wrap(server.sound)
    server.requests.clear()
    desk.refresh()
    desk.qtbot.waitUntil(lambda: len(server.requests) > 0 and (fault.kind is None or desk.loader._error is not None))
    desk.settle()
    assert window.series is not None
    np.testing.assert_array_equal(window.series.bars.close[: len(before) - 1], before.close[:-1])
    assert window.state is not None
    assert window.state.offline == (fault.kind is not None and not SHOWN[name])
    if SHOWN[name]:
        notice = window.notices[PROBLEM]
        assert notice.text.startswith(SHOWN[name])
        assert [action.text for action in notice.actions] == ["Try again"]
    else:
        assert PROBLEM not in window.notices
    server.behaviour = server.sound
    clock.now += timedelta(hours=2)
    desk.loader.refresh()
    desk.qtbot.waitUntil(lambda: window.series is not None and len(window.series.bars) > len(before), timeout=20_000)
    desk.settle()
    assert PROBLEM not in window.notices
    assert window.state is not None
    assert not window.state.offline
