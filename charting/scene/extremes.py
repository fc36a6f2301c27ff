"""Marks the highest and the lowest price in view, each at the bar that made it."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.viewport import Viewport
from charting.scene.legend_room import LegendRoom
from charting.scene.look import Look
from charting.scene.marks import Columns
from charting.scene.primitives import Primitive, Rect, Rects, Text

SIZE = 0.92
ROWS = 12
"""Heights of a line that a price may stand further towards the middle of the pane than what it tells of."""

BESIDE = 8
"""Logical pixels beside a bar at which a line may lead there at most: further off it would belong to another bar."""


class Room(Struct, frozen=True):
    """What prices must keep clear of: the boxes (n, 4) of drawings' texts (left, top, right and bottom), and the legend."""

    viewport: Viewport
    taken: Floats
    legend: LegendRoom

    def has(self, rect: Rect) -> bool:
        """Whether a rectangle lies on the pane with nothing over it."""
        left, top, width, height = rect
        pane = self.viewport
        inside = pane.left <= left and left + width <= pane.left + pane.width and pane.top <= top and top + height <= pane.bottom
        return inside and not self._written(rect) and not self.legend.covers(rect)

    def _written(self, rect: Rect) -> bool:
        left, top, width, height = rect
        boxes = self.taken
        if not len(boxes):
            return False
        across = (boxes[:, 0] < left + width) & (left < boxes[:, 2])
        return bool((across & (boxes[:, 1] < top + height) & (top < boxes[:, 3])).any())


def extremes(
    shown: Columns, viewport: Viewport, decimals: int, taken: Floats, legend: LegendRoom, look: Look
) -> tuple[Primitive, ...]:
    """A short leader and the price beside the high and the low of what is in view.

    They stand on the side with more room, on the other one where a text of a drawing (``taken``) or the legend is in the
    way, and further towards the middle of the pane where both sides are taken.
    """
    found: list[Primitive] = []
    room = Room(viewport, taken, legend)
    for values, pick, worst in ((shown.high, np.argmax, -np.inf), (shown.low, np.argmin, np.inf)):
        if not len(values):
            continue
        column = int(pick(values))
        if not math.isfinite(values[column]):  # a value that is missing counts as the greatest and the least
            column = int(pick(np.where(np.isfinite(values), values, worst)))
        if not math.isfinite(values[column]):
            continue
        price = float(values[column])
        x = min(max(float(shown.x[column]), viewport.left), viewport.left + viewport.width)  # half of its bar is in view
        y = viewport.y(price)  # NaN where a log scale held by hand has no place for prices of zero and less
        if viewport.top <= y <= viewport.bottom:
            found += _mark(x, round(y), look.formats.price(price, decimals), shown.width, room, look)
    return tuple(found)


def _mark(x: float, y: float, text: str, slot: float, room: Room, look: Look) -> tuple[Primitive, ...]:
    """The price beside (x, y); where it has no room there, a line leads down or up to it past a bar of narrow slots."""
    gap, leader, hair = look.px(3), look.px(14), look.px(1)
    width, height = look.metrics.width(text) * SIZE, look.metrics.height * SIZE
    pane = room.viewport
    roomy = x < pane.left + pane.width / 2
    inwards = 1 if y < pane.top + pane.height / 2 else -1
    for row in range(ROWS):
        away = gap if not row else min(max(gap, math.ceil(slot / 2)), look.px(BESIDE))
        for right in (roomy, not roomy):
            start = x + away if right else x - away - leader
            at = x + away + gap + leader if right else x - away - gap - leader
            line = y + inwards * round(row * height)
            if room.has((at if right else at - width, line - height / 2, width, height)):
                lines: list[Rect] = [(round(start), line, leader, hair)]
                if row:
                    lines.append((round(start) if right else round(start) + leader, min(y, line), hair, abs(line - y)))
                leaders = Rects(np.array(lines, dtype=np.int32), look.theme.text_muted)
                return leaders, Text(at, line, text, look.theme.text_muted, "left" if right else "right", size=SIZE)
    return ()
