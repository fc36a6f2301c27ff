"""Returns, volatility and falls against numbers worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.analysis.returns import Trading, bars_a_year, returns_of, trading_of
from charting.core.bars import Bars
from charting.core.calendar import calendar_of
from charting.core.interval import DAY, Interval
from charting.core.timeaxis import TimeAxis

HONG_KONG = Trading(246, 5.5 * 3600)


def closes(*values: float, interval: Interval = DAY) -> Bars:
    time = np.arange(len(values)) * 86_400
    return Bars.of(time, values, values, values, values, None, interval)


def test_a_rise_a_fall_and_a_recovery() -> None:
    found = returns_of(closes(100, 110, 88, 99), HONG_KONG)
    assert found.returns == pytest.approx([0.10, -0.20, 0.125])
    assert found.drawdown == pytest.approx([0, 0, -0.20, -0.10])
    assert found.change == pytest.approx(-0.01)
    assert (found.best, found.worst, found.deepest) == pytest.approx((0.125, -0.20, -0.20))
    assert found.rising == pytest.approx(2 / 3)
    logs = [math.log(1.1), math.log(0.8), math.log(1.125)]
    mean = sum(logs) / 3
    assert found.volatility == pytest.approx(math.sqrt(sum((x - mean) ** 2 for x in logs) / 2) * math.sqrt(246))


def test_missing_closes_are_passed_over() -> None:
    assert returns_of(closes(100, math.nan, 110, 0.0, 121), HONG_KONG).returns == pytest.approx([0.1, 0.1])


@pytest.mark.parametrize("values", [(), (100,), (math.nan,)])
def test_too_few_bars_have_no_change(values: tuple[float, ...]) -> None:
    found = returns_of(closes(*values), HONG_KONG)
    assert math.isnan(found.change)
    assert math.isnan(found.volatility)
    assert math.isnan(found.best)


@pytest.mark.parametrize(("code", "count"), [("1d", 246), ("1m", 246 * 330), ("1h", 246 * 5.5), ("1wk", 365.25 / 7), ("3mo", 4)])
def test_a_year_of_bars(code: str, count: float) -> None:
    assert bars_a_year(Interval.parse(code), HONG_KONG) == pytest.approx(count)


@pytest.mark.parametrize(
    ("exchange", "saturday", "sessions", "hours"),
    [("XHKG", False, 246, 5.5), ("", False, 261, 24), ("", True, 365.25, 24)],
)
def test_a_market_trades_as_its_calendar_says(exchange: str, saturday: bool, sessions: float, hours: float) -> None:
    days = np.arange(3, 24) * 86_400  # from a Sunday on
    times = days if saturday else days[(days // 86_400 + 3) % 7 < 5]
    found = trading_of(TimeAxis(times, DAY, calendar_of(exchange, times)))
    assert found.sessions == pytest.approx(sessions, abs=0.5)
    assert found.seconds == hours * 3600


def test_the_hours_of_coins_are_those_of_the_whole_year() -> None:
    hours = np.arange(24 * 400) * 3600
    steps = np.where(np.arange(len(hours)) % 2, 0.01, -0.01)
    close = 100 * np.exp(steps.cumsum())
    bars = Bars.of(hours, close, close, close, close, None, Interval.parse("1h"))
    found = returns_of(bars, trading_of(TimeAxis(hours, bars.interval, calendar_of("", hours))))
    assert found.volatility == pytest.approx(0.01 * math.sqrt(24 * 365.25), rel=1e-3)


@given(st.lists(st.floats(0.5, 500), min_size=2, max_size=50))
def test_returns_multiply_up_to_the_change(values: list[float]) -> None:
    found = returns_of(closes(*values), HONG_KONG)
    assert math.prod(1 + found.returns) - 1 == pytest.approx(found.change)
    assert (found.drawdown <= 0).all()
