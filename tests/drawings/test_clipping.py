"""Whatever tools return, what reaches the screen lies in the pane, and inside it nothing is changed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.document import Stroke
from charting.core.figures import Ellipse, Label, Polygon, Polyline, Segment, distance
from charting.drawings.clipping import clip_path, clip_polygon, clip_segment, clipped
from tests.drawings.scenes import pane

PLANE = pane().plane
STROKE = Stroke()
far = st.floats(-1e12, 1e12) | st.floats(-3000, 3000)
point = st.tuples(far, far)


def within(x: float, y: float, slack: float = 0.0) -> bool:
    return PLANE.left - slack <= x <= PLANE.right + slack and PLANE.top - slack <= y <= PLANE.bottom + slack


def test_a_line_inside_is_left_alone() -> None:
    assert clip_segment((10.0, 20.0), (300.0, 400.0), PLANE) == ((10.0, 20.0), (300.0, 400.0))


def test_a_line_is_cut_at_the_edges() -> None:
    across = clip_segment((-1000.0, 100.0), (5000.0, 100.0), PLANE)
    assert across is not None
    assert [place for end in across for place in end] == pytest.approx([PLANE.left, 100.0, PLANE.right, 100.0])
    cut = clip_segment((100.0, -10_000.0), (100.0, 50.0), PLANE)
    assert cut == ((100.0, PLANE.top), (100.0, 50.0))


def test_a_line_goes_on_where_it_is_extended() -> None:
    cut = clip_segment((100.0, 100.0), (101.0, 101.0), PLANE, before=True, after=True)
    assert cut is not None
    assert cut[0] == pytest.approx((PLANE.left, PLANE.left))
    assert cut[1] == pytest.approx((PLANE.bottom, PLANE.bottom))
    assert clip_segment((-500.0, 10.0), (-400.0, 10.0), PLANE) is None
    assert clip_segment((-500.0, 10.0), (-400.0, 10.0), PLANE, after=True) == ((PLANE.left, 10.0), (PLANE.right, 10.0))


@given(point, point, st.booleans(), st.booleans())
def test_every_cut_line_lies_in_the_pane(start: tuple[float, float], end: tuple[float, float], before: bool, after: bool) -> None:
    cut = clip_segment(start, end, PLANE, before=before, after=after)
    if cut is None:
        return
    assert all(within(*place) for place in cut)
    if max(map(abs, (*start, *end))) < 1e4 and math.dist(start, end) > 1:
        # Both ends of what is left still lie on the line that was given.
        dx, dy = end[0] - start[0], end[1] - start[1]
        for x, y in cut:
            assert abs((x - start[0]) * dy - (y - start[1]) * dx) / math.hypot(dx, dy) < 1e-6


@given(st.lists(point, min_size=2, max_size=12))
def test_every_part_of_a_path_lies_in_the_pane(points: list[tuple[float, float]]) -> None:
    for part in clip_path(tuple(points), PLANE):
        assert len(part) > 1
        assert all(within(*place) for place in part)


@given(st.lists(point, min_size=3, max_size=9))
def test_every_cut_polygon_lies_in_the_pane(points: list[tuple[float, float]]) -> None:
    assert all(within(*place) for place in clip_polygon(tuple(points), PLANE))


@given(
    st.lists(st.tuples(st.floats(-400, 1600), st.floats(-400, 1100)), min_size=3, max_size=6),
    st.floats(0, 1200),
    st.floats(0, 700),
)
def test_cutting_a_polygon_keeps_what_is_inside(points: list[tuple[float, float]], x: float, y: float) -> None:
    whole = Polygon(tuple(points), "blue", 0.1)
    rim = min(distance(Segment(a, b, STROKE), x, y) for a, b in zip(points, [*points[1:], points[0]], strict=True))
    if rim < 1e-3:
        return
    cut = clipped((whole,), PLANE)
    inside = any(distance(figure, x, y) == 0 for figure in cut)
    assert inside == (distance(whole, x, y) == 0)


def test_the_border_of_a_cut_polygon_is_not_drawn_along_the_pane() -> None:
    square = ((-5000.0, 100.0), (400.0, 100.0), (400.0, 200.0), (-5000.0, 200.0))
    fill, *border = clipped((Polygon(square, "blue", 0.2, STROKE),), PLANE)
    assert isinstance(fill, Polygon)
    assert fill.stroke is None
    assert all(isinstance(part, Polyline) for part in border)
    assert all(distance(part, PLANE.left, 150.0) >= 49 for part in border)


def test_what_has_no_place_is_left_out() -> None:
    nan = math.nan
    figures = (
        Segment((nan, 0.0), (1.0, 1.0), STROKE),
        Segment((0.0, math.inf), (1.0, 1.0), STROKE),
        Polygon(((nan, 0.0), (1.0, 1.0), (0.0, 1.0)), "blue", 0.5),
        Ellipse((nan, 0.0), 4.0, 4.0, STROKE),
        Ellipse((1e9, 0.0), 4.0, 4.0, STROKE),
        Label((nan, 5.0), "x", "blue"),
        Label((9e9, 5.0), "x", "blue"),
    )
    assert clipped(figures, PLANE) == ()


def test_a_path_is_cut_at_missing_heights() -> None:
    points = ((0.0, 10.0), (10.0, 10.0), (20.0, math.nan), (30.0, 10.0), (40.0, 10.0))
    assert clip_path(points, PLANE) == [points[:2], points[3:]]


def test_an_enormous_ellipse_keeps_its_rim() -> None:
    radius = 1e7
    rim = clipped((Ellipse((600.0, 350.0 - radius), radius, radius, STROKE),), PLANE)
    assert rim
    assert min(distance(figure, 600.0, 350.0) for figure in rim) < 2e4 * radius / 1e7
