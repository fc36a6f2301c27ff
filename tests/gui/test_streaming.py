"""Live prices in the whole program, from a Yahoo on this machine: through proxy and certificates of the environment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from charting.core.document import WatchlistItem
from charting.market import line as line_module
from charting.market import quote_feed
from charting.market.quote import Quote
from charting.market.quote_feed import QuoteFeed
from gui.application import Program
from gui.cli import WindowOptions
from gui.docks.watchlist_model import Column
from gui.home import Home
from tests.fakes.streamer import floods, refuses
from tests.fakes.yahoo import FakeYahoo, fake_yahoo

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeYahoo]:
    with fake_yahoo(tmp_path) as running:
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, running.proxy)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(running.ca_bundle))
        monkeypatch.setattr(quote_feed, "rests_until", lambda *_: None)  # whatever the time is in Hong Kong
        monkeypatch.setattr(line_module, "FIRST_PAUSE", 0.2)
        yield running


@contextmanager
def running(home: Home, qtbot: QtBot) -> Iterator[Program]:
    made = Program(WindowOptions(), home)
    made.window.show()
    qtbot.waitUntil(lambda: made.window.view.series is not None, timeout=20_000)
    made.live.start(made.window.status.set_price)
    yield made
    made.window.close()
    made.close()


@pytest.fixture
def program(server: FakeYahoo, qtbot: QtBot, tmp_path: Path, numbers_as_before: None) -> Iterator[Program]:
    with running(Home(tmp_path / "home"), qtbot) as made:
        yield made


def _all_known(program: Program) -> bool:
    return "–" not in prices(program)


def prices(program: Program) -> list[str]:
    model = program.window.watchlist.table.model()
    return [model.index(row, Column.PRICE).data() for row in range(model.rowCount())]


def test_prices_tick_after_live_data_was_chosen_and_not_before(program: Program, server: FakeYahoo, qtbot: QtBot) -> None:
    qtbot.wait(100)
    assert server.stream.connections == 0
    assert server.requests == []
    program.market.use_live_data()
    items = program.history.document.watchlist
    assert items[0] == WatchlistItem("HSTECH.HK", "yahoo")
    qtbot.waitUntil(lambda: server.stream.connections == 1, timeout=20_000)
    everything = {item.symbol for item in items}
    qtbot.waitUntil(lambda: any(everything <= set(said.get("subscribe", ())) for said in server.stream.heard), timeout=20_000)
    qtbot.waitUntil(lambda: "–" not in prices(program), timeout=20_000)
    before = prices(program)
    qtbot.waitUntil(lambda: all(one != other for one, other in zip(before, prices(program), strict=True)), timeout=20_000)
    label = program.window.status.findChild(QLabel, "data_source")
    assert isinstance(label, QLabel)
    assert label.text().startswith("Yahoo Finance  ·  ")
    names = [thread.name for thread in threading.enumerate() if thread.name.startswith("lionrock-stream")]
    assert sorted(names) == ["lionrock-stream", "lionrock-stream-reader"]
    program.market.use_demonstration()
    qtbot.waitUntil(lambda: not any(thread.name == "lionrock-stream-reader" for thread in threading.enumerate()), timeout=20_000)


def test_a_flood_does_not_reach_the_window(
    program: Program, server: FakeYahoo, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted in pictures for each turn of the event loop, after a server that refused at first."""
    told = 0
    put = QuoteFeed._put

    def counting(feed: QuoteFeed, name: str, quote: Quote) -> None:
        nonlocal told
        told += 1
        put(feed, name, quote)

    monkeypatch.setattr(QuoteFeed, "_put", counting)
    server.stream.behaviour = refuses
    program.market.use_live_data()
    qtbot.waitUntil(lambda: server.stream.connections >= 1, timeout=20_000)
    server.stream.behaviour = floods
    qtbot.waitUntil(lambda: told > 100 and "–" not in prices(program), timeout=30_000)
    before, frames, turns = told, program.window.view.frames, 0
    while told < before + 500 or turns < 10:  # a single turn may take as long as five hundred trades
        qtbot.wait(5)
        turns += 1
    assert program.window.view.frames - frames <= turns, "five hundred trades are not five hundred pictures"


def test_a_start_on_live_data(server: FakeYahoo, qtbot: QtBot, tmp_path: Path, numbers_as_before: None) -> None:
    """The source is made where it is asked for first, in a worker, and has to be told then how to connect."""
    home = Home(tmp_path / "home")
    for number in range(2):
        with running(home, qtbot) as program:
            assert program.history.document.chart.source == ("demo", "yahoo")[number]
            program.settings.change(proxy=server.proxy, ca_bundle=str(server.ca_bundle))
            if number == 0:
                program.market.use_live_data()
            program.services.quotes.start(program.window)
            qtbot.waitUntil(partial(_all_known, program), timeout=20_000)
