"""Drags that move the view: panning, scaling an axis, and dragging the border between panes."""

from __future__ import annotations

import math
import time
from collections import deque
from typing import Protocol

import msgspec
import numpy as np

from charting.core.document import Pane, Scale, ScaleKind
from charting.core.edits import edit_pane
from charting.core.history import History
from charting.core.scale_edits import rescaled
from charting.core.scales import PriceScale
from charting.scene.axes import PriceAxis
from charting.scene.chart import ChartScene
from charting.scene.layout import MIN_PANE
from charting.scene.navigation import Span
from charting.scene.panes import PaneScene
from charting.view.sight import Sight
from charting.view.stage import Stage

FURTHEST = 1e15
"""No scale goes beyond such prices."""
FLICK = 0.06
"""Seconds before the button comes up whose movement makes a flick."""


class Gesture(Protocol):
    """One drag from press to release, in device pixels."""

    def move(self, x: float, y: float) -> None:
        """The pointer went to (x, y) with the button held."""
        ...

    def release(self, x: float, y: float) -> None:
        """The button was let go: what was begun is done."""
        ...

    def cancel(self) -> None:
        """Esc: everything is as it was at the press."""
        ...


class Grip:
    """The drag under way, if there is one; bars that come do not move the view from under it."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._gesture: Gesture | None = None

    @property
    def busy(self) -> bool:
        """Whether a drag is under way."""
        return self._gesture is not None

    def take(self, gesture: Gesture | None) -> None:
        """Begin a drag, or none."""
        self._gesture, self._sight.held = gesture, gesture is not None

    def move(self, x: float, y: float) -> None:
        """The pointer went to (x, y)."""
        if self._gesture is not None:
            self._gesture.move(x, y)

    def release(self, x: float, y: float) -> bool:
        """The button was let go; whether it had held anything."""
        gesture = self._gesture
        self.take(None)
        if gesture is not None:
            gesture.release(x, y)
        return gesture is not None

    def cancel(self) -> None:
        """Everything is as it was before the drag."""
        gesture = self._gesture
        self.take(None)
        if gesture is not None:
            gesture.cancel()


class Pan:
    """Moves the chart under the hand; upwards and downwards too where the scale was locked by hand.

    Where a wheel, a key or other bars move the view meanwhile, the hand goes on from there.
    """

    def __init__(self, stage: Stage, scene: ChartScene, pane: int, x: float, y: float) -> None:
        self._stage, self._scene, self._pane = stage, scene, pane
        self._trace: deque[tuple[float, float]] = deque(maxlen=4)
        self._begin((x, y))

    def _begin(self, at: tuple[float, float]) -> None:
        """The hand holds what is in view now."""
        chart, pane = self._stage.chart, self._scene.panes[self._pane].pane
        self._start = self._at = at
        self._span = self._reached = self._stage.sight.span
        self._scale = next((one.scale for one in chart.panes if one.id == pane.id), pane.scale)

    @property
    def _slot_width(self) -> float:
        return self._scene.panes[self._pane].viewport.width / self._span.width

    def move(self, x: float, y: float) -> None:
        """Follow the hand."""
        sight, viewport = self._stage.sight, self._scene.panes[self._pane].viewport
        if sight.span != self._reached:
            self._begin(self._at)
        self._at = x, y
        self._trace.append((time.monotonic(), x))
        sight.move(self._span.moved((self._start[0] - x) / self._slot_width))
        self._reached = sight.span
        if self._scale.low is not None and self._scale.high is not None:
            held = msgspec.structs.replace(viewport.scale, low=self._scale.low, high=self._scale.high)
            shifted = shifted_scale(held, (y - self._start[1]) / viewport.height)
            self._lock(msgspec.structs.replace(self._scale, low=shifted.low, high=shifted.high))

    def release(self, x: float, y: float) -> None:
        """Keep where the chart was let go, or let it glide when it was flicked."""
        self._stage.sight.keep()
        now = time.monotonic()
        recent = [(moment, place) for moment, place in self._trace if now - moment < FLICK]
        if len(recent) >= 2 and recent[-1][0] > recent[0][0]:
            speed = (recent[-1][1] - recent[0][1]) / (recent[-1][0] - recent[0][0])
            self._stage.sight.flick(-speed / self._slot_width)

    def cancel(self) -> None:
        """Go back to where the drag began, unless something else has moved the view since."""
        if self._stage.sight.span == self._reached:
            self._stage.sight.move(self._span)
            self._lock(self._scale)

    def _lock(self, scale: Scale) -> None:
        set_scale(self._stage.history, self._scene, self._pane, scale)


class ScaleTime:
    """Dragging the time axis: to the right for more bars, to the left for fewer, about the right edge.

    Where a wheel, a key or other bars move the view meanwhile, the hand goes on from there.
    """

    def __init__(self, sight: Sight, x: float, width: float) -> None:
        self._sight, self._width = sight, width
        self._begin(x)

    def _begin(self, x: float) -> None:
        """The hand holds what is in view now."""
        self._start = self._at = x
        self._span = self._reached = self._sight.span

    def move(self, x: float, y: float) -> None:
        """Follow the hand."""
        if self._sight.span != self._reached:
            self._begin(self._at)
        self._at = x
        width = self._span.width * 4.0 ** ((x - self._start) / self._width * 2)
        self._sight.move(Span(self._span.last - width, self._span.last))
        self._reached = self._sight.span

    def release(self, x: float, y: float) -> None:
        """Keep it."""
        self._sight.keep()

    def cancel(self) -> None:
        """Go back, unless something else has moved the view since."""
        if self._sight.span == self._reached:
            self._sight.move(self._span)


class ScalePrice:
    """Dragging a price axis: downwards for a wider range, upwards for a narrower one, about the middle."""

    def __init__(self, history: History, scene: ChartScene, pane: int, axis: PriceAxis, y: float) -> None:
        self._history, self._scene, self._pane, self._axis, self._y = history, scene, pane, axis, y
        self._before = scale_of(scene, pane, axis)

    def move(self, x: float, y: float) -> None:
        """Follow the hand."""
        viewport = self._axis.viewport
        stretched = stretched_scale(viewport.scale, 4.0 ** ((y - self._y) / viewport.height))
        self._set(msgspec.structs.replace(self._before, low=stretched.low, high=stretched.high))

    def release(self, x: float, y: float) -> None:
        """It is in the document already."""

    def cancel(self) -> None:
        """Go back."""
        self._set(self._before)

    def _set(self, scale: Scale) -> None:
        set_axis_scale(self._history, self._scene, self._pane, self._axis, scale)


class DragBorder:
    """Dragging the border between two panes: what one gains the other loses."""

    def __init__(self, history: History, scene: ChartScene, border: int, y: float) -> None:
        self._history, self._scene, self._y = history, scene, y
        # A pane that is folded up has no height to give or take: its neighbour moves with the border.
        self._upper = next((pane for pane in scene.panes[border::-1] if _is_open(pane)), None)
        self._lower = next((pane for pane in scene.panes[border + 1 :] if _is_open(pane)), None)

    def move(self, x: float, y: float) -> None:
        """Follow the hand."""
        self._share(y - self._y)

    def release(self, x: float, y: float) -> None:
        """It is in the document already."""

    def cancel(self) -> None:
        """Go back."""
        self._share(0.0)

    def _share(self, offset: float) -> None:
        upper, lower = self._upper, self._lower
        if upper is None or lower is None:
            return
        both = upper.rect[3] + lower.rect[3]
        least = min(MIN_PANE * upper.viewport.pixel_ratio, both / 2)
        height = min(max(upper.rect[3] + offset, least), both - least)
        weight = upper.pane.weight + lower.pane.weight
        document = self._history.document
        for pane, share in ((upper.pane, height / both), (lower.pane, 1 - height / both)):
            wanted = weight * share

            def resize(pane: Pane, wanted: float = wanted) -> Pane:
                return msgspec.structs.replace(pane, weight=wanted)

            document = edit_pane(document, self._scene.chart.id, pane.id, resize)
        self._history.amend(document)


def _is_open(pane: PaneScene) -> bool:
    return pane.holds_bars or not pane.pane.collapsed


def scale_of(scene: ChartScene, pane: int, axis: PriceAxis) -> Scale:
    """The scale that an axis shows, as the document has it."""
    shown = next((one for one in scene.panes[pane].plotted if one.indicator.id == axis.indicator), None)
    if axis.indicator and shown is not None:
        return shown.indicator.scale or Scale()
    return scene.chart.panes[pane].scale  # as chosen, also while comparing shows it in per cent


def set_axis_scale(history: History, scene: ChartScene, pane: int, axis: PriceAxis, scale: Scale) -> None:
    """Give an axis another scale without a step of undo: it is a way of looking, like the range.

    One that would show nothing any more, or more than numbers can tell apart, is not taken. A log scale that is linear for
    now may be held where a linear one may.
    """
    kind: ScaleKind = "linear" if axis.why_linear and scale.kind == axis.chosen else scale.kind
    if scale.low is not None and scale.high is not None and not _is_usable(scale.low, scale.high, kind):
        return
    history.amend(rescaled(history.document, scene.chart.id, scene.panes[pane].pane.id, axis.indicator, scale))


def reset_axis(history: History, scene: ChartScene, pane: int, axis: PriceAxis) -> None:
    """Let an axis follow what is in view again."""
    free = msgspec.structs.replace(scale_of(scene, pane, axis), low=None, high=None)
    set_axis_scale(history, scene, pane, axis, free)


def set_scale(history: History, scene: ChartScene, pane: int, scale: Scale) -> None:
    """:func:`set_axis_scale` for a pane's own scale."""
    set_axis_scale(history, scene, pane, scene.panes[pane].axes[0], scale)


def _is_usable(low: float, high: float, kind: ScaleKind) -> bool:
    if not (-FURTHEST < low < high < FURTHEST):
        return False
    if kind == "log":
        return low > 1 / FURTHEST and math.log(high / low) > 1e-6
    return (high - low) / max(abs(low), abs(high)) > 1e-9


def shifted_scale(scale: PriceScale, share: float) -> PriceScale:
    """The scale after the chart was dragged down by a share of its height."""
    return _between(scale, 0.0 + share, 1.0 + share)


def stretched_scale(scale: PriceScale, factor: float) -> PriceScale:
    """The scale with ``factor`` times its range about its middle."""
    return _between(scale, 0.5 - factor / 2, 0.5 + factor / 2)


def _between(scale: PriceScale, lower: float, upper: float) -> PriceScale:
    """A scale from one share of another's height to another; infinite where a hand drags a log scale beyond all numbers."""
    with np.errstate(over="ignore"):
        low, high = (float(scale.price(np.float64(share))) for share in (lower, upper))
    return PriceScale(min(low, high), max(low, high), scale.kind, scale.inverted, scale.base)
