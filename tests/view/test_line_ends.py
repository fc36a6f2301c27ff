"""The newest stretch of a line is as full, and lies where it should, as the rest: Qt's round ends move it by half a pixel."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from charting.scene.primitives import Path
from charting.view.painter import paint
from charting.view.type import Type

pytestmark = pytest.mark.usefixtures("qapp")

SLOPES = (*np.linspace(-3.0, 3.0, 31), -1.0, 1.0, 0.97, -1.03)
PHASES = [(across / 4, down / 4) for across in range(4) for down in range(4)]


def darkness(slope: float, phase: tuple[float, float], width: float) -> np.ndarray:
    """What is painted along the middle of a line of one stretch, 0 to 255, between pixels as it lies."""
    across = 13.0 if abs(slope) < 2 else 26.0 / abs(slope)
    begin = np.array([20.0, 50.0]) + phase
    points = np.array([begin, begin + np.array([across, across * slope])])
    image = QImage(80, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, [Path(points, "#ffffff", width, gentle=True, near=True)], Type(QFont(), 1.0))
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(100, 80, 4)[..., 0].astype(float)
    x, y = (points[0] + np.outer(np.linspace(0.15, 0.85, 40), points[1] - points[0]) - 0.5).T
    column, row = np.floor(x).astype(int), np.floor(y).astype(int)
    right, below = x - column, y - row
    upper = pixels[row, column] * (1 - right) + pixels[row, column + 1] * right
    lower = pixels[row + 1, column] * (1 - right) + pixels[row + 1, column + 1] * right
    return upper * (1 - below) + lower * below


@pytest.mark.parametrize("width", [1.0, 1.5, 2.0, 3.0])
def test_the_middle_of_a_line_is_painted_at_every_slope(width: float) -> None:
    least = min(darkness(slope, phase, width).min() for slope in SLOPES for phase in PHASES)
    assert least > (110 if width == 1.0 else 150)
