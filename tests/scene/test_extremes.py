"""The marks at the highest and lowest price in view keep clear of drawings' texts."""

from __future__ import annotations

import numpy as np
import pytest

from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.scene.extremes import extremes
from charting.scene.marks import Columns
from charting.scene.primitives import Rect, Text
from tests.scene.making import look

VIEW = Viewport(0, 0, 400, 200, -0.5, 3.5, PriceScale(0, 10))
X = np.array([50.0, 150.0, 250.0, 350.0])


def texts(high: list[float], low: list[float], taken: list[Rect]) -> list[tuple[str, str]]:
    shown = Columns(X, np.array(low), np.array(high), np.array(low), np.array(high), np.ones(4), 100.0)
    boxes = np.array([[x, y, x + width, y + height] for x, y, width, height in taken], dtype=np.float64).reshape(-1, 4)
    return [(part.text, part.horizontal) for part in extremes(shown, VIEW, 2, boxes, look()) if isinstance(part, Text)]


def test_both_prices_stand_on_the_roomier_side() -> None:
    assert texts([5, 6, 7, 9], [1, 2, 3, 4], []) == [("9.00", "right"), ("1.00", "left")]


def test_a_text_in_the_way_sends_it_to_the_other_side_and_two_leave_it_out() -> None:
    high, low = [5, 9, 7, 6], [1, 2, 3, 4]
    right, left = (170.0, 15.0, 60.0, 12.0), (70.0, 15.0, 60.0, 12.0)
    assert texts(high, low, [right])[0] == ("9.00", "right")
    assert texts(high, low, [right, left]) == [("1.00", "left")]


@pytest.mark.parametrize("hole", [np.nan, np.inf])
def test_holes_are_no_extremes(hole: float) -> None:
    assert texts([5, hole, 7, 6], [1, hole, 3, 4], []) == [("7.00", "right"), ("1.00", "left")]
    assert texts([hole] * 4, [hole] * 4, []) == []
