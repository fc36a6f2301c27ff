"""A price label: the price of a point, written beside it."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The price in a box to the upper right, and a short line to its point."""
    x, y = points[0]
    reach = 14 * projection.plane.pixel_ratio
    text = f"{drawing.name} {projection.price_text(drawing.anchors[0].price)}".strip()
    at = (x + reach, y - reach)
    return Segment((x, y), at, drawing.stroke), Label(at, text, drawing.stroke.colour, "left", "bottom", boxed=True)


TOOL = Tool(
    kind="price_label",
    title=translatable("Price label"),
    group=translatable("Notes"),
    hint=translatable("Click a price"),
    icon="price_label",
    anchors=1,
    figures=figures,
    names=True,
)
