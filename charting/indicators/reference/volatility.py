"""How far prices move."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.reference.declare import HIGH_LOW_CLOSE, line, period, reference

KINDS = (
    reference(
        "ATR", translatable("Average True Range"), "ATR", groups.VOLATILITY, HIGH_LOW_CLOSE, (period(14, low=1),),
        (line("atr", "ATR", "red"),),
    ),
)  # fmt: skip
