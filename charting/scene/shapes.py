"""Turns the figures of drawings into what a painter paints."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Dash, Stroke
from charting.core.figures import Ellipse, Figure, Label, Point, Polygon, Polyline, Segment
from charting.core.theme import contrast_text
from charting.drawings.sheet import Sheet
from charting.scene.look import Look
from charting.scene.primitives import DASHES, Area, Layer, Lines, Oval, Path, Primitive, Rect, Rects, Text

_Box = tuple[int, int, int, int]
_NOTHING = Rects(np.empty((0, 4), dtype=np.int32), "")
_SOLID, _CORNERS = 0.5, 16
"""Opacity from which, and corners up to which a filled shape has smooth edges."""


def primitives_of(figures: Iterable[Figure], look: Look, origin: float = 0.0) -> tuple[Primitive, ...]:
    """Figures that were cut to the pane as a painter takes them, in the theme's colours.

    Neighbouring segments of one look become one batch, and so do neighbouring areas between upright and level edges. The
    dashes of level lines are counted from ``origin``, a place across that moves with the bars.
    """
    making = _Making(look, round(origin))
    for figure in figures:
        _WAYS[type(figure)](making, figure)
    return making.done()


def layer_of(sheet: Sheet, before: Layer | None, look: Look) -> Layer:
    """What of drawings moves with the bars; ``before`` for as long as that is all they do."""
    if before is not None and before.source is sheet.laying:
        return before
    pane, beyond = sheet.laying.pane.window, sheet.laying.beyond
    rect = (pane.left - beyond, pane.top, pane.width + 2 * beyond, pane.height)
    origin = sheet.laying.pane.plane.x0
    return Layer(sheet.laying, rect, primitives_of(sheet.laying.figures, look, origin))


class _Making:
    """Makes primitives of one figure after the other.

    The points of all of them come into one table at the end: an array for each by itself takes longer than all the rest.
    """

    def __init__(self, look: Look, origin: int) -> None:
        self._origin = origin
        self._theme = look.theme
        self._ratio = look.pixel_ratio
        self._colours: dict[str, str] = {}
        self._found: list[Primitive] = []
        self._outlines: list[tuple[int, int, int, Callable[[Floats], Primitive]]] = []
        self._points: list[Point] = []
        self._lines: list[Segment] = []
        self._boxes: list[_Box] = []
        self._fill: tuple[str, float] | None = None

    def segment(self, segment: Segment) -> None:
        """A line, which waits for others of its look."""
        if self._boxes or (
            self._lines and segment.stroke is not self._lines[-1].stroke and segment.stroke != self._lines[-1].stroke
        ):
            self._end()
        self._lines.append(segment)

    def polyline(self, polyline: Polyline) -> None:
        """A line through points."""
        self._end()
        self._path(polyline.points, polyline.stroke, polyline.opacity, polyline.phase)

    def polygon(self, polygon: Polygon) -> None:
        """An area, which may wait for more of its look, and its border."""
        points, fill, opacity, stroke = polygon.points, polygon.fill, polygon.opacity, polygon.stroke
        smooth = opacity >= _SOLID and len(points) <= _CORNERS
        box = None if smooth or fill is None else _box(points)
        if fill is not None and box is not None:
            if self._lines or self._fill != (fill, opacity):
                self._end()
            self._fill = fill, opacity
            self._boxes.append(box)
        elif fill is not None:
            self._end()
            colour = self._colour(fill)
            self._outline(points, lambda outline: Area(outline, colour, opacity, smooth, near=True))
        if stroke is not None and points:
            self._end()
            self._path((*points, points[0]), stroke)

    def ellipse(self, ellipse: Ellipse) -> None:
        """An ellipse."""
        self._end()
        (x, y), across, up, stroke = ellipse.centre, ellipse.radius_x, ellipse.radius_y, ellipse.stroke
        fill = None if ellipse.fill is None else self._colour(ellipse.fill)
        rect = (x - across, y - up, 2 * across, 2 * up)
        self._found.append(Oval(rect, self._colour(stroke.colour), self._width(stroke), fill, ellipse.opacity))

    def label(self, label: Label) -> None:
        """A text."""
        if self._lines or self._boxes:
            self._end()
        self._found.append(self._text(label))

    def done(self) -> tuple[Primitive, ...]:
        """All that was made."""
        self._end()
        table = np.fromiter(chain.from_iterable(self._points), np.float64, 2 * len(self._points)).reshape(-1, 2)
        for place, start, stop, make in self._outlines:
            self._found[place] = make(table[start:stop])
        return tuple(self._found)

    def _path(self, points: Sequence[Point], stroke: Stroke, opacity: float = 1.0, phase: float = 0.0) -> None:
        colour, width, dash = self._colour(stroke.colour), self._width(stroke), stroke.dash
        self._outline(points, lambda outline: Path(outline, colour, width, dash, opacity=opacity, near=True, phase=phase))

    def _outline(self, points: Iterable[Point], make: Callable[[Floats], Primitive]) -> None:
        """Leave a place for what is made of points, when they are in the table."""
        start = len(self._points)
        self._points += points
        self._outlines.append((len(self._found), start, len(self._points), make))
        self._found.append(_NOTHING)

    def _end(self) -> None:
        """Make one batch of what waited."""
        if self._boxes and self._fill is not None:
            fill, opacity = self._fill
            self._found.append(Rects(np.array(self._boxes, dtype=np.int32), self._colour(fill), opacity))
            self._boxes = []
        if self._lines:
            self._segments(self._lines)
            self._lines = []

    def _segments(self, lines: Sequence[Segment]) -> None:
        stroke = lines[0].stroke
        colour, width = self._colour(stroke.colour), self._width(stroke)
        straight: list[_Box] = []
        ends: list[Point] = []
        for line in lines:
            start, end = line.start, line.end
            if start[0] == end[0] or start[1] == end[1]:
                box = _straight(start, end, width)
                straight += (box,) if stroke.dash == "solid" else _dashed(box, stroke.dash, width, self._origin)
            elif stroke.dash == "solid":
                ends += (start, end)
            else:
                self._path((start, end), stroke, phase=line.phase)
        if straight:
            self._found.append(Rects(np.array(straight, dtype=np.int32), colour))
        if ends:
            self._outline(ends, lambda table: Lines(table.reshape(-1, 4), colour, width))

    def _text(self, label: Label) -> Text:
        colour, background = self._colour(label.colour), None
        if label.boxed:
            colour, background = contrast_text(colour), colour
        elif label.veiled:
            background = self._theme.chart
        x, y = label.at
        return Text(x, y, label.text, colour, label.horizontal, label.vertical, label.size, False, background, label.angle)

    def _colour(self, name: str) -> str:
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = self._theme.colour(name)
        return found

    def _width(self, stroke: Stroke) -> float:
        return max(1.0, stroke.width * self._ratio)


_WAYS: Mapping[type[Figure], Callable[[_Making, Any], None]] = {
    Segment: _Making.segment,
    Polyline: _Making.polyline,
    Polygon: _Making.polygon,
    Ellipse: _Making.ellipse,
    Label: _Making.label,
}


def _straight(start: Point, end: Point, width: float) -> _Box:
    """A line along an axis as a rectangle on whole pixels: crisp, and many times faster than a pen."""
    (x0, y0), (x1, y1) = start, end
    thick = max(1, round(width))
    if y0 == y1:
        left = round(min(x0, x1))
        return left, math.floor(y0 - thick / 2 + 0.5), round(max(x0, x1)) - left, thick
    top = round(min(y0, y1))
    return math.floor(x0 - thick / 2 + 0.5), top, thick, round(max(y0, y1)) - top


def _dashed(box: _Box, dash: Dash, width: float, origin: int) -> Iterator[_Box]:
    """The dashes of a line along an axis: level ones are counted from a place across, upright ones from the top."""
    left, top, across, down = box
    on, off = (max(1, round(width * share)) for share in DASHES[dash])
    level = across > down
    begin, end = (left, left + across) if level else (top, top + down)
    first = begin - (begin - origin) % (on + off) if level else begin
    for place in range(first, end, on + off):
        start, stop = max(place, begin), min(place + on, end)
        if start < stop:
            yield (start, top, stop - start, down) if level else (left, start, across, stop - start)


def _box(points: Sequence[Point]) -> _Box | None:
    """The pixels that Qt fills of an outline with two level edges and two upright ones, without smooth edges; else None.

    It takes those whose middles lie within, and looks at corners to a 64th of a pixel, but for one that begins at its upper
    left corner and goes on to the right.
    """
    if len(points) != 4:
        return None
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    if x0 == x3 and y0 == y1 and x1 == x2 and y2 == y3:
        if x0 < x1 and y0 < y2:
            left, top = math.floor(x0 + 0.5), math.floor(y0 + 0.5)
            return left, top, math.floor(x1 + 0.5) - left, math.floor(y2 + 0.5) - top
    elif x0 != x1 or x2 != x3 or y1 != y2 or y3 != y0:
        return None
    left, top = _middle(min(x0, x2)), _middle(min(y0, y2))
    return left, top, _middle(max(x0, x2)) - left, _middle(max(y0, y2)) - top


def _middle(place: float) -> int:
    """The first pixel whose middle does not lie before a place that is known to a 64th of a pixel."""
    return (math.floor(place * 64 + 0.5) + 32) // 64


def marquee_primitives(rect: Rect, look: Look) -> tuple[Primitive, ...]:
    """The rectangle that selects what it touches."""
    left, top, width, height = rect
    corners = np.array([[left, top], [left + width, top], [left + width, top + height], [left, top + height], [left, top]])
    return (Area(corners, look.theme.accent, 0.1), Path(np.round(corners), look.theme.accent, float(look.px(1)), smooth=False))


def handle_primitives(points: Iterable[tuple[float, float]], look: Look, colour: str) -> tuple[Primitive, ...]:
    """The grips of a selected drawing: small circles filled with the chart's background."""
    radius = 4.5 * look.pixel_ratio
    return tuple(
        Oval((x - radius, y - radius, 2 * radius, 2 * radius), colour, 1.5 * look.pixel_ratio, look.theme.chart)
        for x, y in points
        if math.isfinite(x) and math.isfinite(y)
    )
