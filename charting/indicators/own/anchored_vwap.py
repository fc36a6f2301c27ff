"""Volume-weighted average price from a chosen bar on, with bands of its standard deviation."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars, Floats
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import SOURCES, IndicatorKind, Live, Outputs, Parameter, Settings, moment, number, text
from charting.indicators.looks import line

NAMES = ("vwap", "upper", "lower", "upper_2", "lower_2")


def compute(bars: Bars, settings: Settings) -> Outputs:
    """VWAP = sum(P V) / sum(V) since the anchor, P being the source.

    The bands lie multiples of sqrt(sum(V (P - VWAP)^2) / sum(V)) off it. Bars without volume leave it where it was; a bar
    whose price or volume is unknown has no value.

    Source: B. Shannon, "Maximum Trading Gains with Anchored VWAP" (2023); the arithmetic is that of S. Berkowitz, D. Logue,
    E. Noser, "The Total Cost of Transactions on the NYSE", Journal of Finance 43 (1988).
    """
    first = _first(bars, settings)
    since = bars.slice(first, len(bars))
    price, volume = since.source(text(settings, "source")), since.volume
    known = np.isfinite(price) & np.isfinite(volume)
    if not known.any():
        return {name: np.full(len(bars), np.nan) for name in NAMES}
    weight = volume if known.all() else np.where(known, volume, 0.0)
    # Distances from the first price keep the squares small, and the deviation exact to the last digits.
    origin = float(price[known.argmax()])
    distance = price - origin if weight is volume else np.where(known, price - origin, 0.0)
    product = weight * distance
    found = _values(np.cumsum(weight), np.cumsum(product), np.cumsum(product * distance), origin, settings)
    before = np.full(first, np.nan)
    for name, values in found.items():
        if weight is not volume:
            values[~known] = np.nan
        found[name] = np.concatenate((before, values)) if first else values
    return found


def _values(total: Floats, product: Floats, square: Floats, origin: float, settings: Settings) -> dict[str, Floats]:
    with np.errstate(all="ignore"):
        mean = product / total
        deviation = np.sqrt(np.maximum(square / total - mean * mean, 0.0))
    vwap = origin + mean
    inner, outer = deviation * number(settings, "deviations"), deviation * number(settings, "deviations_2")
    return dict(zip(NAMES, (vwap, vwap + inner, vwap - inner, vwap + outer, vwap - outer), strict=True))


def _first(bars: Bars, settings: Settings) -> int:
    anchor = moment(settings, "anchor")
    return 0 if anchor is None else int(bars.time.searchsorted(anchor))


class _Sums:
    """The sums after some finished rows."""

    def __init__(self, bars: Bars, settings: Settings, closed: int) -> None:
        self._settings = settings
        self._first = _first(bars, settings)
        self._origin: float | None = None
        self._sums = np.zeros(3)
        since = bars.slice(self._first, closed)
        price, volume = since.source(text(settings, "source")), since.volume
        known = np.isfinite(price) & np.isfinite(volume)
        if known.any():
            self._origin = float(price[known][0])
            weight, distance = np.where(known, volume, 0.0), np.where(known, price - self._origin, 0.0)
            terms = (weight, weight * distance, (weight * distance) * distance)
            self._sums = np.array([np.cumsum(term)[-1] for term in terms])

    def close(self, bars: Bars, row: int) -> dict[str, float]:
        """As :class:`Live` says."""
        found = self.value(bars, row)
        self._origin, self._sums, _ = self._after(bars, row)
        return found

    def value(self, bars: Bars, row: int) -> dict[str, float]:
        """As :class:`Live` says."""
        origin, sums, known = self._after(bars, row)
        found = _values(sums[0:1], sums[1:2], sums[2:3], origin or 0.0, self._settings)
        return {name: float(values[0]) if known else np.nan for name, values in found.items()}

    def _after(self, bars: Bars, row: int) -> tuple[float | None, Floats, bool]:
        """Origin and sums with a row, and whether the row has a price and a volume; the anchor may lie after the bars."""
        one = bars.slice(row, row + 1)
        price, volume = float(one.source(text(self._settings, "source"))[0]), float(one.volume[0])
        anchor = moment(self._settings, "anchor")
        begun = anchor is None or int(bars.time[row]) >= anchor
        if not (begun and np.isfinite(price) and np.isfinite(volume)):
            return self._origin, self._sums, False
        origin = price if self._origin is None else self._origin
        distance = price - origin
        return origin, self._sums + np.array([volume, volume * distance, volume * distance * distance]), True


def live(bars: Bars, settings: Settings, closed: int) -> Live:
    """As the declaration says."""
    return _Sums(bars, settings, closed)


KIND = IndicatorKind(
    kind="anchored_vwap",
    title=translatable("Anchored Volume-Weighted Average Price"),
    short="AVWAP",
    group=groups.VOLUME,
    parameters=(
        Parameter("anchor", translatable("From"), "", form="moment"),
        Parameter("deviations", translatable("Inner bands"), 1.0, 0.0, 100.0, step=0.1),
        Parameter("deviations_2", translatable("Outer bands"), 2.0, 0.0, 100.0, step=0.1),
        Parameter("source", translatable("Source"), "hlc3", choices=SOURCES),
    ),
    plots=(
        line("vwap", "VWAP", "cyan"),
        line("upper", translatable("Upper"), "grey", 1.0, fill_to="lower"),
        line("lower", translatable("Lower"), "grey", 1.0),
        line("upper_2", translatable("Upper, outer"), "grey", 1.0),
        line("lower_2", translatable("Lower, outer"), "grey", 1.0),
    ),
    compute=compute,
    about=translatable("The average price paid since a bar of your choice, and how far prices strayed from it."),
    pane="overlay",
    cost=80.0,
    live=live,
)
