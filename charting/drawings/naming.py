"""The name of a drawing, written above it by shared code for every tool that does not place it itself."""

from __future__ import annotations

import math

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, HorizontalAlign, Label, label_box
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, word

NAME = ToolParameter("name_place", translatable("Place of the name"), "left", choices=("left", "middle", "right", "none"))

ALIGNED: dict[str, HorizontalAlign] = {"left": "left", "middle": "centre", "right": "right"}
"""How a text is aligned at each place along a line."""


def named(tool: Tool) -> Tool:
    """The tool with the name of its drawings above them, and a setting for where; as it is when it writes names itself."""
    if tool.names:
        return tool
    draw = tool.figures

    def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
        found = draw(drawing, points, projection)
        if not drawing.name or not found:
            return found  # as most are
        place = word(drawing, NAME)
        if place == "none":
            return found
        return *found, _label(drawing, points, found, place, projection)

    return replace(tool, figures=figures, parameters=(*tool.parameters, NAME))


def _label(drawing: Drawing, points: Points, figures: tuple[Figure, ...], place: str, projection: Projection) -> Label:
    """The name above the topmost of a drawing's points and labels, no further to the left than can be seen."""
    viewport, unit = projection.viewport, projection.plane.pixel_ratio
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    if left < viewport.left < right:
        left = viewport.left + 8 * unit
    if left < viewport.right < right:
        right = viewport.right - 8 * unit
    x = {"left": left, "middle": (left + right) / 2, "right": right}[place]
    tops = [y for _, y in points if math.isfinite(y)]
    name = Label((x, min(tops, default=math.nan)), drawing.name, drawing.stroke.colour, ALIGNED[place], "bottom")
    first, _, last, _ = label_box(name, unit)
    boxes = (label_box(one, unit) for one in figures if isinstance(one, Label))
    tops += [box[1] for box in boxes if box[0] < last and box[2] > first and math.isfinite(box[1])]
    return replace(name, at=(x, min(tops, default=math.nan) - 6 * unit))
