from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.document import Stroke
from charting.core.figures import Ellipse, Label, Polygon, Polyline, Segment, distance, label_box, segment_distance

STROKE = Stroke()
NAN = math.nan
places = st.floats(-1e4, 1e4)
points = st.tuples(places, places)


def near(path: list[tuple[float, float]], x: float, y: float) -> float:
    """The distance to a path by looking at many of its points."""
    steps = np.linspace(0, 1, 2001)
    best = math.inf
    for (x0, y0), (x1, y1) in itertools.pairwise(path):
        best = min(best, np.hypot(x0 + steps * (x1 - x0) - x, y0 + steps * (y1 - y0) - y).min())
    return best


@given(start=points, end=points, point=points)
def test_distance_to_a_segment_is_the_least_to_its_points(start, end, point):
    length = math.dist(start, end)
    assert segment_distance(start, end, *point) == pytest.approx(near([start, end], *point), abs=length / 2000 + 1e-6)
    assert segment_distance(start, end, *point) == pytest.approx(segment_distance(end, start, *point), abs=1e-6)


@given(path=st.lists(points, min_size=2, max_size=5), point=points)
def test_distance_to_a_path_is_that_to_its_nearest_part(path, point):
    expected = min(segment_distance(a, b, *point) for a, b in itertools.pairwise(path))
    assert distance(Polyline(tuple(path), STROKE), *point) == expected


def test_single_and_missing_points():
    assert distance(Polyline(((3.0, 4.0),), STROKE), 0, 0) == 5
    assert distance(Polyline((), STROKE), 0, 0) == math.inf
    assert distance(Polygon((), "blue", 0.1), 0, 0) == math.inf
    assert segment_distance((1.0, 1.0), (1.0, 1.0), 4, 5) == 5


@pytest.mark.parametrize(
    "figure",
    [
        Segment((NAN, 0.0), (1.0, 1.0), STROKE),
        Polyline(((0.0, NAN), (1.0, 1.0)), STROKE),
        Polygon(((0.0, NAN), (1.0, NAN), (2.0, NAN)), "blue", 0.1),
        Ellipse((NAN, 0.0), 3.0, 4.0, STROKE, "blue", 0.1),
        Label((NAN, NAN), "text", "text"),
    ],
)
def test_what_has_no_place_is_infinitely_far(figure):
    assert distance(figure, 0.5, 0.5) == math.inf


SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def test_a_filled_shape_is_hit_inside_and_an_outline_at_its_edge():
    assert distance(Polygon(SQUARE, "blue", 0.1), 5, 5) == 0
    assert distance(Polygon(SQUARE, None, 0.0, STROKE), 5, 5) == 5
    assert distance(Polygon(SQUARE, "blue", 0.1), 13, 14) == 5
    assert distance(Polygon(SQUARE, None, 0.0, STROKE), 0, 5) == 0  # its closing side


@given(x=st.floats(-5, 15), y=st.floats(-5, 15))
def test_inside_a_square_is_inside(x, y):
    found = distance(Polygon(SQUARE, "blue", 0.1), x, y)
    outside = math.hypot(max(-x, 0, x - 10), max(-y, 0, y - 10))
    assert found == pytest.approx(outside, abs=1e-9)


def test_a_notch_is_outside():
    notched = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 2.0), (0.0, 10.0))
    assert distance(Polygon(notched, "blue", 0.1), 5, 1) == 0
    assert distance(Polygon(notched, "blue", 0.1), 5, 6) > 1


@given(radius=st.floats(1, 500), angle=st.floats(0, 6.28), away=st.floats(0, 3))
def test_distance_to_a_circle(radius, angle, away):
    circle = Ellipse((3.0, -4.0), radius, radius, STROKE)
    x, y = 3 + radius * away * math.cos(angle), -4 + radius * away * math.sin(angle)
    assert distance(circle, x, y) == pytest.approx(abs(away - 1) * radius, abs=1e-6 * radius)


@given(radius_x=st.floats(5, 500), radius_y=st.floats(5, 500), angle=st.floats(0, 6.28), point=points)
def test_distance_to_an_ellipse_is_zero_on_it_and_never_too_small(radius_x, radius_y, angle, point):
    ellipse = Ellipse((0.0, 0.0), radius_x, radius_y, STROKE)
    assert distance(ellipse, radius_x * math.cos(angle), radius_y * math.sin(angle)) == pytest.approx(0, abs=1e-6)
    turn = np.linspace(0, 2 * math.pi, 720)
    nearest = np.hypot(radius_x * np.cos(turn) - point[0], radius_y * np.sin(turn) - point[1]).min()
    assert distance(ellipse, *point) >= nearest - 0.01 * max(radius_x, radius_y)


def test_a_filled_ellipse_is_hit_inside():
    assert distance(Ellipse((0.0, 0.0), 20, 10, STROKE, "blue", 0.1), 15, 3) == 0
    assert distance(Ellipse((0.0, 0.0), 20, 10, STROKE), 0, 0) == 10
    assert distance(Ellipse((0.0, 0.0), 0, 0, STROKE), 3, 4) == pytest.approx(5)


@pytest.mark.parametrize("pixel_ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("horizontal", ["left", "centre", "right"])
@pytest.mark.parametrize("vertical", ["top", "middle", "bottom"])
def test_a_label_is_hit_within_its_box(horizontal, vertical, pixel_ratio):
    label = Label((100.0, 100.0), "5,500 resistance\nsince July", "text", horizontal, vertical)
    left, top, right, bottom = label_box(label, pixel_ratio)
    assert distance(label, (left + right) / 2, (top + bottom) / 2, pixel_ratio) == 0
    assert distance(label, right + 3, bottom + 4, pixel_ratio) == pytest.approx(5)
    anchor = {"left": left, "centre": (left + right) / 2, "right": right}[horizontal]
    height = {"top": top, "middle": (top + bottom) / 2, "bottom": bottom}[vertical]
    assert (anchor, height) == pytest.approx((100, 100))


def test_longer_and_larger_labels_have_larger_boxes():
    def size(text: str, scale: float = 1.0) -> tuple[float, float]:
        left, top, right, bottom = label_box(Label((0.0, 0.0), text, "text", size=scale))
        return right - left, bottom - top

    assert size("a longer text")[0] > size("a text")[0]
    assert size("two\nlines")[1] > size("one line")[1]
    assert size("text", 2.0) > size("text")
    assert size("")[0] > 0
