"""What lies where on a chart: which pane, axis or border a pointer is over, and what a press there begins."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import Qt

from charting.core.document import Chart, Pane
from charting.core.edits import edit_pane, set_chart
from charting.core.history import History
from charting.core.scale_edits import free_scales
from charting.scene.actions import mark_at
from charting.scene.axes import PriceAxis
from charting.scene.chart import ChartScene
from charting.scene.overlay import Cursor
from charting.scene.primitives import Rect
from charting.view.gestures import DragBorder, Gesture, Pan, ScalePrice, ScaleTime, reset_axis
from charting.view.hand import Hand
from charting.view.legend_hand import Choose
from charting.view.stage import Stage

SLACK = 3.0
"""Logical pixels within which a press and a release are a click."""
BORDER = 4.0
"""Logical pixels on either side of a border between panes that take hold of it."""


def inside(rect: Rect, x: float, y: float) -> bool:
    """Whether a point lies in a rectangle."""
    return rect[0] <= x < rect[0] + rect[2] and rect[1] <= y < rect[1] + rect[3]


def pane_at(scene: ChartScene, x: float, y: float) -> int | None:
    """Index of the pane under a point."""
    return next((index for index, pane in enumerate(scene.panes) if inside(pane.rect, x, y)), None)


def axis_at(scene: ChartScene, x: float, y: float) -> tuple[int, PriceAxis] | None:
    """The price axis under a point, with the index of its pane."""
    for index, pane in enumerate(scene.panes):
        for axis in pane.axes:
            if any(inside(rect, x, y) for rect in axis.rects):
                return index, axis
    return None


def on_axis(scene: ChartScene, x: float, y: float) -> bool:
    """Whether a point lies on a price axis or on the time axis."""
    return axis_at(scene, x, y) is not None or inside(scene.layout.time, x, y)


def border_at(scene: ChartScene, y: float, ratio: float) -> int | None:
    """Index of the border between panes near a height."""
    return next((index for index, at in enumerate(scene.layout.borders) if abs(y - at) <= BORDER * ratio), None)


def cursor(scene: ChartScene, x: float, y: float) -> Cursor | None:
    """The crosshair for a pointer: over a pane both lines, over the time axis the upright one only."""
    pane = pane_at(scene, x, y)
    if pane is not None:
        return Cursor(x, y, pane)
    return Cursor(x, y, None) if inside(scene.layout.time, x, y) else None


def begin(
    stage: Stage, hand: Hand, scene: ChartScene, x: float, y: float, modifiers: Qt.KeyboardModifier, *, tools: bool
) -> Gesture | None:
    """The drag that a press begins: of a border, an axis, the legend, a drawing (when ``tools``), or the chart itself."""
    ratio = stage.devicePixelRatioF()
    border = border_at(scene, y, ratio)
    if border is not None and not hand.placing:
        return DragBorder(stage.history, scene, border, y)
    if inside(scene.layout.time, x, y):
        return ScaleTime(stage.sight, x, scene.layout.time[2])
    axis = axis_at(scene, x, y)
    if axis is not None:
        return ScalePrice(stage.history, scene, *axis, y)
    pane = pane_at(scene, x, y)
    if pane is None:
        return None
    if tools:
        taken = None if hand.placing else stage.legend.press(scene, x, y)
        taken = taken or hand.press(scene, pane, x, y, modifiers)
        if taken is not None:
            return taken
    pan = Pan(stage, scene, pane, x, y)
    subject = stage.legend.subject_at(scene, x, y) if tools and not hand.selection.ids else None
    return Choose(pan, partial(stage.legend.select, subject), SLACK * ratio, x, y) if tools else pan


def double_click(stage: Stage, hand: Hand, scene: ChartScene, x: float, y: float, *, control: bool) -> str | None:
    """Axes go back to automatic; the id of the drawing under the point, None when there is none.

    An indicator's settings are asked for; a line of the legend that folds the others has done so with each click.
    """
    axis = axis_at(scene, x, y)
    if axis is not None:
        reset_axis(stage.history, scene, *axis)
    elif inside(scene.layout.time, x, y):
        stage.sight.reset()
    else:
        return _double_click_pane(stage, hand, scene, x, y, control)
    return None


def _double_click_pane(stage: Stage, hand: Hand, scene: ChartScene, x: float, y: float, control: bool) -> str | None:
    """A drawing under the point, else the pane fills the chart (again: no more); with Ctrl it folds up and opens."""
    index = pane_at(scene, x, y)
    if index is None:
        return None
    drawing = hand.at(scene, x, y) if scene.panes[index].holds_bars else None
    line, subject = stage.legend.line_at(scene, x, y), stage.legend.at(scene, x, y, columns=False)
    if drawing is None and (line or subject):
        if subject is not None:
            stage.legend.settings_requested.emit(subject)
        return None
    if drawing is not None or len(scene.panes) == 1:
        return drawing
    document, pane = stage.history.document, scene.panes[index].pane
    if control:
        if not scene.panes[index].holds_bars and not scene.chart.maximised:
            stage.history.amend(edit_pane(document, scene.chart.id, pane.id, _folded))
    else:
        stage.history.amend(set_chart(document, scene.chart.id, maximised="" if scene.chart.maximised else pane.id))
    return None


def _folded(pane: Pane) -> Pane:
    return msgspec.structs.replace(pane, collapsed=not pane.collapsed)


def release_scales(history: History, chart: Chart) -> None:
    """Let every scale of a chart follow its visible bars again."""
    history.amend(free_scales(history.document, chart.id))


def shape(stage: Stage, hand: Hand, scene: ChartScene, x: float, y: float, *, busy: bool) -> Qt.CursorShape:
    """The pointer's shape over a place."""
    if stage.legend.target is not None:
        return Qt.CursorShape.ClosedHandCursor
    if border_at(scene, y, stage.devicePixelRatioF()) is not None and not hand.placing:
        return Qt.CursorShape.SplitVCursor
    if axis_at(scene, x, y) is not None:
        return Qt.CursorShape.SizeVerCursor
    if inside(scene.layout.time, x, y):
        return Qt.CursorShape.SizeHorCursor
    if pane_at(scene, x, y) is None:
        return Qt.CursorShape.ArrowCursor
    if not busy and not hand.placing and mark_at(scene.marks, x, y, stage.devicePixelRatioF()) is not None:
        return Qt.CursorShape.PointingHandCursor
    if (hand.over or stage.legend.over) and not hand.placing:
        return Qt.CursorShape.ClosedHandCursor if busy else Qt.CursorShape.PointingHandCursor
    return Qt.CursorShape.ClosedHandCursor if busy and not hand.placing else Qt.CursorShape.CrossCursor
