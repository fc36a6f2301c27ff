"""Drags on drawings: placing a new one, moving a handle or bodies, selecting by a rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Point
from charting.drawings.catalogue import tool_of
from charting.drawings.dragging import Dragging
from charting.drawings.hit import hit_box
from charting.drawings.snapping import describe
from charting.scene.catching import surroundings
from charting.scene.chart import ChartScene
from charting.view.translation import tr

if TYPE_CHECKING:
    from charting.view.hand import Hand
    from charting.view.stage import Stage

SLACK = 3.0
"""Logical pixels the pointer must go before a press on a body becomes a drag."""


def title_of(drawings: Sequence[Drawing]) -> str:
    """What steps call drawings: the tool of a single one, or how many they are."""
    return tr(tool_of(drawings[0].kind).title).lower() if len(drawings) == 1 else tr("{0} drawings").format(len(drawings))


def carried(dragging: Dragging, before: ChartScene, scene: ChartScene) -> Dragging:
    """A drag of a body on the chart as it is shown now: what was caught lies elsewhere once the view has moved.

    A handle goes where the pointer is, and needs no more than how far from it it was caught.
    """
    was, now = before.projection, scene.projection
    if dragging.handle is not None or was.plane == now.plane:
        return dragging
    x, y = dragging.start
    slot = now.axis.slot(was.axis.time(was.plane.slot(x)))
    return replace(dragging, start=(now.plane.x(slot), now.plane.y(was.plane.price(y))))


class Place:
    """The press, drag and release of a tool being placed."""

    def __init__(self, hand: Hand, stage: Stage) -> None:
        self._hand, self._stage = hand, stage

    def move(self, x: float, y: float) -> None:
        """The preview follows."""
        self._hand.repeat = partial(self.move, x, y)
        if self._stage.scene is not None:
            self._hand.follow(self._stage.scene, x, y)

    def release(self, x: float, y: float) -> None:
        """A click sets a point; a drag sets the next one too."""
        self._hand.repeat = None
        if self._stage.scene is not None:
            self._hand.release(self._stage.scene, x, y)

    def cancel(self) -> None:
        """Esc takes the point back."""
        self._hand.repeat = None
        self._hand.cancel()


class Drag:
    """Dragging a handle or bodies: previews all the way, and commits one step on release.

    A press that goes nowhere is just a click; with a copy (Ctrl) it adds the original to the selection instead.
    """

    def __init__(
        self, hand: Hand, stage: Stage, scene: ChartScene, begun: tuple[Dragging, ...], step: str, original: Drawing | None = None
    ) -> None:
        self._hand, self._stage, self._scene = hand, stage, scene
        self._begun, self._step, self._original = begun, step, original
        self._now: tuple[Drawing, ...] | None = None

    def move(self, x: float, y: float) -> None:
        """The drawings follow the pointer, a single one with the help of the magnet; Shift keeps angle or axis."""
        scene = self._stage.scene
        if scene is None or (self._now is None and self._is_click(x, y)):
            return
        self._begun, self._scene = tuple(carried(one, self._scene, scene) for one in self._begun), scene
        projection, magnet = scene.projection, self._hand.effective_magnet if len(self._begun) == 1 else "off"
        around = surroundings(scene, x, y)
        found = [one.to((x, y), projection, magnet, around, constrain=self._hand.constrained) for one in self._begun]
        if len(found) == 1 and found[0][1] is not None:
            self._hand.say(describe(found[0][1], projection))
        self._now = tuple(drawing for drawing, _ in found)
        self._hand.repeat = partial(self.move, x, y)
        self._hand.hold(self._now)

    def release(self, x: float, y: float) -> None:
        """One step of undo."""
        self._hand.repeat = None
        if self._now is None:
            if self._original is not None:
                self._hand.selection.toggle(self._original.id)
        elif self._original is not None:
            self._hand.add(list(self._now), tr(self._step).format(title_of(self._now)))
        else:
            self._hand.replace(list(self._now), tr(self._step).format(title_of(self._now)))

    def cancel(self) -> None:
        """As it was."""
        self._hand.repeat = None
        self._now = None
        self._hand.hold(())

    def _is_click(self, x: float, y: float) -> bool:
        start = self._begun[0].start
        return max(abs(x - start[0]), abs(y - start[1])) < SLACK * self._scene.projection.plane.pixel_ratio


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
