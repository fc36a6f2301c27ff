"""Levels at shares of a distance, as Fibonacci tools have them: their settings, colours, texts and horizontal lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing, Interpolation, Level, Setting, Stroke
from charting.core.figures import Figure, HorizontalAlign, Label, Polygon, Segment, VerticalAlign
from charting.core.text import translatable
from charting.drawings.declaration import Projection, ToolParameter, flag, levels, word
from charting.drawings.marks import apart
from charting.drawings.plane import price_of

RETRACEMENTS: Sequence[float] = [0.0, 0.236, 0.382, 0.5, 0.618, 0.786, 1.0]
EXTENSIONS: Sequence[float] = [0.0, 0.382, 0.618, 1.0, 1.272, 1.618, 2.618]

LABELS = ToolParameter("labels", translatable("Labels"), "left", choices=("left", "right", "none"))
PRICES = ToolParameter("prices", translatable("Show prices"), default=True)
PERCENT = ToolParameter("percent", translatable("Write levels in percent"), default=False)
COLOURED = ToolParameter("coloured", translatable("A colour for each level"), default=True)
LOOKS = (LABELS, PRICES, PERCENT, COLOURED)

COLOURS = ("grey", "red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink")
_OUTSIDE = 130.0
"""Logical pixels that a label needs beside the lines to stand there; else it stands on them."""


class Step(NamedTuple):
    """A level that is shown, and its look."""

    level: float
    stroke: Stroke


class Rung(NamedTuple):
    """A level that is shown, its height as a coordinate of the drawing's space, its look and what its label says."""

    level: float
    value: float
    stroke: Stroke
    text: str


def levels_parameter(default: Sequence[float]) -> ToolParameter:
    """The list of levels as a setting."""
    value: Setting = list(default)
    return ToolParameter("levels", translatable("Levels"), value, low=-50, high=50, colours=COLOURS)


def colours_of(drawing: Drawing, parameter: ToolParameter) -> tuple[str, ...]:
    """The colour of each level of a list, in its order, those that are not shown too: hiding one leaves the others alone."""
    if not flag(drawing, COLOURED):
        return (drawing.stroke.colour,) * len(levels(drawing, parameter))
    usual = parameter.colours or (drawing.stroke.colour,)
    found = levels(drawing, parameter)
    places = {value: place for place, value in enumerate(sorted({level.value for level in found}))}
    return tuple(level.colour or usual[places[level.value] % len(usual)] for level in found)


def steps(drawing: Drawing, parameter: ToolParameter) -> tuple[Step, ...]:
    """The levels of a list that are shown, each once, the smallest first."""
    found: dict[float, Step] = {}
    for level, colour in zip(levels(drawing, parameter), colours_of(drawing, parameter), strict=True):
        if level.shown and level.value not in found:
            found[level.value] = Step(level.value, replace(drawing.stroke, colour=colour))
    return tuple(found[value] for value in sorted(found))


def channel_steps(drawing: Drawing, parameter: ToolParameter) -> tuple[Step, ...]:
    """The same for the lines of a channel: the one through its points is there unless it was hidden and others are left."""
    found = steps(drawing, parameter)
    if found and any(level.value == 0 for level in levels(drawing, parameter)):
        return found
    return tuple(sorted((*found, Step(0.0, drawing.stroke)), key=lambda step: step.level))


def plain(level: Level) -> float | Level:
    """A level as lists keep it: a bare number where it has no look of its own."""
    return level.value if level == Level(level.value) else level


def level_name(level: float) -> str:
    """A level as a key, such as ``0.618``."""
    return f"{level:g}"


def level_text(drawing: Drawing, level: float, projection: Projection) -> str:
    """A level as its label writes it: ``0.618`` or ``61.8%``."""
    percent = flag(drawing, PERCENT)
    number = level * 100 if percent else level
    return projection.wording.number(number, decimals_of(number)) + ("%" if percent else "")


def decimals_of(number: float) -> int:
    """How many decimals a level needs, at most four."""
    return len(f"{round(number, 4):g}".partition(".")[2])


def ladder(
    drawing: Drawing, parameter: ToolParameter, height: Callable[[float], float], interp: Interpolation, projection: Projection
) -> tuple[Rung, ...]:
    """The levels of a list that are shown, each at the height that belongs to it."""
    prices = flag(drawing, PRICES)
    found: list[Rung] = []
    for level, stroke in steps(drawing, parameter):
        value, text = height(level), level_text(drawing, level, projection)
        if prices:
            text += f" ({projection.price_text(price_of(value, interp))})"
        found.append(Rung(level, value, stroke, text))
    return tuple(found)


def rung_figures(
    drawing: Drawing, rungs: Sequence[Rung], first: float, last: float, interp: Interpolation, projection: Projection
) -> tuple[Figure, ...]:
    """Horizontal lines at the rungs between two slots, the stripes between them filled, each with its label."""
    plane = projection.plane
    left = plane.left if drawing.extend_left else plane.x(min(first, last))
    right = plane.right if drawing.extend_right else plane.x(max(first, last))
    heights = [plane.y_of(rung.value, interp) for rung in rungs]
    found: list[Figure] = []
    if drawing.opacity > 0:
        for index in range(1, len(rungs)):
            top, bottom = heights[index - 1], heights[index]
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            found.append(Polygon(corners, drawing.fill or rungs[index].stroke.colour, drawing.opacity))
    for rung, height in zip(rungs, heights, strict=True):
        found.append(Segment((left, height), (right, height), rung.stroke))
    if word(drawing, LABELS) != "none" and right >= plane.left and left <= plane.right:
        found.extend(_labels(drawing, rungs, heights, (left, right), projection))
    return tuple(found)


def _labels(
    drawing: Drawing,
    rungs: Sequence[Rung],
    heights: Sequence[float],
    ends: tuple[float, float],
    projection: Projection,
) -> tuple[Label, ...]:
    viewport, ratio = projection.viewport, projection.plane.pixel_ratio
    gap, room = 9 * ratio, _OUTSIDE * ratio
    at_left = word(drawing, LABELS) == "left"
    outside = ends[0] - room > viewport.left if at_left else ends[1] + room < viewport.right
    align: HorizontalAlign = "right" if at_left == outside else "left"
    if at_left:
        x = ends[0] - gap if outside else max(ends[0], viewport.left) + gap
    else:
        x = ends[1] + gap if outside else min(ends[1], viewport.right) - gap
    stands: VerticalAlign = "middle" if outside else "bottom"
    places = zip(rungs, heights, strict=True)
    return apart([Label((x, height), rung.text, rung.stroke.colour, align, stands) for rung, height in places], ratio)


def rung_prices(
    drawing: Drawing, rungs: Sequence[Rung], first: float, last: float, interp: Interpolation, slots: Floats
) -> Mapping[str, Floats]:
    """The price of each rung by the level's name, (n,) at (n,) slots; NaN beside the lines."""
    slots = np.asarray(slots, dtype=np.float64)
    beside = (slots < min(first, last)) & (not drawing.extend_left) | (slots > max(first, last)) & (not drawing.extend_right)
    return {level_name(rung.level): np.where(beside, np.nan, price_of(rung.value, interp)) for rung in rungs}
