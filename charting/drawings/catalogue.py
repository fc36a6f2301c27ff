"""The list of drawing tools, in the order of the menus, and the price of any line at any time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Ellipse, Figure, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool
from charting.drawings.naming import named
from charting.drawings.tools import (
    anchored_vwap,
    brush,
    callout,
    cross_line,
    dated_note,
    disjoint_channel,
    elliott,
    ellipse,
    fib_arcs,
    fib_channel,
    fib_extension,
    fib_fan,
    fib_retracement,
    fib_time_zones,
    flag_mark,
    flat_channel,
    gann_box,
    gann_fan,
    harmonic,
    head_and_shoulders,
    horizontal_line,
    horizontal_ray,
    icon_mark,
    parallel_channel,
    pitchfork,
    polyline,
    position,
    price_label,
    ranges,
    rectangle,
    regression_channel,
    text_note,
    trend_line,
    triangle,
    vertical_line,
    volume_profile,
)

_LIST: tuple[Tool, ...] = (
    trend_line.TOOL,
    trend_line.RAY,
    trend_line.EXTENDED_LINE,
    trend_line.INFO_LINE,
    trend_line.ARROW_LINE,
    horizontal_line.TOOL,
    horizontal_ray.TOOL,
    vertical_line.TOOL,
    cross_line.TOOL,
    parallel_channel.TOOL,
    flat_channel.TOOL,
    disjoint_channel.TOOL,
    regression_channel.TOOL,
    pitchfork.TOOL,
    pitchfork.SCHIFF,
    pitchfork.MODIFIED_SCHIFF,
    pitchfork.INSIDE,
    fib_retracement.TOOL,
    fib_extension.TOOL,
    fib_channel.TOOL,
    fib_time_zones.TOOL,
    fib_fan.TOOL,
    fib_arcs.TOOL,
    gann_fan.TOOL,
    gann_box.TOOL,
    rectangle.TOOL,
    ellipse.TOOL,
    triangle.TOOL,
    polyline.TOOL,
    polyline.PATH,
    brush.TOOL,
    brush.HIGHLIGHTER,
    harmonic.ABCD,
    harmonic.XABCD,
    head_and_shoulders.TOOL,
    elliott.IMPULSE,
    elliott.CORRECTION,
    ranges.PRICE,
    ranges.DATE,
    ranges.BOTH,
    position.LONG,
    position.SHORT,
    anchored_vwap.TOOL,
    volume_profile.TOOL,
    text_note.TOOL,
    callout.TOOL,
    price_label.TOOL,
    flag_mark.TOOL,
    icon_mark.TOOL,
    dated_note.TOOL,
)

TOOLS: Mapping[str, Tool] = MappingProxyType({tool.kind: named(tool) for tool in _LIST})
"""Every tool a user can choose, by kind, in the order of the menus; tools of one group stand together."""


def _joined(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    if len(points) > 1:
        return (Polyline(points, drawing.stroke),)
    radius = 3 * projection.plane.pixel_ratio
    return (Ellipse(points[0], radius, radius, drawing.stroke),)


UNKNOWN = Tool(
    kind="",
    title=translatable("Drawing of a newer version"),
    group="",
    hint="",
    icon="unknown",
    anchors=1,
    max_anchors=1_000_000,
    figures=_joined,
)
"""Stands for what this version cannot show: its points are joined, and it is kept as it is."""


def tool_of(kind: str) -> Tool:
    """The declaration behind a drawing's kind; :data:`UNKNOWN` where there is none, never an error."""
    return TOOLS.get(kind, UNKNOWN)


def tool_for(drawing: Drawing) -> Tool:
    """The tool that shows a finished drawing: :data:`UNKNOWN` too where a file gives it too few anchors for its kind."""
    tool = tool_of(drawing.kind)
    return tool if len(drawing.anchors) >= tool.anchors else UNKNOWN


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """The price of a drawing's line at slots: the one answer that axis labels, alerts and analysis share.

    Parameters
    ----------
    drawing
        Any drawing.
    slots
        (n,) slots of the projection's axis, fractional or beyond its bars too.
    projection
        Its axis turns anchors into slots; its viewport plays no part.

    Returns
    -------
    Floats
        (n,) prices, NaN beside the line and for tools that have no price over time.
    """
    tool = tool_for(drawing)
    if tool.price_at is None:
        return np.full(np.shape(slots), np.nan)
    return tool.price_at(drawing, slots, projection)


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The prices of every line of a drawing, by the line's name; the main line's name is empty where there is but one."""
    tool = tool_for(drawing)
    if tool.lines_at is not None:
        return tool.lines_at(drawing, slots, projection)
    return {"": price_at(drawing, slots, projection)} if tool.price_at is not None else {}
