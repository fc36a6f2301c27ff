"""Figures that become other primitives than they look like are painted as Qt would paint them by themselves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPolygonF

from charting.core.figures import Point, Polygon
from charting.scene.primitives import Area, Rects
from charting.scene.shapes import primitives_of
from charting.view.painter import paint
from charting.view.type import Type
from tests.scene.making import look

COLOUR, OPACITY = "#ff8040", 0.3

pytestmark = pytest.mark.usefixtures("qapp")

_places = st.one_of(st.floats(-20.0, 80.0), st.integers(-160, 640).map(lambda eighths: eighths / 8))


def image() -> QImage:
    made = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    return made


def pixels(picture: QImage) -> np.ndarray:
    return np.frombuffer(picture.constBits(), np.uint32).reshape(60, 60).copy()


def painted(*figures: Polygon) -> np.ndarray:
    picture = image()
    painter = QPainter(picture)
    paint(painter, primitives_of(figures, look()), Type(QFont(), 1.0))
    painter.end()
    return pixels(picture)


def by_qt(*figures: Polygon) -> np.ndarray:
    shade = QColor(COLOUR)
    shade.setAlphaF(OPACITY)
    picture = image()
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for figure in figures:
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in figure.points]))
    painter.end()
    return pixels(picture)


@given(st.tuples(_places, _places, _places, _places), st.integers(0, 3), st.booleans())
def test_a_rectangle_fills_the_pixels_that_its_outline_would(sides: tuple[float, ...], first: int, back: bool) -> None:
    left, top, right, bottom = sides
    assume(min(abs(right - left), abs(bottom - top)) > 0.05)  # what is thinner Qt hardly tells from nothing
    assume(all(abs(side % 1 - 0.5) > 1e-6 for side in sides))  # on the very middles Qt's roundings decide
    corners: list[Point] = [(left, top), (right, top), (right, bottom), (left, bottom)]
    turned = (corners[first:] + corners[:first])[:: -1 if back else 1]
    figure = Polygon(tuple(turned), COLOUR, OPACITY)
    assert [type(part) for part in primitives_of((figure,), look())] == [Rects]
    np.testing.assert_array_equal(painted(figure), by_qt(figure))


def test_rectangles_of_one_look_are_one_batch_and_shine_through_each_other() -> None:
    boxes = [((x, 5.2), (x + 20.6, 5.2), (x + 20.6, 40.0), (x, 40.0)) for x in (3.0, 12.5, 30.25)]
    figures = [Polygon(box, COLOUR, OPACITY) for box in boxes]
    (batch,) = primitives_of(figures, look())
    assert isinstance(batch, Rects)
    assert len(batch.array) == len(boxes)
    np.testing.assert_array_equal(painted(*figures), by_qt(*figures))


def test_a_shape_that_is_no_rectangle_stays_one() -> None:
    for points in (
        ((3, 3), (20, 3), (20, 20), (4, 20)),
        ((3, 3), (20, 3), (20, 20)),
        ((3, 3), (20, 3), (20, 20), (3, 20), (3, 9)),
    ):
        figure = Polygon(points, COLOUR, OPACITY)
        (area,) = primitives_of((figure,), look())
        assert isinstance(area, Area)
        np.testing.assert_array_equal(painted(figure), by_qt(figure))
