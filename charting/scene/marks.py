"""Bars as rectangles: candles where there is room, exact columns of extremes where there is not."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.grid import Integers
from charting.core.lod import ArrayPyramid, on_columns
from charting.core.theme import Theme, mix
from charting.core.viewport import Viewport
from charting.scene.levels import Levels
from charting.scene.primitives import Path, Primitive, Rects, Uprights, boxes, uprights

CANDLE_WIDTH = 2.0
"""Device pixels a bar needs to be drawn by itself; below that, every pixel column shows its extremes."""
SOLID = 3.0
"""Mean device pixels between the extremes of pixel columns from which a line through them is filled."""


class Columns(Struct, frozen=True, eq=False):
    """What is to be drawn from left to right: one bar, or the sum of several, at each ``x`` (its middle, whole pixels).

    All arrays are (n,); ``width`` is the device pixels one of them may fill.
    """

    x: Floats
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    width: float


_SAME = 1e-3
"""Pixels by which views may differ in width that are of the same width."""


_SAME_SLOT = 1e-6
"""Slots by which the edges of bars may be off: times are kept to the microsecond."""


def slots_in_view(first_slot: float, last_slot: float, width: float, before: Viewport | None = None) -> tuple[float, float]:
    """The slots at both edges of a viewport: where bars share pixels, those between which columns keep their bars.

    Where each bar has its own pixels, the view moves by whole ones from where it was ``before`` at the same width, half a
    pixel off at most: bars then keep their places among the pixels, so that none of them trembles while the chart is panned.
    """
    if width / (last_slot - first_slot) < CANDLE_WIDTH:
        return on_columns(first_slot, last_slot, round(width))
    if before is None or before.width != width:
        return first_slot, last_slot
    slots = before.last_slot - before.first_slot
    if abs(last_slot - first_slot - slots) * width > _SAME * slots:
        return first_slot, last_slot
    first = before.first_slot + round((first_slot - before.first_slot) / slots * width) * slots / width
    return first, first + slots


def visible_rows(viewport: Viewport, count: int) -> tuple[int, int]:
    """First and last (exclusive) row whose bar reaches into the viewport."""
    return rows_between(viewport.first_slot, viewport.last_slot, count)


def rows_between(first_slot: float, last_slot: float, count: int) -> tuple[int, int]:
    """First and last (exclusive) of ``count`` rows whose bars reach between two slots; those that end or begin there do not."""
    first = max(0, math.floor(first_slot - 0.5 + _SAME_SLOT) + 1)
    last = min(count, math.ceil(last_slot + 0.5 - _SAME_SLOT))
    return first, max(first, last)


def columns(bars: Bars, levels: Levels, viewport: Viewport) -> Columns:
    """The visible bars one by one, or, where they are narrower than two pixels, one sum for each pixel column.

    A column's volume is the greatest of its bars', so that a single busy day stands out at any zoom.
    """
    width = viewport.slot_width
    if width >= CANDLE_WIDTH:
        first, last = visible_rows(viewport, len(bars))
        shown = bars.slice(first, last)
        x = np.floor(viewport.x(np.arange(first, last, dtype=np.float64)))
        return Columns(x, shown.open, shown.high, shown.low, shown.close, shown.volume, width)
    found = levels.bars(bars).columns(viewport.first_slot, viewport.last_slot, round(viewport.width))
    volumes = levels.values(bars.volume).columns(viewport.first_slot, viewport.last_slot, round(viewport.width)).high
    x = viewport.left + np.arange(len(found.high), dtype=np.float64)
    kept = _stretch(np.flatnonzero(np.isfinite(found.high)))
    return Columns(x[kept], found.first[kept], found.high[kept], found.low[kept], found.last[kept], volumes[kept], 1.0)


def _stretch(places: Integers) -> slice | Integers:
    """Rising places as a slice where none between them is left out: then nothing is copied."""
    if not len(places):
        return slice(0)
    first, last = int(places[0]), int(places[-1]) + 1
    return slice(first, last) if last - first == len(places) else places


def candles(shown: Columns, viewport: Viewport, theme: Theme, hair: int) -> tuple[Primitive, ...]:
    """Candles in batches, rising and falling; ``hair`` is the width of a wick in device pixels.

    A bar that closes where it opened counts as rising. In reduced columns there is no body, only the extremes.
    """
    rising = shown.close >= shown.open
    if shown.width < CANDLE_WIDTH:
        top, bottom = tops_and_bottoms(viewport, shown.high, shown.low)
        return uprights(shown.x, top, np.maximum(bottom, top + 1.0), (theme.down, theme.up), rising.astype(np.intp))
    half, wick_x = body_half(shown.width, hair), shown.x - hair // 2
    ends = np.rint(viewport.y(np.array([shown.high, shown.open, shown.low, shown.close])))
    (top, body_top), (bottom, body_bottom) = np.minimum(ends[:2], ends[2:]), np.maximum(ends[:2], ends[2:])
    finite = np.logical_and.reduce(np.isfinite(ends))
    wanted = None if finite.all() else finite
    wicks = boxes(wick_x, top, hair, np.maximum(bottom - top, 1.0))
    bodies = boxes(wick_x - half, body_top, 2 * half + hair, np.maximum(body_bottom - body_top, hair))
    return *_in_two(wicks, rising, theme, wanted), *_in_two(bodies, rising, theme, wanted)


def _in_two(
    rects: NDArray[np.int32],
    rising: NDArray[np.bool_],
    theme: Theme,
    wanted: NDArray[np.bool_] | None = None,
    opacity: float = 1.0,
) -> tuple[Primitive, ...]:
    """Rectangles in the colours of rising and falling bars; only those ``wanted``."""
    one, other = (rising, ~rising) if wanted is None else (rising & wanted, ~rising & wanted)
    up, down = mix(theme.up, theme.chart, opacity), mix(theme.down, theme.chart, opacity)
    return Rects(_those(rects, one), up), Rects(_those(rects, other), down)


def _those(rects: NDArray[np.int32], wanted: NDArray[np.bool_]) -> NDArray[np.int32]:
    """The rectangles that are wanted; by their places, which takes a fifth of the time."""
    return rects.take(np.flatnonzero(wanted), axis=0)


def body_half(width: float, hair: int) -> int:
    """Device pixels on either side of the wick, so that bodies are symmetric and leave a gap between neighbours."""
    return max(0, (int(width * 0.8) - hair) // 2) if width >= 4 else (1 if width >= 3.5 else 0)


def volume(shown: Columns, viewport: Viewport, theme: Theme) -> tuple[Primitive, ...]:
    """Volume as columns standing on the viewport's lower edge; rows without volume show nothing."""
    top = np.minimum(np.rint(viewport.y(shown.volume)), viewport.bottom - 1.0)
    known = (shown.volume > 0) & (shown.volume < np.inf)
    rising = shown.close >= shown.open
    if shown.width < CANDLE_WIDTH:
        colours = mix(theme.down, theme.chart, 0.38), mix(theme.up, theme.chart, 0.38)
        bottom = np.full(len(top), viewport.bottom)
        return uprights(shown.x, np.where(known, top, bottom), bottom, colours, rising.astype(np.intp))
    half = body_half(shown.width, 1)
    return _in_two(boxes(shown.x - half, top, 2 * half + 1, viewport.bottom - top), rising, theme, known, opacity=0.38)


def line(values: Floats, pyramid: ArrayPyramid, viewport: Viewport, *, extremes: bool = True) -> Floats:
    """The points (n, 2) of a line through one value a bar.

    Below two pixels a bar it passes through both extremes of every pixel column, or, without ``extremes``, through its
    last value only (the edge of an area). Columns without a bar are passed over, values that are NaN leave a gap. It
    begins and ends at the outer edges of the columns, so that an area beneath it fills them.
    """
    if viewport.slot_width >= CANDLE_WIDTH:
        return through_bars(values, viewport)
    found = pyramid.columns(viewport.first_slot, viewport.last_slot, round(viewport.width))
    filled = found.filled
    x = viewport.left + filled + 0.5
    if not extremes:
        points = np.column_stack([x, viewport.y(found.last.take(filled))])
    else:
        points = np.empty((2 * len(x), 2))
        points[0::2, 0] = points[1::2, 0] = x
        points[0::2, 1], points[1::2, 1] = viewport.y(found.low.take(filled)), viewport.y(found.high.take(filled))
    points[:1, 0] -= 0.5
    points[-1:, 0] += 0.5
    return points


def through_bars(values: Floats, viewport: Viewport, stretch: int = 1) -> Floats:
    """The points (n, 2) of a line through one value a bar, each in the middle of its bar.

    It begins at a multiple of ``stretch``, see :func:`in_stretches`.
    """
    first, last = visible_rows(viewport, len(values))
    first = max(0, first - 1) // stretch * stretch
    shown = values[first : last + 1]
    points = np.empty((len(shown), 2))
    points[:, 0] = _middles(viewport.left, viewport.first_slot, viewport.slot_width, first, first + len(shown))
    points[:, 1] = viewport.y(shown)
    return points


def in_stretches(points: Floats, stretch: int) -> Floats:
    """The points (n, 2) of a line, broken and begun anew after every so many bars.

    Dashes begin where a line does. One that began at the edge of the view would have its dashes crawl while it is panned.
    """
    joints = np.arange(stretch, len(points), stretch)
    both = np.repeat(points[joints], 2, axis=0)
    both[1::2, 1] = np.nan
    return np.insert(points, np.repeat(joints, 2), both, axis=0)


@lru_cache(maxsize=4)
def _middles(left: float, first_slot: float, slot_width: float, first: int, last: int) -> Floats:
    """Where the middles of the bars ``first`` to ``last`` lie across: the same for all lines of a chart."""
    return left + (np.arange(first, last, dtype=np.float64) - first_slot) * slot_width + 0.5


def alone(values: Floats, viewport: Viewport) -> Floats:
    """Points (3 n, 2) of level strokes, rows of NaN after each, at values in view that no line reaches: none is beside them."""
    if viewport.slot_width < CANDLE_WIDTH:
        return np.empty((0, 2))
    first, last = visible_rows(viewport, len(values))
    begin = max(0, first - 1)
    known = np.concatenate(([False], np.isfinite(values[begin : last + 1]), [False]))
    rows = np.flatnonzero(known[1:-1] & ~known[:-2] & ~known[2:]) + begin
    points = np.full((3 * len(rows), 2), np.nan)
    middle, half = viewport.x(rows.astype(np.float64)) + 0.5, viewport.slot_width * 0.4
    points[0::3, 0], points[1::3, 0] = middle - half, middle + half
    points[0::3, 1] = points[1::3, 1] = viewport.y(values[rows])
    return points


def stroked(values: Floats, pyramid: ArrayPyramid, viewport: Viewport, colour: str, width: float) -> tuple[Primitive, ...]:
    """A line through one value a bar, ``width`` device pixels wide, with the extremes of every pixel column.

    Where several bars share a pixel, a line goes up and down between the extremes, and its width is in these: a thin
    line through three thousand points takes a hundredth of the time of a thick one. Where the extremes lie far apart,
    the line would fill the columns, so they are filled.
    """
    if viewport.slot_width >= CANDLE_WIDTH:
        return (Path(line(values, pyramid, viewport), colour, width, gentle=True),)
    found = pyramid.columns(viewport.first_slot, viewport.last_slot, round(viewport.width))
    filled = found.filled
    ends = viewport.y(found.extremes[:, _stretch(filled)])
    bottom, top = ends[::-1] if viewport.scale.inverted else ends
    bottom += (width - 1) / 2
    top -= (width - 1) / 2
    heights = bottom - top
    total = float(np.add.reduce(heights))
    known = None if math.isfinite(total) else np.isfinite(heights)
    if (total if known is None else heights[known].sum()) > SOLID * len(top):
        return _joined(viewport.left + filled.astype(np.float64), ends, top, bottom, known, colour)
    points = np.empty((2 * len(filled), 2))
    points[0::2, 0] = points[1::2, 0] = viewport.left + filled + 0.5
    points[0::2, 1], points[1::2, 1] = top, bottom
    return (Path(points, colour),)


def _joined(
    x: Floats, ends: Floats, top: Floats, bottom: Floats, known: NDArray[np.bool_] | None, colour: str
) -> tuple[Primitive, ...]:
    """Columns (n,) between tops and bottoms, each reaching half-way to its neighbours' and the next x; only those ``known``.

    ``ends`` are (2, n), of which ``top`` and ``bottom`` are the rows, and is used up.
    """
    between = np.minimum(bottom[:-1], bottom[1:])
    between += np.maximum(top[:-1], top[1:])
    between *= 0.5
    up, down = (np.minimum, np.maximum) if known is None else (np.fmin, np.fmax)  # which pass over NaN, and take longer
    for one, reach in ((top, up), (bottom, down)):
        reach(one[1:], between, out=one[1:])
        reach(one[:-1], between, out=one[:-1])
    np.rint(ends, out=ends)
    np.maximum(bottom, top + 1.0, out=bottom)
    if known is None and x[-1] - x[0] == len(x) - 1:  # no column is left out
        return uprights(x, top, bottom, (colour,))
    rects = boxes(x, top, np.append(np.minimum(x[1:] - x[:-1], 2.0), 1.0), bottom - top)
    return (Rects(rects if known is None else _those(rects, known), colour),)


def histogram(values: Floats, pyramid: ArrayPyramid, viewport: Viewport, theme: Theme, hair: int) -> tuple[Primitive, ...]:
    """Columns from the zero line, rising colour above and falling colour below; both ends kept where columns merge."""
    zero = foot(viewport)
    if viewport.slot_width < CANDLE_WIDTH:
        found = pyramid.columns(viewport.first_slot, viewport.last_slot, round(viewport.width))
        return _both_ways(found.extremes, zero, viewport, (mix(theme.up, theme.chart, 0.55), mix(theme.down, theme.chart, 0.55)))
    first, last = visible_rows(viewport, len(values))
    shown = values[first:last]
    half = max(0, body_half(viewport.slot_width, hair) - hair)
    left = np.floor(viewport.x(np.arange(first, last, dtype=np.float64))) - hair // 2 - half
    y = np.rint(viewport.y(shown))
    rects = boxes(left, np.minimum(y, zero), 2 * half + hair, np.maximum(abs(y - zero), 1.0))
    known = np.isfinite(y) & (shown != 0)
    return _in_two(rects, shown > 0, theme, known, opacity=0.55)


def foot(viewport: Viewport) -> float:
    """Where columns stand: the whole pixel of zero, or of the edge next to it where zero is out of view."""
    zero = viewport.y(0.0)
    return float(round(min(max(zero, viewport.top), viewport.bottom) if math.isfinite(zero) else viewport.bottom))


def _both_ways(extremes: Floats, zero: float, viewport: Viewport, colours: tuple[str, str]) -> tuple[Primitive, ...]:
    """Columns from the zero line to extremes (2, w), at least a pixel long; the first colour is that of values above zero."""
    low, high = extremes
    ends = np.rint(viewport.y(extremes))
    less, more = low < 0, high > 0
    if viewport.scale.inverted:
        top = np.where(less, np.minimum(ends[0], zero - 1), zero)
        bottom = np.where(more, np.maximum(ends[1], zero + 1), zero)
        colours = colours[::-1]
    else:
        top = np.where(more, np.minimum(ends[1], zero - 1), zero)
        bottom = np.where(less, np.maximum(ends[0], zero + 1), zero)
    return (Uprights(int(viewport.left), top, bottom, colours, split=int(zero)),)


def tops_and_bottoms(viewport: Viewport, first: Floats, second: Floats) -> tuple[Floats, Floats]:
    """The upper and the lower of two prices' heights, (n,) each in whole pixels: an inverted scale swaps them."""
    a, b = np.rint(viewport.y(first)), np.rint(viewport.y(second))
    return np.minimum(a, b), np.maximum(a, b)
