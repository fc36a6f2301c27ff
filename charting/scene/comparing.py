"""Further series over the first: lines aligned by time, on a scale of percent or of index points."""

from __future__ import annotations

import math

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats, in_one_memory
from charting.core.document import Chart, Pane, ScaleKind
from charting.core.lod import TAIL
from charting.core.scales import PriceScale
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport
from charting.indicators.carrying import Growing
from charting.indicators.columns import numbers
from charting.scene import marks
from charting.scene.levels import AT_ONCE, Levels
from charting.scene.look import Formats, Look
from charting.scene.primitives import Path, Primitive
from charting.scene.series import Other, Series

_CLOSE = "close"
_LOOKED_AT = 512
"""Rows among which a price to count from is looked for first."""


class Comparison(Struct, frozen=True, eq=False):
    """One further series as it is shown.

    Attributes
    ----------
    other
        What it is.
    values
        Its closes at the bars of the first series, (n,), NaN where it has none; None until they are there.
    base
        Its first close in view, NaN without one.
    factor
        What its prices are multiplied with to stand at the first series' prices of the same change.
    """

    other: Other
    values: Floats | None
    base: float = math.nan
    factor: float = math.nan

    def name(self, formats: Formats) -> str:
        """The instrument's name; its symbol until that is known."""
        series = self.other.series
        return self.other.compared.symbol if series is None else formats.name(series.instrument)

    def value(self, row: int) -> float:
        """Its close at a bar of the first series, NaN where it has none."""
        return float(self.values[row]) if self.values is not None and 0 <= row < len(self.values) else math.nan

    def tag(self, scale: PriceScale, formats: Formats) -> str:
        """What an axis that tells prices of the first series says at its last close: the change; empty where it tells changes."""
        if self.values is None or scale.kind in ("percent", "indexed"):
            return ""
        return formats.percent(self.value(len(self.values) - 1) / self.base - 1)

    def bounds(self, levels: Levels, first: int, last: int) -> tuple[float, float]:
        """Lowest and highest of rows ``first`` to ``last`` in prices of the first series; NaN, NaN when there is none."""
        if self.values is None or not math.isfinite(self.factor):
            return math.nan, math.nan
        low, high = levels.values(self.values).range_extremes(first, last)
        return low * self.factor, high * self.factor


def comparisons(series: Series, levels: Levels, first: int, last: int, base: float) -> tuple[Comparison, ...]:
    """The series' others, each counted from its first close in rows ``first`` to ``last``.

    ``base`` is the price that the first series is counted from.
    """
    return tuple(
        _compared(series, other, levels, first, last, base) if other.compared.visible else Comparison(other, None)
        for other in series.others
    )


def _compared(series: Series, other: Other, levels: Levels, first: int, last: int, base: float) -> Comparison:
    if other.series is None:
        return Comparison(other, None)
    values = _aligned(series, other.series, levels)
    if values is None:
        return Comparison(other, None)
    own = first_price(values, first, last)
    return Comparison(other, values) if math.isnan(own) else Comparison(other, values, own, base / own)


def beside(series: Series) -> tuple[Series, ...]:
    """The series that one is compared with, as far as their bars are there."""
    return tuple(other.series for other in series.others if other.series is not None)


def waits(series: Series, levels: Levels) -> bool:
    """Whether the closes of others at the bars of a series have to be found where no frame waits for it."""
    return len(series.bars) > AT_ONCE and any(_aligned(series, other, levels) is None for other in beside(series))


def alignments(series: Series) -> tuple[tuple[Bars, Alignment], ...]:
    """The closes of others at the bars of a series, each with these others; none where a frame finds them itself."""
    if len(series.bars) <= AT_ONCE:
        return ()
    return tuple((one.bars, Alignment(series.bars, one.bars, one.axis)) for one in beside(series))


def _aligned(series: Series, other: Series, levels: Levels) -> Floats | None:
    """The other's closes at the bars; None where these are many and their closes have not been found yet."""
    bars, others, axis = series.bars, other.bars, other.axis
    # Bars that prices make may be more than those they are made of: theirs are found with them, or else now.
    now = len(bars) <= AT_ONCE or series.made is not None
    return levels.beside(bars, others, lambda before: alignment(before, bars, others, axis, anew=now))


def first_price(values: Floats, first: int, last: int) -> float:
    """The first value in rows ``first`` to ``last`` that can be counted from, NaN where there is none."""
    size = _LOOKED_AT
    while first < last:
        part = values[first : min(first + size, last)]
        usable = np.flatnonzero(np.isfinite(part) & (part > 0))
        if len(usable):
            return float(part[usable[0]])
        first, size = first + size, 4 * size
    return math.nan


class Alignment:
    """The closes of other bars at the times of bars, which go on with both at the cost of what is new."""

    def __init__(self, bars: Bars, other: Bars, axis: TimeAxis) -> None:
        self._bars, self._other = bars, other
        self._columns = Growing({_CLOSE: aligned(bars, other, axis)}, len(bars))

    @property
    def values(self) -> Floats:
        """Those closes, (n,)."""
        return numbers(self._columns.shown[_CLOSE])

    def first_changed(self, bars: Bars, other: Bars) -> int | None:
        """The first row that differs on tables that went on from these in the same memory; None where they did not.

        Bars that are fewer, because they are shown as they were once, have what they had.
        """
        pairs = ((self._bars, bars), (self._other, other))
        if not all(len(one) and len(now) and in_one_memory(one, now) for one, now in pairs) or len(other) < len(self._other):
            return None
        if other is self._other:
            return min(len(self._bars) - 1, len(bars))
        # A session's bar may be stamped later in its day than that of another market.
        behind = int(bars.time.searchsorted(other.time[len(self._other) - 1])) - 2
        first = max(0, min(len(self._bars) - 1, behind))
        return first if first > len(self._bars) - TAIL // 2 else None  # what is painted goes on near its end only

    def go_on(self, bars: Bars, other: Bars, axis: TimeAxis, first: int) -> None:
        """Be those of such tables."""
        self._columns.put(first, {_CLOSE: aligned(bars.slice(first, len(bars)), other, axis)}, len(bars))
        if first < len(bars):  # else they are some of those that are known, and all these stay known
            self._bars, self._other = bars, other


def alignment(before: object, bars: Bars, other: Bars, axis: TimeAxis, *, anew: bool = True) -> Alignment | None:
    """The closes of other bars at the times of bars: those ``before``, gone on where they can, else ``anew``, or None."""
    first = before.first_changed(bars, other) if isinstance(before, Alignment) else None
    if first is None or not isinstance(before, Alignment):
        return Alignment(bars, other, axis) if anew else None
    before.go_on(bars, other, axis, first)
    return before


def aligned(bars: Bars, other: Bars, axis: TimeAxis) -> Floats:
    """The closes of other bars at the times of bars, (n,).

    Each is that of the bar the time belongs to (``axis`` is the other bars'), or of the last one before where there is none
    for it. Before the first and after the last of them there are none.
    """
    if not len(other) or not len(bars):
        return np.full(len(bars), np.nan)
    if np.array_equal(bars.time, other.time):
        return other.close
    if bars.interval.is_intraday:
        rows = other.time.searchsorted(bars.time, "right") - 1
    else:  # a session's bar may be stamped later in its day than that of another market
        rows = axis.bar_at(bars.time.astype(np.float64))
    found = np.where(rows >= 0, other.close[np.maximum(rows, 0)], np.nan)
    later = int(bars.time.searchsorted(other.time[-1], "right"))
    # Beyond the period of the last bar nothing is known.
    found[later:][axis.slot(bars.time[later:].astype(np.float64)) >= len(other)] = np.nan
    return found


def shown_kind(chart: Chart) -> ScaleKind:
    """The kind of scale that a chart shows its prices on: as chosen, in per cent while it has series to compare with."""
    own = (chart.symbol, chart.source)  # nothing is compared with itself
    compares = any((one.symbol, one.source) != own for one in chart.compare)
    return (compared_pane(chart.price_pane) if compares else chart.price_pane).scale.kind


def compared_pane(pane: Pane) -> Pane:
    """A pane with the scale on which series can be compared: percent, unless the user chose index points or logarithms.

    On a log scale equal changes are equal distances too, wherever they happen; the axis then tells the first series' prices.
    """
    if pane.scale.kind in ("indexed", "log"):
        return pane
    return msgspec.structs.replace(pane, scale=msgspec.structs.replace(pane.scale, kind="percent"))


def lines(shown: tuple[Comparison, ...], viewport: Viewport, levels: Levels, look: Look) -> tuple[Primitive, ...]:
    """A line for each further series, in its colour; a close that has none beside it is a stroke as wide as its bar."""
    found: list[Primitive] = []
    for one in shown:
        if one.values is None or not (math.isfinite(one.factor) and one.factor > 0):
            continue
        colour, width = look.theme.colour(one.other.compared.colour), max(1.0, 1.5 * look.pixel_ratio)
        own = own_viewport(one, viewport)
        found += marks.stroked(one.values, levels.values(one.values), own, colour, width)
        strokes = marks.alone(one.values, own)
        if len(strokes):
            found.append(Path(strokes, colour, width))
    return tuple(found)


def own_viewport(shown: Comparison, viewport: Viewport) -> Viewport:
    """The pane as a further series has it: on its own prices, so that equal changes stand at equal heights."""
    scale, factor = viewport.scale, shown.factor
    return replace(viewport, scale=replace(scale, low=scale.low / factor, high=scale.high / factor, base=shown.base))


def comparison_line(shown: Comparison, row: int, look: Look) -> tuple[tuple[str, str], ...]:
    """A line of the legend: name, close at a bar and its change since the first close in view."""
    theme, formats = look.theme, look.formats
    parts: list[tuple[str, str]] = [(shown.name(look.formats) + "  ", theme.text_muted)]
    series = shown.other.series
    value = shown.value(row)
    if not shown.other.compared.visible:
        return (*parts, (formats.translate("hidden"), theme.text_muted))
    if series is None and shown.other.problem:
        return (*parts, (f"– {shown.other.problem}", theme.warning))
    if series is None or shown.values is None:
        return (*parts, ("…", theme.text_muted))
    if not math.isfinite(value):
        return (*parts, ("–", theme.text_muted))
    colour = theme.colour(shown.other.compared.colour)
    parts.append((formats.price(value, series.instrument.decimals(value)), colour))
    if math.isfinite(shown.base):
        parts.append(("  " + formats.percent(value / shown.base - 1), colour))
    return tuple(parts)
