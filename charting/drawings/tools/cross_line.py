"""A cross line: a price and a bar, over the whole pane."""

from __future__ import annotations

import math

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import level_line

LABEL = ToolParameter("label", translatable("Show the price and date"), default=True)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """Both lines, the price at the right end of one and the date at the foot of the other."""
    plane, viewport, (x, y) = projection.plane, projection.viewport, points[0]
    lines = (
        Segment((plane.left, y), (plane.right, y), drawing.stroke),
        Segment((x, plane.top), (x, plane.bottom), drawing.stroke),
    )
    if not flag(drawing, LABEL):
        return lines
    gap, colour, anchor = plane.pixel_ratio, drawing.stroke.colour, drawing.anchors[0]
    date = projection.wording.date(anchor.time.timestamp(), projection.instrument, projection.interval)
    price = Label((viewport.right - 8 * gap, y - 2 * gap), projection.price_text(anchor.price), colour, "right", "bottom")
    return *lines, price, Label((x + 5 * gap, viewport.bottom - 6 * gap), date, colour, "left", "bottom")


def price_at(drawing: Drawing, slots: Floats, _projection: Projection) -> Floats:
    """The price of its horizontal line, everywhere the same."""
    return np.full(np.shape(slots), drawing.anchors[0].price)


TOOL = Tool(
    kind="cross_line",
    title=translatable("Cross line"),
    group=translatable("Lines"),
    hint=translatable("Click at a bar and a price"),
    icon="cross_line",
    anchors=1,
    figures=figures,
    price_at=price_at,
    parameters=(LABEL,),
    shortcut="Alt+C",
    reach=lambda _drawing: (math.inf, math.inf),
    beyond=level_line,
)
