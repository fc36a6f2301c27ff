"""What drawings are made of on the screen: a few shapes in pixels, each with its distance to a point.

A frame has thousands of them, and none can be part of a cycle: they are kept from the garbage collector (``gc=False``).
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from charting.core.document import Stroke

Point = tuple[float, float]
HorizontalAlign = Literal["left", "centre", "right"]
VerticalAlign = Literal["top", "middle", "bottom"]

_BEFORE = {"left": 0.0, "centre": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
"""The share of a text that lies before its point."""


class Segment(Struct, frozen=True, gc=False):
    """A straight line between two points; where it is dashed, it begins ``phase`` pixels after a dash does."""

    start: Point
    end: Point
    stroke: Stroke
    phase: float = 0.0


class Polyline(Struct, frozen=True, gc=False):
    """Points joined in order; less than opaque for a highlighter, which lets the bars show through.

    Where it is dashed, it begins ``phase`` pixels after a dash does.
    """

    points: tuple[Point, ...]
    stroke: Stroke
    opacity: float = 1.0
    phase: float = 0.0


class Polygon(Struct, frozen=True, gc=False):
    """A filled outline; ``fill`` is a colour name of the theme, ``opacity`` 0 to 1; without a stroke it has no border."""

    points: tuple[Point, ...]
    fill: str | None
    opacity: float
    stroke: Stroke | None = None


class Ellipse(Struct, frozen=True, gc=False):
    """An ellipse by its centre and radii, its axes along the screen's."""

    centre: Point
    radius_x: float
    radius_y: float
    stroke: Stroke
    fill: str | None = None
    opacity: float = 0.0


class Label(Struct, frozen=True, gc=False):
    """A text at a point, turned round it by ``angle`` degrees clockwise; :func:`label_box` estimates the room it takes.

    ``boxed`` fills the box with ``colour``, ``veiled`` with that of the chart, so that no line runs through the letters.
    """

    at: Point
    text: str
    colour: str
    horizontal: HorizontalAlign = "left"
    vertical: VerticalAlign = "middle"
    boxed: bool = False
    size: float = 1.0
    angle: float = 0.0
    veiled: bool = False


Figure = Segment | Polyline | Polygon | Ellipse | Label


def moved(figure: Figure, by: float) -> Figure:
    """The same figure so many pixels further to the right."""
    match figure:
        case Segment((x0, y0), (x1, y1), stroke, phase):
            return Segment((x0 + by, y0), (x1 + by, y1), stroke, phase)
        case Label(at):
            return replace(figure, at=(at[0] + by, at[1]))
        case Polyline(points) | Polygon(points):
            return replace(figure, points=moved_points(points, by))
        case Ellipse(centre):
            return replace(figure, centre=(centre[0] + by, centre[1]))


def moved_points(points: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    """The same points so many pixels further to the right."""
    return tuple([(x + by, y) for x, y in points])


def distance(figure: Figure, x: float, y: float, pixel_ratio: float = 1.0) -> float:
    """How far the point (x, y) is from what the figure shows, in pixels: 0 inside a filled shape or a text's box."""
    match figure:
        case Segment(start, end):
            return segment_distance(start, end, x, y)
        case Polyline(points):
            return _path_distance(points, x, y)
        case Polygon(points, fill):
            if not points:
                return math.inf
            return 0.0 if fill is not None and _inside(points, x, y) else _path_distance((*points, points[0]), x, y)
        case Ellipse():
            return _ellipse_distance(figure, x, y)
        case Label():
            return _label_distance(figure, x, y, pixel_ratio)


def segment_distance(start: Point, end: Point, x: float, y: float) -> float:
    """Distance of (x, y) from the segment start-end; NaN coordinates are infinitely far."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((x - start[0]) * dx + (y - start[1]) * dy) / length))
    found = math.hypot(start[0] + t * dx - x, start[1] + t * dy - y)
    return math.inf if math.isnan(found) else found


def _path_distance(points: tuple[Point, ...], x: float, y: float) -> float:
    if len(points) == 1:
        return segment_distance(points[0], points[0], x, y)
    return min((segment_distance(a, b, x, y) for a, b in pairwise(points)), default=math.inf)


def _inside(points: tuple[Point, ...], x: float, y: float) -> bool:
    """Even-odd rule."""
    inside = False
    previous = points[-1]
    for point in points:
        if (point[1] > y) != (previous[1] > y):
            crossing = (previous[0] - point[0]) * (y - point[1]) / (previous[1] - point[1]) + point[0]
            inside ^= x < crossing
        previous = point
    return inside


def _ellipse_distance(figure: Ellipse, x: float, y: float) -> float:
    rx, ry = max(figure.radius_x, 1e-9), max(figure.radius_y, 1e-9)
    dx, dy = x - figure.centre[0], y - figure.centre[1]
    radial = math.hypot(dx / rx, dy / ry)
    if figure.fill is not None and radial <= 1:
        return 0.0
    if radial == 0:
        return min(rx, ry)
    if math.isnan(radial):
        return math.inf
    # Along the ray from the centre: an upper bound of the true distance, exact on a circle, good near the outline.
    return abs(1 - 1 / radial) * math.hypot(dx, dy)


@lru_cache(maxsize=4096)
def _text_size(text: str) -> tuple[float, int]:
    """About how wide a text is at size 1, in logical pixels, and its number of lines."""
    lines = text.splitlines() or [""]
    return max(map(text_width, lines)), len(lines)


def text_width(text: str) -> float:
    """About how wide a line of text is at size 1, in logical pixels: 7 for a letter, 12 for a Chinese one."""
    if text.isascii():
        return 7.0 * len(text)
    return sum(12.0 if unicodedata.east_asian_width(letter) in "WF" else 7.0 for letter in text)


def label_box(label: Label, pixel_ratio: float = 1.0) -> tuple[float, float, float, float]:
    """Estimated left, top, right and bottom of a label; of one that is turned, of the box round it."""
    left, top, right, bottom = box = _level_box(label, pixel_ratio)
    if not label.angle:
        return box
    corners = [_turned((x, y), label.at, label.angle) for x in (left, right) for y in (top, bottom)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _level_box(label: Label, pixel_ratio: float) -> tuple[float, float, float, float]:
    """The box of a label before it is turned, 16 logical pixels a line at size 1."""
    wide, lines = _text_size(label.text)
    width, height = (label.size * wide + 8) * pixel_ratio, (16.0 * label.size * lines + 2) * pixel_ratio
    left, top = label.at[0] - _BEFORE[label.horizontal] * width, label.at[1] - _BEFORE[label.vertical] * height
    return left, top, left + width, top + height


def _turned(point: Point, about: Point, angle: float) -> Point:
    """A point turned round another by degrees clockwise."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    across, down = point[0] - about[0], point[1] - about[1]
    return about[0] + across * cosine - down * sine, about[1] + across * sine + down * cosine


def _label_distance(label: Label, x: float, y: float, pixel_ratio: float) -> float:
    left, top, right, bottom = _level_box(label, pixel_ratio)
    if label.angle:  # the point is turned back instead
        x, y = _turned((x, y), label.at, -label.angle)
    found = math.hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))
    return math.inf if math.isnan(found) else found
