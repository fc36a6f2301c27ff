"""The time left to a bar's close: lunch, half days, the last session of a week, and summer time elsewhere."""

from __future__ import annotations

import datetime
import math
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from charting.core.calendar import Calendar, calendar_for
from charting.core.countdown import time_left
from charting.core.interval import Interval
from charting.core.timeaxis import TimeAxis

INTERVALS = ("1m", "5m", "15m", "1h", "2h", "1d", "1wk", "1mo")


def axis_at(calendar: Calendar, code: str, now: float) -> TimeAxis:
    """Bars of an interval up to the one under way."""
    interval = Interval.parse(code)
    return TimeAxis(calendar.stamps(interval, now - 40 * 86_400, math.floor(now) + 1), interval, calendar)


def at(text: str, zone: str) -> float:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize(
    ("code", "now", "left"),
    [
        ("1m", "2025-09-15 09:30:00", 60),
        ("5m", "2025-09-15 09:33:20", 100),
        ("1h", "2025-09-15 11:45:00", 15 * 60),  # the bar of 11:30 ends at lunch
        ("1h", "2025-09-15 13:15:00", 45 * 60),
        ("1h", "2025-09-15 15:59:59", 1),
        ("1d", "2025-09-15 10:00:00", 6 * 3600),
        ("1d", "2025-12-24 11:59:30", 30),  # a half day
        ("1h", "2025-12-24 11:40:00", 20 * 60),
        ("1wk", "2025-09-18 15:00:00", 25 * 3600),
        ("1wk", "2025-10-02 15:00:00", 25 * 3600),  # the first of October is a holiday, the third is none
        ("1wk", "2025-04-02 15:00:00", 25 * 3600),  # Thursday is its last session
        ("1mo", "2025-12-31 11:00:00", 3600),
    ],
)
def test_bars_in_hong_kong_end_with_their_session(code, now, left):
    moment = at(now, "Asia/Hong_Kong")
    assert time_left(axis_at(calendar_for("XHKG"), code, moment), moment) == left


@pytest.mark.parametrize(
    "now",
    ["2025-09-15 09:29:59", "2025-09-15 12:00:00", "2025-09-15 12:59:59", "2025-09-15 16:00:00", "2025-09-14 11:00:00",
     "2025-10-01 11:00:00", "2025-12-24 13:30:00", "2023-09-08 11:00:00"],
)  # fmt: skip
def test_nothing_is_counted_while_nothing_is_traded(now):
    moment = at(now, "Asia/Hong_Kong")
    for code in INTERVALS:
        assert time_left(axis_at(calendar_for("XHKG"), code, moment), moment) is None


@pytest.mark.parametrize(("now", "left"), [("2025-03-07 10:00:00", 6 * 3600), ("2025-03-10 10:00:00", 6 * 3600)])
def test_summer_time_begins_between_sessions(now, left):
    moment = at(now, "America/New_York")
    assert time_left(axis_at(calendar_for("XNYS"), "1d", moment), moment) == left


def test_a_bar_that_is_over_or_was_made_by_prices_does_not_count():
    calendar, now = calendar_for("XHKG"), at("2025-09-15 10:00:00", "Asia/Hong_Kong")
    late = axis_at(calendar, "5m", now - 900)  # a source that is a quarter of an hour behind
    assert time_left(late, now) is None
    made = TimeAxis(axis_at(calendar, "1d", now).bar_times, Interval.parse("1d"), calendar, price_made=True)
    assert time_left(made, now) is None
    assert time_left(axis_at(calendar_for(""), "1h", now), now) is None  # every weekday, all day: nobody knows when it closes
    assert time_left(TimeAxis(np.empty(0, dtype=np.int64), Interval.parse("1d"), calendar, now), now) is None


@given(
    moment=st.integers(1_420_070_400, 1_798_761_600), code=st.sampled_from(INTERVALS), part=st.sampled_from([0.0, 0.25, 0.999])
)
@example(moment=1_746_768_059, code="1m", part=0.25)  # less than a second before the next bar
def test_a_bar_has_time_left_exactly_while_its_exchange_trades(moment, code, part):
    calendar, now = calendar_for("XHKG"), moment + part
    left = time_left(axis_at(calendar, code, now), now)
    assert (left is not None) == calendar.is_open(now)
    if left is not None:
        assert left >= 1
        end = round(now + left - 0.5)
        # It is traded until then, but for lunch and nights within a bar, and then the bar is over.
        assert calendar.is_open(end - 0.5)
        grid, ends = calendar.grid(Interval.parse(code)), np.array([end])
        begun = grid.number_of(np.array([moment]))[0]
        following = grid.stamp(np.array([begun + 1]))[0]
        assert end <= following
        assert not any(map(calendar.is_open, range(int(ends[0]), int(following), 600)))
