"""Channels and pitchforks against numbers worked out by hand, in linear and in log, on every interval."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Drawing
from charting.core.figures import Segment
from charting.core.interval import DAY
from charting.core.least_squares import farthest
from charting.drawings.catalogue import TOOLS, lines_at
from charting.drawings.editing import move_anchor, placed
from charting.drawings.sheet import figures_of
from charting.drawings.tools.regression_channel import fit_bars
from tests.drawings.scenes import INTERVALS, anchor, bars, pane, with_gaps

LINEAR, LOG = pane(), pane(kind="log")


def draw(kind: str, *clicks: tuple[int, float], log: bool = False, **fields: object) -> Drawing:
    drawing = placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), LOG if log else LINEAR)
    return replace(drawing, **fields)


def at(drawing: Drawing, slot: float) -> dict[str, float]:
    return {name: float(prices[0]) for name, prices in lines_at(drawing, np.array([slot]), LINEAR).items()}


def test_a_parallel_channel() -> None:
    channel = draw("parallel_channel", (10, 5000), (30, 6000), (20, 5800))
    # At slot 20 the base is at 5,500, so the offset is 300.
    assert at(channel, 10) == {"0": 5000, "0.5": 5150, "1": 5300}
    assert at(channel, 20) == {"0": 5500, "0.5": 5650, "1": 5800}
    assert at(channel, 30) == {"0": 6000, "0.5": 6150, "1": 6300}


def test_a_parallel_channel_in_log_has_a_ratio_for_an_offset() -> None:
    channel = draw("parallel_channel", (10, 5000), (30, 6050), (20, 6050), log=True)
    # At slot 20 the base is at sqrt(5000 * 6050) = 5,500, so the offset is a ratio of 1.1.
    assert at(channel, 10)["1"] == pytest.approx(5500)
    assert at(channel, 30)["1"] == pytest.approx(6655)
    assert at(channel, 30)["0.5"] == pytest.approx(6050 * math.sqrt(1.1))


@pytest.mark.parametrize("log", [False, True])
def test_the_sides_are_parallel_on_the_scale_they_were_drawn_on(log: bool) -> None:
    projection = LOG if log else LINEAR
    channel = draw("parallel_channel", (10, 5000), (30, 6000), (20, 5800), log=log)
    lines = [figure for figure in figures_of(channel, projection) if isinstance(figure, Segment)]
    slopes = [(line.end[1] - line.start[1]) / (line.end[0] - line.start[0]) for line in lines]
    assert len(lines) == 3
    assert slopes == pytest.approx([slopes[0]] * 3, rel=1e-9)


@pytest.mark.parametrize("code", INTERVALS)
def test_a_channel_is_as_wide_on_every_interval(code: str) -> None:
    channel = draw("parallel_channel", (10, 5000), (30, 6000), (23, 5800))
    projection = pane(code)
    slot = projection.slot(channel.anchors[1])
    found = lines_at(channel, np.array([slot]), projection)
    assert float(found["1"][0] - found["0"][0]) == pytest.approx(150)


def test_moving_an_end_keeps_the_width_and_moving_the_side_keeps_the_line() -> None:
    channel = draw("parallel_channel", (10, 5000), (30, 6000), (20, 5800))
    for index, target in ((0, anchor(12, 4800)), (1, anchor(40, 6400))):
        moved = replace(move_anchor(channel, index, target, LINEAR), extend_left=True, extend_right=True)
        found = at(moved, 25)
        assert found["1"] - found["0"] == pytest.approx(300)
    wider = move_anchor(channel, 2, anchor(30, 6500), LINEAR)
    assert at(wider, 30) == pytest.approx({"0": 6000, "0.5": 6250, "1": 6500})
    assert wider.anchors[:2] == channel.anchors[:2]


def test_own_levels() -> None:
    channel = draw("parallel_channel", (10, 5000), (30, 6000), (10, 5400), parameters={"levels": [-1.0, 0.25, 2.0]})
    assert at(channel, 10) == {"-1": 4600, "0": 5000, "0.25": 5100, "2": 5800}


def test_a_flat_channel() -> None:
    channel = draw("flat_channel", (10, 5000), (30, 5600), (20, 5900))
    assert at(channel, 20) == {"": 5300, "flat": 5900}


def test_a_disjoint_channel_mirrors_its_slope_and_then_has_points_of_its_own() -> None:
    channel = draw("disjoint_channel", (10, 5000), (30, 5600), (10, 6600))
    assert len(channel.anchors) == 4
    assert at(channel, 10) == {"": 5000, "second": 6600}
    assert at(channel, 30) == {"": 5600, "second": 6000}
    moved = move_anchor(channel, 3, anchor(30, 6600), LINEAR)
    assert at(moved, 20) == {"": 5300, "second": 6600}


# A at (10, 5000), B at (20, 6000), C at (30, 5600): the middle of B-C is (25, 5800).
FORK = ((10, 5000.0), (20, 6000.0), (30, 5600.0))


def test_andrews_pitchfork() -> None:
    fork = draw("pitchfork", *FORK)
    # The median rises 800 in 15 bars.
    assert at(fork, 25)[""] == pytest.approx(5800)
    assert at(fork, 40)[""] == pytest.approx(6600)
    # Tines through B and C with the median's slope.
    assert at(fork, 35)["+1"] == pytest.approx(6000 + 15 * 800 / 15)
    assert at(fork, 45)["-1"] == pytest.approx(5600 + 15 * 800 / 15)
    assert at(fork, 25)["+0.5"] == pytest.approx((5800 + 6000 + 5 * 800 / 15) / 2)


def test_schiff_pitchforks() -> None:
    # Schiff's handle: A's bar, the middle price of A and B, (10, 5500); 300 up in 15 bars.
    assert at(draw("schiff_pitchfork", *FORK), 40)[""] == pytest.approx(6100)
    # The modified one's: (15, 5500); 300 up in 10 bars.
    assert at(draw("modified_schiff_pitchfork", *FORK), 45)[""] == pytest.approx(6400)
    # The inside one's slope is from (15, 5500) to C, 100 up in 15 bars, and it passes through (25, 5800).
    inside = draw("inside_pitchfork", *FORK)
    assert at(inside, 40)[""] == pytest.approx(5900)
    assert at(inside, 45)["-1"] == pytest.approx(5700)


def test_a_pitchfork_in_log_is_made_of_ratios() -> None:
    fork = draw("pitchfork", (10, 5000), (20, 6400), (30, 5625), log=True)
    # sqrt(6400 * 5625) = 6,000, a ratio of 1.2 over 15 bars.
    assert at(fork, 25)[""] == pytest.approx(6000)
    assert at(fork, 40)[""] == pytest.approx(7200)
    assert at(fork, 35)["+1"] == pytest.approx(7680)


def test_a_regression_of_five_bars() -> None:
    # Through 1, 2, 3, 4, 10 least squares give 2 a bar, from 0; residuals 1, 0, -1, -2, 2.
    table = Bars.of(np.arange(5) * 86_400, *[np.array([1.0, 2, 3, 4, 10])] * 4, None, DAY)
    fit = fit_bars(table, 0, 4, "close", "linear").fit
    assert fit is not None
    assert (fit.slope, fit.intercept) == pytest.approx((2.0, 0.0))
    assert fit.deviation == pytest.approx(math.sqrt(10 / 4))
    assert farthest(table, fit, 0, 4, "close", "linear") == pytest.approx(2.0)
    assert fit.correlation == pytest.approx(20 / math.sqrt(10 * 50))


def test_a_regression_in_log_fits_growth() -> None:
    table = Bars.of(np.arange(6) * 86_400, *[100 * 1.1 ** np.arange(6)] * 4, None, DAY)
    fit = fit_bars(table, 0, 5, "close", "log").fit
    assert fit is not None
    assert math.exp(fit.slope) == pytest.approx(1.1)
    assert fit.deviation == pytest.approx(0, abs=1e-12)
    assert fit.correlation == pytest.approx(1)


def test_a_regression_of_real_length_agrees_with_numpy() -> None:
    table = with_gaps(bars("1d"))
    fit = fit_bars(table, 5, 60, "hl2", "linear").fit
    slots = np.arange(5.0, 61)
    values = table.source("hl2")[5:61]
    known = np.isfinite(values)
    slope, intercept = np.polyfit(slots[known], values[known], 1)
    assert fit is not None
    assert (fit.slope, fit.intercept) == pytest.approx((slope, intercept))
    assert fit.correlation == pytest.approx(np.corrcoef(slots[known], values[known])[0, 1])


def test_a_regression_channel_stands_two_deviations_off() -> None:
    channel = draw("regression_channel", (10, 5000), (50, 6000))
    fit = fit_bars(bars("1d"), 10, 50, "close", "linear").fit
    assert fit is not None
    found = at(channel, 30)
    assert found[""] == pytest.approx(fit.intercept + 30 * fit.slope)
    assert found["upper"] - found[""] == pytest.approx(2 * fit.deviation)
    widest = at(replace(channel, parameters={"deviation": "largest"}), 30)
    assert widest[""] - widest["lower"] == pytest.approx(farthest(bars("1d"), fit, 10, 50, "close", "linear"))


def test_a_regression_without_bars_is_still_there_to_be_caught() -> None:
    future = draw("regression_channel", (200, 5000), (220, 6000))
    assert fit_bars(bars("1d"), 200, 220, "close", "linear").fit is None
    view = LINEAR.viewport
    ahead = replace(LINEAR, window=replace(view, first_slot=190.0, last_slot=230.0))
    assert figures_of(future, ahead)
