"""Texts of measurements between two anchors: change, bars, time, volume, angle."""

from __future__ import annotations

import math

import numpy as np

from charting.core.document import Anchor
from charting.core.figures import Point
from charting.core.text import translatable
from charting.drawings.declaration import Projection
from charting.drawings.memo import Memo

_VOLUMES: Memo[float] = Memo()


def change_text(first: float, last: float, projection: Projection) -> str:
    """A change of price with its percentage, such as ``+195.40 (+3.26%)``."""
    wording = projection.wording
    text = wording.signed(last - first, projection.instrument.decimals(abs(last)))
    return f"{text} ({wording.percent((last - first) / first)})" if first > 0 else text


def bars_text(first: Anchor, last: Anchor, projection: Projection) -> str:
    """The number of bars between two anchors, such as ``23 bars``."""
    wording = projection.wording
    count = round(projection.slot(last) - projection.slot(first))
    return wording.text(translatable("{count} bars")).format(count=wording.number(count, 0))


def duration_text(first: Anchor, last: Anchor, projection: Projection) -> str:
    """The time between two anchors by the clock: days, or hours and minutes within a day."""
    wording = projection.wording
    minutes = round(abs((last.time - first.time).total_seconds()) / 60)
    if minutes >= 1440 or not projection.interval.is_intraday:
        return wording.text(translatable("{days} days")).format(days=wording.number(round(minutes / 1440), 0))
    pattern = wording.text(translatable("{hours} h {minutes} min"))
    return pattern.format(hours=wording.number(minutes // 60, 0), minutes=wording.number(minutes % 60, 0))


def volume_text(first: Anchor, last: Anchor, projection: Projection) -> str:
    """What was traded from one anchor's bar to the other's, such as ``Vol 1.23M``; empty where nobody knows."""
    low, high = sorted((projection.slot(first), projection.slot(last)))
    start, stop = max(0, round(low)), min(len(projection.bars), round(high) + 1)
    if start >= stop:
        return ""
    column = projection.bars.volume[start:stop]
    total = _VOLUMES.get(projection.bars, (start, stop), lambda: _total(column))
    return f"{projection.wording.text(translatable('Vol'))} {projection.wording.quantity(total)}" if math.isfinite(total) else ""


def _total(column: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    return float(np.nansum(column)) if not bool(np.isnan(column).all()) else math.nan


def angle_text(start: Point, end: Point, projection: Projection) -> str:
    """The angle of a line on the screen, such as ``12.5°``; empty where it has none."""
    if start == end or not (math.isfinite(start[1]) and math.isfinite(end[1])):
        return ""
    return projection.wording.number(math.degrees(math.atan2(start[1] - end[1], end[0] - start[0])), 1) + "°"
