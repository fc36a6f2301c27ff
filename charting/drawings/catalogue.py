"""The list of drawing tools, in the order of the menus, and the price of any line at any time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from charting.core.bars import Floats
from charting.core.declared import Declared
from charting.core.document import Drawing
from charting.core.figures import Ellipse, Figure, Polyline
from charting.core.text import translatable
from charting.drawings.axis_price import priced
from charting.drawings.declaration import Points, Projection, Tool
from charting.drawings.naming import named

TOOLS: Declared[Tool] = Declared(
    "charting.drawings.tools",
    {
        "trend_line": "trend_line.TOOL",
        "ray": "trend_line.RAY",
        "extended_line": "trend_line.EXTENDED_LINE",
        "info_line": "trend_line.INFO_LINE",
        "arrow": "trend_line.ARROW_LINE",
        "horizontal_line": "horizontal_line.TOOL",
        "horizontal_ray": "horizontal_ray.TOOL",
        "vertical_line": "vertical_line.TOOL",
        "cross_line": "cross_line.TOOL",
        "parallel_channel": "parallel_channel.TOOL",
        "flat_channel": "flat_channel.TOOL",
        "disjoint_channel": "disjoint_channel.TOOL",
        "regression_channel": "regression_channel.TOOL",
        "pitchfork": "pitchfork.TOOL",
        "schiff_pitchfork": "pitchfork.SCHIFF",
        "modified_schiff_pitchfork": "pitchfork.MODIFIED_SCHIFF",
        "inside_pitchfork": "pitchfork.INSIDE",
        "fib_retracement": "fib_retracement.TOOL",
        "fib_extension": "fib_extension.TOOL",
        "fib_channel": "fib_channel.TOOL",
        "fib_time_zones": "fib_time_zones.TOOL",
        "fib_fan": "fib_fan.TOOL",
        "fib_arcs": "fib_arcs.TOOL",
        "gann_fan": "gann_fan.TOOL",
        "gann_box": "gann_box.TOOL",
        "rectangle": "rectangle.TOOL",
        "ellipse": "ellipse.TOOL",
        "triangle": "triangle.TOOL",
        "polyline": "polyline.TOOL",
        "path": "polyline.PATH",
        "brush": "brush.TOOL",
        "highlighter": "brush.HIGHLIGHTER",
        "abcd": "harmonic.ABCD",
        "xabcd": "harmonic.XABCD",
        "head_and_shoulders": "head_and_shoulders.TOOL",
        "elliott_impulse": "elliott.IMPULSE",
        "elliott_correction": "elliott.CORRECTION",
        "price_range": "ranges.PRICE",
        "date_range": "ranges.DATE",
        "date_price_range": "ranges.BOTH",
        "long_position": "position.LONG",
        "short_position": "position.SHORT",
        "anchored_vwap": "anchored_vwap.TOOL",
        "volume_profile": "volume_profile.TOOL",
        "text": "text_note.TOOL",
        "callout": "callout.TOOL",
        "price_label": "price_label.TOOL",
        "flag": "flag_mark.TOOL",
        "icon": "icon_mark.TOOL",
        "dated_note": "dated_note.TOOL",
    },
    lambda tool: tool.kind,
    finish=lambda tool: priced(named(tool)),
)
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
