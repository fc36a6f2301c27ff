"""Geometry that tools share: lines straight in their own space, extended to the pane's edges and clipped to it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Drawing, Interpolation, Stroke
from charting.core.figures import Figure, Point, Polygon, Polyline
from charting.drawings.clipping import clip_path, clip_polygon, clip_segment, part_of_line
from charting.drawings.declaration import Projection, kept
from charting.drawings.plane import Plane, prices_of, value_of

_STEP = 10.0
"""Logical pixels between the points of a line that is curved on the scale it is shown on."""


class Node(NamedTuple):
    """A point of the plane: a slot, and a price as a coordinate of the space a drawing was made in."""

    slot: float
    value: float

    def between(self, other: Node, ratio: float) -> Node:
        """The point ``ratio`` of the way to another, beyond it for more than 1."""
        return Node(self.slot + (other.slot - self.slot) * ratio, self.value + (other.value - self.value) * ratio)

    def moved(self, slots: float = 0.0, value: float = 0.0) -> Node:
        """The point moved across and up."""
        return Node(self.slot + slots, self.value + value)


def space(drawing: Drawing) -> Interpolation:
    """The space in which a drawing's lines are straight: its own, but linear when a price has no logarithm."""
    if drawing.interp == "log" and all(anchor.price > 0 for anchor in drawing.anchors):
        return "log"
    return "linear"


@kept
def nodes(drawing: Drawing, projection: Projection) -> tuple[Node, ...]:
    """The anchors of a drawing as points of its space."""
    interp = space(drawing)
    return tuple([Node(projection.slot(anchor), value_of(anchor.price, interp)) for anchor in drawing.anchors])


def line_prices(
    start: Node, end: Node, slots: Floats, interp: Interpolation, *, left: bool = False, right: bool = False
) -> Floats:
    """Prices along the straight line through two points.

    Parameters
    ----------
    start, end
        Points of the space ``interp``, in any order.
    slots
        (n,) slots to ask for.
    left, right
        Whether the line goes on beyond its ends.

    Returns
    -------
    Floats
        (n,) prices; NaN beside the line, and everywhere for a vertical one (which has no price of its own).
    """
    slots = np.asarray(slots, dtype=np.float64)
    if start.slot == end.slot:
        return np.full(slots.shape, np.nan)
    if end.slot < start.slot:
        start, end = end, start
    slope = (end.value - start.value) / (end.slot - start.slot)
    # From the nearer end, so that the ends themselves come out exact.
    middle = (start.slot + end.slot) / 2
    values = np.where(slots <= middle, start.value + (slots - start.slot) * slope, end.value + (slots - end.slot) * slope)
    found = prices_of(values, interp)
    beside = (slots < start.slot) & (not left) | (slots > end.slot) & (not right)
    return np.where(beside, np.nan, found)


def line_figures(
    plane: Plane, interp: Interpolation, start: Node, end: Node, stroke: Stroke, *, left: bool = False, right: bool = False
) -> tuple[Figure, ...]:
    """What shows the line through two points: a segment, or a polyline where the scale bends it.

    ``left`` and ``right`` draw it on to the pane's edges; a vertical line goes on beyond ``start`` and beyond ``end``.
    Nothing when it lies wholly outside.
    """
    if interp == plane.interp or start.slot == end.slot or start.value == end.value:
        return _straight(plane, interp, start, end, stroke, left, right)
    path = curve(plane, interp, start, end, left=left, right=right)
    return tuple(Polyline(part, stroke) for part in clip_path(path, plane))


def _straight(
    plane: Plane, interp: Interpolation, start: Node, end: Node, stroke: Stroke, left: bool, right: bool
) -> tuple[Figure, ...]:
    if end.slot < start.slot:
        start, end = end, start
    if interp == plane.interp:
        x0, dx, y0, dy = plane.x0, plane.dx, plane.y0, plane.dy
        first = (x0 + start.slot * dx, y0 + start.value * dy)
        last = (x0 + end.slot * dx, y0 + end.value * dy)
    else:
        first, last = point_of(plane, interp, start), point_of(plane, interp, end)
    clipped = clip_segment(first, last, plane, before=left, after=right)
    return (part_of_line(first, last, clipped, stroke),) if clipped else ()


def curve(
    plane: Plane, interp: Interpolation, start: Node, end: Node, *, left: bool = False, right: bool = False
) -> tuple[Point, ...]:
    """Points in pixels along a line within the pane's width, from left to right; empty where it is out of view.

    Two points when the line is straight on the screen too. Heights are not clipped and may be NaN.
    """
    if end.slot < start.slot:
        start, end = end, start
    slot, value = start
    x0, dx, y0, dy = plane.x0, plane.dx, plane.y0, plane.dy
    first, last = (plane.left - x0) / dx, (plane.right - x0) / dx
    if not left and slot > first:
        first = slot
    if not right and end.slot < last:
        last = end.slot
    if not first < last or slot == end.slot:
        return ()
    slope = (end.value - value) / (end.slot - slot)
    at_first, at_last = value + (first - slot) * slope, value + (last - slot) * slope
    if interp == plane.interp:
        return (x0 + first * dx, y0 + at_first * dy), (x0 + last * dx, y0 + at_last * dy)
    if slope == 0:
        return (x0 + first * dx, plane.y_of(at_first, interp)), (x0 + last * dx, plane.y_of(at_last, interp))
    count = max(2, math.ceil((last - first) * plane.dx / (_STEP * plane.pixel_ratio)) + 1)
    slots = np.linspace(first, last, count)
    heights = plane.ys_of(start.value + (slots - start.slot) * slope, interp)
    across = plane.x0 + slots * plane.dx
    return tuple(zip(across.tolist(), heights.tolist(), strict=True))


def band(
    plane: Plane,
    interp: Interpolation,
    upper: tuple[Node, Node],
    lower: tuple[Node, Node],
    fill: str,
    opacity: float,
    *,
    left: bool = False,
    right: bool = False,
) -> tuple[Figure, ...]:
    """The filled area between two lines over the same slots."""
    above = curve(plane, interp, *upper, left=left, right=right)
    below = curve(plane, interp, *lower, left=left, right=right)
    outline = clip_polygon((*above, *reversed(below)), plane)
    return (Polygon(outline, fill, opacity),) if len(outline) > 2 else ()


def wedges(
    plane: Plane, interp: Interpolation, rays: Sequence[tuple[Node, Node]], fills: Sequence[str | None], opacity: float
) -> Iterator[Figure]:
    """The filled areas between neighbouring rays, each from a point through another to the pane's edge.

    None for a fill leaves an area out; beside an upright ray there is none either.
    """
    edges: list[tuple[Point, ...]] = []
    for origin, through in rays if opacity else ():
        back = through.slot < origin.slot
        edge = curve(plane, interp, origin, through, left=back, right=not back)
        edge = tuple(reversed(edge)) if back else edge
        begin = point_of(plane, interp, origin)
        # Where it begins out of view, the area's side goes there all the same, and not to where the ray comes into view.
        edges.append((begin, *edge) if edge and begin != edge[0] and math.isfinite(begin[1]) else edge)
    for (one, other), fill in zip(pairwise(edges), fills, strict=False):
        corners = clip_polygon((*one, *reversed(other)), plane) if fill and one and other else ()
        if len(corners) > 2:
            yield Polygon(corners, fill, opacity)


def outline(plane: Plane, interp: Interpolation, corners: Sequence[Node]) -> tuple[Point, ...]:
    """Points in pixels along straight lines from corner to corner, bent where the scale bends them."""
    if interp == plane.interp:
        return points_of(plane, interp, corners)
    found: list[Point] = []
    for start, end in pairwise(corners):
        part: tuple[Point, ...]
        if start.slot == end.slot:
            part = (point_of(plane, interp, start), point_of(plane, interp, end))
        else:
            part = curve(plane, interp, start, end)
        found.extend(part if start.slot <= end.slot else reversed(part))
    return tuple(found)


def ray_figures(plane: Plane, interp: Interpolation, origin: Node, through: Node, stroke: Stroke) -> tuple[Figure, ...]:
    """What shows the line from a point through another to the pane's edge."""
    back = through.slot < origin.slot
    return line_figures(plane, interp, origin, through, stroke, left=back, right=not back)


def ray_prices(origin: Node, through: Node, slots: Floats, interp: Interpolation) -> Floats:
    """Prices along the line from a point through another, (n,) at (n,) slots; NaN before its origin."""
    back = through.slot < origin.slot
    return line_prices(origin, through, slots, interp, left=back, right=not back)


def rightwards(drawing: Drawing) -> tuple[float, float]:
    """How far a fan reaches beyond its anchors: without end, to the side of its second point."""
    return (math.inf, 0.0) if drawing.anchors[-1].time < drawing.anchors[0].time else (0.0, math.inf)


def base_line(drawing: Drawing, projection: Projection) -> tuple[Node, Node]:
    """A drawing's first two points."""
    first, second = nodes(drawing, projection)[:2]
    return first, second


def level_line(drawing: Drawing, projection: Projection) -> tuple[tuple[Node, Node], ...]:
    """The line of one price through a drawing's first point."""
    at = nodes(drawing, projection)[0]
    return ((at, at.moved(slots=1.0)),)


def points_of(plane: Plane, interp: Interpolation, corners: Iterable[Node]) -> tuple[Point, ...]:
    """Where points of the plane lie in pixels."""
    if interp == plane.interp:
        x0, dx, y0, dy = plane.x0, plane.dx, plane.y0, plane.dy
        return tuple([(x0 + slot * dx, y0 + value * dy) for slot, value in corners])
    return tuple([point_of(plane, interp, corner) for corner in corners])


def point_of(plane: Plane, interp: Interpolation, node: Node) -> Point:
    """Where a point of the plane lies in pixels."""
    if interp == plane.interp:
        return plane.x0 + node.slot * plane.dx, plane.y0 + node.value * plane.dy
    return plane.x(node.slot), plane.y_of(node.value, interp)
