"""A text at a bar and a price."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, number, word

TEXT = ToolParameter("text", translatable("Text"), "")
SIZE = ToolParameter("size", translatable("Size"), 1.0, low=0.5, high=6)
BOXED = ToolParameter("boxed", translatable("In a box"), default=False)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The text, to the right of its point; a word that stands for it while there is none."""
    text = word(drawing, TEXT).strip() or projection.wording.text(translatable("Text"))
    x, y = points[0]
    at = (x + 8 * projection.plane.pixel_ratio, y)
    return (Label(at, text, drawing.stroke.colour, boxed=flag(drawing, BOXED), size=number(drawing, SIZE)),)


TOOL = Tool(
    kind="text",
    title=translatable("Text"),
    group=translatable("Notes"),
    hint=translatable("Click where the text goes"),
    icon="text",
    anchors=1,
    figures=figures,
    parameters=(TEXT, SIZE, BOXED),
    names=True,
)
