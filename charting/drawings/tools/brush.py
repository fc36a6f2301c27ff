"""The brush: a line drawn freely; the highlighter, broad and translucent, is its preset."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, number

OPACITY = ToolParameter("line_opacity", translatable("Opacity of the line"), 1.0, low=0.05, high=1)


def figures(drawing: Drawing, points: Points, _projection: Projection) -> tuple[Figure, ...]:
    """The line as the hand went."""
    return (Polyline(points, drawing.stroke, number(drawing, OPACITY)),) if len(points) > 1 else ()


def handles(_drawing: Drawing, points: Points, _projection: Projection) -> tuple[Handle, ...]:
    """Its two ends: a handle on each of hundreds of points would be in the way."""
    ends = dict.fromkeys((0, len(points) - 1))
    return tuple(Handle(points[index], index, index) for index in ends)


TOOL = Tool(
    kind="brush",
    title=translatable("Brush"),
    group=translatable("Shapes"),
    hint=translatable("Press and draw"),
    icon="brush",
    anchors=2,
    max_anchors=2000,
    figures=figures,
    parameters=(OPACITY,),
    freehand=True,
    handles=handles,
    defaults=lambda drawing: replace(drawing, stroke=Stroke("blue", 2.0)),
)

HIGHLIGHTER = replace(
    TOOL,
    kind="highlighter",
    title=translatable("Highlighter"),
    icon="highlighter",
    preset_of="brush",
    defaults=lambda drawing: replace(
        drawing, stroke=Stroke("yellow", 14.0), parameters={**drawing.parameters, OPACITY.name: 0.3}
    ),
)
