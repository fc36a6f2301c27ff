"""Marks where sessions begin and where the lunch break was, on charts of intraday bars."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.theme import mix
from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.marks import visible_rows
from charting.scene.primitives import Primitive, Rects
from charting.scene.series import Series

ROOM = 48.0
"""Logical pixels that a session needs for its beginning to be marked; its break needs twice that."""


def separators(series: Series, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """Upright lines between sessions, and dotted ones where a break left no room on the axis."""
    bars, calendar = series.bars, series.axis.calendar
    if not bars.interval.is_intraday or len(bars) < 2:
        return ()
    room = look.px(ROOM)
    session = 4.0 * 3600 / bars.interval.seconds * viewport.slot_width
    if session < room:
        return ()
    first, last = visible_rows(viewport, len(bars))
    times = bars.time[max(0, first - 1) : last]
    if len(times) < 2:
        return ()
    rows = calendar.rows_of(times)
    begins = np.flatnonzero(np.diff(rows)) + 1
    offset = max(0, first - 1) - 0.5
    found: list[Primitive] = [Rects(_upright(begins + offset, viewport, look, look.px(1), 1), look.theme.separator)]
    if session >= 2 * room:
        resumes = calendar.break_end[np.maximum(rows, 0)]
        after = (times[1:] >= resumes[1:]) & (times[:-1] < resumes[1:]) & (np.diff(rows) == 0) & (resumes[1:] > 0)
        places = np.flatnonzero(after) + 1 + offset
        dots = _upright(places, viewport, look, look.px(2), 3)
        found.append(Rects(dots, mix(look.theme.separator, look.theme.chart, 0.8)))
    return tuple(found)


def _upright(slots: NDArray[np.floating[Any]], viewport: Viewport, look: Look, length: int, period: int) -> Floats:
    """Rectangles (n, 4) of upright lines at slots, broken into pieces of ``length`` every ``period`` lengths."""
    x = np.floor(viewport.x(slots.astype(np.float64)))
    if period == 1:
        tops, height = np.array([viewport.top]), viewport.height
    else:
        tops, height = np.arange(viewport.top, viewport.bottom, length * period), float(length)
    grid_x, grid_y = np.meshgrid(x, tops)
    left, top = grid_x.ravel(), grid_y.ravel()
    return np.column_stack([left, top, np.full_like(left, look.px(1)), np.full_like(left, height)])
