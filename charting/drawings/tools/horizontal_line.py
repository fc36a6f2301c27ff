"""A horizontal line: one price, right across the chart."""

from __future__ import annotations

import math

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import level_line
from charting.drawings.line_labels import DISTANCE, PLACE, SIDE, level_label

LABEL = ToolParameter("label", translatable("Show the name and price"), default=True)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The line over the pane's whole width, its name and price beside it."""
    plane, y = projection.plane, points[0][1]
    line = Segment((plane.left, y), (plane.right, y), drawing.stroke)
    if not flag(drawing, LABEL):
        return (line,)
    return line, level_label(drawing, plane.left, plane.right, y, projection)


def price_at(drawing: Drawing, slots: Floats, _projection: Projection) -> Floats:
    """The same price everywhere."""
    return np.full(np.shape(slots), drawing.anchors[0].price)


def handles(_drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """One grip, in the middle of the pane when its anchor is scrolled out of view."""
    viewport = projection.viewport
    x, y = points[0]
    if not viewport.left <= x <= viewport.right:
        x = viewport.left + viewport.width / 2
    return (Handle((x, y), None, 0),)


TOOL = Tool(
    kind="horizontal_line",
    title=translatable("Horizontal line"),
    group=translatable("Lines"),
    hint=translatable("Click at a price"),
    icon="horizontal_line",
    anchors=1,
    figures=figures,
    price_at=price_at,
    parameters=(LABEL, PLACE, SIDE, DISTANCE),
    shortcut="Alt+H",
    handles=handles,
    reach=lambda _drawing: (math.inf, math.inf),
    beyond=level_line,
    names=True,
)
