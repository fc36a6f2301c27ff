from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from charting.core.scales import PriceScale, auto_scale, in_whole_steps, price_ticks, tick_decimals

KINDS = ("linear", "log", "percent", "indexed")
NAN = float("nan")


@st.composite
def scales(draw) -> PriceScale:
    kind = draw(st.sampled_from(KINDS))
    low = 10.0 ** draw(st.floats(-6, 9))
    if kind != "log" and draw(st.booleans()):
        low = -low
    high = low + abs(low) * 10.0 ** draw(st.floats(-3, 3))
    return PriceScale(low, high, kind, draw(st.booleans()), draw(st.sampled_from([1.0, 100.0, 5321.25])))


@given(scale=scales(), fractions=st.lists(st.floats(-0.5, 1.5), min_size=1, max_size=9))
def test_price_and_fraction_are_inverse(scale, fractions):
    given_ = np.array(fractions)
    assert scale.fraction(scale.price(given_)) == pytest.approx(given_, abs=1e-7)


@given(scale=scales())
def test_the_ends_of_the_scale_are_its_prices(scale):
    bottom, top = scale.price(np.array([0.0, 1.0]))
    if scale.inverted:
        bottom, top = top, bottom
    assert (bottom, top) == pytest.approx((scale.low, scale.high), rel=1e-9)


@given(scale=scales(), prices=st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=9))
def test_readings_and_prices_are_inverse(scale, prices):
    values = np.array(prices)
    assert scale.price_of_reading(scale.reading(values)) == pytest.approx(values, rel=1e-9, abs=1e-6)


def test_readings_are_per_cent_or_an_index():
    prices = np.array([40.0, 50.0])
    assert PriceScale(1, 2, "percent", base=40.0).reading(prices).tolist() == [0.0, 25.0]
    assert PriceScale(1, 2, "indexed", base=40.0).reading(prices).tolist() == [100.0, 125.0]
    assert PriceScale(1, 2, "linear", base=40.0).reading(prices).tolist() == [40.0, 50.0]
    assert PriceScale(1, 2, "percent", base=0.0).reading(prices).tolist() == [40.0, 50.0]  # no base to compare with


def test_a_log_scale_has_no_place_for_zero_or_less():
    scale = PriceScale(1, 100, "log")
    assert np.isnan(scale.fraction(np.array([0.0, -1.0, NAN, 10.0]))).tolist() == [True, True, True, False]


@given(scale=scales(), height=st.floats(60, 3000), gap=st.floats(15, 80))
def test_ticks_keep_their_distance_within_the_scale(scale, height, gap):
    ticks = price_ticks(scale, height, gap)
    places = scale.fraction(ticks) * height
    assert (np.abs(np.diff(places)) >= gap * (1 - 1e-6)).all()
    assert (np.diff(ticks) > 0).all()
    assert ((places > -1e-3) & (places < height + 1e-3)).all()


@given(scale=scales(), height=st.floats(200, 3000))
def test_there_are_enough_ticks(scale, height):
    assume(scale.kind != "log" or scale.high / scale.low < 9)  # further apart, only powers of ten may fit
    ticks = price_ticks(scale, height, 20)
    places = np.concatenate(([0.0], np.sort(scale.fraction(ticks) * height), [height]))
    assert np.diff(places).max() <= 20 * 2.5 * 2.01  # from 2 to 5 is the longest way to the next round step


@given(scale=scales(), height=st.floats(100, 2000))
def test_readings_of_ticks_are_round(scale, height):
    assume(scale.kind != "log")
    readings = scale.reading(price_ticks(scale, height, 40))
    assume(len(readings) > 1)
    step = (readings[-1] - readings[0]) / (len(readings) - 1)
    digit = step / 10.0 ** math.floor(math.log10(step * 1.0001))
    assert min(abs(digit - one) for one in (1, 2, 5)) < 1e-3
    assert readings / step == pytest.approx(np.round(readings / step), rel=1e-6, abs=1e-3)


@given(
    kind=st.sampled_from(["linear", "log"]),
    low=st.floats(1, 1000),
    ratio=st.floats(1.01, 50),
    shift=st.floats(0, 1),
    height=st.floats(100, 2000),
)
@example(kind="log", low=889.0, ratio=27.0, shift=0.5, height=1648.0)  # 24,000 is in view first, 25,000 afterwards
def test_ticks_stay_while_the_scale_is_panned(kind, low, ratio, shift, height):
    first = PriceScale(low, low * ratio, kind)
    # As a view moves the scale by a share of its height.
    ends = first.price(np.array([shift, 1 + shift]))
    assume(abs(math.log10(40 / height * low * (ratio - 1)) % 1) > 1e-6)  # not where rounding may choose the next step
    second = PriceScale(float(ends[0]), float(ends[1]), kind)
    one, other = price_ticks(first, height, 40), price_ticks(second, height, 40)
    edge = 1e-9 * first.high
    inside = (one > second.low + edge) & (one < first.high - edge)
    inside_too = (other > second.low + edge) & (other < first.high - edge)
    if kind == "log":  # the first coarse tick pushes out the last fine one, but only while both are in view
        gone = set(np.round(one[inside], 9)) - set(np.round(other, 9))
        assert gone <= set(np.round(one[-1:], 9)) or len(one) < 3
    else:
        assert one[inside] == pytest.approx(other[inside_too], rel=1e-9)


@pytest.mark.parametrize(
    ("scale", "tick_size", "expected"),
    [
        (PriceScale(5300, 6250), 0.01, [5400, 5600, 5800, 6000, 6200]),
        (PriceScale(0.15, 0.22), 0.001, [0.16, 0.18, 0.2, 0.22]),
        (PriceScale(10, 10.1), 0.05, [10, 10.05, 10.1]),
        (PriceScale(100, 100.3), 0.02, [100, 100.1, 100.2, 100.3]),  # 0.05 is no multiple of the tick size
        (PriceScale(0, 1), 0.3, [0, 0.3, 0.6, 0.9]),  # nor is any round number of this one
        (PriceScale(-3, 2), 0.0, [-3, -2, -1, 0, 1, 2]),
        (PriceScale(1, 1000, "log"), 0.0, [1, 10, 100, 1000]),
        (PriceScale(1, 100, "log"), 0.0, [1, 3, 10, 30, 100]),
        (PriceScale(1, 20, "log"), 0.0, [1, 2, 5, 10, 20]),
        (PriceScale(90, 350, "log"), 0.01, [100, 150, 200, 300]),
        (PriceScale(1e-9, 1e9, "log"), 0.0, [1e-9, 1e-6, 1e-3, 1, 1e3, 1e6, 1e9]),
        (PriceScale(80, 130, "percent", base=100), 0.01, [80, 90, 100, 110, 120, 130]),
        (PriceScale(80, 130, "indexed", base=200), 0.01, [80, 90, 100, 110, 120, 130]),
    ],
)
def test_ticks_sit_on_round_numbers(scale, tick_size, expected):
    assert price_ticks(scale, 240, 40, tick_size).tolist() == pytest.approx(expected)


@pytest.mark.parametrize(
    "scale",
    [
        PriceScale(1, 1),
        PriceScale(2, 1),
        PriceScale(NAN, 1),
        PriceScale(0, math.inf),
        PriceScale(-1e308, 1e308),
        PriceScale(5e-324, 1e-323),
        PriceScale(1e16, 1e16 + 2),
    ],
)
def test_impossible_scales_have_no_ticks(scale):
    assert len(price_ticks(scale, 240, 40)) == 0


def test_extreme_log_scales_do_no_harm():
    assert np.isfinite(price_ticks(PriceScale(5e-324, 1e308, "log"), 240, 40)).all()
    assert len(price_ticks(PriceScale(0, 100, "log"), 240, 40)) > 0  # as if it were linear
    assert len(price_ticks(PriceScale(1e-6, 1e6, "log"), 1, 76)) <= 1  # in a pane that has no height
    assert len(price_ticks(PriceScale(1, 100), 0, 40)) == 0


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ([], 0),
        ([5400, 5600], 0),
        ([0.5, 1.0], 1),
        ([0.155, 0.16], 3),
        ([0.001], 3),
        ([0.0], 0),
        ([1 / 3, 2 / 3], 7),
        ([100.25], 2),
    ],
)
def test_decimals_that_tell_ticks_apart(values, decimals):
    assert tick_decimals(np.array(values, dtype=np.float64)) == decimals


@given(low=st.floats(-1e12, 1e12), high=st.floats(-1e12, 1e12), kind=st.sampled_from(KINDS), margin=st.floats(0, 0.5))
def test_a_scale_of_its_own_shows_everything(low, high, kind, margin):
    scale = auto_scale(low, high, kind, margin=margin)
    assert scale.low < scale.high
    fractions = scale.fraction(np.array([low, high]))
    assert ((fractions >= -1e-9) & (fractions <= 1 + 1e-9)).all()
    assert math.isfinite(scale.price(np.float64(0.5)))


def test_room_is_left_on_both_sides():
    assert auto_scale(100, 200, margin=0.1) == PriceScale(90, 210)
    log = auto_scale(1, 100, "log", margin=0.5)
    assert (log.low, log.high) == pytest.approx((0.1, 1000))
    assert auto_scale(100, 200, "percent", inverted=True, margin=0, base=50) == PriceScale(100, 200, "percent", True, 50)


def test_one_price_is_shown_in_the_middle():
    assert auto_scale(50, 50) == PriceScale(49.5, 50.5)
    assert auto_scale(0, 0) == PriceScale(-0.5, 0.5)
    log = auto_scale(50, 50, "log")
    assert log.low < 50 < log.high
    assert float(log.fraction(np.float64(50))) == pytest.approx(0.5)


@pytest.mark.parametrize(("low", "high"), [(NAN, NAN), (NAN, 5), (5, NAN), (math.inf, -math.inf), (-math.inf, 5)])
def test_nothing_to_show_has_a_scale_too(low, high):
    assert auto_scale(low, high) == PriceScale(0, 1)
    assert auto_scale(low, high, "log") == PriceScale(1, 10, "log")


def test_prices_of_zero_or_less_are_shown_on_a_linear_scale():
    assert auto_scale(0, 10, "log", margin=0).kind == "linear"
    assert auto_scale(-5, 10, "log", margin=0) == PriceScale(-5, 10)


@given(low=st.floats(-1e9, 1e9), span=st.floats(1e-6, 1e9))
def test_whole_steps_hold_what_they_are_for_and_little_more(low: float, span: float) -> None:
    high = low + span
    assume(high > low)
    bottom, top = in_whole_steps(low, high)
    slack = 1e-9 * max(abs(low), abs(high))
    assert low - (high - low) / 16 - slack <= bottom <= low + slack
    assert high - slack <= top <= high + (high - low) / 16 + slack


@pytest.mark.parametrize("bounds", [(1.0, 1.0), (math.nan, 2.0), (-math.inf, 3.0), (5.0, 5.0 + 1e-14)])
def test_what_has_no_steps_is_left_as_it_is(bounds: tuple[float, float]) -> None:
    np.testing.assert_array_equal(in_whole_steps(*bounds), bounds)


def test_a_trade_within_a_step_changes_nothing() -> None:
    assert in_whole_steps(31.2, 68.4) == in_whole_steps(31.4, 68.9) == (31.0, 69.0)
