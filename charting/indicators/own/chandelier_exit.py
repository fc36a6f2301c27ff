"""Chandelier exit: a stop that hangs some average true ranges from the extreme of the period."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, number, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """For long positions highest high - k ATR, for short ones lowest low + k ATR, both over n bars; n = 22, k = 3.

    Source: C. Le Beau, in A. Elder, "Come Into My Trading Room" (2002).
    """
    high, low, close = rows.column("high"), rows.column("low"), rows.column("close")
    count = whole(settings, "period")
    (average,) = rows.reference("ATR", high, low, close, timeperiod=count)
    (highest,) = rows.reference("MAX", high, timeperiod=count)
    (lowest,) = rows.reference("MIN", low, timeperiod=count)
    distance = number(settings, "multiplier") * average
    return {"long": highest - distance, "short": lowest + distance}


KIND = IndicatorKind(
    kind="chandelier_exit",
    title=translatable("Chandelier Exit"),
    short=translatable("Chandelier"),
    group=groups.TREND,
    parameters=(
        Parameter("period", translatable("Period"), 22, 2, 100_000),
        Parameter("multiplier", translatable("Multiplier"), 3.0, 0.0, 100.0, step=0.1),
    ),
    plots=(line("long", translatable("Long"), "green"), line("short", translatable("Short"), "red")),
    compute=compute_with(formula),
    about=translatable("Stops some average true ranges below the highest high and above the lowest low of the period."),
    pane="overlay",
    live=live_with(formula),
)
