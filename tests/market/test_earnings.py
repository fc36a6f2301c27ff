"""Dates of earnings: read from Yahoo's page, asked for once a week, kept with the series, and nobody's concern when missing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from charting.core.adjustment import Action, with_earnings
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, MINUTE
from charting.market.provider import BadAnswer, History, RateLimited, SeriesKey
from charting.market.store import Store
from charting.market.yahoo import YahooProvider
from charting.market.yahoo_earnings import earnings_of, examine_earnings
from tests.fakes.yahoo import FakeYahoo, Reply, Request, fake_yahoo, reply
from tests.market.desk import KEY, NOW, Desk, Source, desk_for
from tests.market.test_yahoo import Clock, provider_for

__all__ = ["desk_for"]

HONG_KONG = calendar_for("XHKG")
PAGE = """<html><body><div>Earnings calendar</div><table class="x"><thead><tr><th>Symbol</th><th>Company</th>
<th>Earnings Date</th><th>EPS Estimate</th><th>Reported EPS</th><th>Surprise (%)</th></tr></thead><tbody>
<tr><td><a href="/quote/9988.HK">9988.HK</a></td><td>Alibaba &amp; Co</td><td><span>November 25, 2025 at 5 AM EST</span></td>
<td>0.9</td><td>-</td><td>-</td></tr>
<tr><td>9988.HK</td><td>Alibaba</td><td>August 29, 2025 at 6:30 PM HKT</td><td>1.9</td><td>2.06</td><td>+8.1</td></tr>
<tr><td>9988.HK</td><td>Alibaba</td><td>May 15, 2025</td><td>1.4</td><td>1,001.57</td><td>-</td></tr>
<tr><td>9988.HK</td><td>Alibaba</td><td>some day</td><td>1.4</td><td>1.5</td><td>-</td></tr>
<tr><td colspan="6">an advertisement</td></tr></tbody></table><table><tr><td>another</td></tr></table></body></html>"""


def read(body: str, status: int = 200) -> list[tuple[str, float]]:
    found = examine_earnings("9988.HK", status, {}, body.encode(), "https://finance.yahoo.com/calendar/earnings")
    return [(one.moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M"), one.per_share) for one in found]


def test_the_page_is_read_line_by_line() -> None:
    (first, expected), (second, reported), (third, large) = read(PAGE)
    assert (first, second, third) == ("2025-11-25 10:00", "2025-08-29 10:30", "2025-05-15 12:00")
    assert math.isnan(expected)
    assert (reported, large) == (2.06, 1001.57)


@pytest.mark.parametrize("body", ["", "<html></html>", "<table><tr><th>Symbol</th></tr></table>", "<table><table><tr><td>"])
def test_a_page_without_dates_has_none(body: str) -> None:
    assert read(body) == []
    assert read("not found", 404) == []


def test_refusals_are_told_apart() -> None:
    with pytest.raises(RateLimited):
        read("Too Many Requests", 429)
    with pytest.raises(BadAnswer, match=r"does not tell when 9988\.HK"):
        read("what?", 418)


def test_earnings_belong_to_the_first_session_that_knows_of_them() -> None:
    published = examine_earnings("9988.HK", 200, {}, PAGE.encode(), "https://finance.yahoo.com/")
    days = [datetime.fromtimestamp(action.time, UTC).date().isoformat() for action in earnings_of(published, HONG_KONG)]
    # 18:30 on a Friday is known on Monday, 12:00 UTC on a Thursday on Friday, 05:00 in New York on the next day.
    assert days == ["2025-05-16", "2025-09-01", "2025-11-26"]


def test_what_was_expected_gives_way_to_what_came() -> None:
    dividend = Action(86_400 * 50, "dividend", 1.0)
    past, expected = Action(86_400 * 10, "earnings", 1.0), Action(86_400 * 100, "earnings", math.nan)
    old, came = Action(86_400 * 60, "earnings", 1.1), Action(86_400 * 97, "earnings", 1.2)
    assert with_earnings((past, dividend, old, expected), (old, came)) == (past, dividend, old, came)
    assert with_earnings((past, dividend), ()) == (past, dividend)
    split, later = Action(86_400 * 100, "split", 2.0), Action(86_400 * 190, "earnings", math.nan)
    assert with_earnings((past, dividend, expected, split), (came, later)) == (past, dividend, came, split, later)


# Through the real client


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeYahoo]:
    with fake_yahoo(tmp_path, NOW.timestamp) as running:
        yield running


def behave(page: Reply, sound: Callable[[Request], Reply]) -> Callable[[Request], Reply]:
    return lambda request: page if request.path == "/calendar/earnings" else sound(request)


def test_the_real_client_brings_the_page(server: FakeYahoo) -> None:
    server.behaviour = behave(reply(PAGE), server.sound)
    provider: YahooProvider = provider_for(server, Clock())
    assert [action.kind for action in provider.earnings("9988.HK")] == ["earnings"] * 3
    (request,) = server.requests
    assert (request.host, request.options["symbol"]) == ("finance.yahoo.com", "9988.HK")


def test_a_symbol_without_a_page_has_none(server: FakeYahoo) -> None:
    assert provider_for(server, Clock()).earnings("9988.HK") == ()


# Through the feed


class Announcer(Source):
    """A source that knows earnings, or fails."""

    def __init__(self) -> None:
        super().__init__()
        self.told: tuple[Action, ...] = (Action(int(NOW.timestamp()) - 86_400 * 20, "earnings", 2.0),)
        self.inquiries = 0
        self.refuses = False

    def earnings(self, symbol: str) -> tuple[Action, ...]:
        self.inquiries += 1
        if self.refuses:
            raise BadAnswer("not today")
        return self.told


def earnings_in(desk: Desk, key: SeriesKey = KEY) -> list[Action]:
    kept = desk.feed.store.read(key)
    return [] if kept is None else [action for action in kept.actions if action.kind == "earnings"]


def test_earnings_are_asked_for_once_a_week_and_arrive_with_the_bars(desk_for: Callable[..., Desk]) -> None:
    source = Announcer()
    desk = desk_for(source)
    desk.ask()
    desk.wait_for(1)
    desk.feed.request_earnings(KEY)
    arrived = desk.wait_for(2)[1][2]
    assert isinstance(arrived, History)
    assert arrived.actions == source.told
    assert arrived.announced == NOW
    for days, inquiries in ((6, 1), (8, 2), (-3000, 3)):  # at last the clock is set right, which was years ahead
        desk.now = NOW + timedelta(days=days)
        desk.feed._serve_earnings(KEY)
        assert source.inquiries == inquiries
    assert earnings_in(desk) == list(source.told)


def test_a_later_fetch_keeps_them(desk_for: Callable[..., Desk]) -> None:
    source = Announcer()
    desk = desk_for(source)
    desk.ask()
    desk.wait_for(1)
    desk.feed.request_earnings(KEY)
    desk.wait_for(2)
    desk.now = NOW + timedelta(hours=1)
    desk.ask()
    desk.wait_for(4)
    kept = desk.feed.store.read(KEY)
    assert kept is not None
    assert kept.announced == NOW
    assert earnings_in(desk) == list(source.told)


def test_without_leave_without_days_or_with_a_refusal_nothing_happens(desk_for: Callable[..., Desk]) -> None:
    source = Announcer()
    desk = desk_for(source)
    desk.feed._serve_earnings(KEY)  # nothing is kept yet
    assert source.inquiries == 0
    desk.ask()
    desk.wait_for(1)
    desk.allowed = False
    desk.feed._serve_earnings(KEY)
    assert source.inquiries == 0
    desk.allowed, source.refuses = True, True
    desk.feed._serve_earnings(KEY)
    assert source.inquiries == 1
    assert earnings_in(desk) == []
    assert len(desk.news()) == 1, "nobody is bothered with it"


def test_minutes_are_told_of_them_by_their_days(desk_for: Callable[..., Desk]) -> None:
    source, minutes = Announcer(), SeriesKey("yahoo", "9988.HK", MINUTE)
    desk = desk_for(source)
    for count, key in enumerate((KEY, minutes), 1):
        desk.ask(key)
        desk.wait_for(count)
    desk.feed.request_earnings(minutes)
    what, key, arrived = desk.wait_for(3)[2]
    assert (what, key) == ("arrived", minutes)
    assert isinstance(arrived, History)
    assert arrived.daily is not None
    assert arrived.daily.actions == source.told


def test_in_memory_they_are_kept_too() -> None:
    store, told = Store(None), Announcer().told
    store.announce(KEY, told, NOW)
    assert store.read(KEY) is None
    store.write(KEY, Source().usual("9988.HK", DAY, None))
    store.announce(KEY, told, NOW)
    kept = store.read(KEY)
    assert kept is not None
    assert kept.actions == told
    assert kept.announced == NOW
    store.close()
