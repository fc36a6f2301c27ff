"""A horizontal ray: one price, from a bar on to the right."""

from __future__ import annotations

import math

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import level_line
from charting.drawings.line_labels import DISTANCE, PLACE, SIDE, level_label

LABEL = ToolParameter("label", translatable("Show the name and price"), default=True)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The line from its point to the right edge, with its name and price beside it."""
    plane, (x, y) = projection.plane, points[0]
    if not x <= plane.right:
        return ()
    line = Segment((max(x, plane.left), y), (plane.right, y), drawing.stroke)
    if not flag(drawing, LABEL):
        return (line,)
    return line, level_label(drawing, x, plane.right, y, projection)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """The same price from its bar on."""
    anchor = drawing.anchors[0]
    return np.where(np.asarray(slots) >= projection.slot(anchor), anchor.price, np.nan)


TOOL = Tool(
    kind="horizontal_ray",
    title=translatable("Horizontal ray"),
    group=translatable("Lines"),
    hint=translatable("Click where the ray begins"),
    icon="horizontal_ray",
    anchors=1,
    figures=figures,
    price_at=price_at,
    parameters=(LABEL, PLACE, SIDE, DISTANCE),
    shortcut="Alt+J",
    reach=lambda _drawing: (0.0, math.inf),
    beyond=level_line,
    names=True,
)
