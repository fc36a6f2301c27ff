from __future__ import annotations

import datetime
import subprocess
import sys
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.calendar import Calendar, calendar_for
from charting.core.interval import DAY, HOUR, MINUTE, MONTH, WEEK, Interval
from tests.core.sessions import is_half_day, session_on, trading_seconds
from tests.places import ROOT

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
NEW_YORK = ZoneInfo("America/New_York")

CLOSED = [
    f"{year}-{day}"
    for year, days in {
        2024: "01-01 02-12 02-13 03-29 04-01 04-04 05-01 05-15 06-10 07-01 09-06 09-18 10-01 10-11 12-25 12-26",
        2025: "01-01 01-29 01-30 01-31 04-04 04-18 04-21 05-01 05-05 07-01 10-01 10-07 10-29 12-25 12-26",
        2026: "01-01 02-17 02-18 02-19 04-03 04-06 04-07 05-01 05-25 06-19 07-01 10-01 10-19 12-25",
    }.items()
    for day in days.split()
]
HALF_DAYS = [
    f"{year}-{day}"
    for year, days in {
        2024: "02-09 12-24 12-31",
        2025: "01-28 12-24 12-31",
        2026: "02-16 12-24 12-31",
    }.items()
    for day in days.split()
]
LATE = {"2020-08-19": (13, 30), "2021-06-28": (13, 30), "2022-08-25": (13, 0)}


def at(text: str, zone: ZoneInfo = HONG_KONG) -> int:
    return round(datetime.datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


def shown(seconds: int, zone: ZoneInfo = HONG_KONG) -> str:
    return datetime.datetime.fromtimestamp(int(seconds), zone).strftime("%Y-%m-%d %H:%M")


def times(calendar: Calendar, interval: Interval, start: str, stop: str, zone: ZoneInfo = HONG_KONG) -> list[str]:
    return [shown(stamp, zone) for stamp in calendar.stamps(interval, at(start, zone), at(stop, zone))]


@pytest.fixture(scope="module")
def hong_kong() -> Calendar:
    return calendar_for("XHKG")


@pytest.fixture(scope="module")
def new_york() -> Calendar:
    return calendar_for("XNYS")


def test_closed_weekdays_and_no_others_of_three_years(hong_kong):
    days = [datetime.date(2024, 1, 1) + datetime.timedelta(days=number) for number in range(366 + 365 + 365)]
    closed = [str(day) for day in days if day.weekday() < 5 and session_on(hong_kong, day) is None]
    assert closed == CLOSED
    assert not any(session_on(hong_kong, day) is not None for day in days if day.weekday() >= 5)


def test_half_days_and_no_others_of_three_years(hong_kong):
    days = [datetime.date(2024, 1, 1) + datetime.timedelta(days=number) for number in range(366 + 365 + 365)]
    assert [str(day) for day in days if is_half_day(hong_kong, day)] == HALF_DAYS
    session = session_on(hong_kong, datetime.date(2025, 12, 24))
    assert (shown(session.open), shown(session.close)) == ("2025-12-24 09:30", "2025-12-24 12:00")
    assert trading_seconds(session) == 150 * 60


def test_storms_closed_the_market_or_its_morning(hong_kong):
    assert session_on(hong_kong, datetime.date(2023, 9, 1)) is None
    assert session_on(hong_kong, datetime.date(2023, 9, 8)) is None
    for day, (hour, minute) in LATE.items():
        session = session_on(hong_kong, datetime.date.fromisoformat(day))
        assert shown(session.open) == f"{day} {hour:02}:{minute:02}"
        assert shown(session.close) == f"{day} 16:00"
        assert session.break_start == session.break_end
    assert is_half_day(hong_kong, datetime.date(2020, 8, 19))


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2010-06-01", "10:00 12:30 14:30 16:00"),
        ("2011-03-04", "10:00 12:30 14:30 16:00"),
        ("2011-03-07", "09:30 12:00 13:30 16:00"),
        ("2012-03-02", "09:30 12:00 13:30 16:00"),
        ("2012-03-05", "09:30 12:00 13:00 16:00"),
        ("2025-09-12", "09:30 12:00 13:00 16:00"),
        ("2150-09-11", "09:30 12:00 13:00 16:00"),
    ],
)
def test_trading_hours_of_their_time(hong_kong, day, hours):
    session = session_on(hong_kong, datetime.date.fromisoformat(day))
    assert " ".join(shown(moment)[-5:] for moment in session[1:]) == hours


def test_table_agrees_with_exchange_calendars_but_for_the_corrections(hong_kong):
    import exchange_calendars

    def seconds(column):
        return column.dt.tz_convert(None).to_numpy().astype("datetime64[s]").astype(np.int64)

    first, last = hong_kong.known
    schedule = exchange_calendars.get_calendar("XHKG", start=str(first), end=str(last)).schedule
    assert str(schedule.index[0].date()) == str(first)
    days = schedule.index.to_numpy().astype("datetime64[D]")
    corrected = np.array(["2023-09-01", "2023-09-08"], dtype="datetime64[D]")
    known = (hong_kong.day >= days[0].astype(int)) & (hong_kong.day <= days[-1].astype(int))
    assert np.array_equal(hong_kong.day[known], np.setdiff1d(days, corrected).astype(int))

    kept = ~np.isin(days, corrected)
    late = np.isin(days[kept], np.array(list(LATE), dtype="datetime64[D]"))
    for name in ("open", "close"):
        theirs = seconds(schedule[name])[kept]
        assert np.array_equal(getattr(hong_kong, name)[known][~late], theirs[~late]), name
    lunch = days[kept] >= np.datetime64("2012-03-05")  # before, it has the wrong hours for lunch
    has_break = schedule["break_start"].notna().to_numpy()[kept]
    ours = hong_kong.break_start[known] < hong_kong.break_end[known]
    assert np.array_equal(ours[~late], has_break[~late])
    for name in ("break_start", "break_end"):
        rows = lunch & has_break & ~late
        assert np.array_equal(getattr(hong_kong, name)[known][rows], seconds(schedule[name])[kept][rows]), name


def test_loading_hong_kong_imports_nothing_heavy():
    program = (
        "import sys; from charting.core.calendar import calendar_for; calendar_for('XHKG'); "
        "print([name for name in ('pandas', 'exchange_calendars', 'PySide6') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_calendars_are_shared_and_cannot_be_written_to(hong_kong):
    assert calendar_for("XHKG") is hong_kong
    with pytest.raises(ValueError, match="read-only"):
        hong_kong.open[0] = 0


def test_unknown_exchange_says_what_to_write():
    with pytest.raises(ValueError, match=r"“NOWHERE”.*ISO 10383"):
        calendar_for("NOWHERE")


def test_every_weekday_all_day():
    calendar = calendar_for("")
    session = session_on(calendar, datetime.date(2025, 9, 12))
    assert session.open == at("2025-09-12T00:00", ZoneInfo("UTC"))
    assert session.close - session.open == 86_400
    assert session_on(calendar, datetime.date(2025, 9, 13)) is None
    assert calendar.is_open(session.open)
    assert not calendar.is_open(session.close)  # a Saturday
    assert not is_half_day(calendar, datetime.date(2025, 12, 24))


def test_session_of_a_time(hong_kong):
    def date(text: str) -> str:
        return str(hong_kong.session_of(at(text)).date)

    assert date("2025-09-12T09:00") == "2025-09-12"
    assert date("2025-09-12T00:00") == "2025-09-12"
    assert date("2025-09-11T23:59") == "2025-09-11"
    assert date("2025-09-14T12:00") == "2025-09-12"  # a Sunday
    assert date("2025-10-29T11:00") == "2025-10-28"  # a holiday
    assert list(hong_kong.rows_of(np.array([at("2025-09-14T12:00")]))) == [hong_kong.day.searchsorted(20343)]


def test_sessions_around_a_time(hong_kong):
    noon = at("2025-10-28T12:30")
    assert hong_kong.session_containing(noon) == session_on(hong_kong, datetime.date(2025, 10, 28))
    assert hong_kong.session_containing(at("2025-10-28T16:00")) is None
    assert hong_kong.session_containing(at("2025-10-28T09:29:59")) is None
    assert str(hong_kong.next_session(noon).date) == "2025-10-30"
    assert str(hong_kong.previous_session(noon).date) == "2025-10-27"
    assert str(hong_kong.next_session(at("2025-10-28T09:00")).date) == "2025-10-28"


@pytest.mark.parametrize(
    ("time", "is_open"),
    [
        ("2025-09-12T09:29", False),
        ("2025-09-12T09:30", True),
        ("2025-09-12T11:59", True),
        ("2025-09-12T12:00", False),
        ("2025-09-12T13:00", True),
        ("2025-09-12T16:00", False),
        ("2025-12-24T11:00", True),
        ("2025-12-24T13:30", False),
        ("2025-09-13T10:00", False),
        ("2023-09-01T10:00", False),
        ("2020-08-19T10:00", False),
        ("2020-08-19T14:00", True),
    ],
)
def test_open_or_not(hong_kong, time, is_open):
    assert hong_kong.is_open(at(time)) is is_open


def test_stamps_of_daily_bars(hong_kong):
    assert shown(hong_kong.session_open(datetime.date(2025, 9, 12))) == "2025-09-12 09:30"
    assert shown(hong_kong.session_open(datetime.date(2005, 9, 12))) == "2005-09-12 10:00"
    assert shown(hong_kong.session_open(datetime.date(2023, 9, 1))) == "2023-09-01 09:30"  # closed, and yet in some files
    days = np.array(["2025-09-12", "2025-09-14", "2025-09-15"], dtype="datetime64[D]").astype(np.int64)
    assert [shown(stamp) for stamp in hong_kong.session_opens(days)] == [
        "2025-09-12 09:30",
        "2025-09-14 09:30",
        "2025-09-15 09:30",
    ]


def test_minutes_leave_lunch_out(hong_kong):
    found = times(hong_kong, MINUTE, "2025-09-12T00:00", "2025-09-13T00:00")
    assert len(found) == 330
    assert found[149:151] == ["2025-09-12 11:59", "2025-09-12 13:00"]
    assert found[-1] == "2025-09-12 15:59"
    assert len(times(hong_kong, MINUTE, "2025-12-24T00:00", "2025-12-26T00:00")) == 150


@pytest.mark.parametrize(
    ("code", "hours"),
    [
        ("1h", "09:30 10:30 11:30 13:00 14:00 15:00"),
        ("60m", "09:30 10:30 11:30 13:00 14:00 15:00"),
        ("2h", "09:30 11:30 13:00 15:00"),
        ("4h", "09:30 13:00"),
        ("45m", "09:30 10:15 11:00 11:45 13:00 13:45 14:30 15:15"),
    ],
)
def test_intraday_stamps_start_anew_after_lunch(hong_kong, code, hours):
    found = times(hong_kong, Interval.parse(code), "2025-09-12T00:00", "2025-09-13T00:00")
    assert " ".join(stamp[-5:] for stamp in found) == hours


def test_stamps_of_weeks_and_months_are_their_first_sessions(hong_kong):
    assert times(hong_kong, WEEK, "2025-04-14T00:00", "2025-05-13T00:00") == [
        "2025-04-14 09:30",
        "2025-04-22 09:30",  # Easter Monday is closed
        "2025-04-28 09:30",
        "2025-05-06 09:30",  # Buddha's birthday
        "2025-05-12 09:30",
    ]
    assert times(hong_kong, MONTH, "2025-09-02T00:00", "2026-02-01T00:00") == [
        "2025-10-02 09:30",
        "2025-11-03 09:30",
        "2025-12-01 09:30",
        "2026-01-02 09:30",
    ]
    assert times(hong_kong, Interval.parse("3mo"), "2025-01-01T00:00", "2026-01-01T00:00") == [
        "2025-01-02 09:30",
        "2025-04-01 09:30",
        "2025-07-02 09:30",
        "2025-10-02 09:30",
    ]


def test_summer_time_in_new_york(new_york):
    assert times(new_york, DAY, "2025-03-06T00:00", "2025-03-12T00:00", NEW_YORK) == [
        f"2025-03-{day:02} 09:30" for day in (6, 7, 10, 11)
    ]
    assert new_york.stamps(DAY, at("2025-03-07T00:00"), at("2025-03-11T23:00")).tolist() == [
        at("2025-03-07T14:30", ZoneInfo("UTC")),
        at("2025-03-10T13:30", ZoneInfo("UTC")),
        at("2025-03-11T13:30", ZoneInfo("UTC")),
    ]
    assert len(times(new_york, MINUTE, "2025-07-03T00:00", "2025-07-04T00:00", NEW_YORK)) == 210
    after = session_on(new_york, datetime.date(2045, 7, 5))  # beyond the table, and still in summer time
    assert shown(after.open, NEW_YORK) == "2045-07-05 09:30"


@pytest.mark.parametrize("exchange", ["", "XHKG", "XNYS", "XTKS", "CMES", "24/7"])
def test_columns_are_in_order(exchange):
    calendar = calendar_for(exchange)
    assert (np.diff(calendar.day) > 0).all()
    assert (calendar.midnight <= calendar.open).all()
    assert (calendar.open < calendar.break_start).all()
    assert (calendar.break_start <= calendar.break_end).all()
    assert (calendar.break_end <= calendar.close).all()
    assert (calendar.close[:-1] <= calendar.midnight[1:]).all()


@given(
    exchange=st.sampled_from(["", "XHKG", "XNYS"]),
    code=st.sampled_from(["1m", "7m", "30m", "1h", "2h", "5h", "1d", "2d", "5d", "1wk", "2wk", "1mo", "3mo", "12mo"]),
    number=st.integers(-(10**6), 4 * 10**7),
)
def test_every_number_of_a_grid_has_a_stamp_and_back(exchange, code, number):
    grid = calendar_for(exchange).grid(Interval.parse(code))
    numbers = np.arange(number, number + 40)
    stamps = grid.stamp(numbers)
    assert (np.diff(stamps) > 0).all()
    assert np.array_equal(grid.floor(stamps), numbers)
    assert np.array_equal(grid.number_of(stamps), numbers)
    assert np.array_equal(grid.floor(stamps - 1), numbers - 1)
    begins = grid.begin_of(numbers)
    assert (begins <= stamps).all()
    assert np.array_equal(grid.number_of(begins), numbers)
    assert np.array_equal(grid.number_of(begins - 1), numbers - 1)


@given(
    start=st.integers(-(10**9), 3 * 10**9),
    length=st.integers(0, 10**6),
    code=st.sampled_from(["1m", "2h", "1d", "1wk", "1mo"]),
)
def test_stamps_between_two_times_are_those_of_the_grid(start, length, code):
    calendar, interval = calendar_for("XHKG"), Interval.parse(code)
    stamps = calendar.stamps(interval, start, start + length)
    assert ((stamps >= start) & (stamps < start + length)).all()
    grid = calendar.grid(interval)
    assert len(stamps) == int(grid.floor(np.array(start + length - 1)) - grid.floor(np.array(start - 1)))


def test_grids_are_made_once(hong_kong):
    assert hong_kong.grid(HOUR) is hong_kong.grid(Interval(1, "h"))
