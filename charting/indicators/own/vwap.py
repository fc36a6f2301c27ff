"""Volume-weighted average price, anchored to the session, week, month or year, with bands of its standard deviation."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators import groups, periods
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, number, text
from charting.indicators.looks import line


def compute(bars: Bars, settings: Settings) -> Outputs:
    """VWAP = sum(P V) / sum(V) since the period began, P = (high + low + close) / 3.

    The bands lie multiples of sqrt(sum(V (P - VWAP)^2) / sum(V)) off it. Bars without volume leave it where it was; a bar
    whose price or volume is unknown has no value.

    Source: S. Berkowitz, D. Logue, E. Noser, "The Total Cost of Transactions on the NYSE", Journal of Finance 43 (1988);
    the bands are the weighted standard deviation around it.
    """
    first = periods.starts(bars, periods.suiting(bars, text(settings, "anchor")))
    price, volume = bars.source("hlc3"), bars.volume
    known = np.isfinite(price) & np.isfinite(volume)
    weight = np.where(known, volume, 0.0)
    # Distances from one price of the period keep the squares small, and the deviation exact to the last digits.
    origin = periods.spread(np.nan_to_num(price[first]), first, len(bars))
    distance = np.where(known, price - origin, 0.0)
    with np.errstate(all="ignore"):
        total = periods.accumulate(np.add, weight, first)
        mean = periods.accumulate(np.add, weight * distance, first) / total
        square = periods.accumulate(np.add, weight * distance * distance, first) / total
        deviation = np.sqrt(np.maximum(square - mean * mean, 0.0)) * number(settings, "deviations")
    vwap = np.where(known, origin + mean, np.nan)
    return {"vwap": vwap, "upper": vwap + deviation, "lower": vwap - deviation}


def restart(bars: Bars, settings: Settings, row: int) -> int:
    """The row at which the period began."""
    return periods.start_before(bars, periods.suiting(bars, text(settings, "anchor")), row)


KIND = IndicatorKind(
    kind="vwap",
    title=translatable("Volume-Weighted Average Price"),
    short="VWAP",
    group=groups.VOLUME,
    parameters=(
        Parameter("anchor", translatable("Starts anew each"), periods.AUTOMATIC, choices=periods.CHOICES),
        Parameter("deviations", translatable("Deviations"), 1.0, 0.0, 100.0, step=0.1),
    ),
    plots=(
        line("vwap", "VWAP", "orange"),
        line("upper", translatable("Upper"), "grey", 1.0, fill_to="lower"),
        line("lower", translatable("Lower"), "grey", 1.0),
    ),
    compute=compute,
    about=translatable(
        "The average price paid since the session, week, month or year began, and how far prices strayed from it."
    ),
    pane="overlay",
    cost=60.0,
    restart=restart,
)
