"""The rectangle: a zone of price and time, such as supply or demand, open to either side where it is extended."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Polygon, Segment
from charting.core.text import translatable
from charting.drawings.boxes import corners, handles
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import nodes, space
from charting.drawings.plane import price_of

MIDDLE = ToolParameter("middle", translatable("Show the middle"), default=False)
LABEL = ToolParameter("label", translatable("Show the name"), default=True)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The filled zone with its border, its name inside at the upper left."""
    if len(points) < 2:
        return ()
    plane, box = projection.plane, corners(drawing, points, projection)
    found: list[Figure] = [Polygon(box, drawing.fill or drawing.stroke.colour, drawing.opacity, drawing.stroke)]
    if flag(drawing, MIDDLE):
        first, last = nodes(drawing, projection)[:2]
        y = plane.y_of(first.between(last, 0.5).value, space(drawing))
        found.append(Segment((box[0][0], y), (box[1][0], y), replace(drawing.stroke, dash="dash")))
    if drawing.name and flag(drawing, LABEL):
        gap = 6 * plane.pixel_ratio
        at = (max(box[0][0], projection.viewport.left) + gap, box[0][1] + gap)
        found.append(Label(at, drawing.name, drawing.stroke.colour, "left", "top"))
    return tuple(found)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The prices of the upper and lower edge, and of the middle where it is shown."""
    first, last = nodes(drawing, projection)[:2]
    slots, interp = np.asarray(slots, dtype=np.float64), space(drawing)
    beside = (slots < min(first.slot, last.slot)) & (not drawing.extend_left)
    beside |= (slots > max(first.slot, last.slot)) & (not drawing.extend_right)
    values = {"upper": max(first.value, last.value), "lower": min(first.value, last.value)}
    if flag(drawing, MIDDLE):
        values["middle"] = (first.value + last.value) / 2
    return {name: np.where(beside, np.nan, price_of(value, interp)) for name, value in values.items()}


TOOL = Tool(
    kind="rectangle",
    title=translatable("Rectangle"),
    group=translatable("Shapes"),
    hint=translatable("Click two opposite corners"),
    icon="rectangle",
    anchors=2,
    figures=figures,
    lines_at=lines_at,
    parameters=(MIDDLE, LABEL),
    handles=handles,
    square=True,
    names=True,
)
