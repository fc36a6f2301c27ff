"""What is written along lines: where a name stands, and the price of a level line with its distance from the last close."""

from __future__ import annotations

import math

from charting.core.document import Drawing
from charting.core.figures import HorizontalAlign, Label, Point
from charting.core.text import translatable
from charting.drawings.declaration import Projection, ToolParameter, flag, word

PLACE = ToolParameter("place", translatable("Place of the label"), "right", choices=("left", "middle", "right"))
DISTANCE = ToolParameter("distance", translatable("Show how far the last close is"), default=False)

_ALIGNED: dict[str, HorizontalAlign] = {"left": "left", "middle": "centre", "right": "right"}
_LETTER = 3.5
"""Half the width of a letter in logical pixels, about."""


def level_label(drawing: Drawing, left: float, right: float, y: float, projection: Projection) -> Label:
    """Name and price above a level line between two places across, where the drawing's ``place`` says."""
    wording, price, unit = projection.wording, drawing.anchors[0].price, projection.plane.pixel_ratio
    text = f"{drawing.name} {projection.price_text(price)}".strip()
    close = _last_close(projection)
    if flag(drawing, DISTANCE) and close > 0:
        text += f" ({wording.percent((price - close) / close)})"
    place = word(drawing, PLACE)
    viewport = projection.viewport
    first, last = max(left, viewport.left) + 8 * unit, min(right, viewport.right) - 8 * unit
    x = {"left": first, "middle": (first + last) / 2, "right": last}[place]
    return Label((x, y - 2 * unit), text, drawing.stroke.colour, _ALIGNED[place], "bottom")


def _last_close(projection: Projection) -> float:
    closes = projection.bars.close
    return float(closes[-1]) if len(closes) else math.nan


def along(start: Point, end: Point, text: str, place: str, colour: str, pixel_ratio: float) -> Label:
    """A text beside a slanted line, at its left end, its right one or its middle, on the side that is free there."""
    (x0, y0), (x1, y1) = sorted((start, end))
    gap, falls = 4 * pixel_ratio, y1 > y0  # downwards on the screen
    if place == "middle":
        half = _LETTER * len(text) * pixel_ratio
        lift = abs(y1 - y0) / max(x1 - x0, 1.0) * min(half, (x1 - x0) / 2)
        return Label(((x0 + x1) / 2, (y0 + y1) / 2 - lift - gap), text, colour, "centre", "bottom")
    if place == "left":  # a falling line lies below a text that begins where it does
        return Label((x0, y0 - gap if falls else y0 + gap), text, colour, "left", "bottom" if falls else "top")
    return Label((x1, y1 + gap if falls else y1 - gap), text, colour, "right", "top" if falls else "bottom")
