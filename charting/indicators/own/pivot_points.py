"""Pivot points: classic, Fibonacci and Camarilla, from the session, week, month or year before."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars, Floats
from charting.core.text import translatable
from charting.indicators import groups, periods
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, text
from charting.indicators.looks import step

METHODS = (translatable("classic"), translatable("Fibonacci"), translatable("Camarilla"))


def compute(bars: Bars, settings: Settings) -> Outputs:
    """Levels from high H, low L and close C of the period before, with P = (H + L + C) / 3 and R = H - L.

    classic
        R1 = 2P - L, S1 = 2P - H, R2 = P + R, S2 = P - R, R3 = H + 2(P - L), S3 = L - 2(H - P).
    Fibonacci
        P +- 0.382 R, 0.618 R and R.
    Camarilla
        C +- 1.1 R / 12, / 6, / 4 and / 2.

    Only Camarilla has a fourth level; it is NaN for the others. Sources: J. Person, "A Complete Guide to Technical Trading
    Tactics" (2004), chapter 6; N. Stott's Camarilla equation (1989) as published with SureFireThing's calculator.
    """
    high, low, close = periods.previous(bars, periods.suiting(bars, text(settings, "period")))
    pivot = (high + low + close) / 3
    above, below = _levels(text(settings, "method"), high, low, close, pivot)
    names = [f"r{number}" for number in range(1, 5)], [f"s{number}" for number in range(1, 5)]
    return {"pivot": pivot, **dict(zip(names[0], above, strict=True)), **dict(zip(names[1], below, strict=True))}


def _levels(method: str, high: Floats, low: Floats, close: Floats, pivot: Floats) -> tuple[list[Floats], list[Floats]]:
    reach = high - low
    none = np.full(len(pivot), np.nan)
    if method == "classic":
        above = [2 * pivot - low, pivot + reach, high + 2 * (pivot - low), none]
        return above, [2 * pivot - high, pivot - reach, low - 2 * (high - pivot), none]
    if method == "Fibonacci":
        shares = (0.382, 0.618, 1.0)
        return [*(pivot + share * reach for share in shares), none], [*(pivot - share * reach for share in shares), none]
    parts = (12, 6, 4, 2)
    return [close + 1.1 * reach / part for part in parts], [close - 1.1 * reach / part for part in parts]


def restart(bars: Bars, settings: Settings, row: int) -> int:
    """The row at which the period before began."""
    return periods.start_before(bars, periods.suiting(bars, text(settings, "period")), row, back=1)


KIND = IndicatorKind(
    kind="pivot_points",
    title=translatable("Pivot Points"),
    short=translatable("Pivots"),
    group=groups.LEVELS,
    parameters=(
        Parameter("method", translatable("Method"), "classic", choices=METHODS),
        Parameter("period", translatable("Of the"), periods.AUTOMATIC, choices=periods.CHOICES),
    ),
    plots=(
        step("pivot", "P", "orange"),
        *(step(f"r{number}", f"R{number}", "red") for number in range(1, 5)),
        *(step(f"s{number}", f"S{number}", "green") for number in range(1, 5)),
    ),
    compute=compute,
    about=translatable("Levels of support and resistance reckoned from the high, low and close of the period before."),
    pane="overlay",
    cost=80.0,
    restart=restart,
)
