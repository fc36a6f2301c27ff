"""Dragging an indicator by its line of the legend, or a whole pane, to another place among the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from charting.core.document import Workspace
from charting.core.pane_edits import Place, move_pane
from charting.scene.chart import ChartScene
from charting.scene.legend_layout import LegendLine, Subject, dragged
from charting.scene.look import Look
from charting.scene.primitives import Area, Primitive, Rect, Rects, Run
from charting.view import subjects
from charting.view.stage import Stage
from charting.view.translation import tr

if TYPE_CHECKING:
    from charting.view.legend_hand import LegendHand

SLACK = 4.0
"""Logical pixels that the pointer must go before a press becomes a drag."""
EDGE = 0.28
"""Share of a pane's height at its edges that means a new pane there."""
EDGE_MOST = 44.0
"""Logical pixels that such an edge has at most."""
TINT = 0.14


class Target(Struct, frozen=True):
    """Where what is dragged would go (None: it stays), and the line of the legend that follows the pointer, if any."""

    place: Place | None
    line: LegendLine | None
    at: tuple[float, float]


def place_at(scene: ChartScene, y: float, ratio: float, *, whole: bool) -> Place | None:
    """The place among the panes at a height: in a pane, or, near its edges and for ``whole`` panes, between two.

    None while a pane is maximised: there is no other place to be seen.
    """
    if scene.chart.maximised or not scene.panes:
        return None
    for index, pane in enumerate(scene.panes):
        top, height = pane.rect[1], pane.rect[3]
        if y >= top + height and index + 1 < len(scene.panes):
            continue
        edge = height / 2 if whole else min(EDGE * height, EDGE_MOST * ratio)
        if y < top + edge:
            return Place(index=index)
        return Place(index=index + 1) if whole or y >= top + height - edge else Place(pane.pane.id)
    return None


class DragLegend:
    """The drag of one indicator; a press that goes nowhere was only a click."""

    def __init__(self, stage: Stage, hand: LegendHand, line: LegendLine) -> None:
        self._stage, self._hand, self._line = stage, hand, line
        self._start: tuple[float, float] | None = None
        self._dragging = False

    def move(self, x: float, y: float) -> None:
        """The place under the pointer lights up, if the indicator would go there."""
        ratio = self._stage.devicePixelRatioF()
        self._start = self._start or (x, y)
        away = max(abs(x - self._start[0]), abs(y - self._start[1]))
        self._dragging = self._dragging or away > SLACK * ratio
        scene = self._stage.scene
        if not self._dragging or scene is None:
            return
        self._hand.open(None)
        place = place_at(scene, y, ratio, whole=False)
        if place is not None and self._moved(place) is self._stage.history.document:
            place = None
        self._hand.target = Target(place, self._line, (x, y))
        self._stage.message.emit(_message(place))
        self._stage.refresh_overlay()

    def release(self, x: float, y: float) -> None:
        """One step of undo."""
        target = self._hand.target
        self.cancel()
        if target is not None and target.place is not None:
            subjects.move(self._stage.history, self._stage.chart.id, self._subject, target.place)

    def cancel(self) -> None:
        """It stays where it is."""
        self._hand.target = None
        if self._dragging:
            self._stage.message.emit("")
        self._stage.refresh_overlay()

    @property
    def _subject(self) -> Subject:
        assert self._line.subject is not None
        return self._line.subject

    def _moved(self, place: Place) -> Workspace:
        return subjects.moved(self._stage.history.document, self._stage.chart.id, self._subject, place)


class DragPane:
    """The drag of a whole pane by its handle."""

    def __init__(self, stage: Stage, hand: LegendHand, pane_id: str) -> None:
        self._stage, self._hand, self._pane = stage, hand, pane_id

    def move(self, x: float, y: float) -> None:
        """The gap that the pane would go to lights up."""
        scene = self._stage.scene
        if scene is None:
            return
        document = self._stage.history.document
        place = place_at(scene, y, self._stage.devicePixelRatioF(), whole=True)
        if place is not None and move_pane(document, scene.chart.id, self._pane, place.index) is document:
            place = None
        self._hand.target = Target(place, None, (x, y))
        self._stage.message.emit(_message(place))
        self._stage.refresh_overlay()

    def release(self, x: float, y: float) -> None:
        """One step of undo."""
        target = self._hand.target
        self.cancel()
        if target is not None and target.place is not None:
            subjects.put_pane(self._stage.history, self._stage.chart.id, self._pane, target.place.index)

    def cancel(self) -> None:
        """It stays where it is."""
        self._hand.target = None
        self._stage.message.emit("")
        self._stage.refresh_overlay()


def _message(place: Place | None) -> str:
    if place is None:
        return tr("Drag to another pane, or to the edge of one")
    return tr("Let go to put it into this pane") if place.pane else tr("Let go to put it into a place of its own here")


def target_primitives(scene: ChartScene, target: Target, look: Look) -> tuple[Primitive, ...]:
    """The pane or the gap that what is dragged would go to, tinted, and its name beside the pointer."""
    found: list[Primitive] = []
    if target.place is not None:
        rect = _target_rect(scene, target.place, look)
        found.append(Area(_corners(rect), look.theme.accent, TINT))
        found.append(Rects(_outline(rect, float(look.px(2))), look.theme.accent))
    if target.line is not None:
        run: Run = dragged(target.line, *target.at, look)
        found.append(run)
    return tuple(found)


def _target_rect(scene: ChartScene, place: Place, look: Look) -> Rect:
    if place.pane:
        return next((pane.rect for pane in scene.panes if pane.pane.id == place.pane), scene.price_pane.rect)
    last = scene.panes[-1].rect
    below = scene.panes[place.index].rect[1] if place.index < len(scene.panes) else last[1] + last[3]
    thick = float(look.px(10))
    top = min(max(0.0, below - thick / 2), last[1] + last[3] - thick)
    return (last[0], top, last[2], thick)


def _corners(rect: Rect) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    left, top, width, height = rect
    return np.array([[left, top], [left + width, top], [left + width, top + height], [left, top + height]])


def _outline(rect: Rect, thick: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    left, top, width, height = rect
    return np.array(
        [
            [left, top, width, thick],
            [left, top + height - thick, width, thick],
            [left, top, thick, height],
            [left + width - thick, top, thick, height],
        ]
    )
