"""The price in units of another instrument, with its average."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups, second
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, text, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """Source / C, C being the close of the other instrument; and the simple average of that over the period.

    Source: J. Murphy, "Technical Analysis of the Financial Markets" (1999), chapter 17, on ratio analysis.
    """
    ratio = second.ratio(rows.column(text(settings, "source")), second.closes(rows, settings))
    (average,) = rows.reference("SMA", ratio, timeperiod=whole(settings, "period"))
    return {"ratio": ratio, "average": average}


KIND = IndicatorKind(
    kind="ratio",
    title=translatable("Ratio to Another Instrument"),
    short=translatable("Ratio"),
    group=groups.AGAINST,
    parameters=(second.SYMBOL, Parameter("period", translatable("Period of the average"), 50, 2, 100_000), second.SOURCE),
    plots=(line("ratio", translatable("Ratio"), "blue"), line("average", translatable("Average"), "orange", 1.0)),
    compute=compute_with(formula),
    about=translatable("How many of the other one of this costs: it rises while this does better than the other."),
    decimals=4,
    live=live_with(formula),
)
