"""The lines of text at a pane's top left: what is shown, and its values at the bar under the cursor or the last one."""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct

from charting.core.bars import Bars
from charting.core.document import BarStyle, Basis, PriceMadeStyle
from charting.core.text import translatable
from charting.core.transforms import LINES, PriceMade
from charting.scene.look import Look
from charting.scene.plots import Plotted
from charting.scene.series import Series

_GAP = "  "
_PRICES = (translatable("O"), translatable("H"), translatable("L"), translatable("C"))

TITLES: Mapping[PriceMadeStyle, str] = {
    "renko": translatable("Renko"),
    "kagi": translatable("Kagi"),
    "point-and-figure": translatable("Point and figure"),
    "line-break": translatable("Three-line break"),
}
"""The names of bars that prices make."""

BASES: Mapping[Basis, str] = {"raw": translatable("As traded"), "full": translatable("Adjusted for dividends")}
"""What prices are adjusted for, where it is not for splits alone."""
PARTIAL = translatable("incomplete")
"""What is said of a bar whose period is not whole."""
_AVERAGED = translatable("Heikin-Ashi")
_LINE_BREAK = translatable("{lines}-line break")


class Reading(Struct, frozen=True):
    """A bar and the one before it, as the legend tells of them."""

    open: float
    high: float
    low: float
    close: float
    volume: float
    change: float
    fraction: float


def reading(bars: Bars, row: int) -> Reading:
    """Values of the bar at ``row`` with its change from the previous bar's close (NaN for the first)."""
    close = float(bars.close[row])
    previous = float(bars.close[row - 1]) if row > 0 else math.nan
    return Reading(
        float(bars.open[row]),
        float(bars.high[row]),
        float(bars.low[row]),
        close,
        float(bars.volume[row]),
        close - previous,
        (close - previous) / abs(previous) if previous else math.nan,
    )


def series_line(series: Series, row: int, look: Look) -> tuple[tuple[str, str], ...]:
    """Name, interval, date, prices and change of a bar, as coloured parts."""
    theme, formats, bars = look.theme, look.formats, series.bars
    read = reading(bars, row)
    decimals = series.instrument.decimals(read.close)
    shade = theme.up if read.close >= read.open else theme.down
    parts: list[tuple[str, str]] = [(formats.moment(int(bars.time[row]), bars.interval) + _GAP, theme.text_muted)]
    if series.is_partial(row):
        parts.append((formats.translate(PARTIAL) + _GAP, theme.warning))
    for letter, value in zip(_PRICES, (read.open, read.high, read.low, read.close), strict=True):
        parts += [(formats.translate(letter) + " ", theme.text_muted), (formats.price(value, decimals) + _GAP, shade)]
    if math.isfinite(read.change):
        moved = theme.up if read.change > 0 else theme.down if read.change < 0 else theme.unchanged
        parts.append((f"{formats.change(read.change, decimals)} ({formats.percent(read.fraction)})", moved))
    return tuple(parts)


def title_line(series: Series, look: Look, style: BarStyle = "candles") -> tuple[tuple[str, str], ...]:
    """What the chart shows: the instrument's name, its code and the interval, and that its bars are none of the market's."""
    theme, instrument = look.theme, series.instrument
    parts = [
        (look.formats.name(instrument), theme.text),
        (f"{_GAP}{instrument.symbol}{_GAP}{series.bars.interval.short}", theme.text_muted),
    ]
    if series.made is not None:
        parts.append((_GAP + _made(series, series.made, look), theme.text_muted))
    elif style == "heikin-ashi":
        parts.append((_GAP + look.formats.translate(_AVERAGED), theme.text_muted))
    if series.is_adjustable and series.basis != "split":
        parts.append((_GAP + look.formats.translate(BASES[series.basis]), theme.accent))
    if series.simulated:
        parts.append((_GAP + look.formats.translate("Simulated"), theme.warning))
    return tuple(parts)


def _made(series: Series, made: PriceMade, look: Look) -> str:
    """How prices made the bars, with the height of a box or the reversal, and how many of them turn a column."""
    if made.style == "line-break" and made.count != LINES:
        return look.formats.translate(_LINE_BREAK).format(lines=made.count)
    title = look.formats.translate(TITLES[made.style])
    if not made.box:
        return title
    decimals = max(series.instrument.decimals(made.box), math.ceil(-math.log10(made.box))) if made.box % 1 else 0
    counted = f" × {made.count}" if made.count else ""
    return f"{title} {look.formats.price(made.box, decimals)}{counted}"


def plot_line(plotted: Plotted, row: int, decimals: int, look: Look) -> tuple[tuple[str, str], ...]:
    """An indicator's name and the value of each of its plots at a bar, in the plots' colours."""
    theme, formats = look.theme, look.formats
    parts: list[tuple[str, str]] = [(plotted.title(formats), theme.text_muted)]
    if not plotted.indicator.visible:
        return (*parts, (_GAP + formats.translate(translatable("hidden")), theme.text_muted))
    if plotted.problem:
        return (*parts, (f" – {formats.translate(plotted.problem)}", theme.warning))
    if plotted.values is None:
        return (*parts, (_GAP + "…", theme.text_muted))
    for plot in plotted.kind.plots:
        values = plotted.values.get(plot.name)
        rows = 0 if values is None else len(values)
        if plot.style == "none" or (plot.style != "profile" and not 0 <= row < rows):
            continue
        value = plotted.value(plot, row)
        if plotted.kind.pane == "base":
            text = formats.quantity(value)
        else:
            text = formats.price(value, plotted.kind.decimals if plotted.kind.decimals is not None else decimals)
        parts.append((_GAP + text, plotted.colour(plot, theme)))
    return tuple(parts)
