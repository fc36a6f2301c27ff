"""Andrews' pitchfork through three points, with Schiff's, the modified and the inside one as its variants."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, kept, ratios, word
from charting.drawings.geometry import Node, line_figures, nodes, ray_figures, ray_prices, space, wedges
from charting.drawings.levels import steps

VARIANTS = ("andrews", "schiff", "modified schiff", "inside")
VARIANT = ToolParameter("variant", translatable("Variant"), "andrews", choices=VARIANTS)
LEVELS = ToolParameter("levels", translatable("Levels"), [0.5, 1.0], low=0, high=10)

_SIDES = "+-"


def fork(drawing: Drawing, projection: Projection) -> tuple[Node, Node]:
    """Two points of the median: where the fork's handle begins, and the next on the way.

    With A, B and C the three points: Andrews' median runs from A through the middle of B-C. Schiff's begins at A's time
    and the middle price of A and B, the modified one at the middle of A-B in both. The inside one has the slope from
    the middle of A-B to C and passes through the middle of B-C.
    """
    a, b, c = nodes(drawing, projection)[:3]
    middle, half = b.between(c, 0.5), a.between(b, 0.5)
    match word(drawing, VARIANT):
        case "schiff":
            return Node(a.slot, half.value), middle
        case "modified schiff":
            return half, middle
        case "inside":
            return middle, Node(middle.slot + c.slot - half.slot, middle.value + c.value - half.value)
    return a, middle


@kept
def tines(drawing: Drawing, projection: Projection) -> Mapping[str, tuple[Node, Node]]:
    """The median and its parallels by name: origin, and a point on the way. Level 1 passes through B and C."""
    b, c = nodes(drawing, projection)[1:3]
    origin, through = fork(drawing, projection)
    run = (through.slot - origin.slot, through.value - origin.value)
    middle = b.between(c, 0.5)
    found = {"": (origin, through)}
    for level in ratios(drawing, LEVELS):
        for side, point in zip(_SIDES, (b, c), strict=True):
            start = middle.between(point, level)
            found[f"{side}{level:g}"] = (start, start.moved(*run))
    return found


@kept
def _strokes(drawing: Drawing, projection: Projection) -> tuple[Stroke, ...]:
    """The looks of the tines, in their order."""
    looks = {f"{side}{level:g}": stroke for level, stroke in steps(drawing, LEVELS) for side in _SIDES}
    return tuple(looks.get(name, drawing.stroke) for name in tines(drawing, projection))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The handle, the tines to the pane's edge, and the area between the outermost."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    corners = nodes(drawing, projection)
    thin = replace(drawing.stroke, dash="dash")
    if len(points) < 3:
        return line_figures(plane, interp, corners[0], corners[1], thin)
    lines = tines(drawing, projection)
    found: list[Figure] = list(_area(drawing, lines, projection))
    found.extend(line_figures(plane, interp, corners[0], corners[1], thin))
    found.extend(line_figures(plane, interp, corners[1], corners[2], drawing.stroke))
    if word(drawing, VARIANT) == "inside":
        found.extend(line_figures(plane, interp, corners[0].between(corners[1], 0.5), corners[2], thin))
    for (origin, through), stroke in zip(lines.values(), _strokes(drawing, projection), strict=True):
        found.extend(ray_figures(plane, interp, origin, through, stroke))
    return tuple(found)


def _area(drawing: Drawing, lines: Mapping[str, tuple[Node, Node]], projection: Projection) -> Iterator[Figure]:
    outermost = list(lines.values())[-2:] if len(lines) > 2 else []
    fill = drawing.fill or drawing.stroke.colour
    return wedges(projection.plane, space(drawing), outermost, (fill,), drawing.opacity)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the median."""
    return ray_prices(*fork(drawing, projection), slots, space(drawing))


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along the median and every tine."""
    interp = space(drawing)
    return {name: ray_prices(*ends, slots, interp) for name, ends in tines(drawing, projection).items()}


TOOL = Tool(
    kind="pitchfork",
    title=translatable("Pitchfork"),
    group=translatable("Pitchforks"),
    hint=translatable("Click the handle's beginning, then a high and a low"),
    icon="pitchfork",
    anchors=3,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    beyond=lambda drawing, projection: tines(drawing, projection).values(),
    parameters=(VARIANT, LEVELS),
    reach=lambda _drawing: (math.inf, math.inf),
)


def _preset(kind: str, title: str, variant: str) -> Tool:
    def defaults(drawing: Drawing) -> Drawing:
        return replace(drawing, parameters={**drawing.parameters, VARIANT.name: variant})

    return replace(TOOL, kind=kind, title=title, icon=kind, preset_of="pitchfork", defaults=defaults)


SCHIFF = _preset("schiff_pitchfork", translatable("Schiff pitchfork"), "schiff")
MODIFIED_SCHIFF = _preset("modified_schiff_pitchfork", translatable("Modified Schiff pitchfork"), "modified schiff")
INSIDE = _preset("inside_pitchfork", translatable("Inside pitchfork"), "inside")
