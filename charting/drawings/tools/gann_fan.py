"""Gann's fan: rays from a point at simple multiples of one slope, the 1x1."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import Node, nodes, point_of, ray_figures, ray_prices, space
from charting.drawings.levels import COLOURED, stroke_of

ANGLES = ((1, 8), (1, 4), (1, 3), (1, 2), (1, 1), (2, 1), (3, 1), (4, 1), (8, 1))
"""Units of time against units of price."""

LABEL = ToolParameter("label", translatable("Show angles"), default=True)


def rays(drawing: Drawing, projection: Projection) -> Mapping[str, Node]:
    """Where each ray leaves the box between the two clicks, by the name of its angle."""
    begin, end = nodes(drawing, projection)[:2]
    found = {}
    for time, price in ANGLES:
        corner = Node(end.slot, begin.between(end, price / time).value)
        if price > time:
            corner = Node(begin.between(end, time / price).slot, end.value)
        found[f"{time}x{price}"] = corner
    return found


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The rays, each with its angle where it leaves the box between the clicks."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    begin = nodes(drawing, projection)[0]
    found: list[Figure] = []
    gap = 4 * plane.pixel_ratio
    for index, (name, through) in enumerate(rays(drawing, projection).items()):
        stroke = stroke_of(drawing, index)
        if name == "1x1":
            stroke = replace(stroke, width=min(20.0, stroke.width + 1))
        found.extend(ray_figures(plane, interp, begin, through, stroke))
        if flag(drawing, LABEL):
            x, y = point_of(plane, interp, through)
            found.append(Label((x + gap, y - gap), name.replace("x", "×"), stroke.colour, "left", "bottom"))
    return tuple(found)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the 1x1."""
    begin, end = nodes(drawing, projection)[:2]
    return ray_prices(begin, end, slots, space(drawing))


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along every ray, by its angle."""
    begin, interp = nodes(drawing, projection)[0], space(drawing)
    return {name: ray_prices(begin, through, slots, interp) for name, through in rays(drawing, projection).items()}


TOOL = Tool(
    kind="gann_fan",
    title=translatable("Gann fan"),
    group=translatable("Gann"),
    hint=translatable("Click the fan's origin, then a point of its 1×1 line"),
    icon="gann_fan",
    anchors=2,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    parameters=(LABEL, COLOURED),
    reach=lambda _drawing: (True, True),
)
