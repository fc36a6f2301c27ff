"""Texts that run along lines are painted in the room their labels are hit in, and legibly."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from charting.core.figures import HorizontalAlign, Label, VerticalAlign, distance
from charting.core.theme import theme
from charting.scene.look import Look
from charting.scene.shapes import primitives_of
from charting.view.painter import paint
from charting.view.type import Type
from tests.scene.making import PlainFormats
from tests.view.golden.painting import EvenType, pixels_of

SIZE = 400


def ink(label: Label, ratio: float, qapp: QGuiApplication) -> np.ndarray:
    """How much each pixel of a picture with nothing but a label differs from its ground."""
    look = Look(theme("light"), PlainFormats(), EvenType(ratio), ratio)
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(look.theme.chart))
    painter = QPainter(image)
    paint(painter, primitives_of((label,), look), Type(qapp.font(), ratio))
    painter.end()
    pixels = pixels_of(image).astype(np.int64)
    return np.abs(pixels - pixels[0, 0]).max(axis=2)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("angle", [-90.0, -63.0, -20.0, 5.0, 45.0, 80.0])
@pytest.mark.parametrize(("horizontal", "vertical"), [("left", "bottom"), ("centre", "middle"), ("right", "top")])
def test_a_turned_text_lies_in_its_box(
    ratio: float, angle: float, horizontal: HorizontalAlign, vertical: VerticalAlign, qapp: QGuiApplication
) -> None:
    label = Label((200, 200), "Neckline", "blue", horizontal, vertical, angle=angle)
    shades = ink(label, ratio, qapp)
    rows, columns = np.nonzero(shades > 40)
    assert max(distance(label, x + 0.5, y + 0.5, ratio) for x, y in zip(columns, rows, strict=True)) <= 2 * ratio
    level = ink(Label((200, 200), "Neckline", "blue", horizontal, vertical), ratio, qapp)
    assert shades.sum() == pytest.approx(level.sum(), rel=0.25)  # as much ink as when it is level
