"""Boxes between two opposite corners, along the axes: their edges in pixels and their eight handles."""

from __future__ import annotations

from charting.core.document import Drawing
from charting.core.figures import Point
from charting.drawings.declaration import Handle, Points, Projection


def corners(drawing: Drawing, points: Points, projection: Projection) -> tuple[Point, Point, Point, Point]:
    """Top left, top right, bottom right and bottom left of the box between the first two points, with extensions."""
    plane, ((x0, y0), (x1, y1)) = projection.plane, points[:2]
    left = plane.left if drawing.extend_left else min(x0, x1)
    right = plane.right if drawing.extend_right else max(x0, x1)
    top, bottom = min(y0, y1), max(y0, y1)
    return (left, top), (right, top), (right, bottom), (left, bottom)


def handles(_drawing: Drawing, points: Points, _projection: Projection) -> tuple[Handle, ...]:
    """The corners, which move freely, and the middles of the sides, which move across them only."""
    if len(points) < 2:
        return (Handle(points[0], 0, 0),)
    (x0, y0), (x1, y1) = points[:2]
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    return (
        Handle((x0, y0), 0, 0),
        Handle((x1, y0), 1, 0),
        Handle((x1, y1), 1, 1),
        Handle((x0, y1), 0, 1),
        Handle((middle_x, y0), None, 0),
        Handle((middle_x, y1), None, 1),
        Handle((x0, middle_y), 0, None),
        Handle((x1, middle_y), 1, None),
    )
