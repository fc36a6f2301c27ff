"""Squeeze: when Bollinger bands lie inside Keltner channels, and the momentum that follows."""

from __future__ import annotations

import numpy as np

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Plot, Settings, number, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import hidden, histogram


def formula(rows: Rows, settings: Settings) -> Outputs:
    """The squeeze is on while both bands lie within the channel, i.e. k1 standard deviations < k2 mean true ranges.

    Bands and channel share the simple average of the close over n bars as their middle, so their widths decide. Momentum
    is the end of the regression line through n values of close - ((highest high + lowest low) / 2 + average) / 2.
    ``state`` is -1 while the squeeze is on and 1 while it is off; the dots at zero show it.

    Source: J. Carter, "Mastering the Trade" (2005), chapter 11; the momentum as in LazyBear's "Squeeze Momentum" (2014).
    """
    high, low, close = rows.column("high"), rows.column("low"), rows.column("close")
    count = whole(settings, "period")
    (average,) = rows.reference("SMA", close, timeperiod=count)
    (deviation,) = rows.reference("STDDEV", close, timeperiod=count, nbdev=1.0)
    (true_range,) = rows.reference("TRANGE", high, low, close)
    (mean_range,) = rows.reference("SMA", true_range, timeperiod=count)
    (middle,) = rows.reference("MIDPRICE", high, low, timeperiod=count)
    (momentum,) = rows.reference("LINEARREG", close - (middle + average) / 2, timeperiod=count)
    width = number(settings, "deviations") * deviation - number(settings, "ranges") * mean_range
    state = np.where(np.isnan(width), np.nan, np.where(width < 0, -1.0, 1.0))
    return {"momentum": momentum, "squeeze": state * 0.0, "state": state}


KIND = IndicatorKind(
    kind="squeeze",
    title=translatable("Squeeze Momentum"),
    short=translatable("Squeeze"),
    group=groups.MOMENTUM,
    parameters=(
        Parameter("period", translatable("Period"), 20, 2, 100_000),
        Parameter("deviations", translatable("Band deviations"), 2.0, 0.0, 100.0, step=0.1),
        Parameter("ranges", translatable("Channel ranges"), 1.5, 0.0, 100.0, step=0.1),
    ),
    plots=(
        histogram("momentum", translatable("Momentum"), colouring="sign-slope"),
        Plot("squeeze", translatable("Squeeze"), "dots", Stroke(width=2.0), colouring="sign", colour_by="state"),
        hidden("state", translatable("State")),
    ),
    compute=compute_with(formula),
    about=translatable("Volatility narrows before it widens: dots show the squeeze, bars the momentum that comes out of it."),
    levels=(0.0,),
    cost=70.0,
    live=live_with(formula),
)
