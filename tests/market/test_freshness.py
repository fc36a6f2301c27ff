"""What is complete by the calendar is not fetched again: evenings, weekends, holidays, storms, half days, lunch."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, MINUTE, Interval
from charting.market.freshness import is_current, overlap_start
from charting.market.instruments import instrument_of
from charting.market.provider import History

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
CALENDAR = calendar_for("XHKG")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HONG_KONG)


def history(fetched: datetime, interval: Interval = DAY) -> History:
    times = CALENDAR.stamps(interval, fetched.timestamp() - 86_400 * 30, fetched.timestamp())
    prices = np.full(len(times), 100.0)
    return History(instrument_of("9988.HK"), Bars.of(times, prices, prices, prices, prices, None, interval), fetched)


@pytest.mark.parametrize(
    ("fetched", "now", "current"),
    [
        ("2025-09-15 17:00", "2025-09-15 23:00", True),  # the evening after
        ("2025-09-15 17:00", "2025-09-16 08:00", True),  # before the next opening
        ("2025-09-15 17:00", "2025-09-16 09:31", False),
        ("2025-09-15 15:00", "2025-09-15 23:00", False),  # fetched before the close
        ("2025-09-15 16:12", "2025-09-15 23:00", False),  # before the late source had told of the auction
        ("2025-09-12 17:00", "2025-09-14 12:00", True),  # over a weekend
        ("2025-09-30 17:00", "2025-10-01 15:00", True),  # on a holiday
        ("2026-02-16 13:00", "2026-02-19 18:00", True),  # the eve of Lunar New Year is half a day, then come three holidays
        ("2026-02-16 12:20", "2026-02-16 18:00", False),
        ("2024-12-24 13:00", "2024-12-26 18:00", True),
        ("2023-08-31 17:00", "2023-09-01 18:00", True),  # typhoon Saola: no trading, whatever exchange_calendars says
        ("2023-09-07 17:00", "2023-09-08 18:00", True),  # black rain
        ("2023-07-14 17:00", "2023-07-17 18:00", True),  # typhoon Talim
        ("2024-11-13 17:00", "2024-11-14 10:00", False),  # since 2024-09-23 a typhoon closes nothing
        ("2025-09-15 12:25", "2025-09-15 12:55", True),  # over lunch, once the morning is known
        ("2025-09-15 12:25", "2025-09-15 13:01", False),
        ("2025-09-15 12:05", "2025-09-15 12:55", False),  # the last minutes of the morning came later
        ("2025-09-15 11:55", "2025-09-15 12:55", False),
        ("2025-09-15 11:00", "2025-09-15 11:30", False),
        ("2025-09-15 11:00:00", "2025-09-15 11:00:15", True),  # a moment ago
    ],
)
@pytest.mark.parametrize("interval", [DAY, MINUTE], ids=str)
def test_a_complete_session_is_known_from_the_calendar(fetched: str, now: str, current: bool, interval: Interval) -> None:
    assert is_current(history(at(fetched), interval), CALENDAR, at(now)) is current


@given(st.integers(0, 86_400 * 800), st.integers(60, 86_400 * 4))
def test_what_is_current_stays_so_until_somebody_can_have_traded(since: int, later: int) -> None:
    fetched = at("2023-06-01 00:00") + timedelta(seconds=since)
    now = fetched + timedelta(seconds=later)
    if is_current(history(fetched), CALENDAR, now):
        between = (fetched + timedelta(seconds=later * share / 40) for share in range(41))
        assert not any(CALENDAR.is_open(moment.timestamp()) for moment in between)


def test_without_an_exchange_only_the_last_seconds_count() -> None:
    everyday = calendar_for("")
    assert not is_current(history(at("2025-09-14 12:00")), everyday, at("2025-09-14 12:05"))
    assert is_current(history(at("2025-09-14 12:00")), everyday, at("2025-09-14 12:00:10"))


@pytest.mark.parametrize(
    ("interval", "sessions"), [(DAY, 10), (MINUTE, 2), (Interval.parse("1h"), 2), (Interval.parse("1wk"), 50)], ids=str
)
def test_the_overlap_is_counted_in_sessions(interval: Interval, sessions: int) -> None:
    kept = history(at("2023-09-13 17:00"), interval)  # two days without trading lie just before
    since = overlap_start(kept, CALENDAR)
    assert since is not None
    rows = CALENDAR.rows_of(np.array([since.timestamp(), kept.bars.time[-1]]).astype(np.int64))
    assert rows[1] - rows[0] == sessions


def test_of_nothing_everything_is_fetched() -> None:
    kept = history(at("2023-09-13 17:00"))
    assert overlap_start(History(kept.instrument, kept.bars.slice(0, 0), kept.fetched), CALENDAR) is None
