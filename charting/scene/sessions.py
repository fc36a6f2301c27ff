"""Marks where sessions begin and where the lunch break was, on charts of intraday bars."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.theme import mix
from charting.core.timeaxis import KnownAxis, known_axis
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


_NONE = Joints(np.empty(0), np.empty(0))


def joints(series: Series, viewport: Viewport, look: Look) -> Joints:
    """The joints in view that have room for a mark; none on charts of whole days."""
    interval, count = series.bars.interval, len(series.bars)
    session = 4.0 * 3600 / interval.seconds * viewport.slot_width
    if not interval.is_intraday or session < look.px(ROOM):
        return _NONE
    first, last = (min(row, count) for row in visible_rows(viewport, count))
    offset, end = max(0, first - 1), last
    if last == count and last:
        end = 1 + max(last, min(math.ceil(viewport.last_slot), last + _COMING))
    if end - offset < 2:
        return _NONE
    # While the chart moves and bars are added, all views up to a power of two share what was looked for within it.
    wide = 2 ** (end - offset - 1).bit_length()
    found = _joints(known_axis(series.axis), offset // wide, wide)
    resumes = found.resumes if session >= 1.5 * look.px(ROOM) else _NONE.resumes
    return Joints(_between(found.begins, offset, end), _between(resumes, offset, end))


def _between(slots: Floats, offset: int, end: int) -> Floats:
    """Those of rising slots that lie between two of the slots ``offset`` to ``end``, the last not included."""
    first, last = slots.searchsorted((offset, end - 1)).tolist()
    return slots[first:last]


@lru_cache(maxsize=8)
def _joints(known: KnownAxis, number: int, wide: int) -> Joints:
    """The joints of ``number`` times ``wide`` slots from slot 0 on and of twice as many after that."""
    axis = known.axis
    calendar, offset = axis.calendar, number * wide
    times = axis.stamps(offset, offset + 2 * wide)
    # Few sessions are in view, however many bars: their times are looked for among the bars'.
    rows = calendar.rows_of(times[[0, -1]])
    sessions = slice(max(0, int(rows[0])), int(rows[1]) + 1)
    midnights, breaks = calendar.midnight[sessions], calendar.break_end[sessions]
    begins, resumes = times.searchsorted(midnights), times.searchsorted(breaks)
    stops = np.append(begins[1:], len(times))
    resumes = resumes[(resumes > begins) & (resumes < stops)]
    places = [place[(place > 0) & (place < len(times))].astype(np.float64) + (offset - 0.5) for place in (begins, resumes)]
    return Joints(places[0], places[1])


def separators(joints: Joints, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """Upright lines between sessions, and dotted ones where a break left no room on the axis."""
    found: list[Primitive] = []
    hair, dot, theme = look.px(1), look.px(2), look.theme
    if len(joints.begins):
        lines = boxes(np.floor(viewport.x(joints.begins)), viewport.top, hair, viewport.height)
        found.append(Rects(lines, theme.separator))
    if not len(joints.resumes):
        return tuple(found)
    pale = mix(theme.separator, theme.chart, 0.8)
    top, height = int(viewport.top), math.ceil(viewport.height)
    places = np.floor(viewport.x(joints.resumes)).astype(int).tolist()
    return (*found, *(Rule(x, top, height, False, pale, hair, dot, 2 * dot) for x in places))
