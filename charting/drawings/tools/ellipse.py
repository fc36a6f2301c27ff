"""The ellipse within the box between two corners."""

from __future__ import annotations

import math

from charting.core.document import Drawing
from charting.core.figures import Ellipse, Figure, Polygon
from charting.core.text import translatable
from charting.drawings.boxes import handles
from charting.drawings.declaration import Points, Projection, Tool
from charting.drawings.geometry import Node, nodes, point_of, space

_POINTS = 72


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """An ellipse on the scale it was drawn on; elsewhere the same prices and times, which bend it."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    fill = drawing.fill or drawing.stroke.colour
    if interp == plane.interp:
        (x0, y0), (x1, y1) = points[:2]
        radii = abs(x1 - x0) / 2, abs(y1 - y0) / 2
        return (Ellipse(((x0 + x1) / 2, (y0 + y1) / 2), *radii, drawing.stroke, fill, drawing.opacity),)
    first, last = nodes(drawing, projection)[:2]
    centre = first.between(last, 0.5)
    across, up = (last.slot - first.slot) / 2, (last.value - first.value) / 2
    turns = (2 * math.pi * step / _POINTS for step in range(_POINTS))
    rim = (Node(centre.slot + across * math.cos(turn), centre.value + up * math.sin(turn)) for turn in turns)
    return (Polygon(tuple(point_of(plane, interp, node) for node in rim), fill, drawing.opacity, drawing.stroke),)


TOOL = Tool(
    kind="ellipse",
    title=translatable("Ellipse"),
    group=translatable("Shapes"),
    hint=translatable("Click two opposite corners of the box round it"),
    icon="ellipse",
    anchors=2,
    figures=figures,
    handles=handles,
    square=True,
)
