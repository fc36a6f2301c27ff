"""Every drawing tool for the golden pictures: those of one group together, on bars that are the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby

import numpy as np
from msgspec.structs import replace

from charting.core.document import Anchor, Drawing
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection, Tool
from charting.drawings.editing import placed
from charting.scene.series import Series

FIRST, LAST = 352.3, 431.0
"""The slots at the edges of the pictures."""


def by_group(series: Series) -> dict[str, tuple[Drawing, ...]]:
    """The tools' groups, each with a drawing of every tool in it."""
    projection = _projection(series)
    groups = groupby(TOOLS.values(), key=lambda tool: tool.group)
    return {group: tuple(_drawing(tool, number, projection) for number, tool in enumerate(tools)) for group, tools in groups}


def _drawing(tool: Tool, number: int, projection: Projection) -> Drawing:
    """A drawing that zigzags upwards from the left, further to the right and higher than the tool's before it."""
    count = 6 if tool.max_anchors > tool.anchors else tool.anchors
    scale = projection.viewport.scale
    anchors = []
    for index in range(count):
        slot = 356 + number * 5 + round(index / max(count - 1, 1) * 34)
        share = 0.12 + 0.1 * (number % 4) + 0.4 * index / max(count - 1, 1) + (0.22 if index % 2 else 0.0)
        time = datetime.fromtimestamp(int(projection.axis.stamps(slot, slot)[0]), UTC)
        anchors.append(Anchor(time, float(np.round(scale.low + share * (scale.high - scale.low)))))
    drawing = placed(tool, tuple(anchors), projection)
    return replace(drawing, id=tool.kind, name="Name" if number % 2 else "", parameters={**drawing.parameters, "text": "Text"})


def _projection(series: Series) -> Projection:
    bars = series.bars.slice(round(FIRST), len(series.bars))
    scale = PriceScale(float(bars.low.min()), float(bars.high.max()))
    return Projection(Viewport(0, 0, 420, 276, FIRST, LAST, scale, 1.0), series.axis, series.bars, series.instrument)
