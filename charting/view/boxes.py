"""Boxes with round corners, for texts to stand on: corners, and whole boxes with their texts, are painted once and copied."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from charting.view.type import Type

Written = tuple[int, int, str]
"""A line of text with the place where it begins, on its baseline."""


def draw_box(painter: QPainter, box: tuple[int, int, int, int], radius: float, shade: QColor) -> None:
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


@lru_cache(maxsize=1024)
def written_box(
    size: tuple[int, int], radius: float, shades: tuple[str, str], lines: Sequence[Written], type_: Type, bold: bool
) -> QImage:
    """A box of a size with its lines of text at the chart's size; ``shades`` are those of the box and of the letters.

    For pictures that are transparent where nothing is painted: what is copied looks as what is written there does.
    """
    picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        draw_box(painter, (0, 0, *size), radius, QColor(shades[0]))
        painter.setPen(QColor(shades[1]))
        painter.setFont(type_.font(bold))
        for x, baseline, line in lines:
            painter.drawText(x, baseline, line)
    finally:
        painter.end()
    return picture


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
