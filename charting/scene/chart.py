"""Builds the whole picture of a chart: panes, bars, indicators, drawings and axes, from values alone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Chart, Drawing, Pane
from charting.core.scales import PriceScale, auto_scale, price_ticks, tick_decimals
from charting.core.theme import mix
from charting.core.timeticks import TimeTick, time_ticks
from charting.core.viewport import Viewport
from charting.drawings.declaration import Projection
from charting.drawings.sheet import Sheet, remembered
from charting.drawings.sheet import lay_out as lay_out_drawings
from charting.drawings.visibility import on_layers
from charting.scene import axes, comparing, marks, plots, plotting
from charting.scene.comparing import Comparison, compared_pane, comparison_line, comparisons
from charting.scene.extremes import extremes, texts_of
from charting.scene.layout import COLLAPSED, ChartLayout, heights_of, lay_out
from charting.scene.legend import legend, plot_line, series_line, title_line
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.plots import Lookup, Plotted
from charting.scene.primitives import Group, Primitive, Rect, Rects, Run
from charting.scene.series import Series
from charting.scene.sessions import Joints, joints, separators
from charting.scene.shapes import primitives_of
from charting.scene.styles import STYLES, Shown, style_of

BASE_SHARE = 0.2
"""Share of the price pane's height that the volume stands in."""


@dataclass(frozen=True, slots=True, eq=False)
class PaneScene:
    """One pane as it is painted: its viewport answers where a price lies, and ``plotted`` feeds the legend."""

    pane: Pane
    rect: Rect
    axis: Rect
    viewport: Viewport
    plotted: tuple[Plotted, ...]
    decimals: int


@dataclass(frozen=True, slots=True, eq=False)
class ChartScene:
    """A chart in pixels; ``sheet`` holds the drawings' shapes, lowest first, for hit testing."""

    chart: Chart
    series: Series
    layout: ChartLayout
    panes: tuple[PaneScene, ...]
    primitives: tuple[Primitive, ...]
    sheet: Sheet
    compared: tuple[Comparison, ...] = ()

    @property
    def projection(self) -> Projection:
        """The price pane as drawings see it."""
        return self.sheet.projection


@dataclass(frozen=True, slots=True)
class View:
    """What is in view: the slots at both edges, and the size of the chart in device pixels."""

    first_slot: float
    last_slot: float
    size: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class _Draft:
    """A pane before it has its place: what it shows and on which scale."""

    pane: Pane
    plotted: tuple[Plotted, ...]
    scale: PriceScale
    prices: Floats
    labels: tuple[str, ...]
    decimals: int
    compared: tuple[Comparison, ...] = ()


def build_chart(
    chart: Chart,
    drawings: Sequence[Drawing],
    series: Series,
    lookup: Lookup,
    view: View,
    levels: Levels,
    look: Look,
    previous: Sheet | None = None,
) -> ChartScene:
    """Everything of a chart but what follows the cursor; see :func:`legend_of` for the legend.

    Parameters
    ----------
    drawings
        The instrument's, lowest first; hidden ones are left out here.
    lookup
        Gives the values of an indicator or why there are none, or None while they are being computed.
    previous
        The drawings as laid out last: what did not change is taken over.
    """
    heights = heights_of(chart, view.size[1], look)
    drafts = [_draft(chart, index, series, lookup, view, height, levels, look) for index, height in enumerate(heights)]
    layout = lay_out(chart, view.size, _axis_width(drafts, look), look)
    ticks = time_ticks(series.axis, view.first_slot, view.last_slot, layout.time[2], look.px(axes.TIME_GAP))
    panes = tuple(_place(draft, layout, index, view, look) for index, draft in enumerate(drafts))
    known = remembered(previous, series.axis)
    space = Projection(panes[0].viewport, series.axis, series.bars, series.instrument, look.wording, known)
    sheet = lay_out_drawings(() if chart.drawings_hidden else on_layers(drawings, chart.hidden_layers), space, previous)
    marked = joints(series, panes[0].viewport, look)
    primitives: list[Primitive] = [_background(layout, look)]
    for index, (draft, pane) in enumerate(zip(drafts, panes, strict=True)):
        if pane.rect[3] <= look.px(COLLAPSED) and len(panes) > 1:
            continue
        primitives.append(Group(pane.rect, _content(chart, index, draft, pane, series, ticks, marked, sheet, levels, look)))
        tags = axes.price_tags(pane.viewport, pane.axis, _tags(index, pane, series, sheet, draft.compared, look), look)
        free = axes.clear_of(tags, pane.viewport, draft.prices, look)
        primitives += axes.price_labels(pane.viewport, pane.axis, draft.prices, draft.labels, free, look)
        primitives.append(Group(pane.axis, tags))
    primitives += axes.time_labels(panes[0].viewport, layout.time, ticks, look)
    return ChartScene(chart, series, layout, panes, tuple(primitives), sheet, drafts[0].compared)


def legend_of(scene: ChartScene, row: int, look: Look) -> tuple[Run, ...]:
    """The legend of every pane with the values of the bar at ``row``; the last bar's when it is out of range."""
    count = len(scene.series.bars)
    if not count:
        return legend(scene.panes[0].rect, [title_line(scene.series, look)], look)
    row = row if 0 <= row < count else count - 1
    found: list[Run] = []
    for index, pane in enumerate(scene.panes):
        if not pane.rect[3]:
            continue
        lines = [plot_line(shown, row, pane.decimals, look) for shown in pane.plotted]
        if index == 0:
            compared = [comparison_line(one, row, look) for one in scene.compared]
            lines = [title_line(scene.series, look), series_line(scene.series, row, look), *compared, *lines]
        found += legend(pane.rect, lines, look)
    return tuple(found)


def _draft(
    chart: Chart, index: int, series: Series, lookup: Lookup, view: View, height: int, levels: Levels, look: Look
) -> _Draft:
    first, last = _rows(series, view)
    pane = chart.panes[index]
    shown = plots.plotted(pane, lookup, {one.id: one for other in chart.panes for one in other.indicators})
    bounds = [plots.extremes(one, levels, first, last) for one in shown if one.kind.pane != "base"]
    base = _base(series, first)
    compared = comparisons(series, levels, first, last, base) if index == 0 else ()
    if index == 0:
        bounds.append(levels.bars(series.bars).range_extremes(first, last))
        bounds += [one.bounds(levels, first, last) for one in compared]
    if compared:
        pane = compared_pane(pane)
    low = min((low for low, _ in bounds if math.isfinite(low)), default=math.nan)
    high = max((high for _, high in bounds if math.isfinite(high)), default=math.nan)
    scale = pane_scale(pane, low, high, height, look, base)
    tick = series.instrument.tick_size(scale.high) if index == 0 else 0.0
    prices = price_ticks(scale, max(height, 1), look.px(axes.PRICE_GAP), tick)
    decimals = series.instrument.decimals(scale.high) if index == 0 else tick_decimals(prices)
    if index > 0:
        decimals = max(decimals, 2)
    labels = tuple(axes.reading_text(scale, price, decimals, look) for price in prices.tolist())
    return _Draft(pane, shown, scale, prices, labels, decimals, compared)


def pane_scale(pane: Pane, low: float, high: float, height: int, look: Look, base: float = 1.0) -> PriceScale:
    """The scale of a pane: as locked by hand, else fitted to what is visible with room for the legend above.

    ``base`` is the price that percent and indexed scales count from. A log scale locked to prices of zero or less, which
    a linear one may have been, is fitted instead.
    """
    settings = pane.scale
    bottom, top, kind = settings.low, settings.high, settings.kind
    if bottom is not None and top is not None and bottom < top and (kind != "log" or bottom > 0):
        return PriceScale(bottom, top, kind, settings.inverted, base)
    margin = min(0.08, look.px(24) / max(1, height)) + 0.02
    return auto_scale(low, high, kind, settings.inverted, margin=margin, base=base)


def _base(series: Series, first: int) -> float:
    """The first close in view that can be divided by; 1 when there is none."""
    closes = series.bars.close[first : first + 100]
    usable = closes[np.isfinite(closes) & (closes > 0)]
    return float(usable[0]) if len(usable) else 1.0


def _rows(series: Series, view: View) -> tuple[int, int]:
    first = max(0, math.ceil(view.first_slot - 0.5))
    return first, max(first, min(len(series.bars), math.floor(view.last_slot + 0.5) + 1))


def _axis_width(drafts: Sequence[_Draft], look: Look) -> int:
    """Wide enough for every label, in steps of eight so that it does not tremble while prices change."""
    widest = max((look.metrics.width(label, True) for draft in drafts for label in draft.labels), default=0.0)
    step = look.px(8)
    return max(look.px(64), math.ceil((widest + look.px(16)) / step) * step)


def _place(draft: _Draft, layout: ChartLayout, index: int, view: View, look: Look) -> PaneScene:
    rect = layout.panes[index]
    left, top, width, height = rect
    first, last = marks.slots_in_view(view.first_slot, view.last_slot, width)
    viewport = Viewport(left, top, width, max(height, 1.0), first, last, draft.scale, look.pixel_ratio)
    return PaneScene(draft.pane, rect, layout.axes[index], viewport, draft.plotted, draft.decimals)


def _background(layout: ChartLayout, look: Look) -> Group:
    width, height = layout.size
    gap = look.px(1)
    lines = [[0.0, border, float(width), float(gap)] for border in layout.borders]
    lines.append([0.0, layout.time[1] - gap, float(width), float(gap)])
    lines.append([layout.axes[0][0] - gap, 0.0, float(gap), float(height)])
    return Group(
        (0, 0, width, height),
        (
            Rects(np.array([[0.0, 0.0, width, height]]), look.theme.chart),
            Rects(np.array(lines, dtype=np.float64), look.theme.border),
        ),
    )


def _content(
    chart: Chart,
    index: int,
    draft: _Draft,
    pane: PaneScene,
    series: Series,
    ticks: Sequence[TimeTick],
    marked: Joints,
    sheet: Sheet,
    levels: Levels,
    look: Look,
) -> tuple[Primitive, ...]:
    """What stands inside a pane, lowest first: grid, volume, bars, indicators, drawings."""
    viewport = pane.viewport
    found: list[Primitive] = [part for one in pane.plotted for part in _level_fill(one, viewport, look)]
    found += axes.grid(viewport, draft.prices, ticks, look)
    found += separators(marked, viewport, look)
    overlaid = [one for one in pane.plotted if one.kind.pane != "base"]
    for one in overlaid:
        found += plotting.under(one, series.bars, viewport, levels, look)
    if index == 0 and len(series.bars):
        shown = marks.columns(series.bars, levels, viewport)
        if any(one.kind.pane == "base" and one.indicator.visible for one in pane.plotted):
            found += marks.volume(shown, base_viewport(viewport, shown.volume), look.theme)
        found += STYLES[style_of(chart, series)](Shown(series.bars, shown, viewport, levels, look, series.made))
        found += comparing.lines(draft.compared, viewport, levels, look)
        found += extremes(shown, viewport, pane.decimals, texts_of(sheet), look)
    for one in overlaid:
        found += _levels(one, viewport, look)
        found += plotting.over(one, series.bars, viewport, levels, look)
    if index == 0:
        found += primitives_of((figure for item in sheet.items for figure in item.figures), look)
    return tuple(found)


def base_viewport(viewport: Viewport, volume: Floats) -> Viewport:
    """The lower fifth of a pane with a scale from zero to the greatest visible volume."""
    known = volume[np.isfinite(volume)]
    highest = float(known.max()) if len(known) else 1.0
    height = math.floor(viewport.height * BASE_SHARE)
    return Viewport(
        viewport.left,
        viewport.bottom - height,
        viewport.width,
        height,
        viewport.first_slot,
        viewport.last_slot,
        PriceScale(0.0, highest if highest > 0 else 1.0),
        viewport.pixel_ratio,
    )


def _level_fill(shown: Plotted, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """The band between an indicator's levels, beneath everything."""
    band = shown.level_fill
    if band is None or not shown.indicator.visible:
        return ()
    top, bottom = sorted(round(viewport.y(level)) for level in band)
    colour = mix(look.theme.accent, look.theme.chart, 0.07)
    return (Rects(np.array([[viewport.left, top, viewport.width, bottom - top]], dtype=np.float64), colour),)


def _levels(shown: Plotted, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    if not shown.levels or not shown.indicator.visible:
        return ()
    rows = np.round(viewport.y(np.array(shown.levels, dtype=np.float64)))
    lines = np.column_stack(
        [np.full_like(rows, viewport.left), rows, np.full_like(rows, viewport.width), np.full_like(rows, look.px(1))]
    )
    return (Rects(lines, look.theme.separator),)


def _tags(
    index: int,
    pane: PaneScene,
    series: Series,
    sheet: Sheet,
    compared: Sequence[Comparison],
    look: Look,
) -> tuple[axes.AxisTag, ...]:
    """Last price first (it keeps its place), then the last values of indicators, then horizontal drawings."""
    tags: list[axes.AxisTag] = []
    theme, bars = look.theme, series.bars

    def text(price: float) -> str:
        return axes.reading_text(pane.viewport.scale, price, pane.decimals, look)

    if index == 0 and len(bars):
        last = series.last
        shade = theme.up if last >= float(bars.open[-1]) else theme.down
        tags.append(axes.AxisTag(last, text(last), shade, bold=True))
    for other in compared:
        value = other.value(len(bars) - 1) * other.factor
        if math.isfinite(value):
            tags.append(axes.AxisTag(value, text(value), theme.colour(other.other.compared.colour)))
    for one in pane.plotted:
        if one.kind.pane == "base" or one.values is None:
            continue
        for plot in one.kind.plots:
            values = one.values.get(plot.name)
            if plot.style != "line" or values is None or not len(values) or not math.isfinite(values[-1]):
                continue
            value = float(values[-1])
            tags.append(axes.AxisTag(value, text(value), one.colour(plot, theme)))
    if index == 0:
        tags += [axes.AxisTag(price, text(price), colour) for price, colour in _line_prices(sheet)]
    return tuple(tags)


def _line_prices(sheet: Sheet) -> Iterator[tuple[float, str]]:
    """Price and colour of the drawings that have one price for a time and hang on one point, at the right edge."""
    edge = np.array([sheet.projection.viewport.last_slot])
    for item in sheet.items:
        if item.tool.anchors == 1 and item.tool.price_at is not None:
            price = float(item.tool.price_at(item.drawing, edge, sheet.projection)[0])
            if math.isfinite(price):
                yield price, item.drawing.stroke.colour
