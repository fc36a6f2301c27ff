"""Wilder's directional movement system: both directional indicators and the ADX in one pane."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """+DI and -DI, and the ADX, the average of 100 |+DI - -DI| / (+DI + -DI), all with Wilder's smoothing over n bars.

    Source: J. W. Wilder, "New Concepts in Technical Trading Systems" (1978), section IV.
    """
    columns = [rows.column(name) for name in ("high", "low", "close")]
    count = whole(settings, "period")
    (plus,) = rows.reference("PLUS_DI", *columns, timeperiod=count)
    (minus,) = rows.reference("MINUS_DI", *columns, timeperiod=count)
    (strength,) = rows.reference("ADX", *columns, timeperiod=count)
    return {"plus": plus, "minus": minus, "adx": strength}


KIND = IndicatorKind(
    kind="directional_movement",
    title=translatable("Directional Movement"),
    short="DMI",
    group=groups.TREND,
    parameters=(Parameter("period", translatable("Period"), 14, 2, 100_000),),
    plots=(line("plus", "+DI", "green"), line("minus", "-DI", "red"), line("adx", "ADX", "yellow")),
    compute=compute_with(formula),
    about=translatable("Which side leads (+DI over -DI is up) and how strong the trend is (ADX above 25)."),
    levels=(25.0,),
    bounds=(0.0, 100.0),
    decimals=2,
    live=live_with(formula),
)
