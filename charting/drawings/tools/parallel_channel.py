"""The parallel channel: a line through two points and others parallel to it, at shares of an offset."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Anchor, Drawing
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, flag, ratios
from charting.drawings.geometry import Node, band, line_figures, line_prices, nodes, space
from charting.drawings.plane import price_of, value_of

LEVELS = ToolParameter("levels", translatable("Levels"), [0.0, 0.5, 1.0], low=-10, high=10)
LABEL = ToolParameter("label", translatable("Show the name"), default=True)


def offset(drawing: Drawing, projection: Projection) -> float:
    """How far the level 1 lies above the base line (below when negative), as a coordinate of the drawing's space.

    A difference of prices, or on a log line the logarithm of their ratio, so that the sides stay parallel on the scale
    the channel was drawn on.
    """
    base, end, other = nodes(drawing, projection)[:3]
    if base.slot == end.slot:
        return other.value - base.value
    return other.value - base.between(end, (other.slot - base.slot) / (end.slot - base.slot)).value


def side(drawing: Drawing, projection: Projection, level: float) -> tuple[Node, Node]:
    """The ends of the channel's line at a level: 0 is the base line, 1 the line through the third point."""
    base, end = nodes(drawing, projection)[:2]
    rise = level * offset(drawing, projection) if level and len(drawing.anchors) > 2 else 0.0
    return base.moved(value=rise), end.moved(value=rise)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The filled channel, its sides solid and the lines between dashed."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    left, right = drawing.extend_left, drawing.extend_right
    levels = sorted(ratios(drawing, LEVELS)) if len(points) > 2 else [0.0]
    rise = offset(drawing, projection) if len(points) > 2 else 0.0
    base, end = nodes(drawing, projection)[:2]
    lines = [(base.moved(value=level * rise), end.moved(value=level * rise)) for level in levels]
    found: list[Figure] = []
    if len(lines) > 1:
        fill = drawing.fill or drawing.stroke.colour
        found.extend(band(plane, interp, lines[-1], lines[0], fill, drawing.opacity, left=left, right=right))
    for level, line in zip(levels, lines, strict=True):
        stroke = drawing.stroke if level in (0.0, 1.0) else replace(drawing.stroke, dash="dash")
        found.extend(line_figures(plane, interp, *line, stroke, left=left, right=right))
    if drawing.name and flag(drawing, LABEL):
        x, y = min(points[:2])
        found.append(Label((x, y - 4 * plane.pixel_ratio), drawing.name, drawing.stroke.colour, "left", "bottom"))
    return tuple(found)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the base line."""
    return _prices(drawing, slots, projection, 0.0)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along every line of the channel, by its level."""
    return {f"{level:g}": _prices(drawing, slots, projection, level) for level in sorted(ratios(drawing, LEVELS))}


def _prices(drawing: Drawing, slots: Floats, projection: Projection, level: float) -> Floats:
    start, end = side(drawing, projection, level)
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
    """Moving an end of the base line keeps the channel's width; moving the third point changes nothing else."""
    interp = space(before)
    if index == 2:
        return settle(after, projection)
    first = after.anchors[0]
    price = price_of(value_of(first.price, interp) + offset(before, projection), interp)
    return replace(after, anchors=(*after.anchors[:2], Anchor(first.time, price, first.interval)))


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """Both ends of the base line, and the middle of the other side, which moves across the channel only."""
    found = [Handle(points[index], index, index) for index in range(min(2, len(points)))]
    if len(points) > 2:
        start, end = side(drawing, projection, 1.0)
        middle, plane = start.between(end, 0.5), projection.plane
        found.append(Handle((plane.x(middle.slot), plane.y_of(middle.value, space(drawing))), 2, 2))
    return tuple(found)


TOOL = Tool(
    kind="parallel_channel",
    title=translatable("Parallel channel"),
    group=translatable("Channels"),
    hint=translatable("Click two points of one side, then a point of the other"),
    icon="parallel_channel",
    anchors=3,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    parameters=(LEVELS, LABEL),
    settle=settle,
    reshape=reshape,
    handles=handles,
)
