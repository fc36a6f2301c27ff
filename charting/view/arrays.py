"""Hands numpy arrays to QPainter's batch calls without a Python object per shape.

``pyqtgraph.Qt.internals.PrimitiveArray`` shows how: ``shiboken6`` wraps the array's address as the first element and the
painter is told the count. Should a future binding refuse that, the same shapes are painted one at a time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLine, QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF
from shiboken6 import Shiboken, VoidPtr

from charting.core.bars import Floats
from charting.scene.primitives import FAR

_FEW, _CORNERS = 4, 512
_OPAQUE = 255
BAND = 48
"""Rows of a band: few enough for the processor's cache."""


@cache
def batched() -> bool:
    """Whether this binding reads a wrapped buffer as an array of shapes; found out once, on a picture of four pixels."""
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    try:
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(255, 255, 255))
        painter.drawRects(_first(np.array([[0, 0, 0, 0], [1, 1, 1, 1]], dtype=np.int32), QRect), 2)
    except (TypeError, ValueError, RuntimeError):
        return False
    finally:
        painter.end()
    return image.pixelColor(0, 0).red() == 255 and image.pixelColor(1, 1).red() == 255


def _first(array: NDArray[Any], shape: type) -> Any:
    """The first element of an array as Qt's shape; the array must outlive its use."""
    return Shiboken.wrapInstance(array.__array_interface__["data"][0], shape)


def fill_rects(painter: QPainter, rects: Floats | NDArray[np.int32], colour: QColor) -> None:
    """Fill ``rects`` (n, 4): left, top, width, height, on whole pixels.

    Whole numbers are several times faster than fractions, which Qt's raster engine takes for lines. Those one pixel wide
    are drawn as the upright lines they look like, which takes a third of the time again where a clip is set.
    """
    count = len(rects)
    if not count:
        return
    whole: NDArray[np.int32] = rects.astype(np.int32, copy=False) if rects.dtype == np.int32 else _whole(rects)
    if count <= _FEW or not batched():
        for left, top, width, height in whole.tolist():
            painter.fillRect(left, top, width, height, colour)
    elif colour.alpha() == _OPAQUE and (whole[:, 2] == 1).all():
        draw_lines_down(painter, _between_corners(whole), colour)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = _between_corners(whole)
        painter.drawRects(_first(corners, QRect), count)


def _between_corners(rects: NDArray[np.int32]) -> NDArray[np.int32]:
    """Rectangles (n, 4) as Qt has whole ones, which name their last pixel instead of their size."""
    corners = rects.copy()
    corners[:, 2:] += rects[:, :2]
    corners[:, 2:] -= 1
    return corners


def draw_lines_down(painter: QPainter, ends: NDArray[np.int32], colour: QColor) -> None:
    """Draw upright lines (n, 4) between whole pixels, both ends included."""
    painter.setPen(colour)
    painter.drawLines(_first(ends, QLine), len(ends))


def _whole(rects: Floats | NDArray[np.int32]) -> NDArray[np.int32]:
    """Rectangles between the whole pixels nearest to their edges, no further away than Qt can count."""
    edges = rects.astype(np.float64)
    edges[:, 2:] += edges[:, :2]
    np.rint(np.maximum(np.minimum(edges, FAR, out=edges), -FAR, out=edges), out=edges)
    edges[:, 2:] -= edges[:, :2]
    return edges.astype(np.int32)


def draw_bands(painter: QPainter, left: int, top: int, height: int, row: NDArray[np.uint32]) -> None:
    """Fill ``height`` rows of pixels with the same ``row`` (width,), each ``0xffrrggbb``, some rows at a time."""
    rows, width, foot = min(BAND, height), len(row), top + height
    pixels = np.repeat(row[np.newaxis], rows, axis=0)
    image = QImage(pixels.data, width, rows, 4 * width, QImage.Format.Format_RGB32)
    for y in range(top, foot, BAND):
        painter.drawImage(left, y, image, 0, 0, width, min(BAND, foot - y))


def draw_strands(painter: QPainter, points: Floats, width: float, *, gentle: bool = False) -> None:
    """Draw a line through ``points`` (n, 2), all finite, ``width`` pixels wide, with the painter's pen of one pixel.

    It looks like :func:`draw_polyline` with a wider pen. Qt, however, strokes the outline of a wide line as a whole,
    which takes time with the square of the number of points; lines one pixel wide, side by side and less than
    a pixel apart, take a tenth of it. Those of a ``gentle`` line, which has no sharp bends, lie further apart.
    """
    if len(points) < 2:
        return
    places = _strands(width, gentle)
    if len(places) == 1:
        draw_polyline(painter, points)
        return
    across = _normals(points)
    for away in places:
        draw_polyline(painter, points + across * away)


def strands_of(lines: Sequence[Floats], width: float, *, gentle: bool = True) -> list[tuple[Floats, ...]] | None:
    """The strands of several lines (n, 2) of a width, for each line its own: to find them line by line takes longer than to draw.

    None where a line is too short, has gaps, or goes further than Qt can count.
    """
    counts = [len(line) for line in lines]
    points = np.concatenate(lines)
    if min(counts) < 2 or not np.abs(points).max() <= FAR:
        return None
    ends = np.cumsum(counts)
    across = _normals(points, ends[:-1])
    strands = [points + across * away for away in _strands(width, gentle)]
    return [tuple(strand[stop - count : stop] for strand in strands) for count, stop in zip(counts, ends.tolist(), strict=True)]


@cache
def _strands(width: float, gentle: bool) -> tuple[float, ...]:
    """Pixels that each strand of a line lies beside it.

    The outer ones lie further out than the line's edges ask for, as their own edges are soft. Strands further apart than
    these would show.
    """
    inner = width - 1
    apart, reach = (0.5, inner + 0.2) if gentle else (0.34, inner * 1.08)
    gaps = math.ceil(inner / apart - 1e-9)
    return tuple(reach * (strand / gaps - 0.5) for strand in range(gaps + 1)) if gaps > 0 else (0.0,)


def _normals(points: Floats, starts: NDArray[np.int64] | None = None) -> Floats:
    """At each point the way to the line one pixel beside; where the line bends, to where the two lines beside meet.

    At ``starts`` (k,) further lines begin, all at least two points long.
    """
    places = np.ascontiguousarray(points).view(np.complex128)[:, 0]
    ways = places[1:] - places[:-1]
    ways /= np.maximum(np.abs(ways), 1e-9)
    both = np.empty_like(places)
    both[0], both[-1] = ways[0], ways[-1]
    middle = ways[1:] + ways[:-1]
    # For unit vectors u and v the mitre points along u + v and has the length 2 / |u + v|, cut off at a sharp bend.
    squares = middle.real * middle.real + middle.imag * middle.imag
    np.multiply(middle, 2 / np.maximum(squares, 0.5), out=both[1:-1])
    if starts is not None:
        both[starts], both[starts - 1] = ways[starts], ways[starts - 2]
    both *= 1j
    found: Floats = both.view(np.float64).reshape(-1, 2)
    return found


def draw_lines(painter: QPainter, lines: Floats) -> None:
    """Draw ``lines`` (n, 4), all finite: both ends' x and y, with the painter's pen."""
    if len(lines) <= 1:
        for line in lines.tolist():  # sooner than what it takes to hand over an array
            painter.drawLine(QLineF(*line))
        return
    array = np.ascontiguousarray(lines, dtype=np.float64)
    if batched():
        painter.drawLines(_first(array, QLineF), len(array))
    else:
        painter.drawLines([QLineF(*row) for row in array.tolist()])


def draw_polyline(painter: QPainter, points: Floats) -> None:
    """Draw a line through ``points`` (n, 2), all finite, with the painter's pen."""
    if len(points) >= 2:
        painter.drawPolyline(_passing(points))


def draw_polygon(painter: QPainter, points: Floats) -> None:
    """Fill the outline through ``points`` (n, 2), all finite, with the painter's pen and brush."""
    if len(points) >= 3:
        painter.drawPolygon(_passing(points))


def _passing(points: Floats) -> QPolygonF:
    """Points (n, 2) as Qt has them, until this is asked again: to make a polygon takes as long as to paint a small one."""
    if len(points) > _CORNERS or not batched():
        return polygon(points)
    shape, memory = _shape(len(points))
    memory[:] = points
    return shape


@lru_cache(maxsize=32)
def _shape(count: int) -> tuple[QPolygonF, Floats]:
    """A polygon of so many points, and its memory."""
    shape = QPolygonF()
    return shape, _memory(shape, count)


def polygon(points: Floats) -> QPolygonF:
    """Points (n, 2) as Qt has them, written straight into its memory."""
    if not batched():
        return QPolygonF([QPointF(*row) for row in points.tolist()])
    made = QPolygonF()
    if len(points):
        _memory(made, len(points))[:] = points
    return made


def _memory(shape: QPolygonF, count: int) -> Floats:
    """The memory of an empty polygon that is to have ``count`` points, (count, 2); the polygon must outlive its use."""
    shape.resize(count)
    wrap: Any = VoidPtr  # its stub does not know that it takes a shape for an address
    return np.frombuffer(wrap(shape.data(), count * 16, True), dtype=np.float64).reshape(-1, 2)


def finite_runs(points: Floats) -> list[Floats]:
    """The stretches of ``points`` (n, 2) without NaN, each at least one row long, no further away than Qt can count."""
    if not len(points) or np.abs(points).max() <= FAR:  # most often nothing is amiss, and NaN is never less
        return [points] if len(points) else []
    points = np.maximum(np.minimum(points, FAR), -FAR)
    broken = ~np.isfinite(points[:, 1])
    edges = np.flatnonzero(np.diff(np.concatenate([[True], broken, [True]]).astype(np.int8)))
    return [points[start:stop] for start, stop in zip(edges[0::2], edges[1::2], strict=True)]
