"""Prices made of a bar's prices."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.looks import line
from charting.indicators.reference.declare import HIGH_LOW, HIGH_LOW_CLOSE, OPEN_HIGH_LOW_CLOSE, reference

KINDS = (
    reference(
        "AVGPRICE",
        translatable("Average Price"),
        "AVGPRICE",
        groups.PRICE,
        OPEN_HIGH_LOW_CLOSE,
        plots=(line("avgprice", "AVGPRICE", "cyan", 1.0),),
        about=translatable("The mean of open, high, low and close."),
        pane="overlay",
    ),
    reference(
        "MEDPRICE",
        translatable("Median Price"),
        "MEDPRICE",
        groups.PRICE,
        HIGH_LOW,
        plots=(line("medprice", "MEDPRICE", "orange", 1.0),),
        about=translatable("The middle between high and low."),
        pane="overlay",
    ),
    reference(
        "TYPPRICE",
        translatable("Typical Price"),
        "TYPPRICE",
        groups.PRICE,
        HIGH_LOW_CLOSE,
        plots=(line("typprice", "TYPPRICE", "blue", 1.0),),
        about=translatable("The mean of high, low and close."),
        pane="overlay",
    ),
    reference(
        "WCLPRICE",
        translatable("Weighted Close Price"),
        "WCLPRICE",
        groups.PRICE,
        HIGH_LOW_CLOSE,
        plots=(line("wclprice", "WCLPRICE", "purple", 1.0),),
        about=translatable("The mean of high, low and twice the close."),
        pane="overlay",
    ),
)
