"""Lines parallel to the one through a drawing's first two points, at shares of the offset to its third."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Anchor, Drawing
from charting.drawings.declaration import Handle, Points, Projection, kept
from charting.drawings.geometry import Node, line_prices, nodes, point_of, space
from charting.drawings.plane import price_of, value_of


@kept
def offset(drawing: Drawing, projection: Projection) -> float:
    """How far level 1 lies above the base line (below when negative), as a coordinate of the drawing's space.

    A difference of prices, or on a log line the logarithm of their ratio, so that the sides stay parallel on the scale
    the drawing was made on. Zero while there is no third point.
    """
    found = nodes(drawing, projection)
    if len(found) < 3:
        return 0.0
    base, end, other = found[:3]
    if base.slot == end.slot:
        return other.value - base.value
    return other.value - base.between(end, (other.slot - base.slot) / (end.slot - base.slot)).value


def sides(drawing: Drawing, projection: Projection, levels: Iterable[float]) -> list[tuple[Node, Node]]:
    """The ends of the line at each level: 0 is the base line, 1 the one through the third point."""
    base, end = nodes(drawing, projection)[:2]
    rise = offset(drawing, projection)
    return [(base.moved(value=level * rise), end.moved(value=level * rise)) for level in levels]


def side_prices(drawing: Drawing, slots: Floats, projection: Projection, level: float) -> Floats:
    """Prices along the line at a level, (n,) at (n,) slots; NaN beside it."""
    ((start, end),) = sides(drawing, projection, (level,))
    return line_prices(start, end, slots, space(drawing), left=drawing.extend_left, right=drawing.extend_right)


def settle(drawing: Drawing, projection: Projection) -> Drawing:
    """Keep the offset at the first point's time.

    There the third price minus the first is the offset whatever the interval; anywhere else the slope of the line would
    come into it, and a channel drawn on days would be a little wider on weeks.
    """
    first = drawing.anchors[0]
    if drawing.anchors[2].time == first.time:
        return drawing
    interp = space(drawing)
    price = price_of(value_of(first.price, interp) + offset(drawing, projection), interp)
    return replace(drawing, anchors=(*drawing.anchors[:2], Anchor(first.time, price, first.interval)))


def reshape(before: Drawing, after: Drawing, index: int, projection: Projection) -> Drawing:
    """Moving an end of the base line keeps the width; moving the third point changes nothing else."""
    if index == 2:
        return settle(after, projection)
    interp, first = space(before), after.anchors[0]
    if interp == "log" and first.price <= 0:
        return after
    price = price_of(value_of(first.price, interp) + offset(before, projection), interp)
    return replace(after, anchors=(*after.anchors[:2], Anchor(first.time, price, first.interval)))


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """Both ends of the base line, and the middle of the line through the third point."""
    found = [Handle(points[index], index, index) for index in range(min(2, len(points)))]
    if len(points) > 2:
        ((start, end),) = sides(drawing, projection, (1.0,))
        found.append(Handle(point_of(projection.plane, space(drawing), start.between(end, 0.5)), 2, 2))
    return tuple(found)
