"""The polyline through any number of points, filled when it is closed; the path, which ends in an arrow, is its preset."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, Polygon, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import nodes, outline, space
from charting.drawings.marks import arrowhead

ARROW = ToolParameter("arrow", translatable("Arrow at the end"), default=False)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The line from point to point; a filled outline when the last point is the first."""
    if len(points) < 2:
        return ()
    way = outline(projection.plane, space(drawing), nodes(drawing, projection))
    if len(points) > 3 and drawing.anchors[0] == drawing.anchors[-1]:
        return (Polygon(way[:-1], drawing.fill or drawing.stroke.colour, drawing.opacity, drawing.stroke),)
    line = Polyline(way, drawing.stroke)
    if not flag(drawing, ARROW):
        return (line,)
    return line, *arrowhead(points[-2], points[-1], drawing.stroke, projection.plane.pixel_ratio)


def reshape(before: Drawing, after: Drawing, index: int, _projection: Projection) -> Drawing:
    """The first and the last point of a closed outline are one."""
    last = len(before.anchors) - 1
    if before.anchors[0] != before.anchors[last] or index not in (0, last):
        return after
    moved = after.anchors[index]
    return replace(after, anchors=(moved, *after.anchors[1:last], moved))


TOOL = Tool(
    kind="polyline",
    title=translatable("Polyline"),
    group=translatable("Shapes"),
    hint=translatable("Click points; double-click or Enter ends, a click on the first point closes"),
    icon="polyline",
    anchors=2,
    max_anchors=500,
    figures=figures,
    parameters=(ARROW,),
    reshape=reshape,
)

PATH = replace(
    TOOL,
    kind="path",
    title=translatable("Path"),
    icon="path",
    preset_of="polyline",
    defaults=lambda drawing: replace(drawing, parameters={**drawing.parameters, ARROW.name: True}),
)
