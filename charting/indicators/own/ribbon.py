"""Moving-average ribbon: eight averages of growing length, whose order and spread show the trend."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import SOURCES, IndicatorKind, Outputs, Parameter, Settings, text, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line

_METHODS = ("SMA", "EMA", "WMA", "HMA")
_COLOURS = ("pink", "red", "orange", "yellow", "green", "cyan", "blue", "purple")


def formula(rows: Rows, settings: Settings) -> Outputs:
    """Averages over first, first + step, ... first + 7 step bars.

    Source: D. Guppy, "Trend Trading" (2004), who uses two groups of six exponential averages; here they are evenly spaced.
    """
    source = rows.column(text(settings, "source"))
    first, step = whole(settings, "first"), whole(settings, "step")
    found = {}
    for number in range(len(_COLOURS)):
        (average,) = rows.reference(text(settings, "average"), source, timeperiod=first + number * step)
        found[f"average_{number + 1}"] = average
    return found


KIND = IndicatorKind(
    kind="ribbon",
    title=translatable("Moving Average Ribbon"),
    short=translatable("Ribbon"),
    group=groups.AVERAGES,
    parameters=(
        Parameter("first", translatable("Shortest"), 10, 1, 5_000),
        Parameter("step", translatable("Step"), 10, 1, 5_000),
        Parameter("average", translatable("Average"), "EMA", choices=_METHODS),
        Parameter("source", translatable("Source"), "close", choices=SOURCES),
    ),
    plots=tuple(line(f"average_{number}", str(number), colour, 1.0) for number, colour in enumerate(_COLOURS, start=1)),
    compute=compute_with(formula),
    about=translatable("Eight averages of growing length: in order and spreading in a trend, tangled without one."),
    pane="overlay",
    cost=110.0,
    live=live_with(formula),
)
