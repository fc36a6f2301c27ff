"""Indicators of longer bars on shorter ones: values by hand, and no look ahead."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Indicator
from charting.core.interval import DAY, HOUR, MONTH, WEEK, Interval
from charting.core.resample import resample
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import IndicatorProblem
from charting.indicators.longer import longer
from charting.indicators.recipe import Context
from charting.indicators.values import IndicatorValues
from tests.indicators.making import context_for, holed, indicator_of, real, row_of, same, walk

EXCHANGE = calendar_for("XHKG")
CONTEXT = Context({}, EXCHANGE)
WEEKLY = Indicator("weekly", "sma", {"period": 10}, interval="1wk")


def values(bars: Bars, indicator: Indicator) -> dict[str, np.ndarray]:
    return dict(IndicatorValues().values(bars, indicator, CONTEXT))


def hourly(days: int, seed: int = 3, share: float = 0.1) -> Bars:
    """Hourly bars of Hong Kong's sessions from 2024 on, some of them missing, with a closing auction's bar after each."""
    random = np.random.default_rng(seed)
    first = int(EXCHANGE.grid(HOUR).number_of(np.array([1_704_200_000]))[0])
    time = EXCHANGE.grid(HOUR).stamp(np.arange(first, first + days * 6))
    auction = EXCHANGE.close[EXCHANGE.rows_of(time)] + 480
    time = np.unique(np.concatenate([time, auction]))
    time = time[random.random(len(time)) >= share]
    close = 100 * np.exp(np.cumsum(random.normal(0, 0.01, len(time))))
    return Bars.of(time, close, close * 1.01, close * 0.99, close, np.ones(len(time)), HOUR)


def test_the_week_is_seen_from_its_last_day_and_the_week_before_until_then() -> None:
    bars = real("index/HSTECH")
    weeks = resample(bars, WEEK, EXCHANGE).bars
    average = CATALOGUE["sma"].compute(weeks, {"period": 10, "source": "close"})["sma"]
    found = values(bars, WEEKLY)["sma"]
    week = int(np.searchsorted(weeks.time, bars.time[row_of(bars, "2025-09-08")]))
    assert found[row_of(bars, "2025-09-12")] == average[week]
    for day in ("2025-09-08", "2025-09-09", "2025-09-10", "2025-09-11"):
        assert found[row_of(bars, day)] == average[week - 1]


def test_a_week_that_ends_with_a_holiday_is_seen_on_thursday() -> None:
    bars = real("index/HSTECH")
    seen = longer(bars, WEEK, EXCHANGE).seen
    thursday = row_of(bars, "2025-04-17")  # the last session before Good Friday
    assert seen[thursday] == seen[thursday - 1] + 1
    assert seen[thursday + 1] == seen[thursday]


def test_the_day_is_seen_on_the_next_day_by_shorter_bars() -> None:
    bars = hourly(20, share=0.0)
    found = longer(bars, DAY, EXCHANGE)
    day = np.searchsorted(found.bars.time, bars.time, "right") - 1
    assert np.array_equal(found.seen, day - 1)
    last = np.flatnonzero(np.diff(day))
    assert np.array_equal(found.bars.close[:-1], bars.close[last])
    assert set(bars.time[last] % 86_400) == {8 * 3600 + 480}  # the closing auction's price is the day's


@pytest.mark.parametrize(
    ("bars", "interval"),
    [
        (walk(500), "1wk"),
        (holed(walk(500)), "1mo"),
        (hourly(60), "1d"),
        (hourly(60), "2h"),
        (hourly(60), "1wk"),
        (walk(700, interval_minutes=1), "30m"),
    ],
    ids=["week", "month", "day of hours", "hours", "week of hours", "minutes"],
)
@pytest.mark.parametrize("kind", ["rsi", "macd", "atr", "vwap", "cdldoji"])
def test_nothing_looks_ahead(bars: Bars, interval: str, kind: str) -> None:
    indicator = Indicator("a", kind, interval=interval)
    whole = values(bars, indicator)
    for count in [*range(1, 40), len(bars) // 2, len(bars) - 1]:
        part = values(bars.slice(0, count), indicator)
        assert all(same(part[name], column[:count]) for name, column in whole.items()), count


LONGER = [kind.kind for kind in CATALOGUE.values() if kind.takes_interval]
CARRIED = [(kind, holed(walk(150)), "1wk") for kind in LONGER]
CARRIED += [(kind, hourly(30), "1d") for kind in ("rsi", "vwap", "cdldoji", "pivot_points", "ratio")]
CARRIED += [(kind, walk(300, interval_minutes=1), "30m") for kind in ("macd", "session_range", "cdlengulfing", "spread")]


@pytest.mark.parametrize(("kind", "bars", "interval"), CARRIED, ids=[f"{kind} {interval}" for kind, _, interval in CARRIED])
def test_every_indicator_is_carried_along_on_longer_bars(kind: str, bars: Bars, interval: str) -> None:
    indicator, context = replace(indicator_of(CATALOGUE[kind]), interval=interval), context_for(bars)
    cache, before = IndicatorValues(), bars.slice(0, 110)
    cache.follow(before, indicator, context)
    for count in (110, 111, 113, 126, len(bars)):
        now = forming(bars.slice(0, count)) if count % 2 else bars.slice(0, count)
        cache.advance(before, now, len(before) - 1)
        before = now
        found, whole = cache.peek(now, indicator, context), IndicatorValues().values(now, indicator, context)
        assert found is not None
        assert all(same(found[name], column) for name, column in whole.items()), count


def forming(bars: Bars) -> Bars:
    """The same bars, the last one with a close that is still on its way."""
    close = np.append(bars.close[:-1], bars.close[-1] * 1.01)
    return Bars.of(bars.time, bars.open, np.fmax(bars.high, close), bars.low, close, bars.volume, bars.interval)


@given(st.data())
def test_irregular_bars_are_carried_along_on_longer_ones(data: st.DataObject) -> None:
    """Bars at odd times: on weekends, twice a day, after the close."""
    bars = data.draw(irregular())
    interval = data.draw(st.sampled_from(["2d", "5d", "1wk", "2wk", "1mo", "3mo"]))
    indicators = [Indicator("a", kind, chosen, interval=interval) for kind, chosen in (("sma", {"period": 2}), ("cdldoji", {}))]
    cache, before = IndicatorValues(), bars.slice(0, data.draw(st.integers(0, len(bars) - 1)))
    for indicator in indicators:
        cache.follow(before, indicator, CONTEXT)
    while len(before) < len(bars):
        now = bars.slice(0, len(before) + data.draw(st.integers(1, 3)))
        cache.advance(before, now, max(len(before) - 1, 0))
        before = now
        for indicator in indicators:
            found = cache.peek(now, indicator, CONTEXT)
            assert found is not None
            assert all(same(found[name], column) for name, column in values(now, indicator).items())


@st.composite
def irregular(draw: st.DrawFn) -> Bars:
    days = draw(st.lists(st.integers(0, 80), min_size=1, max_size=40, unique=True))
    hours = draw(st.lists(st.integers(0, 47), min_size=len(days), max_size=len(days)))
    time = np.unique(np.array([1_704_067_200 + day * 86_400 + hour * 1800 for day, hour in zip(days, hours, strict=True)]))
    close = np.arange(1.0, len(time) + 1)
    return Bars.of(time, close, close, close, close, close, draw(st.sampled_from([DAY, HOUR])))


@given(st.data())
def test_no_irregular_bars_make_it_look_ahead(data: st.DataObject) -> None:
    """Bars at odd times: on weekends, twice a day, after the close."""
    bars = data.draw(irregular())
    indicator = Indicator(
        "a", "sma", {"period": 2}, interval=data.draw(st.sampled_from(["2d", "5d", "1wk", "2wk", "1mo", "3mo"]))
    )
    whole = values(bars, indicator)["sma"]
    for count in range(len(bars)):
        assert same(values(bars.slice(0, count), indicator)["sma"], whole[:count])


@pytest.mark.parametrize("kind", LONGER)
def test_every_indicator_can_be_had_on_longer_bars(kind: str) -> None:
    bars = walk(300)
    indicator = replace(indicator_of(CATALOGUE[kind]), interval="1wk")
    found = IndicatorValues().values(bars, indicator, context_for(bars))
    assert {len(column) for column in found.values()} == {300}


def test_marks_stand_on_one_bar_only() -> None:
    bars = real("index/HSTECH")
    weekly = values(bars, Indicator("a", "cdldoji", interval="1wk"))["cdldoji"]
    weeks = CATALOGUE["cdldoji"].compute(resample(bars, WEEK, EXCHANGE).bars, {})["cdldoji"]
    assert weekly.dtype == weeks.dtype == np.int32
    assert weeks.any()
    assert np.count_nonzero(weekly) in (np.count_nonzero(weeks), np.count_nonzero(weeks) - 1)


@pytest.mark.parametrize(
    ("bars", "indicator", "words"),
    [
        (walk(50), Indicator("a", "sma", interval="1h"), "longer interval"),
        (Bars.empty(WEEK), Indicator("a", "sma", interval="1mo"), "longer interval"),
        (walk(50), Indicator("a", "ichimoku", interval="1wk"), "chart's own interval"),
        (walk(50), Indicator("a", "zigzag", interval="1wk"), "chart's own interval"),
    ],
)
def test_what_cannot_be_had_is_said(bars: Bars, indicator: Indicator, words: str) -> None:
    with pytest.raises(IndicatorProblem, match=words):
        values(bars, indicator)


def test_the_charts_own_interval_and_no_bars_are_plain() -> None:
    bars = walk(50)
    daily = Indicator("a", "sma", {"period": 10}, interval="1d")
    assert same(values(bars, daily)["sma"], values(bars, Indicator("a", "sma", {"period": 10}))["sma"])
    assert len(values(Bars.empty(DAY), WEEKLY)["sma"]) == 0
    assert Interval.parse("1mo") == MONTH
