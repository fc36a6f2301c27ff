"""High, low and close of the session, week, month or year before."""

from __future__ import annotations

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators import groups, periods
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, text
from charting.indicators.looks import step


def compute(bars: Bars, settings: Settings) -> Outputs:
    """Levels of the period before, flat throughout each period; NaN in the first one, whose forerunner is not known.

    Bars in which nothing traded (NaN) have no part in them. Source: the definition itself.
    """
    high, low, close = periods.previous(bars, text(settings, "period"))
    return {"high": high, "low": low, "close": close}


def restart(bars: Bars, settings: Settings, row: int) -> int:
    """The row at which the period before began."""
    return periods.start_before(bars, text(settings, "period"), row, back=1)


KIND = IndicatorKind(
    kind="previous_levels",
    title=translatable("Previous High, Low and Close"),
    short=translatable("Previous"),
    group=groups.LEVELS,
    parameters=(Parameter("period", translatable("Of the"), "session", choices=periods.PERIODS),),
    plots=(
        step("high", translatable("High"), "green"),
        step("low", translatable("Low"), "red"),
        step("close", translatable("Close"), "grey"),
    ),
    compute=compute,
    about=translatable("High, low and close of the session, week, month or year before."),
    pane="overlay",
    cost=40.0,
    restart=restart,
)
