"""Renko, Kagi, point and figure and three-line break, against arithmetic written out."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core import transforms
from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import PriceMadeStyle, Sizes
from charting.core.interval import DAY, MINUTE
from charting.core.timeaxis import TimeAxis

STYLES: tuple[PriceMadeStyle, ...] = ("renko", "kagi", "point-and-figure", "line-break")

closes_ = st.lists(st.integers(-60, 60), min_size=1, max_size=60)
ranges_ = st.lists(st.tuples(st.integers(-60, 60), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=60)


def of(closes: list[float], step: int = 86_400) -> Bars:
    """Bars that open, close and stay at one price, with volumes 1, 2, 3 ..."""
    times = np.arange(len(closes)) * step
    return Bars.of(times, closes, closes, closes, closes, np.arange(1.0, len(closes) + 1), DAY)


def bodies(bars: Bars) -> list[tuple[float, float]]:
    return list(zip(bars.open.tolist(), bars.close.tolist(), strict=True))


def test_renko_makes_a_brick_of_each_box_and_turns_after_two() -> None:
    made = transforms.renko(of([100, 109, 111, 132, 121, 119, 108]), 10)
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


def test_point_and_figure_takes_highs_and_lows_and_turns_after_three_boxes() -> None:
    high, low = [10.5, 13.2, 13.9, 12.0, 11.0, 12.9, 13.1], [10.0, 10.9, 11.4, 10.7, 9.4, 10.0, 10.5]
    bars = Bars.of(np.arange(7) * 60, low, high, low, [10.2, 13, 12, 11, 10, 12, 13], np.ones(7), MINUTE)
    made = transforms.point_and_figure(bars, 1)
    # X from 10 to 13; 10.7 reaches down to 11 only, 9.4 to 10; 13.1 reaches up to 13, three boxes from 10.
    assert bodies(made) == [(10, 13), (12, 10), (11, 13)]
    assert made.time.tolist() == [0, 4 * 60, 6 * 60]
    assert made.volume.tolist() == [4, 2, 1]


def test_three_lines_have_to_be_broken() -> None:
    made = transforms.line_break(of([10, 11, 12, 13, 14, 11.5, 11, 10.5, 10, 14, 14.5]))
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
    assert transforms.automatic_box(of([200.0] * 5)) == 2


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


def test_sizes_that_make_no_sense_are_refused() -> None:
    bars = of([1.0, 2.0])
    for box in (0.0, -1.0, math.nan, 1e-300):
        with pytest.raises(ValueError, match="box"):
            transforms.renko(bars, box)
    with pytest.raises(ValueError, match="two boxes"):
        transforms.point_and_figure(bars, 1, 1)
    with pytest.raises(ValueError, match="one line"):
        transforms.line_break(bars, 0)


def test_decimal_boxes_are_not_lost_to_rounding() -> None:
    made = transforms.renko(of([0.3, 0.4, 0.5, 0.6, 0.7]), 0.1)
    assert made.close.tolist() == pytest.approx([0.4, 0.5, 0.6, 0.7])


def test_an_anchor_keeps_to_the_brick_it_was_set_on() -> None:
    start = 1_577_928_600
    made = transforms.renko(Bars.of(start + np.arange(3) * 86_400, *[[100.0, 131.0, 142.0]] * 4, None, DAY), 10)
    axis = TimeAxis(made.time, DAY, calendar_for("XHKG"), price_made=True)
    assert axis.anchor_slot(made.time.astype(np.float64)).tolist() == [0, 1, 2, 3]
    assert axis.bar_at(float(start + 86_400 + 30_000)) == 2
    assert axis.anchor_slot(float(start + 86_400 + 30_000)) == 2
