"""Marks between sessions and at the lunch break, among the bars and past them, against what the calendar says."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.calendar import calendar_for, calendar_of
from charting.core.interval import DAY, Interval
from charting.core.scales import PriceScale
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport
from charting.scene.primitives import Rects, Rule
from charting.scene.series import Series
from charting.scene.sessions import joints, separators
from tests.scene.making import INDEX, look, series_of, walk

ZONE = ZoneInfo("Asia/Hong_Kong")
EVES = datetime.datetime(2025, 12, 15, tzinfo=ZONE).timestamp()  # two half days and two holidays follow
COUNTS = {"5m": 800, "15m": 260, "1h": 70}


def series_with(code: str) -> Series:
    interval, calendar = Interval.parse(code), calendar_for("XHKG")
    times = calendar.stamps(interval, EVES, EVES + 40 * 86_400)[: COUNTS[code]]
    prices = np.full(len(times), 5000.0)
    bars = Bars.of(times, prices, prices, prices, prices, np.ones(len(times)), interval)
    return Series(INDEX, bars, TimeAxis(times, interval, calendar))


SERIES = {code: series_with(code) for code in COUNTS}


@given(st.sampled_from(sorted(COUNTS)), st.floats(-20, 900), st.floats(20, 400))
def test_every_session_and_every_lunch_is_marked_between_its_slots(code: str, first: float, width: float) -> None:
    series = SERIES[code]
    axis, calendar = series.axis, series.axis.calendar
    view = Viewport(0, 0, width * 60, 400, first, first + width, PriceScale(0, 1))  # room for every mark
    found = joints(series, view, look())
    begins, resumes = [], []
    for slot in range(max(1, int(np.ceil(first + 0.5))), int(np.floor(first + width + 0.5)) + 1):
        before, after = (calendar.session_of(int(stamp)) for stamp in axis.stamps(slot - 1, slot))
        if before != after:
            begins.append(slot - 0.5)
        elif int(axis.stamps(slot - 1, slot - 1)[0]) < after.break_start <= after.break_end <= int(axis.stamps(slot, slot)[0]):
            resumes.append(slot - 0.5)
    inside = [slot for slot in found.begins.tolist() if first <= slot < first + width]
    assert inside == [slot for slot in begins if first <= slot < first + width]
    inside = [slot for slot in found.resumes.tolist() if first <= slot < first + width]
    assert inside == [slot for slot in resumes if first <= slot < first + width]


def test_lunch_is_dotted_and_has_room_of_its_own() -> None:
    series, last = SERIES["15m"], 200.0
    seen = []
    for width in (40.0, 200.0):
        view = Viewport(0, 0, 700, 400, last - width, last, PriceScale(0, 1))
        found = separators(joints(series, view, look()), view, look())
        seen.append(([item for item in found if isinstance(item, Rects)], [item for item in found if isinstance(item, Rule)]))
    (near, lunches), (far, none) = seen
    assert len(near[0].array) < len(far[0].array)
    assert len(lunches) >= 1
    assert none == []


def test_half_days_have_no_lunch() -> None:
    series = SERIES["15m"]
    view = Viewport(0, 0, 20_000, 400, 0.0, 260.0, PriceScale(0, 1))
    days = {
        datetime.datetime.fromtimestamp(series.axis.time(slot + 0.5), ZONE).date()
        for slot in joints(series, view, look()).resumes
    }
    assert datetime.date(2025, 12, 23) in days
    assert datetime.date(2025, 12, 24) not in days
    assert datetime.date(2025, 12, 31) not in days


@pytest.mark.parametrize("slots", [30, 5000])
def test_bars_of_days_and_dense_ones_have_no_marks(slots: int) -> None:
    view = Viewport(0, 0, 700, 400, 0.0, float(slots), PriceScale(0, 1))
    series = series_of(walk(300)) if slots == 30 else SERIES["5m"]
    assert (series.bars.interval == DAY) == (slots == 30)
    found = joints(series, view, look())
    assert len(found.begins) == len(found.resumes) == 0


def test_where_no_weekend_rests_each_day_begins_with_a_mark_and_none_has_a_break() -> None:
    interval, monday = Interval.parse("15m"), int(datetime.datetime(2025, 11, 24, tzinfo=datetime.UTC).timestamp())
    times = np.arange(monday - 4 * 86_400, monday + 86_400, 900)
    prices = np.full(len(times), 5000.0)
    bars = Bars.of(times, prices, prices, prices, prices, np.ones(len(times)), interval)
    series = Series(INDEX, bars, TimeAxis(times, interval, calendar_of("", times)))
    found = joints(series, Viewport(0, 0, 20_000, 400, 0.0, len(times) - 1.0, PriceScale(0, 1)), look())
    assert found.begins.tolist() == [96 * day - 0.5 for day in range(1, 6)], "the last is that of the day to come"
    assert found.resumes.tolist() == []
