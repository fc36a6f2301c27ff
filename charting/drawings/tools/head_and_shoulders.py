"""Head and shoulders, upright or upside down, with its neckline and the target that follows from it."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Polygon, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import Node, line_figures, line_prices, nodes, outline, space
from charting.drawings.marks import turning_labels
from charting.drawings.plane import price_of

LABEL = ToolParameter("label", translatable("Show labels"), default=True)
TARGET = ToolParameter("target", translatable("Show the target"), default=False)


def on_neckline(corners: tuple[Node, ...], slot: float) -> Node:
    """The point of the neckline at a slot; level where its two points stand on one bar."""
    left, right = corners[2], corners[4]
    if left.slot == right.slot:
        return Node(slot, left.value)
    # At the very slot, which the share of the way would miss by a rounding.
    return left.between(right, (slot - left.slot) / (right.slot - left.slot))._replace(slot=slot)


def target(drawing: Drawing, projection: Projection) -> float:
    """The price as far beyond the neckline, from where it ends, as the head stands from it."""
    corners = nodes(drawing, projection)
    head = corners[3]
    height = head.value - on_neckline(corners, head.slot).value
    return price_of(on_neckline(corners, corners[6].slot).value - height, space(drawing))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The seven turns, the three peaks filled down to the neckline, which runs from the first point to the last."""
    if len(points) < 2:
        return ()
    plane, interp, corners = projection.plane, space(drawing), nodes(drawing, projection)
    found: list[Figure] = []
    if len(corners) >= 7:
        fill = drawing.fill or drawing.stroke.colour
        ends = on_neckline(corners, corners[0].slot), on_neckline(corners, corners[6].slot)
        found.append(Polygon(outline(plane, interp, corners[:7]), fill, drawing.opacity))
        dashed, left, right = replace(drawing.stroke, dash="dash"), drawing.extend_left, drawing.extend_right
        found.extend(line_figures(plane, interp, *ends, dashed, left=left, right=right))
    found.append(Polyline(outline(plane, interp, corners[:7]), drawing.stroke))
    wording = projection.wording
    if flag(drawing, LABEL):
        shoulder, head = wording.text(translatable("Shoulder")), wording.text(translatable("Head"))
        texts = ("", shoulder, "", head, "", shoulder, "")
        found.extend(turning_labels(points, texts, drawing.stroke.colour, plane.pixel_ratio))
    if flag(drawing, TARGET) and len(corners) >= 7:
        found.extend(_target(drawing, corners, points, projection))
    return tuple(found)


def _target(drawing: Drawing, corners: tuple[Node, ...], points: Points, projection: Projection) -> tuple[Figure, ...]:
    plane, price = projection.plane, target(drawing, projection)
    x, y = points[6][0], plane.y(price)
    neck = plane.y_of(on_neckline(corners, corners[6].slot).value, space(drawing))
    dotted = replace(drawing.stroke, dash="dot")
    label = f"{projection.wording.text(translatable('Target'))} {projection.price_text(price)}"
    return Polyline(((x, neck), (x, y)), dotted), *turning_labels(((x, y),), (label,), drawing.stroke.colour, plane.pixel_ratio)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the neckline."""
    corners = nodes(drawing, projection)
    ends = on_neckline(corners, corners[0].slot), on_neckline(corners, corners[6].slot)
    return line_prices(*ends, slots, space(drawing), left=drawing.extend_left, right=drawing.extend_right)


TOOL = Tool(
    kind="head_and_shoulders",
    title=translatable("Head and shoulders"),
    group=translatable("Patterns"),
    hint=translatable("Click the seven turns: start, shoulder, neck, head, neck, shoulder, end"),
    icon="head_and_shoulders",
    anchors=7,
    figures=figures,
    price_at=price_at,
    parameters=(LABEL, TARGET),
    defaults=lambda drawing: replace(drawing, stroke=replace(drawing.stroke, width=2.0)),
)
