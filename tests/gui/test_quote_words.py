"""What is said of a price's age: never more than is known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from charting.market.instruments import instrument_of
from charting.market.quote import Quote
from charting.market.quote_feed import LiveState
from gui.context import DataState
from gui.quote_words import age_of, moment_text, state_help, state_words
from gui.status_bar import Price, state_text

ALIBABA = instrument_of("9988.HK")


def hong_kong(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


NOW = hong_kong("2025-09-17T11:00")
QUOTE = Quote("9988.HK", "yahoo", 150.0, NOW, NOW, delay=15)


@pytest.mark.parametrize(
    ("now", "traded", "heard", "streamed", "kind", "short", "words"),
    [
        ("17T11:00", "17T10:59:30", "17T10:59:31", True, "live", "live", "Live, last trade at 10:59 HKT"),
        ("17T11:00", "17T10:45", "17T10:59:59", True, "delayed", "15 min late", "Delayed 15 minutes, as of 10:45 HKT"),
        ("17T11:00", "17T10:59:30", "17T10:59:31", False, "delayed", "15 min late", "Delayed 15 minutes, as of 10:59 HKT"),
        ("17T11:00", "17T09:31", "17T10:58", False, "delayed", "15 min late", "Delayed 15 minutes, as of 09:31 HKT"),
        ("17T11:00", "17T09:31", "17T09:40", False, "old", "1 hour old", "1 hour old, as of 09:31 HKT"),
        ("17T11:00", "12T16:08", "12T17:00", False, "old", "4 days old", "4 days old, as of Fri 16:08 HKT"),
        ("17T18:00", "17T16:08", "17T17:00", False, "closed", "", "As of 16:08 HKT"),
        ("17T18:00", "17T16:08", "17T16:08", True, "closed", "", "As of 16:08 HKT"),
        ("17T18:00", "17T14:00", "17T14:10", False, "old", "4 hours old", "4 hours old, as of 14:00 HKT"),
        ("20T18:00", "19T16:08", "19T17:00", False, "closed", "", "As of Fri 16:08 HKT"),
        ("22T08:00", "19T16:08", "19T17:00", False, "closed", "", "As of Fri 16:08 HKT"),
        ("17T12:40", "17T11:58", "17T12:10", False, "closed", "", "As of 11:58 HKT"),
        ("17T12:40", "17T10:00", "17T10:10", False, "old", "2 hours old", "2 hours old, as of 10:00 HKT"),
        ("30T11:00", "01T16:08", "01T17:00", False, "old", "28 days old", "28 days old, as of 1 Sept 2025 16:08 HKT"),
    ],
)
def test_ages_in_words(
    qapp: object, now: str, traded: str, heard: str, streamed: bool, kind: str, short: str, words: str
) -> None:
    quote = replace(QUOTE, time=hong_kong(f"2025-09-{traded}"), fetched=hong_kong(f"2025-09-{heard}"), streamed=streamed)
    age = age_of(quote, ALIBABA, hong_kong(f"2025-09-{now}"))
    assert (age.kind, age.short, age.words.replace("Sep ", "Sept ")) == (kind, short, words)


def test_what_no_market_made_is_never_called_live() -> None:
    age = age_of(replace(QUOTE, simulated=True, streamed=True, delay=0), ALIBABA, NOW)
    assert (age.kind, age.short, age.words) == ("simulated", "", "Simulated, as of 11:00 HKT")


def test_an_exchange_whose_hours_are_not_at_hand_has_words_too() -> None:
    elsewhere = msgspec.structs.replace(ALIBABA, exchange="XNYS", timezone="America/New_York")
    assert age_of(QUOTE, elsewhere, NOW).words == "Delayed 15 minutes, as of 23:00 EDT"


@pytest.mark.parametrize(
    ("traded", "words"),
    [
        ("2025-09-17T00:00", "As of Tue"),
        ("2025-09-06T00:00", "As of 5 Sept 2025"),
        ("2025-09-17T00:00:30", "As of 00:00 UTC"),
        ("2025-09-16T14:35", "As of Tue 14:35 UTC"),
    ],
)
def test_of_days_without_hours_no_more_than_the_day_is_said(qapp: object, traded: str, words: str) -> None:
    nowhere = replace(ALIBABA, exchange="", timezone="UTC")
    now = datetime(2025, 9, 17, 3, tzinfo=UTC)
    quote = replace(QUOTE, delay=0, time=datetime.fromisoformat(f"{traded}+00:00"), fetched=now)
    assert age_of(quote, nowhere, now).words.replace("Sep ", "Sept ") == words


@pytest.mark.parametrize(
    ("state", "now", "words"),
    [
        (LiveState("resting", hong_kong("2025-09-17T13:00")), "2025-09-17T12:30", "lunch break until 13:00 HKT"),
        (LiveState("resting", hong_kong("2025-09-18T09:30")), "2025-09-17T20:00", "market closed until Thu 09:30 HKT"),
        (LiveState("offline", hong_kong("2025-09-17T11:05")), "2025-09-17T11:00", "offline, tried again at 11:05 HKT"),
        (LiveState("waiting", hong_kong("2025-09-17T11:30")), "2025-09-17T11:00", "asked for a pause until 11:30 HKT"),
        (LiveState("streaming"), "2025-09-17T11:00", ""),
        (LiveState("asking"), "2025-09-17T11:00", ""),
        (LiveState(), "2025-09-17T11:00", ""),
    ],
)
def test_how_prices_are_had_in_words(state: LiveState, now: str, words: str) -> None:
    assert state_words(state, hong_kong(now), ALIBABA) == words


def test_a_tooltip_says_why() -> None:
    said = state_help(LiveState("asking", reason="The connection for live prices broke off."))
    assert "about once a minute" in said
    assert said.endswith("broke off.")
    assert state_help(LiveState()) == ""


@pytest.mark.parametrize(
    ("price", "text"),
    [
        (Price(None, LiveState("asking"), ALIBABA), "Yahoo Finance  ·  1 hour old"),
        (Price(QUOTE, LiveState("asking"), ALIBABA), "Yahoo Finance  ·  Delayed 15 minutes, as of 11:00 HKT"),
        (
            Price(replace(QUOTE, time=NOW - timedelta(days=1), fetched=NOW - timedelta(days=1)), LiveState("offline"), ALIBABA),
            "Yahoo Finance  ·  1 day old, as of Tue 11:00 HKT  ·  offline",
        ),
        (Price(replace(QUOTE, source="demo"), LiveState("asking"), ALIBABA), "Yahoo Finance  ·  1 hour old"),
    ],
)
def test_the_status_bar_tells_of_the_price_where_it_is_known(price: Price, text: str) -> None:
    offline = price.state.kind == "offline"
    assert state_text(DataState("yahoo", NOW - timedelta(hours=1), offline=offline), NOW, price) == text


def test_simulated_trading_says_how_fast_it_goes() -> None:
    simulated = replace(QUOTE, source="demo", simulated=True)
    state = DataState("demo", NOW, simulated=True)
    said = state_text(state, NOW, Price(simulated, LiveState("streaming"), ALIBABA, 60.0))
    assert said == "Demonstration market  ·  Simulated, as of 11:00 HKT  ·  60 times as fast"
    assert state_text(state, NOW, Price(simulated, LiveState(), ALIBABA)) == "Demonstration market"


def test_a_moment_has_a_date_unless_it_is_near() -> None:
    assert moment_text(NOW, NOW, "Asia/Hong_Kong") == "11:00 HKT"
    assert moment_text(NOW - timedelta(days=2), NOW, "Asia/Hong_Kong") == "Mon 11:00 HKT"
    assert moment_text(NOW - timedelta(days=20), NOW, "Asia/Hong_Kong").startswith("28 Aug 2025")
