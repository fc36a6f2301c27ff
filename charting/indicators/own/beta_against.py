"""Beta: by how much the price moves when another instrument, usually an index, moves by one per cent."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups, second
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, text, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """cov(r, m) / var(m) over the period, r and m being the changes c / c[before] - 1 of this and of the other instrument.

    Source: W. Sharpe, "Capital Asset Prices", Journal of Finance 19 (1964). TA-Lib's BETA takes the market first.
    """
    price = rows.column(text(settings, "source"))
    (found,) = rows.reference("BETA", second.closes(rows, settings), price, timeperiod=whole(settings, "period"))
    return {"beta": found}


KIND = IndicatorKind(
    kind="beta_against",
    title=translatable("Beta against Another Instrument"),
    short=translatable("Beta"),
    group=groups.AGAINST,
    parameters=(second.SYMBOL, Parameter("period", translatable("Period"), 60, 2, 100_000), second.SOURCE),
    plots=(line("beta", translatable("Beta"), "purple"),),
    compute=compute_with(formula),
    about=translatable("By how many per cent this moves when the other one, usually an index, moves by one."),
    levels=(1.0,),
    decimals=2,
    live=live_with(formula),
)
