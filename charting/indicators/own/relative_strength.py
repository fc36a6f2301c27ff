"""Relative strength against another instrument after Mansfield: their ratio above or below its own average."""

from __future__ import annotations

import numpy as np

from charting.core.text import translatable
from charting.indicators import groups, second
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, text, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """100 (R / SMA(R, n) - 1), R = source / close of the other instrument.

    Above zero the instrument does better than the other one compared with their ratio of the last n bars.

    Source: S. Weinstein, "Secrets for Profiting in Bull and Bear Markets" (1988), who takes it from Mansfield's charts, with
    52 weeks.
    """
    ratio = second.ratio(rows.column(text(settings, "source")), second.closes(rows, settings))
    (average,) = rows.reference("SMA", ratio, timeperiod=whole(settings, "period"))
    strength = (ratio / average - 1) * 100
    return {"strength": np.where(np.isfinite(strength), strength, np.nan)}


KIND = IndicatorKind(
    kind="relative_strength",
    title=translatable("Relative Strength against Another Instrument"),
    short="RS",
    group=groups.AGAINST,
    parameters=(second.SYMBOL, Parameter("period", translatable("Period"), 52, 2, 100_000), second.SOURCE),
    plots=(line("strength", translatable("Strength"), "blue", colouring="sign"),),
    compute=compute_with(formula),
    about=translatable("Whether this does better than the other one (above zero), or worse, against their ratio of late."),
    levels=(0.0,),
    decimals=2,
    live=live_with(formula),
)
