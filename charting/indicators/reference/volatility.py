"""How far prices move."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.looks import line
from charting.indicators.reference.declare import HIGH_LOW, HIGH_LOW_CLOSE, SOURCE, period, reference

KINDS = (
    reference(
        "ATR",
        translatable("Average True Range"),
        "ATR",
        groups.VOLATILITY,
        HIGH_LOW_CLOSE,
        (period(14, low=1),),
        (line("atr", "ATR", "red"),),
        about=translatable("Wilder's average of the true range: a bar's range, widened to the close before it."),
    ),
    reference(
        "NATR",
        translatable("Normalized Average True Range"),
        "NATR",
        groups.VOLATILITY,
        HIGH_LOW_CLOSE,
        (period(14, low=1),),
        (line("natr", "NATR", "red"),),
        about=translatable("The average true range in per cent of the close."),
        decimals=2,
    ),
    reference(
        "TRANGE",
        translatable("True Range"),
        "TR",
        groups.VOLATILITY,
        HIGH_LOW_CLOSE,
        plots=(line("trange", "TR", "orange", 1.0),),
        about=translatable("A bar's range, widened to the close before it."),
    ),
    reference(
        "ADR",
        translatable("Average Day Range"),
        "ADR",
        groups.VOLATILITY,
        HIGH_LOW,
        (period(14, low=1),),
        (line("adr", "ADR", "orange"),),
        about=translatable("The mean distance between a bar's high and its low."),
    ),
    reference(
        "CVI",
        translatable("Chaikin's Volatility"),
        "CVI",
        groups.VOLATILITY,
        HIGH_LOW,
        (
            period(10),
            period(10, low=1, name="change_period", title=translatable("Change over"), keyword="rocperiod"),
        ),
        (line("cvi", "CVI", "purple"),),
        about=translatable("By how many per cent the average range of the bars has changed."),
        levels=(0.0,),
        decimals=2,
    ),
    reference(
        "MASSI",
        translatable("Mass Index"),
        "MASS",
        groups.VOLATILITY,
        HIGH_LOW,
        (
            period(9, name="fast", title=translatable("Average"), keyword="fastperiod"),
            period(25, name="slow", title=translatable("Sum"), keyword="slowperiod"),
        ),
        (line("massi", "MASS", "cyan"),),
        about=translatable("Dorsey's sum of range over average range: a rise above 27 and a fall below 26.5 foretell a turn."),
        levels=(26.5, 27.0),
        decimals=2,
    ),
    reference(
        "RVI",
        translatable("Relative Volatility Index"),
        "RVI",
        groups.VOLATILITY,
        SOURCE,
        (
            period(14, low=1),
            period(10, name="deviation_period", title=translatable("Deviation over"), keyword="stddevperiod"),
        ),
        (line("rvi", "RVI", "purple"),),
        about=translatable("An RSI of the standard deviation: whether volatility grows on rises or on falls."),
        levels=(40.0, 60.0),
        level_fill=(40.0, 60.0),
        bounds=(0.0, 100.0),
        decimals=2,
    ),
)
