"""All drawings of a pane as figures: those in view are found at once, laid out by their tools and clipped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label
from charting.core.instrument import Instrument
from charting.core.timeaxis import TimeAxis, goes_on
from charting.drawings.bounds import bounds_of, in_view, table
from charting.drawings.catalogue import tool_for, tool_of
from charting.drawings.clipping import clipped
from charting.drawings.declaration import Handle, Points, Projection, Remembered, kept
from charting.drawings.laying import WHOLE, Laid, Laying, Row, ask_slots, laid, lay, text_boxes_of, widened
from charting.drawings.targets import Targets, box_of
from charting.drawings.visibility import suits
from charting.drawings.wording import Wording

_KEPT = 256
"""Drawings that may be remembered beside twice those there are: a drag makes a new one whenever the pointer moves."""
_MANY = 12
"""Drawings in view from which laying out further than the pane reaches pays, while it is moved across."""
_TOGETHER = 512
"""Drawings whose slots are found at once."""
_BEYOND = 160.0
"""Logical pixels further to both sides."""


class Sheet(Struct, frozen=True, eq=False, dict=True):
    """Drawings laid out on a pane, lowest first; what is hidden, meant for other intervals or out of view is left out.

    Attributes
    ----------
    projection
        The pane.
    laying
        The drawings as they were laid out, on this pane or on one before it that was only moved across since.
    by
        Whole pixels that they lie further to the right now.
    """

    projection: Projection
    laying: Laying
    by: float
    rows: tuple[Row, ...]
    extents: Floats
    source: Sequence[Drawing]
    hidden_layers: tuple[str, ...] = ()

    @cached_property
    def items(self) -> tuple[Laid, ...]:
        """What is in view, or little beside it."""
        if not self.laying.beyond:
            return self.laying.items
        return tuple([lay(one.row, self.projection) if one.held else one.moved(self.by) for one in self.laying.items])

    @cached_property
    def held_texts(self) -> tuple[Label, ...]:
        """The texts held within the pane's edges while it is moved: they lie above everything else then."""
        items = [item for item in self.laying.items if item.held] if self.laying.beyond else []
        return tuple([text for item in items for text in item.held_texts(self.projection, self.by)])

    @cached_property
    def text_boxes(self) -> Floats:
        """Boxes (n, 4) of all texts: left, top, right, bottom."""
        if not self.laying.items:
            return self.laying.text_boxes
        moving = self.laying.text_boxes + np.array([self.by, 0.0, self.by, 0.0])
        return np.concatenate((moving, text_boxes_of(self.held_texts, self.projection)))

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
        The sheet before this one: what did not change since is taken over, also where bars changed or were added.
    hidden_layers
        Layers whose drawings are left out.
    """
    rows, extents = _rows(drawings, projection, previous, hidden_layers)
    if not rows:
        return Sheet(projection, laid(rows, projection), 0.0, rows, extents, drawings, hidden_layers)
    if previous is not None and previous.rows is rows:
        by = previous.laying.moved_by(projection)
        known = None if by is None else previous.laying.after(projection)
        if by is not None and known is not None:
            return Sheet(projection, known, by, rows, extents, drawings, hidden_layers)
    beyond = _beyond(projection, previous)
    space = widened(projection, beyond) if beyond else projection
    near = [rows[index] for index in in_view(extents, space.plane)]
    return Sheet(projection, laid(near, projection, beyond), 0.0, rows, extents, drawings, hidden_layers)


def _beyond(projection: Projection, previous: Sheet | None) -> float:
    """Device pixels to lay drawings out for beyond the pane: none but where it is being moved across with many of them.

    Nor where prices moved since: they may do so again in the next frame, and all would have been for nothing.
    """
    if previous is None or len(previous.laying.items) < _MANY:
        return 0.0
    before, now = previous.projection.window, projection.window
    beyond = _BEYOND * now.pixel_ratio
    slots = now.last_slot - now.first_slot
    trades = projection.table is not previous.projection.table and previous.laying.reading  # these change with the next one
    moves = before.first_slot != now.first_slot and not trades and abs(before.slot_width - now.slot_width) * slots <= WHOLE
    return beyond if moves and now.width > 3 * beyond and projection.lies_like(previous.projection) else 0.0


def remembered(previous: Sheet | None, axis: TimeAxis, instrument: Instrument, wording: Wording) -> Remembered:
    """What the projection after a sheet may take over from it; nothing on another axis, or when most of it is of old."""
    before = None if previous is None else previous.projection
    if previous is None or before is None:
        return {}
    if not goes_on(axis, before.axis) or before.instrument is not instrument or before.wording is not wording:
        return {}
    known = before.remembered
    return known if len(known) <= 2 * len(previous.rows) + _KEPT else {}


def figures_of(drawing: Drawing, projection: Projection) -> tuple[Figure, ...]:
    """What one drawing shows on a pane, clipped to it; previews with too few anchors too."""
    points = points_of(drawing, projection)
    return clipped(tool_of(drawing.kind).figures(drawing, points, projection), projection.plane) if points else ()


def points_of(drawing: Drawing, projection: Projection) -> Points:
    """The anchors of a drawing in device pixels, on their bars or, for freehand tools, between them."""
    slots = _slots(drawing, projection)
    plane = projection.plane
    return tuple((plane.x(slot), plane.y(anchor.price)) for slot, anchor in zip(slots, drawing.anchors, strict=True))


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """The grips of a drawing; those without a place on the scale are left out."""
    tool = tool_of(drawing.kind)
    if not points:
        return ()
    if tool.handles is None:
        found: Iterable[Handle] = (Handle(point, index, index) for index, point in enumerate(points))
    else:
        found = tool.handles(drawing, points, projection)
    return tuple(handle for handle in found if math.isfinite(handle.at[0]) and math.isfinite(handle.at[1]))


def _rows(
    drawings: Sequence[Drawing], projection: Projection, previous: Sheet | None, hidden_layers: tuple[str, ...]
) -> tuple[tuple[Row, ...], Floats]:
    known: dict[int, Row] = {}
    axis = projection.axis
    if previous is not None and goes_on(axis, previous.projection.axis):
        if previous.source is drawings and previous.hidden_layers == hidden_layers:
            return previous.rows, previous.extents
        known = {id(row.drawing): row for row in previous.rows}
    shown = [
        one for one in drawings if one.anchors and not one.hidden and one.layer not in hidden_layers and suits(one, axis.interval)
    ]
    known |= _new_rows([one for one in shown if id(one) not in known], projection)
    rows = tuple([known[id(drawing)] for drawing in shown])
    return rows, table([row.bounds for row in rows])


def _new_rows(drawings: Sequence[Drawing], projection: Projection) -> dict[int, Row]:
    """The rows of drawings by identity."""
    found: dict[int, Row] = {}
    for first in range(0, len(drawings), _TOGETHER):
        part = drawings[first : first + _TOGETHER]
        ask_slots(part, projection.axis)
        found |= {id(one): _row(one, projection) for one in part}
    return found


def _row(drawing: Drawing, projection: Projection) -> Row:
    tool = tool_for(drawing)
    slots = _slots(drawing, projection)
    return Row(drawing, tool, slots, bounds_of(drawing, tool, slots, projection))


@kept
def _slots(drawing: Drawing, projection: Projection) -> tuple[float, ...]:
    """Kept above all for strokes, whose many points are asked for by the sheet, by handles and by what axes say of them."""
    times, axis = [anchor.time.timestamp() for anchor in drawing.anchors], projection.axis
    return tuple(axis.slot(np.array(times)).tolist() if tool_of(drawing.kind).freehand else map(axis.anchor_slot, times))
