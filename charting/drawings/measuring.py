"""Texts of measurements between two anchors: change, bars, time, volume, angle."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.document import Anchor
from charting.core.figures import Point
from charting.core.memo import Memo
from charting.core.text import translatable
from charting.drawings.declaration import Projection


class _Traded(Struct, frozen=True):
    """What was traded up to a row, not included, and on the bars to the end; NaN where nobody knows."""

    settled: float
    row: int
    volume: float


_VOLUMES: Memo[_Traded] = Memo()


def change_text(first: float, last: float, projection: Projection) -> str:
    """A change of price with its percentage, such as ``+195.40 (+3.26%)``."""
    wording = projection.wording
    text = wording.signed(last - first, projection.instrument.decimals(abs(last)))
    return f"{text} ({wording.percent((last - first) / first)})" if first > 0 else text


def bars_text(first: Anchor, last: Anchor, projection: Projection) -> str:
    """The number of bars between two anchors, such as ``23 bars``."""
    wording = projection.wording
    count = round(projection.slot(last) - projection.slot(first))
    if abs(count) == 1:
        return wording.text(translatable("{count} bar")).format(count=wording.number(count, 0))
    return wording.text(translatable("{count} bars")).format(count=wording.number(count, 0))


def duration_text(first: Anchor, last: Anchor, projection: Projection) -> str:
    """The time between two anchors by the clock: days; in hours and minutes too where bars are shorter than a day."""
    wording = projection.wording
    minutes = round(abs((last.time - first.time).total_seconds()) / 60)
    if not projection.interval.is_intraday:
        days = round(minutes / 1440)
        return wording.text(translatable("1 day") if days == 1 else translatable("{days} days")).format(
            days=wording.number(days, 0)
        )
    if minutes >= 1440:
        whole = not minutes % 60
        pattern = wording.text(translatable("{days} d {hours} h") if whole else translatable("{days} d {hours} h {minutes} min"))
    else:
        pattern = wording.text(translatable("{hours} h {minutes} min"))
    return pattern.format(
        days=wording.number(minutes // 1440, 0),
        hours=wording.number(minutes % 1440 // 60, 0),
        minutes=wording.number(minutes % 60, 0),
    )


def volume_text(first: Anchor, last: Anchor, projection: Projection) -> str:
    """What was traded from one anchor's bar to the other's, such as ``Vol 1.23M``; empty where nobody knows."""
    low, high = sorted((projection.slot(first), projection.slot(last)))
    start, stop = max(0, round(low)), min(len(projection.bars), round(high) + 1)
    if start >= stop:
        return ""
    bars = projection.bars
    total = _VOLUMES.get(bars, (start, round(high)), round(high), lambda before: _added(bars, start, stop, before)).volume
    return f"{projection.wording.text(translatable('Vol'))} {projection.wording.quantity(total)}" if math.isfinite(total) else ""


def _added(bars: Bars, start: int, stop: int, before: _Traded | None) -> _Traded:
    """What was traded from a row to another one, not included; all rows but the last are summed once."""
    settled, row = (math.nan, start) if before is None else (before.settled, before.row)
    settled = _sum(settled, _total(bars.volume[row : stop - 1]))
    return _Traded(settled, stop - 1, _sum(settled, float(bars.volume[stop - 1])))


def _total(column: Floats) -> float:
    return float(np.nansum(column)) if not bool(np.isnan(column).all()) else math.nan


def _sum(one: float, other: float) -> float:
    """The sum of two volumes, of which one may be unknown."""
    return other if math.isnan(one) else one if math.isnan(other) else one + other


def angle_text(start: Point, end: Point, projection: Projection) -> str:
    """The angle of a line on the screen, such as ``12.5°``; empty where it has none."""
    if start == end or not (math.isfinite(start[1]) and math.isfinite(end[1])):
        return ""
    return projection.wording.number(math.degrees(math.atan2(start[1] - end[1], end[0] - start[0])), 1) + "°"
