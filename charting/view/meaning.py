"""Says in a line what a drawn line has meant to the bars so far."""

from __future__ import annotations

import math

import numpy as np

from charting.analysis.touches import read_line
from charting.core.document import Drawing
from charting.drawings.catalogue import price_at, tool_of
from charting.drawings.declaration import Projection
from charting.view.translation import tr

MOST = 20_000
"""Bars, the newest ones, that a line is compared with at the most: the hand that selects it should not wait for more."""


def meaning(drawing: Drawing, projection: Projection) -> str:
    """How often a line was touched and closed through since it begins, and how far the last close is from it."""
    tool = tool_of(drawing.kind)
    title = drawing.name or tr(tool.title)
    count = len(projection.bars)
    if tool.price_at is None or not count or not drawing.anchors:
        return title
    since = 0 if drawing.extend_left or tool.anchors == 1 else min(int(projection.slot(anchor)) for anchor in drawing.anchors)
    begin = max(0, count - MOST)
    prices = price_at(drawing, np.arange(begin, count, dtype=np.float64), projection)
    read = read_line(projection.bars.slice(begin, count), prices, max(0, since - begin))
    parts = [title, tr("touches: {0}").format(read.touches), tr("closes through it: {0}").format(read.crossings)]
    begins_there = since >= begin or (tool.anchors == 1 and not math.isfinite(prices[0]))
    if begin and not begins_there:
        parts.append(tr("both in the last {0} bars").format(projection.wording.number(MOST, 0)))
    if math.isfinite(read.distance):
        parts.append(tr("last close {0} away").format(projection.wording.percent(read.distance)))
    return " · ".join(parts)
