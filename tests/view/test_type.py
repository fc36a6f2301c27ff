"""The chart's type: measured and written the same whether a text is new or was there before."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPainter

from charting.view.type import Type


@pytest.fixture(scope="module", params=[1.0, 1.25, 2.0])
def type_(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Type:
    return Type(qapp.font(), request.param)


def written(type_: Type, text: str, bold: bool, size: float) -> np.ndarray:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#11141a"))
    painter = QPainter(image)
    painter.setFont(type_.font(bold, size))
    painter.setPen(QColor("#98a2b3"))
    type_.write(painter, 10, 40, text, bold, size)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).copy()


@pytest.mark.parametrize("text", ["5,012.34", "Jul 2025", "gypq (+3.25 %)", "恒生科技 5,000", "−1.50"])
@pytest.mark.parametrize(("bold", "size"), [(False, 1.0), (True, 1.0), (False, 0.92), (False, 1.3)])
def test_a_text_looks_the_same_every_time(type_: Type, text: str, bold: bool, size: float) -> None:
    first = written(type_, text, bold, size)
    assert (first != first[0]).any()
    for _ in range(3):
        np.testing.assert_array_equal(written(type_, text, bold, size), first)


@given(text=st.text("0123456789.,+−-%() ", max_size=30), bold=st.booleans())
def test_numbers_are_as_wide_as_they_are_written(type_: Type, text: str, bold: bool) -> None:
    assert type_.width(text, bold) == pytest.approx(
        QFontMetricsF(type_.font(bold)).horizontalAdvance(text), abs=0.02 * len(text) + 0.01
    )
