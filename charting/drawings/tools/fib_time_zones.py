"""Fibonacci time zones: vertical lines at Fibonacci's numbers times the bars between two clicks."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import line_figures, nodes, space
from charting.drawings.levels import COLOURED, stroke_of

NUMBERS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144)

LABEL = ToolParameter("label", translatable("Show the numbers"), default=True)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The lines with their numbers at the foot, and the unit they count in."""
    plane, x = projection.plane, points[0][0]
    unit = points[1][0] - x if len(points) > 1 else 0.0
    found: list[Figure] = []
    if len(points) > 1:
        begin, end = nodes(drawing, projection)[:2]
        found.extend(line_figures(plane, space(drawing), begin, end, replace(drawing.stroke, dash="dot")))
    bottom, gap = projection.viewport.bottom - 6 * plane.pixel_ratio, 4 * plane.pixel_ratio
    for index, count in enumerate(NUMBERS):
        across = x + count * unit
        if not plane.left <= across <= plane.right or (unit == 0 and count):
            continue
        stroke = stroke_of(drawing, index)
        found.append(Segment((across, plane.top), (across, plane.bottom), stroke))
        if flag(drawing, LABEL):
            found.append(Label((across + gap, bottom), projection.wording.number(count, 0), stroke.colour, "left", "bottom"))
    return tuple(found)


TOOL = Tool(
    kind="fib_time_zones",
    title=translatable("Fibonacci time zones"),
    group=translatable("Fibonacci"),
    hint=translatable("Click two bars: their distance is the unit"),
    icon="fib_time_zones",
    anchors=2,
    figures=figures,
    parameters=(LABEL, COLOURED),
    reach=lambda _drawing: (NUMBERS[-1], NUMBERS[-1]),
)
