"""The ways bars can be drawn: a function each, by the name the document keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.document import BarStyle, Chart, PriceMadeStyle
from charting.core.lod import column_edges
from charting.core.theme import mix
from charting.core.transforms import PriceMade
from charting.core.viewport import Viewport
from charting.indicators.own.heikin_ashi import Averaged
from charting.scene import marks, pricemade
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.marks import CANDLE_WIDTH, Columns
from charting.scene.primitives import Area, Group, Path, Primitive, Rect, Rects, uprights
from charting.scene.series import Series

_LOOKED_BACK = 256
"""Bars before the view among which the last close is looked for."""


OF_CLOSES = frozenset({"line", "step", "area", "baseline", "columns"})
"""Styles that are drawn by the closes."""


class Shown(Struct, frozen=True, eq=False):
    """The bars in view, reduced to what the screen can show, and how they are to look."""

    bars: Bars
    columns: Columns
    viewport: Viewport
    levels: Levels
    look: Look
    made: PriceMade | None = None


def waits(style: BarStyle, bars: Bars, levels: Levels) -> bool:
    """Whether what a style needs of many bars has not been prepared yet."""
    if style == "heikin-ashi":
        return not levels.has_derived(bars, Averaged)
    return style in OF_CLOSES and not levels.has_column(bars.close)


def style_of(chart: Chart, series: Series, levels: Levels) -> BarStyle:
    """How the bars of a chart are drawn now: as candles while what the style needs is not there yet."""
    if series.made is not None:
        return series.made.style
    late = chart.style in get_args(PriceMadeStyle) or waits(chart.style, series.bars, levels)
    return "candles" if late else chart.style


def _candles(shown: Shown) -> tuple[Primitive, ...]:
    return marks.candles(shown.columns, shown.viewport, shown.look.theme, shown.look.px(1))


def _hollow(shown: Shown) -> tuple[Primitive, ...]:
    """Candles whose rising bodies are outlines."""
    found = _candles(shown)
    hair, columns, viewport = shown.look.px(1), shown.columns, shown.viewport
    half = marks.body_half(columns.width, hair)
    if columns.width < CANDLE_WIDTH or half < hair:
        return found
    top, bottom = marks.tops_and_bottoms(viewport, columns.open, columns.close)
    inner = np.column_stack(
        [columns.x - hair // 2 - half + hair, top + hair, np.full_like(top, 2 * half - hair), bottom - top - 2 * hair]
    )
    open_ = (columns.close >= columns.open) & np.isfinite(inner).all(axis=1) & (bottom - top > 2 * hair)
    return (*found, Rects(inner[open_], shown.look.theme.chart))


def _ohlc(shown: Shown) -> tuple[Primitive, ...]:
    """An upright from low to high with a tick to the left at the open and one to the right at the close."""
    columns, viewport, theme, hair = shown.columns, shown.viewport, shown.look.theme, shown.look.px(1)
    if columns.width < CANDLE_WIDTH:
        return _candles(shown)
    top, bottom = marks.tops_and_bottoms(viewport, columns.high, columns.low)
    left = columns.x - hair // 2
    arm = np.full_like(top, max(1, marks.body_half(columns.width, hair)))
    thick = np.full_like(top, hair)
    upright = np.column_stack([left, top, thick, np.maximum(bottom - top, 1.0)])
    opens = np.column_stack([left - arm, np.round(viewport.y(columns.open)), arm, thick])
    closes = np.column_stack([left + hair, np.round(viewport.y(columns.close)), arm, thick])
    parts = (upright, opens, closes)
    finite = np.logical_and.reduce([np.isfinite(part).all(axis=1) for part in parts])
    rising = columns.close >= columns.open
    return tuple(
        Rects(np.concatenate([part[mask & finite] for part in parts]), colour)
        for mask, colour in ((rising, theme.up), (~rising, theme.down))
    )


def _high_low(shown: Shown) -> tuple[Primitive, ...]:
    """A bar as wide as a candle from low to high."""
    columns, hair, colour = shown.columns, shown.look.px(1), shown.look.theme.accent
    top, bottom = marks.tops_and_bottoms(shown.viewport, columns.high, columns.low)
    if columns.width < CANDLE_WIDTH:
        return uprights(columns.x, top, np.maximum(bottom, top + 1.0), (colour,))
    half = marks.body_half(columns.width, hair)
    rects = np.column_stack(
        [columns.x - hair // 2 - half, top, np.full_like(top, 2 * half + hair), np.maximum(bottom - top, 1.0)]
    )
    return (Rects(rects[np.isfinite(rects).all(axis=1)], colour),)


def _columns(shown: Shown) -> tuple[Primitive, ...]:
    """A column from the pane's foot to each close, coloured by its change from the one before."""
    columns, viewport, theme, hair = shown.columns, shown.viewport, shown.look.theme, shown.look.px(1)
    dense, x, tallest, last = columns.width < CANDLE_WIDTH, columns.x, columns.close, columns.close
    closes, (begin, _) = shown.bars.close, marks.visible_rows(viewport, len(shown.bars))
    if dense:
        # Of several closes in a pixel the one that stands out counts; the change is that of the last ones.
        view = viewport.first_slot, viewport.last_slot, round(viewport.width)
        found, begin = shown.levels.values(closes).columns(*view), int(column_edges(*view, len(closes))[0])
        x = viewport.left + np.arange(found.width, dtype=np.float64)
        tallest, last = found.low if viewport.scale.inverted else found.high, found.last
    top = np.round(viewport.y(tallest))
    bottom = np.maximum(viewport.bottom, top + 1.0)
    rising = _risen(last, closes[max(0, begin - _LOOKED_BACK) : begin])
    colours = mix(theme.down, theme.chart, 0.75), mix(theme.up, theme.chart, 0.75)
    if dense:
        there = np.flatnonzero(np.isfinite(top))
        return uprights(x.take(there), top.take(there), bottom.take(there), colours, rising.take(there).astype(np.intp))
    half = marks.body_half(columns.width, hair)
    rects = np.column_stack([x - hair // 2 - half, top, np.full_like(top, 2 * half + hair), bottom - top])
    finite = np.isfinite(rects).all(axis=1)
    return tuple(Rects(rects[mask & finite], colour) for mask, colour in zip((~rising, rising), colours, strict=True))


def _risen(values: Floats, earlier: Floats) -> NDArray[np.bool_]:
    """Whether each value is no less than the last one known before it, (n,); the first of all counts as risen."""
    before = earlier[np.isfinite(earlier)][-1:]
    known = np.flatnonzero(np.isfinite(values))
    values_known = np.concatenate((before if len(before) else values[known[:1]], values[known]))
    risen = np.ones(len(values), dtype=np.bool_)
    risen[known] = values_known[1:] >= values_known[:-1]
    return risen


def _closes(shown: Shown) -> Floats:
    return marks.line(shown.bars.close, shown.levels.values(shown.bars.close), shown.viewport)


def _line(shown: Shown) -> tuple[Primitive, ...]:
    return _stroked(shown, shown.look.theme.accent)


def _stroked(shown: Shown, colour: str) -> tuple[Primitive, ...]:
    """A line through the closes; one that has none beside it is a stroke as wide as its bar."""
    closes, viewport, width = shown.bars.close, shown.viewport, max(1.0, 1.5 * shown.look.pixel_ratio)
    found = marks.stroked(closes, shown.levels.values(closes), viewport, colour, width)
    strokes = marks.alone(closes, viewport)
    return (*found, Path(strokes, colour, width)) if len(strokes) else found


def _step(shown: Shown) -> tuple[Primitive, ...]:
    """A line that keeps each close's height for the whole of its bar."""
    viewport = shown.viewport
    if viewport.slot_width < CANDLE_WIDTH:
        return _line(shown)
    points = _closes(shown)
    corners = np.repeat(points, 2, axis=0)
    corners[0::2, 0] -= viewport.slot_width / 2
    corners[1::2, 0] += viewport.slot_width / 2
    return (Path(np.round(corners), shown.look.theme.accent, float(shown.look.px(1.5)), smooth=False),)


def _filled(points: Floats, foot: float, colour: str) -> tuple[Primitive, ...]:
    """The area between a line and a height, a piece for every stretch without holes."""
    broken = ~np.isfinite(points[:, 1])
    edges = np.flatnonzero(np.diff(np.concatenate([[True], broken, [True]]).astype(np.int8)))
    areas = []
    for start, stop in zip(edges[0::2], edges[1::2], strict=True):
        run = points[start:stop]
        ends = np.array([[run[-1, 0], foot], [run[0, 0], foot]])
        areas.append(Area(np.concatenate([run, ends]), colour))
    return tuple(areas)


def _area_below(shown: Shown) -> tuple[Primitive, ...]:
    theme = shown.look.theme
    return _filled(_closes(shown), shown.viewport.bottom, mix(theme.accent, theme.chart, 0.14))


def _areas_about_the_base(shown: Shown) -> tuple[Primitive, ...]:
    points, (middle, halves) = _closes(shown), _halves(shown)
    return tuple(Group(clip, _filled(points, middle, mix(colour, shown.look.theme.chart, 0.14))) for colour, clip in halves)


def _baseline(shown: Shown) -> tuple[Primitive, ...]:
    """A line above and below the middle of the scale: rising colour for higher prices, falling colour for lower."""
    viewport, (middle, halves) = shown.viewport, _halves(shown)
    base = np.array([[viewport.left, middle, viewport.width, shown.look.px(1)]], dtype=np.float64)
    lines = (Group(clip, _stroked(shown, colour)) for colour, clip in halves)
    return Rects(base, shown.look.theme.separator), *lines  # the line would vanish under the base where prices stay there


def _halves(shown: Shown) -> tuple[int, tuple[tuple[str, Rect], ...]]:
    """The middle of the pane, and the colours of the halves above and below it with their places."""
    viewport, theme = shown.viewport, shown.look.theme
    middle = round(viewport.top + viewport.height / 2)
    upper, lower = (theme.down, theme.up) if viewport.scale.inverted else (theme.up, theme.down)
    edges = (upper, viewport.top, middle), (lower, middle, viewport.bottom)
    return middle, tuple((colour, (viewport.left, top, viewport.width, bottom - top)) for colour, top, bottom in edges)


def _heikin_ashi(shown: Shown) -> tuple[Primitive, ...]:
    """Candles of averaged bars; legend, drawings and indicators keep to the real ones."""
    bars = shown.levels.derived(shown.bars, Averaged) or shown.bars
    columns = marks.columns(bars, shown.levels, shown.viewport)
    return marks.candles(columns, shown.viewport, shown.look.theme, shown.look.px(1))


def _bodies(shown: Shown) -> tuple[Primitive, ...]:
    return pricemade.bodies(shown.columns, shown.viewport, shown.look)


def _kagi(shown: Shown) -> tuple[Primitive, ...]:
    return pricemade.kagi(shown.bars, shown.columns, shown.viewport, shown.look)


def _point_and_figure(shown: Shown) -> tuple[Primitive, ...]:
    return pricemade.point_and_figure(shown.columns, 0.0 if shown.made is None else shown.made.box, shown.viewport, shown.look)


STYLES: Mapping[BarStyle, Callable[[Shown], tuple[Primitive, ...]]] = {
    "candles": _candles,
    "hollow": _hollow,
    "ohlc": _ohlc,
    "line": _line,
    "step": _step,
    "area": _line,
    "baseline": _baseline,
    "high-low": _high_low,
    "columns": _columns,
    "heikin-ashi": _heikin_ashi,
    "renko": _bodies,
    "kagi": _kagi,
    "point-and-figure": _point_and_figure,
    "line-break": _bodies,
}
"""Every way of drawing bars."""

AREAS: Mapping[BarStyle, Callable[[Shown], tuple[Primitive, ...]]] = {
    "area": _area_below,
    "baseline": _areas_about_the_base,
}
"""The areas of those ways that have any. They lie beneath everything, as opaque as they are, and hide neither grid nor volume."""
