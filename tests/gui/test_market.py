from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.market.provider import NoNetwork
from gui.loader import PROBLEM, Loader
from gui.market import Market, change_source
from gui.quotes import Quotes
from gui.settings import SettingsFile
from gui.workers import MainThread
from gui.writer import Writer
from tests.gui.documents import workspace
from tests.gui.fakes import FakeFeed, FakeWindow


class Desk:
    """The market's services over a fake feed."""

    def __init__(self, folder: Path, *, offline: bool) -> None:
        self.history, self.feed, self.window, self.main = History(workspace()), FakeFeed(), FakeWindow(), MainThread()
        self.writer = Writer(delay=0.005)
        self.settings = SettingsFile(folder / "settings.json", self.writer)
        self.loader = Loader(self.history, self.feed, self.main)
        self.quotes = Quotes(self.history, self.feed, self.main)
        live = SimpleNamespace(wake=lambda: None, simulate=lambda _speed: None, simulation_speed=None)
        around: Any = SimpleNamespace(quotes=self.quotes, live=live)
        self.market = Market(self.history, self.settings, self.loader, lambda: around, offline=offline)
        self.market.attach(self.window)

    def close(self) -> None:
        self.loader.close()
        self.quotes.close()
        self.writer.close()
        self.main.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, offline=False)
    yield desk
    desk.close()


@pytest.fixture
def offline_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, offline=True)
    yield desk
    desk.close()


def test_an_offer_that_was_closed_stays_closed_at_the_next_start(desk: Desk, tmp_path: Path) -> None:
    assert desk.market.offers_live_data
    desk.market.close_offer()
    assert not desk.market.offers_live_data
    desk.writer.flush()
    assert SettingsFile(tmp_path / "settings.json", desk.writer).current.offer_closed


def test_no_connection_may_be_made_before_somebody_chooses_it(desk: Desk) -> None:
    assert not desk.market.network_allowed
    assert desk.market.default_source == "demo"


def test_live_data_replaces_the_demonstration_and_is_remembered(desk: Desk) -> None:
    desk.market.use_live_data()
    assert desk.market.network_allowed
    assert desk.market.default_source == "yahoo"
    assert desk.history.document.chart.source == "yahoo"
    assert desk.feed.requests[-1].source == "yahoo"
    assert SettingsFile(desk.settings._path, desk.writer).current.live_data is False
    assert desk.writer.flush()
    assert SettingsFile(desk.settings._path, desk.writer).current.live_data is True


def test_the_demonstration_can_be_had_back_and_ends_all_connections(desk: Desk) -> None:
    before = desk.history.document
    desk.market.use_live_data()
    desk.market.use_demonstration()
    assert not desk.market.network_allowed
    assert desk.history.document == before


def test_an_empty_live_chart_offers_the_way_back(qtbot: QtBot, desk: Desk) -> None:
    desk.loader.attach(desk.window)
    desk.market.use_live_data()
    desk.feed.refuse(desk.loader.wanted, NoNetwork("Yahoo Finance cannot be reached."))
    qtbot.waitUntil(lambda: desk.window.chart_notice == "Yahoo Finance cannot be reached.")
    again, back = desk.window.notices[PROBLEM].actions
    again.run()
    assert desk.feed.requests[-1].source == "yahoo"
    back.run()
    assert desk.history.document.chart.source == "demo"
    assert desk.window.notices == {}


def test_offline_forbids_it_with_a_sentence(offline_desk: Desk) -> None:
    before = offline_desk.history.document
    offline_desk.market.use_live_data()
    assert offline_desk.market.network_forbidden
    assert not offline_desk.market.network_allowed
    assert offline_desk.history.document is before
    assert "--offline" in offline_desk.window.texts[0]


def test_offline_holds_although_the_settings_allow_it(offline_desk: Desk) -> None:
    offline_desk.settings.change(live_data=True)
    assert not offline_desk.market.network_allowed


def test_refreshing_asks_for_the_chart_and_the_watchlist(desk: Desk) -> None:
    desk.quotes.start(desk.window)
    desk.feed.requests.clear()
    desk.market.refresh()
    assert {(key.symbol, str(key.interval)) for key in desk.feed.requests} == {("HSTECH.HK", "1d")}
    assert len(desk.feed.requests) == 2


def test_changing_the_source_changes_charts_and_watchlist_alike() -> None:
    live = change_source(workspace(), "demo", "yahoo")
    assert live.chart.source == "yahoo"
    assert live.watchlist == (WatchlistItem("HSTECH.HK", "yahoo"),)
    assert change_source(live, "demo", "yahoo") == live
