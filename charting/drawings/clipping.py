"""Cuts figures off at the pane's edges: Qt must never be handed coordinates of a thousand million."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Literal

from msgspec.structs import replace

from charting.core.document import Stroke
from charting.core.figures import Ellipse, Figure, Label, Point, Polygon, Polyline, Segment
from charting.drawings.plane import Plane

_NOTHING = 1e-9
"""Pixels that are no distance: dividing by less runs out of numbers."""
_ON_IT = 1e-6
"""Pixels that the way by a point on a line may be longer than the line."""
_ROUND = 180
"""Corners of the polygon that stands for an ellipse which is too large to be handed over."""


def clip_segment(
    start: Point, end: Point, plane: Plane, *, before: bool = False, after: bool = False
) -> tuple[Point, Point] | None:
    """The part of a line that lies in the pane; None when nothing does.

    ``before`` and ``after`` let it go on beyond its ends without limit. Liang and Barsky, "A New Concept and Method for
    Line Clipping", ACM Transactions on Graphics 3 (1984).
    """
    left, top, right, bottom = plane.left, plane.top, plane.right, plane.bottom
    (x, y), (x1, y1) = start, end
    if not before and not after and left <= x <= right and left <= x1 <= right and top <= y <= bottom and top <= y1 <= bottom:
        return start, end
    dx, dy = x1 - x, y1 - y
    low, high = (-math.inf if before else 0.0), (math.inf if after else 1.0)
    # Across and down are written out: a frame of many drawings cuts hundreds of lines.
    if abs(dx) >= _NOTHING:
        enter, leave = (left - x) / dx, (right - x) / dx
        low, high = (max(low, enter), min(high, leave)) if enter <= leave else (max(low, leave), min(high, enter))
    elif not left <= x <= right:
        return None
    elif abs(dy) < _NOTHING:
        low = high = 0.0
    if abs(dy) >= _NOTHING:
        enter, leave = (top - y) / dy, (bottom - y) / dy
        low, high = (max(low, enter), min(high, leave)) if enter <= leave else (max(low, leave), min(high, enter))
    elif not top <= y <= bottom:
        return None
    if not low <= high or not math.isfinite(dx) or not math.isfinite(dy):  # also where a coordinate is NaN
        return None
    first_point = start if low == 0 else (x + low * dx, y + low * dy)
    last_point = end if high == 1 else (x + high * dx, y + high * dy)
    return _inside(first_point, plane), _inside(last_point, plane)


def _inside(point: Point, plane: Plane) -> Point:
    """The point held within the pane: what comes from huge coordinates may miss the edge by rounding."""
    if plane.left <= point[0] <= plane.right and plane.top <= point[1] <= plane.bottom:
        return point
    return min(max(point[0], plane.left), plane.right), min(max(point[1], plane.top), plane.bottom)


def clip_path(points: tuple[Point, ...], plane: Plane) -> list[tuple[Point, ...]]:
    """The parts of a polyline that lie in the pane, cut at NaN; a whole polyline inside stays the same object."""
    where = _whereabouts(points, plane)
    if where != "across":
        return [points] if where == "inside" and len(points) > 1 else []
    left, top, right, bottom = plane.left, plane.top, plane.right, plane.bottom
    inside = [left <= x <= right and top <= y <= bottom for x, y in points]
    parts: list[tuple[Point, ...]] = []
    current: list[Point] = []
    place, last = 0, len(points) - 1
    while place < last:
        if inside[place] and inside[place + 1]:  # as most are that lie side by side: all of them at once
            stop = _first_outside(inside, place)
            stretch = points[place:stop]
            place = stop - 1
        else:
            (x0, y0), (x1, y1) = start, end = points[place], points[place + 1]
            place += 1
            beside = (x0 < left and x1 < left) or (x0 > right and x1 > right)
            apart = beside or (y0 < top and y1 < top) or (y0 > bottom and y1 > bottom)
            stretch = () if apart else clip_segment(start, end, plane) or ()
        if current and (not stretch or current[-1] != stretch[0]):
            parts.append(tuple(current))
            current = []
        current += stretch[1:] if current else stretch
        if stretch and stretch[-1] != points[place]:
            parts.append(tuple(current))
            current = []
    if current:
        parts.append(tuple(current))
    return parts


def _first_outside(inside: list[bool], place: int) -> int:
    """The first place from one on that is not inside, or the end."""
    try:
        return inside.index(False, place)
    except ValueError:
        return len(inside)


def clip_polygon(points: tuple[Point, ...], plane: Plane) -> tuple[Point, ...]:
    """The part of a polygon that lies in the pane; empty when nothing does, or a coordinate is NaN.

    Sutherland and Hodgman, "Reentrant Polygon Clipping", Communications of the ACM 17 (1974).
    """
    if not points or not all(map(math.isfinite, chain.from_iterable(points))):
        return ()
    left, top, right, bottom = plane.left, plane.top, plane.right, plane.bottom
    first, uppermost, last, lowest = _extremes(points)
    beyond = first < left, last > right, uppermost < top, lowest > bottom
    if not any(beyond):
        return points
    if last < left or first > right or lowest < top or uppermost > bottom:
        return ()
    kept = list(points)
    for (axis, edge, sign), cuts in zip(((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)), beyond, strict=True):
        if cuts and kept:
            kept = _cut(kept, axis, edge, sign)
    return tuple([one if left <= one[0] <= right and top <= one[1] <= bottom else _inside(one, plane) for one in kept])


def _cut(points: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """What of a polygon lies on the inner side of one edge."""
    kept: list[Point] = []
    inner = [point[axis] >= edge if sign > 0 else point[axis] <= edge for point in points]
    previous, was_inside = points[-1], inner[-1]
    for point, is_inside in zip(points, inner, strict=True):
        if is_inside is not was_inside:
            t = (edge - previous[axis]) / (point[axis] - previous[axis])
            other = previous[1 - axis] + t * (point[1 - axis] - previous[1 - axis])
            kept.append((edge, other) if axis == 0 else (other, edge))
        if is_inside:
            kept.append(point)
        previous, was_inside = point, is_inside
    return kept


def clipped(figures: Iterable[Figure], plane: Plane) -> tuple[Figure, ...]:
    """Figures cut to the pane and a margin around it; those without a place on the scale (NaN) are left out."""
    kept: list[Figure] = []
    left, top, right, bottom = plane.left, plane.top, plane.right, plane.bottom
    for figure in figures:
        # Most lie inside as they are, and a frame has thousands: they are told by plain comparisons, without a call.
        if isinstance(figure, Segment):
            (x0, y0), (x1, y1) = figure.start, figure.end
            inside = left <= x0 <= right and left <= x1 <= right and top <= y0 <= bottom and top <= y1 <= bottom
        elif isinstance(figure, Label):
            x0, y0 = figure.at
            inside = left <= x0 <= right and top <= y0 <= bottom
        elif isinstance(figure, Polygon | Polyline):
            inside = len(figure.points) > 1
            for x0, y0 in figure.points:
                if not (left <= x0 <= right and top <= y0 <= bottom):
                    inside = False
                    break
        else:
            inside = False
        if inside:
            kept.append(figure)
        else:
            kept.extend(_clip(figure, plane))
    return tuple(kept)


def _clip(figure: Figure, plane: Plane) -> Iterable[Figure]:
    match figure:
        case Segment(start, end):
            if _within(start, plane) and _within(end, plane):
                return (figure,)
            part = clip_segment(start, end, plane)
            return (part_of_line(start, end, part, figure.stroke, figure.phase),) if part else ()
        case Polyline(points):
            return _cut_path(figure, clip_path(points, plane))
        case Polygon(points):
            return _clip_polygon(figure, plane)
        case Ellipse():
            return _clip_ellipse(figure, plane)
        case Label():
            return (figure,) if _within(figure.at, plane) else ()


def part_of_line(start: Point, end: Point, part: tuple[Point, Point], stroke: Stroke, phase: float = 0.0) -> Segment:
    """A part of a line, with its dashes where those of the whole line are: they would crawl while it is panned otherwise."""
    if stroke.dash == "solid":
        return Segment(part[0], part[1], stroke)
    (x, y), (x1, y1), (x0, y0) = start, end, part[0]
    length = math.hypot(x1 - x, y1 - y)
    along = ((x0 - x) * (x1 - x) + (y0 - y) * (y1 - y)) / length if length > _NOTHING else 0.0
    return Segment(part[0], part[1], stroke, phase + along)


def _cut_path(figure: Polyline, parts: Sequence[tuple[Point, ...]]) -> list[Polyline]:
    """The parts of a polyline, with its dashes where those of the whole are."""
    if figure.stroke.dash == "solid" or (len(parts) == 1 and parts[0] is figure.points):
        return [figure if part is figure.points else replace(figure, points=part) for part in parts]
    found: list[Polyline] = []
    stretches, along, passed = pairwise(figure.points), figure.phase, 0.0
    x0 = y0 = x1 = y1 = math.nan
    for part in parts:
        x, y = part[0]
        while not _lies_between(x0, y0, x1, y1, x, y):
            following = next(stretches, None)
            if following is None:
                break
            along = along + passed if math.isfinite(passed) else 0.0
            (x0, y0), (x1, y1) = following
            passed = math.hypot(x1 - x0, y1 - y0)
        found.append(replace(figure, points=part, phase=along + math.hypot(x - x0, y - y0)))
    return found


def _lies_between(x0: float, y0: float, x1: float, y1: float, x: float, y: float) -> bool:
    """Whether a point lies on a straight line from one place to another, as far as what was cut off it is exact."""
    around = math.hypot(x - x0, y - y0) + math.hypot(x1 - x, y1 - y) - math.hypot(x1 - x0, y1 - y0)
    return around < _ON_IT


def _clip_polygon(figure: Polygon, plane: Plane) -> list[Figure]:
    inner = clip_polygon(figure.points, plane)
    if inner is figure.points:
        return [figure]
    # The border is cut apart from the fill, so that no border is drawn along the pane's edge.
    kept: list[Figure] = [replace(figure, points=inner, stroke=None)] if len(inner) > 2 and figure.fill else []
    if figure.stroke is not None:
        outline = (*figure.points, figure.points[0])
        kept.extend(_cut_path(Polyline(outline, figure.stroke), clip_path(outline, plane)))
    return kept


def _clip_ellipse(figure: Ellipse, plane: Plane) -> list[Figure]:
    (x, y), rx, ry = figure.centre, figure.radius_x, figure.radius_y
    if not all(map(math.isfinite, (x, y, rx, ry))) or x + rx < plane.left or x - rx > plane.right:
        return []
    if y + ry < plane.top or y - ry > plane.bottom:
        return []
    if max(rx, ry) <= plane.right - plane.left + plane.bottom - plane.top:
        return [figure]
    turns = (2 * math.pi * step / _ROUND for step in range(_ROUND))
    corners = tuple((x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns)
    return _clip_polygon(Polygon(corners, figure.fill, figure.opacity, figure.stroke), plane)


def _whereabouts(points: tuple[Point, ...], plane: Plane) -> Literal["inside", "beside", "across"]:
    """Whether points all lie in the pane, all beyond one of its edges, or neither; NaN is never inside."""
    left, top, right, bottom = plane.left, plane.top, plane.right, plane.bottom
    for x, y in points:
        if not (left <= x <= right and top <= y <= bottom):
            break
    else:
        return "inside"
    first, uppermost, last, lowest = _extremes(points)
    return "beside" if last < left or first > right or lowest < top or uppermost > bottom else "across"


def _extremes(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    """The least and the greatest x and y of points: left, top, right, bottom; of any kind where there is NaN among them."""
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _within(point: Point, plane: Plane) -> bool:
    return plane.left <= point[0] <= plane.right and plane.top <= point[1] <= plane.bottom
