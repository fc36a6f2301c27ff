"""Every indicator there is, by its key, in the order of menus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from charting.core.text import sentence
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, IndicatorProblem
from charting.indicators.own import (
    anchored_vwap,
    beta_against,
    chandelier_exit,
    correlation,
    directional_movement,
    fractal,
    heikin_ashi,
    ichimoku,
    macd_crossings,
    opening_range,
    pivot_points,
    previous_levels,
    ratio,
    relative_strength,
    ribbon,
    session_range,
    spread,
    squeeze,
    volume,
    volume_profile_fixed,
    volume_profile_session,
    volume_profile_visible,
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
    anchored_vwap.KIND,
    beta_against.KIND,
    chandelier_exit.KIND,
    correlation.KIND,
    directional_movement.KIND,
    fractal.KIND,
    heikin_ashi.KIND,
    ichimoku.KIND,
    macd_crossings.KIND,
    opening_range.KIND,
    pivot_points.KIND,
    previous_levels.KIND,
    ratio.KIND,
    relative_strength.KIND,
    ribbon.KIND,
    session_range.KIND,
    spread.KIND,
    squeeze.KIND,
    volume.KIND,
    volume_profile_fixed.KIND,
    volume_profile_session.KIND,
    volume_profile_visible.KIND,
    vwap.KIND,
    zigzag.KIND,
)

CATALOGUE: Mapping[str, IndicatorKind] = MappingProxyType(
    {kind.kind: kind for kind in sorted(_ALL, key=lambda kind: (groups.ORDER.index(kind.group), kind.title))}
)
"""All indicators. Importing it imports declarations only: TA-Lib itself is loaded by the first computation."""


_offered: Mapping[str, IndicatorKind] = MappingProxyType({})


def offer(kinds: Iterable[IndicatorKind]) -> None:
    """Let :func:`kind_of` know the user's own indicators, in place of those offered before."""
    global _offered  # noqa: PLW0603 - like CATALOGUE, what can be had is the same for the whole program
    _offered = MappingProxyType({kind.kind: kind for kind in kinds})


def kind_of(kind: str) -> IndicatorKind:
    """The declaration of an indicator by its key, the user's own included.

    Raises
    ------
    IndicatorProblem
        If there is none.
    """
    found = CATALOGUE.get(kind) or _offered.get(kind)
    if found is None:
        raise IndicatorProblem(
            sentence(
                "This version of Lionrock has no indicator “{kind}”. Remove it from the chart or update Lionrock.", kind=kind
            )
        )
    return found
