from __future__ import annotations

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, HOUR, MINUTE, MONTH, WEEK, Interval
from charting.core.resample import can_resample, resample
from tests.core.test_calendar import LATE, at, shown

HONG_KONG = calendar_for("XHKG")


def walk(time: np.ndarray, interval: Interval, seed: int = 1, missing: float = 0.0) -> Bars:
    """Bars of a random walk at given times; of the share ``missing`` of all values NaN."""
    random = np.random.default_rng(seed)
    close = 5000 + np.cumsum(random.standard_normal(len(time)))
    open_ = close + random.standard_normal(len(time))
    columns = [
        open_,
        np.maximum(open_, close) + 1,
        np.minimum(open_, close) - 1,
        close,
        random.integers(0, 1000, len(time)) * 1.0,
    ]
    for column in columns:
        column[random.random(len(time)) < missing] = np.nan
    return Bars.of(time, *columns, interval)


def minutes(start: str, stop: str, seed: int = 1, missing: float = 0.0) -> Bars:
    return walk(HONG_KONG.stamps(MINUTE, at(start), at(stop)), MINUTE, seed, missing)


def frame(bars: Bars, zone: str = "Asia/Hong_Kong") -> pd.DataFrame:
    """Bars as pandas knows them, in an exchange's time."""
    index = pd.to_datetime(bars.time, unit="s", utc=True).tz_convert(zone)
    names = ("open", "high", "low", "close", "volume")
    return pd.DataFrame({name: getattr(bars, name) for name in names}, index=index)


def by_pandas(bars: Bars, keys) -> pd.DataFrame:
    how = {"open": "first", "high": "max", "low": "min", "close": "last"}
    groups = frame(bars).groupby(keys)
    return groups.agg(how).assign(volume=groups["volume"].sum(min_count=1))


def assert_equal(bars: Bars, expected: pd.DataFrame) -> None:
    assert len(bars) == len(expected)
    for name in ("open", "high", "low", "close", "volume"):
        np.testing.assert_allclose(getattr(bars, name), expected[name].to_numpy(), rtol=1e-12, err_msg=name)


def test_hours_begin_at_0930_and_anew_after_lunch():
    made = resample(minutes("2025-09-11T00:00", "2025-09-13T00:00"), HOUR, HONG_KONG)
    day = ["09:30", "10:30", "11:30", "13:00", "14:00", "15:00"]
    assert [shown(stamp)[-5:] for stamp in made.bars.time] == day * 2
    assert not made.partial_first
    assert not made.partial_last


@pytest.mark.parametrize("code", ["5m", "15m", "45m", "1h", "2h", "4h"])
@pytest.mark.parametrize("missing", [0.0, 0.2])
def test_intraday_bars_equal_those_of_pandas(code, missing):
    # Two weeks with Lunar New Year's half day and holidays in them.
    bars = minutes("2024-02-05T00:00", "2024-02-17T00:00", missing=missing)
    length = Interval.parse(code).seconds // 60
    index = frame(bars).index
    afternoon = index.hour >= 13
    clock = index.hour * 60 + index.minute
    start = np.where(afternoon, 13 * 60, 9 * 60 + 30)
    keys = [index.date, afternoon, (clock - start) // length]
    made = resample(bars, Interval.parse(code), HONG_KONG)
    assert_equal(made.bars, by_pandas(bars, keys))
    assert "2024-02-09 13:00" not in [shown(stamp) for stamp in made.bars.time]


PLACES = {"XHKG": ("Asia/Hong_Kong", (570, 780)), "XNYS": ("America/New_York", (570,)), "": ("UTC", (0,))}
"""By exchange: its zone, and the minutes of the day at which trading begins and begins again."""


@given(
    day=st.dates(datetime.date(2013, 1, 1), datetime.date(2026, 6, 1)).filter(lambda day: str(day) not in LATE),
    exchange=st.sampled_from(list(PLACES)),
    code=st.sampled_from(["5m", "15m", "30m", "45m", "1h", "2h", "4h", "1d", "1wk", "1mo"]),
    missing=st.sampled_from([0.0, 0.3]),
    kept=st.floats(0.02, 1),
)
@example(datetime.date(2025, 3, 7), "XNYS", "1h", 0.0, 1.0)  # the clocks go forward on the weekend
@example(datetime.date(2025, 10, 31), "XNYS", "4h", 0.0, 1.0)  # and back
@example(datetime.date(2025, 11, 28), "XNYS", "2h", 0.0, 1.0)  # a half day
@example(datetime.date(2023, 9, 1), "XHKG", "1wk", 0.0, 1.0)  # closed by a storm, and so a week later
@example(datetime.date(2025, 12, 24), "XHKG", "1h", 0.0, 1.0)  # a half day before two holidays
def test_bars_of_any_market_equal_those_of_pandas(day, exchange, code, missing, kept):
    """Five days of minutes, of which some are not there and some have no values."""
    calendar, (zone, parts) = calendar_for(exchange), PLACES[exchange]
    start = datetime.datetime.combine(day, datetime.time(), ZoneInfo(zone)).timestamp()
    time = calendar.stamps(MINUTE, start, start + 5 * 86_400)
    late = np.isin(pd.to_datetime(time, unit="s", utc=True).tz_convert(zone).strftime("%Y-%m-%d"), list(LATE))
    time = time[~late & (np.random.default_rng(1).random(len(time)) < kept)]
    if not len(time):
        return
    bars, interval = walk(time, MINUTE, missing=missing), Interval.parse(code)
    index = frame(bars, zone).index
    if interval.is_intraday:
        clock = index.hour * 60 + index.minute
        part = np.searchsorted(parts, clock, "right") - 1
        keys = [index.date, part, (clock - np.array(parts)[part]) // (interval.seconds // 60)]
    else:
        local = index.tz_localize(None)
        keys = {"1d": index.date, "1wk": local.to_period("W-SUN"), "1mo": local.to_period("M")}[code]
    assert_equal(resample(bars, interval, calendar).bars, by_pandas(bars, keys))


@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_days_weeks_and_months_of_minutes_equal_those_of_pandas(missing):
    bars = minutes("2024-12-02T00:00", "2025-03-01T00:00", missing=missing)
    index = frame(bars).index.tz_localize(None)
    assert_equal(resample(bars, DAY, HONG_KONG).bars, by_pandas(bars, index.date))
    assert_equal(resample(bars, WEEK, HONG_KONG).bars, by_pandas(bars, index.to_period("W-SUN")))
    assert_equal(resample(bars, MONTH, HONG_KONG).bars, by_pandas(bars, index.to_period("M")))
    assert_equal(resample(bars, Interval(3, "mo"), HONG_KONG).bars, by_pandas(bars, index.to_period("Q")))


def test_real_days_make_the_weeks_months_and_years_of_pandas(shared_data: Path):
    for name in ("index/HSI.csv", "index/HSTECH.csv", "daily/9988.HK.csv", "daily/3750.HK.csv"):
        table = pd.read_csv(shared_data / name).rename(columns=str.lower).dropna(subset=["open", "close"])
        days = pd.to_datetime(table["date"])
        table = table.assign(date=days).sort_values("date").drop_duplicates("date")
        numbers = table["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
        columns = [table[column].to_numpy(np.float64) for column in ("open", "high", "low", "close", "volume")]
        bars = Bars.of(HONG_KONG.session_opens(numbers), *columns, DAY)
        index = pd.DatetimeIndex(table["date"])
        assert_equal(resample(bars, WEEK, HONG_KONG).bars, by_pandas(bars, index.to_period("W-SUN")))
        assert_equal(resample(bars, MONTH, HONG_KONG).bars, by_pandas(bars, index.to_period("M")))
        assert_equal(resample(bars, Interval(12, "mo"), HONG_KONG).bars, by_pandas(bars, index.to_period("Y")))


def test_real_minutes_make_the_hours_and_days_of_pandas(shared_data: Path):
    table = pd.read_csv(shared_data / "minute" / "HSI_1min_dirty.csv", encoding="utf-8-sig", parse_dates=["datetime"])
    table = table.drop_duplicates("datetime").sort_values("datetime")
    seconds = (
        table["datetime"].dt.tz_localize("Asia/Hong_Kong").dt.tz_convert(None).to_numpy().astype("datetime64[s]").astype(np.int64)
    )
    known = np.isin(table["datetime"].to_numpy().astype("datetime64[D]").astype(np.int64), HONG_KONG.day)
    columns = [table[name].to_numpy(np.float64)[known] for name in ("open", "high", "low", "close")]
    bars = Bars.of(seconds[known], *columns, None, MINUTE)
    index = frame(bars).index
    assert_equal(resample(bars, DAY, HONG_KONG).bars, by_pandas(bars, index.date))
    # What is before the opening, in the break and after the close counts to the hours beside it.
    clock = index.hour * 60 + index.minute
    hours = np.array([570, 630, 690, 780, 840, 900])
    half = np.isin(index.date, [session.date() for session in pd.to_datetime(["2025-12-24", "2025-12-31", "2026-02-16"])])
    hour = np.clip(hours.searchsorted(clock, "right") - 1, 0, np.where(half, 2, 5))
    assert_equal(resample(bars, HOUR, HONG_KONG).bars, by_pandas(bars, [index.date, hour]))


@pytest.mark.parametrize(
    ("stop", "code", "partial"),
    [
        ("2025-09-12T10:30", "1h", False),
        ("2025-09-12T10:29", "1h", True),
        ("2025-09-12T12:00", "1h", False),  # a half hour before lunch is all there is of it
        ("2025-09-12T15:59", "1d", True),
        ("2025-09-12T16:00", "1d", False),
        ("2025-09-12T16:00", "1wk", False),
        ("2025-09-11T16:00", "1wk", True),
        ("2025-09-30T16:00", "1mo", False),  # October begins after a holiday
        ("2025-09-29T16:00", "1mo", True),
    ],
)
def test_a_period_that_is_not_over_is_marked(stop, code, partial):
    made = resample(minutes("2025-09-01T00:00", stop), Interval.parse(code), HONG_KONG)
    assert made.partial_last is partial
    assert not made.partial_first


def test_bars_that_begin_in_the_middle_are_marked():
    assert resample(minutes("2025-09-12T10:00", "2025-09-13T00:00"), DAY, HONG_KONG).partial_first
    assert resample(minutes("2025-09-12T00:00", "2025-09-13T00:00"), WEEK, HONG_KONG).partial_first
    assert not resample(minutes("2025-09-12T10:30", "2025-09-13T00:00"), HOUR, HONG_KONG).partial_first


def test_a_half_day_ends_a_day():
    made = resample(minutes("2025-12-23T00:00", "2025-12-24T12:00"), DAY, HONG_KONG)
    assert not made.partial_last
    assert len(resample(minutes("2025-12-24T00:00", "2025-12-25T00:00"), HOUR, HONG_KONG).bars) == 3


def test_stamps_are_the_calendars_whatever_is_missing():
    time = np.array([at("2025-09-09T10:07"), at("2025-09-09T13:45")])
    bars = walk(time, MINUTE)
    assert [shown(stamp) for stamp in resample(bars, HOUR, HONG_KONG).bars.time] == ["2025-09-09 09:30", "2025-09-09 13:00"]
    assert [shown(stamp) for stamp in resample(bars, DAY, HONG_KONG).bars.time] == ["2025-09-09 09:30"]
    assert [shown(stamp) for stamp in resample(bars, WEEK, HONG_KONG).bars.time] == ["2025-09-08 09:30"]
    assert [shown(stamp) for stamp in resample(bars, MONTH, HONG_KONG).bars.time] == ["2025-09-01 09:30"]


def test_auctions_count_to_their_day():
    time = np.array([at(f"2025-09-09T{clock}") for clock in ("09:05", "09:31", "12:01", "15:59", "16:08")])
    made = resample(walk(time, MINUTE), HOUR, HONG_KONG)
    assert [shown(stamp)[-5:] for stamp in made.bars.time] == ["09:30", "11:30", "15:00"]


def test_weekends_of_a_market_that_never_closes_are_bars_too():
    calendar = calendar_for("")
    time = np.arange(at("2025-09-12T08:00"), at("2025-09-16T08:00"), 60)  # Friday to Monday, in UTC
    days = resample(walk(time, MINUTE), DAY, calendar).bars
    assert (np.diff(days.time) == 86_400).all()
    assert len(days) == 4
    hours = resample(walk(time, MINUTE), Interval(4, "h"), calendar).bars
    assert (np.diff(hours.time) == 4 * 3600).all()
    assert len(hours) == 24
    assert len(resample(walk(time, MINUTE), WEEK, calendar).bars) == 2


def test_minutes_outside_of_sessions_are_not_sorted(monkeypatch):
    """They rise already: sorting half a million of them held the interpreter, and with it the window, for 25 ms and more."""
    for sort in ("unique", "sort"):
        monkeypatch.setattr(np, sort, lambda *_, **__: pytest.fail("sorted"))
    time = np.arange(at("2025-09-12T08:00"), at("2025-09-16T08:00"), 60)
    days = resample(walk(time, MINUTE), Interval(5, "m"), HONG_KONG).bars
    assert (np.diff(days.time) > 0).all()
    assert (days.time % 300 == 0).all()


def test_a_day_on_which_the_calendar_is_wrong_keeps_its_bars():
    time = np.concatenate(
        [HONG_KONG.stamps(MINUTE, at("2023-08-31T00:00"), at("2023-09-01T00:00")), at("2023-09-01T10:00") + np.arange(90) * 60]
    )
    days = resample(walk(time, MINUTE), DAY, HONG_KONG).bars
    assert [shown(stamp) for stamp in days.time] == ["2023-08-31 09:30", "2023-09-01 09:30"]
    hours = resample(walk(time, MINUTE), HOUR, HONG_KONG).bars
    assert [shown(stamp)[-5:] for stamp in hours.time[-2:]] == ["10:00", "11:00"]


def test_nothing_makes_nothing():
    made = resample(Bars.empty(MINUTE), DAY, HONG_KONG)
    assert len(made.bars) == 0
    assert made.bars.interval == DAY
    bars = minutes("2025-09-12T00:00", "2025-09-13T00:00")
    assert resample(bars, MINUTE, HONG_KONG).bars is bars


def test_a_period_without_values_stays_without():
    bars = minutes("2025-09-12T00:00", "2025-09-13T00:00")
    columns = [
        np.where(np.arange(330) < 60, np.nan, column) for column in (bars.open, bars.high, bars.low, bars.close, bars.volume)
    ]
    made = resample(Bars.of(bars.time, *columns, MINUTE), HOUR, HONG_KONG).bars
    assert [np.isnan(column).tolist() for column in (made.open, made.high, made.low, made.close, made.volume)] == [
        [True, False, False, False, False, False]
    ] * 5


@pytest.mark.parametrize(
    ("source", "target", "possible"),
    [
        ("1m", "1h", True),
        ("30m", "45m", False),
        ("60m", "2h", True),
        ("1h", "1m", False),
        ("1h", "1d", True),
        ("1d", "1h", False),
        ("1d", "1wk", True),
        ("1d", "3mo", True),
        ("1d", "5d", True),
        ("2d", "5d", False),
        ("2d", "1wk", False),
        ("1wk", "1mo", False),
        ("1wk", "2wk", True),
        ("1mo", "3mo", True),
        ("2mo", "3mo", False),
    ],
)
def test_what_can_be_made_of_what(source, target, possible):
    assert can_resample(Interval.parse(source), Interval.parse(target)) is possible
    bars = walk(np.array([at("2025-09-12T09:30")]), Interval.parse(source))
    if possible:
        assert len(resample(bars, Interval.parse(target), HONG_KONG).bars) == 1
    else:
        with pytest.raises(ValueError, match="finer source"):
            resample(bars, Interval.parse(target), HONG_KONG)


@given(
    start=st.integers(at("2000-01-01T00:00"), at("2026-01-01T00:00")),
    kept=st.lists(st.booleans(), min_size=1, max_size=400),
    path=st.sampled_from([("5m", "1h"), ("15m", "1d"), ("1d", "1wk"), ("1d", "1mo"), ("1h", "1d")]),
    exchange=st.sampled_from(["XHKG", "XNYS", ""]),
)
def test_the_way_between_does_not_matter(start, kept, path, exchange):
    """Minutes to hours to days gives the days of the minutes."""
    calendar = calendar_for(exchange)
    first = int(calendar.grid(MINUTE).number_of(np.array(start)))
    time = calendar.grid(MINUTE).stamp(first + np.flatnonzero(kept) * 37)
    if not len(time):
        return
    bars = walk(time, MINUTE)
    between, target = (Interval.parse(code) for code in path)
    direct = resample(bars, target, calendar)
    steps = resample(resample(bars, between, calendar).bars, target, calendar)
    for name in ("time", "open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(direct.bars, name), getattr(steps.bars, name), err_msg=name)
