"""Which part of the chart's widget is painted anew: few rectangles, as each takes as long as some thousand pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from charting.scene.chart import ChartScene
from charting.scene.overlay import Cursor
from charting.scene.primitives import Rect

_TOP = itemgetter(1)
_GAP = 24.0
"""Device pixels that may lie between boxes which are painted as one."""


def touched(scene: ChartScene, at: Cursor | None, texts: Iterable[Rect], ratio: float) -> QRegion:
    """The part of the widget, in logical pixels, that the crosshair takes, and ``texts``, boxes in device pixels."""
    width, height = scene.layout.size
    found = region(stacked(texts), ratio)
    if at is None:
        return found
    slot = round(scene.price_pane.viewport.slot(at.x))
    x = scene.price_pane.viewport.x(float(slot))
    found += _logical(x - 2 * ratio, 0, 4 * ratio, height, ratio)
    found += _logical(0, at.y - 2 * ratio, width, 4 * ratio, ratio)
    for axis in () if at.pane is None else scene.panes[at.pane].axes:
        for rect in axis.rects:
            found += _logical(rect[0], at.y - 14 * ratio, rect[2], 28 * ratio, ratio)
    time = scene.layout.time
    left = min(max(x - 120 * ratio, time[0]), time[0] + time[2] - 240 * ratio)  # the tag stays within the axis
    found += _logical(left, time[1], 240 * ratio, time[3], ratio)
    return found


def stacked(boxes: Iterable[Rect]) -> list[Rect]:
    """Boxes with one left edge that stand upon each other, as the lines of a legend do, as one."""
    found: list[Rect] = []
    for left, top, width, height in sorted(boxes):
        if found and found[-1][0] == left and top <= found[-1][1] + found[-1][3] + _GAP:
            before = found.pop()
            foot = max(before[1] + before[3], top + height)
            found.append((left, before[1], max(before[2], width), foot - before[1]))
        else:
            found.append((left, top, width, height))
    return found


def region(boxes: Iterable[Rect], ratio: float) -> QRegion:
    """The part of the widget, in logical pixels, that boxes in device pixels take."""
    found = QRegion()
    for box in boxes:
        found += _logical(*box, ratio)
    return found


def _logical(left: float, top: float, width: float, height: float, ratio: float) -> QRect:
    x, y = math.floor(left / ratio) - 1, math.floor(top / ratio) - 1
    return QRect(x, y, math.ceil(width / ratio) + 2, math.ceil(height / ratio) + 2)


def even(strips: Iterable[Rect]) -> Iterator[Rect]:
    """Strips beside one another, all as high as the highest: Qt parts a region wherever one of its pieces begins or ends."""
    row: list[Rect] = []
    top, foot = 0.0, -math.inf
    for strip in sorted(strips, key=_TOP):
        if strip[1] >= foot:
            yield from ((left, top, width, foot - top) for left, _, width, _ in row)
            row, top = [], strip[1]
        row.append(strip)
        foot = max(foot, strip[1] + strip[3])
    yield from ((left, top, width, foot - top) for left, _, width, _ in row)


def pieces(region: QRegion) -> Iterator[tuple[int, int, int, int]]:
    """The rectangles of a region: left, top, width, height; those that stand on each other as one."""
    known: dict[tuple[int, int], tuple[int, int]] = {}
    for rect in cast(Iterable[QRect], region):  # its stub does not know that it can be gone through
        left, top, width, height = cast(tuple[int, int, int, int], rect.getRect())
        above = known.get((left, width))
        if above is not None and above[0] + above[1] == top:
            known[left, width] = (above[0], above[1] + height)
            continue
        if above is not None:
            yield left, above[0], width, above[1]
        known[left, width] = (top, height)
    for (left, width), (top, height) in known.items():
        yield left, top, width, height
