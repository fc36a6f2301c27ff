from __future__ import annotations

import datetime
import operator
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core import timeaxis
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, HOUR, MINUTE, MONTH, WEEK, Interval
from charting.core.timeaxis import TimeAxis, goes_on, known_axis
from tests.core.test_calendar import HONG_KONG, NEW_YORK, at, shown

CODES = ("1m", "5m", "1h", "2h", "1d", "3d", "1wk", "2wk", "1mo", "3mo")


def axis(
    code: str, start: str, stop: str, exchange: str = "XHKG", zone: ZoneInfo = HONG_KONG, without: slice = slice(0)
) -> TimeAxis:
    interval, calendar = Interval.parse(code), calendar_for(exchange)
    stamps = calendar.stamps(interval, at(start, zone), at(stop, zone))
    return TimeAxis(np.delete(stamps, without), interval, calendar)


@st.composite
def axes(draw) -> TimeAxis:
    """Axes of every kind of interval and market, with missing bars, bars off the calendar's stamps, and without bars."""
    calendar = calendar_for(draw(st.sampled_from(["XHKG", "XNYS", ""])))
    interval = Interval.parse(draw(st.sampled_from(CODES)))
    start = draw(st.integers(at("1995-01-01T00:00"), at("2030-01-01T00:00")))
    grid = calendar.grid(interval)
    number = int(grid.number_of(np.array(start)))
    stamps = grid.stamp(np.arange(number, number + draw(st.integers(0, 60))))
    kept = draw(st.lists(st.booleans(), min_size=len(stamps), max_size=len(stamps)))
    shift = draw(st.sampled_from([0, 0, 0, 17, -30]))
    return TimeAxis(stamps[np.array(kept, dtype=bool)] + shift, interval, calendar, now=float(start))


@given(axis=axes(), slots=st.lists(st.floats(-2000, 2000), min_size=1, max_size=20))
def test_slot_to_time_and_back(axis, slots):
    places = np.array(slots)
    assert axis.slot(axis.time(places)) == pytest.approx(places, abs=1e-4)
    assert axis.time(axis.slot(axis.time(places))) == pytest.approx(axis.time(places), abs=1e-3)


@given(axis=axes(), times=st.lists(st.integers(at("1980-01-01T00:00"), at("2060-01-01T00:00")), min_size=1, max_size=20))
def test_time_to_slot_and_back(axis, times):
    seconds = np.array(times, dtype=np.float64)
    assert axis.time(axis.slot(seconds)) == pytest.approx(seconds, abs=0.05)


@given(axis=axes(), times=st.lists(st.floats(at("1990-01-01T00:00"), at("2040-01-01T00:00")), min_size=2, max_size=30))
def test_slots_and_anchors_rise_with_time(axis, times):
    seconds = np.sort(np.array(times))
    assert (np.diff(axis.slot(seconds)) >= 0).all()
    assert (np.diff(axis.anchor_slot(seconds)) >= 0).all()
    assert (np.diff(axis.bar_at(seconds)) >= 0).all()
    apart = np.diff(seconds) > 1
    assert (np.diff(axis.slot(seconds))[apart] > 0).all()


@given(axis=axes(), first=st.integers(-500, 500))
def test_stamps_are_the_times_of_whole_slots(axis, first):
    stamps = axis.stamps(first, first + 100)
    slots = np.arange(first, first + 101, dtype=np.float64)
    assert stamps.dtype == np.int64
    assert (np.diff(stamps) > 0).all()
    assert np.array_equal(axis.time(slots), stamps)
    assert np.array_equal(axis.slot(stamps.astype(np.float64)), slots)
    assert [axis.stamp(slot) for slot in range(first, first + 101)] == stamps.tolist()


@given(axis=axes())
def test_every_bar_is_on_its_own_slot(axis):
    seconds = axis.bar_times.astype(np.float64)
    expected = np.arange(len(axis), dtype=np.float64)
    assert np.array_equal(axis.slot(seconds), expected)
    assert np.array_equal(axis.bar_at(seconds), expected)
    assert np.array_equal(axis.anchor_slot(seconds), expected)


@given(axis=axes(), ahead=st.integers(-300, 300))
def test_anchors_on_future_and_past_stamps_stand_on_their_slots(axis, ahead):
    slot = ahead if ahead < 0 else len(axis) + ahead
    assert axis.anchor_slot(float(axis.stamps(slot, slot)[0])) == slot


@given(axis=axes(), seconds=st.floats(at("1990-01-01T00:00"), at("2040-01-01T00:00")))
def test_one_time_alone_is_treated_as_many(axis, seconds):
    one = np.array([seconds])
    assert axis.slot(seconds) == axis.slot(one)[0]
    assert axis.time(axis.slot(seconds)) == axis.time(axis.slot(one))[0]
    assert axis.bar_at(seconds) == axis.bar_at(one)[0]
    assert axis.anchor_slot(seconds) == axis.anchor_slot(one)[0] == axis.anchor_slot(seconds)


@given(
    code=st.sampled_from(CODES),
    exchange=st.sampled_from(["XHKG", "XNYS", ""]),
    seconds=st.integers(at("1900-01-01T00:00"), at("2150-01-01T00:00")),
)
def test_one_period_of_a_grid_is_found_as_many_are(code, exchange, seconds):
    grid = calendar_for(exchange).grid(Interval.parse(code))
    many = np.array([seconds])
    assert grid.number_of(seconds) == grid.number_of(many)[0]
    assert grid.floor(seconds) == grid.floor(many)[0]
    number = grid.number_of(seconds)
    assert grid.stamp(number) == grid.stamp(np.array([number]))[0]


@given(data=st.data(), code=st.sampled_from(CODES), exchange=st.sampled_from(["XHKG", "XNYS", ""]))
def test_the_future_stays_put_when_its_bars_arrive(data, code, exchange):
    interval, calendar = Interval.parse(code), calendar_for(exchange)
    start = data.draw(st.integers(at("2000-01-01T00:00"), at("2029-01-01T00:00")))
    number = int(calendar.grid(interval).number_of(np.array(start)))
    stamps = calendar.grid(interval).stamp(np.arange(number, number + 300))
    now, later = TimeAxis(stamps[:100], interval, calendar), TimeAxis(stamps, interval, calendar)
    seconds = np.array(data.draw(st.lists(st.floats(float(stamps[0]), float(stamps[-1])), min_size=1, max_size=10)))
    assert np.array_equal(now.anchor_slot(seconds), later.anchor_slot(seconds))
    assert np.array_equal(now.slot(seconds), later.slot(seconds))


def test_ten_minutes_after_1159_is_1309():
    minutes = axis("1m", "2024-02-05T00:00", "2024-02-08T12:00")
    last = len(minutes) - 1
    assert shown(minutes.bar_times[-1]) == "2024-02-08 11:59"
    assert shown(minutes.time(last + 10.0)) == "2024-02-08 13:09"
    assert minutes.slot(at("2024-02-08T13:09")) == last + 10
    # The next day is the last one before Lunar New Year: half a day, then Monday and Tuesday closed.
    assert shown(minutes.time(last + 180.0)) == "2024-02-08 15:59"
    assert shown(minutes.time(last + 181.0)) == "2024-02-09 09:30"
    assert shown(minutes.time(last + 330.0)) == "2024-02-09 11:59"
    assert shown(minutes.time(last + 331.0)) == "2024-02-14 09:30"


def test_before_the_first_bar_the_calendar_goes_backwards():
    minutes = axis("1m", "2024-02-14T00:00", "2024-02-15T00:00")
    assert [shown(stamp) for stamp in minutes.stamps(-3, 0)] == [
        "2024-02-09 11:57",
        "2024-02-09 11:58",
        "2024-02-09 11:59",
        "2024-02-14 09:30",
    ]


def test_a_typhoon_takes_no_room():
    minutes = axis("1m", "2023-08-31T00:00", "2023-09-05T00:00")
    assert minutes.slot(at("2023-09-04T09:30")) - minutes.slot(at("2023-08-31T15:59")) == 1
    days = axis("1d", "2023-08-01T00:00", "2023-09-01T00:00")
    assert [shown(stamp)[:10] for stamp in days.stamps(len(days), len(days) + 5)] == [
        "2023-09-04",
        "2023-09-05",
        "2023-09-06",
        "2023-09-07",
        "2023-09-11",
        "2023-09-12",
    ]


def test_days_stay_at_0930_through_summer_time_in_new_york():
    days = axis("1d", "2025-02-24T00:00", "2025-03-08T00:00", "XNYS", NEW_YORK)
    ahead = days.stamps(len(days), len(days) + 200)
    assert {shown(stamp, NEW_YORK)[-5:] for stamp in ahead} == {"09:30"}
    assert len({(int(stamp) % 86_400) for stamp in ahead}) == 2


def test_weeks_and_months_go_on_at_their_first_sessions():
    weeks = axis("1wk", "2025-01-01T00:00", "2025-04-15T00:00")
    assert [shown(stamp)[:10] for stamp in weeks.stamps(len(weeks) - 1, len(weeks) + 2)] == [
        "2025-04-14",
        "2025-04-22",
        "2025-04-28",
        "2025-05-06",
    ]
    months = axis("1mo", "2024-01-01T00:00", "2025-10-03T00:00")
    assert [shown(stamp)[:10] for stamp in months.stamps(len(months) - 1, len(months) + 3)] == [
        "2025-10-02",
        "2025-11-03",
        "2025-12-01",
        "2026-01-02",
        "2026-02-02",
    ]


def test_an_anchor_stands_on_the_coarser_bar_that_contains_it():
    days = axis("1d", "2025-01-01T00:00", "2025-12-01T00:00")
    day = days.anchor_slot(at("2025-09-12T09:30"))
    for time in ("09:00", "09:31", "12:30", "15:59", "16:09"):
        assert days.anchor_slot(at(f"2025-09-12T{time}")) == day, time
    assert days.anchor_slot(at("2025-09-13T11:00")) == day  # Saturday
    assert days.anchor_slot(at("2025-09-15T09:00")) == day + 1
    weeks = axis("1wk", "2025-01-01T00:00", "2025-12-01T00:00")
    week = weeks.anchor_slot(at("2025-09-08T09:30"))
    assert weeks.anchor_slot(at("2025-09-12T15:59")) == week
    assert weeks.anchor_slot(at("2025-09-15T09:30")) == week + 1
    hours = axis("2h", "2025-09-01T00:00", "2025-10-01T00:00")
    hour = hours.anchor_slot(at("2025-09-12T09:30"))
    times = ("11:29", "11:31", "12:30", "13:00", "15:30")
    assert [hours.anchor_slot(at(f"2025-09-12T{time}")) - hour for time in times] == [0, 1, 1, 2, 3]


def test_a_daily_stamp_is_the_first_minute_of_its_day():
    minutes = axis("1m", "2025-09-10T00:00", "2025-09-16T00:00")
    assert minutes.anchor_slot(at("2025-09-12T09:30")) == 660
    # The first three minutes are missing: still that day's first bar, not the last of the day before.
    holed = axis("1m", "2025-09-10T00:00", "2025-09-16T00:00", without=slice(660, 663))
    assert shown(holed.bar_times[660]) == "2025-09-12 09:33"
    assert holed.anchor_slot(at("2025-09-12T09:30")) == 660
    assert holed.anchor_slot(at("2025-09-11T16:05")) == 659
    # All of the day is missing: the next bar there is.
    gone = axis("1m", "2025-09-10T00:00", "2025-09-16T00:00", without=slice(660, 990))
    assert gone.anchor_slot(at("2025-09-12T09:30")) == 660


def test_a_monthly_stamp_is_the_first_day_that_was_traded():
    days = axis("1d", "2025-01-01T00:00", "2025-12-01T00:00")
    month = int(days.anchor_slot(at("2025-09-01T09:30")))
    halted = TimeAxis(np.delete(days.bar_times, slice(month, month + 3)), DAY, calendar_for("XHKG"))
    assert shown(halted.bar_times[int(halted.anchor_slot(at("2025-09-01T09:30")))]) == "2025-09-04 09:30"


def test_a_week_that_began_late_contains_its_monday():
    listed = axis("1wk", "2025-05-20T00:00", "2025-09-01T00:00")
    stamps = listed.bar_times.copy()
    stamps[0] = at("2025-05-20T09:30")  # listed on a Tuesday
    week = TimeAxis(stamps, WEEK, calendar_for("XHKG"))
    assert week.anchor_slot(at("2025-05-19T09:30")) == 0
    assert shown(week.stamps(-1, -1)[0])[:10] == "2025-05-12"


def test_daily_bars_stamped_at_midnight_are_still_their_days():
    calendar = calendar_for("XHKG")
    stamps = calendar.stamps(DAY, at("2025-09-01T00:00"), at("2025-09-13T00:00")) - (9 * 3600 + 1800)
    days = TimeAxis(stamps, DAY, calendar)
    assert days.anchor_slot(at("2025-09-12T09:30")) == len(days) - 1
    assert shown(days.stamps(len(days), len(days))[0]) == "2025-09-15 09:30"
    assert shown(days.stamps(-1, -1)[0]) == "2025-08-29 09:30"


def test_bars_of_auctions_do_not_disturb_the_calendar():
    minutes = axis("1m", "2025-09-11T00:00", "2025-09-12T00:00")
    early, late = at("2025-09-11T09:21"), at("2025-09-11T16:08")
    whole = TimeAxis(np.concatenate(([early], minutes.bar_times, [late])), MINUTE, calendar_for("XHKG"))
    assert [shown(stamp) for stamp in whole.stamps(-1, 0)] == ["2025-09-10 15:59", "2025-09-11 09:21"]
    assert [shown(stamp) for stamp in whole.stamps(331, 332)] == ["2025-09-11 16:08", "2025-09-12 09:30"]
    only = TimeAxis(np.array([late]), MINUTE, calendar_for("XHKG"))
    assert [shown(stamp) for stamp in only.stamps(-1, 1)] == ["2025-09-11 15:59", "2025-09-11 16:08", "2025-09-12 09:30"]


def test_without_bars_slot_zero_is_now():
    empty = TimeAxis(np.empty(0, dtype=np.int64), DAY, calendar_for("XHKG"), now=at("2025-09-12T14:00"))
    assert shown(empty.stamps(0, 0)[0]) == "2025-09-12 09:30"
    assert shown(empty.stamps(1, 1)[0]) == "2025-09-15 09:30"
    assert empty.bar_at(at("2025-09-12T14:00")) == -1
    assert empty.anchor_slot(at("2025-09-11T14:00")) == -1
    today = TimeAxis(np.empty(0, dtype=np.int64), DAY, calendar_for("XHKG"))
    assert abs(today.slot(datetime.datetime.now(datetime.UTC).timestamp())) < 2


def test_a_single_bar():
    one = TimeAxis(np.array([at("2025-09-12T09:30")]), DAY, calendar_for("XHKG"))
    assert [shown(stamp)[:10] for stamp in one.stamps(-1, 1)] == ["2025-09-11", "2025-09-12", "2025-09-15"]


@pytest.mark.parametrize("interval", [MINUTE, HOUR, DAY, WEEK, MONTH])
def test_what_is_no_time_has_no_slot_and_the_far_end_is_finite(interval):
    calendar = calendar_for("XHKG")
    whole = TimeAxis(calendar.stamps(interval, at("2025-01-01T00:00"), at("2025-04-01T00:00")), interval, calendar)
    odd = np.array([np.nan, 1e300, -1e300, 0.0])
    assert np.isnan(whole.slot(odd)).tolist() == [True, False, False, False]
    assert np.isnan(whole.time(odd)).tolist() == [True, False, False, False]
    assert np.isnan(whole.anchor_slot(odd)).tolist() == [True, False, False, False]
    assert np.isnan(whole.anchor_slot(float("nan")))
    assert np.isfinite(whole.slot(odd[1:])).all()
    assert np.isfinite(whole.time(odd[1:])).all()


def test_remembered_anchors_do_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(timeaxis, "_REMEMBERED", 100)
    days = axis("1d", "2025-01-01T00:00", "2025-12-01T00:00")
    for number in range(150):
        days.anchor_slot(1.7e9 + number)
    assert len(days._anchors) <= 100


def test_the_anchors_of_thousands_of_drawings_are_found_once(monkeypatch):
    """Selected drawings ask for theirs again and again: a nudge of 5,000 took seconds where they were found one by one."""
    days = axis("1d", "2025-01-01T00:00", "2025-12-01T00:00")
    times = 1.7e9 + 600.0 * np.arange(20_000)
    asked = []
    find = TimeAxis._anchor_slots
    monkeypatch.setattr(TimeAxis, "_anchor_slots", lambda self, times: (asked.append(times.size), find(self, times))[1])
    for first in range(0, len(times), 2_000):
        days.anchor_slot(times[first : first + 2_000])
    for time in times.tolist():
        days.anchor_slot(time)
    assert asked == [2_000] * 10


def test_intervals_there_and_back_give_the_same_anchor():
    """1m -> 1wk -> 1m: anchors are times, so an axis between cannot move them."""
    calendar = calendar_for("XHKG")
    time = float(at("2025-09-11T14:37"))
    minutes = axis("1m", "2025-09-10T00:00", "2025-09-16T00:00")
    before = minutes.anchor_slot(time)
    TimeAxis(calendar.stamps(WEEK, at("2025-01-01T00:00"), at("2025-10-01T00:00")), WEEK, calendar).anchor_slot(time)
    assert minutes.anchor_slot(time) == before == minutes.slot(time)


def test_anchors_that_are_remembered_together_stand_where_each_would(monkeypatch):
    monkeypatch.setattr(timeaxis, "_REMEMBERED", 4096)
    days = axis("1d", "2025-01-01T00:00", "2025-12-01T00:00")
    times = np.concatenate((1.7e9 + 86_400.0 * np.arange(900), [np.nan, 1.8e9 + 0.5]))
    together = axis("1d", "2025-01-01T00:00", "2025-12-01T00:00")
    together.anchor_slot(times)
    for time in times[:-2].tolist():
        assert together._anchors[time] == days.anchor_slot(time) == together.anchor_slot(time)
    together.anchor_slot(np.arange(1.7e9, 1.7e9 + 9000))
    together.anchor_slot(np.arange(1.7e9, 1.7e9 + 4000))
    assert len(together._anchors) <= 4096
    together.anchor_slot(1.6e9)
    assert len(together._anchors) <= 4096


@given(axis=axes(), fewer=st.integers(0, 3), away=st.lists(st.floats(-40, 40), min_size=1, max_size=20))
def test_an_axis_that_goes_on_from_another_has_its_slots_and_its_anchors(axis, fewer, away):
    """Also for times after the last bar that the other one had, in a pause or on a day without bars so far."""
    count = max(0, len(axis) - fewer)
    before = TimeAxis(axis.bar_times[:count], axis.interval, axis.calendar, axis.now)
    if not goes_on(axis, before):
        return
    last = float(before.bar_times[-1]) if count else axis.now
    step = float(axis.calendar.grid(axis.interval).stamp(10) - axis.calendar.grid(axis.interval).stamp(9))
    times = np.floor(last + np.array(away) * min(step, 86400.0))
    times = np.concatenate((times, times // 86400 * 86400, times // 86400 * 86400 - 8 * 3600))
    assert axis.anchor_slot(times).tolist() == before.anchor_slot(times).tolist()
    slots = np.arange(count - 5, count + 20)
    assert axis.stamps_at(slots).tolist() == before.stamps_at(slots).tolist()


@pytest.mark.parametrize("added", [1, 12])
def test_an_axis_goes_on_only_where_the_calendar_foresaw_its_bars(added):
    every = axis("1d", "2025-01-06T00:00", "2025-02-26T00:00")
    whole = TimeAxis(every.bar_times[: 10 + added], every.interval, every.calendar)
    before = TimeAxis(whole.bar_times[:10], whole.interval, whole.calendar)
    assert goes_on(whole, before)
    assert goes_on(whole, whole)
    assert not goes_on(before, whole), "it has fewer bars"
    elsewhere = TimeAxis(whole.bar_times.copy(), whole.interval, whole.calendar)
    assert not goes_on(elsewhere, before), "another memory may hold other times"
    skipped = np.delete(every.bar_times, 10)[: 10 + added]
    gone_on = TimeAxis(skipped, whole.interval, whole.calendar)
    assert not goes_on(gone_on, TimeAxis(skipped[:10], whole.interval, whole.calendar)), "a day that was foreseen has no bar"
    late = TimeAxis(whole.bar_times + np.where(np.arange(len(whole)) == 10, 60, 0), whole.interval, whole.calendar)
    assert not goes_on(late, TimeAxis(late.bar_times[:10], whole.interval, whole.calendar)), "it began later than foreseen"


def test_what_is_known_of_an_axis_differs_only_where_it_is_not_the_same():
    whole = axis("1d", "2025-01-06T00:00", "2025-02-06T00:00")
    one, other = (known_axis(TimeAxis(whole.bar_times[:count], whole.interval, whole.calendar)) for count in (10, 11))
    assert one == other
    assert not operator.ne(one, other)
    assert one != known_axis(TimeAxis(whole.bar_times.copy(), whole.interval, whole.calendar))
