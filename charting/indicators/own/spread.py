"""The difference between the price and a multiple of another instrument's, with its mean and bands."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups, second
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, number, text, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """S = source - h C, C being the close of the other instrument and h the multiple held against one of this.

    The bands lie k population deviations of S over the period off its mean.

    Source: G. Vidyamurthy, "Pairs Trading" (2004), chapter 5.
    """
    spread = rows.column(text(settings, "source")) - number(settings, "multiple") * second.closes(rows, settings)
    away = number(settings, "deviations")
    upper, middle, lower = rows.reference(
        "BBANDS", spread, timeperiod=whole(settings, "period"), nbdevup=away, nbdevdn=away, matype=0
    )
    return {"spread": spread, "upper": upper, "middle": middle, "lower": lower}


KIND = IndicatorKind(
    kind="spread",
    title=translatable("Spread to Another Instrument"),
    short=translatable("Spread"),
    group=groups.AGAINST,
    parameters=(
        second.SYMBOL,
        Parameter("multiple", translatable("Multiple"), 1.0, -10_000.0, 10_000.0, step=0.1),
        Parameter("period", translatable("Period of the mean"), 50, 2, 100_000),
        Parameter("deviations", translatable("Deviations"), 2.0, 0.0, 100.0, step=0.1),
        second.SOURCE,
    ),
    plots=(
        line("spread", translatable("Spread"), "blue"),
        line("upper", translatable("Upper"), "grey", 1.0, fill_to="lower"),
        line("middle", translatable("Middle"), "orange", 1.0),
        line("lower", translatable("Lower"), "grey", 1.0),
    ),
    compute=compute_with(formula),
    about=translatable("How much dearer this is than a multiple of the other one, and how unusual that is."),
    live=live_with(formula),
)
