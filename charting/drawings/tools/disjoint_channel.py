"""The disjoint channel: two lines of their own slopes with the area between them, such as a wedge."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Anchor, Drawing
from charting.core.figures import Figure
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool
from charting.drawings.geometry import Node, band, base_line, line_figures, line_prices, nodes, space
from charting.drawings.line_labels import NAMES, channel_name
from charting.drawings.plane import price_of


def second_line(drawing: Drawing, projection: Projection) -> tuple[Node, Node]:
    """The ends of the second line: its own two points, or while there is but one, with the first line's slope reversed."""
    found = nodes(drawing, projection)
    if len(found) > 3:
        return found[2], found[3]
    first, last, other = found[:3]
    slope = 0.0 if first.slot == last.slot else (last.value - first.value) / (last.slot - first.slot)
    begin = Node(first.slot, other.value - (first.slot - other.slot) * slope)
    return begin, Node(last.slot, begin.value - (last.value - first.value))


def settle(drawing: Drawing, projection: Projection) -> Drawing:
    """Give the second line two points of its own, at the times of the first line's."""
    if len(drawing.anchors) > 3:
        return drawing
    interp = space(drawing)
    first, last = drawing.anchors[:2]
    begin, end = (price_of(node.value, interp) for node in second_line(drawing, projection))
    ends = (Anchor(first.time, begin, first.interval), Anchor(last.time, end, last.interval))
    return replace(drawing, anchors=(first, last, *ends))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """Both lines and the area between them."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    begin, end = nodes(drawing, projection)[:2]
    left, right = drawing.extend_left, drawing.extend_right
    found = list(line_figures(plane, interp, begin, end, drawing.stroke, left=left, right=right))
    if len(points) > 2:
        second = second_line(drawing, projection)
        fill = drawing.fill or drawing.stroke.colour
        found[:0] = band(plane, interp, (begin, end), second, fill, drawing.opacity, left=left, right=right)
        found.extend(line_figures(plane, interp, *second, drawing.stroke, left=left, right=right))
        found.extend(channel_name(drawing, ((begin, end), second), projection))
    return tuple(found)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the first line."""
    begin, end = nodes(drawing, projection)[:2]
    return line_prices(begin, end, slots, space(drawing), left=drawing.extend_left, right=drawing.extend_right)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along both lines."""
    ends = second_line(drawing, projection)
    second = line_prices(*ends, slots, space(drawing), left=drawing.extend_left, right=drawing.extend_right)
    return {"": price_at(drawing, slots, projection), "second": second}


TOOL = Tool(
    kind="disjoint_channel",
    title=translatable("Disjoint channel"),
    group=translatable("Channels"),
    hint=translatable("Click two points of one line, then a point of the other"),
    icon="disjoint_channel",
    anchors=3,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    beyond=lambda drawing, projection: (base_line(drawing, projection), second_line(drawing, projection)),
    parameters=NAMES,
    settle=settle,
    names=True,
)
