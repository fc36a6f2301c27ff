"""The Fibonacci channel: lines parallel to a trend, at Fibonacci's shares of a channel's width."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, kept, word
from charting.drawings.geometry import band, line_figures, point_of, space
from charting.drawings.levels import COLOURED, LABELS, PERCENT, Step, channel_steps, level_name, level_text, levels_parameter
from charting.drawings.marks import apart
from charting.drawings.parallels import handles, reshape, settle, side_prices, sides

LEVELS = levels_parameter([0.0, 0.25, 0.382, 0.5, 0.618, 0.75, 1.0, 1.618])


@kept
def _steps(drawing: Drawing, projection: Projection) -> tuple[tuple[Step, str], ...]:
    """The levels, each with what its label says."""
    return tuple((step, level_text(drawing, step.level, projection)) for step in channel_steps(drawing, LEVELS))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The lines, each with its level, and the stripes between them."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    left, right = drawing.extend_left, drawing.extend_right
    levels = _steps(drawing, projection) if len(points) > 2 else ((Step(0.0, drawing.stroke), ""),)
    lines = sides(drawing, projection, [step.level for step, _ in levels])
    found: list[Figure] = []
    labels: list[Label] = []
    for index in range(1, len(lines)):
        fill = drawing.fill or levels[index][0].stroke.colour
        found.extend(band(plane, interp, lines[index], lines[index - 1], fill, drawing.opacity, left=left, right=right))
    place = word(drawing, LABELS)
    away = -4 * plane.pixel_ratio if place == "left" else 4 * plane.pixel_ratio
    for ((_, stroke), text), line in zip(levels, lines, strict=True):
        found.extend(line_figures(plane, interp, *line, stroke, left=left, right=right))
        if place != "none" and len(points) > 2:
            first, last = line if line[0].slot <= line[1].slot else line[::-1]
            x, y = point_of(plane, interp, first if place == "left" else last)
            labels.append(Label((x + away, y), text, stroke.colour, "right" if place == "left" else "left"))
    return *found, *apart(labels, plane.pixel_ratio)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the base line."""
    return side_prices(drawing, slots, projection, 0.0)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along every line, by its level."""
    return {level_name(level): side_prices(drawing, slots, projection, level) for level, _ in channel_steps(drawing, LEVELS)}


TOOL = Tool(
    kind="fib_channel",
    title=translatable("Fibonacci channel"),
    group=translatable("Fibonacci"),
    hint=translatable("Click two points of the trend, then the width of the channel"),
    icon="fib_channel",
    anchors=3,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    beyond=lambda drawing, projection: sides(drawing, projection, [level for level, _ in channel_steps(drawing, LEVELS)]),
    parameters=(LEVELS, LABELS, PERCENT, COLOURED),
    defaults=lambda drawing: replace(drawing, opacity=0.06),
    settle=settle,
    reshape=reshape,
    handles=handles,
)
