"""Every indicator there is, by its key, in the order of menus."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind
from charting.indicators.own import (
    chandelier_exit,
    directional_movement,
    fractal,
    heikin_ashi,
    ichimoku,
    macd_crossings,
    opening_range,
    pivot_points,
    previous_levels,
    ribbon,
    session_range,
    squeeze,
    volume,
    vwap,
    zigzag,
)
from charting.indicators.reference import (
    averages,
    bands,
    cycles,
    momentum,
    oscillators,
    patterns,
    prices,
    statistics,
    trend,
    volatility,
)
from charting.indicators.reference import volume as volumes

_ALL: tuple[IndicatorKind, ...] = (
    *averages.KINDS,
    *bands.KINDS,
    *trend.KINDS,
    *momentum.KINDS,
    *oscillators.KINDS,
    *volatility.KINDS,
    *volumes.KINDS,
    *prices.KINDS,
    *statistics.KINDS,
    *cycles.KINDS,
    *patterns.KINDS,
    chandelier_exit.KIND,
    directional_movement.KIND,
    fractal.KIND,
    heikin_ashi.KIND,
    ichimoku.KIND,
    macd_crossings.KIND,
    opening_range.KIND,
    pivot_points.KIND,
    previous_levels.KIND,
    ribbon.KIND,
    session_range.KIND,
    squeeze.KIND,
    volume.KIND,
    vwap.KIND,
    zigzag.KIND,
)

CATALOGUE: Mapping[str, IndicatorKind] = MappingProxyType(
    {kind.kind: kind for kind in sorted(_ALL, key=lambda kind: (groups.ORDER.index(kind.group), kind.title))}
)
"""All indicators. Importing it imports declarations only: TA-Lib itself is loaded by the first computation."""


def kind_of(kind: str) -> IndicatorKind:
    """The declaration of an indicator by its key.

    Raises
    ------
    LookupError
        If there is none; the message is a sentence for the user.
    """
    try:
        return CATALOGUE[kind]
    except KeyError:
        message = f"This version of Lionrock has no indicator “{kind}”. Remove it from the chart or update Lionrock."
        raise LookupError(message) from None
