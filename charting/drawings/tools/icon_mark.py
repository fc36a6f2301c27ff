"""A small sign at a bar and a price: a star, an arrow, a tick."""

from __future__ import annotations

import math

from msgspec.structs import replace

from charting.core.document import Drawing, Stroke
from charting.core.figures import Ellipse, Figure, Polygon, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, number, word

SHAPES = ("star", "arrow up", "arrow down", "circle", "square", "diamond", "tick", "cross")
SHAPE = ToolParameter("shape", translatable("Sign"), "star", choices=SHAPES)
SIZE = ToolParameter("size", translatable("Size"), 20.0, low=6, high=120)

_ARROW = ((0.0, -0.5), (0.45, 0.05), (0.17, 0.05), (0.17, 0.5), (-0.17, 0.5), (-0.17, 0.05), (-0.45, 0.05))
_OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "star": tuple(
        (r * math.sin(math.pi * step / 5), -r * math.cos(math.pi * step / 5))
        for step in range(10)
        for r in (0.52 if step % 2 == 0 else 0.21,)
    ),
    "arrow up": _ARROW,
    "arrow down": tuple((x, -y) for x, y in _ARROW),
    "square": ((-0.4, -0.4), (0.4, -0.4), (0.4, 0.4), (-0.4, 0.4)),
    "diamond": ((0.0, -0.5), (0.42, 0.0), (0.0, 0.5), (-0.42, 0.0)),
}
_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "tick": (((-0.4, 0.02), (-0.12, 0.34), (0.44, -0.36)),),
    "cross": (((-0.36, -0.36), (0.36, 0.36)), ((-0.36, 0.36), (0.36, -0.36))),
}


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The sign, centred on its point."""
    (x, y), shape = points[0], word(drawing, SHAPE)
    size = number(drawing, SIZE) * projection.plane.pixel_ratio
    colour = drawing.stroke.colour
    if shape == "circle":
        return (Ellipse((x, y), 0.42 * size, 0.42 * size, drawing.stroke, colour, 1.0),)
    if shape in _STROKES:
        bold = replace(drawing.stroke, width=min(20.0, max(1.5, number(drawing, SIZE) / 8)), dash="solid")
        return tuple(Polyline(tuple((x + dx * size, y + dy * size) for dx, dy in way), bold) for way in _STROKES[shape])
    return (Polygon(tuple((x + dx * size, y + dy * size) for dx, dy in _OUTLINES[shape]), colour, 1.0),)


TOOL = Tool(
    kind="icon",
    title=translatable("Icon"),
    group=translatable("Notes"),
    hint=translatable("Click where the sign goes"),
    icon="icon",
    anchors=1,
    figures=figures,
    parameters=(SHAPE, SIZE),
    defaults=lambda drawing: replace(drawing, stroke=Stroke("yellow")),
)
