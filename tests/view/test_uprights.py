"""Upright strokes look the same whichever way they are painted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from charting.scene.primitives import Uprights
from charting.view import uprights
from tests.view.test_arrays import CLIP, COLOUR, painted

AS_CLIP = tuple(float(side) for side in CLIP.getRect())

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("wander", [0, 400])
@pytest.mark.parametrize("top", [-60, 20, 150, 1_000_000])
@pytest.mark.parametrize("height", [5, 60, 250])
@pytest.mark.parametrize("look", ["one colour", "two", "split", "split above all"])
def test_uprights_are_painted_to_the_pixel(
    top: int, height: int, wander: int, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One by one where they lie far apart, else row after row; those without a height, and what is far away, too."""
    chance, count = np.random.default_rng(height), 260
    tops = np.rint(top + chance.integers(0, 9, count) + wander * np.sin(np.arange(count) / 40))
    bottoms = tops + height + chance.integers(-4, 5, count)
    bottoms[40:50] = tops[40:50]
    if height == 60:
        tops[60], bottoms[61], bottoms[62], tops[63], bottoms[64], tops[65:67] = -1e7, 1e7, np.inf, np.nan, np.nan, -np.inf
    shades = chance.integers(0, 2, count) if look == "two" else None
    split = {"split": round(top + height / 2), "split above all": -100}.get(look)
    inks = [COLOUR, QColor("#26a69a")][: 1 if look == "one colour" else 2]
    strokes = Uprights(20, tops, bottoms, tuple(ink.name() for ink in inks), shades, split)
    rows = []
    monkeypatch.setattr(uprights, "_fill_columns", lambda *given, fill=uprights._fill_columns: (rows.append(given), fill(*given)))

    def one_by_one(painter: QPainter) -> None:
        for place, (upper, lower) in enumerate(zip(np.clip(tops, -1000, 1000), np.clip(bottoms, -1000, 1000), strict=True)):
            if lower > upper:
                painter.fillRect(QRectF(20 + place, upper, 1, lower - upper), inks[0 if shades is None else shades[place]])
                if split is not None and lower > max(upper, split):
                    painter.fillRect(QRectF(20 + place, max(upper, split), 1, lower - max(upper, split)), inks[1])

    found = painted(lambda painter: uprights.draw_uprights(painter, strokes, inks, AS_CLIP))
    np.testing.assert_array_equal(found, painted(one_by_one))
    if top == 20 and height != 60:
        assert len(rows) == (height == 250), "which of the two ways takes less time"


@pytest.mark.parametrize("height", [5, 250])
def test_the_time_of_strokes_tells_which_way_is_quicker(height: int) -> None:
    tops = np.full(260, 20.0)
    strokes = Uprights(20, tops, tops + height, ("#ff0000",))
    told = uprights.time_of(strokes, (0.0, 0.0, 400.0, 1000.0))
    assert told == min(150_000 + 260 * height, 260 * (140 + 5 * height))
    assert uprights.time_of(strokes, (0.0, 0.0, 400.0, 4.0)) <= told
    assert np.isnan(uprights.time_of(Uprights(0, np.array([1.0, np.nan]), np.array([2.0, 3.0]), ("#ff0000",)), AS_CLIP))
