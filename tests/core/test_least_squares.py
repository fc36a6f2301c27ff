"""Lines of least squares against numpy's, however the bars came."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.document import Interpolation
from charting.core.least_squares import Sums, farthest
from tests.scene.making import walk

BARS = walk(400)
HOLES = np.random.default_rng(2).random(400) < 0.1
TABLE = Bars.of(BARS.time, BARS.open, BARS.high, BARS.low, np.where(HOLES, np.nan, BARS.close), BARS.volume, BARS.interval)


@pytest.mark.parametrize("interp", ["linear", "log"])
@given(st.integers(0, 380), st.lists(st.integers(1, 60), min_size=1, max_size=8))
def test_a_fit_that_went_on_is_that_of_all_its_bars(interp: Interpolation, first: int, steps: list[int]) -> None:
    sums, stop = Sums(first, first), first
    for step in steps:
        stop = min(stop + step, len(TABLE))
        sums = sums.up_to(TABLE, stop, "close", interp)
    rows = np.arange(first, stop)[np.isfinite(TABLE.close[first:stop])]
    values = TABLE.close[rows] if interp == "linear" else np.log(TABLE.close[rows])
    fit = sums.fit()
    if len(rows) < 2:
        assert fit is None
        return
    assert fit is not None
    slope, intercept = np.polyfit(rows - rows[0], values, 1)
    assert fit.slope == pytest.approx(slope, rel=1e-6, abs=1e-9)
    assert fit.intercept + fit.slope * rows[0] == pytest.approx(intercept, rel=1e-9)
    residuals = values - intercept - slope * (rows - rows[0])
    assert fit.deviation == pytest.approx(np.sqrt(residuals @ residuals / (len(rows) - 1)), rel=1e-5, abs=1e-4)
    assert fit.correlation == pytest.approx(np.corrcoef(rows, values)[0, 1], abs=1e-6, nan_ok=True)
    assert farthest(TABLE, fit, first, stop - 1, "close", interp) == pytest.approx(np.abs(residuals).max(), rel=1e-4, abs=1e-4)


def test_a_million_bars_lose_nothing_in_their_squares() -> None:
    count = 1_000_000
    close = 25_000 + 0.001 * np.arange(count) + np.where(np.arange(count) % 2, 0.5, -0.5)
    bars = Bars.of(np.arange(count) * 60, close, close, close, close, close, BARS.interval)
    fit = Sums(0, 0).up_to(bars, count - 1, "close", "linear").up_to(bars, count, "close", "linear").fit()
    assert fit is not None
    assert (fit.slope, fit.deviation) == (
        pytest.approx(0.001, rel=1e-8),
        pytest.approx(0.5 * np.sqrt(count / (count - 1)), rel=1e-8),
    )
