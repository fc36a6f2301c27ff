"""Boxes with round corners look as Qt's own do."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from charting.scene.primitives import Text
from charting.view.boxes import draw_box
from charting.view.painter import paint
from charting.view.type import Type

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


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_text_that_is_copied_with_its_box_looks_as_one_that_is_written(ratio: float) -> None:
    chance, type_ = np.random.default_rng(3), Type(QFont(), ratio)
    words = ("A", "Text", "−22.18 (−0.57%)", "Quantity 282, reward to risk 2.00\nStopped: −998", "+9.14\n20 bars\n\n49.9°", "")
    texts = [
        Text(x, y, word, "#102030", across, down, size, bold, "#ff8040")
        for word in words
        for across, down in (("left", "top"), ("centre", "middle"), ("right", "bottom"))
        for size, bold in ((1.0, False), (1.0, True), (1.4, False))
        for x, y in chance.uniform(-20, 380, (2, 2)).tolist()
    ]
    pictures = []
    for copies in (False, True, True):
        picture = QImage(400, 400, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint(painter, texts, type_, copies=copies)
        painter.end()
        pictures.append(np.frombuffer(picture.constBits(), np.uint32).copy())
    np.testing.assert_array_equal(pictures[1], pictures[0])
    np.testing.assert_array_equal(pictures[2], pictures[0])
