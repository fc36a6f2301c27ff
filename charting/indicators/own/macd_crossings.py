"""MACD with its crossings of the zero line marked."""

from __future__ import annotations

import numpy as np

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import SOURCES, IndicatorKind, Outputs, Parameter, Plot, Settings, text, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import histogram, line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """The MACD, and a point at zero on each bar on which its line is on the other side of zero than on the bar before.

    Zero itself counts as above. Source: G. Appel, "Technical Analysis: Power Tools for Active Investors" (2005), chapter 8.
    """
    macd, signal, difference = rows.reference(
        "MACD",
        rows.column(text(settings, "source")),
        fastperiod=whole(settings, "fast"),
        slowperiod=whole(settings, "slow"),
        signalperiod=whole(settings, "signal"),
    )
    before = rows.lag(macd, 1)
    crossed = ((macd >= 0) != (before >= 0)) & np.isfinite(macd) & np.isfinite(before)
    return {"macd": macd, "signal": signal, "histogram": difference, "crossing": np.where(crossed, 0.0, np.nan)}


KIND = IndicatorKind(
    kind="macd_crossings",
    title=translatable("MACD with Zero-Line Crossings"),
    short="MACD 0",
    group=groups.MOMENTUM,
    parameters=(
        Parameter("fast", translatable("Fast"), 12, 2, 100_000),
        Parameter("slow", translatable("Slow"), 26, 2, 100_000),
        Parameter("signal", translatable("Signal"), 9, 1, 100_000),
        Parameter("source", translatable("Source"), "close", choices=SOURCES),
    ),
    plots=(
        line("macd", "MACD", "blue"),
        line("signal", translatable("Signal"), "orange"),
        histogram("histogram", translatable("Histogram"), colouring="sign-slope"),
        Plot("crossing", translatable("Crossing"), "dots", Stroke(width=5.0), colouring="sign", colour_by="macd"),
    ),
    compute=compute_with(formula),
    about=translatable("The MACD with a dot wherever its line crosses zero: upwards and downwards in the bars' colours."),
    levels=(0.0,),
    live=live_with(formula),
)
