"""Each of our own indicators is held against its definition, written out in a test, and names its source."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.indicators import own
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.profiles import profile_kind
from tests.indicators import test_own
from tests.indicators.making import real, row_of, same
from tests.indicators.test_beside import TestAlibabaAgainstTheTechIndex as Against
from tests.indicators.test_own import computed
from tests.places import ROOT
from tests.scene import test_profiles

REAL = pytest.mark.usefixtures("shared_data")


def exponential(values: Sequence[float], length: int) -> list[float]:
    """Each value's average with those before, which weigh less by 1 - 2 / (length + 1) a step."""
    found = [values[0]]
    for value in values[1:]:
        found.append(found[-1] + (value - found[-1]) * 2 / (length + 1))
    return found


def smoothed(values: Sequence[float], length: int) -> list[float]:
    """Wilder's average: the mean of the first ones, then a step of 1 / length towards each value; NaN before."""
    found = [math.nan] * (length - 1) + [sum(values[:length]) / length]
    for value in values[length:]:
        found.append(found[-1] + (value - found[-1]) / length)
    return found


def true_ranges(bars: Bars) -> list[float]:
    """From the second bar on the greatest of: high less low, and both ends' distances from the close before."""
    closes = bars.close.tolist()
    return [
        max(high - low, abs(high - before), abs(low - before))
        for high, low, before in zip(bars.high[1:].tolist(), bars.low[1:].tolist(), closes, strict=False)
    ]


@REAL
def test_each_average_of_the_ribbon() -> None:
    closes = real("index/HSI").close[:900].tolist()
    weights = range(1, 26)

    def weighted(values: Sequence[float]) -> float:
        length = len(values)
        return sum(weight * value for weight, value in enumerate(values, start=1)) / (length * (length + 1) / 2)

    expected: dict[str, Callable[[int], float]] = {
        "SMA": lambda row: sum(closes[row - 24 : row + 1]) / 25,
        "EMA": lambda row: exponential(closes[: row + 1], 25)[-1],
        "WMA": lambda row: sum(weight * closes[row - 25 + weight] for weight in weights) / sum(weights),
        # A. Hull: the weighted average over 5 bars of 2 WMA(12) - WMA(25).
        "HMA": lambda row: weighted(
            [2 * weighted(closes[at - 11 : at + 1]) - weighted(closes[at - 24 : at + 1]) for at in range(row - 4, row + 1)]
        ),
    }
    for method, definition in expected.items():
        found = computed("ribbon", real("index/HSI").slice(0, 900), first=10, step=5, average=method)["average_4"]
        for row in (650, 899):
            assert found[row] == pytest.approx(definition(row), rel=1e-9), method


@REAL
def test_directional_movement_after_wilder() -> None:
    bars, length = real("daily/0700.HK").slice(0, 700), 14
    ranges, ups, downs = true_ranges(bars), [], []
    for (high, low), (higher, lower) in pairwise(zip(bars.high.tolist(), bars.low.tolist(), strict=True)):
        up, down = higher - high, low - lower
        ups.append(up if up > down and up > 0 else 0.0)
        downs.append(down if down > up and down > 0 else 0.0)
    span, plus, minus = (smoothed(values, length) for values in (ranges, ups, downs))
    rising, falling = ([100 * part / whole for part, whole in zip(side, span, strict=True)] for side in (plus, minus))
    apart = [100 * abs(up - down) / (up + down) for up, down in zip(rising, falling, strict=True)]
    strength = smoothed(apart[length - 1 :], length)
    found = computed("directional_movement", bars, period=length)
    for row in (600, 699):  # how the first values are averaged no longer matters there
        assert found["plus"][row] == pytest.approx(rising[row - 1], rel=1e-6)
        assert found["minus"][row] == pytest.approx(falling[row - 1], rel=1e-6)
        assert found["adx"][row] == pytest.approx(strength[row - length], rel=1e-6)


@REAL
def test_chandelier_hangs_wilders_ranges_from_the_extreme() -> None:
    bars = real("daily/0700.HK").slice(0, 300)
    found, average = computed("chandelier_exit", bars, period=22, multiplier=3.0), smoothed(true_ranges(bars), 22)
    for row in (22, 50, 299):
        assert found["long"][row] == pytest.approx(bars.high[row - 21 : row + 1].max() - 3 * average[row - 1], rel=1e-12)
        assert found["short"][row] == pytest.approx(bars.low[row - 21 : row + 1].min() + 3 * average[row - 1], rel=1e-12)


@REAL
def test_macd_and_its_crossings() -> None:
    bars = real("index/HSTECH")
    closes, found = bars.close.tolist(), computed("macd_crossings", bars)
    macd = [fast - slow for fast, slow in zip(exponential(closes, 12), exponential(closes, 26), strict=True)]
    signal = exponential(macd, 9)
    rows = range(600, len(closes))
    for row in rows:
        assert found["macd"][row] == pytest.approx(macd[row], abs=1e-6)
        assert found["signal"][row] == pytest.approx(signal[row], abs=1e-6)
        assert found["histogram"][row] == pytest.approx(macd[row] - signal[row], abs=1e-6)
        assert np.isfinite(found["crossing"][row]) == ((macd[row] >= 0) != (macd[row - 1] >= 0))
    assert round(macd[row_of(bars, "2025-09-12")], 2) == 92.43


@REAL
def test_volume_is_the_volume() -> None:
    bars = real("daily/9988.HK")
    assert same(computed("volume", bars)["volume"], bars.volume)


HELD_BY: dict[str, Callable[..., None]] = {
    "anchored_vwap": test_own.test_the_anchored_average_begins_at_its_bar,
    "beta_against": Against.test_beta,
    "chandelier_exit": test_chandelier_hangs_wilders_ranges_from_the_extreme,
    "correlation": Against.test_correlation_of_changes_and_of_prices,
    "directional_movement": test_directional_movement_after_wilder,
    "fractal": test_own.test_fractals_stand_out_among_their_neighbours,
    "heikin_ashi": test_own.test_heikin_ashi_averages_each_bar_with_the_one_before,
    "ichimoku": test_own.test_ichimoku_takes_the_middles_of_extremes,
    "macd_crossings": test_macd_and_its_crossings,
    "opening_range": test_own.test_the_opening_range_is_told_when_it_is_over,
    "pivot_points": test_own.test_pivot_points_of_a_month_of_the_index,
    "previous_levels": test_own.test_levels_of_the_period_before,
    "ratio": Against.test_the_ratio_and_its_average,
    "relative_strength": Against.test_relative_strength,
    "ribbon": test_each_average_of_the_ribbon,
    "session_range": test_own.test_the_extremes_of_the_session_so_far,
    "spread": Against.test_the_spread_and_its_bands,
    "squeeze": test_own.test_squeeze_compares_the_widths_and_fits_the_momentum,
    "volume": test_volume_is_the_volume,
    "volume_profile_fixed": test_profiles.test_volumes_are_those_counted_one_by_one,
    "volume_profile_session": test_profiles.test_volumes_are_those_counted_one_by_one,
    "volume_profile_visible": test_profiles.test_volumes_are_those_counted_one_by_one,
    "vwap": test_own.test_vwap_sums_since_the_period_began,
    "zigzag": test_own.test_zigzag_tells_each_turn_when_it_is_known,
}
"""By our own indicators, the test that computes it in another way."""


def test_each_of_our_own_is_held_against_its_definition() -> None:
    folder = ROOT / own.__name__.replace(".", "/")
    ours = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert set(HELD_BY) == ours
    assert ours <= set(CATALOGUE)


@pytest.mark.parametrize("kind", HELD_BY)
def test_each_of_our_own_states_its_definition_and_source(kind: str) -> None:
    module = import_module(f"{own.__name__}.{kind}")
    stated = profile_kind if CATALOGUE[kind].stretches is not None else vars(module).get("formula", vars(module).get("compute"))
    assert re.search(r"Sources?: ", stated.__doc__ or "")
