"""What lies under the pointer: handles before lines, lines before filled areas, the nearest first, then the uppermost."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from charting.core.document import Drawing
from charting.core.figures import Ellipse, Figure, Polygon, distance
from charting.drawings.declaration import Handle
from charting.drawings.sheet import Sheet

Part = Literal["handle", "body", "fill"]

_SOLID = 0.5
"""Areas at least this opaque are part of the body (arrowheads, bars of a profile); fainter ones only give way to it."""
_EVEN = 0.75
"""Logical pixels within which two lines count as equally near, so that the upper one wins."""


@dataclass(frozen=True, slots=True)
class Hit:
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
    ratio = sheet.projection.plane.pixel_ratio
    tolerance = tolerance_px * ratio
    return _hit_handle(sheet, x, y, tolerance, with_handles) or _hit_body(sheet, x, y, tolerance, ratio)


def hit_box(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> tuple[Drawing, ...]:
    """The drawings that a marquee touches with the box round their figures, lowest first; corners in device pixels."""
    boxes = sheet.boxes
    left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
    touched = (boxes[:, 0] <= right) & (boxes[:, 2] >= left) & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)
    return tuple(sheet.items[index].drawing for index in np.flatnonzero(touched))


def _hit_handle(sheet: Sheet, x: float, y: float, tolerance: float, ids: Collection[str] | None) -> Hit | None:
    places, owners = sheet.grip_table
    distances = np.hypot(places[:, 0] - x, places[:, 1] - y)
    best: Hit | None = None
    for row in np.flatnonzero(distances <= tolerance):
        item, index = owners[row]
        drawing = sheet.items[item].drawing
        if drawing.locked or (ids is not None and drawing.id not in ids):
            continue
        if best is None or distances[row] <= best.distance:
            best = Hit(drawing, "handle", sheet.grips[item][index], float(distances[row]))
    return best


def _hit_body(sheet: Sheet, x: float, y: float, tolerance: float, ratio: float) -> Hit | None:
    boxes = sheet.boxes
    reach = tolerance + 10 * ratio  # half of the widest stroke more
    near = (boxes[:, 0] <= x + reach) & (boxes[:, 2] >= x - reach) & (boxes[:, 1] <= y + reach) & (boxes[:, 3] >= y - reach)
    line: Hit | None = None
    fill: Hit | None = None
    for index in np.flatnonzero(near):
        item = sheet.items[index]
        body, inside = _distances(item.figures, x, y, ratio)
        if body <= tolerance and (line is None or body <= line.distance + _EVEN * ratio):
            line = Hit(item.drawing, "body", None, body)
        if inside:
            fill = Hit(item.drawing, "fill", None, 0.0)
    return line or fill


def _distances(figures: tuple[Figure, ...], x: float, y: float, ratio: float) -> tuple[float, bool]:
    """Distance from the lines and texts of a drawing, and whether the point is inside a faint area of it."""
    nearest, inside = math.inf, False
    for figure in figures:
        shape = figure
        if isinstance(figure, Polygon | Ellipse) and figure.fill is not None and figure.opacity < _SOLID:
            inside = inside or distance(figure, x, y) == 0
            if figure.stroke is None:
                continue
            shape = replace(figure, fill=None)
        stroke = getattr(shape, "stroke", None)
        half = 0.0 if stroke is None else stroke.width / 2 * ratio
        nearest = min(nearest, max(0.0, distance(shape, x, y, ratio) - half))
    return nearest, inside
