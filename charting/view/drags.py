"""Drags on drawings: placing a new one, moving a handle, moving bodies; each previews and commits once, on release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from charting.core.document import Drawing
from charting.core.figures import Point
from charting.drawings.catalogue import tool_of
from charting.drawings.declaration import Handle
from charting.drawings.editing import clone, held, move_body, move_handle, price_shift
from charting.drawings.hit import hit_box
from charting.scene.chart import ChartScene
from charting.view.translation import tr

if TYPE_CHECKING:
    from charting.view.hand import Hand

SLACK = 3.0
"""Logical pixels the pointer must go before a press on a body becomes a drag."""


def _title(drawings: tuple[Drawing, ...], pattern: str) -> str:
    name = tr(tool_of(drawings[0].kind).title).lower() if len(drawings) == 1 else tr("{0} drawings").format(len(drawings))
    return tr(pattern).format(name)


class Place:
    """The press, drag and release of a tool being placed."""

    def __init__(self, hand: Hand, scene: ChartScene) -> None:
        self._hand, self._scene = hand, scene

    def move(self, x: float, y: float) -> None:
        """The preview follows."""
        self._hand.follow(self._scene, x, y)

    def release(self, x: float, y: float) -> None:
        """A click sets a point; a drag sets the next one too."""
        self._hand.release(self._scene, x, y)

    def cancel(self) -> None:
        """Esc takes the point back."""
        self._hand.cancel()


class MoveHandle:
    """Dragging one handle of a drawing."""

    def __init__(self, hand: Hand, scene: ChartScene, drawing: Drawing, handle: Handle) -> None:
        self._hand, self._scene, self._before, self._handle = hand, scene, drawing, handle
        self._now = drawing

    def move(self, x: float, y: float) -> None:
        """The drawing follows the magnet; Shift holds the angle against the neighbouring anchor."""
        projection = self._scene.projection
        anchor = self._hand.anchor(self._scene, x, y, without=frozenset([self._before.id]))
        index = self._handle.time if self._handle.time is not None else self._handle.price
        if self._hand.constrained and len(self._before.anchors) > 1 and index is not None:
            other = self._before.anchors[index - 1 if index else 1]
            anchor = held(tool_of(self._before.kind), other, anchor, projection)
        self._now = move_handle(self._before, self._handle, anchor, projection)
        self._hand.hold((self._now,))

    def release(self, x: float, y: float) -> None:
        """One step of undo."""
        self._hand.replace([self._now], _title((self._before,), "Reshape {0}"))

    def cancel(self) -> None:
        """As it was."""
        self._hand.hold(())


class MoveBody:
    """Dragging whole drawings; Shift keeps to one axis."""

    def __init__(self, hand: Hand, scene: ChartScene, drawings: tuple[Drawing, ...], at: Point) -> None:
        self._hand, self._scene, self._at = hand, scene, at
        self._before = tuple(drawing for drawing in drawings if not drawing.locked)
        self._now: tuple[Drawing, ...] | None = None

    def move(self, x: float, y: float) -> None:
        """The drawings follow by whole bars and, each in its own space, by price."""
        plane = self._scene.projection.plane
        if self._now is None and max(abs(x - self._at[0]), abs(y - self._at[1])) < SLACK * plane.pixel_ratio:
            return
        if self._hand.modifiers & Qt.KeyboardModifier.ShiftModifier:
            across = abs(x - self._at[0]) >= abs(y - self._at[1])
            x, y = (x, self._at[1]) if across else (self._at[0], y)
        self._now = self._moved(round((x - self._at[0]) / plane.dx), plane.price(self._at[1]), plane.price(y))
        self._hand.hold(self._now)

    def release(self, x: float, y: float) -> None:
        """One step of undo; a press without a drag is just a click."""
        if self._now is not None:
            self._hand.replace(list(self._now), _title(self._before, "Move {0}"))

    def cancel(self) -> None:
        """As it was."""
        self._now = None
        self._hand.hold(())

    def _moved(self, slots: int, before: float, after: float) -> tuple[Drawing, ...]:
        projection = self._scene.projection
        return tuple(move_body(drawing, slots, price_shift(drawing, before, after), projection) for drawing in self._before)


class CloneBody(MoveBody):
    """Ctrl and drag leave the drawing where it is and move a copy; Ctrl and a click add it to the selection."""

    def __init__(self, hand: Hand, scene: ChartScene, drawing: Drawing, at: Point) -> None:
        super().__init__(hand, scene, (clone(drawing),), at)
        self._original = drawing

    def release(self, x: float, y: float) -> None:
        """One step of undo for the copy."""
        if self._now is None:
            self._hand.selection.toggle(self._original.id)
        else:
            self._hand.add(list(self._now), _title(self._before, "Clone {0}"))


class Marquee:
    """Ctrl and a drag over the bare chart select every drawing the rectangle touches, beside those selected before."""

    def __init__(self, hand: Hand, scene: ChartScene, at: Point) -> None:
        self._hand, self._scene, self._at, self._before = hand, scene, at, hand.selection.ids

    def move(self, x: float, y: float) -> None:
        """The rectangle follows, and so does the selection."""
        left, top = min(x, self._at[0]), min(y, self._at[1])
        self._hand.marquee = (left, top, abs(x - self._at[0]), abs(y - self._at[1]))
        found = hit_box(self._scene.sheet, *self._at, x, y)
        added = tuple(drawing.id for drawing in found if drawing.id not in self._before)
        self._hand.selection.set((*self._before, *added))

    def release(self, x: float, y: float) -> None:
        """The selection stays."""
        self._hand.marquee = None

    def cancel(self) -> None:
        """As it was."""
        self._hand.marquee = None
        self._hand.selection.set(self._before)
