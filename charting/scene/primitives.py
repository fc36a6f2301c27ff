"""What a painter is handed: batches of rectangles, lines, areas and texts in device pixels, in painting order."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.document import Dash
from charting.core.figures import HorizontalAlign, VerticalAlign

FAR = 1e6
"""Pixels beyond which nothing is visible, and Qt's raster engine cannot count."""

DASHES: Mapping[Dash, tuple[float, float]] = {"dash": (4.0, 2.0), "dot": (1.0, 2.0)}
"""How much of a broken line there is and is not in turn, in widths of it."""

Rect = tuple[float, float, float, float]
"""Left, top, width, height."""


def overlap(one: Rect, other: Rect) -> Rect:
    """Where two rectangles overlap; without width or height where they do not."""
    left, top, width, height = one
    x, y, across, down = other
    right, bottom = left + width, top + height
    left, top = (max(left, x)), (max(top, y))
    width, height = (min(right, x + across)) - left, (min(bottom, y + down)) - top
    return left, top, (max(0.0, width)), (max(0.0, height))


class Rects(Struct, frozen=True, eq=False, gc=False):
    """Filled rectangles of one colour and ``opacity``, 0 to 1; ``array`` is (n, 4): left, top, width, height.

    Whole numbers of int32, as :func:`boxes` makes them, are painted as they are; float64 is rounded first, which takes time.
    """

    array: Floats | NDArray[np.int32]
    colour: str
    opacity: float = 1.0


class Ground(Struct, frozen=True, eq=False):
    """A filled rectangle on whole pixels, with lines one pixel wide: upright at some ``x`` (n,), level at some ``y`` (m,)."""

    rect: Rect
    colour: str
    x: NDArray[np.int32]
    y: NDArray[np.int32]
    line: str

    @property
    def parts(self) -> tuple[Rects, Rects]:
        """The same as a rectangle and the lines on it."""
        left, top, width, height = map(round, self.rect)
        uprights = [(x, top, 1, height) for x in self.x.tolist() if left <= x < left + width]
        levels = [(left, y, width, 1) for y in self.y.tolist() if top <= y < top + height]
        lines = np.array([*uprights, *levels], dtype=np.int32).reshape(-1, 4)
        return Rects(np.array([(left, top, width, height)], dtype=np.int32), self.colour), Rects(lines, self.line)


class Uprights(Struct, frozen=True, eq=False, gc=False):
    """Upright strokes one pixel wide, side by side from ``left`` on, as :func:`uprights` makes them.

    Attributes
    ----------
    top, bottom
        (w,) the first row of pixels of each and the one after its last, whole; the same, or NaN, where there is no stroke.
    colours
        One, or those that ``shades`` has the places of, or two if the strokes are ``split``.
    shades
        (w,) place of each stroke's colour in ``colours``; None for the first.
    split
        The row of pixels from which on downwards strokes have the second colour.
    """

    left: int
    top: Floats
    bottom: Floats
    colours: tuple[str, ...]
    shades: NDArray[np.intp] | None = None
    split: int | None = None


class Path(Struct, frozen=True, eq=False, gc=False):
    """A line through ``points`` (n, 2) float64, broken at rows with NaN; ``width`` in device pixels.

    Slanted lines are ``smooth`` (antialiased); anything made of horizontals and verticals is not. One that goes from left
    to right and bends little from point to point, as through the values of bars, is ``gentle``: it may be painted in a quicker
    way. One that is ``near`` has no row with NaN, and none further away than Qt can count. A broken line begins ``phase``
    pixels after a dash does.
    """

    points: Floats
    colour: str
    width: float = 1.0
    dash: Dash = "solid"
    smooth: bool = True
    opacity: float = 1.0
    gentle: bool = False
    near: bool = False
    phase: float = 0.0


class Lines(Struct, frozen=True, eq=False, gc=False):
    """Single slanted lines of one look; ``array`` is (n, 4) float64: x and y of both ends, ``width`` in device pixels."""

    array: Floats
    colour: str
    width: float = 1.0


class Rule(Struct, frozen=True, gc=False):
    """A broken line along an axis on whole pixels, from ``x``, ``y`` to the right (``across``) or downwards.

    All are device pixels: its ``length`` and thickness, and how much of it there is and is not in turn.
    """

    x: int
    y: int
    length: int
    across: bool
    colour: str
    thickness: int
    dash: int
    gap: int


class Area(Struct, frozen=True, eq=False, gc=False):
    """A filled outline through ``points`` (n, 2) float64, ``opacity`` 0 to 1.

    Small solid shapes such as arrowheads are ``smooth`` (antialiased): they have no line round them that would hide their
    steps, as large ones have. One that is ``near`` has no row with NaN, which is left out elsewhere.
    """

    points: Floats
    colour: str
    opacity: float = 1.0
    smooth: bool = False
    near: bool = False


class Oval(Struct, frozen=True):
    """An ellipse in a rectangle, stroked and perhaps filled."""

    rect: Rect
    colour: str
    width: float = 1.0
    fill: str | None = None
    opacity: float = 1.0


class Text(Struct, frozen=True, gc=False):
    """A text at a point, ``size`` times the chart's type; with ``background`` it stands on a filled box of its size.

    It is turned round the point by ``angle`` degrees clockwise. Where it is known to stand on nothing but a ``ground`` of one
    colour, as labels of axes do, it may be copied with that.
    """

    x: float
    y: float
    text: str
    colour: str
    horizontal: HorizontalAlign = "left"
    vertical: VerticalAlign = "middle"
    size: float = 1.0
    bold: bool = False
    background: str | None = None
    angle: float = 0.0
    ground: str | None = None


class Tag(Struct, frozen=True, gc=False):
    """A text centred in a filled box of given size, such as a price on the axis."""

    rect: Rect
    text: str
    background: str
    colour: str
    bold: bool = False


class Run(Struct, frozen=True):
    """Texts set one after the other from a point, each with its colour; ``y`` is their middle."""

    x: float
    y: float
    parts: tuple[tuple[str, str], ...]
    background: str | None = None


class Group(Struct, frozen=True, eq=False):
    """Primitives painted inside a rectangle only."""

    clip: Rect
    items: tuple[Primitive, ...] = field(default=())


class Layer(Struct, frozen=True, eq=False, weakref=True):
    """Primitives that move together within a rectangle: worth a picture, which is all that a painter then has to move."""

    source: object
    """What they were made of."""
    rect: Rect
    items: tuple[Primitive, ...]


class Moved(Struct, frozen=True, eq=False):
    """A layer so many whole pixels further to the right."""

    layer: Layer
    by: int


Primitive = Rects | Ground | Uprights | Rule | Path | Lines | Area | Oval | Text | Tag | Run | Group | Moved


def uprights(
    x: Floats, top: Floats, bottom: Floats, colours: tuple[str, ...], shades: NDArray[np.intp] | None = None
) -> tuple[Uprights, ...]:
    """Strokes at some ``x`` (n,), whole and rising, between whole ``top`` and ``bottom`` (n,); none where one of them is NaN."""
    if not len(x):
        return ()
    first, width = int(x[0]), int(x[-1] - x[0]) + 1
    if width == len(x):
        return (Uprights(first, top, bottom, colours, shades),)
    places, spread = (x - x[0]).astype(np.intp), np.full((2, width), bottom[0])
    spread[0, places], spread[1, places] = top, bottom
    spread_shades = None
    if shades is not None:
        spread_shades = np.zeros(width, dtype=np.intp)
        spread_shades[places] = shades
    return (Uprights(first, spread[0], spread[1], colours, spread_shades),)


def boxes(left: Floats, top: Floats | float, width: Floats | float, height: Floats | float) -> NDArray[np.int32]:
    """Rectangles (n, 4) on whole pixels from (n,) left edges and the rest, numbers for what they have in common.

    Upper and lower edges further away than any screen, or NaN, come to lie at ``FAR``.
    """
    found = np.empty((len(left), 4), dtype=np.int32)
    with np.errstate(invalid="ignore"):  # infinite above infinite
        lower = np.fmax(np.fmin(top + height, FAR), -FAR)
    upper = np.fmax(np.fmin(top, FAR), -FAR)
    found[:, 0], found[:, 1], found[:, 2], found[:, 3] = left, upper, width, lower - upper
    return found
