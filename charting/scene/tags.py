"""The values marked on price axes: the last price, the newest values of indicators, and the prices of drawings."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from charting.core.viewport import Viewport
from charting.drawings.axis_price import axis_price
from charting.drawings.sheet import Sheet
from charting.scene.axes import AxisTag, PriceAxis
from charting.scene.comparing import Comparison
from charting.scene.look import Look
from charting.scene.panes import PaneScene, stands_at_foot
from charting.scene.plots import Plotted
from charting.scene.series import Series

_WRITTEN = ("line", "step", "histogram", "columns", "dots")


def tags_of(
    pane: PaneScene,
    axis: PriceAxis,
    series: Series,
    sheet: Sheet,
    compared: Sequence[Comparison],
    look: Look,
    *,
    counting: bool = False,
) -> tuple[AxisTag, ...]:
    """Last price first (it keeps its place), then compared series, indicators and drawings.

    An indicator with a scale of its own is marked on the axis of such scales, at the height its value has.
    """
    found: list[AxisTag] = []
    if pane.holds_bars and not axis.indicator:
        found += _last_price(axis, series, look, counting=counting)
        found += _compared(axis, compared, len(series.bars) - 1, look)
    for one in pane.plotted:
        if (one.indicator.id in pane.own) == bool(axis.indicator) and not stands_at_foot(one, pane.holds_bars):
            found += _indicator(one, axis, pane.viewport_of(one), series, look)
    if pane.holds_bars and not axis.indicator:
        found += [AxisTag(axis.viewport.y(price), axis.text(price, look), colour) for price, colour in _line_prices(sheet)]
    return tuple([tag for tag in found if math.isfinite(tag.y)])


def _last_price(axis: PriceAxis, series: Series, look: Look, *, counting: bool) -> Iterator[AxisTag]:
    if len(series.bars):
        last = series.last
        shade = look.theme.up if last >= float(series.bars.open[-1]) else look.theme.down
        yield AxisTag(axis.viewport.y(last), axis.text(last, look), shade, bold=True, foot=counting)


def _compared(axis: PriceAxis, compared: Sequence[Comparison], row: int, look: Look) -> Iterator[AxisTag]:
    for other in compared:
        value = other.value(row)
        # Its prices stand at those of the first series, so where the axis tells these, it can tell only the change.
        text = other.tag(axis.viewport.scale, look.formats) or axis.text(value * other.factor, look)
        yield AxisTag(axis.viewport.y(value * other.factor), text, look.theme.colour(other.other.compared.colour))


def _indicator(one: Plotted, axis: PriceAxis, viewport: Viewport, series: Series, look: Look) -> Iterator[AxisTag]:
    theme, decimals = look.theme, one.kind.decimals
    for plot in one.kind.plots:
        values = None if one.values is None or plot.style not in _WRITTEN else one.values.get(plot.name)
        value = math.nan if values is None or not len(values) else float(values[-1])
        if not math.isfinite(value):
            continue
        if plot.colouring == "direction":
            colour = theme.up if series.bars.close[-1] >= series.bars.open[-1] else theme.down
        elif plot.colouring != "plain" and plot.style in ("histogram", "columns"):
            colour = theme.up if value >= 0 else theme.down
        else:
            colour = theme.colour(one.stroke(plot).colour)
        if one.kind.pane == "base":
            text = look.formats.quantity(value)
        elif decimals is not None and axis.indicator:
            text = look.formats.price(value, decimals)
        else:
            text = axis.text(value, look)
        yield AxisTag(viewport.y(value), text, colour)


def _line_prices(sheet: Sheet) -> Iterator[tuple[float, str]]:
    """Price and colour of the drawings that have one to tell."""
    for item in sheet.laying.priced:
        price = axis_price(item.drawing, item.tool, sheet.projection)
        if math.isfinite(price):
            yield price, item.drawing.stroke.colour
