"""Bars that know no weekends, as those of coins: what stands after the last, and what is made of them."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.calendar import calendar_for, calendar_of
from charting.core.instrument import Instrument
from charting.core.interval import DAY, Interval
from charting.market.feed import at_interval
from charting.market.provider import History, SeriesKey
from charting.market.quote import quote_of
from gui.loader import series_of
from gui.replay import end_of_bar

FRIDAY = datetime(2025, 11, 21, 23, tzinfo=UTC)
MONTH = Interval.parse("1mo")


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(f"{text}+00:00").timestamp())


def coins(code: str, end: datetime, days: int, *, rests: bool = False) -> History:
    """Bars up to ``end`` of a coin, or of something that is traded on weekdays; each closes at its row."""
    interval = Interval.parse(code)
    last = int(end.timestamp()) // interval.seconds * interval.seconds
    times = np.arange(last - days * 86_400 + interval.seconds, last + 1, interval.seconds)
    times = times[(times // 86_400 + 3) % 7 < 5] if rests else times
    prices = np.arange(1.0, len(times) + 1)
    bars = Bars.of(times, prices, prices, prices, prices, None, interval)
    return History(Instrument("BTC-USD", "Bitcoin", exchange="", timezone="UTC"), bars, end)


def coming(history: History, interval: Interval, count: int) -> list[str]:
    """The stamps of the slots after the last bar."""
    axis = series_of(SeriesKey("file", "BTC-USD", interval), history).axis
    stamps = axis.stamps(len(axis), len(axis) + count - 1)
    return [datetime.fromtimestamp(stamp, UTC).strftime("%a %d %H:%M") for stamp in stamps.tolist()]


def test_the_slots_after_the_last_bar_have_weekends() -> None:
    assert coming(coins("1d", FRIDAY, 30), DAY, 4) == ["Sat 22 00:00", "Sun 23 00:00", "Mon 24 00:00", "Tue 25 00:00"]
    hours = coming(coins("6h", FRIDAY, 30), Interval.parse("6h"), 5)
    assert hours == ["Sat 22 00:00", "Sat 22 06:00", "Sat 22 12:00", "Sat 22 18:00", "Sun 23 00:00"]


def test_what_rests_at_weekends_has_none() -> None:
    assert coming(coins("1d", FRIDAY, 30, rests=True), DAY, 2) == ["Mon 24 00:00", "Tue 25 00:00"]
    assert coming(coins("6h", FRIDAY, 30, rests=True), Interval.parse("6h"), 1) == ["Mon 24 00:00"]


def test_a_month_that_begins_at_a_weekend_begins_there() -> None:
    days = coins("1d", datetime(2025, 11, 21, tzinfo=UTC), 51)  # from 2 October on; 1 November is a Saturday
    made = at_interval(days, MONTH)
    opens = dict(zip(made.bars.time.tolist(), made.bars.open.tolist(), strict=True))
    assert opens[seconds("2025-11-01")] == days.bars.open[days.bars.time == seconds("2025-11-01")][0]
    axis = series_of(SeriesKey("file", "BTC-USD", MONTH), made).axis
    assert axis.calendar.rests_never
    assert axis.anchor_slot(float(seconds("2025-11-02"))) == 1.0


def test_a_price_of_a_saturday_is_as_old_as_saturday_s_end() -> None:
    saturday = coins("1d", datetime(2025, 11, 22, tzinfo=UTC), 30)
    quote = quote_of(History(saturday.instrument, saturday.bars, datetime(2025, 11, 24, tzinfo=UTC)), "file")
    assert quote is not None
    assert quote.time == datetime(2025, 11, 23, tzinfo=UTC)


def test_a_saturday_is_over_on_sunday_in_a_replay() -> None:
    axis = series_of(SeriesKey("file", "BTC-USD", DAY), coins("1d", datetime(2025, 11, 22, tzinfo=UTC), 30)).axis
    assert end_of_bar(axis, len(axis) - 1) == seconds("2025-11-23")


@pytest.mark.parametrize(("exchange", "rests"), [("XHKG", True), ("", False)])
def test_an_exchange_s_calendar_is_its_own_whatever_bars_there_are(exchange: str, rests: bool) -> None:
    times = coins("1d", FRIDAY, 30).bars.time
    assert calendar_of(exchange, times).rests_never is not rests
    assert calendar_of(exchange, times[:0]) is calendar_for(exchange)
