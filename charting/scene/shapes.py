"""Turns the figures of drawings into what a painter paints."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from charting.core.bars import Floats
from charting.core.figures import Ellipse, Figure, Label, Polygon, Polyline, Segment
from charting.core.theme import Theme, contrast_text
from charting.scene.look import Look
from charting.scene.primitives import Area, Oval, Path, Primitive, Rect, Rects, Text


def primitives_of(figures: Iterable[Figure], look: Look) -> tuple[Primitive, ...]:
    """The figures as a painter takes them, in the theme's colours."""
    return tuple(part for figure in figures for part in _paint(figure, look))


def _paint(figure: Figure, look: Look) -> tuple[Primitive, ...]:
    theme, ratio = look.theme, look.pixel_ratio
    match figure:
        case Segment(start, end, stroke):
            width = max(1.0, stroke.width * ratio)
            colour = theme.colour(stroke.colour)
            if stroke.dash == "solid" and (start[0] == end[0] or start[1] == end[1]):
                return (_straight(start, end, width, colour),)
            return (Path(np.array([start, end], dtype=np.float64), colour, width, stroke.dash),)
        case Polyline(points, stroke, opacity):
            colour, width = theme.colour(stroke.colour), max(1.0, stroke.width * ratio)
            return (Path(_array(points), colour, width, stroke.dash, opacity=opacity),)
        case Polygon(points, fill, opacity, stroke):
            outline = _array(points)
            area: tuple[Primitive, ...] = () if fill is None else (Area(outline, theme.colour(fill), opacity),)
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


def _straight(start: tuple[float, float], end: tuple[float, float], width: float, colour: str) -> Rects:
    """A line along an axis as a filled rectangle on whole pixels: crisp, and many times faster than a pen."""
    thick = max(1.0, round(width))
    left, top = min(start[0], end[0]), min(start[1], end[1])
    if start[1] == end[1]:
        rect: Rect = (left, math.floor(top - thick / 2 + 0.5), abs(end[0] - start[0]), thick)
    else:
        rect = (math.floor(left - thick / 2 + 0.5), top, thick, abs(end[1] - start[1]))
    return Rects(np.array([rect], dtype=np.float64), colour)


def _label(label: Label, theme: Theme) -> Text:
    colour = theme.colour(label.colour)
    text_colour, background = (contrast_text(colour), colour) if label.boxed else (colour, None)
    x, y = label.at
    return Text(x, y, label.text, text_colour, label.horizontal, label.vertical, label.size, False, background)


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
