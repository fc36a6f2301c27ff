"""Marks the highest and the lowest price in view, each at the bar that made it."""

from __future__ import annotations

import math

import numpy as np

from charting.core.bars import Floats
from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.marks import Columns
from charting.scene.primitives import Primitive, Rect, Rects, Text

SIZE = 0.92


def extremes(shown: Columns, viewport: Viewport, decimals: int, taken: Floats, look: Look) -> tuple[Primitive, ...]:
    """A short leader and the price beside the high and the low of what is in view.

    They stand on the side with more room, on the other one where a text of a drawing is in the way (``taken``, (n, 4): left,
    top, right and bottom of their boxes), and are left out where both sides are taken.
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


def _mark(x: float, y: float, text: str, viewport: Viewport, taken: Floats, look: Look) -> tuple[Primitive, ...]:
    gap, leader = look.px(3), look.px(14)
    width, height = look.metrics.width(text) * SIZE, look.metrics.height * SIZE
    roomy = x < viewport.left + viewport.width / 2
    for right in (roomy, not roomy):
        start = x + gap if right else x - gap - leader
        at = x + 2 * gap + leader if right else x - 2 * gap - leader
        box = (at if right else at - width, y - height / 2, width, height)
        inside = viewport.left <= box[0] and box[0] + width <= viewport.right
        if inside and not _covered(box, taken):
            line = Rects(np.array([[round(start), y, leader, look.px(1)]], dtype=np.int32), look.theme.text_muted)
            return line, Text(at, y, text, look.theme.text_muted, "left" if right else "right", size=SIZE)
    return ()


def _covered(rect: Rect, boxes: Floats) -> bool:
    """Whether one of the boxes (n, 4) lies over a rectangle."""
    left, top, width, height = rect
    across = (boxes[:, 0] < left + width) & (left < boxes[:, 2])
    return bool((across & (boxes[:, 1] < top + height) & (top < boxes[:, 3])).any())
