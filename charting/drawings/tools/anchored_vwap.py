"""The volume-weighted average price from one bar on, with bands of standard deviations."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from msgspec.structs import replace

from charting.core.anchored_average import BLOCK, AnchoredAverage, Rows, anchored_average
from charting.core.bars import Floats
from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Polygon, Polyline, Segment
from charting.core.memo import Memo
from charting.core.text import translatable
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, kept, ratios, word
from charting.drawings.levels import steps
from charting.drawings.plane import Plane

SOURCE = ToolParameter("source", translatable("Source"), "hlc3", choices=("close", "hl2", "hlc3", "ohlc4"))
BANDS = ToolParameter("bands", translatable("Bands in standard deviations"), [1.0], low=0, high=10)


_FEW = 4
"""Slots that are asked for one by one, as an axis does in every frame."""

_AVERAGES: Memo[AnchoredAverage | None] = Memo()


def average_of(drawing: Drawing, projection: Projection) -> AnchoredAverage | None:
    """The average of a drawing, worked out once for each table of bars."""
    first, source = round(projection.slot(drawing.anchors[0])), word(drawing, SOURCE)
    bars = projection.bars
    return _AVERAGES.get(bars, (first, source), len(bars) - 1, lambda before: anchored_average(bars, first, source, before))


@kept
def _bands(drawing: Drawing, _projection: Projection) -> tuple[tuple[float, Stroke], ...]:
    """The bands by how many deviations wide they are, the widest first, each with the look of its edges."""
    return tuple((multiple, replace(stroke, width=1.0, dash="dash")) for multiple, stroke in reversed(steps(drawing, BANDS)))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The average, its bands dashed; a dotted vertical line at its bar where there is no volume to weigh with."""
    plane, found = projection.plane, average_of(drawing, projection)
    if found is None:
        x = points[0][0]
        return (Segment((x, plane.top), (x, plane.bottom), replace(drawing.stroke, dash="dot")),)
    rows = _visible(found, plane)
    mean, deviation = found.at(rows)
    parts: list[Figure] = []
    for multiple, thin in _bands(drawing, projection):
        upper, lower = (_path(rows, mean + sign * multiple * deviation, plane) for sign in (1, -1))
        parts.append(Polygon((*upper, *reversed(lower)), drawing.fill or thin.colour, drawing.opacity))
        parts += [Polyline(upper, thin), Polyline(lower, thin)]
    return *parts, Polyline(_path(rows, mean, plane), drawing.stroke)


def _visible(found: AnchoredAverage, plane: Plane) -> Rows:
    """Rows of the bars in view, one more on each side, and no more of them than two for a pixel.

    Of very many they are the last ones of blocks, up to which the sums are known.
    """
    low = max(found.first, int(np.floor(plane.slot(plane.left))))
    high = min(found.last, int(np.ceil(plane.slot(plane.right))))
    if high < low:
        return np.empty(0, np.int64)
    step = max(1, int(0.5 / plane.dx))
    if 2 * step >= BLOCK:
        step = max(step, BLOCK)
    rows = np.arange(low, high + 1, step)
    if step >= BLOCK:
        rows[1:] = np.maximum(rows[1:] // BLOCK * BLOCK - 1, low + 1)
    return rows if rows[-1] == high else np.append(rows, high)


def _path(rows: Rows, prices: Floats, plane: Plane) -> Points:
    """Points along prices, cut off at the pane's sides: here that is two sums, elsewhere a look at every point."""
    heights = plane.ys_of(prices, "linear")
    known = np.isfinite(heights)
    across, heights = plane.x0 + rows[known] * plane.dx, heights[known]
    if len(across) > 1:
        for end, inner, edge, outside in (
            (0, 1, plane.left, across[0] < plane.left < across[1]),
            (-1, -2, plane.right, across[-2] < plane.right < across[-1]),
        ):
            if outside:
                heights[end] += (edge - across[end]) / (across[inner] - across[end]) * (heights[inner] - heights[end])
                across[end] = edge
    return tuple(zip(across.tolist(), heights.tolist(), strict=True))


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The average and its bands, straight between bars."""
    found = average_of(drawing, projection)
    slots = np.asarray(slots, dtype=np.float64)
    if found is None:
        return {"": np.full(slots.shape, np.nan)}
    mean, deviation = _between(found, slots)
    lines = {"": mean}
    for multiple in sorted(set(ratios(drawing, BANDS))):
        lines[f"+{multiple:g}"] = mean + multiple * deviation
        lines[f"-{multiple:g}"] = mean - multiple * deviation
    return lines


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """The average."""
    slots = np.asarray(slots, dtype=np.float64)
    found = average_of(drawing, projection) if slots.size <= _FEW else None
    if found is None:
        return lines_at(drawing, slots, projection)[""]
    return np.array([_mean(found, slot) for slot in slots.ravel().tolist()]).reshape(slots.shape)


def _mean(found: AnchoredAverage, slot: float) -> float:
    """The average at a slot, straight between bars and NaN beside them."""
    if not found.first <= slot <= found.last:
        return math.nan
    low = math.floor(slot)
    here = found.mean(low)
    return here if slot == low else here + (slot - low) * (found.mean(low + 1) - here)


def _between(found: AnchoredAverage, slots: Floats) -> tuple[Floats, Floats]:
    """The average and its deviation at slots of any shape, straight between bars and NaN beside them."""
    inside = (slots >= found.first) & (slots <= found.last)
    low = np.floor(np.where(inside, slots, found.first)).astype(np.int64)
    part = np.where(inside, slots - low, np.nan)
    rows = np.stack((low, np.minimum(low + 1, found.last)))
    mean, deviation = (
        np.where(part == 0, one, one + part * (other - one))
        for one, other in (column.reshape(rows.shape) for column in found.at(rows.ravel()))
    )
    return mean, deviation


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """Its bar, held where the average begins."""
    x, y = points[0]
    found = average_of(drawing, projection)
    if found is not None:
        y = projection.plane.y(found.begin)
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
