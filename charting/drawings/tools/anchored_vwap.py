"""The volume-weighted average price from one bar on, with bands of standard deviations."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats
from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Polygon, Polyline, Segment
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, ratios, word
from charting.drawings.levels import steps
from charting.drawings.memo import Memo
from charting.drawings.plane import Plane

SOURCE = ToolParameter("source", translatable("Source"), "hlc3", choices=("close", "hl2", "hlc3", "ohlc4"))
BANDS = ToolParameter("bands", translatable("Bands in standard deviations"), [1.0], low=0, high=10)


class Average(Struct, frozen=True):
    """Columns over the bars from ``first`` to the last: the average and the standard deviation round it, each (n,)."""

    first: int
    mean: Floats
    deviation: Floats


_AVERAGES: Memo[Average | None] = Memo()


def average(bars: Bars, first: int, source: str) -> Average | None:
    """``sum(price * volume) / sum(volume)`` from a bar on; None where nothing was traded or nobody knows.

    The deviation is the volume-weighted one, ``sqrt(sum(price ** 2 * volume) / sum(volume) - mean ** 2)``. Bars without
    a price or a volume leave both as they are.
    """
    first = max(0, first)
    price, volume = bars.source(source)[first:], bars.volume[first:]
    known = np.isfinite(price) & np.isfinite(volume)
    weight = np.where(known, volume, 0.0)
    total = np.cumsum(weight)
    if not len(total) or total[-1] <= 0:
        return None
    # About the first price, so that squares of large prices do not cancel.
    origin = float(price[known][0])
    away = np.where(known, price - origin, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.cumsum(away * weight) / total
        spread = np.cumsum(away * away * weight) / total - mean * mean
    return Average(first, mean + origin, np.sqrt(np.maximum(spread, 0.0)))


def average_of(drawing: Drawing, projection: Projection) -> Average | None:
    """The average of a drawing, worked out once for each table of bars."""
    first, source = round(projection.slot(drawing.anchors[0])), word(drawing, SOURCE)
    bars = projection.bars
    return _AVERAGES.get(bars, (first, source), lambda: average(bars, first, source))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The average, its bands dashed; a dotted vertical line at its bar where there is no volume to weigh with."""
    plane, found = projection.plane, average_of(drawing, projection)
    if found is None:
        x = points[0][0]
        return (Segment((x, plane.top), (x, plane.bottom), replace(drawing.stroke, dash="dot")),)
    rows = _visible(found, plane)
    mean, deviation = found.mean[rows - found.first], found.deviation[rows - found.first]
    parts: list[Figure] = []
    for multiple, stroke in reversed(steps(drawing, BANDS)):
        thin = replace(stroke, width=1.0, dash="dash")
        upper, lower = (_path(rows, mean + sign * multiple * deviation, plane) for sign in (1, -1))
        parts.append(Polygon((*upper, *reversed(lower)), drawing.fill or stroke.colour, drawing.opacity))
        parts += [Polyline(upper, thin), Polyline(lower, thin)]
    return *parts, Polyline(_path(rows, mean, plane), drawing.stroke)


def _visible(found: Average, plane: Plane) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Rows of the bars in view, one more on each side, and no more of them than two for a pixel."""
    low = max(found.first, int(np.floor(plane.slot(plane.left))))
    high = min(found.first + len(found.mean) - 1, int(np.ceil(plane.slot(plane.right))))
    if high < low:
        return np.empty(0, np.int64)
    step = max(1, int(0.5 / plane.dx))
    rows = np.arange(low, high + 1, step)
    return rows if rows[-1] == high else np.append(rows, high)


def _path(rows: np.ndarray[tuple[int], np.dtype[np.int64]], prices: Floats, plane: Plane) -> Points:
    heights = plane.ys_of(prices, "linear")
    known = np.isfinite(heights)
    across = plane.x0 + rows[known] * plane.dx
    return tuple(zip(across.tolist(), heights[known].tolist(), strict=True))


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The average and its bands, straight between bars."""
    found = average_of(drawing, projection)
    slots = np.asarray(slots, dtype=np.float64)
    if found is None:
        return {"": np.full(slots.shape, np.nan)}
    mean, deviation = (_between(column, slots - found.first) for column in (found.mean, found.deviation))
    lines = {"": mean}
    for multiple in sorted(set(ratios(drawing, BANDS))):
        lines[f"+{multiple:g}"] = mean + multiple * deviation
        lines[f"-{multiple:g}"] = mean - multiple * deviation
    return lines


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """The average."""
    return lines_at(drawing, slots, projection)[""]


def _between(column: Floats, places: Floats) -> Floats:
    """A column (n,) at fractional rows (m,), NaN beside it; looks at no more rows than asked for: there may be millions."""
    last = len(column) - 1
    inside = (places >= 0) & (places <= last)
    low = np.floor(np.where(inside, places, 0.0)).astype(np.intp)
    part = np.where(inside, places - low, np.nan)
    step = column[np.minimum(low + 1, last)] - column[low]
    return np.where(part == 0, column[low], column[low] + part * step)


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """Its bar, held where the average begins."""
    x, y = points[0]
    found = average_of(drawing, projection)
    if found is not None:
        known = found.mean[np.isfinite(found.mean)]
        y = projection.plane.y(float(known[0])) if len(known) else y
    return (Handle((x, y), 0, None),)


TOOL = Tool(
    kind="anchored_vwap",
    title=translatable("Anchored VWAP"),
    group=translatable("Measures"),
    hint=translatable("Click the bar to begin at"),
    icon="anchored_vwap",
    anchors=1,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    parameters=(SOURCE, BANDS),
    handles=handles,
    reach=lambda _drawing: (0.0, math.inf),
    defaults=lambda drawing: replace(drawing, stroke=Stroke("cyan", 1.5), opacity=0.05),
)
