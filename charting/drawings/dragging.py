"""Dragging a part of a drawing as a value: where it began, and what the drawing is for any place of the pointer."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from charting.core.document import Anchor, Drawing
from charting.core.figures import Point
from charting.drawings.catalogue import tool_of
from charting.drawings.declaration import Handle, Projection
from charting.drawings.editing import clone, held, move_body, move_handle, price_shift
from charting.drawings.hit import Hit
from charting.drawings.sheet import handles, points_of
from charting.drawings.snapping import NOTHING, Magnet, Snap, Surroundings, snap, unsnapped


class Dragging(Struct, frozen=True):
    """A drag of a handle or a body. The view previews what :meth:`to` returns and commits it once, on release.

    Attributes
    ----------
    drawing
        As it was when the button went down.
    handle
        What is held; None for the body.
    start
        Where the button went down, in device pixels.
    """

    drawing: Drawing
    handle: Handle | None
    start: Point

    @classmethod
    def begin(cls, hit: Hit, start: Point, *, cloning: bool = False) -> Dragging | None:
        """The drag that a press on ``hit`` begins; None for locked drawings. ``cloning`` (Ctrl) drags a copy away."""
        if hit.part != "handle" and cloning:
            return cls(clone(hit.drawing), None, start)
        return cls(hit.drawing, hit.handle, start) if hit.movable else None

    def to(
        self,
        point: Point,
        projection: Projection,
        mode: Magnet = "off",
        surroundings: Surroundings = NOTHING,
        *,
        constrain: bool = False,
    ) -> tuple[Drawing, Snap | None]:
        """The drawing with the pointer at ``point``, and what the magnet caught.

        A handle goes where the magnet takes the pointer; with ``constrain`` (Shift) in steps of 45 degrees from the
        anchor beside it. A body moves by whole bars; with ``constrain`` along one axis only. The body of a drawing with
        one anchor, such as a horizontal line, is that anchor and follows the magnet.
        """
        others = tuple(other for other in surroundings.drawings if other.id != self.drawing.id)
        surroundings = replace(surroundings, drawings=others)
        if self.handle is None and len(self.drawing.anchors) > 1:
            return self._moved(point, projection, constrain), None
        handle = self.handle or self._only_handle(projection)
        if tool_of(self.drawing.kind).freehand:
            return move_handle(self.drawing, handle, unsnapped(point, projection), projection), None
        caught = snap(self._carried(point, handle, projection), projection, mode, surroundings)
        anchor = caught.anchor
        if constrain:
            anchor = self._held(handle, anchor, projection)
        return move_handle(self.drawing, handle, anchor, projection), caught

    def _held(self, handle: Handle, anchor: Anchor, projection: Projection) -> Anchor:
        """The anchor as Shift holds it: against the opposite corner, or the point before the one that is dragged."""
        anchors, time, price = self.drawing.anchors, handle.time, handle.price
        if time is None or price is None or len(anchors) < 2:
            return anchor
        opposite = anchors[time - 1 if time else 1]
        if len(anchors) == 2:
            opposite = replace(opposite, price=anchors[1 - price].price)
        return held(tool_of(self.drawing.kind), opposite, anchor, projection)

    def _only_handle(self, projection: Projection) -> Handle:
        """What the body of a drawing with one anchor moves: its handle's time, price or both."""
        found = handles(self.drawing, points_of(self.drawing, projection), projection)
        return found[0] if found else Handle(self.start, 0, 0)

    def _carried(self, point: Point, handle: Handle, projection: Projection) -> Point:
        """The pointer's place without the distance at which it caught what it holds."""
        at = handle.at if self.handle is not None else projection.point(self.drawing.anchors[0])
        # A horizontal line is held where the pointer is, so that the magnet looks at the bar there; a vertical one too.
        x = point[0] if handle.time is None else point[0] + at[0] - self.start[0]
        y = point[1] if handle.price is None else point[1] + at[1] - self.start[1]
        return x, y

    def _moved(self, point: Point, projection: Projection, constrain: bool) -> Drawing:
        plane = projection.plane
        across, up = point[0] - self.start[0], point[1] - self.start[1]
        if constrain:
            across, up = (across, 0.0) if abs(across) >= abs(up) else (0.0, up)
        slots = across / plane.dx
        if not tool_of(self.drawing.kind).freehand:
            slots = round(slots)
        shift = price_shift(self.drawing, plane.price(self.start[1]), plane.price(self.start[1] + up)) if up else 0.0
        return move_body(self.drawing, slots, shift, projection)
