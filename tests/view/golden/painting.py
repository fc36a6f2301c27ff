"""Paints golden pictures, and compares them so that nothing but the noise of antialiasing passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QImage, QPainter

from charting.core.document import Chart
from charting.core.theme import theme
from charting.indicators.values import IndicatorValues
from charting.scene.chart import ChartScene, build_chart
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.panes import View
from charting.scene.primitives import Area, Ground, Group, Primitive, Rects, Rule, Run, Tag, Text, Uprights
from charting.scene.series import Series, in_style
from charting.view.painter import paint
from charting.view.type import Type
from tests.scene.making import PlainFormats
from tests.view.golden.cases import SIZE, Case

FOLDER = Path(__file__).parent
Pixels = NDArray[np.uint8]
"""A picture, (height, width, 3): red, green and blue."""
SOLID = 2
"""Levels of a channel by which a pixel of one plain colour may be off: conversion to a file and back."""
MIXED = 40
"""Levels by which a pixel that antialiasing mixed may be off: versions of Qt weigh the edges of slanted lines otherwise."""


class EvenType(Struct, frozen=True):
    """Letters of one size, which no font decides."""

    ratio: float

    @property
    def height(self) -> float:
        """Height of a line."""
        return 14.0 * self.ratio

    def width(self, text: str, bold: bool = False) -> float:
        """Width of a text."""
        return 7.0 * self.ratio * len(text)


class Painted(Struct, frozen=True):
    """A picture and the plain colours in it, as numbers 0xrrggbb."""

    pixels: Pixels
    solid: NDArray[np.int64]


def scene_of(case: Case, series: Series | None = None, made: Chart | None = None) -> ChartScene:
    """The scene of a case, with other bars or another chart where given."""
    made = made or case.made
    shown = in_style(series or case.series, made.style)
    cache, context = IndicatorValues(), shown.context(made)
    look = Look(theme(case.mode), PlainFormats(), EvenType(case.ratio), case.ratio)
    size = (round(SIZE[0] * case.ratio), round(SIZE[1] * case.ratio))
    view = View(case.first, case.last, size, case.counting)
    return build_chart(made, case.drawings, shown, lambda one: cache.values(shown.bars, one, context), view, Levels(), look)


def painted(case: Case, series: Series | None = None, made: Chart | None = None, over: int = 0) -> Painted:
    """The picture of a case, without its texts, painted over a colour ``0xrrggbb`` of which nothing should be seen."""
    scene = scene_of(case, series, made)
    primitives = tuple(wordless(scene.primitives, case.ratio))
    image = QImage(*scene.layout.size, QImage.Format.Format_RGB32)
    image.fill(over)
    painter = QPainter(image)
    try:
        paint(painter, primitives, Type(QFont(), case.ratio))
    finally:
        painter.end()
    names = {name for item in flat(primitives) for name in _colours(item)}
    return Painted(pixels_of(image), np.array(sorted(int(name[1:], 16) for name in names)))


def wordless(items: Iterable[Primitive], ratio: float = 1.0) -> Iterator[Primitive]:
    """Primitives without texts; the boxes of tags stay, and those that run along lines leave the room they take."""
    for item in items:
        if isinstance(item, Group):
            yield Group(item.clip, tuple(wordless(item.items, ratio)))
        elif isinstance(item, Tag):
            yield replace(item, text="")
        elif isinstance(item, Text) and item.angle:
            yield _room(item, EvenType(ratio))
        elif not isinstance(item, Text | Run):
            yield item


def _room(text: Text, type_: EvenType) -> Area:
    """The box of a turned text."""
    before = {"left": 0.0, "top": 0.0, "centre": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}
    size = np.array([type_.width(text.text), type_.height]) * text.size
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) - [before[text.horizontal], before[text.vertical]]
    turn = np.deg2rad(text.angle)
    turned = corners * size @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return Area(turned + np.array((text.x, text.y)), text.background or text.colour, 1.0 if text.background else 0.5, smooth=True)


def flat(items: Iterable[Primitive]) -> Iterator[Primitive]:
    """Primitives out of their groups."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


def _colours(item: Primitive) -> tuple[str, ...]:
    """What is painted in plain colours with sharp edges."""
    match item:
        case Rects() | Rule():
            return (item.colour,)
        case Ground():
            return (item.colour, item.line)
        case Uprights():
            return item.colours
        case Tag():
            return (item.background,)
    return ()


def pixels_of(image: QImage) -> Pixels:
    """An image as numbers."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    found = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return np.ascontiguousarray(found[:, : plain.width(), 2::-1])


def path_of(case: Case) -> Path:
    """Where the picture of a case is kept."""
    return FOLDER / f"{case.name}.png"


def keep(case: Case) -> int:
    """Paint a case anew into its file; how many bytes it has."""
    pixels = painted(case).pixels
    height, width, _ = pixels.shape
    image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    image.save(str(path_of(case)), "PNG", 0)  # the smallest file
    return path_of(case).stat().st_size


def kept(case: Case) -> Pixels:
    """The picture of a case as it is to be."""
    return pixels_of(QImage(str(path_of(case))))


def wrong(found: Painted, golden: Pixels) -> NDArray[np.bool_]:
    """Which pixels are not as they are to be, (height, width).

    Between two plain colours there is no tolerance. Where either picture has a mixed one, which only antialiasing and
    opacity make, it may be off a little.
    """
    off = np.abs(found.pixels.astype(np.int16) - golden.astype(np.int16)).max(axis=2)
    other = off > SOLID
    plain = _is_solid(found.pixels[other], found.solid) & _is_solid(golden[other], found.solid)
    wrong_ = np.zeros(off.shape, dtype=np.bool_)
    wrong_[other] = plain | (off[other] > MIXED)
    return wrong_


def _is_solid(pixels: Pixels, solid: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For pixels (n, 3) whether each has one of the plain colours."""
    red, green, blue = pixels.astype(np.int64).T
    found: NDArray[np.bool_] = np.isin(red << 16 | green << 8 | blue, solid)
    return found
