"""Marks where sessions begin and where the lunch break was, on charts of intraday bars."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.theme import mix
from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.marks import visible_rows
from charting.scene.primitives import Primitive, Rects, Rule, boxes
from charting.scene.series import Series

ROOM = 48.0
"""Logical pixels that a session needs for its beginning to be marked; its break needs half as much again."""

_COMING = 10_000  # slots past the last bar, more than a screen has room for where sessions have any


class Joints(Struct, frozen=True, eq=False):
    """Slots, (n,), between the bars where sessions begin, and where trading goes on after a break.

    Past the last bar they are those of the calendar.
    """

    begins: Floats
    resumes: Floats


def joints(series: Series, viewport: Viewport, look: Look) -> Joints:
    """The joints in view that have room for a mark; none on charts of whole days."""
    bars, calendar = series.bars, series.axis.calendar
    nothing = np.empty(0)
    session = 4.0 * 3600 / bars.interval.seconds * viewport.slot_width
    if not bars.interval.is_intraday or session < look.px(ROOM):
        return Joints(nothing, nothing)
    first, last = (min(row, len(bars)) for row in visible_rows(viewport, len(bars)))
    offset = max(0, first - 1)
    times = bars.time[offset:last]
    if last == len(bars) and last:
        coming = series.axis.stamps(last, max(last, min(math.ceil(viewport.last_slot), last + _COMING)))
        times = np.concatenate((times, coming))
    if len(times) < 2:
        return Joints(nothing, nothing)
    # Few sessions are in view, however many bars: their times are looked for among the bars'.
    rows = calendar.rows_of(times[[0, -1]])
    sessions = slice(max(0, int(rows[0])), int(rows[1]) + 1)
    begins = times.searchsorted(calendar.midnight[sessions])
    places = [begins]
    if session >= 1.5 * look.px(ROOM):
        resumes = times.searchsorted(calendar.break_end[sessions])
        stops = np.append(begins[1:], len(times))
        places.append(resumes[(resumes > begins) & (resumes < stops)])
    found = [place[(place > 0) & (place < len(times))].astype(np.float64) + (offset - 0.5) for place in places]
    return Joints(found[0], found[1] if len(found) > 1 else nothing)


def separators(joints: Joints, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """Upright lines between sessions, and dotted ones where a break left no room on the axis."""
    found: list[Primitive] = []
    hair, dot, theme = look.px(1), look.px(2), look.theme
    if len(joints.begins):
        lines = boxes(np.floor(viewport.x(joints.begins)), viewport.top, hair, viewport.height)
        found.append(Rects(lines, theme.separator))
    pale = mix(theme.separator, theme.chart, 0.8)
    top, height = int(viewport.top), math.ceil(viewport.height)
    places = np.floor(viewport.x(joints.resumes)).astype(int).tolist()
    return (*found, *(Rule(x, top, height, False, pale, hair, dot, 2 * dot) for x in places))
