"""Levels at shares of a distance, as Fibonacci tools have them: their settings, colours, texts and horizontal lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing, Interpolation, Stroke, Value
from charting.core.figures import Figure, HorizontalAlign, Label, Polygon, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Projection, ToolParameter, flag, word
from charting.drawings.marks import apart
from charting.drawings.plane import price_of

RETRACEMENTS: list[float | str] = [0.0, 0.236, 0.382, 0.5, 0.618, 0.786, 1.0]
EXTENSIONS: list[float | str] = [0.0, 0.382, 0.618, 1.0, 1.272, 1.618, 2.618]

LABELS = ToolParameter("labels", translatable("Labels"), "left", choices=("left", "right", "none"))
PRICES = ToolParameter("prices", translatable("Show prices"), default=True)
PERCENT = ToolParameter("percent", translatable("Write levels in percent"), default=False)
COLOURED = ToolParameter("coloured", translatable("A colour for each level"), default=True)
LOOKS = (LABELS, PRICES, PERCENT, COLOURED)

_COLOURS = ("grey", "red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink")
_OUTSIDE = 130.0
"""Logical pixels that a label needs beside the lines to stand there; else it stands on them."""

Rung = tuple[float, float]
"""A level and its height as a coordinate of the drawing's space."""


def levels_parameter(default: Sequence[float | str]) -> ToolParameter:
    """The list of levels as a setting."""
    value: Value = list(default)
    return ToolParameter("levels", translatable("Levels"), value, low=-50, high=50)


def stroke_of(drawing: Drawing, index: int) -> Stroke:
    """The look of the level that is ``index``-th from the bottom of the list."""
    if not flag(drawing, COLOURED):
        return drawing.stroke
    return replace(drawing.stroke, colour=_COLOURS[index % len(_COLOURS)])


def level_name(level: float) -> str:
    """A level as a key, such as ``0.618``."""
    return f"{level:g}"


def level_text(drawing: Drawing, level: float, projection: Projection) -> str:
    """A level as its label writes it: ``0.618`` or ``61.8%``."""
    percent = flag(drawing, PERCENT)
    number = level * 100 if percent else level
    decimals = len(f"{round(number, 4):g}".partition(".")[2])
    return projection.wording.number(number, decimals) + ("%" if percent else "")


def rung_figures(
    drawing: Drawing, rungs: Sequence[Rung], first: float, last: float, interp: Interpolation, projection: Projection
) -> tuple[Figure, ...]:
    """Horizontal lines at the rungs between two slots, the stripes between them filled, each with its label."""
    plane = projection.plane
    left = plane.left if drawing.extend_left else plane.x(min(first, last))
    right = plane.right if drawing.extend_right else plane.x(max(first, last))
    heights = [plane.y_of(value, interp) for _, value in rungs]
    found: list[Figure] = []
    if drawing.opacity > 0:
        for index in range(1, len(rungs)):
            top, bottom = heights[index - 1], heights[index]
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            found.append(Polygon(corners, drawing.fill or stroke_of(drawing, index).colour, drawing.opacity))
    for index, height in enumerate(heights):
        found.append(Segment((left, height), (right, height), stroke_of(drawing, index)))
    if word(drawing, LABELS) != "none" and right >= plane.left and left <= plane.right:
        found.extend(_labels(drawing, rungs, heights, (left, right), interp, projection))
    return tuple(found)


def _labels(
    drawing: Drawing,
    rungs: Sequence[Rung],
    heights: Sequence[float],
    ends: tuple[float, float],
    interp: Interpolation,
    projection: Projection,
) -> tuple[Label, ...]:
    viewport, ratio = projection.viewport, projection.plane.pixel_ratio
    gap, room = 9 * ratio, _OUTSIDE * ratio
    at_left = word(drawing, LABELS) == "left"
    outside = ends[0] - room > viewport.left if at_left else ends[1] + room < viewport.right
    align: HorizontalAlign = "right" if at_left == outside else "left"
    found: list[Label] = []
    for index, ((level, value), height) in enumerate(zip(rungs, heights, strict=True)):
        text = level_text(drawing, level, projection)
        if flag(drawing, PRICES):
            text += f" ({projection.price_text(price_of(value, interp))})"
        colour = stroke_of(drawing, index).colour
        if at_left:
            x = ends[0] - gap if outside else max(ends[0], viewport.left) + gap
        else:
            x = ends[1] + gap if outside else min(ends[1], viewport.right) - gap
        found.append(Label((x, height), text, colour, align, "middle" if outside else "bottom"))
    return apart(found, ratio)


def rung_prices(
    drawing: Drawing, rungs: Sequence[Rung], first: float, last: float, interp: Interpolation, slots: Floats
) -> Mapping[str, Floats]:
    """The price of each rung by the level's name, (n,) at (n,) slots; NaN beside the lines."""
    slots = np.asarray(slots, dtype=np.float64)
    beside = (slots < min(first, last)) & (not drawing.extend_left) | (slots > max(first, last)) & (not drawing.extend_right)
    return {level_name(level): np.where(beside, np.nan, price_of(value, interp)) for level, value in rungs}
