"""Bands and channels around the price."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.looks import band_plots
from charting.indicators.reference.declare import (
    HIGH_LOW,
    HIGH_LOW_CLOSE,
    SOURCE,
    average,
    period,
    real,
    reference,
)

KINDS = (
    reference(
        "BBANDS",
        translatable("Bollinger Bands"),
        "BB",
        groups.BANDS,
        SOURCE,
        (
            period(20),
            real(2.0, "upper_deviations", translatable("Deviations above"), "nbdevup", 0.0, 100.0),
            real(2.0, "lower_deviations", translatable("Deviations below"), "nbdevdn", 0.0, 100.0),
            average("SMA"),
        ),
        band_plots(),
        about=translatable("An average, and lines some standard deviations of the period above and below it."),
        pane="overlay",
    ),
    reference(
        "KC",
        translatable("Keltner Channels"),
        "KC",
        groups.BANDS,
        HIGH_LOW_CLOSE,
        (
            period(20),
            period(10, low=1, name="range_period", title=translatable("Range period"), keyword="atrperiod"),
            real(2.0, "multiplier", translatable("Multiplier"), "nbdev", 0.0, 100.0),
        ),
        band_plots("cyan"),
        about=translatable("An exponential average of the typical price, and lines some average true ranges above and below it."),
        pane="overlay",
    ),
    reference(
        "DONCHIAN",
        translatable("Donchian Channels"),
        "DC",
        groups.BANDS,
        HIGH_LOW,
        (period(20),),
        band_plots("green", "grey"),
        about=translatable("The highest high and the lowest low of the period, and the middle between them."),
        pane="overlay",
    ),
    reference(
        "ACCBANDS",
        translatable("Acceleration Bands"),
        "ACCB",
        groups.BANDS,
        HIGH_LOW_CLOSE,
        (period(20),),
        band_plots("purple", "grey"),
        about=translatable("Headley's bands: averages of high and low, set further apart by the bars' relative range."),
        pane="overlay",
    ),
    reference(
        "MINMAX",
        translatable("Lowest and Highest Value"),
        "MINMAX",
        groups.BANDS,
        SOURCE,
        (period(30),),
        (band_plots("grey")[2], band_plots("grey")[0]),
        about=translatable("The lowest and the highest value of the source over the period."),
        pane="overlay",
    ),
)
