"""Marks the highest and the lowest price in view, each at the bar that made it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from charting.core.figures import Label, label_box
from charting.core.viewport import Viewport
from charting.drawings.sheet import Sheet
from charting.scene.look import Look
from charting.scene.marks import Columns
from charting.scene.primitives import Primitive, Rect, Rects, Text

SIZE = 0.92


def extremes(shown: Columns, viewport: Viewport, decimals: int, taken: Sequence[Rect], look: Look) -> tuple[Primitive, ...]:
    """A short leader and the price beside the high and the low of what is in view.

    They stand on the side with more room, on the other one where a text of a drawing is in the way (``taken``), and are
    left out where both sides are taken.
    """
    found: list[Primitive] = []
    for values, pick, worst in ((shown.high, np.argmax, -np.inf), (shown.low, np.argmin, np.inf)):
        if not len(values):
            continue
        column = int(pick(values))
        if not math.isfinite(values[column]):  # a value that is missing counts as the greatest and the least
            column = int(pick(np.where(np.isfinite(values), values, worst)))
        if not math.isfinite(values[column]):
            continue
        x, price = float(shown.x[column]), float(values[column])
        y = viewport.y(price)  # a log scale held by hand has no place for prices of zero and less
        if viewport.left <= x <= viewport.right and math.isfinite(y):
            found += _mark(x, round(y), look.formats.price(price, decimals), viewport, taken, look)
    return tuple(found)


def texts_of(sheet: Sheet) -> list[Rect]:
    """Boxes of all texts of the drawings in view: left, top, width, height."""
    ratio = sheet.projection.plane.pixel_ratio
    boxes = [label_box(figure, ratio) for item in sheet.items for figure in item.figures if isinstance(figure, Label)]
    return [(left, top, right - left, bottom - top) for left, top, right, bottom in boxes]


def _mark(x: float, y: float, text: str, viewport: Viewport, taken: Sequence[Rect], look: Look) -> tuple[Primitive, ...]:
    gap, leader = look.px(3), look.px(14)
    width, height = look.metrics.width(text) * SIZE, look.metrics.height * SIZE
    roomy = x < viewport.left + viewport.width / 2
    for right in (roomy, not roomy):
        start = x + gap if right else x - gap - leader
        at = x + 2 * gap + leader if right else x - 2 * gap - leader
        box = (at if right else at - width, y - height / 2, width, height)
        inside = viewport.left <= box[0] and box[0] + width <= viewport.right
        if inside and not any(_overlap(box, other) for other in taken):
            line = Rects(np.array([[round(start), y, leader, look.px(1)]], dtype=np.int32), look.theme.text_muted)
            return line, Text(at, y, text, look.theme.text_muted, "left" if right else "right", size=SIZE)
    return ()


def _overlap(one: Rect, other: Rect) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
