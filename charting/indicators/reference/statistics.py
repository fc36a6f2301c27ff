"""Statistics of the last prices."""

from __future__ import annotations

from typing import Any

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind
from charting.indicators.looks import line
from charting.indicators.reference.declare import SLOW, SOURCE, Argument, Inputs, period, real, reference

_DEVIATIONS = real(1.0, "deviations", translatable("Multiplier"), "nbdev", 0.0, 100.0)


def _statistic(
    function: str,
    title: str,
    short: str,
    about: str,
    arguments: tuple[Argument, ...],
    colour: str = "blue",
    inputs: Inputs = SOURCE,
    **declared: Any,
) -> IndicatorKind:
    plots = (line(function.lower(), short, colour),)
    return reference(function, title, short, groups.STATISTICS, inputs, arguments, plots, about=about, **declared)


KINDS = (
    _statistic(
        "STDDEV",
        translatable("Standard Deviation"),
        "STDDEV",
        translatable("The standard deviation of the last prices (of the population)."),
        (period(20), _DEVIATIONS),
    ),
    _statistic(
        "VAR",
        translatable("Variance"),
        "VAR",
        translatable("The variance of the last prices (of the population)."),
        (period(20, low=1),),
        fixed={"nbdev": 1.0},
    ),
    _statistic(
        "AVGDEV",
        translatable("Average Deviation"),
        "AVGDEV",
        translatable("The mean distance of the last prices from their mean."),
        (period(14, high=SLOW),),
    ),
    _statistic(
        "LINEARREG_SLOPE",
        translatable("Linear Regression Slope"),
        "SLOPE",
        translatable("By how much the straight line that fits the last prices best rises each bar."),
        (period(14),),
        "pink",
        levels=(0.0,),
    ),
    _statistic(
        "LINEARREG_ANGLE",
        translatable("Linear Regression Angle"),
        "ANGLE",
        translatable("The angle of that line in degrees, a bar being as wide as one unit of price is high."),
        (period(14),),
        "pink",
        levels=(0.0,),
        bounds=(-90.0, 90.0),
        decimals=1,
    ),
    _statistic(
        "LINEARREG_INTERCEPT",
        translatable("Linear Regression Intercept"),
        "INTERCEPT",
        translatable("The beginning of the straight line that fits the last prices best."),
        (period(14),),
        "pink",
        pane="overlay",
    ),
    _statistic(
        "CORREL",
        translatable("Correlation"),
        "CORREL",
        translatable("Pearson's correlation of the source with volume over the period."),
        (period(30, low=2),),
        "green",
        ("source", "volume"),
        levels=(0.0,),
        bounds=(-1.0, 1.0),
        decimals=3,
    ),
    _statistic(
        "PERCENTILE",
        translatable("Percentile"),
        "PERCENTILE",
        translatable("The price below which the given share of the last prices lies (nearest rank)."),
        (
            period(30, high=SLOW),
            real(50.0, "percentile", translatable("Per cent"), "percentile", 0.0, 100.0, 5.0),
        ),
        "purple",
        pane="overlay",
        cost=50.0,
    ),
    _statistic(
        "PERCENTRANK",
        translatable("Percent Rank"),
        "RANK",
        translatable("The share of the prices before that lie below this one, in per cent."),
        (period(100, high=SLOW),),
        "purple",
        levels=(50.0,),
        bounds=(0.0, 100.0),
        decimals=1,
    ),
    _statistic(
        "MAX",
        translatable("Highest Value"),
        "MAX",
        translatable("The highest value of the source over the period."),
        (period(30),),
        "green",
        pane="overlay",
    ),
    _statistic(
        "MIN",
        translatable("Lowest Value"),
        "MIN",
        translatable("The lowest value of the source over the period."),
        (period(30),),
        "red",
        pane="overlay",
    ),
    _statistic(
        "SUM",
        translatable("Sum"),
        "SUM",
        translatable("The sum of the last values of the source."),
        (period(30),),
        source="volume",
    ),
)
