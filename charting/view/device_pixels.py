"""How a widget lies on the pixels of its screen: where one is not a whole number of the other, it may begin between two."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

_NOTHING = 1e-6
"""Pixels that are none, but came of rounding."""


def size_in_pixels(widget: QWidget) -> tuple[int, int]:
    """Width and height in device pixels, a part of one as a whole: wherever the widget begins, none stays unpainted."""
    ratio = widget.devicePixelRatioF()
    return max(1, math.ceil(widget.width() * ratio - _NOTHING)), max(1, math.ceil(widget.height() * ratio - _NOTHING))


def count_in_pixels(painter: QPainter, widget: QWidget) -> None:
    """Have a widget's painter count in device pixels, from the whole one nearest to where it begins, as Qt's own clip does.

    On a screen at 125 per cent it may begin between two. What is painted there would be blurred, and would jump by a pixel
    against what is copied there.
    """
    ratio = widget.devicePixelRatioF()
    begin = widget.mapTo(widget.window(), QPoint())
    x, y = begin.x() * ratio, begin.y() * ratio
    painter.scale(1 / ratio, 1 / ratio)
    painter.translate(math.floor(x + 0.5) - x, math.floor(y + 0.5) - y)
