"""Volume: what was traded in each bar, coloured by the bar's direction."""

from __future__ import annotations

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Plot, Settings
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with


def formula(rows: Rows, _settings: Settings) -> Outputs:
    """The volume as it is: NaN where none is known, which is not zero. Source: the bars themselves."""
    return {"volume": rows.column("volume")}


KIND = IndicatorKind(
    kind="volume",
    title=translatable("Volume"),
    short=translatable("Volume"),
    group=groups.VOLUME,
    parameters=(),
    plots=(Plot("volume", translatable("Volume"), "columns", Stroke(colour="grey"), colouring="direction"),),
    compute=compute_with(formula),
    live=live_with(formula),
    pane="base",
    decimals=0,
)
