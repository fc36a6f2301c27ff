"""All drawings of a pane as figures: those in view are found at once, laid out by their tools and clipped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure
from charting.core.timeaxis import TimeAxis
from charting.drawings.bounds import Bounds, bounds_of, in_view, table
from charting.drawings.catalogue import tool_for, tool_of
from charting.drawings.clipping import clipped
from charting.drawings.declaration import Handle, Points, Projection, Tool
from charting.drawings.targets import Targets, box_of
from charting.drawings.visibility import suits

_KEPT = 256
"""Drawings that may be remembered beside twice those there are: a drag makes a new one whenever the pointer moves."""


class Laid(Struct, frozen=True, eq=False):
    """A drawing laid out on a pane."""

    drawing: Drawing
    tool: Tool
    points: Points
    figures: tuple[Figure, ...]


class _Row(Struct, frozen=True, eq=False):
    """What of a drawing depends on the time axis only: its slots, and how far it reaches across."""

    drawing: Drawing
    tool: Tool
    slots: tuple[float, ...]
    bounds: Bounds


class Sheet(Struct, frozen=True, eq=False, dict=True):
    """Drawings laid out on a pane, lowest first; what is hidden, meant for other intervals or out of view is left out.

    Attributes
    ----------
    projection
        The pane they are laid out on.
    items
        What is in view.
    """

    projection: Projection
    items: tuple[Laid, ...]
    rows: tuple[_Row, ...]
    extents: Floats
    source: Sequence[Drawing]
    hidden_layers: tuple[str, ...] = ()

    @cached_property
    def boxes(self) -> Floats:
        """Boxes round the items' figures, (n, 4) float64 in device pixels: left, top, right, bottom; computed once."""
        ratio = self.projection.plane.pixel_ratio
        boxes = [box_of(item.figures, ratio) for item in self.items]
        return np.array(boxes, dtype=np.float64).reshape(-1, 4)

    @cached_property
    def targets(self) -> Targets:
        """The items' figures sorted for hit testing; sorted once, when the pointer first asks."""
        return Targets.of([item.figures for item in self.items], self.projection.plane.pixel_ratio)

    @cached_property
    def grips(self) -> tuple[tuple[Handle, ...], ...]:
        """The handles of each item; computed once."""
        return tuple(handles(item.drawing, item.points, self.projection) for item in self.items)

    @cached_property
    def grip_table(self) -> tuple[Floats, NDArray[np.intp]]:
        """Places (n, 2) of all handles in device pixels, and (n, 2) the item and the handle each belongs to."""
        places = [grip.at for grips in self.grips for grip in grips]
        owners = [(item, index) for item, grips in enumerate(self.grips) for index in range(len(grips))]
        return np.array(places, dtype=np.float64).reshape(-1, 2), np.array(owners, dtype=np.intp).reshape(-1, 2)


def lay_out(
    drawings: Sequence[Drawing], projection: Projection, previous: Sheet | None = None, hidden_layers: tuple[str, ...] = ()
) -> Sheet:
    """Lay drawings out on a pane.

    Parameters
    ----------
    drawings
        All that belong to the pane's instrument, lowest first.
    projection
        The pane.
    previous
        The sheet before this one: what did not change since is taken over (slots, as long as the axis is the same).
    hidden_layers
        Layers whose drawings are left out.
    """
    rows, extents = _rows(drawings, projection, previous, hidden_layers)
    items = [_lay(rows[index], projection) for index in in_view(extents, projection.plane)]
    return Sheet(projection, tuple(item for item in items if item.figures), rows, extents, drawings, hidden_layers)


def remembered(previous: Sheet | None, axis: TimeAxis) -> dict[int, tuple[Drawing, Any]]:
    """What the projection after a sheet may take over from it; nothing on another axis, or when most of it is of old."""
    if previous is None or previous.projection.axis is not axis:
        return {}
    known = previous.projection.remembered
    return known if len(known) <= 2 * len(previous.rows) + _KEPT else {}


def figures_of(drawing: Drawing, projection: Projection) -> tuple[Figure, ...]:
    """What one drawing shows on a pane, clipped to it; previews with too few anchors too."""
    points = points_of(drawing, projection)
    return clipped(tool_of(drawing.kind).figures(drawing, points, projection), projection.plane) if points else ()


def points_of(drawing: Drawing, projection: Projection) -> Points:
    """The anchors of a drawing in device pixels, on their bars or, for freehand tools, between them."""
    slots = _slots(drawing, tool_of(drawing.kind), projection.axis)
    plane = projection.plane
    return tuple((plane.x(slot), plane.y(anchor.price)) for slot, anchor in zip(slots, drawing.anchors, strict=True))


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """The grips of a drawing; those without a place on the scale are left out."""
    tool = tool_of(drawing.kind)
    if tool.handles is None:
        found: Iterable[Handle] = (Handle(point, index, index) for index, point in enumerate(points))
    else:
        found = tool.handles(drawing, points, projection)
    return tuple(handle for handle in found if math.isfinite(handle.at[0]) and math.isfinite(handle.at[1]))


def _rows(
    drawings: Sequence[Drawing], projection: Projection, previous: Sheet | None, hidden_layers: tuple[str, ...]
) -> tuple[tuple[_Row, ...], Floats]:
    known: dict[int, _Row] = {}
    axis = projection.axis
    if previous is not None and previous.projection.axis is axis:
        if previous.source is drawings and previous.hidden_layers == hidden_layers:
            return previous.rows, previous.extents
        known = {id(row.drawing): row for row in previous.rows}
    shown = (
        one for one in drawings if one.anchors and not one.hidden and one.layer not in hidden_layers and suits(one, axis.interval)
    )
    rows = tuple(known.get(id(drawing)) or _row(drawing, projection) for drawing in shown)
    return rows, table([row.bounds for row in rows])


def _row(drawing: Drawing, projection: Projection) -> _Row:
    tool = tool_for(drawing)
    slots = _slots(drawing, tool, projection.axis)
    return _Row(drawing, tool, slots, bounds_of(drawing, tool, slots, projection))


def _slots(drawing: Drawing, tool: Tool, axis: TimeAxis) -> tuple[float, ...]:
    where = axis.slot if tool.freehand else axis.anchor_slot
    return tuple(where(anchor.time.timestamp()) for anchor in drawing.anchors)


def _lay(row: _Row, projection: Projection) -> Laid:
    plane = projection.plane
    x0, dx, y0, dy = plane.x0, plane.dx, plane.y0, plane.dy
    places = zip(row.slots, row.drawing.anchors, strict=True)
    if plane.interp == "linear":  # a call for each point would take as long as the rest
        points = tuple([(x0 + slot * dx, y0 + anchor.price * dy) for slot, anchor in places])
    else:
        points = tuple([(x0 + slot * dx, plane.y(anchor.price)) for slot, anchor in places])
    return Laid(row.drawing, row.tool, points, clipped(row.tool.figures(row.drawing, points, projection), plane))
