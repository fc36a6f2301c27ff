"""Checking of rows: whatever comes in, only sound bars come out, and nothing disappears uncounted."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from charting.core.bars import Floats
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, HOUR, MINUTE, WEEK, Interval
from charting.market.alignment import aligned, interval_of
from charting.market.stamps import UNREADABLE, guess_format
from charting.market.validate import IN_FUTURE, NO_PRICE, OFF_GRID, OUT_OF_ORDER, OUTSIDE_RANGE, WIDENED, Checked, Rows, check

HONG_KONG = calendar_for("XHKG")
ZONE = "Asia/Hong_Kong"
OPEN = 1_736_127_000  # 2025-01-06 09:30 in Hong Kong

price = st.one_of(st.floats(-1, 100), st.sampled_from([0.0, float("nan"), float("inf"), 50.0, 51.0]))


@st.composite
def any_rows(draw: st.DrawFn) -> Rows:
    count = draw(st.integers(0, 12))
    stamp = st.one_of(st.integers(0, 600).map(lambda minutes: OPEN + 60 * minutes), st.just(UNREADABLE))
    times = draw(st.lists(stamp, min_size=count, max_size=count))
    columns = [draw(arrays(np.float64, count, elements=price)) for _ in range(5)]
    garbled = draw(arrays(np.bool_, count))
    return Rows(np.array(times, dtype=np.int64), *columns, np.arange(2, count + 2), garbled)


def assert_sound(found: Checked) -> None:
    bars = found.bars
    assert (np.diff(bars.time) > 0).all()
    for column in (bars.open, bars.high, bars.low, bars.close):
        assert np.isfinite(column).all()
        assert (column > 0).all()
    assert (bars.low <= np.minimum(bars.open, bars.close)).all()
    assert (bars.high >= np.maximum(bars.open, bars.close)).all()
    assert not (bars.volume < 0).any()


@given(any_rows(), st.sampled_from([MINUTE, Interval(5, "m"), DAY, WEEK]), st.sampled_from(["XHKG", ""]), st.booleans())
def test_only_sound_bars_come_out_and_nothing_is_lost_uncounted(
    rows: Rows, interval: Interval, exchange: str, live: bool
) -> None:
    asked = datetime.fromtimestamp(OPEN + 7200, UTC) if live else None
    found = check(rows, interval, calendar_for(exchange), ZONE, asked=asked)
    assert_sound(found)
    np.testing.assert_array_equal(found.bars.close, rows.close[found.row])
    np.testing.assert_array_equal(found.bars.open, rows.open[found.row])
    lost = len(rows.time) - len(found.bars)
    assert sum(refused.count for refused in found.refused) >= lost
    assert all(refused.count and refused.first_line in rows.line for refused in found.refused)
    if live and asked is not None and len(found.bars):
        assert found.bars.time[-1] <= asked.timestamp()


@given(any_rows())
def test_checking_sound_bars_again_changes_nothing(rows: Rows) -> None:
    bars = check(rows, MINUTE, HONG_KONG, ZONE).bars
    again = check(
        Rows(bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume, np.arange(len(bars)), np.zeros(len(bars), bool)),
        MINUTE,
        HONG_KONG,
        ZONE,
    )
    assert again.refused == again.repaired == ()
    np.testing.assert_array_equal(again.bars.time, bars.time)


def rows_at(times: list[int], close: Floats | None = None, volume: float = 1.0) -> Rows:
    prices = np.full(len(times), 10.0) if close is None else close
    ones = np.full(len(times), volume)
    return Rows(np.array(times), prices, prices, prices, prices, ones, np.arange(len(times)), np.zeros(len(times), bool))


@pytest.mark.parametrize(
    ("date", "clock", "kept"),
    [
        ("2025-01-06", "09:29", False),
        ("2025-01-06", "09:30", True),
        ("2025-01-06", "11:59", True),
        ("2025-01-06", "12:00", False),
        ("2025-01-06", "12:59", False),
        ("2025-01-06", "13:00", True),
        ("2025-01-06", "15:59", True),
        ("2025-01-06", "16:00", True),
        ("2025-01-06", "16:09", True),
        ("2025-01-06", "16:10", False),
        ("2025-01-05", "10:00", False),
        ("2025-01-28", "12:08", True),
        ("2025-01-28", "13:00", False),
        ("2025-01-29", "10:00", False),
    ],
)
def test_minutes_belong_to_sessions_and_their_closing_auction(date: str, clock: str, kept: bool) -> None:
    moment = int(np.datetime64(f"{date}T{clock}:00", "s").astype(np.int64)) - 8 * 3600
    found = check(rows_at([moment]), MINUTE, HONG_KONG, ZONE)
    assert len(found.bars) == kept


def test_hours_on_the_clock_count_when_a_part_of_them_is_traded() -> None:
    nine = OPEN - 1800
    times = [nine + 3600 * hours for hours in range(8)]
    placed = aligned(np.array(times), Interval(1, "h"), HONG_KONG, ZONE)
    assert placed.outside.tolist() == [False, False, False, True, False, False, False, False]


@pytest.mark.parametrize(("volume", "kept"), [(0.0, False), (float("nan"), False), (5.0, True)])
def test_a_day_the_calendar_has_closed_counts_only_when_something_was_traded(volume: float, kept: bool) -> None:
    saturday = OPEN - 2 * 86_400
    assert len(check(rows_at([saturday], volume=volume), DAY, HONG_KONG, ZONE).bars) == kept


def test_without_an_exchange_every_time_is_as_good_as_any_other() -> None:
    saturday = OPEN - 2 * 86_400
    assert len(check(rows_at([saturday], volume=0.0), DAY, calendar_for(""), "UTC").bars) == 1


@pytest.mark.parametrize("odd", [1050.0, 0.105])
@pytest.mark.parametrize("missing", [False, True])
def test_a_price_a_hundred_times_its_neighbours_is_refused_of_live_sources_only(odd: float, missing: bool) -> None:
    """Or a hundredth of them; blanks beside it make it no better."""
    prices = np.array([10.0, 11.0, odd, np.nan if missing else 10.0, 12.0, 11.0])
    times = [OPEN + 60 * row for row in range(6)]
    asked = datetime.fromtimestamp(OPEN + 86_400, UTC)
    blank = [NO_PRICE] * missing
    found = check(rows_at(times, prices), MINUTE, HONG_KONG, ZONE, asked=asked)
    assert [refused.kind for refused in found.refused] == [*blank, "price of another scale"]
    assert odd not in found.bars.close
    assert [refused.kind for refused in check(rows_at(times, prices), MINUTE, HONG_KONG, ZONE).refused] == blank


@pytest.mark.parametrize(
    ("interval", "date", "clock", "kept"),
    [
        (MINUTE, "2025-01-06", "10:00:00", True),
        (MINUTE, "2025-01-06", "10:00:30", False),  # a half-made bar
        (Interval(5, "m"), "2025-01-06", "10:05:00", True),
        (Interval(5, "m"), "2025-01-06", "10:07:00", False),
        (HOUR, "2025-01-06", "09:30:00", True),
        (HOUR, "2025-01-06", "10:30:00", True),
        (HOUR, "2025-01-06", "10:45:00", False),
        (HOUR, "2025-01-06", "13:00:00", True),  # the afternoon counts from its own beginning
        (HOUR, "2025-01-06", "14:30:00", False),
        (HOUR, "2025-01-06", "16:00:00", True),
        (HOUR, "2025-01-28", "11:30:00", True),
        (HOUR, "2025-01-28", "12:00:00", True),  # the closing auction of a half day
    ],
)
def test_bars_of_a_live_source_stand_on_the_grid_of_their_part_of_the_session(
    interval: Interval, date: str, clock: str, kept: bool
) -> None:
    moment = int(np.datetime64(f"{date}T{clock}", "s").astype(np.int64)) - 8 * 3600
    asked = datetime.fromtimestamp(moment, UTC)
    found = check(rows_at([moment]), interval, HONG_KONG, ZONE, asked=asked)
    assert [refused.kind for refused in found.refused] == ([] if kept else [OFF_GRID])
    early = datetime.fromtimestamp(moment - 1, UTC)
    refused = {one.kind for one in check(rows_at([moment]), interval, HONG_KONG, ZONE, asked=early).refused}
    assert refused == ({IN_FUTURE} if kept else {IN_FUTURE, OFF_GRID})


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize(
    ("interval", "share", "kinds"),
    [(DAY, 0.01, ([], [WIDENED])), (DAY, 0.5, ([OUTSIDE_RANGE], [])), (MINUTE, 0.01, ([OUTSIDE_RANGE], []))],
)
def test_a_close_outside_of_its_range_widens_days_and_is_a_defect_of_minutes(
    side: int, interval: Interval, share: float, kinds: tuple[list[str], list[str]]
) -> None:
    prices, close = np.array([10.0, 10.0]), np.array([10.0, 10.0 * (1 + side * share)])
    times = np.array([OPEN, OPEN + (86_400 if interval == DAY else 60)])
    rows = Rows(times, prices, prices, prices, close, np.ones(2), np.arange(2), np.zeros(2, bool))
    found = check(rows, interval, HONG_KONG, ZONE)
    assert ([one.kind for one in found.refused], [one.kind for one in found.repaired]) == kinds
    if not kinds[0]:
        assert (found.bars.low[1], found.bars.high[1]) == (min(10.0, close[1]), max(10.0, close[1]))


def test_a_file_that_runs_backward_is_in_order_also_with_a_row_twice() -> None:
    minutes = [5, 4, 4, 3]
    found = check(rows_at([OPEN + 60 * minute for minute in minutes]), MINUTE, HONG_KONG, ZONE)
    assert found.bars.time.tolist() == [OPEN + 60 * minute for minute in (3, 4, 5)]
    assert found.repaired == ()
    mixed = check(rows_at([OPEN + 60 * minute for minute in (3, 5, 4)]), MINUTE, HONG_KONG, ZONE)
    assert [(one.kind, one.count) for one in mixed.repaired] == [(OUT_OF_ORDER, 1)]
    assert mixed.bars.time.tolist() == [OPEN + 60 * minute for minute in (3, 4, 5)]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("2025-03-07", "%Y-%m-%d"),
        ("2025/3/7 9:30", "%Y/%m/%d %H:%M"),
        ("2025-03-07T09:30:00Z", "%Y-%m-%dT%H:%M:%S%z"),
        ("2025-03-07 09:30:00.123456+08:00", "%Y-%m-%d %H:%M:%S.%f%z"),
        ("20250307 0930", "%Y%m%d %H%M"),
        ("07/03/2025 09:30 AM", "%d/%m/%Y %I:%M %p"),
        ("13.03.25", "%d.%m.%y"),
        ("Mar 07, 2025", "%b %d, %Y"),
        ("7 March 2025", "%d %B %Y"),
        ("1741311000", "epoch s"),
        ("1741311000000", "epoch ms"),
        ("9:30", None),
        ("12345", None),
        ("soon", None),
        ("", None),
    ],
)
def test_formats_of_times_are_guessed(text: str, pattern: str | None) -> None:
    assert guess_format([text]) == pattern


@given(st.integers(1, 12).flatmap(lambda months: st.tuples(st.just(months), st.integers(3, 40))))
def test_months_are_told_from_their_distance(case: tuple[int, int]) -> None:
    months, count = case
    first = np.datetime64("2000-01", "M")
    times = (first + months * np.arange(count)).astype("datetime64[s]").astype(np.int64)
    assert interval_of(times, "UTC") == Interval(months, "mo")
