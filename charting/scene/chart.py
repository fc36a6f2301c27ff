"""Builds the whole picture of a chart: panes, bars, indicators, drawings and axes, from values alone."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.document import Chart, Drawing
from charting.core.scales import PriceScale
from charting.core.theme import mix
from charting.core.viewport import Viewport
from charting.drawings.declaration import Projection
from charting.drawings.sheet import Sheet, remembered
from charting.drawings.sheet import lay_out as lay_out_drawings
from charting.indicators.columns import Column
from charting.scene import axes, comparing, marks, panes, plotting
from charting.scene.actions import ActionMark, action_marks, mark_primitives
from charting.scene.axes import AxisTags
from charting.scene.backdrop import Backdrop, Behind, backdrop
from charting.scene.comparing import Comparison
from charting.scene.extremes import extremes
from charting.scene.layout import ChartLayout, heights_of, lay_out, shows_only_its_legend
from charting.scene.legend_room import LegendRoom, room_of_legend
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.marks import Columns
from charting.scene.nothing import nothing
from charting.scene.panes import Draft, PaneScene, View, stands_at_foot
from charting.scene.plots import Lookup, Plotted
from charting.scene.primitives import FAR, Group, Layer, Moved, Primitive, Rects, Tag
from charting.scene.series import Series
from charting.scene.shapes import layer_of, primitives_of
from charting.scene.styles import AREAS, STYLES, Shown, style_of
from charting.scene.tags import tags_of

BASE_SHARE = 0.2
"""Share of the price pane's height that the volume stands in."""


class ChartScene(Struct, frozen=True, eq=False, weakref=True):
    """A chart in pixels; ``sheet`` holds the drawings' shapes, lowest first, for hit testing.

    ``tagged`` are the tags on the price axes, ``marks`` the boxes of dividends and splits, ``layer`` the drawings' shapes
    as they are painted, ``legend_room`` what the legend of the price pane takes.
    """

    chart: Chart
    series: Series
    layout: ChartLayout
    panes: tuple[PaneScene, ...]
    primitives: tuple[Primitive, ...]
    sheet: Sheet
    backdrop: Backdrop
    legend_room: LegendRoom
    compared: tuple[Comparison, ...] = ()
    tagged: tuple[AxisTags, ...] = ()
    marks: tuple[ActionMark, ...] = ()
    layer: Layer | None = None

    @property
    def price_pane(self) -> PaneScene:
        """The pane that holds the bars."""
        return self.panes[self.chart.price_index]

    @property
    def feet(self) -> tuple[Tag, ...]:
        """The boxes below the last price that wait for the time left to the bar's close."""
        return tuple(one.foot for one in self.tagged if one.foot is not None)

    @property
    def projection(self) -> Projection:
        """The price pane as drawings see it."""
        return self.sheet.projection

    @property
    def sources(self) -> list[Bars | Column]:
        """The tables and columns that it was made of."""
        found: list[Bars | Column] = [self.series.bars]
        found += [other.series.bars for other in self.series.others if other.series is not None]
        for pane in self.panes:
            for shown in pane.plotted:
                found += (shown.values or {}).values()
        return found


@np.errstate(invalid="ignore")  # infinite prices make numbers that are none, and what is made of these is left out
def build_chart(
    chart: Chart,
    drawings: Sequence[Drawing],
    series: Series,
    lookup: Lookup,
    view: View,
    levels: Levels,
    look: Look,
    previous: ChartScene | None = None,
) -> ChartScene:
    """Everything of a chart but what follows the cursor; see :mod:`charting.scene.legend_layout` for the legend.

    Parameters
    ----------
    drawings
        The instrument's, lowest first; hidden ones are left out here.
    lookup
        Gives the values of an indicator or why there are none, or None while they are being computed.
    previous
        The scene before, of the same look: what did not change is taken over.
    """
    drafts = _drafts(chart, series, lookup, view, levels, look, previous)
    layout = _layout(chart, view, drafts, look, previous)
    before = None if previous is None else previous.price_pane.viewport
    placed = tuple(panes.place(chart, draft, layout, index, view, look, before) for index, draft in enumerate(drafts))
    price = placed[chart.price_index]
    ground = backdrop(series, view, layout, placed, price, look, None if previous is None else previous.backdrop)
    sheet = _sheet(chart, drawings, series, price.viewport, look, None if previous is None else previous.sheet)
    layer = layer_of(sheet, None if previous is None else previous.layer, look)
    compared = drafts[chart.price_index].compared
    room = room_of_legend(price, series, chart.style, compared, look, None if previous is None else previous.legend_room)
    primitives: list[Primitive] = [ground.around]
    tagged: list[AxisTags] = []
    known = iter(() if previous is None else previous.tagged)
    for draft, pane, behind in zip(drafts, placed, ground.behind, strict=True):
        if shows_only_its_legend(pane.rect, len(placed), look.pixel_ratio):
            primitives.append(behind.bare)
            continue
        primitives.append(Group(pane.rect, _content(chart, draft, pane, series, behind, sheet, layer, room, levels, look)))
        for axis in pane.axes:
            values = tags_of(pane, axis, series, sheet, draft.compared, look, counting=view.counting)
            for rect in axis.rects:
                tagged.append(axes.price_axis(axis, rect, values, look, next(known, None)))
                primitives += tagged[-1].written
    primitives += ground.labels
    shown = () if chart.actions_hidden else action_marks(series, price.viewport, look)
    if shown:
        primitives.append(Group(price.rect, mark_primitives(shown, look)))
    found = tuple(primitives)
    return ChartScene(chart, series, layout, placed, found, sheet, ground, room, compared, tuple(tagged), shown, layer)


def _drafts(
    chart: Chart, series: Series, lookup: Lookup, view: View, levels: Levels, look: Look, previous: ChartScene | None
) -> list[Draft]:
    """What the panes show, which take over what they can from a scene of the same chart, instrument and interval."""
    known: Sequence[PaneScene | None] = (None,) * len(chart.panes)
    if previous is not None and previous.chart is chart:
        before = previous.series
        if before.instrument == series.instrument and before.bars.interval == series.bars.interval:
            known = previous.panes
    if previous is not None and previous.chart is chart and previous.layout.size == view.size:
        heights: Sequence[int] = [int(rect[3]) for rect in previous.layout.panes]
    else:
        heights = heights_of(chart, view.size[1], look)
    return [
        panes.draft(chart, index, series, lookup, view, height, levels, look, known[index])
        for index, height in enumerate(heights)
    ]


def _layout(chart: Chart, view: View, drafts: Sequence[Draft], look: Look, previous: ChartScene | None) -> ChartLayout:
    """Where everything stands: as in a scene of the same chart and size whose axes have the very same labels."""
    if previous is not None and previous.chart is chart and previous.layout.size == view.size:
        written = [axis.labels for pane in previous.panes for axis in pane.axes]
        writes = [one.labels for draft in drafts for one in (draft.main, draft.beside) if one is not None]
        compares = any(draft.compared for draft in drafts)  # whose changes are written too, and no labels
        if len(written) == len(writes) and all(map(operator.is_, written, writes)) and not compares:
            return previous.layout
    return lay_out(chart, view.size, panes.axis_widths(chart.price_axis, drafts, look), look)


def _sheet(
    chart: Chart, drawings: Sequence[Drawing], series: Series, viewport: Viewport, look: Look, previous: Sheet | None
) -> Sheet:
    """The drawings laid out on the pane of the bars."""
    known, as_of = remembered(previous, series.axis, series.instrument, look.wording), series.adjustments.known_until
    pane = Projection(viewport, series.axis, series.bars, series.instrument, look.wording, known, series.basis, as_of)
    return lay_out_drawings(() if chart.drawings_hidden else drawings, pane, previous, chart.hidden_layers)


def _content(
    chart: Chart,
    draft: Draft,
    pane: PaneScene,
    series: Series,
    behind: Behind,
    sheet: Sheet,
    layer: Layer,
    room: LegendRoom,
    levels: Levels,
    look: Look,
) -> tuple[Primitive, ...]:
    """What stands inside a pane, lowest first: areas, grid, volume, bars, indicators, drawings."""
    viewport = pane.viewport
    overlaid = [one for one in pane.plotted if one.kind.pane != "base"]
    alone = [one for one in overlaid if one.indicator.id not in pane.own]
    wanted = pane.holds_bars or any(one.kind.pane == "base" for one in pane.plotted)
    shown = marks.columns(series.bars, levels, viewport) if wanted and len(series.bars) else None
    style = style_of(chart, series, levels)
    found: list[Primitive] = [part for one in alone for part in _level_fill(one, viewport, look)]
    if shown is not None and pane.holds_bars and style in AREAS:
        found += AREAS[style](Shown(series.bars, shown, viewport, levels, look, series.made))
    layers = [part for one in overlaid for part in plotting.under(one, series.bars, pane.viewport_of(one), levels, look)]
    # The grid shows through areas, so those that lie beneath it are as good, and faster.
    beneath = plotting.on_ground(layers[0], look) if layers and not found else ()
    found += beneath
    found = [*behind.with_ground(found)]
    found += chain.from_iterable(layers[1:] if beneath else layers)
    if shown is not None:
        found += _volumes(pane, shown, look)
    if shown is not None and pane.holds_bars:
        found += STYLES[style](Shown(series.bars, shown, viewport, levels, look, series.made))
        found += comparing.lines(draft.compared, viewport, levels, look)
        found += extremes(shown, viewport, pane.decimals, sheet.text_boxes, room, look)
    if pane.holds_bars and not len(series.bars):
        found += nothing(series, viewport, look)
    for one in overlaid:
        found += _levels(one, pane.viewport_of(one), look)
        found += plotting.over(one, series.bars, pane.viewport_of(one), levels, look)
    if pane.holds_bars:
        found += (Moved(layer, round(sheet.by)),) if sheet.laying.beyond else layer.items
        found += primitives_of(sheet.held_texts, look)
    return tuple(found)


def _volumes(pane: PaneScene, shown: Columns, look: Look) -> Iterator[Primitive]:
    """Columns of volume at the foot of the bars, on a scale of their own, or in a pane of theirs."""
    for one in pane.plotted:
        if one.kind.pane == "base" and one.indicator.visible:
            at_foot = stands_at_foot(one, pane.holds_bars)
            on = base_viewport(pane.viewport, shown.volume) if at_foot else pane.viewport_of(one)
            yield from marks.volume(shown, on, look.theme)


def base_viewport(viewport: Viewport, volume: Floats) -> Viewport:
    """The lower fifth of a pane with a scale from zero to the greatest visible volume."""
    highest = float(volume.max(initial=-math.inf))
    if not math.isfinite(highest):
        highest = float(volume[np.isfinite(volume)].max(initial=0.0))
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
    lowest = viewport.top if viewport.scale.inverted else viewport.bottom  # where a log scale has what it has no place for
    heights = [lowest if math.isnan(y) else y for y in map(viewport.y, band)]
    top, bottom = sorted(round(min(max(y, viewport.top), viewport.bottom)) for y in heights)
    colour = mix(look.theme.accent, look.theme.chart, 0.07)
    return (Rects(np.array([[viewport.left, top, viewport.width, bottom - top]], dtype=np.float64), colour),)


def _levels(shown: Plotted, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    if not shown.levels or not shown.indicator.visible:
        return ()
    rows = [round(y) for y in map(viewport.y, shown.levels) if abs(y) < FAR]  # those that have a place
    return (_lines(viewport.left, tuple(rows), viewport.width, look.px(1), look.theme.separator),) if rows else ()


@lru_cache(maxsize=64)
def _lines(left: float, rows: tuple[int, ...], width: float, hair: int, colour: str) -> Rects:
    """Level lines at some heights: the same from frame to frame while the scale stays."""
    return Rects(np.array([(left, row, width, hair) for row in rows], dtype=np.int32), colour)
