"""A flag on a pole, planted at a bar and a price."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Polygon, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The flag above its point, its name beside it."""
    (x, y), unit = points[0], projection.plane.pixel_ratio
    top = y - 26 * unit
    cloth = ((x, top), (x + 15 * unit, top + 5 * unit), (x, top + 11 * unit))
    found: tuple[Figure, ...] = (Segment((x, y), (x, top), drawing.stroke), Polygon(cloth, drawing.stroke.colour, 1.0))
    if not drawing.name:
        return found
    return *found, Label((x + 18 * unit, top + 5 * unit), drawing.name, drawing.stroke.colour)


TOOL = Tool(
    kind="flag",
    title=translatable("Flag"),
    group=translatable("Notes"),
    hint=translatable("Click where the flag stands"),
    icon="flag",
    anchors=1,
    figures=figures,
    names=True,
)
