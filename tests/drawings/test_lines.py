"""Prices along lines against numbers worked out by hand, in linear and in log."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.calendar import calendar_for
from charting.core.document import Anchor, Drawing
from charting.core.figures import Polyline, Segment
from charting.core.interval import DAY
from charting.core.timeaxis import TimeAxis
from charting.drawings.catalogue import TOOLS, UNKNOWN, lines_at, price_at, tool_of
from charting.drawings.editing import move_anchor, placed
from charting.drawings.geometry import Node, line_prices
from charting.drawings.sheet import figures_of, lay_out
from tests.drawings.scenes import INTERVALS, anchor, axis_of, pane

LINEAR, LOG = pane(), pane(kind="log")


def draw(kind: str, *clicks: tuple[int, float], log: bool = False, **fields: object) -> Drawing:
    projection = LOG if log else LINEAR
    drawing = placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), projection)
    return replace(drawing, **fields)


def prices(drawing: Drawing, *slots: float, line: str | None = None) -> list[float]:
    column = np.array(slots, dtype=float)
    found = price_at(drawing, column, LINEAR) if line is None else lines_at(drawing, column, LINEAR)[line]
    return [float(price) for price in found]


def test_a_trend_line_in_linear_and_log() -> None:
    assert prices(draw("trend_line", (10, 5000), (30, 6000)), 10, 15, 20, 30) == [5000, 5250, 5500, 6000]
    log = draw("trend_line", (10, 5000), (30, 6050), log=True)
    assert log.interp == "log"
    # The middle of a line in log is the geometric mean: sqrt(5000 * 6050) = 5500.
    assert prices(log, 10, 20, 30) == pytest.approx([5000, 5500, 6050], rel=1e-14)


def test_a_line_ends_where_it_ends_unless_extended() -> None:
    line = draw("trend_line", (10, 5000), (30, 6000))
    assert all(map(math.isnan, prices(line, 9.99, 30.01, -5, 500)))
    right = replace(line, extend_right=True)
    assert prices(right, 50)[0] == 7000
    assert math.isnan(prices(right, 0)[0])
    assert prices(replace(line, extend_left=True), -10)[0] == 4000


def test_a_line_drawn_backwards_is_the_same_line() -> None:
    forth, back = draw("trend_line", (10, 5000), (30, 6000)), draw("trend_line", (30, 6000), (10, 5000))
    assert prices(forth, 10, 17, 30) == prices(back, 10, 17, 30)


def test_a_ray_runs_on_beyond_its_second_click_to_either_side() -> None:
    right, left = draw("ray", (10, 5000), (30, 6000)), draw("ray", (30, 6000), (10, 5000))
    assert (right.kind, right.extend_left, right.extend_right) == ("trend_line", False, True)
    assert (left.kind, left.extend_left, left.extend_right) == ("trend_line", True, False)
    turned = move_anchor(right, 1, anchor(5, 5500), LINEAR)
    assert (turned.extend_left, turned.extend_right) == (True, False)


def test_a_vertical_line_has_no_price() -> None:
    upright = draw("trend_line", (10, 5000), (10, 6000), extend_right=True)
    assert all(map(math.isnan, prices(upright, 9, 10, 11)))
    (segment,) = figures_of(upright, LINEAR)
    assert isinstance(segment, Segment)
    assert segment.start[0] == segment.end[0]
    assert min(segment.start[1], segment.end[1]) == LINEAR.plane.top


def test_values_do_not_change_with_the_scale() -> None:
    for log in (False, True):
        line = draw("trend_line", (10, 5000), (30, 6000), log=log)
        column = np.linspace(10, 30, 9)
        for kind in ("linear", "log", "percent", "indexed"):
            assert price_at(line, column, pane(kind=kind)).tolist() == price_at(line, column, LINEAR).tolist()


def test_a_line_is_straight_on_its_own_scale_and_bent_on_the_other() -> None:
    for log in (False, True):
        line = draw("trend_line", (10, 4200), (70, 7800), log=log)
        own, other = (LOG, LINEAR) if log else (LINEAR, LOG)
        assert [type(figure) for figure in figures_of(line, own)] == [Segment]
        (bent,) = figures_of(line, other)
        assert isinstance(bent, Polyline)
        for x, y in bent.points:
            price = float(price_at(line, np.array([other.plane.slot(x)]), other)[0])
            assert other.plane.price(y) == pytest.approx(price, rel=1e-9)


@given(st.floats(-1e4, 1e4), st.floats(1, 1e5), st.floats(-1e4, 1e4), st.floats(1, 1e5), st.sampled_from(["linear", "log"]))
def test_a_line_passes_exactly_through_its_points(slot0: float, price0: float, slot1: float, price1: float, interp: str) -> None:
    if abs(slot0 - slot1) < 1e-3:
        return
    to = math.log if interp == "log" else float
    start, end = Node(slot0, to(price0)), Node(slot1, to(price1))
    found = line_prices(start, end, np.array([slot0, slot1]), interp)
    assert found.tolist() == pytest.approx([price0, price1], rel=1e-12)


def test_horizontal_lines_have_their_price_everywhere_and_rays_from_their_bar_on() -> None:
    assert prices(draw("horizontal_line", (10, 5500)), -50, 10, 900) == [5500] * 3
    assert prices(draw("cross_line", (10, 5500)), -50, 10, 900) == [5500] * 3
    ray = prices(draw("horizontal_ray", (10, 5500)), 9, 10, 900)
    assert math.isnan(ray[0])
    assert ray[1:] == [5500, 5500]


def test_a_name_and_price_stand_at_the_right_end_of_a_horizontal_line() -> None:
    named = draw("horizontal_line", (10, 5500), name="Support")
    label = figures_of(named, LINEAR)[-1]
    assert label.text == "Support 5,500.00"
    assert len(figures_of(replace(named, parameters={"label": False}), LINEAR)) == 1


def test_what_a_newer_version_drew_is_shown_joined_and_kept() -> None:
    strange = Drawing("a", "time_machine", (anchor(10, 5000), anchor(30, 6000)), parameters={"power": 3})
    assert tool_of("time_machine") is UNKNOWN
    (line,) = figures_of(strange, LINEAR)
    assert isinstance(line, Polyline)
    assert lay_out((strange,), LINEAR).items[0].drawing is strange
    assert np.isnan(price_at(strange, np.array([20.0]), LINEAR)).all()
    assert lines_at(strange, np.array([20.0]), LINEAR) == {}


@pytest.mark.parametrize("code", INTERVALS)
def test_anchors_stand_on_the_bar_that_contains_them_on_every_interval(code: str) -> None:
    line = draw("trend_line", (10, 5000), (30, 6000))
    projection, axis = pane(code), axis_of(code)
    for each in line.anchors:
        seconds = each.time.timestamp()
        slot = projection.slot(each)
        first, following = axis.stamps(round(slot), round(slot) + 1)
        assert slot == round(slot)
        # On finer bars the day's stamp is its first bar; on coarser ones the time lies within the bar.
        assert first <= seconds < following or (code != "1mo" and first >= seconds)


def test_a_line_ending_in_the_future_stays_put_when_bars_arrive() -> None:
    whole = axis_of("1d")
    short = TimeAxis(whole.bar_times[:40], DAY, calendar_for("XHKG"))
    line = draw("trend_line", (10, 5000), (70, 6000))
    assert [short.anchor_slot(each.time.timestamp()) for each in line.anchors] == [10, 70]
    assert [whole.anchor_slot(each.time.timestamp()) for each in line.anchors] == [10, 70]


def test_a_drawing_without_its_log_falls_back_to_linear() -> None:
    odd = Drawing("a", "trend_line", (anchor(10, -100), anchor(30, 100)), interp="log")
    assert prices(odd, 20) == [0.0]
    assert Anchor(odd.anchors[0].time, -100).price == -100
