"""Bands and channels around the price."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.reference.declare import SOURCE, average, band_plots, number, period, reference

KINDS = (
    reference(
        "BBANDS", translatable("Bollinger Bands"), "BB", groups.BANDS, SOURCE,
        (
            period(20),
            number(2.0, "upper_deviations", translatable("Deviations above"), "nbdevup", 0.0, 100.0),
            number(2.0, "lower_deviations", translatable("Deviations below"), "nbdevdn", 0.0, 100.0),
            average("SMA"),
        ),
        band_plots(), pane="overlay",
    ),
)  # fmt: skip
