"""Moving averages and other lines that smooth the price."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind
from charting.indicators.looks import line
from charting.indicators.reference.declare import (
    HIGH_LOW,
    SOURCE,
    Argument,
    Inputs,
    average,
    period,
    real,
    reference,
)

_PERIOD = (period(20, low=1),)


def _average(
    function: str,
    title: str,
    short: str,
    colour: str,
    about: str,
    arguments: tuple[Argument, ...] = _PERIOD,
    inputs: Inputs = SOURCE,
) -> IndicatorKind:
    plots = (line(function.lower(), short, colour),)
    return reference(function, title, short, groups.AVERAGES, inputs, arguments, plots, about=about, pane="overlay")


KINDS = (
    _average("SMA", translatable("Simple Moving Average"), "SMA", "orange", translatable("The mean of the last prices.")),
    _average(
        "EMA",
        translatable("Exponential Moving Average"),
        "EMA",
        "cyan",
        translatable("A mean of all prices in which each weighs less than the one after it: factor 2 / (period + 1)."),
    ),
    _average(
        "WMA",
        translatable("Weighted Moving Average"),
        "WMA",
        "green",
        translatable("A mean of the last prices with weights falling evenly from the newest to the oldest."),
    ),
    _average(
        "RMA",
        translatable("Wilder's Smoothed Moving Average"),
        "RMA",
        "purple",
        translatable("An exponential average with the factor 1 / period, as Wilder smooths his indicators."),
    ),
    _average(
        "DEMA",
        translatable("Double Exponential Moving Average"),
        "DEMA",
        "blue",
        translatable("2 EMA - EMA of EMA: follows the price with less delay than an EMA."),
    ),
    _average(
        "TEMA",
        translatable("Triple Exponential Moving Average"),
        "TEMA",
        "pink",
        translatable("3 EMA - 3 EMA of EMA + EMA of EMA of EMA: less delay still."),
    ),
    _average(
        "TRIMA",
        translatable("Triangular Moving Average"),
        "TRIMA",
        "yellow",
        translatable("A mean of means: the prices in the middle of the period weigh most."),
    ),
    _average(
        "KAMA",
        translatable("Kaufman Adaptive Moving Average"),
        "KAMA",
        "red",
        translatable("Fast while the price moves in one direction, slow while it moves back and forth."),
    ),
    _average(
        "HMA",
        translatable("Hull Moving Average"),
        "HMA",
        "green",
        translatable("WMA over the root of the period of (2 WMA of half the period - WMA): smooth, with little delay."),
    ),
    _average(
        "ZLEMA",
        translatable("Zero-Lag Exponential Moving Average"),
        "ZLEMA",
        "cyan",
        translatable("An EMA of the price plus its change over half a period, which offsets the delay."),
    ),
    _average(
        "T3",
        translatable("T3 Moving Average (Tillson)"),
        "T3",
        "purple",
        translatable("A generalised double EMA applied three times; the factor sets how strongly it corrects itself."),
        (period(5, low=1), real(0.7, "factor", translatable("Volume factor"), "vfactor", 0.0, 1.0)),
    ),
    _average(
        "VWMA",
        translatable("Volume-Weighted Moving Average"),
        "VWMA",
        "blue",
        translatable("The mean of the last prices, each weighted by the volume of its bar."),
        inputs=("source", "volume"),
    ),
    _average(
        "MA",
        translatable("Moving Average (any kind)"),
        "MA",
        "orange",
        translatable("The mean of the last prices by the method you choose."),
        (period(20, low=1), average("SMA")),
    ),
    _average(
        "MIDPOINT",
        translatable("Midpoint"),
        "MIDPOINT",
        "grey",
        translatable("Half-way between the highest and the lowest value of the source over the period."),
        (period(14),),
    ),
    _average(
        "MIDPRICE",
        translatable("Mid-Price"),
        "MIDPRICE",
        "grey",
        translatable("Half-way between the highest high and the lowest low of the period."),
        (period(14),),
        HIGH_LOW,
    ),
    reference(
        "MAMA",
        translatable("MESA Adaptive Moving Average"),
        "MAMA",
        groups.AVERAGES,
        SOURCE,
        (
            real(0.5, "fast", translatable("Fast limit"), "fastlimit", 0.01, 0.5, 0.01),
            real(0.05, "slow", translatable("Slow limit"), "slowlimit", 0.01, 0.5, 0.01),
        ),
        (line("mama", "MAMA", "orange"), line("fama", "FAMA", "blue")),
        about=translatable("Ehlers' average whose speed follows the phase of the dominant cycle; its slower twin crosses it."),
        pane="overlay",
        cost=70.0,
    ),
    reference(
        "HT_TRENDLINE",
        translatable("Hilbert Transform - Instantaneous Trendline"),
        "HT TREND",
        groups.AVERAGES,
        SOURCE,
        plots=(line("ht_trendline", "HT TREND", "yellow"),),
        about=translatable("Ehlers' average over one dominant cycle, which takes the cycle out of the price."),
        pane="overlay",
        cost=70.0,
    ),
    reference(
        "LINEARREG",
        translatable("Linear Regression"),
        "LINREG",
        groups.AVERAGES,
        SOURCE,
        (period(14),),
        (line("linearreg", "LINREG", "pink"),),
        about=translatable("The end of the straight line that fits the last prices best."),
        pane="overlay",
    ),
    reference(
        "TSF",
        translatable("Time Series Forecast"),
        "TSF",
        groups.AVERAGES,
        SOURCE,
        (period(14),),
        (line("tsf", "TSF", "pink"),),
        about=translatable("The straight line that fits the last prices best, continued by one bar."),
        pane="overlay",
    ),
)
