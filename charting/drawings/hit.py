"""What lies under the pointer: handles before lines, lines before filled areas, the nearest first, then the uppermost."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from typing import Literal

import numpy as np
from msgspec import Struct

from charting.core.document import Drawing
from charting.drawings.declaration import Handle
from charting.drawings.sheet import Sheet, handles

Part = Literal["handle", "body", "fill"]

_EVEN = 0.75
"""Logical pixels within which two lines count as equally near, so that the upper one wins."""


class Hit(Struct, frozen=True):
    """What was hit.

    Attributes
    ----------
    drawing
        Whose part it is.
    part
        ``handle``, ``body`` (a line or a text) or ``fill`` (the faint area of a shape).
    handle
        The handle, None for the other parts.
    distance
        Device pixels from the pointer.
    """

    drawing: Drawing
    part: Part
    handle: Handle | None
    distance: float

    @property
    def movable(self) -> bool:
        """Whether a drag may change the drawing."""
        return not self.drawing.locked


def hit(
    sheet: Sheet, x: float, y: float, tolerance_px: float = 6.0, *, with_handles: Collection[str] | None = None
) -> Hit | None:
    """What lies at a point of the pane, None for nothing.

    Parameters
    ----------
    sheet
        The pane's drawings as they are laid out.
    x, y
        The point in device pixels.
    tolerance_px
        How near is near enough, in logical pixels.
    with_handles
        Ids of the drawings whose handles count; those of all drawings when None. Handles of locked ones never do.
    """
    if not sheet.items:
        return None
    tolerance = tolerance_px * sheet.projection.plane.pixel_ratio
    return _hit_handle(sheet, x, y, tolerance, with_handles) or _hit_body(sheet, x, y, tolerance)


def near(sheet: Sheet, x: float, y: float, reach_px: float = 16.0) -> tuple[Drawing, ...]:
    """The drawings with a line within reach of a point, or of the middle of its bar, lowest first: what a magnet may catch.

    Parameters
    ----------
    sheet, x, y
        As for :func:`hit`.
    reach_px
        Logical pixels.
    """
    plane = sheet.projection.plane
    reach = reach_px * plane.pixel_ratio + min(plane.dx / 2, 200 * plane.pixel_ratio)
    return tuple(sheet.items[owner].drawing for owner in sorted(sheet.targets.bodies(x, y, reach)))


def hit_box(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> tuple[Drawing, ...]:
    """The drawings that a marquee touches with the box round their figures, lowest first; corners in device pixels."""
    boxes = sheet.boxes
    left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
    touched = (boxes[:, 0] <= right) & (boxes[:, 2] >= left) & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)
    return tuple(sheet.items[index].drawing for index in np.flatnonzero(touched))


def _hit_handle(sheet: Sheet, x: float, y: float, tolerance: float, ids: Collection[str] | None) -> Hit | None:
    best: Hit | None = None
    for drawing, handle in _near_handles(sheet, x, y, tolerance, ids):
        away = math.dist(handle.at, (x, y))
        if away <= tolerance and not drawing.locked and (best is None or away <= best.distance):
            best = Hit(drawing, "handle", handle, away)
    return best


def _near_handles(
    sheet: Sheet, x: float, y: float, tolerance: float, ids: Collection[str] | None
) -> Iterator[tuple[Drawing, Handle]]:
    if ids is None:
        places, owners = sheet.grip_table
        near = (np.abs(places[:, 0] - x) <= tolerance) & (np.abs(places[:, 1] - y) <= tolerance)
        for item, index in owners[near]:
            yield sheet.items[item].drawing, sheet.grips[item][index]
        return
    for item in sheet.items if ids else ():
        if item.drawing.id in ids:
            for handle in handles(item.drawing, item.points, sheet.projection):
                yield item.drawing, handle


def _hit_body(sheet: Sheet, x: float, y: float, tolerance: float) -> Hit | None:
    even = _EVEN * sheet.projection.plane.pixel_ratio
    best: tuple[int, float] | None = None
    for owner, away in sorted(sheet.targets.bodies(x, y, tolerance).items()):
        if best is None or away <= best[1] + even:
            best = owner, away
    if best is not None:
        return Hit(sheet.items[best[0]].drawing, "body", None, best[1])
    area = sheet.targets.area(x, y)
    return None if area is None else Hit(sheet.items[area].drawing, "fill", None, 0.0)
