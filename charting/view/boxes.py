"""Boxes with round corners, for texts to stand on: corners, and whole boxes with their texts, are painted once and copied."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from charting.scene.primitives import Text
from charting.view.type import Type

Box = tuple[int, int, int, int]
"""Left, top, width, height."""
Written = tuple[int, int, str]
"""A line of text with the place where it begins, on its baseline."""

_AT_ONCE, _KEPT = 32, 1024


def draw_box(painter: QPainter, box: Box, radius: float, shade: QColor) -> None:
    """Fill a box (left, top, width, height) of whole pixels, with a painter that is neither scaled nor turned.

    It looks as Qt's own rounded rectangle does, which takes several times as long.
    """
    left, top, width, height = box
    side = math.ceil(radius)
    inner, right, bottom = height - 2 * side, left + width - side, top + height - side
    if width < 2 * side or inner < 0:
        _draw(painter, QRectF(*box), radius, shade)
        return
    corners = _corners(shade.rgba(), radius)
    painter.drawImage(left, top, corners, 0, 0, side, side)
    painter.drawImage(right, top, corners, side, 0, side, side)
    painter.drawImage(left, bottom, corners, 0, side, side, side)
    painter.drawImage(right, bottom, corners, side, side, side, side)
    painter.fillRect(left + side, top, width - 2 * side, height, shade)
    painter.fillRect(left, top + side, side, inner, shade)
    painter.fillRect(right, top + side, side, inner, shade)


class Copies:
    """Boxes with their texts for one picture, transparent where nothing is painted: written once, and copied from then on.

    Few are written for a picture, lest one that shows many for the first time takes longer than others.
    """

    def __init__(self, type_: Type) -> None:
        self._type = type_
        self._left = _AT_ONCE

    def draw(
        self, painter: QPainter, text: Text, box: Box, begin: tuple[float, float], lines: Sequence[str], radius: float
    ) -> None:
        """Copy a box with the lines of a text, the first of which begins at a place on its baseline; the pen and font change."""
        left, top, width, height = box
        (x, baseline), found = begin, []
        for line in lines:
            found.append((round(x) - left, round(baseline) - top, line))
            baseline += self._type.height
        key = (width, height, radius, text.background or "", text.colour, text.bold, self._type, *found)
        picture = _WRITTEN.get(key)
        if picture is None and self._left:
            self._left -= 1
            if len(_WRITTEN) >= _KEPT:
                _WRITTEN.clear()
            picture = _WRITTEN[key] = self._written(text, (width, height), radius, found)
        if picture is None:
            self._write(painter, text, box, radius, found)
        else:
            painter.drawImage(left, top, picture)

    def _written(self, text: Text, size: tuple[int, int], radius: float, lines: Sequence[Written]) -> QImage:
        picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            self._write(painter, text, (0, 0, *size), radius, lines)
        finally:
            painter.end()
        return picture

    def _write(self, painter: QPainter, text: Text, box: Box, radius: float, lines: Sequence[Written]) -> None:
        draw_box(painter, box, radius, QColor(text.background or ""))
        painter.setPen(QColor(text.colour))
        painter.setFont(self._type.font(text.bold))
        for x, baseline, line in lines:
            painter.drawText(box[0] + x, box[1] + baseline, line)


_WRITTEN: dict[Hashable, QImage] = {}


@lru_cache(maxsize=64)
def _corners(shade: int, radius: float) -> QImage:
    """The four corners of a box, side by side."""
    side = 2 * math.ceil(radius)
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        _draw(painter, QRectF(0, 0, side, side), radius, QColor.fromRgba(shade))
    finally:
        painter.end()
    return picture


def _draw(painter: QPainter, box: QRectF, radius: float, shade: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()
