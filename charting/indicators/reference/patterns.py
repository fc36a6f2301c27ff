"""Candlestick patterns: marks on the bars that complete one, below a bullish and above a bearish one."""

from __future__ import annotations

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Plot, Settings, number
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.reference.declare import OPEN_HIGH_LOW_CLOSE, real

_ABOUT = translatable("Marks each bar that completes the pattern: below it when it is bullish, above it when it is bearish.")


def _pattern(function: str, title: str, penetration: float | None = None) -> IndicatorKind:
    """One pattern by its function in TA-Lib; ``penetration`` is how far into another body its last bar must reach."""
    arguments = (
        ()
        if penetration is None
        else (real(penetration, "penetration", translatable("Penetration"), "penetration", 0.0, 1.0, 0.05),)
    )
    key = function.lower()

    def formula(rows: Rows, settings: Settings) -> Outputs:
        columns = [rows.column(name) for name in OPEN_HIGH_LOW_CLOSE]
        numbers = {argument.keyword: number(settings, argument.parameter.name) for argument in arguments}
        (found,) = rows.columns(function, *columns, **numbers)
        return {key: found}

    return IndicatorKind(
        kind=key,
        title=title,
        short=title,
        group=groups.PATTERNS,
        parameters=tuple(argument.parameter for argument in arguments),
        plots=(Plot(key, title, "marks", Stroke(colour="grey"), colouring="sign"),),
        compute=compute_with(formula),
        about=_ABOUT,
        pane="overlay",
        decimals=0,
        live=live_with(formula),
    )


KINDS = (
    _pattern("CDL2CROWS", translatable("Two Crows")),
    _pattern("CDL3BLACKCROWS", translatable("Three Black Crows")),
    _pattern("CDL3INSIDE", translatable("Three Inside Up/Down")),
    _pattern("CDL3LINESTRIKE", translatable("Three-Line Strike")),
    _pattern("CDL3OUTSIDE", translatable("Three Outside Up/Down")),
    _pattern("CDL3STARSINSOUTH", translatable("Three Stars in the South")),
    _pattern("CDL3WHITESOLDIERS", translatable("Three Advancing White Soldiers")),
    _pattern("CDLABANDONEDBABY", translatable("Abandoned Baby"), 0.3),
    _pattern("CDLADVANCEBLOCK", translatable("Advance Block")),
    _pattern("CDLBELTHOLD", translatable("Belt Hold")),
    _pattern("CDLBREAKAWAY", translatable("Breakaway")),
    _pattern("CDLCLOSINGMARUBOZU", translatable("Closing Marubozu")),
    _pattern("CDLCONCEALBABYSWALL", translatable("Concealing Baby Swallow")),
    _pattern("CDLCOUNTERATTACK", translatable("Counterattack")),
    _pattern("CDLDARKCLOUDCOVER", translatable("Dark Cloud Cover"), 0.5),
    _pattern("CDLDOJI", translatable("Doji")),
    _pattern("CDLDOJISTAR", translatable("Doji Star")),
    _pattern("CDLDRAGONFLYDOJI", translatable("Dragonfly Doji")),
    _pattern("CDLENGULFING", translatable("Engulfing")),
    _pattern("CDLEVENINGDOJISTAR", translatable("Evening Doji Star"), 0.3),
    _pattern("CDLEVENINGSTAR", translatable("Evening Star"), 0.3),
    _pattern("CDLGAPSIDESIDEWHITE", translatable("Gap Side-by-Side White Lines")),
    _pattern("CDLGRAVESTONEDOJI", translatable("Gravestone Doji")),
    _pattern("CDLHAMMER", translatable("Hammer")),
    _pattern("CDLHANGINGMAN", translatable("Hanging Man")),
    _pattern("CDLHARAMI", translatable("Harami")),
    _pattern("CDLHARAMICROSS", translatable("Harami Cross")),
    _pattern("CDLHIGHWAVE", translatable("High Wave")),
    _pattern("CDLHIKKAKE", translatable("Hikkake")),
    _pattern("CDLHIKKAKEMOD", translatable("Modified Hikkake")),
    _pattern("CDLHOMINGPIGEON", translatable("Homing Pigeon")),
    _pattern("CDLIDENTICAL3CROWS", translatable("Identical Three Crows")),
    _pattern("CDLINNECK", translatable("In-Neck")),
    _pattern("CDLINVERTEDHAMMER", translatable("Inverted Hammer")),
    _pattern("CDLKICKING", translatable("Kicking")),
    _pattern("CDLKICKINGBYLENGTH", translatable("Kicking (by the longer marubozu)")),
    _pattern("CDLLADDERBOTTOM", translatable("Ladder Bottom")),
    _pattern("CDLLONGLEGGEDDOJI", translatable("Long-Legged Doji")),
    _pattern("CDLLONGLINE", translatable("Long Line")),
    _pattern("CDLMARUBOZU", translatable("Marubozu")),
    _pattern("CDLMATCHINGLOW", translatable("Matching Low")),
    _pattern("CDLMATHOLD", translatable("Mat Hold"), 0.5),
    _pattern("CDLMORNINGDOJISTAR", translatable("Morning Doji Star"), 0.3),
    _pattern("CDLMORNINGSTAR", translatable("Morning Star"), 0.3),
    _pattern("CDLONNECK", translatable("On-Neck")),
    _pattern("CDLPIERCING", translatable("Piercing Line")),
    _pattern("CDLRICKSHAWMAN", translatable("Rickshaw Man")),
    _pattern("CDLRISEFALL3METHODS", translatable("Rising/Falling Three Methods")),
    _pattern("CDLSEPARATINGLINES", translatable("Separating Lines")),
    _pattern("CDLSHOOTINGSTAR", translatable("Shooting Star")),
    _pattern("CDLSHORTLINE", translatable("Short Line")),
    _pattern("CDLSPINNINGTOP", translatable("Spinning Top")),
    _pattern("CDLSTALLEDPATTERN", translatable("Stalled Pattern")),
    _pattern("CDLSTICKSANDWICH", translatable("Stick Sandwich")),
    _pattern("CDLTAKURI", translatable("Takuri")),
    _pattern("CDLTASUKIGAP", translatable("Tasuki Gap")),
    _pattern("CDLTHRUSTING", translatable("Thrusting")),
    _pattern("CDLTRISTAR", translatable("Tristar")),
    _pattern("CDLUNIQUE3RIVER", translatable("Unique Three River")),
    _pattern("CDLUPSIDEGAP2CROWS", translatable("Upside Gap Two Crows")),
    _pattern("CDLXSIDEGAP3METHODS", translatable("Gap Three Methods")),
)
