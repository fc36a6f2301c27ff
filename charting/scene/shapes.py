"""Turns the figures of drawings into what a painter paints."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Stroke
from charting.core.figures import Ellipse, Figure, Label, Polygon, Polyline, Segment
from charting.core.theme import Theme, contrast_text
from charting.drawings.sheet import Sheet
from charting.scene.look import Look
from charting.scene.primitives import Area, Layer, Lines, Oval, Path, Primitive, Rect, Rects, Text

_SOLID, _CORNERS = 0.5, 16
"""Opacity from which, and corners up to which a filled shape has smooth edges."""


def primitives_of(figures: Iterable[Figure], look: Look) -> tuple[Primitive, ...]:
    """The figures as a painter takes them, in the theme's colours; neighbouring segments of one look become one batch."""
    found: list[Primitive] = []
    ends: list[tuple[float, float, float, float]] = []
    stroke = Stroke()
    for figure in figures:
        if isinstance(figure, Segment):
            if ends and figure.stroke is not stroke and figure.stroke != stroke:
                found += _segments(ends, stroke, look)
                ends = []
            stroke = figure.stroke
            ends.append((*figure.start, *figure.end))
            continue
        if ends:
            found += _segments(ends, stroke, look)
            ends = []
        found += _paint(figure, look)
    return (*found, *_segments(ends, stroke, look)) if ends else tuple(found)


def layer_of(sheet: Sheet, before: Layer | None, look: Look) -> Layer:
    """What of drawings moves with the bars; ``before`` for as long as that is all they do."""
    if before is not None and before.source is sheet.laying:
        return before
    pane, beyond = sheet.laying.pane.window, sheet.laying.beyond
    rect = (pane.left - beyond, pane.top, pane.width + 2 * beyond, pane.height)
    return Layer(sheet.laying, rect, primitives_of(sheet.laying.figures, look))


def _segments(ends: Sequence[tuple[float, float, float, float]], stroke: Stroke, look: Look) -> Iterator[Primitive]:
    colour, width = look.theme.colour(stroke.colour), max(1.0, stroke.width * look.pixel_ratio)
    straight = [_straight(line, width) for line in ends if line[0] == line[2] or line[1] == line[3]]
    if stroke.dash != "solid" or not straight:
        yield Lines(np.array(ends, dtype=np.float64), colour, width, stroke.dash)
        return
    yield Rects(np.array(straight, dtype=np.float64), colour)
    if len(straight) < len(ends):
        slanted = [line for line in ends if line[0] != line[2] and line[1] != line[3]]
        yield Lines(np.array(slanted, dtype=np.float64), colour, width)


def _paint(figure: Polyline | Polygon | Ellipse | Label, look: Look) -> tuple[Primitive, ...]:
    theme, ratio = look.theme, look.pixel_ratio
    match figure:
        case Polyline(points, stroke, opacity):
            colour, width = theme.colour(stroke.colour), max(1.0, stroke.width * ratio)
            return (Path(_array(points), colour, width, stroke.dash, opacity=opacity),)
        case Polygon(points, fill, opacity, stroke):
            outline = _array(points)
            smooth = opacity >= _SOLID and len(points) <= _CORNERS
            area: tuple[Primitive, ...] = () if fill is None else (Area(outline, theme.colour(fill), opacity, smooth),)
            if stroke is None or not len(points):
                return area
            closed = np.vstack([outline, outline[:1]])
            colour = theme.colour(stroke.colour)
            return (*area, Path(closed, colour, max(1.0, stroke.width * ratio), stroke.dash))
        case Ellipse(centre, rx, ry, stroke, fill, opacity):
            rect = (centre[0] - rx, centre[1] - ry, 2 * rx, 2 * ry)
            inner = None if fill is None else theme.colour(fill)
            return (Oval(rect, theme.colour(stroke.colour), max(1.0, stroke.width * ratio), inner, opacity),)
        case Label():
            return (_label(figure, theme),)


def _array(points: Sequence[tuple[float, float]]) -> Floats:
    return np.array(points, dtype=np.float64).reshape(-1, 2)  # with two columns also where there are no points


def _straight(line: tuple[float, float, float, float], width: float) -> Rect:
    """A line along an axis as a rectangle on whole pixels: crisp, and many times faster than a pen."""
    x0, y0, x1, y1 = line
    thick = max(1.0, round(width))
    if y0 == y1:
        return min(x0, x1), math.floor(y0 - thick / 2 + 0.5), abs(x1 - x0), thick
    return math.floor(x0 - thick / 2 + 0.5), min(y0, y1), thick, abs(y1 - y0)


def _label(label: Label, theme: Theme) -> Text:
    colour = theme.colour(label.colour)
    text_colour, background = (contrast_text(colour), colour) if label.boxed else (colour, theme.chart if label.veiled else None)
    x, y = label.at
    align = label.horizontal, label.vertical
    return Text(x, y, label.text, text_colour, *align, label.size, background=background, angle=label.angle)


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
