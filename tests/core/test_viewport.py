from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from tests.core.test_scales import scales


@st.composite
def viewports(draw) -> Viewport:
    first = draw(st.floats(-1e6, 1e7))
    return Viewport(
        draw(st.floats(0, 100)),
        draw(st.floats(0, 100)),
        draw(st.floats(50, 4000)),
        draw(st.floats(50, 3000)),
        first,
        first + draw(st.floats(0.5, 1e7)),
        draw(scales()),
    )


@given(view=viewports(), x=st.floats(-1000, 5000), y=st.floats(-500, 3500))
def test_pixels_to_the_chart_and_back(view, x, y):
    assert view.x(view.slot(x)) == pytest.approx(x, abs=1e-3)
    assert view.y(view.price(y)) == pytest.approx(y, abs=1e-3)


@given(view=viewports())
def test_the_edges(view):
    assert view.x(view.first_slot) == pytest.approx(view.left)
    assert view.x(view.last_slot) == pytest.approx(view.right)
    low, high = (view.top, view.bottom) if view.scale.inverted else (view.bottom, view.top)
    assert view.y(view.scale.low) == pytest.approx(low, abs=1e-3)
    assert view.y(view.scale.high) == pytest.approx(high, abs=1e-3)


@given(view=viewports(), slots=st.lists(st.floats(-1e6, 1e6), max_size=5))
def test_many_at_once_as_one_by_one(view, slots):
    assert view.x(np.array(slots)).tolist() == [view.x(slot) for slot in slots]
    assert view.y(np.array(slots)).tolist() == pytest.approx([view.y(slot) for slot in slots], nan_ok=True)


def test_higher_prices_lie_higher_up():
    view = Viewport(0, 0, 800, 600, -0.5, 99.5, PriceScale(5000, 6000))
    assert view.y(5800.0) < view.y(5500.0)
    assert view.slot_width == 8
    assert math.isnan(view.y(math.nan))
    assert math.isnan(Viewport(0, 0, 800, 600, 0, 1, PriceScale(1, 10, "log")).y(-5.0))
