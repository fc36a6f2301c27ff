from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from charting.core import timeticks
from charting.core.calendar import calendar_for, calendar_of
from charting.core.interval import DAY, MINUTE, MONTH, WEEK, Interval
from charting.core.timeaxis import TimeAxis
from charting.core.timeticks import TimeTick, time_ticks
from tests.core.test_calendar import HONG_KONG, at
from tests.core.test_timeaxis import axes

FORMATS = {"year": "%Y", "month": "%b", "day": "%-d", "hour": "%H:%M", "minute": "%H:%M"}
END = "2025-09-13T00:00"


def axis(code: str, bars: int) -> TimeAxis:
    """The last ``bars`` bars of an interval before the middle of September 2025."""
    interval, calendar = Interval.parse(code), calendar_for("XHKG")
    grid = calendar.grid(interval)
    last = int(grid.floor(np.array(at(END))))
    return TimeAxis(grid.stamp(np.arange(last - bars + 1, last + 1)), interval, calendar)


def labels(axis: TimeAxis, visible: float, width: float = 1600, gap: float = 64, ahead: float = 0) -> str:
    """The labels of the last ``visible`` bars and some of the future, as a chart writes them."""
    ticks = time_ticks(axis, len(axis) - visible, len(axis) + ahead, width, gap)
    return " ".join(written(tick) for tick in ticks)


def written(tick: TimeTick) -> str:
    return datetime.datetime.fromtimestamp(tick.seconds, HONG_KONG).strftime(FORMATS[tick.level])


@pytest.mark.parametrize(
    ("code", "visible", "expected"),
    [
        ("1m", 8, "15:52 15:53 15:54 15:55 15:56 15:57 15:58 15:59 15"),
        (
            "1m",
            200,
            (
                "11:40 11:50 13:00 13:10 13:20 13:30 13:40 13:50 14:00 14:10 14:20 14:30 14:40 14:50 15:00 15:10 "
                "15:20 15:30 15:40 15:50 15"
            ),
        ),
        (
            "1m",
            700,
            (
                "15:30 11 10:00 10:30 11:00 11:30 13:00 13:30 14:00 14:30 15:00 15:30 12 10:00 10:30 11:00 11:30 "
                "13:00 13:30 14:00 14:30 15:00 15:30 15"
            ),
        ),
        ("1m", 3_000, "2 14:00 3 14:00 4 14:00 5 14:00 8 14:00 9 14:00 10 14:00 11 14:00 12 14:00 15"),
        ("1m", 400_000, "Oct 2021 Apr Jul Oct 2022 Apr Jul Oct 2023 Apr Jul Oct 2024 Apr Jul Oct 2025 Apr Jul"),
        (
            "15m",
            40,
            (
                "10:30 11:00 11:30 13:00 13:30 14:00 14:30 15:00 15:30 12 10:00 10:30 11:00 11:30 13:00 13:30 14:00 "
                "14:30 15:00 15:30 15"
            ),
        ),
        ("1h", 40, "14:00 5 14:00 8 14:00 9 14:00 10 14:00 11 14:00 12 14:00 15"),
        ("1d", 12, "28 29 Sep 2 3 4 5 8 9 10 11 12 15"),
        ("1d", 60, "23 26 Jul 7 10 15 18 23 28 Aug 6 11 14 19 22 27 Sep 4 9 12"),
        ("1d", 300, "Jul Aug Sep Oct Nov Dec 2025 Feb Mar Apr May Jun Jul Aug Sep"),
        ("1d", 1_000, "Oct 2022 Apr Jul Oct 2023 Apr Jul Oct 2024 Apr Jul Oct 2025 Apr Jul"),
        (
            "1d",
            10_000,
            "1986 1988 1990 1992 1994 1996 1998 2000 2002 2004 2006 2008 2010 2012 2014 2016 2018 2020 2022 2024",
        ),
        ("1d", 40_000, "1870 1880 1890 1900 1910 1920 1930 1940 1950 1960 1970 1980 1990 2000 2010 2020"),
        ("1wk", 15, "Jun 9 16 23 30 Jul 14 21 28 Aug 11 18 25 Sep 8 15"),
        ("1wk", 60, "Aug Sep Oct Nov Dec 2025 Feb Mar Apr May Jun Jul Aug Sep"),
        (
            "1mo",
            240,
            "2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025",
        ),
        ("1mo", 2_000, "1860 1870 1880 1890 1900 1910 1920 1930 1940 1950 1960 1970 1980 1990 2000 2010 2020"),
        ("3mo", 20, "Oct 2021 Apr Jul Oct 2022 Apr Jul Oct 2023 Apr Jul Oct 2024 Apr Jul Oct 2025 Apr Jul Oct"),
    ],
)
def test_labels_from_minutes_to_decades(code, visible, expected):
    assert labels(axis(code, visible + 500), visible) == expected


def test_labels_go_on_into_the_future():
    expected = "8 15 22 Oct 10 17 24 Nov 10 17 24 Dec 8 15 22 2026 9 16 23"
    assert labels(axis("1d", 200), 5, ahead=90) == expected
    assert labels(axis("1d", 50), 5, ahead=12_000).endswith("2066 2068 2070")


def test_a_year_that_begins_on_a_bar_says_so():
    days = axis("1d", 300)
    (tick,) = (tick for tick in time_ticks(days, 0, 299, 1600, 64) if tick.level == "year")
    assert datetime.datetime.fromtimestamp(tick.seconds, HONG_KONG).isoformat()[:16] == "2025-01-02T09:30"
    assert days.bar_times[tick.slot] == tick.seconds


@given(axis=axes(), first=st.floats(-100, 100), span=st.floats(0.5, 3000), width=st.floats(50, 3000), gap=st.floats(20, 200))
def test_labels_keep_their_distance_and_stand_on_stamps(axis, first, span, width, gap):
    ticks = time_ticks(axis, first, first + span, width, gap)
    slots = np.array([tick.slot for tick in ticks])
    assert (np.diff(slots) * width / span >= gap * (1 - 1e-6)).all()
    for tick in ticks:
        assert first <= tick.slot <= first + span
        assert axis.stamps(tick.slot, tick.slot)[0] == tick.seconds
    assert len(ticks) <= width / gap + 1


@given(axis=axes(), first=st.floats(-100, 100), span=st.floats(0.5, 3000))
def test_a_label_stands_where_what_it_says_begins(axis, first, span):
    assume((axis.bar_times[:1] % 60 == 0).all())
    zone = ZoneInfo(axis.calendar.timezone)
    for tick in time_ticks(axis, first, first + span, 1600, 64):
        before, there = (datetime.datetime.fromtimestamp(int(stamp), zone) for stamp in axis.stamps(tick.slot - 1, tick.slot))
        match tick.level:
            case "year":
                assert before.year < there.year
            case "month":
                assert (before.year, before.month) < (there.year, there.month)
            case "day":
                assert before.date() < there.date()
            case "hour":
                assert there.minute == 0


@given(
    code=st.sampled_from(["1m", "5m", "15m", "1h", "1d", "1wk", "1mo"]),
    span=st.floats(5, 3000),
    place=st.integers(0, 3000),
    shift=st.floats(0, 1),
)
def test_labels_stay_while_the_chart_is_panned(code, span, place, shift):
    whole = axis(code, 3000)
    one = time_ticks(whole, place, place + span, 1600, 64)
    other = time_ticks(whole, place + shift * span, place + span + shift * span, 1600, 64)
    assert [tick for tick in one if tick.slot >= place + shift * span] == [tick for tick in other if tick.slot <= place + span]


def test_rare_bars_get_labels_of_their_own_measure():
    calendar = calendar_for("XHKG")
    yearly = calendar.stamps(Interval.parse("12mo"), at("1990-01-01T00:00"), at("2025-01-01T00:00"))
    for interval in (MINUTE, DAY):
        ticks = time_ticks(TimeAxis(yearly, interval, calendar), -0.5, 34.5, 1600, 64)
        assert [written(tick) for tick in ticks] == [str(year) for year in range(1990, 2025, 2)], interval


@pytest.mark.parametrize("interval", [MINUTE, DAY, WEEK, MONTH])
def test_without_bars_there_are_labels_around_now(interval):
    empty = TimeAxis(np.empty(0, dtype=np.int64), interval, calendar_for("XHKG"), now=at(END))
    assert time_ticks(empty, -50, 50, 1000, 64)


@pytest.mark.parametrize("view", [(5, 5, 100, 64), (9, 5, 100, 64), (0, 5, 0, 64), (0, 5, 100, 0), (float("nan"), 5, 100, 64)])
def test_what_is_no_view_has_no_labels(view):
    assert time_ticks(axis("1d", 10), *view) == ()


def test_views_beyond_all_calendars_have_no_labels_and_do_no_harm():
    assert time_ticks(axis("1d", 10), 1e9, 2e9, 1000, 64) == ()
    assert len(time_ticks(axis("1d", 10), -1e7, 1e7, 1000, 64)) <= 16


def test_labels_are_not_looked_for_again_when_a_bar_is_added(monkeypatch):
    grid = calendar_for("XHKG").grid(MINUTE)
    last = int(grid.number_of(np.array(1_751_270_400)))
    stamps = grid.stamp(np.arange(last - 3000, last))
    looked = []
    original = timeticks._spread
    monkeypatch.setattr(timeticks, "_spread", lambda *arguments: looked.append(1) or original(*arguments))

    def ticks(times):
        return time_ticks(TimeAxis(times, MINUTE, calendar_for("XHKG")), 2700.0, 2930.0, 1500.0, 64.0)

    found = [ticks(stamps[:count]) for count in range(2900, 2910)]
    assert len(looked) == 1
    assert len(set(found)) == 1
    assert ticks(np.delete(stamps, 2800)) != found[0]


def coins(code: str, days: int, *, rests: bool = False) -> TimeAxis:
    """Bars of a market that knows no weekends, up to the end of Monday 24 November 2025, or of one that has them."""
    interval = Interval.parse(code)
    end = int(datetime.datetime(2025, 11, 25, tzinfo=datetime.UTC).timestamp())
    times = np.arange(end - days * 86_400, end, interval.seconds)
    weekday = (times // 86_400 + 3) % 7
    times = times[weekday < 5] if rests else times
    return TimeAxis(times, interval, calendar_of("", times))


@pytest.mark.parametrize(
    ("code", "days", "rests", "expected"),
    [
        ("5m", 5, False, " ".join(f"{day} 04:00 08:00 12:00 16:00 20:00" for day in range(20, 25))),
        ("5m", 5, True, " ".join(f"{day} 03:00 06:00 09:00 12:00 15:00 18:00 21:00" for day in (20, 21, 24))),
        ("1h", 7, False, " ".join(f"{day} 06:00 12:00 18:00" for day in range(18, 25))),
        ("1d", 7, False, "18 19 20 21 22 23 24"),
        ("1d", 26, False, "30 31 Nov 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"),
        ("1d", 26, True, "30 31 Nov 4 5 6 7 10 11 12 13 14 17 18 19 20 21 24"),
    ],
)
def test_markets_that_rest_never_have_labels_at_weekends_too(code: str, days: int, rests: bool, expected: str) -> None:
    made = coins(code, days, rests=rests)
    ticks = time_ticks(made, -0.5, len(made) - 0.5, 1600, 48)
    there = [datetime.datetime.fromtimestamp(tick.seconds, datetime.UTC).strftime(FORMATS[tick.level]) for tick in ticks]
    assert " ".join(there) == expected
