"""The parallel channel: a line through two points and others parallel to it, at shares of an offset."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure
from charting.core.text import translatable
from charting.drawings import line_labels
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept, word
from charting.drawings.geometry import band, line_figures, space
from charting.drawings.levels import Step, channel_steps
from charting.drawings.line_labels import SIDE, TURNED, channel_label
from charting.drawings.parallels import handles, reshape, settle, side_prices, sides

LEVELS = ToolParameter("levels", translatable("Levels"), [0.0, 0.5, 1.0], low=-10, high=10)
LABEL = ToolParameter("label", translatable("Show the name"), default=True)
PLACE = replace(line_labels.PLACE, default="left")


@kept
def _steps(drawing: Drawing, _projection: Projection) -> tuple[Step, ...]:
    """The levels, the lines that are no sides dashed."""
    usual = channel_steps(drawing, LEVELS)
    return tuple(Step(level, stroke if level in (0.0, 1.0) else replace(stroke, dash="dash")) for level, stroke in usual)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The filled channel, its sides solid and the other lines dashed."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    left, right = drawing.extend_left, drawing.extend_right
    levels = _steps(drawing, projection) if len(points) > 2 else (Step(0.0, drawing.stroke),)
    lines = sides(drawing, projection, [level for level, _ in levels])
    found: list[Figure] = []
    if len(lines) > 1:
        fill = drawing.fill or drawing.stroke.colour
        found.extend(band(plane, interp, lines[-1], lines[0], fill, drawing.opacity, left=left, right=right))
    for (_, stroke), line in zip(levels, lines, strict=True):
        found.extend(line_figures(plane, interp, *line, stroke, left=left, right=right))
    if drawing.name and flag(drawing, LABEL):
        found.extend(channel_label(drawing, lines, word(drawing, PLACE), projection))
    return tuple(found)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the base line."""
    return side_prices(drawing, slots, projection, 0.0)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along every line of the channel, by its level."""
    return {f"{level:g}": side_prices(drawing, slots, projection, level) for level, _ in channel_steps(drawing, LEVELS)}


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
    beyond=lambda drawing, projection: sides(drawing, projection, [level for level, _ in channel_steps(drawing, LEVELS)]),
    parameters=(LEVELS, LABEL, PLACE, SIDE, TURNED),
    settle=settle,
    reshape=reshape,
    handles=handles,
    names=True,
)
