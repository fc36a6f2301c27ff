"""Bars that go on by ticks: where a new one begins, what volume it gets, and what is never touched."""

from __future__ import annotations

import math
from datetime import datetime
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, HOUR, MINUTE, MONTH, WEEK, Interval
from charting.core.resample import resample
from charting.indicators.growth import continuation
from charting.market import live_bars
from charting.market.demo_live import trades
from charting.market.live_bars import LiveBars
from charting.market.quote import Tick

HONG_KONG = calendar_for("XHKG")
QUARTER = Interval(15, "m")


def at(text: str) -> int:
    """UTC seconds of a time in Hong Kong."""
    return int(datetime.fromisoformat(f"{text}+08:00").timestamp())


def bars(interval: Interval, *stamps: str, volume: float = 100.0) -> Bars:
    time = np.array([at(stamp) for stamp in stamps])
    price = np.full(len(time), 10.0)
    return Bars.of(time, price, price + 1, price - 1, price, np.full(len(time), volume), interval)


def tick(time: str, price: float, volume: float = math.nan) -> Tick:
    return Tick(at(time), price, price, price, price, volume)


def row(table: Bars, index: int = -1) -> tuple[float, ...]:
    return tuple(float(getattr(table, name)[index]) for name in ("open", "high", "low", "close", "volume"))


@pytest.mark.parametrize(
    ("interval", "last", "time", "stamp"),
    [
        (MINUTE, "2025-09-17T10:00", "2025-09-17T10:00:59", "2025-09-17T10:00"),
        (MINUTE, "2025-09-17T10:00", "2025-09-17T10:01:00", "2025-09-17T10:01"),
        (MINUTE, "2025-09-17T11:59", "2025-09-17T12:00:40", "2025-09-17T11:59"),  # told late, after the morning
        (MINUTE, "2025-09-17T11:59", "2025-09-17T13:00:01", "2025-09-17T13:00"),
        (MINUTE, "2025-09-17T15:59", "2025-09-17T16:08:30", "2025-09-17T15:59"),  # the closing auction
        (MINUTE, "2025-09-17T16:00", "2025-09-17T16:08:30", "2025-09-17T16:00"),  # a source with a bar for it
        (MINUTE, "2025-09-17T16:00", "2025-09-17T16:00:00", "2025-09-17T16:00"),
        (MINUTE, "2025-09-17T15:59", "2025-09-18T09:30:02", "2025-09-18T09:30"),
        (MINUTE, "2025-09-19T15:59", "2025-09-22T09:30:02", "2025-09-22T09:30"),  # over a weekend
        (QUARTER, "2025-09-17T11:45", "2025-09-17T13:14:00", "2025-09-17T13:00"),
        (HOUR, "2025-09-17T11:30", "2025-09-17T13:59:59", "2025-09-17T13:00"),
        (DAY, "2025-09-17T09:30", "2025-09-17T16:09:00", "2025-09-17T09:30"),
        (DAY, "2025-09-17T09:30", "2025-09-18T09:30:00", "2025-09-18T09:30"),
        (DAY, "2025-09-30T09:30", "2025-10-02T09:31:00", "2025-10-02T09:30"),  # over the National Day
        (WEEK, "2025-09-15T09:30", "2025-09-19T15:00:00", "2025-09-15T09:30"),
        (WEEK, "2025-09-15T09:30", "2025-09-22T09:30:00", "2025-09-22T09:30"),
        (MONTH, "2025-09-01T09:30", "2025-10-02T09:30:00", "2025-10-02T09:30"),
    ],
)
def test_the_calendar_says_which_bar_a_trade_belongs_to(interval: Interval, last: str, time: str, stamp: str) -> None:
    live = LiveBars(bars(interval, last), HONG_KONG)
    assert live.tick(tick(time, 12.0))
    assert int(live.bars.time[-1]) == at(stamp)
    assert len(live.bars) == (1 if stamp == last else 2)
    assert live.provisional == len(live.bars) - 1
    assert live.bars.close[-1] == 12.0


@pytest.mark.parametrize(
    "time",
    [
        "2025-09-17T09:05",  # before the opening, as indicative prices are
        "2025-09-17T12:30",  # in the lunch break
        "2025-09-17T18:00",
        "2025-09-20T11:00",  # a Saturday
        "2025-10-01T11:00",  # the National Day
        "2025-12-24T14:00",  # the afternoon of a half day
        "2025-09-16T15:00",  # before the last bar
    ],
)
def test_no_trade_belongs_to_times_without_trading(time: str) -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T09:30"), HONG_KONG)
    before = live.bars
    assert not live.tick(tick(time, 12.0))
    assert live.bars is before


def test_a_trade_in_the_last_part_of_a_second_belongs_to_the_bar_that_is_ending() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00"), HONG_KONG)
    assert live.tick(Tick(at("2025-09-17T10:00:59") + 0.9, 12.0, 12.0, 12.0, 12.0))
    assert row(live.bars)[3] == 12.0
    assert live.provisional == 0


def test_a_trade_told_too_late_changes_no_bar() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00", "2025-09-17T10:01"), HONG_KONG)
    assert not live.tick(tick("2025-09-17T10:00:59", 12.0))
    assert live.bars.close.tolist() == [10.0, 10.0]


def test_a_tick_widens_the_last_bar_and_moves_its_close() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00"), HONG_KONG)
    live.tick(Tick(at("2025-09-17T10:00:30"), 10.5, 12.5, 8.5, 9.0))
    assert row(live.bars) == (10.0, 12.5, 8.5, 9.0, 100.0)
    live.tick(Tick(at("2025-09-17T10:01:30"), 9.5, 9.75, 9.25, 9.5))
    assert row(live.bars)[:4] == (9.5, 9.75, 9.25, 9.5)


def test_volume_grows_by_what_the_session_has_traded_since() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00"), HONG_KONG)
    for time, volume, expected in (
        ("10:00:10", 5000, 100),  # what was traded before is unknown
        ("10:00:20", 5200, 300),
        ("10:00:30", 5100, 300),  # a correction takes nothing away
        ("10:01:05", 5400, 300),
        ("10:01:06", 5500, 400),
    ):
        live.tick(tick(f"2025-09-17T{time}", 10.0, volume))
        assert live.bars.volume[-1] == expected, time
    live.tick(tick("2025-09-17T10:01:10", 10.0))  # says nothing of volume
    assert live.bars.volume[-1] == 400
    live.tick(tick("2025-09-17T10:01:20", 10.0, 5650))  # and the next one of all since
    assert live.bars.volume[-1] == 550
    live.tick(tick("2025-09-18T09:30:01", 10.0, 700))  # the first of a session: all of it
    assert live.bars.volume[-1] == 700


def test_what_a_source_counted_already_is_not_counted_again() -> None:
    """The first tick after its bars came says what the session traded, most of which is in them."""
    live = LiveBars(bars(MINUTE, "2025-09-16T15:59", "2025-09-17T09:30"), HONG_KONG)
    live.tick(tick("2025-09-17T09:30:20", 10.0, 150))
    assert live.bars.volume.tolist() == [100.0, 100.0]
    live.tick(tick("2025-09-17T09:30:30", 10.0, 160))
    assert live.bars.volume.tolist() == [100.0, 110.0]


def test_a_volume_that_is_not_known_begins_with_the_first_trade_that_is() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00", volume=math.nan), HONG_KONG)
    live.tick(tick("2025-09-17T10:00:10", 10.0, 5000))
    assert math.isnan(live.bars.volume[-1])
    live.tick(tick("2025-09-17T10:00:20", 10.0, 5200))
    assert live.bars.volume[-1] == 200
    live.tick(tick("2025-09-17T10:00:30", 10.0, 5200))
    assert live.bars.volume[-1] == 200


@pytest.mark.parametrize("interval", [Interval(2, "d"), WEEK])
def test_the_volumes_of_sessions_add_up_in_bars_of_several(interval: Interval) -> None:
    """But for what was traded before the first tick of a later one, which the source may have counted."""
    live = LiveBars(Bars.empty(interval), HONG_KONG)
    grid = HONG_KONG.grid(interval)
    begin = int(grid.stamp(grid.number_of(np.array([at("2025-09-17T10:00")])))[0])
    first, second = HONG_KONG.stamps(DAY, begin, begin + 6 * 86_400)[:2].tolist()
    for time, volume in ((first + 60, 700.0), (first + 120, 900.0), (second + 60, 50.0), (second + 120, 80.0)):
        live.tick(Tick(float(time), 10.0, 10.0, 10.0, 10.0, volume))
    assert live.bars.volume.tolist() == [930.0]


def test_a_days_volume_is_the_sessions_own() -> None:
    live = LiveBars(bars(DAY, "2025-09-17T09:30", volume=9000.0), HONG_KONG)
    live.tick(tick("2025-09-17T10:00", 10.0, 8000))
    assert live.bars.volume[-1] == 9000, "the source knew of more"
    live.tick(tick("2025-09-17T10:01", 10.0, 9500))
    assert live.bars.volume[-1] == 9500
    live.tick(tick("2025-09-18T09:31", 10.0, 20))
    assert live.bars.volume[-1] == 20


def test_what_was_given_stays_as_it_was() -> None:
    given_bars = bars(MINUTE, "2025-09-17T10:00")
    before = row(given_bars)
    live = LiveBars(given_bars, HONG_KONG)
    live.tick(tick("2025-09-17T10:00:30", 15.0))
    assert row(given_bars) == before
    assert not live.bars.close.flags.writeable


def test_tables_go_on_in_the_same_memory_so_that_values_can_be_carried_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_bars, "SPARE", 100)
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00"), HONG_KONG)
    tables = []
    start = at("2025-09-18T09:30")
    for number, stamp in enumerate(HONG_KONG.stamps(MINUTE, start, start + 86_400)[:250]):
        live.tick(Tick(float(stamp), 1.0, 1.0, 1.0, 1.0 + number))
        tables.append(live.bars)
    assert len(tables[-1]) == 251
    shared = sum(np.shares_memory(one.close, other.close) for one, other in pairwise(tables))
    assert shared == 249 - 2, "it is copied only when the room is used up"
    assert all(continuation(one, other) == len(one) - 1 for one, other in pairwise(tables))


def test_the_sources_own_bars_replace_those_of_ticks_but_for_later_ones() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00"), HONG_KONG)
    for minute in (0, 1, 2, 3):
        live.tick(tick(f"2025-09-17T10:0{minute}:30", 20.0 + minute, 1000 + 10 * minute))
    again = LiveBars(bars(MINUTE, "2025-09-17T10:00", "2025-09-17T10:01", "2025-09-17T10:02"), HONG_KONG)
    again.take_over(live)
    assert again.bars.close.tolist() == [10.0, 10.0, 10.0, 23.0]
    assert again.provisional == 1
    again.tick(tick("2025-09-17T10:03:40", 24.0, 1050))
    assert row(again.bars) == (23.0, 24.0, 23.0, 24.0, 30.0)
    whole = LiveBars(bars(MINUTE, *(f"2025-09-17T10:0{minute}" for minute in range(5))), HONG_KONG)
    whole.take_over(again)
    assert whole.provisional == 0
    assert whole.bars.close.tolist() == [10.0] * 5


def test_bars_that_a_source_takes_back_do_not_come_back_with_those_of_ticks() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00", "2025-09-17T10:01", "2025-09-17T10:02"), HONG_KONG)
    live.tick(tick("2025-09-17T10:03:30", 20.0))
    for stamps, expected in (((), []), (("2025-09-17T10:00",), [10.0, 20.0])):
        fewer = LiveBars(bars(MINUTE, *stamps), HONG_KONG)
        fewer.take_over(live)
        assert fewer.bars.close.tolist() == expected


def test_an_empty_series_begins() -> None:
    live = LiveBars(Bars.empty(MINUTE), HONG_KONG)
    assert live.tick(tick("2025-09-17T10:00:30", 5.0, 100))
    assert row(live.bars) == (5.0, 5.0, 5.0, 5.0, 0.0)


@settings(max_examples=20)
@given(
    seed=st.integers(0, 7),
    interval=st.sampled_from([MINUTE, Interval(5, "m"), HOUR, DAY, WEEK]),
    cuts=st.lists(st.integers(0, 3959), max_size=8),
)
def test_ticks_make_the_bars_that_their_minutes_make(seed: int, interval: Interval, cuts: list[int]) -> None:
    """However trades are gathered, the bars are those of the same trades made all at once."""
    found = trades("9988.HK", seed)
    live = LiveBars(Bars.empty(interval), HONG_KONG)
    pending: Tick | None = None
    wanted = {*cuts, len(found) - 1}
    for number in range(len(found)):
        price = float(found.price[number])
        one = Tick(float(found.time[number]), price, price, price, price, float(found.volume[number]))
        joined = one if pending is None else pending.joined(one)
        if joined is None:
            assert pending is not None
            live.tick(pending)
            joined = one
        pending = joined
        if number in wanted:
            live.tick(pending)
            pending = None
    stamps, (opens, highs, lows, closes, volumes) = found.minutes(len(found))
    expected = resample(Bars.of(stamps, opens, highs, lows, closes, volumes, MINUTE), interval, HONG_KONG).bars
    for name in ("time", "open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(live.bars, name), getattr(expected, name), err_msg=name)


def test_it_knows_the_bars_it_began_with() -> None:
    live = LiveBars(bars(MINUTE, "2025-09-17T10:00", "2025-09-17T10:01"), HONG_KONG)
    live.tick(tick("2025-09-17T10:02:30", 20.0))
    assert live.began_with(bars(MINUTE, "2025-09-17T10:00", "2025-09-17T10:01"))
    assert not live.began_with(bars(MINUTE, "2025-09-17T10:00"))
    assert not live.began_with(bars(MINUTE, "2025-09-17T10:00", "2025-09-17T10:02"))
    assert not live.began_with(bars(MINUTE, "2025-09-17T10:00", "2025-09-17T10:01", volume=101.0))
