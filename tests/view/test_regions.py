"""Tests of the parts of the widget that are painted anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from charting.view import regions

pytestmark = pytest.mark.usefixtures("qapp")

RECT = st.tuples(st.integers(-50, 900), st.integers(-50, 700), st.integers(1, 400), st.integers(1, 300))
LINES = st.lists(st.tuples(st.floats(10, 200), st.floats(5, 30)), max_size=6)


@given(st.lists(RECT, max_size=8))
def test_the_pieces_of_a_region_are_all_of_it_once(rects: list[tuple[int, int, int, int]]) -> None:
    region = QRegion()
    for rect in rects:
        region += QRect(*rect)
    found = [QRect(*piece) for piece in regions.pieces(region)]
    whole = QRegion()
    for piece in found:
        assert not whole.intersects(piece), "painted twice"
        whole += piece
    assert whole == region
    assert len(found) <= region.rectCount()


def test_what_stands_upon_each_other_is_one_piece() -> None:
    """Qt parts a line down the chart wherever something else begins or ends beside it."""
    region = QRegion(300, 0, 6, 800)
    for top in (10, 30, 50):
        region += QRect(5, top, 100, 12)
    assert region.rectCount() == 10
    assert sorted(regions.pieces(region)) == [(5, 10, 100, 12), (5, 30, 100, 12), (5, 50, 100, 12), (300, 0, 6, 800)]


@given(LINES)
def test_the_lines_of_a_legend_are_one_box(lines: list[tuple[float, float]]) -> None:
    boxes, top = [], 8.0
    for width, height in lines:
        boxes.append((6.0, top, width, height))
        top += height + 2
    beside, below = (7.0, 8.0, 50.0, 10.0), (6.0, top + 200, 50.0, 10.0)
    found = regions.stacked([below, *boxes, beside])
    assert len(found) == 2 + bool(lines)
    for left, upper, width, height in (*boxes, beside, below):
        assert any(
            one[0] == left and one[1] <= upper and upper + height <= one[1] + one[3] + 1e-9 and width <= one[2] for one in found
        )


def test_strips_are_made_as_high_as_one_another() -> None:
    strips = [(0.0, 10.0, 5.0, 20.0), (50.0, 5.0, 5.0, 10.0)]
    assert sorted(regions.even(strips)) == [(0.0, 5.0, 5.0, 25.0), (50.0, 5.0, 5.0, 25.0)]
    below = (0.0, 30.0, 200.0, 60.0)
    assert sorted(regions.even([below, *strips])) == [(0.0, 5.0, 5.0, 25.0), below, (50.0, 5.0, 5.0, 25.0)]
    assert list(regions.even([])) == []


def test_boxes_of_device_pixels_lie_within_their_logical_region() -> None:
    region = regions.region([(10.0, 20.0, 15.0, 15.0)], 2.0)
    assert region.contains(QRect(5, 10, 8, 8))
    assert region.boundingRect() == QRect(4, 9, 10, 10)
