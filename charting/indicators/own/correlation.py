"""Correlation with another instrument, of prices or of their changes."""

from __future__ import annotations

import numpy as np

from charting.core.text import translatable
from charting.indicators import groups, second
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, text, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line

OF = (translatable("changes"), translatable("prices"))


def formula(rows: Rows, settings: Settings) -> Outputs:
    """Pearson's correlation over the period of both closes, or of their changes c / c[before] - 1.

    Prices that trend correlate whatever they have in common; their changes tell whether both move on the same days.

    Source: K. Pearson, "Notes on regression and inheritance" (1895); J. Hull, "Options, Futures and Other Derivatives",
    on correlations of daily returns.
    """
    price, other = rows.column(text(settings, "source")), second.closes(rows, settings)
    if text(settings, "of") == "changes":
        both = price + other  # a change leads from one bar that has both prices to the next
        price, other = (np.where(np.isfinite(both), one, np.nan) for one in (price, other))
        price, other = (one / rows.lag(one, 1) - 1 for one in (price, other))
    (found,) = rows.reference("CORREL", price, other, timeperiod=whole(settings, "period"))
    return {"correlation": found}


KIND = IndicatorKind(
    kind="correlation",
    title=translatable("Correlation with Another Instrument"),
    short=translatable("Correlation"),
    group=groups.AGAINST,
    parameters=(
        second.SYMBOL,
        Parameter("period", translatable("Period"), 30, 2, 100_000),
        Parameter("of", translatable("Of"), "changes", choices=OF),
        second.SOURCE,
    ),
    plots=(line("correlation", translatable("Correlation"), "green"),),
    compute=compute_with(formula),
    about=translatable("Whether both move together (1), against each other (-1), or each by itself (0)."),
    levels=(0.0,),
    bounds=(-1.0, 1.0),
    decimals=3,
    live=live_with(formula),
)
