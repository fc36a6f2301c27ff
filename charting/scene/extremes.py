"""Marks the highest and the lowest price in view, each at the bar that made it."""

from __future__ import annotations

import numpy as np

from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.marks import Columns
from charting.scene.primitives import Primitive, Rects, Text


def extremes(shown: Columns, viewport: Viewport, decimals: int, look: Look) -> tuple[Primitive, ...]:
    """A short leader and the price beside the high and the low of what is in view, on the side with more room."""
    if not len(shown.x):
        return ()
    found: list[Primitive] = []
    for values, pick in ((shown.high, np.nanargmax), (shown.low, np.nanargmin)):
        if not np.isfinite(values).any():
            continue
        column = int(pick(np.where(np.isfinite(values), values, np.nan)))
        price = float(values[column])
        x, y = float(shown.x[column]), round(viewport.y(price))
        if not viewport.left <= x <= viewport.right:
            continue
        right = x < viewport.left + viewport.width / 2
        gap, leader = look.px(3), look.px(14)
        start = x + gap if right else x - gap - leader
        found.append(Rects(np.array([[start, y, leader, look.px(1)]], dtype=np.float64), look.theme.text_muted))
        at = x + 2 * gap + leader if right else x - 2 * gap - leader
        text = look.formats.price(price, decimals)
        found.append(Text(at, y, text, look.theme.text_muted, "left" if right else "right", size=0.92))
    return tuple(found)
