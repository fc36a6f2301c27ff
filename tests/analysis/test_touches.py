"""What bars did at a line, against cases counted by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from charting.analysis.touches import read_line, tolerance
from charting.core.bars import Bars
from charting.core.interval import DAY


def bars_of(lows: list[float], highs: list[float], closes: list[float]) -> Bars:
    time = np.arange(len(lows)) * 86_400
    return Bars.of(time, closes, highs, lows, closes, None, DAY)


def test_two_bounces_and_a_break_are_told_apart() -> None:
    lows = [104, 100, 103, 106, 100, 100, 105, 92, 90]
    highs = [108, 105, 108, 110, 107, 104, 109, 103, 96]
    closes = [106, 103, 107, 108, 104, 103, 107, 95, 92]
    found = read_line(bars_of(lows, highs, closes), np.full(9, 100.0))
    assert found.touches == 2  # rows 1, and 4 to 5 together
    assert found.crossings == 1  # row 7 closes below
    assert found.distance == pytest.approx(-0.08)


def test_rows_before_the_line_begins_do_not_count() -> None:
    lows, highs, closes = [99.0, 104.0, 99.0], [105.0, 108.0, 105.0], [103.0, 106.0, 103.0]
    assert read_line(bars_of(lows, highs, closes), np.full(3, 100.0)).touches == 2
    assert read_line(bars_of(lows, highs, closes), np.full(3, 100.0), since=1).touches == 1


def test_no_bars_and_no_line_say_nothing() -> None:
    assert read_line(Bars.empty(DAY), np.empty(0)).touches == 0
    found = read_line(bars_of([1.0], [2.0], [1.5]), np.array([math.nan]))
    assert (found.touches, found.crossings) == (0, 0)
    assert math.isnan(found.distance)


@given(
    closes=st.lists(st.floats(10, 1000), min_size=1, max_size=40),
    factor=st.floats(0.01, 100),
    level=st.floats(10, 1000),
)
def test_a_reading_does_not_depend_on_the_unit_of_price(closes: list[float], factor: float, level: float) -> None:
    lows, highs = [c - 5 for c in closes], [c + 5 for c in closes]
    near = abs(np.array([lows, highs]) - level)
    assume((abs(near - tolerance(bars_of(lows, highs, closes))) > 1e-6).all())  # on the edge, rounding decides
    assume((abs(np.array(closes) - level) > 1e-6).all())
    plain = read_line(bars_of(lows, highs, closes), np.full(len(closes), level))
    scaled = read_line(
        bars_of([v * factor for v in lows], [v * factor for v in highs], [v * factor for v in closes]),
        np.full(len(closes), level * factor),
    )
    assert (plain.touches, plain.crossings) == (scaled.touches, scaled.crossings)
