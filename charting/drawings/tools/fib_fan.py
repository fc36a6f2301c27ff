"""The Fibonacci fan: rays from where a move began through its retracements in price and in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, ratios
from charting.drawings.geometry import Node, line_figures, nodes, point_of, ray_figures, ray_prices, rightwards, space, wedges
from charting.drawings.levels import COLOURED, PERCENT, level_name, level_text, levels_parameter, stroke_of
from charting.drawings.marks import apart

LEVELS = levels_parameter([0.0, 0.382, 0.5, 0.618, 1.0])
TIMES = ToolParameter("times", translatable("Levels in time"), [0.382, 0.5, 0.618], low=0, high=1)
LABEL = ToolParameter("label", translatable("Show levels"), default=True)


def rays(drawing: Drawing, projection: Projection) -> Mapping[str, tuple[float, Node]]:
    """The point each ray passes through, with its level, by name.

    In price at the second click's bar, retraced by the level; in time at its price, the level's share earlier.
    """
    begin, end = nodes(drawing, projection)[:2]
    found = {}
    for level in sorted(set(ratios(drawing, LEVELS))):
        found[level_name(level)] = (level, Node(end.slot, end.between(begin, level).value))
    for level in sorted(set(ratios(drawing, TIMES))):
        found[f"t{level_name(level)}"] = (level, Node(end.between(begin, level).slot, end.value))
    return found


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The rays with the areas between them, each with its level where it passes the second click's bar or price."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    begin, end = nodes(drawing, projection)[:2]
    found: list[Figure] = [*line_figures(plane, interp, begin, end, replace(drawing.stroke, dash="dash"))]
    labels: list[Label] = []
    gap = 4 * plane.pixel_ratio
    lines = list(rays(drawing, projection).values())
    found.extend(wedges(plane, interp, [(begin, through) for _, through in lines], _fills(drawing, len(lines)), drawing.opacity))
    for index, (level, through) in enumerate(lines):
        stroke = stroke_of(drawing, index)
        found.extend(ray_figures(plane, interp, begin, through, stroke))
        if flag(drawing, LABEL):
            x, y = point_of(plane, interp, through)
            labels.append(Label((x + gap, y - gap), level_text(drawing, level, projection), stroke.colour, "left", "bottom"))
    return *found, *apart(labels, plane.pixel_ratio)


def _fills(drawing: Drawing, count: int) -> list[str | None]:
    """The colours of the areas between neighbouring rays; none between the last level in price and the first in time."""
    levels = len(set(ratios(drawing, LEVELS)))
    fills = [drawing.fill or stroke_of(drawing, index).colour for index in range(1, count)]
    return [None if index == levels else fill for index, fill in enumerate(fills, 1)]


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along every ray."""
    begin, interp = nodes(drawing, projection)[0], space(drawing)
    return {name: ray_prices(begin, through, slots, interp) for name, (_, through) in rays(drawing, projection).items()}


def _beyond(drawing: Drawing, projection: Projection) -> Iterator[tuple[Node, Node]]:
    begin = nodes(drawing, projection)[0]
    return ((begin, through) for _, through in rays(drawing, projection).values())


TOOL = Tool(
    kind="fib_fan",
    title=translatable("Fibonacci fan"),
    group=translatable("Fibonacci"),
    hint=translatable("Click where the move began, then where it ended"),
    icon="fib_fan",
    anchors=2,
    figures=figures,
    lines_at=lines_at,
    beyond=_beyond,
    parameters=(LEVELS, TIMES, LABEL, PERCENT, COLOURED),
    defaults=lambda drawing: replace(drawing, opacity=0.04),
    reach=rightwards,
)
