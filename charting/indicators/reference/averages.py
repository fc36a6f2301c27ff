"""Moving averages."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.reference.declare import SOURCE, line, period, reference

KINDS = (
    reference(
        "SMA", translatable("Simple Moving Average"), "SMA", groups.AVERAGES, SOURCE, (period(20, low=1),),
        (line("sma", "SMA", "orange"),), pane="overlay",
    ),
    reference(
        "EMA", translatable("Exponential Moving Average"), "EMA", groups.AVERAGES, SOURCE, (period(20, low=1),),
        (line("ema", "EMA", "cyan"),), pane="overlay",
    ),
)  # fmt: skip
