"""Measures between two corners: a range of prices, a range of bars and time, or both."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Point, Polygon, Segment
from charting.core.text import translatable
from charting.drawings.boxes import corners, handles
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.marks import arrowhead
from charting.drawings.measuring import bars_text, change_text, duration_text, volume_text

VOLUME = ToolParameter("volume", translatable("Show the volume"), default=True)


def price_figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """How far the price went."""
    return _figures(drawing, points, projection, across=False, up=True)


def date_figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """How many bars and days it took."""
    return _figures(drawing, points, projection, across=True, up=False)


def both_figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """How far the price went, in how many bars and days."""
    return _figures(drawing, points, projection, across=True, up=True)


def _figures(drawing: Drawing, points: Points, projection: Projection, *, across: bool, up: bool) -> tuple[Figure, ...]:
    if len(points) < 2:
        return ()
    plane, ((x0, y0), (x1, y1)) = projection.plane, points[:2]
    box = corners(drawing, points, projection)
    found: list[Figure] = [Polygon(box, drawing.fill or drawing.stroke.colour, drawing.opacity)]
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    if up:
        found.append(Segment(box[0], box[1], drawing.stroke))
        found.append(Segment(box[3], box[2], drawing.stroke))
        found.extend(_arrow(drawing, (middle_x, y0), (middle_x, y1), plane.pixel_ratio))
    if across:
        found.append(Segment(box[0], box[3], drawing.stroke))
        found.append(Segment(box[1], box[2], drawing.stroke))
        found.extend(_arrow(drawing, (x0, middle_y), (x1, middle_y), plane.pixel_ratio))
    falls = y1 > y0 if up else False
    gap = 6 * plane.pixel_ratio
    at = (middle_x, box[2][1] + gap if falls else box[0][1] - gap)
    text = text_of(drawing, projection, across=across, up=up)
    found.append(Label(at, text, drawing.stroke.colour, "centre", "top" if falls else "bottom", boxed=True))
    return tuple(found)


def _arrow(drawing: Drawing, start: Point, end: Point, pixel_ratio: float) -> tuple[Figure, ...]:
    shaft = Segment(start, end, replace(drawing.stroke, dash="solid"))
    return shaft, *arrowhead(start, end, drawing.stroke, pixel_ratio)


def text_of(drawing: Drawing, projection: Projection, *, across: bool, up: bool) -> str:
    """What was measured, a line for each of price, time and volume."""
    first, last = drawing.anchors[:2]
    lines = []
    if up:
        lines.append(change_text(first.price, last.price, projection))
    if across:
        lines.append(f"{bars_text(first, last, projection)}, {duration_text(first, last, projection)}")
        if flag(drawing, VOLUME):
            lines.append(volume_text(first, last, projection))
    return "\n".join(line for line in lines if line)


PRICE = Tool(
    kind="price_range",
    title=translatable("Price range"),
    group=translatable("Measures"),
    hint=translatable("Click the first price, then the second"),
    icon="price_range",
    anchors=2,
    figures=price_figures,
    handles=handles,
)

DATE = Tool(
    kind="date_range",
    title=translatable("Date range"),
    group=translatable("Measures"),
    hint=translatable("Click the first bar, then the last"),
    icon="date_range",
    anchors=2,
    figures=date_figures,
    parameters=(VOLUME,),
    handles=handles,
)

BOTH = Tool(
    kind="date_price_range",
    title=translatable("Date and price range"),
    group=translatable("Measures"),
    hint=translatable("Click two opposite corners"),
    icon="date_price_range",
    anchors=2,
    figures=both_figures,
    parameters=(VOLUME,),
    handles=handles,
)
