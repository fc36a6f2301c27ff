"""Quotes: which are believed, how they become ticks, and when a market rests."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, Interval
from charting.market.feed import at_interval
from charting.market.hours import MARGIN, rests_until
from charting.market.instruments import instrument_of
from charting.market.provider import History
from charting.market.quote import OLDER, OTHER_CURRENCY, Quote, Tick, completed, market_state, quote_of, refusal
from charting.market.validate import IN_FUTURE, NO_PRICE, NOT_POSITIVE, OUT_OF_SCALE

HONG_KONG = calendar_for("XHKG")
NOON = datetime(2025, 9, 17, 3, 30, tzinfo=UTC)
GOOD = Quote("9988.HK", "yahoo", 150.0, NOON, NOON, 148.0, 1000.0, "HKD")


def seconds(text: str) -> float:
    return datetime.fromisoformat(f"{text}+08:00").timestamp()


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, ""),
        ({"price": math.nan}, NO_PRICE),
        ({"price": math.inf}, NO_PRICE),
        ({"price": 0.0}, NOT_POSITIVE),
        ({"price": -1.0}, NOT_POSITIVE),
        ({"price": 15_000.0}, OUT_OF_SCALE),
        ({"price": 1.5}, OUT_OF_SCALE),
        ({"time": NOON - timedelta(seconds=1)}, OLDER),
        ({"time": NOON + timedelta(hours=1)}, IN_FUTURE),
        ({"currency": "USD"}, OTHER_CURRENCY),
        ({"currency": ""}, ""),
        ({"price": 170.0}, ""),  # a large step is a piece of news, not a mistake
    ],
)
def test_what_cannot_be_right_is_not_believed(changes: dict[str, object], kind: str) -> None:
    assert refusal(replace(GOOD, **changes), GOOD, GOOD.price, "HKD", NOON) == kind  # type: ignore[arg-type]


def test_without_a_price_to_measure_against_any_positive_one_is_believed() -> None:
    assert refusal(replace(GOOD, price=15_000.0), None, math.nan, "HKD", NOON) == ""


def test_a_change_needs_both_prices() -> None:
    assert GOOD.change == pytest.approx(2 / 148)
    assert math.isnan(replace(GOOD, previous=math.nan).change)
    assert math.isnan(replace(GOOD, previous=0.0).change)


def test_what_a_quote_does_not_say_is_taken_from_the_one_before() -> None:
    bare = replace(GOOD, previous=math.nan, volume=math.nan)
    assert completed(bare, GOOD) == GOOD
    later = replace(bare, time=NOON + timedelta(days=1))
    assert math.isnan(completed(later, GOOD).previous), "yesterday's previous close is not today's"
    assert math.isnan(completed(later, GOOD).volume)
    assert completed(bare, None) is bare


def test_ticks_are_joined_within_a_minute_only() -> None:
    first = Tick(60.0, 1.0, 1.0, 1.0, 1.0, 5.0)
    assert first.joined(Tick(119.0, 3.0, 4.0, 0.5, 2.0)) == Tick(119.0, 1.0, 4.0, 0.5, 2.0, 5.0)
    assert first.joined(Tick(120.0, 3.0, 3.0, 3.0, 3.0)) is None


@pytest.mark.parametrize(
    ("time", "state", "until"),
    [
        ("2025-09-17T08:00", "closed", "2025-09-17T09:30"),
        ("2025-09-17T09:30", "open", None),
        ("2025-09-17T12:10", "break", None),  # delayed prices of the morning still come
        ("2025-09-17T12:30", "break", "2025-09-17T13:00"),
        ("2025-09-17T13:00", "open", None),
        ("2025-09-17T16:05", "auction", None),
        ("2025-09-17T16:25", "closed", None),
        ("2025-09-17T16:40", "closed", "2025-09-18T09:30"),
        ("2025-09-19T20:00", "closed", "2025-09-22T09:30"),  # the evening before a weekend
        ("2025-09-20T11:00", "closed", "2025-09-22T09:30"),
        ("2025-10-01T11:00", "closed", "2025-10-02T09:30"),  # the National Day
        ("2025-12-24T13:30", "closed", "2025-12-29T09:30"),  # the afternoon of a half day
        ("2023-09-01T11:00", "closed", "2023-09-04T09:30"),  # a typhoon
    ],
)
def test_the_calendar_says_when_nothing_can_come(time: str, state: str, until: str | None) -> None:
    assert market_state(HONG_KONG, seconds(time)) == state
    assert rests_until(HONG_KONG, seconds(time), 900) == (None if until is None else seconds(until))


def test_a_market_that_never_closes_rests_at_weekends_only() -> None:
    always = calendar_for("")
    assert rests_until(always, seconds("2025-09-17T03:00"), 0) is None
    sunday = datetime(2025, 9, 21, 12, tzinfo=UTC).timestamp()
    assert rests_until(always, sunday, 0) == datetime(2025, 9, 22, tzinfo=UTC).timestamp()


def test_prices_may_come_for_as_long_as_the_source_is_late() -> None:
    close = seconds("2025-09-17T16:00")
    assert rests_until(HONG_KONG, close + 600 + 900 + MARGIN - 1, 900) is None
    assert rests_until(HONG_KONG, close + 600 + 900 + MARGIN, 900) is not None


@pytest.mark.parametrize(
    ("fetched", "time"),
    [
        ("2025-09-17T11:00", "2025-09-17T10:45"),  # a source that is a quarter of an hour late
        ("2025-09-17T20:00", "2025-09-17T16:10"),
        ("2025-09-20T20:00", "2025-09-17T16:10"),
        ("2025-09-17T09:35", "2025-09-17T09:30"),
    ],
)
def test_daily_bars_tell_when_their_last_price_can_have_been_made(fetched: str, time: str) -> None:
    stamps = np.array([seconds("2025-09-16T09:30"), seconds("2025-09-17T09:30")]).astype(np.int64)
    price = np.array([10.0, 11.0])
    bars = Bars.of(stamps, price, price, price, price, np.array([5.0, 6.0]), DAY)
    asked = datetime.fromtimestamp(seconds(fetched), UTC)
    quote = quote_of(History(instrument_of("9988.HK"), bars, asked), "yahoo", timedelta(minutes=15))
    assert quote is not None
    assert quote.time == datetime.fromtimestamp(seconds(time), UTC)
    assert (quote.price, quote.previous, quote.volume, quote.currency, quote.delay) == (11.0, 10.0, 6.0, "HKD", 15)


@pytest.mark.parametrize(
    ("exchange", "last", "time"),
    [
        ("XHKG", "2025-09-17T14:30", "2025-09-17T14:35"),
        ("XHKG", "2025-09-17T11:55", "2025-09-17T12:00"),
        ("", "2025-09-17T14:30", "2025-09-17T14:35"),
    ],
)
def test_days_made_of_shorter_bars_are_as_old_as_the_last_of_these(exchange: str, last: str, time: str) -> None:
    stamps = np.arange(seconds("2025-09-17T09:30" if exchange else "2025-09-17T08:00"), seconds(last) + 1, 300).astype(np.int64)
    price = np.linspace(10.0, 11.0, len(stamps))
    bars = Bars.of(stamps, price, price, price, price, price, Interval(5, "m"))
    instrument = replace(instrument_of("9988.HK"), exchange=exchange)
    asked = datetime.fromtimestamp(seconds("2025-10-01T12:00"), UTC)
    quote = quote_of(at_interval(History(instrument, bars, asked), DAY), "file")
    assert quote is not None
    assert (quote.price, quote.time) == (11.0, datetime.fromtimestamp(seconds(time), UTC))
