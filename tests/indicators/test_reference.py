"""TA-Lib's indicators against TA-Lib called directly, on real bars, and against what was published about them."""

from __future__ import annotations

import numpy as np
import pytest
import talib
from talib import abstract

from charting.core.bars import Bars
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import IndicatorKind
from charting.indicators.reference.declare import AVERAGES
from charting.indicators.reference.left_out import LEFT_OUT
from tests.indicators.making import holed, real, row_of, same

FUNCTIONS = [function for function in talib.__TA_FUNCTION_NAMES__ if function not in LEFT_OUT]
PLAIN = {"timeperiod": "period", "fastperiod": "fast", "slowperiod": "slow", "signalperiod": "signal", "matype": "average"}


def test_every_function_is_in_the_catalogue_or_left_out_for_a_reason() -> None:
    assert set(talib.__TA_FUNCTION_NAMES__) >= set(LEFT_OUT)
    assert [function for function in FUNCTIONS if function.lower() not in CATALOGUE] == []


def columns(function: str, bars: Bars, source: str = "close") -> list[np.ndarray]:
    """The inputs a function asks for, by TA-Lib's own description; its single series is the source."""
    names: list[str] = []
    for series in abstract.Function(function).input_names.values():
        names += series if isinstance(series, list) else [source]
    if function == "CORREL":
        names = ["close", "volume"]
    return [np.ascontiguousarray(bars.source(name)) for name in names]


def directly(function: str, bars: Bars, source: str, **parameters: float) -> list[np.ndarray]:
    found = getattr(talib, function)(*columns(function, bars, source), **parameters)
    return list(found if isinstance(found, tuple) else (found,))


def arguments(kind: IndicatorKind, function: str) -> dict[str, float]:
    """The declaration's defaults by TA-Lib's names, taken in TA-Lib's order where the names differ."""
    declared = {name: value for name, value in kind.settings({}).items() if name != "source"}
    theirs = dict(abstract.Function(function).parameters)
    found: dict[str, float] = {}
    for keyword in theirs:
        name = PLAIN.get(keyword)
        if name in declared:
            value = declared.pop(name)
            found[keyword] = AVERAGES[value] if isinstance(value, str) else value
    for keyword in theirs:
        if keyword not in found and declared and not keyword.endswith("matype"):
            found[keyword] = declared.pop(next(name for name, value in declared.items() if not isinstance(value, str)))
    return found


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.usefixtures("shared_data")
def test_values_are_those_of_the_library(function: str) -> None:
    kind, bars = CATALOGUE[function.lower()], real("daily/9988.HK")
    expected = directly(function, bars, str(kind.settings({}).get("source", "close")), **arguments(kind, function))
    found = kind.compute(bars, kind.settings({}))
    assert len(expected) == len(found)
    start = abstract.Function(function, **arguments(kind, function)).lookback
    for plot, ours, theirs in zip(kind.plots, found.values(), expected, strict=True):
        clean = theirs
        if ours.dtype != np.int32:
            clean = np.where(np.isfinite(theirs), theirs, np.nan)
            clean[:start] = np.nan
        assert same(ours, clean), plot.name


@pytest.mark.usefixtures("shared_data")
def test_settings_reach_the_library() -> None:
    bars = real("index/HSTECH")
    middle = (bars.high + bars.low) / 2
    sma = CATALOGUE["sma"]
    assert same(sma.compute(bars, sma.settings({"period": 50, "source": "hl2"}))["sma"], talib.SMA(middle, 50))
    bands = CATALOGUE["bbands"]
    chosen = bands.settings({"period": 10, "upper_deviations": 1.5, "lower_deviations": 2.5, "average": "EMA"})
    expected = talib.BBANDS(np.ascontiguousarray(bars.close), 10, 1.5, 2.5, 1)
    assert all(same(ours, theirs) for ours, theirs in zip(bands.compute(bars, chosen).values(), expected, strict=True))
    stochastic = CATALOGUE["stoch"]
    chosen = stochastic.settings({"fast_k": 14, "slow_k": 2, "slow_d": 5, "k_average": "EMA", "d_average": "WMA"})
    expected = talib.STOCH(bars.high, bars.low, bars.close, 14, 2, 1, 5, 2)
    assert all(same(ours, theirs) for ours, theirs in zip(stochastic.compute(bars, chosen).values(), expected, strict=True))
    star = CATALOGUE["cdlmorningstar"]
    marks = star.compute(bars, star.settings({"penetration": 0.1}))["cdlmorningstar"]
    assert same(marks, talib.CDLMORNINGSTAR(bars.open, bars.high, bars.low, bars.close, 0.1))


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.usefixtures("shared_data")
def test_rows_with_holes_are_left_out(function: str) -> None:
    kind, bars = CATALOGUE[function.lower()], holed(real("daily/1810.HK"))
    source = str(kind.settings({}).get("source", "close"))
    kept = np.logical_and.reduce([np.isfinite(column) for column in columns(function, bars, source)])
    thinned = Bars.of(
        bars.time[kept], bars.open[kept], bars.high[kept], bars.low[kept], bars.close[kept], bars.volume[kept], bars.interval
    )
    whole, thin = kind.compute(bars, kind.settings({})), kind.compute(thinned, kind.settings({}))
    for name, values in whole.items():
        assert not values[~kept].any() if values.dtype == np.int32 else np.isnan(values[~kept]).all()
        assert same(values[kept], thin[name])


@pytest.mark.usefixtures("shared_data")
class TestWhatWasPublished:
    """About the Hang Seng Tech Index in September 2025."""

    def test_the_fifty_day_average(self) -> None:
        bars, kind = real("index/HSTECH"), CATALOGUE["sma"]
        average = kind.compute(bars, kind.settings({"period": 50}))["sma"]
        row = row_of(bars, "2025-09-12")
        assert round(float(average[row]), 2) == 5_576.91
        assert float(average[row]) == pytest.approx(bars.close[row - 49 : row + 1].mean(), rel=1e-12)
        assert round(float(average[row_of(bars, "2025-08-04")]), 2) == 5_348.55

    def test_the_macd_line(self) -> None:
        bars, kind = real("index/HSTECH"), CATALOGUE["macd"]
        found = kind.compute(bars, kind.settings({}))
        row = row_of(bars, "2025-09-12")
        assert round(float(found["macd"][row]), 2) == 92.43
        assert found["histogram"][row] == found["macd"][row] - found["signal"][row]

    def test_above_zero_without_a_break_from_mid_july_to_mid_october(self) -> None:
        bars, kind = real("index/HSTECH"), CATALOGUE["macd"]
        line = kind.compute(bars, kind.settings({}))["macd"]
        first, last = row_of(bars, "2025-07-15"), row_of(bars, "2025-10-17")
        assert (line[first : last + 1] > 0).all()
        assert line[first - 1] < 0
        assert line[last + 1] < 0


class TestArithmeticWrittenOut:
    """A few definitions by hand, so that the library is not only compared with itself."""

    @pytest.mark.usefixtures("shared_data")
    def test_exponential_average(self) -> None:
        close = real("daily/0700.HK").close[:200]
        expected = [close[:20].mean()]
        for price in close[20:]:
            expected.append(expected[-1] + 2 / 21 * (price - expected[-1]))
        kind = CATALOGUE["ema"]
        found = kind.compute(real("daily/0700.HK").slice(0, 200), kind.settings({"period": 20}))["ema"]
        assert np.isnan(found[:19]).all()
        np.testing.assert_allclose(found[19:], expected, rtol=1e-12)

    @pytest.mark.usefixtures("shared_data")
    def test_relative_strength_index(self) -> None:
        bars = real("daily/0700.HK").slice(0, 100)
        change = np.diff(bars.close)
        rise, fall = change.clip(0)[:14].mean(), (-change).clip(0)[:14].mean()
        expected = [100 * rise / (rise + fall)]
        for step in change[14:]:
            rise, fall = (13 * rise + max(step, 0)) / 14, (13 * fall + max(-step, 0)) / 14
            expected.append(100 * rise / (rise + fall))
        kind = CATALOGUE["rsi"]
        np.testing.assert_allclose(kind.compute(bars, kind.settings({}))["rsi"][14:], expected, rtol=1e-10)

    @pytest.mark.usefixtures("shared_data")
    def test_average_true_range(self) -> None:
        bars = real("daily/0700.HK").slice(0, 100)
        before = bars.close[:-1]
        spans = np.maximum(bars.high[1:], before) - np.minimum(bars.low[1:], before)
        expected = [spans[:14].mean()]
        for span in spans[14:]:
            expected.append((13 * expected[-1] + span) / 14)
        kind = CATALOGUE["atr"]
        np.testing.assert_allclose(kind.compute(bars, kind.settings({}))["atr"][14:], expected, rtol=1e-10)

    @pytest.mark.usefixtures("shared_data")
    def test_bands_lie_population_deviations_off_the_mean(self) -> None:
        bars, kind = real("index/HSI").slice(0, 300), CATALOGUE["bbands"]
        found = kind.compute(bars, kind.settings({}))
        windows = np.lib.stride_tricks.sliding_window_view(bars.close, 20)
        np.testing.assert_allclose(found["upper"][19:], windows.mean(axis=1) + 2 * windows.std(axis=1), rtol=1e-9)
        np.testing.assert_allclose(found["lower"][19:], windows.mean(axis=1) - 2 * windows.std(axis=1), rtol=1e-9)

    @pytest.mark.usefixtures("shared_data")
    def test_keltner_channels_follow_the_typical_price(self) -> None:
        bars, kind = real("daily/0700.HK").slice(0, 700), CATALOGUE["kc"]
        found = kind.compute(bars, kind.settings({}))
        atr = CATALOGUE["atr"].compute(bars, CATALOGUE["atr"].settings({"period": 10}))["atr"]
        middle = CATALOGUE["ema"].compute(bars, CATALOGUE["ema"].settings({"period": 20, "source": "hlc3"}))["ema"]
        np.testing.assert_allclose(found["middle"], middle, rtol=1e-12)
        # Its true range begins otherwise than the ATR's; nine tenths of the difference stay with each bar.
        np.testing.assert_allclose(found["upper"][400:], (middle + 2 * atr)[400:], rtol=1e-12)

    @pytest.mark.usefixtures("shared_data")
    def test_supertrend_stays_on_its_side_and_moves_with_the_trend(self) -> None:
        bars, kind = real("index/HSTECH"), CATALOGUE["supertrend"]
        found = kind.compute(bars, kind.settings({}))
        line, trend = found["supertrend"][10:], found["trend"][10:]
        close = bars.close[10:]
        assert set(np.unique(trend)) == {-1.0, 1.0}
        assert (np.where(trend > 0, close - line, line - close) >= 0).all()
        steady = trend[1:] == trend[:-1]
        assert ((line[1:] - line[:-1]) * trend[1:])[steady].min() >= 0

    @pytest.mark.usefixtures("shared_data")
    def test_supertrend_bar_by_bar(self) -> None:
        bars, kind = real("index/HSTECH").slice(0, 600), CATALOGUE["supertrend"]
        found = kind.compute(bars, kind.settings({}))
        atr = CATALOGUE["atr"].compute(bars, CATALOGUE["atr"].settings({"period": 10}))["atr"]
        first = int(np.flatnonzero(np.isfinite(found["supertrend"]))[0])
        upper = lower = np.nan
        trend = float(found["trend"][first])
        for row in range(int(np.flatnonzero(np.isfinite(atr))[0]), len(bars)):
            middle, before = (bars.high[row] + bars.low[row]) / 2, bars.close[row - 1]
            above, below = middle + 3 * atr[row], middle - 3 * atr[row]
            upper = above if np.isnan(upper) or above < upper or before > upper else upper
            lower = below if np.isnan(lower) or below > lower or before < lower else lower
            if row > first:
                if trend < 0 and bars.close[row] > upper:
                    trend = 1.0
                elif trend > 0 and bars.close[row] < lower:
                    trend = -1.0
            if row >= first + 60:  # by then the way it began is forgotten
                assert found["trend"][row] == trend, row
                assert found["supertrend"][row] == pytest.approx(lower if trend > 0 else upper, rel=1e-9)

    @pytest.mark.usefixtures("shared_data")
    def test_donchian_channels_are_the_extremes(self) -> None:
        bars, kind = real("daily/0700.HK").slice(0, 300), CATALOGUE["donchian"]
        found = kind.compute(bars, kind.settings({"period": 20}))
        highs, lows = (np.lib.stride_tricks.sliding_window_view(column, 20) for column in (bars.high, bars.low))
        np.testing.assert_array_equal(found["upper"][19:], highs.max(axis=1))
        np.testing.assert_array_equal(found["lower"][19:], lows.min(axis=1))
        np.testing.assert_allclose(found["middle"][19:], (highs.max(axis=1) + lows.min(axis=1)) / 2)

    @pytest.mark.usefixtures("shared_data")
    def test_hull_average_of_weighted_averages(self) -> None:
        close = real("daily/0700.HK").close[:300]

        def weighted(values: np.ndarray, period: int) -> np.ndarray:
            windows = np.lib.stride_tricks.sliding_window_view(values, period)
            return windows @ np.arange(1, period + 1) / (period * (period + 1) / 2)

        raw = 2 * weighted(close, 10)[10:] - weighted(close, 20)
        kind = CATALOGUE["hma"]
        found = kind.compute(real("daily/0700.HK").slice(0, 300), kind.settings({"period": 20}))["hma"]
        np.testing.assert_allclose(found[-len(raw) + 3 :], weighted(raw, 4), rtol=1e-9)

    @pytest.mark.usefixtures("shared_data")
    def test_awesome_oscillator_of_middles(self) -> None:
        bars, kind = real("daily/0700.HK").slice(0, 300), CATALOGUE["ao"]
        middle = (bars.high + bars.low) / 2
        fast, slow = (np.lib.stride_tricks.sliding_window_view(middle, period).mean(axis=1) for period in (5, 34))
        found = kind.compute(bars, kind.settings({}))["ao"]
        np.testing.assert_allclose(found[33:], fast[29:] - slow, rtol=1e-6, atol=1e-9)
