"""What the panes of a chart show, on which scales, and on which side each scale is written."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct, field

from charting.core.bars import Floats
from charting.core.document import AxisSide, Chart, Pane, Scale, ScaleKind
from charting.core.scales import PriceScale, auto_scale, in_whole_steps, price_ticks, tick_decimals
from charting.core.viewport import Viewport
from charting.indicators.own.heikin_ashi import Averaged
from charting.scene import axes, marks, plots
from charting.scene.axes import PriceAxis
from charting.scene.comparing import Comparison, compared_pane, comparisons, first_price
from charting.scene.layout import ChartLayout
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.plots import Lookup, Plotted
from charting.scene.primitives import Rect
from charting.scene.profiles import profiled
from charting.scene.series import Series

_COUNTS = 0.01
"""The share of a scale's top from which on prices have their step told: over decades, no axis tells that of the first ones."""
_MANY = 4096
"""Rows that share pixels on any screen."""


class View(Struct, frozen=True):
    """What is in view: the slots at both edges, and the size of the chart in device pixels.

    ``counting`` leaves room below the last price for the time that is left of its bar.
    """

    first_slot: float
    last_slot: float
    size: tuple[int, int]
    counting: bool = False


class PaneScene(Struct, frozen=True, eq=False):
    """One pane as it is painted: its viewport answers where a price lies, and ``plotted`` feeds the legend.

    ``axes`` has the pane's own scale first, then that of an indicator, if one of them has its own; ``own`` are the
    viewports of all indicators that have, by id. ``holds_bars`` is true of one pane of a chart, the price pane.
    """

    pane: Pane
    rect: Rect
    viewport: Viewport
    plotted: tuple[Plotted, ...]
    decimals: int
    axes: tuple[PriceAxis, ...]
    holds_bars: bool
    own: Mapping[str, Viewport] = field(default_factory=dict)

    def viewport_of(self, shown: Plotted) -> Viewport:
        """The pane on the scale that an indicator is read on."""
        return self.own.get(shown.indicator.id, self.viewport)


class Written(Struct, frozen=True, eq=False):
    """A scale with its ticks and labels, before it has its place."""

    scale: PriceScale
    ticks: Floats
    labels: tuple[str, ...]
    decimals: int | None
    chosen: ScaleKind
    indicator: str = ""
    unit: str = ""


class Draft(Struct, frozen=True, eq=False):
    """A pane before it has its place: what it shows, its own scale and those of indicators that have one, by their ids.

    ``beside`` is the one of these that is written.
    """

    pane: Pane
    plotted: tuple[Plotted, ...]
    main: Written
    decimals: int
    beside: Written | None = None
    own: Mapping[str, PriceScale] = field(default_factory=dict)
    compared: tuple[Comparison, ...] = ()


def draft(
    chart: Chart,
    index: int,
    series: Series,
    lookup: Lookup,
    view: View,
    height: int,
    levels: Levels,
    look: Look,
    before: PaneScene | None = None,
) -> Draft:
    """Decide what a pane of a height shows, and its scales.

    ``before`` is the same pane of the same chart, of the same instrument, in the scene before: what did not change is taken over.
    """
    rows = rows_in_view(series, view)
    pane, holds_bars = chart.panes[index], index == chart.price_index
    shown = _plotted(chart, pane, series, lookup, rows, levels, before)
    if before is not None and any(one.kind is not known.kind for one, known in zip(shown, before.plotted, strict=True)):
        before = None
    measured = [one for one in shown if not stands_at_foot(one, holds_bars)]
    bounds = list(zip(measured, plots.extremes(measured, levels, *rows), strict=True))
    apart = {one.indicator.id: settings for one in measured if (settings := own_scale(one, holds_bars)) is not None}
    ranges = [found for one, found in bounds if one.indicator.id not in apart]
    base = (
        first_price(series.bars.close, *rows)
        if pane.scale.kind in ("percent", "indexed") or (holds_bars and series.others)
        else 1.0
    )
    compared = comparisons(series, levels, *rows, base) if holds_bars else ()
    if holds_bars:
        ranges.append(_extremes(series, levels, *rows))
        if chart.style == "heikin-ashi":  # whose bodies reach beyond the bars in view after a leap out of view
            ranges.append(_averaged_extremes(series, levels, *rows))
        ranges += [one.bounds(levels, *rows) for one in compared]
    if compared:
        pane = compared_pane(pane)
    together = [one for one in measured if one.indicator.id not in apart]
    main, decimals = _main(pane, series if holds_bars else None, together, ranges, base, height, look, before)
    own = {
        one.indicator.id: _own(one, apart[one.indicator.id], found, height, look)
        for one, found in bounds
        if one.indicator.id in apart and one.indicator.visible
    }
    first = next((one for one in measured if one.indicator.id in own), None)
    beside = None if first is None else _beside(first, apart[first.indicator.id], own[first.indicator.id], height, look, before)
    return Draft(pane, shown, main, decimals, beside, own, compared)


def _plotted(
    chart: Chart,
    pane: Pane,
    series: Series,
    lookup: Lookup,
    rows: tuple[int, int],
    levels: Levels,
    before: PaneScene | None,
) -> tuple[Plotted, ...]:
    """The indicators of a pane."""
    known = before.plotted if before is not None else ()
    others = known[0].others if known else {one.id: one for pane in chart.panes for one in pane.indicators}
    shown = plots.plotted(pane, lookup, others, series.bars.interval, known)
    return plots.beside_each_other([profiled(one, series.bars, rows, levels) for one in shown])


def _main(
    pane: Pane,
    series: Series | None,
    together: Sequence[Plotted],
    ranges: Sequence[tuple[float, float]],
    base: float,
    height: int,
    look: Look,
    before: PaneScene | None,
) -> tuple[Written, int]:
    """The pane's own scale as it is written, for a series if it holds the bars, and the decimals of its values."""
    low = min([low for low, _ in ranges if math.isfinite(low)], default=math.nan)
    high = max([high for _, high in ranges if math.isfinite(high)], default=math.nan)
    quantities = series is None and all_quantities(together)
    scale = fitted_scale(pane.scale, low, high, height, look, base, standing=quantities)
    chosen = scale.kind if quantities else pane.scale.kind
    unit = series.instrument.currency if series is not None and scale.kind in ("linear", "log") else ""
    # The finest step among the prices in view: Hong Kong's shares have smaller ones below half a dollar.
    least = min([one for one, _ in ranges if one > scale.high * _COUNTS], default=scale.high)
    finest = 0 if series is None else series.instrument.decimals(least)
    if before is not None and _is_written(before.axes[0], scale, height) and (series is None or finest == before.decimals):
        return _written(scale, before.axes[0], chosen, unit=unit), before.decimals
    tick = 0.0 if series is None else series.instrument.tick_size(scale.high)
    ticks = price_ticks(scale, max(height, 1), look.px(axes.PRICE_GAP), tick)
    decimals = finest
    if series is None:
        decimals = max(tick_decimals(ticks), 2, _telling(scale), *[one.kind.decimals or 0 for one in together])
    short = quantities or (series is None and in_short_form(ticks))
    return _write(scale, ticks, None if short else decimals, look, chosen, unit=unit), decimals


def own_scale(shown: Plotted, over_bars: bool) -> Scale | None:
    """The scale that an indicator has beside its pane's, if any; what is no price has one wherever it lies over the bars."""
    chosen = shown.indicator.scale
    return Scale() if chosen is None and over_bars and shown.kind.pane == "own" else chosen


def _extremes(series: Series, levels: Levels, first: int, last: int) -> tuple[float, float]:
    """Lowest and highest price of rows ``first`` to ``last``; prices that are infinite are passed over."""
    found = levels.bars(series.bars).range_extremes(first, last)
    if all(map(math.isfinite, found)) or math.isnan(found[0]):
        return found
    low, high = (values[first:last][np.isfinite(values[first:last])] for values in (series.bars.low, series.bars.high))
    return float(low.min(initial=math.inf)), float(high.max(initial=-math.inf))


def _averaged_extremes(series: Series, levels: Levels, first: int, last: int) -> tuple[float, float]:
    """Lowest and highest price of averaged bars; a pyramid is built of them only where the picture needs one too."""
    bars = levels.derived(series.bars, Averaged) or series.bars
    if last - first > _MANY:
        return levels.bars(bars).range_extremes(first, last)
    low, high = bars.low[first:last], bars.high[first:last]
    return float(np.fmin.reduce(low, initial=math.inf)), float(np.fmax.reduce(high, initial=-math.inf))


def stands_at_foot(shown: Plotted, over_bars: bool) -> bool:
    """Whether an indicator stands at the foot of the bars, on no scale that is written: the volume, by default."""
    return shown.kind.pane == "base" and over_bars and shown.indicator.scale is None


def all_quantities(shown: Sequence[Plotted]) -> bool:
    """Whether nothing but volumes are shown, which are columns and written in short form."""
    return bool(shown) and all(one.kind.pane == "base" for one in shown)


def fitted_scale(
    settings: Scale, low: float, high: float, height: int, look: Look, base: float = 1.0, *, standing: bool = False
) -> PriceScale:
    """A scale: as locked by hand, else fitted to what is visible with room for the legend above.

    ``base`` is the price that percent and indexed scales count from, NaN when there is none. The scale is linear where what
    it is to show has no place on one of its kind: zero and less on a log scale, and prices while none of them can be counted
    from. Columns ``standing`` on zero get no room below it, and always stand upright on a linear scale.
    """
    kind: ScaleKind
    kind, inverted = ("linear", False) if standing else (settings.kind, settings.inverted)
    bottom, top = settings.low, settings.high
    if not base > 0:
        base = 1.0
        if kind in ("percent", "indexed") and math.isfinite(low):
            kind = "linear"
    if kind not in ("percent", "indexed"):
        base = 1.0  # nothing counts from it: scales with other prices at the left edge are the same
    if bottom is not None and top is not None and bottom < top:
        return PriceScale(bottom, top, "linear" if kind == "log" and bottom <= 0 else kind, inverted, base)
    margin = min(0.08, look.px(24) / max(1, height)) + 0.02
    if standing and math.isfinite(high) and high > 0:
        return PriceScale(0.0, high * (1 + margin), "linear", False, base)
    return auto_scale(low, high, kind, inverted, margin=margin, base=base)


def _own(shown: Plotted, settings: Scale, found: tuple[float, float], height: int, look: Look) -> PriceScale:
    """The scale of an indicator that has its own: it is read by its line, which should not move as a whole with every trade.

    An oscillator stands on all that it can reach: a high RSI then is high among the bars, whatever else is in view.
    """
    quantities = shown.kind.pane == "base"
    if settings.kind == "linear" and not quantities:
        found = _reach(shown.kind.bounds, *found) or in_whole_steps(*found)
    return fitted_scale(settings, *found, height, look, standing=quantities)


def _reach(bounds: tuple[float, float] | None, low: float, high: float) -> tuple[float, float] | None:
    """All that values from ``low`` to ``high`` can reach, and those that are beyond that; None where it is not known.

    One's own indicator may declare anything, and sums of floats go beyond by some last digits.
    """
    if bounds is None or not all(map(math.isfinite, (*bounds, low, high))):
        return None
    lowest, highest = min(bounds), max(bounds)
    slack = 1e-6 * (highest - lowest)
    return (low if low < lowest - slack else lowest), (high if high > highest + slack else highest)


def _beside(shown: Plotted, settings: Scale, scale: PriceScale, height: int, look: Look, before: PaneScene | None) -> Written:
    """The scale of an indicator that has its own, as it is written beside the pane."""
    quantities, name = shown.kind.pane == "base", shown.indicator.id
    chosen = scale.kind if quantities else settings.kind
    for axis in () if before is None else before.axes:
        if axis.indicator == name and _is_written(axis, scale, height):
            return _written(scale, axis, chosen, indicator=name)
    ticks = price_ticks(scale, max(height, 1), look.px(axes.PRICE_GAP))
    decimals = shown.kind.decimals if shown.kind.decimals is not None else max(tick_decimals(ticks), 2, _telling(scale))
    short = quantities or in_short_form(ticks)
    return _write(scale, ticks, None if short else decimals, look, chosen, indicator=name)


def in_short_form(ticks: Floats) -> bool:
    """Whether the values of an axis are written as 61.60B: from millions on, where its ticks still differ in that form."""
    largest = float(np.abs(ticks).max()) if len(ticks) > 1 else 0.0
    if largest < 1e6:
        return False
    unit = 1000.0 ** min(int(math.log10(largest) / 3), 4)
    return float(np.diff(ticks).min()) >= unit / 100


def _write(
    scale: PriceScale, ticks: Floats, decimals: int | None, look: Look, chosen: ScaleKind, *, indicator: str = "", unit: str = ""
) -> Written:
    labels = tuple([axes.reading_text(scale, price, decimals, look) for price in ticks.tolist()])
    return Written(scale, ticks, labels, decimals, chosen, indicator, unit)


def _telling(scale: PriceScale) -> int:
    """Decimals that tell a hundredth of a scale, a thousandth of a small one; at most twelve.

    A scale may have a single tick or none, and most values of an oscillator are far smaller than its extremes, as those of a
    histogram beside its lines'. Of large ones two decimals say that much anyway.
    """
    whole = scale.high - scale.low
    part = whole / (100 if whole >= 0.5 else 1000)
    return math.ceil(-math.log10(max(part, 1e-12))) if 0 < whole < math.inf else 0


def _is_written(axis: PriceAxis, scale: PriceScale, height: int) -> bool:
    """Whether a scale has the ticks of an axis, on a pane of a height."""
    return axis.viewport.scale == scale and axis.viewport.height == max(height, 1.0)


def _written(scale: PriceScale, axis: PriceAxis, chosen: ScaleKind, *, indicator: str = "", unit: str = "") -> Written:
    """A scale with the ticks and labels of an axis."""
    return Written(scale, axis.ticks, axis.labels, axis.decimals, chosen, indicator, unit)


def rows_in_view(series: Series, view: View) -> tuple[int, int]:
    """The first row in view and the one after the last."""
    return marks.rows_between(view.first_slot, view.last_slot, len(series.bars))


def axis_widths(side: AxisSide, drafts: Sequence[Draft], look: Look) -> tuple[int, int]:
    """Device pixels for the axes at the left and at the right, 0 where there is none.

    Each is wide enough for its labels and for the changes of compared series, in steps of eight so that it does not tremble
    while prices change.
    """
    sides: tuple[list[str], list[str]] = ([], [])
    beside = any(one.beside is not None for one in drafts)
    for one in drafts:
        for place in _sides(side, beside=one.beside is not None):
            sides[place].extend(one.main.labels)
            sides[place].extend(other.tag(one.main.scale, look.formats) for other in one.compared)
        if one.beside is not None:
            sides[_other(side)].extend(one.beside.labels)
    shown = (side != "right" or beside, side != "left" or beside)
    widths = [_width(labels, look) if there else 0 for labels, there in zip(sides, shown, strict=True)]
    return widths[0], widths[1]


def _sides(side: AxisSide, *, beside: bool) -> tuple[int, ...]:
    """Where a pane's own scale is written, 0 at the left and 1 at the right; an indicator's takes one side of both."""
    if side == "both" and not beside:
        return (0, 1)
    return (0,) if side == "left" else (1,)


def _other(side: AxisSide) -> int:
    return 1 if side == "left" else 0


def _width(labels: Sequence[str], look: Look) -> int:
    widest = max((look.metrics.width(label, True) for label in labels), default=0.0)
    step = look.px(8)
    return max(look.px(64), math.ceil((widest + look.px(16)) / step) * step)


def place(
    chart: Chart, made: Draft, layout: ChartLayout, index: int, view: View, look: Look, before: Viewport | None = None
) -> PaneScene:
    """A pane at its place, with its scales beside it; moved by whole pixels from where it was ``before``."""
    left, top, width, height = rect = layout.panes[index]
    first, last = marks.slots_in_view(view.first_slot, view.last_slot, width, before)

    def on(scale: PriceScale) -> Viewport:
        return Viewport(left, top, width, max(height, 1.0), first, last, scale, look.pixel_ratio)

    def axis(written: Written, sides: Sequence[int]) -> PriceAxis:
        rects = tuple((layout.left, layout.right)[side][index] for side in sides)
        return PriceAxis(
            rects,
            on(written.scale),
            written.ticks,
            written.labels,
            written.decimals,
            written.indicator,
            written.unit,
            written.chosen,
        )

    found = [axis(made.main, _sides(chart.price_axis, beside=made.beside is not None))]
    if made.beside is not None:
        found.append(axis(made.beside, (_other(chart.price_axis),)))
    own = {indicator: on(scale) for indicator, scale in made.own.items()}
    over_bars = index == chart.price_index
    return PaneScene(made.pane, rect, found[0].viewport, made.plotted, made.decimals, tuple(found), over_bars, own)
