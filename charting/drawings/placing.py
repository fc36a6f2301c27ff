"""Placing a drawing as a value that gestures turn into the next: clicks, a drag, a freehand stroke, or keys alone."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from charting.core.document import Anchor, Drawing, Stroke
from charting.core.figures import Point
from charting.drawings.declaration import Projection, Tool
from charting.drawings.editing import begin, held, placed, settled

_DRAG = 4.0
"""Logical pixels that the pointer must go while pressed for it to be a drag and not a click."""
_CLOSE = 8.0
"""Logical pixels round the first point within which a click closes a polyline."""
_SPACING = 3.0
"""Logical pixels between the points of a freehand stroke."""


class Placing(Struct, frozen=True):
    """A tool at work: the anchors that stand, and the one that follows the pointer.

    The view hands every press, move and release to it and takes the value that comes back; when it is ``done``,
    :meth:`drawing` is what to commit, as one step. Points set by a click stand where the button was let go, the first
    one where it was pressed, so that click-click and press-drag-release are the same gesture to the hand.

    Attributes
    ----------
    tool
        What is placed.
    anchors
        The points that stand.
    hover
        Where the next point would be; None before the pointer came in.
    stroke
        The look to draw with, None for the tool's own.
    pressed_at
        Device pixels at which the button went down, None while it is up.
    opening
        Whether the button is down since the press that set the first point.
    done
        Whether the drawing is complete.
    """

    tool: Tool
    anchors: tuple[Anchor, ...] = ()
    hover: Anchor | None = None
    stroke: Stroke | None = None
    pressed_at: Point | None = None
    opening: bool = False
    done: bool = False

    def pressed(self, anchor: Anchor, at: Point, projection: Projection, *, constrain: bool = False) -> Placing:
        """The button went down at ``at`` (device pixels), which the magnet made ``anchor``."""
        target = self._held(anchor, projection, constrain)
        if not self.anchors and (self._most > 1 or self.tool.freehand):
            return replace(self, anchors=(target,), hover=target, pressed_at=at, opening=True)
        return replace(self, hover=target, pressed_at=at)

    def moved(self, anchor: Anchor, at: Point, projection: Projection, *, constrain: bool = False) -> Placing:
        """The pointer went to ``at``, pressed or not."""
        if self.tool.freehand and self.pressed_at is not None and self.anchors:
            plane, last = projection.plane, self.anchors[-1]
            from_last = math.dist((plane.x(projection.axis.slot(last.time.timestamp())), plane.y(last.price)), at)
            if from_last < _SPACING * plane.pixel_ratio or len(self.anchors) >= self._most:
                return self
            return replace(self, anchors=(*self.anchors, anchor), hover=anchor)
        return replace(self, hover=self._held(anchor, projection, constrain))

    def released(self, anchor: Anchor, at: Point, projection: Projection, *, constrain: bool = False) -> Placing:
        """The button came up at ``at``."""
        if self.pressed_at is None:
            return self
        clicked = math.dist(self.pressed_at, at) < _DRAG * projection.plane.pixel_ratio
        state = replace(self, pressed_at=None, opening=False)
        if self.tool.freehand:
            enough = len(self.anchors) >= self.tool.anchors
            return replace(state, done=True) if enough else replace(state, anchors=(), hover=None)
        if self.opening and clicked:
            return state
        return _with_point(state, self._held(anchor, projection, constrain), at, projection)

    def entered(self, anchor: Anchor, projection: Projection, *, constrain: bool = False) -> Placing:
        """The key that sets a point was struck with the keyboard's cursor at ``anchor``."""
        target = self._held(anchor, projection, constrain)
        if self.tool.freehand:
            return replace(self, anchors=(*self.anchors, target), hover=target)
        return _with_point(self, target, projection.point(target), projection)

    def finished(self) -> Placing:
        """A double click or Enter: complete, if a tool that takes any number of points has enough of them."""
        return replace(self, done=True, hover=None) if len(self.anchors) >= self.tool.anchors else self

    def stepped_back(self) -> Placing | None:
        """Esc: the last point is taken back; None when there is none left, which puts the tool away."""
        if not self.anchors or self.tool.freehand:
            return None
        return replace(self, anchors=self.anchors[:-1], pressed_at=None, opening=False, done=False)

    def preview(self, projection: Projection) -> Drawing | None:
        """What to show meanwhile: the points that stand and the one under the pointer; None before there is any.

        It has the id ``preview`` each time, so that the view knows it from what is kept.
        """
        anchors = self.anchors
        moves = self.hover is not None and not self.done and len(anchors) < self._most and not self.tool.freehand
        if self.hover is not None and moves and (not anchors or anchors[-1] != self.hover):
            anchors = (*anchors, self.hover)
        if not anchors:
            return None
        drawing = settled(self.tool, begin(self.tool, anchors, projection, self.stroke), projection)
        return replace(drawing, id="preview")

    def drawing(self, projection: Projection) -> Drawing:
        """The finished drawing.

        Raises
        ------
        ValueError
            If it is not complete.
        """
        return placed(self.tool, self.anchors, projection, self.stroke)

    @property
    def _most(self) -> int:
        return max(self.tool.anchors, self.tool.max_anchors)

    def _held(self, anchor: Anchor, projection: Projection, constrain: bool) -> Anchor:
        return held(self.tool, self.anchors[-1], anchor, projection) if constrain and self.anchors else anchor


def _with_point(placing: Placing, anchor: Anchor, at: Point, projection: Projection) -> Placing:
    """The next point set; nothing for one on top of the last, which ends a tool of any number of points."""
    anchors, tool = placing.anchors, placing.tool
    many = tool.max_anchors > tool.anchors
    if anchors and (anchor.time, anchor.price) == (anchors[-1].time, anchors[-1].price):
        return placing.finished() if many else replace(placing, hover=anchor)
    near = _CLOSE * projection.plane.pixel_ratio
    if many and len(anchors) > 2 and math.dist(projection.point(anchors[0]), at) <= near:
        return replace(placing, anchors=(*anchors, anchors[0]), hover=None, done=True)
    anchors = (*anchors, anchor)
    return replace(placing, anchors=anchors, hover=anchor, done=len(anchors) >= max(tool.anchors, tool.max_anchors))
