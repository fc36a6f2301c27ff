"""The chart's type: measured and written the same whether a text is new or was there before."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

from charting.scene.primitives import Primitive, Tag, Text
from charting.view.painter import paint
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


def test_letters_look_alike_in_a_window_and_in_a_picture(type_: Type) -> None:
    """On screens whose pixels have their colours side by side, Qt would colour the edges of those in a window only."""
    for bold, size in ((False, 1.0), (True, 1.0), (False, 1.3)):
        assert type_.font(bold, size).styleStrategy() == QFont.StyleStrategy.NoSubpixelAntialias


@pytest.mark.parametrize("text", ["5,012.34", "Jul 2025", "gypq (+3.25%)", "恒生科技 5,000", "−1.50"])
@pytest.mark.parametrize(("bold", "size"), [(False, 1.0), (True, 1.0), (False, 0.92), (False, 1.3)])
def test_a_text_looks_the_same_every_time(type_: Type, text: str, bold: bool, size: float) -> None:
    first = written(type_, text, bold, size)
    assert (first != first[0]).any()
    for _ in range(3):
        np.testing.assert_array_equal(written(type_, text, bold, size), first)


@pytest.mark.parametrize("text", ["5,012.34", "Jul 2025", "gypq (+3.25%)", "jfQ|", "恒生科技 5,000", "−1.50", ""])
@pytest.mark.parametrize("bold", [False, True])
def test_what_stands_on_plain_ground_looks_the_same_when_it_is_copied(type_: Type, text: str, bold: bool) -> None:
    """Labels of axes and tags, as they are written at first and copied from then on."""
    places = np.random.default_rng(len(text)).uniform(20, 180, (6, 2)).tolist()
    ground, wide = "#11141a", type_.width(text, bold)
    labels = [
        Text(x, y, text, "#98a2b3", side, bold=bold, ground=ground) for x, y in places for side in ("left", "right", "centre")
    ]
    tags = [
        Tag((round(x), round(y) + 200, wide + room, type_.height + room / 2), text, "#ff9d3b", "#000000", bold)
        for (x, y), room in zip(places, (0, 3, 5, 6, 11, 40), strict=True)
    ]

    def picture(primitives: Sequence[Primitive]) -> np.ndarray:
        image = QImage(400, 460, QImage.Format.Format_RGB32)
        image.fill(QColor(ground))
        painter = QPainter(image)
        paint(painter, primitives, type_)
        painter.end()
        return np.frombuffer(image.constBits(), np.uint32).copy()

    for each in (*labels, *tags):
        plain = replace(each, ground=None) if isinstance(each, Text) else each
        first = picture([plain])
        for _ in range(3):
            np.testing.assert_array_equal(picture([each]), first)


def test_texts_of_other_scripts_leave_the_pictures_of_others_alone(type_: Type) -> None:
    look = (False, "#98a2b3", "#11141a")
    for _ in range(2):
        for number in range(2000):
            type_.picture(f"{number}", *look)
    kept = [type_.picture(f"{number}", *look) for number in range(1990, 2000)]
    assert all(kept)
    for _ in range(3):
        for number in range(2000):
            assert type_.picture(f"{number} 點", *look) is None
    assert all(type_.picture(f"{number}", *look) is one for number, one in zip(range(1990, 2000), kept, strict=True))


@given(text=st.text("0123456789.,+−-%() ", max_size=30), bold=st.booleans())
def test_numbers_are_as_wide_as_they_are_written(type_: Type, text: str, bold: bool) -> None:
    assert type_.width(text, bold) == pytest.approx(
        QFontMetricsF(type_.font(bold)).horizontalAdvance(text), abs=0.02 * len(text) + 0.01
    )
