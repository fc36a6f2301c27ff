"""Sessions, weeks, months and years, and what starts anew with them."""

from __future__ import annotations

import datetime
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.interval import DAY, MINUTE
from charting.indicators import periods
from tests.indicators.making import walk


def stamp(day: datetime.date) -> int:
    return int(datetime.datetime(day.year, day.month, day.day, 1, 30, tzinfo=datetime.UTC).timestamp())


@given(st.lists(st.dates(datetime.date(1960, 1, 1), datetime.date(2040, 1, 1)), min_size=2, max_size=40, unique=True))
def test_numbers_change_exactly_where_the_calendar_does(days: list[datetime.date]) -> None:
    days.sort()
    time = np.array([stamp(day) for day in days])
    keys = {
        "session": list(days),
        "week": [day.isocalendar()[:2] for day in days],
        "month": [(day.year, day.month) for day in days],
        "year": [day.year for day in days],
    }
    for period, expected in keys.items():
        found = periods.numbers(time, period)
        assert (np.diff(found) >= 0).all()
        assert [a != b for a, b in pairwise(found)] == [a != b for a, b in pairwise(expected)]


def test_an_unknown_period_is_told() -> None:
    with pytest.raises(ValueError, match="“decade” is no period"):
        periods.numbers(np.array([0]), "decade")


@pytest.mark.parametrize("period", periods.PERIODS)
@pytest.mark.parametrize("bars", [walk(700), walk(4_000, interval_minutes=1)], ids=["days", "minutes"])
def test_a_start_found_from_a_row_is_one_of_all_starts(bars: Bars, period: str) -> None:
    first = periods.starts(bars, period)
    for row in range(0, len(bars), 37):
        place = int(np.searchsorted(first, row, side="right")) - 1
        for back in range(3):
            assert periods.start_before(bars, period, row, back) == first[max(place - back, 0)]


groups = st.lists(st.integers(1, 9), min_size=1, max_size=30)


@given(groups, st.integers(0, 2**32 - 1))
def test_accumulating_starts_anew_with_each_group(lengths: list[int], seed: int) -> None:
    values = np.random.default_rng(seed).normal(0, 1e3, sum(lengths))
    first = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
    for function in (np.add, np.fmax, np.fmin):
        expected = np.concatenate([function.accumulate(part) for part in np.split(values, first[1:])])
        assert (periods.accumulate(function, values, first) == expected).all()


def test_both_ways_of_accumulating_are_taken_and_agree() -> None:
    values = np.random.default_rng(1).normal(0, 1e3, 1_000)
    long, short = np.array([0, 600]), np.arange(0, 1_000, 2)
    assert (periods.accumulate(np.add, values, long)[600:] == np.add.accumulate(values[600:])).all()
    assert (periods.accumulate(np.add, values, short)[1::2] == values[0::2] + values[1::2]).all()


def test_no_bars_have_no_periods() -> None:
    empty = Bars.empty(MINUTE)
    assert len(periods.starts(empty, "week")) == 0
    assert [len(column) for column in periods.previous(empty, "week")] == [0, 0, 0]
    assert len(periods.accumulate(np.add, np.empty(0), np.empty(0, np.int64))) == 0


def test_the_last_value_is_the_last_that_is_known() -> None:
    values = np.array([1.0, np.nan, 2.0, 3.0, np.nan, np.nan, np.nan])
    assert periods.last_values(values, np.array([0, 3, 5]))[:2].tolist() == [2.0, 3.0]
    assert np.isnan(periods.last_values(values, np.array([0, 3, 5]))[2])


def test_levels_before_the_first_period_are_unknown() -> None:
    bars = Bars.of([0, 86_400], *[[1.0, 2.0]] * 4, None, DAY)
    assert [column.tolist()[1] for column in periods.previous(bars, "session")] == [1.0, 1.0, 1.0]
