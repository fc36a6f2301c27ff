"""Fibonacci time zones: vertical lines at Fibonacci's numbers times the bars between two clicks."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Label, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept, ratios
from charting.drawings.geometry import line_figures, nodes, space
from charting.drawings.levels import COLOURED, COLOURS, decimals_of, steps

NUMBERS = ToolParameter(
    "levels",
    translatable("Numbers"),
    [0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 21.0, 34.0, 55.0, 89.0, 144.0],
    low=0,
    high=1000,
    colours=COLOURS,
)
LABEL = ToolParameter("label", translatable("Show the numbers"), default=True)


@kept
def _steps(drawing: Drawing, projection: Projection) -> tuple[tuple[float, Stroke, str], ...]:
    """The lines that are shown by how many units they lie away, each with its look and what its label says."""
    looks, number = steps(drawing, NUMBERS), projection.wording.number
    return tuple((count, stroke, number(count, decimals_of(count))) for count, stroke in looks)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The lines with their numbers at the foot, and the unit they count in."""
    plane, x = projection.plane, points[0][0]
    unit = points[1][0] - x if len(points) > 1 else 0.0
    found: list[Figure] = []
    if len(points) > 1:
        begin, end = nodes(drawing, projection)[:2]
        found.extend(line_figures(plane, space(drawing), begin, end, replace(drawing.stroke, dash="dot")))
    bottom, gap = projection.window.bottom - 6 * plane.pixel_ratio, 4 * plane.pixel_ratio
    written = flag(drawing, LABEL)
    for count, stroke, text in _steps(drawing, projection):
        across = x + count * unit
        if not plane.left <= across <= plane.right or (unit == 0 and count):
            continue
        found.append(Segment((across, plane.top), (across, plane.bottom), stroke))
        if written:
            found.append(Label((across + gap, bottom), text, stroke.colour, "left", "bottom"))
    return tuple(found)


def _reach(drawing: Drawing) -> tuple[float, float]:
    furthest = max(ratios(drawing, NUMBERS), default=0.0)
    return furthest, furthest


TOOL = Tool(
    kind="fib_time_zones",
    title=translatable("Fibonacci time zones"),
    group=translatable("Fibonacci"),
    hint=translatable("Click two bars: their distance is the unit"),
    icon="fib_time_zones",
    anchors=2,
    figures=figures,
    parameters=(NUMBERS, LABEL, COLOURED),
    reach=_reach,
)
