"""The highest and lowest price so far of the session, week, month or year."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators import groups, periods
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, text
from charting.indicators.looks import line


def compute(bars: Bars, settings: Settings) -> Outputs:
    """Running extremes since the period began; a bar without prices leaves them where they were.

    Source: the definition itself.
    """
    first = periods.starts(bars, text(settings, "period"))
    return {
        "high": periods.accumulate(np.fmax, bars.high, first),
        "low": periods.accumulate(np.fmin, bars.low, first),
    }


def restart(bars: Bars, settings: Settings, row: int) -> int:
    """The row at which the period began."""
    return periods.start_before(bars, text(settings, "period"), row)


KIND = IndicatorKind(
    kind="session_range",
    title=translatable("Session High and Low"),
    short=translatable("Range"),
    group=groups.LEVELS,
    parameters=(Parameter("period", translatable("Of the"), "session", choices=periods.PERIODS),),
    plots=(line("high", translatable("High"), "green", 1.0), line("low", translatable("Low"), "red", 1.0)),
    compute=compute,
    about=translatable("The highest and the lowest price since the session, week, month or year began."),
    pane="overlay",
    cost=40.0,
    restart=restart,
)
