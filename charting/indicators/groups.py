"""The headings that indicators are listed under."""

from __future__ import annotations

from charting.core.text import translatable

AVERAGES = translatable("Moving averages")
BANDS = translatable("Bands and channels")
TREND = translatable("Trend")
MOMENTUM = translatable("Momentum")
VOLATILITY = translatable("Volatility")
VOLUME = translatable("Volume")
LEVELS = translatable("Levels and sessions")
AGAINST = translatable("Against another instrument")
PRICE = translatable("Price")
STATISTICS = translatable("Statistics")
CYCLES = translatable("Cycles")
PATTERNS = translatable("Candlestick patterns")

ORDER = (AVERAGES, BANDS, TREND, MOMENTUM, VOLATILITY, VOLUME, LEVELS, AGAINST, PRICE, STATISTICS, CYCLES, PATTERNS)

OWN = translatable("Your own")
"""Heading of the user's indicators, which are listed first."""
