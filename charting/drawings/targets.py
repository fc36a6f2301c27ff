"""Figures sorted for hit testing: all straight edges in one table, so that one sum finds those near the pointer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.figures import Ellipse, Figure, Label, Point, Polygon, Polyline, Segment, distance, label_box

_SOLID = 0.5
"""Areas at least this opaque are part of the body (arrowheads, bars of a profile); fainter ones only give way to it."""

Rows = NDArray[np.intp]


class Targets(Struct, frozen=True, eq=False):
    """What can be hit, each with the number of the drawing it belongs to.

    Attributes
    ----------
    edges
        (m, 5) float64: x and y of both ends of every straight line in device pixels, and half the width of its stroke.
    edge_owners
        (m,) the drawing of each edge.
    shapes, shape_boxes, shape_owners
        Texts, rims of ellipses and solid areas, with boxes (k, 4) round them: left, top, right, bottom.
    fills, fill_boxes, fill_owners
        Faint areas, in the same way.
    pixel_ratio
        Device pixels in a logical one.
    """

    edges: Floats
    edge_owners: Rows
    shapes: tuple[Figure, ...]
    shape_boxes: Floats
    shape_owners: Rows
    fills: tuple[Figure, ...]
    fill_boxes: Floats
    fill_owners: Rows
    pixel_ratio: float

    @classmethod
    def of(cls, drawings: Sequence[tuple[Figure, ...]], pixel_ratio: float) -> Targets:
        """Sort the figures of drawings, lowest first."""
        edges: list[tuple[float, float, float, float, float]] = []
        owners: list[int] = []
        shapes: list[tuple[Figure, int]] = []
        fills: list[tuple[Figure, int]] = []
        for owner, figures in enumerate(drawings):
            for figure in figures:
                before = len(edges)
                edges.extend(_edges(figure, pixel_ratio))
                owners.extend([owner] * (len(edges) - before))
                if isinstance(figure, Label | Ellipse) or _is_solid(figure):
                    shapes.append((figure, owner))
                if isinstance(figure, Polygon | Ellipse) and figure.fill is not None and not _is_solid(figure):
                    fills.append((figure, owner))
        return cls(
            np.array(edges, dtype=np.float64).reshape(-1, 5),
            np.array(owners, dtype=np.intp),
            *_boxed(shapes, pixel_ratio),
            *_boxed(fills, pixel_ratio),
            pixel_ratio,
        )

    def bodies(self, x: float, y: float, reach: float) -> dict[int, float]:
        """Drawings with a line, text or solid area within ``reach`` device pixels, each with its distance."""
        found: dict[int, float] = {}
        away = _edge_distances(self.edges, x, y)
        for row in np.flatnonzero(away <= reach):
            owner = int(self.edge_owners[row])
            found[owner] = min(found.get(owner, np.inf), float(away[row]))
        for row in _near(self.shape_boxes, x, y, reach + 10 * self.pixel_ratio):
            shape, owner = self.shapes[row], int(self.shape_owners[row])
            stroke = getattr(shape, "stroke", None)
            half = 0.0 if stroke is None else stroke.width / 2 * self.pixel_ratio
            shape = _rim(shape)
            near = max(0.0, distance(shape, x, y, self.pixel_ratio) - half)
            if near <= reach:
                found[owner] = min(found.get(owner, np.inf), near)
        return found

    def area(self, x: float, y: float) -> int | None:
        """The uppermost drawing with a faint area at a point."""
        for row in reversed(_near(self.fill_boxes, x, y, 0.0)):
            if distance(self.fills[row], x, y) == 0:
                return int(self.fill_owners[row])
        return None


def box_of(figures: Sequence[Figure], pixel_ratio: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the smallest box round figures; empty (left > right) without any."""
    corners = [corner for figure in figures for corner in _corners(figure, pixel_ratio)]
    if not corners:
        return np.inf, np.inf, -np.inf, -np.inf
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _edges(figure: Figure, pixel_ratio: float) -> Iterator[tuple[float, float, float, float, float]]:
    # The commonest first: this runs for everything in view as soon as the pointer moves after a pan.
    if isinstance(figure, Segment):
        yield *figure.start, *figure.end, figure.stroke.width / 2 * pixel_ratio
        return
    if not isinstance(figure, Polyline | Polygon) or figure.stroke is None or not figure.points:
        return
    half = figure.stroke.width / 2 * pixel_ratio
    for start, end in pairwise(figure.points):
        yield *start, *end, half
    if isinstance(figure, Polygon):
        yield *figure.points[-1], *figure.points[0], half


def _is_solid(figure: Figure) -> bool:
    return isinstance(figure, Polygon | Ellipse) and figure.fill is not None and figure.opacity >= _SOLID


def _rim(figure: Figure) -> Figure:
    """An ellipse without its faint area; anything else as it is."""
    if isinstance(figure, Ellipse) and not _is_solid(figure):
        return Ellipse(figure.centre, figure.radius_x, figure.radius_y, figure.stroke)
    return figure


def _corners(figure: Figure, pixel_ratio: float) -> tuple[Point, ...]:
    if isinstance(figure, Segment):
        return figure.start, figure.end
    if isinstance(figure, Polyline | Polygon):
        return figure.points
    if isinstance(figure, Label):
        left, top, right, bottom = label_box(figure, pixel_ratio)
        return (left, top), (right, bottom)
    (x, y), across, up = figure.centre, figure.radius_x, figure.radius_y
    return (x - across, y - up), (x + across, y + up)


def _boxed(figures: list[tuple[Figure, int]], pixel_ratio: float) -> tuple[tuple[Figure, ...], Floats, Rows]:
    boxes = [box_of((figure,), pixel_ratio) for figure, _ in figures]
    return (
        tuple(figure for figure, _ in figures),
        np.array(boxes, dtype=np.float64).reshape(-1, 4),
        np.array([owner for _, owner in figures], dtype=np.intp),
    )


def _near(boxes: Floats, x: float, y: float, reach: float) -> Rows:
    across = (boxes[:, 0] <= x + reach) & (boxes[:, 2] >= x - reach)
    return np.flatnonzero(across & (boxes[:, 1] <= y + reach) & (boxes[:, 3] >= y - reach))


def _edge_distances(edges: Floats, x: float, y: float) -> Floats:
    """Distance of a point from each edge's stroke, (m,); as ``figures.segment_distance``, for all at once."""
    start_x, start_y, end_x, end_y, half = edges.T
    across, up = end_x - start_x, end_y - start_y
    length = across * across + up * up
    along = ((x - start_x) * across + (y - start_y) * up) / np.where(length == 0, 1.0, length)
    along = np.clip(along, 0.0, 1.0)
    away: Floats = np.hypot(start_x + along * across - x, start_y + along * up - y) - half
    return np.maximum(away, 0.0)
