"""The trend-based Fibonacci extension: a move from A to B, measured off again from C."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept
from charting.drawings.geometry import line_figures, nodes, space
from charting.drawings.levels import EXTENSIONS, LOOKS, Rung, ladder, levels_parameter, rung_figures, rung_prices

LEVELS = levels_parameter(EXTENSIONS)
TREND = ToolParameter("trend", translatable("Show the move"), default=True)


@kept
def rungs(drawing: Drawing, projection: Projection) -> tuple[Rung, ...]:
    """Each level with its height: ``c + (b - a) * level`` in the drawing's space."""
    a, b, c = nodes(drawing, projection)[:3]
    return ladder(drawing, LEVELS, lambda level: c.value + (b.value - a.value) * level, space(drawing), projection)


def span(drawing: Drawing, projection: Projection) -> tuple[float, float]:
    """The slots between which levels are drawn: from C on, as long as the move took."""
    a, b, c = nodes(drawing, projection)[:3]
    return c.slot, c.slot + max(abs(b.slot - a.slot), abs(c.slot - b.slot), 1.0)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The levels from C on, and the way from A by B to C."""
    if len(points) < 2:
        return ()
    interp, corners = space(drawing), nodes(drawing, projection)
    thin = replace(drawing.stroke, dash="dash")
    found: list[Figure] = []
    if len(points) > 2:
        found.extend(rung_figures(drawing, rungs(drawing, projection), *span(drawing, projection), interp, projection))
    if len(points) < 3 or flag(drawing, TREND):
        for start, end in pairwise(corners[:3]):
            found.extend(line_figures(projection.plane, interp, start, end, thin))
    return tuple(found)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The price of each level."""
    return rung_prices(drawing, rungs(drawing, projection), *span(drawing, projection), space(drawing), slots)


TOOL = Tool(
    kind="fib_extension",
    title=translatable("Fibonacci extension"),
    group=translatable("Fibonacci"),
    hint=translatable("Click where the move began and ended, then where to measure it off again"),
    icon="fib_extension",
    anchors=3,
    figures=figures,
    lines_at=lines_at,
    parameters=(LEVELS, TREND, *LOOKS),
    defaults=lambda drawing: replace(drawing, opacity=0.06),
    reach=lambda drawing: (math.inf if drawing.extend_left else 0.0, math.inf if drawing.extend_right else 1.0),
)
