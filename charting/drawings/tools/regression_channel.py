"""The regression channel: the line of least squares through the bars between two times, and its deviations."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats
from charting.core.document import Drawing, Interpolation
from charting.core.figures import Figure, Label
from charting.core.least_squares import Fit, Sums, farthest
from charting.core.memo import Memo
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, flag, number, word
from charting.drawings.geometry import Node, band, line_figures, line_prices, nodes, point_of, space
from charting.drawings.line_labels import NAMES, channel_name

SOURCES = ("open", "high", "low", "close", "hl2", "hlc3", "ohlc4")

SOURCE = ToolParameter("source", translatable("Source"), "close", choices=SOURCES)
DEVIATION = ToolParameter("deviation", translatable("Deviation"), "standard", choices=("standard", "largest"))
UPPER = ToolParameter("upper", translatable("Upper multiple"), 2.0, low=0, high=10)
LOWER = ToolParameter("lower", translatable("Lower multiple"), 2.0, low=0, high=10)
CORRELATION = ToolParameter("correlation", translatable("Show Pearson's R"), default=True)


class Fitted(Struct, frozen=True):
    """A fit, and the sums over all of its bars but the last, which may still be forming."""

    fit: Fit | None
    settled: Sums


_FITS: Memo[Fitted] = Memo()
_FARTHEST: Memo[float] = Memo()


def fit_bars(bars: Bars, first: int, last: int, source: str, interp: Interpolation, before: Fitted | None = None) -> Fitted:
    """The least squares line through the bars ``first`` to ``last``, both included; none for fewer than two prices.

    Prices that are missing are left out; on a log drawing logarithms are fitted. Where it was fitted ``before`` some bars
    were added, only these are looked at.
    """
    first, last = max(first, 0), min(last, len(bars) - 1)
    settled = (Sums(first, first) if before is None else before.settled).up_to(bars, last, source, interp)
    return Fitted(settled.up_to(bars, last + 1, source, interp).fit(), settled)


def fit_of(drawing: Drawing, projection: Projection) -> Fit | None:
    """The fit of a drawing, worked out once for as long as its bars stay as they are."""
    first, last, source, interp = _range(drawing, projection)
    bars = projection.bars
    key = (first, last, source, interp)
    return _FITS.get(bars, key, last, lambda before: fit_bars(bars, first, last, source, interp, before)).fit


def _farthest_of(drawing: Drawing, projection: Projection, fit: Fit) -> float:
    """The largest distance of a bar from the fit of a drawing."""
    first, last, source, interp = _range(drawing, projection)
    bars = projection.bars
    return _FARTHEST.get(bars, (first, last, source, interp), last, lambda _: farthest(bars, fit, first, last, source, interp))


def _range(drawing: Drawing, projection: Projection) -> tuple[int, int, str, Interpolation]:
    first, last = sorted(round(projection.slot(anchor)) for anchor in drawing.anchors[:2])
    return first, last, word(drawing, SOURCE), space(drawing)


def sides(drawing: Drawing, projection: Projection) -> Mapping[str, tuple[Node, Node]]:
    """The ends of the middle, upper and lower line; empty where there are too few bars."""
    fit = fit_of(drawing, projection) if len(drawing.anchors) > 1 else None
    if fit is None:
        return {}
    first, last = sorted(projection.slot(anchor) for anchor in drawing.anchors[:2])
    if word(drawing, DEVIATION) == "largest":
        upper = lower = _farthest_of(drawing, projection, fit)
    else:
        upper, lower = number(drawing, UPPER) * fit.deviation, number(drawing, LOWER) * fit.deviation
    rises = {"": 0.0, "upper": upper, "lower": -lower}
    start, end = Node(first, fit.intercept + fit.slope * first), Node(last, fit.intercept + fit.slope * last)
    return {name: (start.moved(value=rise), end.moved(value=rise)) for name, rise in rises.items()}


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The channel with its middle dashed; a dotted line between its points where there are too few bars to fit."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    found = sides(drawing, projection)
    if not found:
        first, last = nodes(drawing, projection)[:2]
        return line_figures(plane, interp, first, last, replace(drawing.stroke, dash="dot"))
    left, right = drawing.extend_left, drawing.extend_right
    fill = drawing.fill or drawing.stroke.colour
    parts = list(band(plane, interp, found["upper"], found["lower"], fill, drawing.opacity, left=left, right=right))
    for name, ends in found.items():
        stroke = drawing.stroke if name else replace(drawing.stroke, dash="dash")
        parts.extend(line_figures(plane, interp, *ends, stroke, left=left, right=right))
    written = channel_name(drawing, found.values(), projection)
    return *parts, *written, *_correlation(drawing, found["lower"][0], projection)


def _correlation(drawing: Drawing, at: Node, projection: Projection) -> tuple[Figure, ...]:
    fit = fit_of(drawing, projection)
    if fit is None or not flag(drawing, CORRELATION) or math.isnan(fit.correlation):
        return ()
    x, y = point_of(projection.plane, space(drawing), at)
    text = f"R {projection.wording.signed(fit.correlation, 4)}"
    return (Label((x, y + 4 * projection.plane.pixel_ratio), text, drawing.stroke.colour, "left", "top"),)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the middle line."""
    return lines_at(drawing, slots, projection).get("", np.full(np.shape(slots), np.nan))


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """Prices along the middle, upper and lower line."""
    interp, left, right = space(drawing), drawing.extend_left, drawing.extend_right
    return {name: line_prices(*ends, slots, interp, left=left, right=right) for name, ends in sides(drawing, projection).items()}


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """Both times, held at the ends of the middle line."""
    found = sides(drawing, projection)
    if not found:
        return tuple(Handle(point, index, index) for index, point in enumerate(points))
    order = sorted(range(2), key=lambda index: projection.slot(drawing.anchors[index]))
    ends = (point_of(projection.plane, space(drawing), node) for node in found[""])
    return tuple(Handle(end, index, None) for index, end in zip(order, ends, strict=True))


TOOL = Tool(
    kind="regression_channel",
    title=translatable("Regression trend"),
    group=translatable("Channels"),
    hint=translatable("Click the first and the last bar to fit"),
    icon="regression_channel",
    anchors=2,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    parameters=(SOURCE, DEVIATION, UPPER, LOWER, CORRELATION, *NAMES),
    handles=handles,
    names=True,
)
