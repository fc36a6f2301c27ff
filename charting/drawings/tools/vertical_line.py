"""A vertical line: one bar, over the whole height."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Figure, HorizontalAlign, Label, Segment, VerticalAlign
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, flag, word
from charting.drawings.line_labels import TURNED

LABEL = ToolParameter("label", translatable("Show the name and date"), default=True)
PLACE = ToolParameter("place", translatable("Place of the label"), "bottom", choices=("top", "middle", "bottom"))
SIDE = ToolParameter("side", translatable("Side of the line"), "right", choices=("left", "on the line", "right"))
_AWAY = {"left": -1.0, "on the line": 0.0, "right": 1.0}
_ALIGNED: dict[str, HorizontalAlign] = {"left": "right", "on the line": "centre", "right": "left"}
_STANDS: dict[str, VerticalAlign] = {"top": "top", "middle": "middle", "bottom": "bottom"}
_ALONG: dict[str, HorizontalAlign] = {"top": "right", "middle": "centre", "bottom": "left"}
_BESIDE: dict[str, VerticalAlign] = {"left": "bottom", "on the line": "middle", "right": "top"}


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The line over the pane's height, its name and date beside it or on it, perhaps upwards along it."""
    plane, x = projection.plane, points[0][0]
    line = Segment((x, plane.top), (x, plane.bottom), drawing.stroke)
    if not flag(drawing, LABEL):
        return (line,)
    date = projection.wording.date(drawing.anchors[0].time.timestamp(), projection.instrument, projection.interval)
    pane, unit = projection.window, plane.pixel_ratio
    place, side = word(drawing, PLACE), word(drawing, SIDE)
    turned = flag(drawing, TURNED)
    y = {"top": pane.top + 6 * unit, "middle": (pane.top + pane.bottom) / 2, "bottom": pane.bottom - 6 * unit}
    align = (_ALONG[place], _BESIDE[side]) if turned else (_ALIGNED[side], _STANDS[place])
    at, text = (x + 5 * unit * _AWAY[side], y[place]), f"{drawing.name} {date}".strip()
    angle = -90.0 if turned else 0.0
    return line, Label(at, text, drawing.stroke.colour, *align, angle=angle, veiled=side == "on the line")


def handles(_drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """One grip at the price it was placed at, or in the middle of the pane when that is out of view."""
    viewport, (x, y) = projection.viewport, points[0]
    if not viewport.top <= y <= viewport.bottom:
        y = viewport.top + viewport.height / 2
    return (Handle((x, y), 0, None),)


TOOL = Tool(
    kind="vertical_line",
    title=translatable("Vertical line"),
    group=translatable("Lines"),
    hint=translatable("Click at a bar"),
    icon="vertical_line",
    anchors=1,
    figures=figures,
    parameters=(LABEL, PLACE, SIDE, TURNED),
    shortcut="Alt+V",
    handles=handles,
    names=True,
)
