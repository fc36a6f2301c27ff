"""Boxes with round corners look as Qt's own do."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from charting.view.boxes import draw_box

pytestmark = pytest.mark.usefixtures("qapp")


def painted(form: QImage.Format, boxes: list[tuple[int, int, int, int]], radius: float, *, ours: bool) -> np.ndarray:
    picture = QImage(120, 60, form)
    picture.fill(QColor("#203040") if form == QImage.Format.Format_RGB32 else Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(7, 3)
    for number, box in enumerate(boxes):
        shade = QColor(("#ff8040", "#26a69a", "#e3e7ee")[number % 3])
        if ours:
            draw_box(painter, box, radius, shade)
            continue
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(QRectF(*box), radius, radius)
    painter.end()
    return np.frombuffer(picture.constBits(), np.uint32).reshape(60, 120).copy()


@pytest.mark.parametrize("form", [QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied])
@pytest.mark.parametrize("radius", [2.0, 2.5, 3.0, 4.0, 4.5, 6.0])
def test_a_box_looks_as_qts_own(form: QImage.Format, radius: float) -> None:
    chance = np.random.default_rng(round(radius * 2))
    boxes = [(int(x), int(y), int(w), int(h)) for x, y, w, h in chance.integers((-9, -9, 1, 1), (110, 50, 70, 40), (40, 4))]
    np.testing.assert_array_equal(painted(form, boxes, radius, ours=True), painted(form, boxes, radius, ours=False))


def test_a_box_is_painted_with_a_painter_that_keeps_its_edges() -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    for box in ((3, 3, 40, 20), (3, 3, 2, 2)):
        draw_box(painter, box, 3.0, QColor("#ff8040"))
        assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
