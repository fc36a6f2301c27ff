"""What of a look a tool makes use of, found by trying: a field matters when changing it changes what is painted."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Anchor, Drawing, Stroke
from charting.core.figures import Figure
from charting.core.instrument import Instrument
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport
from charting.drawings.catalogue import tool_of
from charting.drawings.declaration import Points, Projection, Tool
from charting.drawings.editing import placed

_BARS = 120
_CLICKS = ((20, 95.0), (60, 105.0), (80, 100.0), (90, 108.0), (95, 103.0), (100, 110.0), (105, 104.0), (110, 106.0))
"""Slots and prices of points inside the pane that tools are tried on, rising in swings."""


class Abilities(Struct, frozen=True):
    """Which fields of a drawing's look its tool shows."""

    width: bool
    dash: bool
    fill: bool
    opacity: bool
    extend_left: bool
    extend_right: bool


@lru_cache(maxsize=256)
def abilities(kind: str) -> Abilities:
    """What a tool makes of a drawing's look."""
    tool, space = tool_of(kind), _pane()
    drawing = _drawn(tool, space)
    plain = _figures(tool, drawing, space)

    def matters(**fields: Any) -> bool:
        return _figures(tool, replace(drawing, **fields), space) != plain

    stroke = drawing.stroke
    return Abilities(
        width=matters(stroke=replace(stroke, width=stroke.width + 1.5)),
        dash=matters(stroke=Stroke(stroke.colour, stroke.width, "dot" if stroke.dash == "dash" else "dash")),
        fill=matters(fill="#123456"),
        opacity=matters(opacity=drawing.opacity / 2 + 0.3),
        extend_left=matters(extend_left=not drawing.extend_left),
        extend_right=matters(extend_right=not drawing.extend_right),
    )


def _drawn(tool: Tool, space: Projection) -> Drawing:
    count = len(_CLICKS) if tool.max_anchors > tool.anchors else tool.anchors
    stamps = space.axis.stamps(0, _BARS)
    anchors = (Anchor(datetime.fromtimestamp(int(stamps[slot]), UTC), price) for slot, price in _CLICKS[:count])
    return placed(tool, tuple(anchors), space)


def _figures(tool: Tool, drawing: Drawing, space: Projection) -> tuple[Figure, ...]:
    points: Points = tuple(space.point(anchor) for anchor in drawing.anchors)
    return tool.figures(drawing, points, space)


@lru_cache(maxsize=1)
def _pane() -> Projection:
    """A pane of daily bars that rise and fall between 90 and 110."""
    calendar = calendar_for("XHKG")
    start = datetime(2024, 1, 2, 1, 30, tzinfo=UTC).timestamp()
    time = TimeAxis(np.empty(0, np.int64), DAY, calendar, start).stamps(0, _BARS - 1)
    close = 100 + 8 * np.sin(np.arange(_BARS) / 7)
    bars = Bars.of(time, close - 0.5, close + 1, close - 1, close, np.full(_BARS, 1000.0), DAY)
    view = Viewport(0, 0, 1200, 700, -10, _BARS + 10, PriceScale(80, 120, "linear"), 1.0)
    return Projection(view, TimeAxis(time, DAY, calendar), bars, Instrument("TRIAL", "Trial"))
