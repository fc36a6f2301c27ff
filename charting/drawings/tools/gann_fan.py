"""Gann's fan: rays from a point at simple multiples of one slope, the 1x1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept, ratios
from charting.drawings.geometry import Node, nodes, point_of, ray_figures, ray_prices, rightwards, space, wedges
from charting.drawings.levels import COLOURED, COLOURS, steps
from charting.drawings.marks import apart

SLOPES = ToolParameter(
    "slopes",
    translatable("Slopes"),
    [8.0, 4.0, 3.0, 2.0, 1.0, 1 / 2, 1 / 3, 1 / 4, 1 / 8],
    low=0.01,
    high=100,
    colours=tuple(reversed(COLOURS)),
)
"""Units of price for each unit of time, the 1x1 being the line through both clicks."""

LABEL = ToolParameter("label", translatable("Show angles"), default=True)


@kept
def rays(drawing: Drawing, projection: Projection) -> tuple[tuple[str, Node], ...]:
    """The name of each ray's angle, and where it leaves the box between the two clicks."""
    begin, end = nodes(drawing, projection)[:2]
    found = []
    for slope in reversed(ratios(drawing, SLOPES)):
        corner = Node(end.slot, begin.between(end, slope).value)
        if slope > 1:
            corner = Node(begin.between(end, 1 / slope).slot, end.value)
        found.append((f"1x{_round(slope)}" if slope >= 1 else f"{_round(1 / slope)}x1", corner))
    return tuple(found)


def _round(number: float) -> str:
    return f"{round(number, 2):g}"


@kept
def _strokes(drawing: Drawing, _projection: Projection) -> tuple[Stroke, ...]:
    """The looks of the rays, in their order."""
    return tuple(stroke for _, stroke in reversed(steps(drawing, SLOPES)))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The rays with the areas between them, each with its angle where it leaves the box between the clicks."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    begin = nodes(drawing, projection)[0]
    found: list[Figure] = []
    labels: list[Label] = []
    gap = 4 * plane.pixel_ratio
    lines, written = rays(drawing, projection), flag(drawing, LABEL)
    strokes = _strokes(drawing, projection)
    fills = [drawing.fill or stroke.colour for stroke in strokes]
    found.extend(wedges(plane, interp, [(begin, through) for _, through in lines], fills, drawing.opacity))
    for (name, through), stroke in zip(lines, strokes, strict=True):
        look = replace(stroke, width=min(20.0, stroke.width + 1)) if name == "1x1" else stroke
        found.extend(ray_figures(plane, interp, begin, through, look))
        if written:
            x, y = point_of(plane, interp, through)
            labels.append(Label((x + gap, y - gap), name.replace("x", "×"), stroke.colour, "left", "bottom"))
    return *found, *apart(labels, plane.pixel_ratio)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the 1x1."""
    begin, end = nodes(drawing, projection)[:2]
    return ray_prices(begin, end, slots, space(drawing))


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along every ray, by its angle."""
    begin, interp = nodes(drawing, projection)[0], space(drawing)
    return {name: ray_prices(begin, through, slots, interp) for name, through in rays(drawing, projection)}


def _beyond(drawing: Drawing, projection: Projection) -> Iterator[tuple[Node, Node]]:
    begin = nodes(drawing, projection)[0]
    return ((begin, through) for _, through in rays(drawing, projection))


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
    beyond=_beyond,
    parameters=(SLOPES, LABEL, COLOURED),
    defaults=lambda drawing: replace(drawing, opacity=0.04),
    reach=rightwards,
)
