"""Moving, nudging and cloning: bars and spaces are kept, calendars are followed, times are never made up."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.document import Anchor, Drawing
from charting.core.timeaxis import TimeAxis
from charting.drawings.anchors import anchor_at, moment
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Handle
from charting.drawings.editing import (
    clone,
    constrain_45,
    constrain_square,
    held,
    move_anchor,
    move_body,
    move_handle,
    nudge,
    placed,
    price_shift,
)
from tests.drawings.scenes import anchor, axis_of, pane

PANE, LOG = pane(), pane(kind="log")
HONG_KONG = ZoneInfo("Asia/Hong_Kong")
coordinate = st.floats(-1e4, 1e4)


def line(log: bool = False, *clicks: tuple[int, float]) -> Drawing:
    chosen = clicks or ((10, 5000), (30, 6000))
    return placed(TOOLS["trend_line"], tuple(anchor(*click) for click in chosen), LOG if log else PANE)


def hkt(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=HONG_KONG).astimezone(UTC)


def test_a_tool_that_lacks_points_makes_no_drawing() -> None:
    with pytest.raises(ValueError, match="needs 2 points, not 1"):
        placed(TOOLS["trend_line"], (anchor(10, 5000),), PANE)


def test_a_drawing_remembers_the_space_of_the_scale_it_was_made_on() -> None:
    assert line().interp == "linear"
    assert line(log=True).interp == "log"
    below = placed(TOOLS["trend_line"], (anchor(1, -5), anchor(2, 5)), LOG)
    assert below.interp == "linear"


def test_a_body_moves_by_bars_over_the_weekend_and_by_price() -> None:
    moved = move_body(line(), 3, price_shift(line(), 5000, 5100), PANE)
    assert [PANE.slot(each) for each in moved.anchors] == [13, 33]
    assert [each.price for each in moved.anchors] == [5100, 6100]


def test_a_body_moves_by_a_ratio_on_a_log_drawing() -> None:
    moved = move_body(line(log=True), 0, price_shift(line(log=True), 5000, 5500), LOG)
    assert [each.price for each in moved.anchors] == pytest.approx([5500, 6600])
    assert [each.time for each in moved.anchors] == [each.time for each in line().anchors]


def test_a_move_that_is_none_changes_nothing() -> None:
    drawing = line()
    assert move_body(drawing, 0, 0.0, PANE) is drawing
    assert move_anchor(drawing, 0, drawing.anchors[0], PANE) is drawing


@given(st.integers(-300, 300), st.integers(-60, 200), st.sampled_from(["1m", "15m", "1h", "1d", "1wk", "1mo"]))
def test_there_and_back_gives_the_same_times(steps: int, start: int, code: str) -> None:
    projection = pane(code)
    drawing = Drawing("a", "trend_line", (anchor_at(start, 5000, projection), anchor_at(start + 5, 5100, projection)))
    there = move_body(drawing, steps, 0.0, projection)
    assert [projection.slot(each) - steps for each in there.anchors] == [projection.slot(each) for each in drawing.anchors]
    assert move_body(there, -steps, 0.0, projection) == drawing


def test_a_time_within_a_bar_keeps_its_place_in_the_new_one() -> None:
    noon = Drawing("a", "trend_line", (Anchor(hkt(2025, 1, 8, 11, 15), 5000, "1m"), Anchor(hkt(2025, 1, 10, 15, 0), 5100, "1m")))
    moved = move_body(noon, 3, 0.0, PANE)
    assert [each.time for each in moved.anchors] == [hkt(2025, 1, 13, 11, 15), hkt(2025, 1, 15, 15, 0)]


def test_moving_past_the_last_bar_follows_the_calendar() -> None:
    """Ten one-minute bars after 11:59 is 13:09, and five sessions after a Thursday is the next Thursday."""
    minute = pane("1m")
    drawing = Drawing("a", "vertical_line", (Anchor(hkt(2025, 5, 2, 11, 59), 5000, "1m"),))
    assert move_body(drawing, 10, 0.0, minute).anchors[0].time == hkt(2025, 5, 2, 13, 9)
    day = Drawing("a", "vertical_line", (Anchor(hkt(2025, 5, 8, 9, 30), 5000),))
    assert move_body(day, 5, 0.0, PANE).anchors[0].time == hkt(2025, 5, 15, 9, 30)


def test_a_long_stroke_is_moved_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its axis was asked for each of two thousand points, at every step of the hand: a fifth of a second."""
    points = tuple(Anchor(moment(PANE.axis.time(10 + number / 100)), 5000 + number) for number in range(2000))
    stroke = Drawing("a", "brush", points)
    one_by_one = [move_body(replace(stroke, anchors=(point,)), 2.5, 10.0, PANE).anchors[0] for point in points]
    asked: list[object] = []
    slot = TimeAxis.slot
    monkeypatch.setattr(TimeAxis, "slot", lambda axis, seconds: (asked.append(seconds), slot(axis, seconds))[1])
    assert move_body(stroke, 2.5, 10.0, PANE).anchors == tuple(one_by_one)
    assert len(asked) == 1


def test_the_far_ends_of_time_are_held() -> None:
    drawing = move_body(line(), 50_000_000, 0.0, PANE)
    assert all(each.time.year == 9999 for each in drawing.anchors)
    assert moment(-1e18).year == 1


def test_handles_move_times_and_prices_apart() -> None:
    zone = placed(TOOLS["rectangle"], (anchor(10, 5000), anchor(30, 6000)), PANE)
    target = Anchor(anchor(20, 0).time, 5600, "1d", "high")
    corner = move_handle(zone, Handle((0, 0), 1, 0), target, PANE)
    assert [(PANE.slot(each), each.price) for each in corner.anchors] == [(10, 5600), (20, 6000)]
    side = move_handle(zone, Handle((0, 0), 1, None), target, PANE)
    assert [(PANE.slot(each), each.price) for each in side.anchors] == [(10, 5000), (20, 6000)]
    top = move_handle(zone, Handle((0, 0), None, 1), target, PANE)
    assert [(PANE.slot(each), each.price) for each in top.anchors] == [(10, 5000), (30, 5600)]
    assert top.anchors[1].field is None  # the high of another bar


def test_arrows_nudge_by_a_tick_and_a_bar() -> None:
    moved = nudge(line(), 1, 3, PANE)
    assert [(PANE.slot(each), each.price) for each in moved.anchors] == [
        (11, pytest.approx(5000.03)),
        (31, pytest.approx(6000.03)),
    ]
    one = nudge(line(), -2, -1, PANE, index=1)
    assert [(PANE.slot(each), each.price) for each in one.anchors] == [(10, 5000), (28, 5999.99)]
    level = placed(TOOLS["horizontal_line"], (anchor(10, 5500.004),), PANE)
    assert nudge(level, 0, 1, PANE).anchors[0].price == 5500.01


def test_a_clone_can_be_moved_away() -> None:
    original = replace(line(), locked=True, hidden=True, name="Support")
    copy = clone(original, PANE, 2, price_shift(original, 5000, 5010))
    assert (copy.locked, copy.hidden, copy.name) == (False, False, "Support")
    assert [(PANE.slot(each), each.price) for each in copy.anchors] == [(12, 5010), (32, 6010)]


def test_a_closed_polyline_stays_closed() -> None:
    points = (anchor(10, 5000), anchor(20, 6000), anchor(30, 5500))
    shape = placed(TOOLS["polyline"], (*points, points[0]), PANE)
    for index in (0, 3):
        moved = move_anchor(shape, index, anchor(12, 5100), PANE)
        assert moved.anchors[0] == moved.anchors[3] == anchor(12, 5100)


@given(coordinate, coordinate, coordinate, coordinate)
def test_held_angles_are_multiples_of_45_degrees(x0: float, y0: float, x1: float, y1: float) -> None:
    x, y = constrain_45((x0, y0), (x1, y1))
    dx, dy = abs(x - x0), abs(y - y0)
    assert dx == pytest.approx(0, abs=1e-6) or dy == pytest.approx(0, abs=1e-6) or dx == pytest.approx(dy, abs=1e-6)
    x, y = constrain_square((x0, y0), (x1, y1))
    assert abs(x - x0) == pytest.approx(abs(y - y0), abs=1e-6)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_shift_holds_nothing_against_a_point_that_has_no_place(bad: float) -> None:
    for start, point in (((0.0, bad), (3.0, 4.0)), ((0.0, 1.0), (3.0, bad)), ((bad, 1.0), (3.0, 4.0))):
        assert constrain_45(start, point) == pytest.approx(point, nan_ok=True)


def test_shift_gives_exactly_the_same_price_or_time() -> None:
    start, tool = anchor(10, 5123.45), TOOLS["trend_line"]
    level = held(tool, start, anchor(40, 5130), PANE)
    assert (level.price, PANE.slot(level)) == (5123.45, 40)
    upright = held(tool, start, anchor(11, 6500), PANE)
    assert (upright.time, upright.price) == (start.time, 6500)
    slanted = held(tool, start, anchor(30, 6500), PANE)
    (x0, y0), (x1, y1) = PANE.point(start), PANE.point(slanted)
    assert PANE.slot(slanted) == round(PANE.slot(slanted))
    assert x1 - x0 == pytest.approx(y0 - y1)


def test_stamps_are_those_of_the_bars() -> None:
    for code in ("1m", "1d", "1wk"):
        projection = pane(code)
        table = axis_of(code).bar_times
        assert anchor_at(5, 1.0, projection).time.timestamp() == table[5]
        assert anchor_at(5, 1.0, projection).interval == code
