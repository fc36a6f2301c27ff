"""Hands numpy arrays to QPainter's batch calls without a Python object per shape.

``pyqtgraph.Qt.internals.PrimitiveArray`` shows how: ``shiboken6`` wraps the array's address as the first element and the
painter is told the count. Should a future binding refuse that, the same shapes are painted one at a time.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF
from shiboken6 import Shiboken, VoidPtr

from charting.core.bars import Floats


@cache
def _batched() -> bool:
    """Whether this binding reads a wrapped buffer as an array of shapes; found out once, on a picture of four pixels."""
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    try:
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(255, 255, 255))
        array = np.array([[0.0, 0.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]])
        painter.drawRects(_first(array, QRectF), 2)
    except (TypeError, ValueError, RuntimeError):
        return False
    finally:
        painter.end()
    return image.pixelColor(0, 0).red() == 255 and image.pixelColor(1, 1).red() == 255


def _first(array: Floats, shape: type) -> Any:
    """The first element of an array as Qt's shape; the array must outlive its use."""
    return Shiboken.wrapInstance(array.ctypes.data, shape)


def draw_rects(painter: QPainter, rects: Floats) -> None:
    """Draw ``rects`` (n, 4): left, top, width, height, with the painter's pen and brush."""
    if not len(rects):
        return
    array = np.ascontiguousarray(rects, dtype=np.float64)
    if _batched():
        painter.drawRects(_first(array, QRectF), len(array))
    else:
        painter.drawRects([QRectF(*row) for row in array.tolist()])


def draw_polyline(painter: QPainter, points: Floats) -> None:
    """Draw a line through ``points`` (n, 2), all finite, with the painter's pen."""
    if len(points) >= 2:
        painter.drawPolyline(polygon(points))


def draw_polygon(painter: QPainter, points: Floats) -> None:
    """Fill the outline through ``points`` (n, 2), all finite, with the painter's pen and brush."""
    if len(points) >= 3:
        painter.drawPolygon(polygon(points))


def polygon(points: Floats) -> QPolygonF:
    """Points (n, 2) as Qt has them, written straight into its memory."""
    if not _batched():
        return QPolygonF([QPointF(*row) for row in points.tolist()])
    made = QPolygonF()
    made.resize(len(points))
    if len(points):
        wrap: Any = VoidPtr  # its stub does not know that it takes a shape for an address
        memory = wrap(made.data(), len(points) * 16, True)
        np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)[:] = points
    return made


def finite_runs(points: Floats) -> list[Floats]:
    """The stretches of ``points`` (n, 2) without NaN, each at least one row long."""
    broken = ~np.isfinite(points[:, 1])
    if not broken.any():
        return [points] if len(points) else []
    edges = np.flatnonzero(np.diff(np.concatenate([[True], broken, [True]]).astype(np.int8)))
    return [points[start:stop] for start, stop in zip(edges[0::2], edges[1::2], strict=True)]
