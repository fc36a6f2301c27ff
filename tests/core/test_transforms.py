"""Renko, Kagi, point and figure and three-line break, against arithmetic written out."""

from __future__ import annotations

import math
from itertools import accumulate

import numpy as np
import pytest
import talib
from hypothesis import example, given
from hypothesis import strategies as st

from charting.core import transforms
from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import PriceMadeStyle, Sizes
from charting.core.interval import DAY, MINUTE
from charting.core.timeaxis import TimeAxis

STYLES: tuple[PriceMadeStyle, ...] = ("renko", "kagi", "point-and-figure", "line-break")

walks_ = st.lists(st.integers(-3, 3), min_size=1, max_size=60).map(lambda steps: list(accumulate(steps)))
closes_ = st.lists(st.integers(-60, 60), min_size=1, max_size=60) | walks_
ranges_ = st.lists(st.tuples(st.integers(-60, 60), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=60)


def of(closes: list[float], step: int = 86_400) -> Bars:
    """Bars that open, close and stay at one price, with volumes 1, 2, 3 ..."""
    times = np.arange(len(closes)) * step
    return Bars.of(times, closes, closes, closes, closes, np.arange(1.0, len(closes) + 1), DAY)


def bodies(bars: Bars) -> list[tuple[float, float]]:
    return list(zip(bars.open.tolist(), bars.close.tolist(), strict=True))


def test_renko_makes_a_brick_of_each_box_and_turns_after_two() -> None:
    made = transforms.renko(of([100, 109, 111, 132, 121, 119, 108, 109]), 10)
    assert bodies(made) == [(100, 110), (110, 120), (120, 130), (120, 110)]
    assert made.time.tolist() == [2 * 86_400, 3 * 86_400, 3 * 86_400 + 1, 6 * 86_400]
    assert made.volume.tolist() == [1 + 2 + 3, 2, 2, 5 + 6 + 7]


def test_kagi_turns_after_the_reversal_and_lasts_to_the_extreme() -> None:
    made = transforms.kagi(of([100, 103, 104, 112, 109, 107, 103, 110, 120]), 5)
    assert bodies(made) == [(100, 112), (112, 103), (103, 120)]
    assert made.time.tolist() == [0, 5 * 86_400, 7 * 86_400]
    assert made.volume.tolist() == [1 + 2 + 3 + 4 + 5, 6 + 7, 8 + 9]


def test_kagi_lines_grow_thick_above_the_last_shoulder_and_thin_below_the_last_waist() -> None:
    opens, ends = [10, 20, 15, 18, 12, 14, 11], [20, 15, 18, 12, 14, 11, 30]
    lines = Bars.of(np.arange(7), opens, np.maximum(opens, ends), np.minimum(opens, ends), ends, None, DAY)
    assert transforms.kagi_thickness(lines).tolist() == [True, True, True, False, False, False, True]


@given(closes_, st.sampled_from([1, 3]))
@example([0, 3, -1, 3], 1)
@example([0, -3, 1, -3], 1)
def test_thickness_of_kagi_lines_against_its_definition(closes: list[int], reversal: int) -> None:
    lines = transforms.kagi(of(list(map(float, closes))), reversal)
    expected: list[bool] = []
    for number, (start, end) in enumerate(bodies(lines)):
        thick = expected[-1] if expected else end > start
        beyond = max(bodies(lines)[number - 1]) if end > start else min(bodies(lines)[number - 1])
        if number and (end - beyond) * (end - start) > 0:  # a shoulder or a waist that is only reached changes nothing
            thick = end > start
        expected.append(thick)
    assert transforms.kagi_thickness(lines).tolist() == expected


def test_point_and_figure_takes_highs_and_lows_and_turns_after_three_boxes() -> None:
    high, low = [10.5, 13.2, 13.9, 12.0, 11.0, 12.9, 13.1], [10.0, 10.9, 11.4, 10.7, 9.4, 10.0, 10.5]
    bars = Bars.of(np.arange(7) * 60, low, high, low, [10.2, 13, 12, 11, 10, 12, 13], np.ones(7), MINUTE)
    made = transforms.point_and_figure(bars, 1)
    # X from 10 to 13; 10.7 reaches down to 11 only, 9.4 to 10; 13.1 reaches up to 13, three boxes from 10.
    assert bodies(made) == [(10, 13), (12, 10), (11, 13)]
    assert made.time.tolist() == [0, 4 * 60, 6 * 60]
    assert made.volume.tolist() == [4, 2, 1]


def test_three_lines_have_to_be_broken() -> None:
    made = transforms.line_break(of([10, 11, 12, 13, 14, 11.5, 11, 10.5, 10, 14, 14.5, 14]))
    # The last three rising lines begin at 11, so only 10.5 breaks them; the falling line begins where the last began.
    assert bodies(made) == [(10, 11), (11, 12), (12, 13), (13, 14), (13, 10.5), (10.5, 10), (10.5, 14.5)]
    assert made.volume.tolist() == [1 + 2, 3, 4, 5, 6 + 7 + 8, 9, 10 + 11]


@given(closes_, st.sampled_from([1, 3, 7]))
def test_renko_against_bricks_laid_one_by_one(closes: list[int], box: int) -> None:
    base = round(closes[0] / box) * box
    bottom, top, expected = base, base, list[tuple[int, int]]()
    for close in closes:
        while close >= top + box:
            bottom, top = top, top + box
            expected.append((bottom, top))
        while close <= bottom - box:
            bottom, top = bottom - box, bottom
            expected.append((top, bottom))
    assert bodies(transforms.renko(of(list(map(float, closes))), box)) == expected


@given(closes_, st.sampled_from([1, 3, 7]))
def test_kagi_against_its_definition(closes: list[int], reversal: int) -> None:
    lines: list[list[int]] = []
    for close in closes:
        if not lines:
            if abs(close - closes[0]) >= reversal:
                lines.append([closes[0], close])
            continue
        start, end = lines[-1]
        way = 1 if end > start else -1
        if (close - end) * way > 0:
            lines[-1][1] = close
        elif (end - close) * way >= reversal:
            lines.append([end, close])
    assert bodies(transforms.kagi(of(list(map(float, closes))), reversal)) == [tuple(line) for line in lines]


@given(ranges_, st.sampled_from([1, 2, 5]), st.integers(2, 4))
def test_point_and_figure_against_its_definition(rows: list[tuple[int, int, int]], box: int, reversal: int) -> None:
    close = np.array([row[0] for row in rows], dtype=float)
    high, low = close + [row[1] for row in rows], close - [row[2] for row in rows]
    bars = Bars.of(np.arange(len(rows)), close, high, low, close, None, DAY)
    columns: list[list[int]] = []
    first = math.floor(close[0] / box)
    for top, bottom in zip(high, low, strict=True):
        crosses, noughts = math.floor(top / box), math.ceil(bottom / box)
        if not columns:
            if crosses > first:
                columns.append([first, crosses])
            elif noughts < first:
                columns.append([first, noughts])
            continue
        start, end = columns[-1]
        if end > start:
            if crosses > end:
                columns[-1][1] = crosses
            elif noughts <= end - reversal:
                columns.append([end - 1, noughts])
        elif noughts < end:
            columns[-1][1] = noughts
        elif crosses >= end + reversal:
            columns.append([end + 1, crosses])
    made = transforms.point_and_figure(bars, box, reversal)
    assert bodies(made) == [(start * box, end * box) for start, end in columns]


@given(closes_, st.integers(1, 4))
def test_line_break_against_its_definition(closes: list[int], count: int) -> None:
    lines: list[tuple[int, int]] = []
    for close in closes:
        last = lines[-count:] or [(closes[0], closes[0])]
        if close > max(max(line) for line in last):
            up = lines and lines[-1][1] > lines[-1][0]
            lines.append((last[-1][1 if up else 0], close))
        elif close < min(min(line) for line in last):
            down = lines and lines[-1][1] < lines[-1][0]
            lines.append((last[-1][1 if down else 0], close))
    assert bodies(transforms.line_break(of(list(map(float, closes))), count)) == lines


@pytest.mark.parametrize("style", STYLES)
@given(rows=ranges_, step=st.sampled_from([1, 60, 86_400]))
def test_bars_are_sound_and_no_volume_is_lost(style: PriceMadeStyle, rows: list[tuple[int, int, int]], step: int) -> None:
    close = np.array([row[0] for row in rows], dtype=float)
    high, low = close + [row[1] for row in rows], close - [row[2] for row in rows]
    bars = Bars.of(np.arange(len(rows)) * step, close, high, low, close, np.ones(len(rows)), DAY)
    found = transforms.make(bars, style)
    assert found is not None
    made, how = found
    assert how.last == close[-1]
    assert (np.diff(made.time) > 0).all()
    assert (made.high == np.maximum(made.open, made.close)).all()
    assert (made.low == np.minimum(made.open, made.close)).all()
    assert (made.open != made.close).all()
    assert np.isin(np.unique(made.time - made.time % step), bars.time).all() or step < 86_400
    total = made.volume.sum()
    assert total <= len(rows) + 1e-9
    if len(made) and style in ("kagi", "point-and-figure"):
        assert total == pytest.approx(len(rows))


@pytest.mark.parametrize("style", STYLES)
def test_rows_without_prices_make_nothing(style: PriceMadeStyle) -> None:
    closes = np.array([100.0, 110, np.nan, 150, np.inf, 90, 60])
    holes = Bars.of(np.arange(7), closes, closes, closes, closes, None, DAY)
    whole = holes.time[np.isfinite(closes)], closes[np.isfinite(closes)]
    plain = Bars.of(whole[0], *[whole[1]] * 4, None, DAY)
    one, other = transforms.make(holes, style), transforms.make(plain, style)
    assert one is not None
    assert other is not None
    assert bodies(one[0]) == bodies(other[0])
    assert np.isnan(one[0].volume).all()
    for few in (Bars.empty(DAY), plain.slice(0, 1), of([5.0] * 9)):
        found = transforms.make(few, style)
        assert found is not None
        assert len(found[0]) == 0


def test_the_automatic_box_is_a_round_number_near_the_average_range() -> None:
    close = np.full(200, 5000.0)
    bars = Bars.of(np.arange(200), close, close + 55, close - 55, close, None, DAY)
    assert transforms.automatic_box(bars) == 100
    forming = Bars.of(bars.time, bars.open, np.where(np.arange(200) == 199, 9000, bars.high), bars.low, close, None, DAY)
    assert transforms.automatic_box(forming) == 100
    assert transforms.automatic_box(Bars.empty(DAY)) == 1
    assert transforms.automatic_box(of([200.0] * 5)) == transforms.automatic_box(of([200.0])) == 2
    assert transforms.automatic_box(of([0.0] * 5)) == 1


@given(st.lists(st.tuples(*[st.floats(0.2, 5)] * 3), min_size=20, max_size=20), st.integers(-4, 4))
@example([(5.0, 0.2, 0.2)] * 20, 0)
@example([(5.0, 3.0, 3.0)] * 20, 0)
def test_the_automatic_box_is_the_round_number_nearest_to_the_average_true_range(
    rows: list[tuple[float, float, float]], power: int
) -> None:
    """TA-Lib's begins a bar later, which is forgotten after some hundred bars."""
    moves, up, down = np.array(rows * 30).T * 10.0**power
    close = 1000.0 * 10.0**power + np.cumsum(moves * np.tile([1, -1], len(moves) // 2))
    bars = Bars.of(np.arange(len(close)), close, close + up, close - down, close, None, DAY)
    average = float(talib.ATR(bars.high, bars.low, close, 14)[-2])
    round_numbers = np.array([float(f"{digit}e{exponent}") for exponent in range(-6, 8) for digit in (1, 2, 5)])
    box = transforms.automatic_box(bars)
    assert box in round_numbers
    assert abs(math.log(box / average)) <= np.abs(np.log(round_numbers / average)).min() + 1e-6


def test_the_average_true_range_begins_with_the_mean_of_fourteen_bars() -> None:
    def box_of(ranges: list[float]) -> float:
        half = np.array([*ranges, 0.0]) / 2
        return transforms.automatic_box(Bars.of(np.arange(len(half)), half * 0, half, -half, half * 0, None, DAY))

    assert box_of([1.35] * 7 + [268.65] * 7) == 100  # 135
    assert box_of([10.0] * 14 + [100.0] * 10) == 50  # 57, as each of the ten counts for a fourteenth


@given(st.lists(st.integers(-1_000_000, 1_000_000), min_size=1, max_size=60), st.integers(260, 320))
def test_an_automatic_box_makes_no_more_than_twenty_boxes_a_bar(wild: list[int], quiet: int) -> None:
    bars = of([*map(float, wild), *[float(wild[-1] + row % 2) for row in range(quiet)]])
    box, way, most = transforms.automatic_box(bars), float(np.abs(np.diff(bars.close)).sum()), 20 * len(bars) + 1000
    assert way / box <= most
    assert way / box >= most / 4 or box <= 2  # no larger than it has to be


@pytest.mark.parametrize("style", STYLES[:-1])  # line break knows no size
@pytest.mark.parametrize("price", [1e6, -1e6])
def test_prices_that_differ_by_rounding_only_are_no_movement(style: PriceMadeStyle, price: float) -> None:
    found = transforms.make(of([price, math.nextafter(price, 0)] * 400), style)
    assert found is not None
    assert len(found[0]) == 0


@pytest.mark.parametrize("style", STYLES)
def test_one_mad_price_does_not_fill_the_memory(style: PriceMadeStyle) -> None:
    closes = [100.0 + row % 3 for row in range(500)]
    closes[250] = 1e15
    found = transforms.make(of(closes), style)
    assert found is not None
    assert len(found[0]) < 25_000


def test_chosen_sizes_are_taken_and_impossible_ones_are_automatic() -> None:
    bars = of([100.0, 108, 116, 130, 114, 135, 121, 90, 117, 85, 140])
    for style, field, direct in (
        ("renko", "renko", transforms.renko),
        ("kagi", "kagi", transforms.kagi),
        ("point-and-figure", "box", transforms.point_and_figure),
    ):
        found = transforms.make(bars, style, Sizes(**{field: 7.0}))
        assert found is not None
        assert found[1].box == 7
        assert bodies(found[0]) == bodies(direct(bars, 7.0))
        tiny = transforms.make(bars, style, Sizes(**{field: 1e-300}))
        plain = transforms.make(bars, style)
        assert tiny is not None
        assert plain is not None
        assert tiny[1] == plain[1]
    turned = transforms.make(bars, "point-and-figure", Sizes(box=7.0, reversal=6))
    broken = transforms.make(bars, "line-break", Sizes(lines=1))
    assert turned is not None
    assert broken is not None
    assert (
        bodies(turned[0]) == bodies(transforms.point_and_figure(bars, 7.0, 6)) != bodies(transforms.point_and_figure(bars, 7.0))
    )
    assert bodies(broken[0]) == bodies(transforms.line_break(bars, 1)) != bodies(transforms.line_break(bars))
    assert (turned[1].count, broken[1].count) == (6, 1)
    assert broken[1].box == 0


def test_sizes_that_make_no_sense_are_refused() -> None:
    bars = of([1.0, 2.0])
    for box in (0.0, -1.0, math.nan, math.inf, 1e-300):
        with pytest.raises(ValueError, match="box"):
            transforms.renko(bars, box)
    with pytest.raises(ValueError, match="two boxes"):
        transforms.point_and_figure(bars, 1, 1)
    with pytest.raises(ValueError, match="one line"):
        transforms.line_break(bars, 0)


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_boxes_are_too_small_where_they_would_be_too_many_or_lost_in_rounding(sign: float) -> None:
    many = of([sign * 100, sign * 200, sign * 100])
    precise = of([sign * 1e6, sign * (1e6 - 1)])
    ranges = Bars.of([0, 86_400], *[[5.0, 5.0], [105.0, 105.0], [-95.0, -95.0], [5.0, 5.0]], None, DAY)
    for bars, box in ((many, 1e-6), (precise, 1e-7), (ranges, 1e-6)):
        with pytest.raises(ValueError, match="too small"):
            transforms.point_and_figure(bars, box)
        assert len(transforms.point_and_figure(bars, 1.0)) > 0


@pytest.mark.parametrize("odd", [math.nan, math.inf])
def test_highs_and_lows_that_closes_have_no_use_for_may_be_anything(odd: float) -> None:
    bars = of([100.0, 108, 116, 130, 114, 135, 121, 90])
    high = np.where(np.arange(len(bars)) == 3, odd, bars.high)
    holes = Bars.of(bars.time, bars.open, high, bars.low, bars.close, bars.volume, DAY)
    for build in (transforms.renko, transforms.kagi):
        assert bodies(build(holes, 5.0)) == bodies(build(bars, 5.0))
        with pytest.raises(ValueError, match="too small"):
            build(holes, 1e-6)


def test_volumes_that_are_not_known_are_left_out_of_sums() -> None:
    bars = of([100.0, 104, 111, 112, 118, 121])
    volume = np.array([1.0, np.nan, 4.0, np.nan, np.nan, np.nan])
    made = transforms.renko(Bars.of(bars.time, *[bars.close] * 4, volume, DAY), 10)
    np.testing.assert_array_equal(made.volume, [5.0, np.nan])


def test_more_bars_than_are_taken_at_once_make_all_they_have_to() -> None:
    count = 70_000
    bars = of([10.0, 20.0] * (count // 2))
    assert len(transforms.kagi(bars, 10)) == count - 1
    assert len(transforms.renko(bars, 5)) == 2 + (count - 2)
    assert len(transforms.point_and_figure(bars, 1)) == count - 1
    made = transforms.line_break(of([float(row) for row in range(count)]))
    assert made.close.tolist() == [float(row) for row in range(1, count)]


def test_decimal_boxes_are_not_lost_to_rounding() -> None:
    made = transforms.renko(of([0.3, 0.4, 0.5, 0.6, 0.7]), 0.1)
    assert made.close.tolist() == pytest.approx([0.4, 0.5, 0.6, 0.7])
    assert len(transforms.kagi(of([0.6, 0.7]), 0.1)) == 1  # by rounding, these are a little less than a tenth apart


@given(walks_, st.sampled_from([0, 10**6, 10**9, -(10**9)]), st.integers(1, 3))
def test_boxes_of_decimals_are_those_of_whole_numbers(closes: list[int], base: int, digits: int) -> None:
    whole = [base + close for close in closes]
    decimal = of([float(f"{close}e-{digits}") for close in whole])
    for build in (transforms.renko, transforms.point_and_figure):
        expected = bodies(build(of([float(close) for close in whole]), 1.0))
        found = bodies(build(decimal, float(f"1e-{digits}")))
        assert [(round(one * 10**digits), round(other * 10**digits)) for one, other in found] == expected


def test_an_anchor_keeps_to_the_brick_it_was_set_on() -> None:
    start = 1_577_928_600
    made = transforms.renko(Bars.of(start + np.arange(3) * 86_400, *[[100.0, 131.0, 142.0]] * 4, None, DAY), 10)
    axis = TimeAxis(made.time, DAY, calendar_for("XHKG"), price_made=True)
    assert axis.anchor_slot(made.time.astype(np.float64)).tolist() == [0, 1, 2, 3]
    assert axis.bar_at(float(start + 86_400 + 30_000)) == 2
    assert axis.anchor_slot(float(start + 86_400 + 30_000)) == 2
