"""The channel with a flat top or bottom: a line through two points against a price that holds."""

from __future__ import annotations

from collections.abc import Mapping

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool
from charting.drawings.geometry import Node, band, base_line, line_figures, line_prices, nodes, point_of, space
from charting.drawings.line_labels import NAMES, channel_name


def flat_side(drawing: Drawing, projection: Projection) -> tuple[Node, Node]:
    """The ends of the flat side, above or below those of the sloping one."""
    first, last, level = nodes(drawing, projection)[:3]
    return Node(first.slot, level.value), Node(last.slot, level.value)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """Both sides and the area between them."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    first, last = nodes(drawing, projection)[:2]
    left, right = drawing.extend_left, drawing.extend_right
    found = list(line_figures(plane, interp, first, last, drawing.stroke, left=left, right=right))
    if len(points) > 2:
        flat = flat_side(drawing, projection)
        fill = drawing.fill or drawing.stroke.colour
        found[:0] = band(plane, interp, (first, last), flat, fill, drawing.opacity, left=left, right=right)
        found.extend(line_figures(plane, interp, *flat, drawing.stroke, left=left, right=right))
        found.extend(channel_name(drawing, ((first, last), flat), projection))
    return tuple(found)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the sloping side."""
    first, last = nodes(drawing, projection)[:2]
    return line_prices(first, last, slots, space(drawing), left=drawing.extend_left, right=drawing.extend_right)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along both sides."""
    ends = flat_side(drawing, projection)
    flat = line_prices(*ends, slots, space(drawing), left=drawing.extend_left, right=drawing.extend_right)
    return {"": price_at(drawing, slots, projection), "flat": flat}


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """The ends of the sloping side, and the middle of the flat one, which moves up and down."""
    found = [Handle(points[index], index, index) for index in range(min(2, len(points)))]
    if len(points) > 2:
        start, end = flat_side(drawing, projection)
        found.append(Handle(point_of(projection.plane, space(drawing), start.between(end, 0.5)), None, 2))
    return tuple(found)


TOOL = Tool(
    kind="flat_channel",
    title=translatable("Flat top/bottom"),
    group=translatable("Channels"),
    hint=translatable("Click two points of the sloping side, then the price of the flat one"),
    icon="flat_channel",
    anchors=3,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    beyond=lambda drawing, projection: (base_line(drawing, projection), flat_side(drawing, projection)),
    parameters=NAMES,
    handles=handles,
    names=True,
)
