"""Where on a time axis drawings may show anything, as one table: which of thousands are in view is then a few sums."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from msgspec import Struct
from msgspec.structs import astuple
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Point
from charting.drawings.declaration import Projection, Tool
from charting.drawings.geometry import space
from charting.drawings.plane import Plane, value_of

LABEL_ROOM = 400.0
"""Logical pixels beside its anchors within which labels and handles of a drawing may still show."""


class Bounds(Struct, frozen=True, gc=False):
    """What a drawing may show beside its anchors.

    Attributes
    ----------
    low, high
        First and last slot of what it shows, infinite where it runs on without end.
    first, last
        First and last slot of its anchors.
    log
        1 where the rest is in logarithms of prices, else 0.
    top_left, bottom_left, rise_left, fall_left
        At ``first`` the highest and the lowest of its lines, and the most and the least that one of them rises by in a
        slot to the left; infinite where nobody can say.
    top_right, bottom_right, rise_right, fall_right
        At ``last``, to the right.
    """

    low: float
    high: float
    first: float
    last: float
    log: float = 0.0
    top_left: float = math.inf
    bottom_left: float = -math.inf
    rise_left: float = 0.0
    fall_left: float = 0.0
    top_right: float = math.inf
    bottom_right: float = -math.inf
    rise_right: float = 0.0
    fall_right: float = 0.0


_FIELDS = len(Bounds.__struct_fields__)


def bounds_of(drawing: Drawing, tool: Tool, slots: Sequence[float], projection: Projection) -> Bounds:
    """The bounds of a drawing whose anchors lie at ``slots``."""
    first, last = min(slots), max(slots)
    if tool.reach is not None:
        left, right = tool.reach(drawing)
    else:
        left, right = (math.inf if extended else 0.0 for extended in (drawing.extend_left, drawing.extend_right))
    length = max(last - first, 1.0)
    found = Bounds(first - left * length, last + right * length, first, last)
    if tool.beyond is None or not (math.isinf(left) or math.isinf(right)):
        return found
    return _run_on(found, tool.beyond(drawing, projection), space(drawing) == "log")


def _run_on(found: Bounds, lines: Iterable[tuple[Point, Point]], log: bool) -> Bounds:
    """The bounds with what lines through pairs of points come to beyond the anchors; upright ones have no beyond."""
    slopes: list[float] = []
    at_first: list[float] = []
    at_last: list[float] = []
    for (x0, y0), (x1, y1) in lines:
        if x0 != x1:
            slope = (y1 - y0) / (x1 - x0)
            slopes.append(slope)
            at_first.append(y0 + (found.first - x0) * slope)
            at_last.append(y0 + (found.last - x0) * slope)
    if not slopes or not all(map(math.isfinite, (*at_first, *at_last))):
        return found
    steepest, flattest = max(slopes), min(slopes)
    left = (max(at_first), min(at_first), -flattest, -steepest)
    right = (max(at_last), min(at_last), steepest, flattest)
    return Bounds(found.low, found.high, found.first, found.last, float(log), *left, *right)


def table(bounds: Sequence[Bounds]) -> Floats:
    """The bounds of many drawings, (n, 13)."""
    numbers = chain.from_iterable(map(astuple, bounds))
    return np.fromiter(numbers, np.float64, _FIELDS * len(bounds)).reshape(-1, _FIELDS)


def in_view(extents: Floats, plane: Plane) -> NDArray[np.intp]:
    """The rows of a :func:`table` that may show something on a pane."""
    room = LABEL_ROOM * plane.pixel_ratio / plane.dx
    left, right = plane.slot(plane.left), plane.slot(plane.right)
    rows = np.flatnonzero((extents[:, 0] <= right + room) & (extents[:, 1] >= left - room))
    near = extents[rows]
    first, last, log = near[:, 2], near[:, 3], near[:, 4]
    ends = sorted((plane.price(plane.top), plane.price(plane.bottom)))
    lowest, highest = (np.where(log > 0, _logarithm(end), end) for end in ends)
    passes = np.zeros(len(rows), dtype=bool)
    for beside, begin, ways, (top, bottom, rise, fall) in (
        (left - room > last, last, (left, right), near[:, 9:13].T),
        (right + room < first, first, (right, left), near[:, 5:9].T),
    ):
        # A line is straight in its own space: what lies between the pane's edges lies between what it is at both of them.
        away = [np.abs(edge - begin) for edge in ways]
        over = np.minimum(*(bottom + fall * way for way in away)) > highest
        under = np.maximum(*(top + rise * way for way in away)) < lowest
        passes |= beside & (over | under)
    return rows[~passes]


def _logarithm(price: float) -> float:
    value = value_of(price, "log")
    return -math.inf if math.isnan(value) else value
