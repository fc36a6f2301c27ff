"""Edits of single drawings as pure functions: placing, moving points and bodies, nudging, cloning."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

import numpy as np
from msgspec.structs import replace

from charting.core.document import Anchor, Drawing, Interpolation, Stroke, new_id
from charting.core.figures import Point
from charting.core.timeaxis import TimeAxis
from charting.drawings.anchors import anchor_at, moment
from charting.drawings.catalogue import tool_of
from charting.drawings.declaration import Handle, Projection, Tool
from charting.drawings.geometry import space
from charting.drawings.plane import interpolation, price_of, value_of


def begin(tool: Tool, anchors: tuple[Anchor, ...], projection: Projection, stroke: Stroke | None = None) -> Drawing:
    """A drawing of a tool with the tool's look and a fresh id, straight on the scale and in prices of the pane.

    It may have fewer anchors than the tool needs, as a preview.
    """
    interp = _interp(anchors, projection)
    drawing = Drawing(new_id(), tool.makes, anchors, interp=interp, basis=projection.basis, as_of=projection.as_of)
    if tool.defaults is not None:
        drawing = tool.defaults(drawing)
    return drawing if stroke is None else replace(drawing, stroke=stroke)


def placed(tool: Tool, anchors: tuple[Anchor, ...], projection: Projection, stroke: Stroke | None = None) -> Drawing:
    """The finished drawing after the last click, its anchors as the tool keeps them.

    Raises
    ------
    ValueError
        If the tool needs more anchors.
    """
    if len(anchors) < tool.anchors:
        raise ValueError(f"The tool “{tool.title}” needs {tool.anchors} points, not {len(anchors)}.")
    return settled(tool, begin(tool, anchors, projection, stroke), projection)


def settled(tool: Tool, drawing: Drawing, projection: Projection) -> Drawing:
    """A drawing with its anchors as its tool keeps them; unchanged while it has too few."""
    return drawing if tool.settle is None or len(drawing.anchors) < tool.anchors else tool.settle(drawing, projection)


def _interp(anchors: tuple[Anchor, ...], projection: Projection) -> Interpolation:
    chosen = interpolation(projection.viewport.scale.kind)
    return chosen if all(anchor.price > 0 for anchor in anchors) else "linear"


def move_anchor(drawing: Drawing, index: int, anchor: Anchor, projection: Projection) -> Drawing:
    """Put one anchor elsewhere; the others follow where the tool says so (a channel keeps its width)."""
    if drawing.anchors[index] == anchor:
        return drawing
    after = replace(drawing, anchors=(*drawing.anchors[:index], anchor, *drawing.anchors[index + 1 :]))
    reshape = tool_of(drawing.kind).reshape
    complete = len(drawing.anchors) >= tool_of(drawing.kind).anchors
    return after if reshape is None or not complete else reshape(drawing, after, index, projection)


def move_handle(drawing: Drawing, handle: Handle, anchor: Anchor, projection: Projection) -> Drawing:
    """Drag a handle to where ``anchor`` is: its time, its price, or both go to the anchors the handle stands for."""
    if handle.time is not None and handle.time == handle.price:
        return move_anchor(drawing, handle.time, anchor, projection)
    if handle.time is not None:
        old = drawing.anchors[handle.time]
        drawing = move_anchor(drawing, handle.time, Anchor(anchor.time, old.price, anchor.interval), projection)
    if handle.price is not None:
        old = drawing.anchors[handle.price]
        # The time stays where it is, so the point belongs to no price of its bar unless it is the same bar.
        field = anchor.field if projection.slot(old) == projection.slot(anchor) else None
        drawing = move_anchor(drawing, handle.price, Anchor(old.time, anchor.price, old.interval, field), projection)
    return drawing


def price_shift(drawing: Drawing, before: float, after: float) -> float:
    """The way from one price to another in the drawing's own space: a difference, or the logarithm of the ratio."""
    interp = space(drawing)
    shift = value_of(after, interp) - value_of(before, interp)
    return shift if math.isfinite(shift) else 0.0


def move_body(drawing: Drawing, slots: float, shift: float, projection: Projection) -> Drawing:
    """Move a whole drawing.

    Parameters
    ----------
    drawing
        Where it was when the drag began.
    slots
        Bars to the right; whole ones, but for freehand tools.
    shift
        Upwards in the drawing's own space, from :func:`price_shift`; each price is multiplied by the same ratio on a log
        drawing, so that it keeps its form on the scale it was drawn on.
    projection
        Its axis and calendar say where the new times are.
    """
    if not slots and not shift:
        return drawing
    interp = space(drawing)
    times = [anchor.time for anchor in drawing.anchors]
    if slots:
        times = _later(times, slots, projection.axis, free=tool_of(drawing.kind).freehand)
    anchors = [_moved(anchor, time, shift, interp) for anchor, time in zip(drawing.anchors, times, strict=True)]
    return replace(drawing, anchors=tuple(anchors))


def _moved(anchor: Anchor, time: datetime, shift: float, interp: Interpolation) -> Anchor:
    price = price_of(value_of(anchor.price, interp) + shift, interp) if shift else anchor.price
    return Anchor(time, price, anchor.interval) if math.isfinite(price) else anchor


def _later(times: Sequence[datetime], slots: float, axis: TimeAxis, *, free: bool) -> list[datetime]:
    """The times some slots on; a time within a bar keeps its distance from the bar's stamp where the new bar has room.

    A stroke of a brush has thousands: its axis is asked for all of them at once.
    """
    seconds = [time.timestamp() for time in times]
    if free:
        return [moment(found) for found in axis.time(axis.slot(np.array(seconds)) + slots).tolist()]
    return [moment(_on_bar(one, round(slots), axis)) for one in seconds]


def _on_bar(seconds: float, slots: int, axis: TimeAxis) -> float:
    old = round(axis.anchor_slot(seconds))
    new = old + slots
    stamp = float(axis.stamp(new))
    same_place = stamp + seconds - float(axis.stamp(old))
    return same_place if same_place == stamp or axis.anchor_slot(same_place) == new else stamp


def nudge(drawing: Drawing, slots: int, ticks: int, projection: Projection, index: int | None = None) -> Drawing:
    """Move a drawing, or one of its anchors, by bars and by the instrument's smallest steps of price."""
    reference = drawing.anchors[0 if index is None else index]
    instrument = projection.instrument
    step = instrument.tick_size(reference.price, reference.time.date())
    price = reference.price + ticks * step
    if index is None and len(drawing.anchors) > 1:
        return move_body(drawing, slots, price_shift(drawing, reference.price, price), projection)
    if ticks:
        price = instrument.round_to_tick(price, reference.time.date())
    free = tool_of(drawing.kind).freehand
    time = _later((reference.time,), slots, projection.axis, free=free)[0] if slots else reference.time
    return move_anchor(drawing, index or 0, Anchor(time, price, reference.interval), projection)


def clone(drawing: Drawing, projection: Projection | None = None, slots: float = 0.0, shift: float = 0.0) -> Drawing:
    """A copy with its own id, unlocked and in view; moved as by :func:`move_body` when a projection is given."""
    copy = replace(drawing, id=new_id(), locked=False, hidden=False)
    return copy if projection is None else move_body(copy, slots, shift, projection)


def constrain_45(start: Point, point: Point) -> Point:
    """The point held on the nearest of the eight directions from ``start``, 45 degrees apart, at its own distance along."""
    dx, dy = point[0] - start[0], point[1] - start[1]
    if dx == dy == 0 or not (math.isfinite(dx) and math.isfinite(dy)):
        return point
    turn = round(math.atan2(dy, dx) / (math.pi / 4)) % 8
    if turn % 4 == 0:
        return point[0], start[1]
    if turn % 4 == 2:
        return start[0], point[1]
    length = (abs(dx) + abs(dy)) / 2
    return start[0] + math.copysign(length, dx), start[1] + math.copysign(length, dy)


def constrain_square(start: Point, point: Point) -> Point:
    """The point moved so that it and ``start`` are opposite corners of a square on the screen."""
    dx, dy = point[0] - start[0], point[1] - start[1]
    length = max(abs(dx), abs(dy))
    return start[0] + math.copysign(length, dx), start[1] + math.copysign(length, dy)


def held(tool: Tool, start: Anchor, anchor: Anchor, projection: Projection) -> Anchor:
    """An anchor as Shift holds it against the one before: 45 degree steps, or a square for shapes.

    Across it stays on a whole bar; level with ``start`` it has exactly its price, straight above exactly its time.
    """
    origin, plane = projection.point(start), projection.plane
    x, y = (constrain_square if tool.square else constrain_45)(origin, projection.point(anchor))
    if not (math.isfinite(x) and math.isfinite(y)):
        return anchor
    if y == origin[1]:
        return replace(anchor, price=start.price, field=None)
    if x == origin[0]:
        return replace(anchor, time=start.time, field=None)
    slot = round(plane.slot(x))
    across = plane.x(slot) - origin[0]
    price = plane.price(origin[1] + math.copysign(abs(across), y - origin[1]))
    return anchor_at(slot, price, projection) if math.isfinite(price) else anchor
