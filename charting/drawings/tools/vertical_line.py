"""A vertical line: one bar, over the whole height."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, flag

LABEL = ToolParameter("label", translatable("Show the name and date"), default=True)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The line over the pane's height, its name and date beside its foot."""
    plane, x = projection.plane, points[0][0]
    line = Segment((x, plane.top), (x, plane.bottom), drawing.stroke)
    if not flag(drawing, LABEL):
        return (line,)
    gap = plane.pixel_ratio
    date = projection.wording.date(drawing.anchors[0].time.timestamp(), projection.instrument, projection.bars.interval)
    at = (x + 5 * gap, projection.viewport.bottom - 6 * gap)
    return line, Label(at, f"{drawing.name} {date}".strip(), drawing.stroke.colour, "left", "bottom")


def handles(_drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """One grip at the price it was placed at, or in the middle of the pane when that is out of view."""
    viewport, (x, y) = projection.viewport, points[0]
    if not viewport.top <= y <= viewport.bottom:
        y = viewport.top + viewport.height / 2
    return (Handle((x, y), 0, None),)


TOOL = Tool(
    kind="vertical_line",
    title=translatable("Vertical line"),
    group=translatable("Lines"),
    hint=translatable("Click at a bar"),
    icon="vertical_line",
    anchors=1,
    figures=figures,
    parameters=(LABEL,),
    shortcut="Alt+V",
    handles=handles,
    names=True,
)
