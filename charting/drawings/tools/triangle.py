"""The triangle through three points."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Figure, Polygon, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool
from charting.drawings.geometry import nodes, outline, space


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The filled triangle; its first side while there are two points."""
    if len(points) < 2:
        return ()
    corners = nodes(drawing, projection)[:3]
    if len(corners) < 3:
        return (Polyline(outline(projection.plane, space(drawing), corners), drawing.stroke),)
    rim = outline(projection.plane, space(drawing), (*corners, corners[0]))
    return (Polygon(rim[:-1], drawing.fill or drawing.stroke.colour, drawing.opacity, drawing.stroke),) if rim else ()


TOOL = Tool(
    kind="triangle",
    title=translatable("Triangle"),
    group=translatable("Shapes"),
    hint=translatable("Click three corners"),
    icon="triangle",
    anchors=3,
    figures=figures,
)
