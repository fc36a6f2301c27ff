"""The price that an axis tells of a drawing: where its line is now, for every tool that has one price for a time."""

from __future__ import annotations

import math

import numpy as np
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.text import translatable
from charting.drawings.declaration import Projection, Tool, ToolParameter, flag

ON_AXIS = ToolParameter("axis_price", translatable("Price label on the axis"), default=False)
_FLAT = replace(ON_AXIS, default=True)


def priced(tool: Tool) -> Tool:
    """The tool with a setting for whether its price stands on the axis: what hangs on one point has it there by itself."""
    if tool.price_at is None:
        return tool
    return replace(tool, parameters=(*tool.parameters, _FLAT if tool.anchors == 1 else ON_AXIS))


def told_on_axis(drawing: Drawing, tool: Tool) -> bool:
    """Whether the axis is to tell the price of a drawing, where its line has one."""
    flat = tool.anchors == 1
    if tool.price_at is None or (not flat and ON_AXIS.name not in drawing.parameters):
        return False  # as for most
    return flag(drawing, _FLAT if flat else ON_AXIS)


def axis_price(drawing: Drawing, tool: Tool, projection: Projection) -> float:
    """The price to tell of a drawing; NaN where none is wanted, or its line has none.

    Of what hangs on one point that at the right edge, or at the last bar for lines that end there, such as an average. Of a
    sloping line that at the newest bar, wherever the view is.
    """
    if tool.price_at is None or not told_on_axis(drawing, tool):
        return math.nan
    edge, newest = projection.window.last_slot, len(projection.table) - 1.0
    slots = np.array([edge, min(edge, newest)] if tool.anchors == 1 else [newest])
    prices: list[float] = tool.price_at(drawing, slots, projection).tolist()
    return next((price for price in prices if math.isfinite(price)), math.nan)
