"""When highs and lows were made, against a slow look at every bar."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.high_low_times import UNKNOWN, high_low_times, unknown_times
from charting.core.interval import DAY, HOUR, MINUTE, Interval
from charting.core.resample import resample

CALENDAR = calendar_for("XHKG")


def minutes(count: int, seed: int, steps: int = 40) -> Bars:
    """Minutes of whole prices, so that several reach the same high."""
    start = datetime(2025, 3, 3, tzinfo=UTC).timestamp()
    times = CALENDAR.stamps(MINUTE, start, start + 86_400 * 20)[:count]
    chance = np.random.default_rng(seed)
    close = 100.0 + chance.integers(0, steps, count)
    high, low = close + chance.integers(0, 3, count), close - chance.integers(0, 3, count)
    return Bars.of(times, close, high, low, close, np.ones(count), MINUTE)


@given(count=st.integers(1, 900), seed=st.integers(0, 2**32 - 1), interval=st.sampled_from([DAY, HOUR, Interval(5, "m")]))
def test_it_is_the_first_bar_that_reached_as_far(count: int, seed: int, interval: Interval) -> None:
    finer = minutes(count, seed)
    bars = resample(finer, interval, CALENDAR).bars
    times = high_low_times(bars, finer)
    for row in range(len(bars)):
        end = bars.time[row + 1] if row + 1 < len(bars) else np.inf
        within = (finer.time >= bars.time[row]) & (finer.time < end)
        assert times.of(bars, row, "high") == finer.time[within & (finer.high == bars.high[row])][0]
        assert times.of(bars, row, "low") == finer.time[within & (finer.low == bars.low[row])][0]


def test_bars_that_never_held_the_price_tell_nothing() -> None:
    finer = minutes(600, 1)
    days = resample(finer, DAY, CALENDAR).bars
    higher = Bars.of(days.time, days.open, days.high + 0.01, days.low, days.close, days.volume, DAY)
    times = high_low_times(higher, finer)
    assert times.of(higher, 0, "high") is None
    assert times.of(higher, 0, "low") is not None
    rounded = Bars.of(days.time, days.open, days.high.astype(np.float32) * 1.00000005, days.low, days.close, days.volume, DAY)
    assert high_low_times(rounded, finer).of(rounded, 0, "high") is not None


@pytest.mark.parametrize("finer", [minutes(600, 1).slice(0, 0), minutes(600, 1).slice(0, 1)])
def test_where_there_are_none_nothing_is_known(finer: Bars) -> None:
    days = resample(minutes(600, 1), DAY, CALENDAR).bars
    gone = Bars.of(days.time + 86_400, days.open, days.high, days.low, days.close, days.volume, DAY)
    for bars in (gone, days.slice(0, 0)):
        assert (high_low_times(bars, finer).high == UNKNOWN).all()
        assert high_low_times(bars, finer).of(bars, 0, "high") is None


def test_shorter_bars_know_better_as_far_as_they_go() -> None:
    finer = minutes(900, 2)
    days, hours = (resample(finer, interval, CALENDAR).bars for interval in (DAY, HOUR))
    late = finer.slice(500, 900)
    times = high_low_times(days, hours).refined(late)
    exact, rough = high_low_times(days, finer), high_low_times(days, hours)
    assert times.of(days, 0, "high") == rough.of(days, 0, "high")
    assert times.of(days, 2, "high") == exact.of(days, 2, "high")
    assert unknown_times(days).refined(finer).of(days, 0, "low") == exact.of(days, 0, "low")


def test_a_last_bar_that_went_on_is_asked_again_and_another_basis_is_not_minded() -> None:
    finer = minutes(700, 3)
    days = resample(finer, DAY, CALENDAR).bars
    times, last = high_low_times(days, finer), len(days) - 1
    gone_on = Bars.of(days.time, days.open, days.high + np.eye(1, last + 1, last)[0], days.low, days.close, days.volume, DAY)
    assert times.of(gone_on, last, "high") is None
    assert times.of(gone_on, last, "low") == times.of(days, last, "low")
    halved = Bars.of(days.time, days.open / 2, days.high / 2, days.low / 2, days.close / 2, days.volume, DAY)
    assert times.of(halved, 0, "high") == times.of(days, 0, "high")
    assert times.of(days.slice(1, len(days)), 0, "high") is None  # rows of other times
