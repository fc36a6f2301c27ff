"""The opening range: high and low of each session's first minutes, from the moment they are known."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators import groups, periods
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, whole
from charting.indicators.looks import step


def compute(bars: Bars, settings: Settings) -> Outputs:
    """Extremes of the bars that begin less than ``minutes`` after the session's first bar, shown on the bars after them.

    While the range is still forming there is no value, so nothing is known early. A session that is one bar (daily bars
    and longer) never has one.

    Source: T. Crabel, "Day Trading with Short Term Price Patterns and Opening Range Breakout" (1990).
    """
    first = periods.starts(bars, "session")
    count = len(bars)
    opened = periods.spread(bars.time[first], first, count)
    forming = bars.time - opened < whole(settings, "minutes") * 60
    high = periods.accumulate(np.fmax, np.where(forming, bars.high, np.nan), first)
    low = periods.accumulate(np.fmin, np.where(forming, bars.low, np.nan), first)
    return {"high": np.where(forming, np.nan, high), "low": np.where(forming, np.nan, low)}


def restart(bars: Bars, _settings: Settings, row: int) -> int:
    """The row at which the session began."""
    return periods.start_before(bars, "session", row)


KIND = IndicatorKind(
    kind="opening_range",
    title=translatable("Opening Range"),
    short=translatable("Opening range"),
    group=groups.LEVELS,
    parameters=(Parameter("minutes", translatable("Minutes"), 30, 1, 1_440, step=5.0),),
    plots=(step("high", translatable("High"), "green", fill_to="low"), step("low", translatable("Low"), "red")),
    compute=compute,
    about=translatable("High and low of each session's first minutes, drawn through the rest of it."),
    pane="overlay",
    cost=60.0,
    restart=restart,
)
