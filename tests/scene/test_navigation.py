"""Moving along the slot axis."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.calendar import calendar_for
from charting.core.interval import Interval
from charting.core.timeaxis import TimeAxis
from charting.scene.navigation import (
    MIN_BARS,
    Span,
    bounded,
    default_span,
    everything,
    range_of,
    span_of,
    wheel_anchor,
    zoomed,
)
from tests.scene.making import series_of, walk

counts = st.integers(0, 10_000_000)
spans = st.builds(lambda first, width: Span(first, first + width), st.floats(-1e8, 1e8), st.floats(1e-3, 1e8))


@given(spans, counts)
def test_bounds_hold_and_hold_still(span: Span, count: int) -> None:
    found = bounded(span, count)
    assert found.width >= MIN_BARS * 0.999
    assert found.last > -0.5 + 1e-9 or count == 0
    assert found.first < max(count, 1)
    again = bounded(found, count)
    assert again.first == pytest.approx(found.first, abs=1e-6 * found.width)
    assert again.last == pytest.approx(found.last, abs=1e-6 * found.width)


@given(st.floats(0.2, 5), st.floats(0.1, 0.9))
def test_zooming_keeps_the_slot_under_the_cursor(factor: float, share: float) -> None:
    span = Span(400, 600)
    at = 400 + 200 * share
    found = zoomed(span, factor, at, 1000)
    assert (at - found.first) / found.width == pytest.approx(share)
    assert found.width == pytest.approx(200 * factor)


def test_the_wheel_pins_to_the_right_edge_only_near_the_newest_bar() -> None:
    assert wheel_anchor(Span(800, 1000), 850, 1000) == 1000
    assert wheel_anchor(Span(800, 1009), 850, 1000) == 1009
    assert wheel_anchor(Span(600, 800), 650, 1000) == 650
    assert wheel_anchor(Span(900, 1100), 950, 1000) == 950


def test_the_wheel_stays_pinned_while_it_zooms_in_from_the_default_view() -> None:
    span = default_span(1000)
    edge = span.last
    for _ in range(8):
        span = zoomed(span, 1 / 1.2, wheel_anchor(span, span.first + 10, 1000), 1000)
        assert span.last == edge
    assert span.width < 50


@pytest.mark.parametrize("count", [0, 1, 3, 100, 1_000_000])
def test_the_last_bar_is_in_view_by_default_and_all_of_them_in_everything(count: int) -> None:
    for span in (default_span(count), everything(count)):
        assert bounded(span, count).last > count - 1
    assert everything(count).first <= 0


@given(st.floats(-100, 500), st.floats(10, 400))
def test_a_range_of_times_brings_the_same_span_back(first: float, width: float) -> None:
    axis = series_of(walk(400)).axis
    span = Span(first, first + width)
    found = span_of(range_of(span, axis), axis)
    assert found.first == pytest.approx(span.first, abs=1e-6)
    assert found.last == pytest.approx(span.last, abs=1e-6)


def test_a_range_ends_where_dates_do() -> None:
    axis = TimeAxis(np.array([1_262_568_600]), Interval(240, "mo"), calendar_for("XHKG"))  # twenty years a bar
    assert range_of(bounded(Span(-200, 0), len(axis)), axis).first.year == 1
    assert range_of(Span(0, 1000), axis).last.year == 9999
