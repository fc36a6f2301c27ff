"""A callout: a text in a box with a line to what it speaks of."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, number, word
from charting.drawings.marks import arrowhead

TEXT = ToolParameter("text", translatable("Text"), "")
SIZE = ToolParameter("size", translatable("Size"), 1.0, low=0.5, high=6)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The box beside the second point, away from the first, and an arrow to there."""
    if len(points) < 2:
        return ()
    text = word(drawing, TEXT).strip() or projection.wording.text(translatable("Text"))
    tip, box = points[:2]
    line = Segment(box, tip, drawing.stroke)
    right = box[0] >= tip[0]
    gap = 7 * projection.plane.pixel_ratio
    at = (box[0] + gap if right else box[0] - gap, box[1])
    label = Label(at, text, drawing.stroke.colour, "left" if right else "right", boxed=True, size=number(drawing, SIZE))
    return line, *arrowhead(box, tip, drawing.stroke, projection.plane.pixel_ratio), label


TOOL = Tool(
    kind="callout",
    title=translatable("Callout"),
    group=translatable("Notes"),
    hint=translatable("Click what it speaks of, then where the text goes"),
    icon="callout",
    anchors=2,
    figures=figures,
    parameters=(TEXT, SIZE),
    names=True,
)
