"""The grid shows through what lies on the ground, wherever that is."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from charting.scene.backdrop import Behind
from charting.scene.primitives import Area, Ground, Group, Primitive, Rects
from charting.view.painter import paint
from charting.view.type import Type

pytestmark = pytest.mark.usefixtures("qapp")
RECT = (20.0, 10.0, 200.0, 150.0)
ACROSS, DOWN = np.array([5, 20, 70, 71, 219, 230], dtype=np.int32), np.array([3, 10, 60, 101, 159, 170], dtype=np.int32)
GROUND = Ground(RECT, "#11141a", ACROSS, DOWN, "#808080")


def painted(primitives: tuple[Primitive, ...]) -> np.ndarray:
    image = QImage(240, 180, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, (Group(RECT, primitives),), Type(QFont(), 1.0))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(180, 240).copy()


def band(*heights: float) -> Area:
    upper = np.column_stack((np.linspace(30, 200, len(heights)), heights))
    return Area(np.concatenate((upper, upper[::-1] + np.array([0.0, 33.4]))), "#26a69a")


@pytest.mark.parametrize(
    "parts",
    [
        (band(40.2, 90.9, 60.0),),
        (band(-80.0, 400.0), band(55.5, 55.5)),
        (band(500.0, 600.0),),
        (band(np.nan, np.nan),),
        (band(40.0, np.nan, 70.0),),
        (band(np.inf, np.inf), band(50.0, 50.0)),
        (band(-np.inf, -np.inf),),
        (Rects(np.array([[20.0, 99.6, 200.0, 20.2]]), "#203040"),),
        (Rects(np.array([[20, 140, 200, 80]], dtype=np.int32), "#203040"), band(20.0, 12.0)),
    ],
    ids=["a band", "beyond the pane", "below it", "none", "a gap", "infinite", "less than all", "a fill", "both"],
)
def test_the_grid_lies_over_what_stands_on_the_ground(parts: tuple[Area | Rects, ...]) -> None:
    ground = np.array([RECT], dtype=np.int32)
    uprights = np.array([(x, RECT[1], 1, RECT[3]) for x in ACROSS], dtype=np.int32)
    levels = np.array([(RECT[0], y, RECT[2], 1) for y in DOWN], dtype=np.int32)
    lines = (Rects(uprights, GROUND.line), Rects(levels, GROUND.line))
    expected = painted((Rects(ground, GROUND.colour), *parts, *lines))
    np.testing.assert_array_equal(painted(Behind(GROUND, ()).with_ground(parts)), expected)


def test_the_ground_has_its_grid_by_itself() -> None:
    found = painted(Behind(GROUND, ()).with_ground(()))
    row, column = np.zeros(240, dtype=bool), np.zeros(180, dtype=bool)
    row[ACROSS[(ACROSS >= 20) & (ACROSS < 220)]], column[DOWN[(DOWN >= 10) & (DOWN < 160)]] = True, True
    inside = found[10:160, 20:220]
    np.testing.assert_array_equal(inside == 0xFF808080, row[20:220] | column[10:160, np.newaxis])
    assert (np.unique(inside) == [0xFF11141A, 0xFF808080]).all()
