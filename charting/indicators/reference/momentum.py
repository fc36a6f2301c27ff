"""Oscillators of momentum."""

from __future__ import annotations

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import Plot
from charting.indicators.reference.declare import SOURCE, line, period, reference

_MACD = (
    line("macd", "MACD", "blue"),
    line("signal", translatable("Signal"), "orange"),
    Plot("histogram", translatable("Histogram"), "histogram", Stroke(colour="grey"), colouring="sign-slope"),
)

KINDS = (
    reference(
        "MACD", translatable("Moving Average Convergence/Divergence"), "MACD", groups.MOMENTUM, SOURCE,
        (
            period(12, name="fast", title=translatable("Fast"), keyword="fastperiod"),
            period(26, name="slow", title=translatable("Slow"), keyword="slowperiod"),
            period(9, name="signal", title=translatable("Signal"), keyword="signalperiod", low=1),
        ),
        _MACD, levels=(0.0,),
    ),
    reference(
        "RSI", translatable("Relative Strength Index"), "RSI", groups.MOMENTUM, SOURCE, (period(14),),
        (line("rsi", "RSI", "purple"),),
        levels=(30.0, 70.0), level_fill=(30.0, 70.0), bounds=(0.0, 100.0), decimals=2,
    ),
)  # fmt: skip
