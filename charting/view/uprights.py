"""Paints upright strokes one pixel wide, side by side: one by one, or as a picture, row after row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from charting.core.bars import Floats
from charting.scene.primitives import Rect, Uprights
from charting.view.arrays import BAND, batched, draw_bands, draw_lines_down

_INT16, _BYTE = 32_767, 255
Rows = NDArray[np.integer[Any]]
"""Rows of pixels, counted."""
_PICTURE, _LINE, _LINE_PIXEL = 150_000, 140, 5
"""What a picture, an upright line and each of its pixels take, as many times as long as a pixel of a picture takes."""


def _times(count: int, rows: float, total: float) -> tuple[float, float]:
    """What strokes that come to so many pixels take as a picture of so many rows, and one by one."""
    return _PICTURE + count * rows, _LINE * count + _LINE_PIXEL * total


def time_of(strokes: Uprights, clip: Rect) -> float:
    """How long it takes to draw strokes within a rectangle; NaN where some are missing. The unit is a pixel of a picture."""
    count, total = len(strokes.top), float(np.add.reduce(strokes.bottom - strokes.top))
    rows = min(float(np.maximum.reduce(strokes.bottom) - np.minimum.reduce(strokes.top)), clip[3])
    return min(_times(count, rows, total))


def draw_uprights(painter: QPainter, strokes: Uprights, colours: Sequence[QColor], clip: Rect) -> None:
    """Draw strokes one pixel wide, side by side: one by one, or, if that takes less time, row after row.

    Parameters
    ----------
    colours
        Those of the strokes, opaque.
    clip
        Left, top, width and height of what is to be painted at most.
    """
    top, bottom, count = strokes.top, strokes.bottom, len(strokes.top)
    total = float(np.add.reduce(bottom - top))
    if math.isnan(total):
        there = np.isfinite(bottom - top) | (bottom > top)
        top, bottom = np.where(there, top, 0.0), np.where(there, bottom, 0.0)
        total = float(np.add.reduce(bottom - top))
    edges = max(clip[1], -_INT16), min(clip[1] + clip[3], _INT16)
    first = int(min(max(np.minimum.reduce(top), edges[0]), edges[1]))
    last = int(max(min(np.maximum.reduce(bottom), edges[1]), edges[0]))
    if first >= last:
        return
    height = last - first
    as_picture, one_by_one = _times(count, height, total)
    if as_picture < one_by_one or not batched():
        upper, lower = _counted(top, first, last), _counted(bottom, first, last)
        _fill_columns(painter, (strokes.left, first), upper, lower, height, strokes, colours)
        return
    ends = np.empty((count, 4), dtype=np.int32)
    ends[:, 0] = ends[:, 2] = np.arange(strokes.left, strokes.left + count)
    ends[:, 1], ends[:, 3] = np.maximum(top, first), np.minimum(bottom, last)
    ends[:, 3] -= 1
    if strokes.split is None:
        _draw_strokes(painter, ends, colours, strokes.shades)
        return
    parts = ends.copy(), ends
    np.minimum(parts[0][:, 3], strokes.split - 1, out=parts[0][:, 3])
    np.maximum(parts[1][:, 1], strokes.split, out=parts[1][:, 1])
    for part, ink in zip(parts, colours, strict=True):
        _draw_strokes(painter, part, (ink,), None)


def _counted(ends: Floats, first: int, last: int) -> Rows:
    """Rows of pixels from ``first`` on, none beyond ``last``; they are compared in half the time where a byte counts them."""
    found = np.minimum(np.maximum(ends, first), last) - first
    return found.astype(np.uint8) if last - first <= _BYTE else found.astype(np.int16)


def _draw_strokes(painter: QPainter, ends: NDArray[np.int32], colours: Sequence[QColor], shades: NDArray[np.intp] | None) -> None:
    """Draw those of some upright lines (n, 4) that do not end above where they begin, each in its shade of the colours."""
    there = ends[:, 3] >= ends[:, 1]
    if not there.all():
        ends, shades = ends.compress(there, axis=0), None if shades is None else shades.compress(there)
    for place, ink in enumerate(colours):
        lines = ends if shades is None else ends.take(np.flatnonzero(shades == place), axis=0)
        if len(lines):
            draw_lines_down(painter, lines, ink)


def _fill_columns(
    painter: QPainter,
    place: tuple[int, int],
    top: Rows,
    bottom: Rows,
    height: int,
    strokes: Uprights,
    colours: Sequence[QColor],
) -> None:
    """Fill the columns of strokes from a place on, between ``top`` and ``bottom`` (w,): row after row.

    Tops and bottoms count from that place, the least of the tops being 0 and the greatest bottom ``height``.

    Column after column takes several times as long, as each pixel then lies in another part of the memory. The rows that all
    columns have are copies of one.
    """
    left, above = place
    inks = np.array([one.rgba() for one in colours], dtype=np.uint32)
    full, end = int(np.maximum.reduce(top)), int(np.minimum.reduce(bottom))
    if strokes.split is not None:
        border = min(max(strokes.split - above, 0), height)
        for start, stop, ink in ((0, border, inks[0]), (border, height, inks[1])):
            _draw_rows(painter, left, above, (start, stop), (top, bottom), ink)
        return
    ink = inks[0] if strokes.shades is None else inks.take(strokes.shades)
    if end - full < BAND:
        _draw_rows(painter, left, above, (0, height), (top, bottom), ink)
        return
    _draw_rows(painter, left, above, (0, full), (top, None), ink)
    _draw_rows(painter, left, above, (end, height), (None, bottom), ink)
    if strokes.shades is None:
        painter.fillRect(left, above + full, len(top), end - full, colours[0])
    else:
        draw_bands(painter, left, above + full, end - full, ink)


def _draw_rows(
    painter: QPainter,
    left: int,
    above: int,
    part: tuple[int, int],
    ends: tuple[Rows | None, Rows | None],
    ink: NDArray[np.uint32] | np.uint32,
) -> None:
    """Draw the rows of a part of columns between their ends, None where they go beyond it; all count from ``above`` on."""
    (start, stop), (top, bottom) = part, ends
    if start >= stop:
        return
    rows: NDArray[Any] = np.arange(start, stop, dtype=np.uint8 if stop <= _BYTE else np.int16)[:, np.newaxis]
    if top is None:
        assert bottom is not None
        filled = rows < bottom
    else:
        filled = rows >= top
        if bottom is not None:
            filled &= rows < bottom
    _draw_picture(painter, left, above + start, filled * ink)


def _draw_picture(painter: QPainter, left: int, top: int, pixels: NDArray[np.uint32]) -> None:
    """Draw pixels (height, width), each ``0xffrrggbb`` or 0 where nothing is to be drawn."""
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(left, top, image)
