"""Paints a ground and the upright strokes on it at once: a byte for each pixel tells what lies there, and a table its colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from charting.scene.primitives import Ground, Primitive, Rect, Rects, Uprights, overlap
from charting.view.arrays import BAND
from charting.view.pens import colour
from charting.view.uprights import time_of

_BITS = 8
_FEW = 4
"""Rectangles of one colour at most: each is filled by itself."""
_PIXEL, _LAYER = 0.8, 90_000
"""What a pixel takes beyond what it takes as ground, and the strokes of a layer, in the units of :func:`time_of`."""
_LANE = 8
"""Bytes that are gone through at once."""
Pixels = NDArray[np.uint8]
_BYTES, _RGB = QImage.Format.Format_Indexed8, QImage.Format.Format_RGB32


class Meaning(Struct, frozen=True):
    """What some bits of a byte mean: one of several colours, counted from 1, or, if they are ``split``, the first or both."""

    shift: int
    colours: tuple[str, ...]
    split: bool = False

    @property
    def bits(self) -> int:
        """How many they are."""
        return len(self.colours).bit_length()

    def colour_of(self, byte: int) -> str | None:
        """The colour that a byte has here, if any."""
        value = byte >> self.shift & (1 << self.bits) - 1
        if self.split:
            value = value // 2 + 1 if value & 1 else 0
        return self.colours[value - 1] if 0 < value <= len(self.colours) else None


def stack_of(items: Sequence[Primitive], clip: Rect) -> int:
    """How many of the first primitives are best painted at once within a rectangle: none, or a ground and what is on it."""
    if len(items) < 2 or not isinstance(items[0], Ground) or overlap(items[0].rect, clip) != clip:
        return 0
    bits, count, saved = 1, 1, -_PIXEL * clip[2] * clip[3]
    for one in items[1:]:
        if isinstance(one, Uprights):
            bits += len(one.colours).bit_length()
            saved += time_of(one, clip) - _LAYER
        elif isinstance(one, Rects) and len(one.array) <= _FEW and one.opacity == 1.0:
            bits += 1
        else:
            break
        if bits > _BITS:
            break
        count += 1
    return count if saved > 0 else 0


def draw_stack(painter: QPainter, items: Sequence[Primitive], clip: Rect) -> None:
    """Paint a ground, then upright strokes and a few rectangles on it, as :func:`stack_of` counts them.

    Where a stroke begins and where it ends, its bits change; those of a pixel follow from all changes above it in its column.
    However many strokes lie on one another, the picture is written once.

    Parameters
    ----------
    clip
        Left, top, width and height of what is to be painted, whole pixels.
    """
    ground = items[0]
    assert isinstance(ground, Ground)
    left, top, width, height = place = round(clip[0]), round(clip[1]), round(clip[2]), round(clip[3])
    sheet = _sheet(width, height)
    pixels = sheet.pixels
    pixels.fill(0)
    columns, rows = ground.x - left, ground.y - top
    pixels[0, columns[(columns >= 0) & (columns < width)]] = 1
    meanings, later = [Meaning(0, (ground.line,))], []
    for one in items[1:]:
        shift = meanings[-1].shift + meanings[-1].bits
        if isinstance(one, Uprights):
            meanings.append(Meaning(shift, one.colours, one.split is not None))
            _begin_and_end(pixels, one, shift, place)
        elif isinstance(one, Rects):
            meanings.append(Meaning(shift, (one.colour,)))
            later.append((one.array, np.uint8(1 << shift)))
    lanes = pixels.view(np.uint64)
    np.bitwise_xor.accumulate(lanes, axis=0, out=lanes)
    pixels[rows[(rows >= 0) & (rows < height)]] |= 1
    for rects, bit in later:
        for x, y, across, down in rects.tolist():
            upper, lower = round(y) - top, round(y + down) - top
            pixels[max(upper, 0) : max(lower, 0), max(round(x) - left, 0) : max(round(x + across) - left, 0)] |= bit
    sheet.paint(painter, left, top, _table(ground.colour, tuple(meanings)))


def _begin_and_end(pixels: Pixels, strokes: Uprights, shift: int, clip: tuple[int, int, int, int]) -> None:
    """Change the bits where strokes begin and where they end."""
    left, top, width, height = clip
    first, last = max(strokes.left, left), min(strokes.left + len(strokes.top), left + width)
    if first >= last:
        return
    part = slice(first - strokes.left, last - strokes.left)
    ends = np.empty((2, last - first))
    np.subtract(strokes.top[part], top, out=ends[0])
    np.subtract(strokes.bottom[part], top, out=ends[1])
    np.maximum(ends[0], ends[1], out=ends[1])
    if math.isnan(np.add.reduce(ends[1])):
        ends[:, ~(ends[1] >= ends[0])] = 0.0
    places = np.minimum(np.maximum(ends, 0.0, out=ends), height, out=ends).astype(np.intp)
    places *= pixels.shape[1]
    places += np.arange(first - left, last - left)
    changes: NDArray[np.uint8] | np.uint8 = np.uint8(1 << shift)
    if strokes.shades is not None:
        changes = (strokes.shades[part] + 1 << shift).astype(np.uint8)
    flat = pixels.reshape(-1)
    for some in places:
        flat[some] ^= changes
    if strokes.split is not None:
        pixels[min(max(strokes.split - top, 0), height)] ^= np.uint8(2 << shift)


class _Sheet:
    """Bytes for the pixels of a rectangle and a row more, for what ends below it, and pictures of them."""

    def __init__(self, width: int, height: int) -> None:
        stride = -(-width // _LANE) * _LANE
        self.pixels: Pixels = np.empty((height + 1, stride), dtype=np.uint8)
        tops = range(0, height, BAND)
        self._bands = [QImage(self.pixels[y:].data, width, min(BAND, height - y), stride, _BYTES) for y in tops]
        self._table: Sequence[int] = ()

    def paint(self, painter: QPainter, left: int, top: int, table: Sequence[int]) -> None:
        """Paint the pixels from a place on, each in the colour that a table has for its byte."""
        if self._table is not table:
            self._table = table
            for band in self._bands:
                band.setColorTable(table)
        for place, band in enumerate(self._bands):  # one that is not converted first takes twice as long to draw
            painter.drawImage(left, top + place * BAND, band.convertToFormat(_RGB))


@lru_cache(maxsize=4)
def _sheet(width: int, height: int) -> _Sheet:
    """Kept, as fresh memory takes as long as what is written to it."""
    return _Sheet(width, height)


@lru_cache(maxsize=64)
def _table(ground: str, meanings: tuple[Meaning, ...]) -> Sequence[int]:
    """The colour of each byte: the last that its bits mean."""
    bits = sum(meaning.bits for meaning in meanings)
    found = []
    for byte in range(1 << bits):
        names = [ground, *[meaning.colour_of(byte) for meaning in meanings]]
        found.append(colour([name for name in names if name is not None][-1]).rgb())
    return found
