"""The Fibonacci fan: rays from where a move began through its retracements in price and in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept, ratios
from charting.drawings.geometry import Node, line_figures, nodes, point_of, ray_figures, ray_prices, rightwards, space, wedges
from charting.drawings.levels import COLOURED, COLOURS, PERCENT, level_name, level_text, levels_parameter, steps
from charting.drawings.marks import apart

LEVELS = levels_parameter([0.0, 0.382, 0.5, 0.618, 1.0])
TIMES = ToolParameter(
    "times", translatable("Levels in time"), [0.382, 0.5, 0.618], low=0, high=1, colours=COLOURS[5:] + COLOURS[:5]
)
LABEL = ToolParameter("label", translatable("Show levels"), default=True)


@kept
def rays(drawing: Drawing, projection: Projection) -> tuple[tuple[str, float, Node], ...]:
    """The name of each ray, its level, and the point it passes through.

    In price at the second click's bar, retraced by the level; in time at its price, the level's share earlier.
    """
    begin, end = nodes(drawing, projection)[:2]
    return (
        *((level_name(level), level, Node(end.slot, end.between(begin, level).value)) for level in ratios(drawing, LEVELS)),
        *((f"t{level_name(level)}", level, Node(end.between(begin, level).slot, end.value)) for level in ratios(drawing, TIMES)),
    )


@kept
def _looks(drawing: Drawing, projection: Projection) -> tuple[tuple[Stroke, ...], tuple[str | None, ...], tuple[str, ...]]:
    """Of the rays in their order the looks, the fills between them, and what their labels say."""
    levels, times = ([stroke for _, stroke in steps(drawing, one)] for one in (LEVELS, TIMES))
    # None between the last level in price and the first in time.
    fills = [drawing.fill or stroke.colour for stroke in levels[1:]] + [None] * bool(levels)
    fills += [drawing.fill or stroke.colour for stroke in times[1:]]
    texts = (level_text(drawing, level, projection) for _, level, _ in rays(drawing, projection))
    return (*levels, *times), tuple(fills), tuple(texts)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The rays with the areas between them, each with its level where it passes the second click's bar or price."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    begin, end = nodes(drawing, projection)[:2]
    found: list[Figure] = [*line_figures(plane, interp, begin, end, replace(drawing.stroke, dash="dash"))]
    labels: list[Label] = []
    gap, written = 4 * plane.pixel_ratio, flag(drawing, LABEL)
    lines = [through for _, _, through in rays(drawing, projection)]
    strokes, fills, texts = _looks(drawing, projection)
    found.extend(wedges(plane, interp, [(begin, through) for through in lines], fills, drawing.opacity))
    for through, stroke, text in zip(lines, strokes, texts, strict=True):
        found.extend(ray_figures(plane, interp, begin, through, stroke))
        if written:
            x, y = point_of(plane, interp, through)
            labels.append(Label((x + gap, y - gap), text, stroke.colour, "left", "bottom"))
    return *found, *apart(labels, plane.pixel_ratio)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along every ray."""
    begin, interp = nodes(drawing, projection)[0], space(drawing)
    return {name: ray_prices(begin, through, slots, interp) for name, _, through in rays(drawing, projection)}


def _beyond(drawing: Drawing, projection: Projection) -> Iterator[tuple[Node, Node]]:
    begin = nodes(drawing, projection)[0]
    return ((begin, through) for _, _, through in rays(drawing, projection))


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
