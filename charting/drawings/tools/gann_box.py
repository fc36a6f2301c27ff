"""Gann's box: a move's price and time divided by the same shares."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Label, Polygon, Polyline, Segment
from charting.core.text import translatable
from charting.drawings.boxes import handles
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept, ratios
from charting.drawings.geometry import Node, nodes, outline, point_of, space
from charting.drawings.levels import COLOURED, PERCENT, level_name, level_text, levels_parameter, steps
from charting.drawings.marks import apart
from charting.drawings.plane import price_of

LEVELS = levels_parameter([0.0, 0.25, 0.382, 0.5, 0.618, 0.75, 1.0])
LABEL = ToolParameter("label", translatable("Show levels"), default=True)


@kept
def _steps(drawing: Drawing, projection: Projection) -> tuple[tuple[Node, Stroke, str], ...]:
    """The places of the levels, each with its look and what its label says."""
    begin, end = nodes(drawing, projection)[:2]
    looks = steps(drawing, LEVELS)
    return tuple((begin.between(end, level), stroke, level_text(drawing, level, projection)) for level, stroke in looks)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The filled box with its lines across and up, their levels at the left and below."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    begin, end = nodes(drawing, projection)[:2]
    (x0, y0), (x1, y1) = points[:2]
    fill = drawing.fill or drawing.stroke.colour
    found: list[Figure] = [Polygon(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), fill, drawing.opacity)]
    gap = 4 * plane.pixel_ratio
    prices: list[Label] = []
    times: list[Label] = []
    written, left, foot = flag(drawing, LABEL), min(x0, x1) - gap, max(y0, y1) + gap
    for place, stroke, text in _steps(drawing, projection):
        x, y = point_of(plane, interp, place)
        found.append(Segment((x0, y), (x1, y), stroke))
        found.append(Segment((x, y0), (x, y1), stroke))
        if written:
            prices.append(Label((left, y), text, stroke.colour, "right"))
            times.append(Label((x, foot), text, stroke.colour, "centre", "top"))
    diagonal = outline(plane, interp, (begin, end))
    found.append(Polyline(diagonal, replace(drawing.stroke, dash="dash")))
    return *found, *apart(prices, plane.pixel_ratio), *apart(times, plane.pixel_ratio)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The price of each level, within the box."""
    begin, end = nodes(drawing, projection)[:2]
    slots, interp = np.asarray(slots, dtype=np.float64), space(drawing)
    within = (slots >= min(begin.slot, end.slot)) & (slots <= max(begin.slot, end.slot))
    return {
        level_name(level): np.where(within, price_of(begin.between(end, level).value, interp), np.nan)
        for level in ratios(drawing, LEVELS)
    }


TOOL = Tool(
    kind="gann_box",
    title=translatable("Gann box"),
    group=translatable("Gann"),
    hint=translatable("Click two opposite corners"),
    icon="gann_box",
    anchors=2,
    figures=figures,
    lines_at=lines_at,
    parameters=(LEVELS, LABEL, PERCENT, COLOURED),
    defaults=lambda drawing: replace(drawing, opacity=0.04),
    handles=handles,
    square=True,
)
