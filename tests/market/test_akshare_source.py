"""AKShare behind the interface of all sources, with a stand-in that answers as its documentation says it does."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from charting.core.calendar import calendar_for
from charting.core.interval import DAY, HOUR
from charting.market.akshare_source import INDICES, AkshareProvider, is_installed
from charting.market.feed import Feed
from charting.market.network import Network
from charting.market.provider import BadAnswer, History, MarketError, Networked, NoNetwork, NotServed, SeriesKey
from charting.market.store import Store

NOW = datetime(2025, 9, 15, 12, tzinfo=UTC)
DAYS = [date(2025, 9, day) for day in (8, 9, 10, 11, 12)]


def sina(symbol: str = "CES100") -> pd.DataFrame:
    """As ``stock_hk_index_daily_sina`` answers: dates of Python, prices and volumes as numbers."""
    base = 5800.0 if symbol == "HSTECH" else 26_000.0
    closes = [base + number for number in range(len(DAYS))]
    return pd.DataFrame(
        {
            "date": DAYS,
            "open": [close - 1 for close in closes],
            "high": [close + 2 for close in closes],
            "low": [close - 2 for close in closes],
            "close": closes,
            "volume": [0.0, 2e9, 2e9, 2e9, 2e9],
        }
    )


def eastmoney(symbol: str = "HSTECF2L") -> pd.DataFrame:
    """As ``stock_hk_index_daily_em`` answers: dates as texts, the close called latest, no volume."""
    table = sina(symbol).rename(columns={"close": "latest"})[["date", "open", "high", "low", "latest"]]
    return table.assign(date=table["date"].astype(str))


def fails(error: Exception) -> Callable[..., Any]:
    def function(symbol: str) -> Any:
        raise error

    return function


def provider(first: Callable[..., Any] = sina, second: Callable[..., Any] = eastmoney, deadline: float = 20.0) -> AkshareProvider:
    library = SimpleNamespace(stock_hk_index_daily_sina=first, stock_hk_index_daily_em=second)
    return AkshareProvider(lambda: library, deadline, lambda: NOW)


@pytest.mark.parametrize("symbol", INDICES)
def test_an_index_has_its_days(symbol: str) -> None:
    history = provider().history(symbol, DAY)
    expected = sina(INDICES[symbol])
    assert history.instrument.symbol == symbol
    np.testing.assert_array_equal(history.bars.close, expected["close"])
    np.testing.assert_array_equal(history.bars.high, expected["high"])
    assert np.isin(history.bars.time, calendar_for("XHKG").open).all()
    assert np.isnan(history.bars.volume[0])
    assert history.bars.volume[1] == 2e9
    assert history.refused == ()
    assert (history.fetched, history.rows) == (NOW, len(DAYS))


def test_days_since_a_time() -> None:
    since = datetime(2025, 9, 11, tzinfo=UTC)
    assert len(provider().history("HSTECH.HK", DAY, since).bars) == 2


@pytest.mark.parametrize("first", [fails(KeyError("klc_kl")), fails(ConnectionError()), lambda symbol: pd.DataFrame()])
def test_where_sina_fails_eastmoney_is_asked(first: Callable[..., Any]) -> None:
    history = provider(first).history("HSTECH.HK", DAY)
    np.testing.assert_array_equal(history.bars.close, sina("HSTECH")["close"])
    assert np.isnan(history.bars.volume).all()


ERRORS: dict[str, tuple[Callable[..., Any], type[MarketError], str]] = {
    "no network": (fails(ConnectionError("refused")), NoNetwork, "could not be reached"),
    "another page than it reads": (fails(IndexError("list index out of range")), BadAnswer, "cannot be understood"),
    "no rows": (lambda symbol: pd.DataFrame(), BadAnswer, "cannot be understood"),
    "no closes": (lambda symbol: sina(symbol).drop(columns="close"), BadAnswer, "lacks its close prices"),
    "no dates": (lambda symbol: sina(symbol).drop(columns="date"), BadAnswer, "has no dates"),
    "nothing sound": (lambda symbol: sina(symbol).assign(close=-1.0), BadAnswer, "No row"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_what_goes_wrong_is_said(name: str) -> None:
    function, kind, sentence = ERRORS[name]
    with pytest.raises(kind, match=sentence):
        provider(function, function).history("HSTECH.HK", DAY)


def test_rows_that_cannot_be_right_are_refused() -> None:
    def spoilt(symbol: str) -> pd.DataFrame:
        table = sina(symbol)
        table.loc[1, "close"] *= 100
        table.loc[1, "high"] *= 100
        table.loc[2, ["high", "low"]] = [5000.0, 6000.0]
        table.loc[3, "date"] = date(2025, 12, 1)
        return table

    history = provider(spoilt).history("HSTECH.HK", DAY)
    kinds = {refused.kind: refused.count for refused in history.refused}
    assert kinds == {"price of another scale": 1, "high below low": 1, "time in the future": 1}
    assert len(history.bars) == 2


def test_what_it_has_not_is_not_asked_for() -> None:
    for symbol, interval in (("9988.HK", DAY), ("HSTECH.HK", HOUR)):
        with pytest.raises(NotServed, match="AKShare has days of"):
            provider().history(symbol, interval)
    assert provider().capabilities("HSTECH.HK").intervals == (DAY,)
    assert provider().capabilities("9988.HK").intervals == ()


def test_where_it_is_not_installed_a_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "akshare", raising=False)
    assert not is_installed()
    with pytest.raises(NotServed, match=r'pip install "lionrock\[akshare\]"'):
        AkshareProvider().history("HSTECH.HK", DAY)


def test_a_call_that_hangs_is_over_at_the_deadline_and_no_other_is_begun() -> None:
    go_on, calls = threading.Event(), []

    def hangs(symbol: str) -> pd.DataFrame:
        calls.append(symbol)
        go_on.wait(30)
        return sina(symbol)

    source = provider(hangs, deadline=0.05)
    with pytest.raises(NoNetwork, match="did not answer in time"):
        source.history("HSTECH.HK", DAY)
    with pytest.raises(NoNetwork, match="still waits"):
        source.history("^HSI", DAY)
    assert calls == ["HSTECH"]
    go_on.set()
    for thread in threading.enumerate():
        if thread.name == "lionrock-akshare":
            thread.join(20)
    source = provider()
    assert len(source.history("^HSI", DAY).bars) == len(DAYS)


def test_who_asks_meanwhile_waits_for_the_answer_before() -> None:
    answers: list[History | Exception] = []

    def ask() -> None:
        try:
            answers.append(source.history("^HSI", DAY))
        except MarketError as error:
            answers.append(error)

    second = threading.Thread(target=ask)

    def slow(symbol: str) -> pd.DataFrame:
        if symbol == "HSTECH":
            second.start()
            second.join(0.1)
            assert answers == []
        return sina(symbol)

    source = provider(slow)
    assert len(source.history("HSTECH.HK", DAY).bars) == len(DAYS)
    second.join(20)
    (answer,) = answers
    assert isinstance(answer, History)
    assert answer.instrument.symbol == "^HSI"


def test_its_connections_follow_the_settings_for_as_long_as_they_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("HTTPS_PROXY", "HTTP_PROXY", "REQUESTS_CA_BUNDLE")
    monkeypatch.setenv("HTTPS_PROXY", "http://before:1")
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    before = {name: os.environ.get(name) for name in names}
    seen: dict[str, str | None] = {}

    def looks(symbol: str) -> pd.DataFrame:
        seen.update({name: os.environ.get(name) for name in names})
        return sina(symbol)

    source = provider(looks)
    assert isinstance(source, Networked)
    source.history("HSTECH.HK", DAY)
    assert seen == before
    source.use_network(Network("http://proxy:2", tmp_path / "ca.pem"))
    source.history("HSTECH.HK", DAY)
    assert seen == {
        "HTTPS_PROXY": "http://proxy:2",
        "HTTP_PROXY": "http://proxy:2",
        "REQUESTS_CA_BUNDLE": str(tmp_path / "ca.pem"),
    }
    assert {name: os.environ.get(name) for name in names} == before


def test_the_feed_keeps_what_it_has_and_makes_weeks_of_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "bars.sqlite")
    feed = Feed(store, {"akshare": provider()}, allow_network=lambda: True, now=lambda: NOW)
    arrived: list[History] = []
    heard = threading.Semaphore(0)
    feed.arrived.connect(lambda key, history: (arrived.append(history), heard.release()))
    feed.request("akshare", "HSTECH.HK", DAY)
    assert heard.acquire(timeout=20)
    assert len(arrived[0].bars) == len(DAYS)
    kept = store.read(SeriesKey("akshare", "HSTECH.HK", DAY))
    assert kept is not None
    assert len(kept.bars) == len(DAYS)
    feed.close()
