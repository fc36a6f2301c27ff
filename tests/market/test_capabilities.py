"""What sources declare: which bars, how far back, how late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from charting.core.interval import DAY, HOUR, MINUTE, MONTH, WEEK, Interval
from charting.market.capabilities import Capabilities, Served, base_of
from charting.market.demo import DemoProvider
from charting.market.provider import Provider
from charting.market.yahoo import YahooProvider

NOW = datetime(2025, 9, 17, 3, 0, tzinfo=UTC)
YAHOO = YahooProvider().capabilities("9988.HK")


@pytest.mark.parametrize(
    ("wanted", "back", "first"),
    [
        (MINUTE, 30, "2025-08-18"),
        (Interval(5, "m"), 60, "2025-07-19"),
        (Interval(30, "m"), 60, "2025-07-19"),
        (HOUR, 730, "2023-09-18"),
        (Interval(4, "h"), 730, "2023-09-18"),
    ],
)
def test_a_range_that_is_not_served_is_said_with_its_beginning_and_what_to_do(wanted, back, first):
    said = YAHOO.refusal("Yahoo Finance", wanted, NOW - timedelta(days=back + 1), NOW, "Asia/Hong_Kong")
    assert f"for {back} days, so they begin on {first}. Choose bars of " in said
    assert YAHOO.refusal("Yahoo Finance", wanted, NOW - timedelta(days=back - 1), NOW) == ""
    assert YAHOO.refusal("Yahoo Finance", wanted, None, NOW) == ""


@pytest.mark.parametrize("wanted", [DAY, WEEK, MONTH])
def test_days_and_longer_bars_reach_back_without_limit(wanted):
    assert YAHOO.refusal("Yahoo Finance", wanted, datetime(1990, 1, 1, tzinfo=UTC), NOW) == ""


def test_what_cannot_be_made_is_said():
    days = Capabilities((Served(DAY),))
    assert days.refusal("The file", MINUTE, None, NOW) == "The file has no bars of 1 minute. Choose 1 day or longer."
    assert days.refusal("The file", WEEK, None, NOW) == ""
    weeks = Capabilities((Served(WEEK),))
    told = weeks.refusal("The file", MONTH, None, NOW)
    assert told == "The file has no bars of 1 month, and bars of 1 week do not add up to them. Choose 1 week."
    assert "Choose another source" in Capabilities().refusal("The file", DAY, None, NOW)


def test_the_hang_seng_tech_index_has_days_of_history_at_yahoo_and_a_note():
    able = YahooProvider().capabilities("HSTECH.HK")
    assert "3033.HK" in able.note
    assert all(each.back == timedelta(days=7) for each in able.served)
    assert able.refusal("Yahoo Finance", DAY, NOW - timedelta(days=30), NOW).endswith("so they begin on 2025-09-10.")


def test_longer_bars_are_made_of_the_longest_that_fit():
    assert base_of(YAHOO.intervals, Interval(30, "m")) == Interval(15, "m")
    assert base_of(YAHOO.intervals, Interval(3, "m")) == MINUTE
    assert base_of((DAY,), MINUTE) is None
    served = YAHOO.base_of(WEEK)
    assert served is not None
    assert served.interval == DAY


@pytest.mark.parametrize("provider", [DemoProvider(), YahooProvider()], ids=lambda provider: provider.name)
def test_every_provider_declares_what_it_has(provider: Provider):
    able = provider.capabilities("9988.HK")
    assert able.intervals == tuple(sorted(able.intervals, key=lambda each: each.seconds))
    assert provider.online == able.search  # nothing to search where all there is, is listed
    assert provider.kept == provider.online
