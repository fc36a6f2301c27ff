"""Harmonic patterns: the legs of ABCD and XABCD, with the ratios that tell one pattern from another."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, Polygon, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag
from charting.drawings.geometry import Node, line_figures, nodes, outline, point_of, space
from charting.drawings.marks import middle_label, turning_labels

RATIOS = ToolParameter("ratios", translatable("Show ratios"), default=True)

_LETTERS = {"abcd": "ABCD", "xabcd": "XABCD"}
_LEGS = {
    "abcd": {(0, 2): ((1, 2), (0, 1)), (1, 3): ((2, 3), (1, 2))},
    "xabcd": {
        (0, 2): ((1, 2), (0, 1)),
        (1, 3): ((2, 3), (1, 2)),
        (2, 4): ((3, 4), (2, 3)),
        (0, 4): ((1, 4), (0, 1)),
    },
}
"""The points a ratio is written between, and the two legs it is of: the first over the second."""


def leg_ratio(corners: tuple[Node, ...], leg: tuple[int, int], base: tuple[int, int]) -> float | None:
    """How long one leg is against another, up and down in the drawing's space; None where the other has no height."""
    length, unit = (abs(corners[end].value - corners[start].value) for start, end in (leg, base))
    return length / unit if unit else None


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The legs, for XABCD filled to two triangles, with letters at the turns and ratios between them."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    corners, letters = nodes(drawing, projection), _LETTERS.get(drawing.kind, "ABCD")
    found: list[Figure] = []
    if drawing.kind == "xabcd":
        fill = drawing.fill or drawing.stroke.colour
        for first in (0, 2):
            three = corners[first : first + 3]
            if len(three) == 3:
                found.append(Polygon(outline(plane, interp, (*three, three[0])), fill, drawing.opacity))
    found.append(Polyline(outline(plane, interp, corners), drawing.stroke))
    if flag(drawing, RATIOS):
        found.extend(_ratios(drawing, corners, projection))
    return *found, *turning_labels(points, letters, drawing.stroke.colour, plane.pixel_ratio)


def _ratios(drawing: Drawing, corners: tuple[Node, ...], projection: Projection) -> list[Figure]:
    plane, interp = projection.plane, space(drawing)
    thin = replace(drawing.stroke, width=1.0, dash="dot")
    found: list[Figure] = []
    for (start, end), (leg, base) in _LEGS.get(drawing.kind, {}).items():
        if end >= len(corners):
            continue
        ratio = leg_ratio(corners, leg, base)
        found.extend(line_figures(plane, interp, corners[start], corners[end], thin))
        if ratio is not None:
            ends = point_of(plane, interp, corners[start]), point_of(plane, interp, corners[end])
            found.append(middle_label(*ends, projection.wording.number(ratio, 3), "tag"))
    return found


ABCD = Tool(
    kind="abcd",
    title=translatable("ABCD pattern"),
    group=translatable("Patterns"),
    hint=translatable("Click A, B, C and D"),
    icon="abcd",
    anchors=4,
    figures=figures,
    parameters=(RATIOS,),
    defaults=lambda drawing: replace(drawing, stroke=replace(drawing.stroke, width=2.0)),
)

XABCD = Tool(
    kind="xabcd",
    title=translatable("XABCD pattern"),
    group=translatable("Patterns"),
    hint=translatable("Click X, A, B, C and D"),
    icon="xabcd",
    anchors=5,
    figures=figures,
    parameters=(RATIOS,),
    defaults=lambda drawing: replace(drawing, stroke=replace(drawing.stroke, width=2.0)),
)
