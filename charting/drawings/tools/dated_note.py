"""A note pinned to a date: a fine line through its bar with the note at its foot."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, Label, Segment, label_box
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, word

TEXT = ToolParameter("text", translatable("Text"), "")


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """A dotted line over the height of the pane, and the date with the note in a box at its foot."""
    plane, x = projection.plane, points[0][0]
    date = projection.wording.date(drawing.anchors[0].time.timestamp(), projection.instrument, projection.interval)
    text = "\n".join(part for part in (date, word(drawing, TEXT).strip()) if part)
    line = Segment((x, plane.top), (x, plane.bottom), replace(drawing.stroke, dash="dot"))
    viewport, edge = projection.viewport, 6 * plane.pixel_ratio
    label = Label((x, viewport.bottom - edge), text, drawing.stroke.colour, "centre", "bottom", boxed=True)
    left, _, right, _ = label_box(label, plane.pixel_ratio)
    if not viewport.left <= x <= viewport.right:
        return line, label
    # Near the pane's edge the note moves in, so that it can be read for as long as its date is in view.
    inwards = max(viewport.left + edge - left, 0.0) or min(viewport.right - edge - right, 0.0)
    return line, replace(label, at=(x + inwards, label.at[1]))


def handles(_drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """Its date, held in the middle of the line."""
    viewport = projection.viewport
    return (Handle((points[0][0], viewport.top + viewport.height / 2), 0, None),)


TOOL = Tool(
    kind="dated_note",
    title=translatable("Dated note"),
    group=translatable("Notes"),
    hint=translatable("Click the bar the note is about"),
    icon="dated_note",
    anchors=1,
    figures=figures,
    parameters=(TEXT,),
    handles=handles,
    names=True,
)
