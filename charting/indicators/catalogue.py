"""Every indicator there is, by its key, in the order of menus; none is imported before it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from charting.core.bars import Bars
from charting.core.declared import Declared
from charting.core.text import sentence, translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, IndicatorProblem, NotYet, Outputs, Plot, Settings

_REFERENCE = {
    "averages": "sma ema wma rma dema tema trima kama hma zlema t3 vwma ma midpoint midprice mama ht_trendline linearreg tsf",
    "bands": "bbands kc donchian accbands minmax",
    "trend": "sar supertrend adx adxr dx plus_di minus_di plus_dm minus_dm aroon aroonosc vortex vhf er",
    "momentum": "macd macdext macdfix apo ppo ao ac mom roc rocp rocr rocr100 trix tsi coppock dpo bop qstick eri fosc",
    "oscillators": "rsi stoch stochf stochrsi kdj willr cci cmo cmou imi smi ultosc",
    "volatility": "atr natr trange adr cvi massi rvi",
    "volume": "obv ad adosc cmf mfi efi marketfi nvi pvi pvt pvo rvol wad",
    "prices": "avgprice medprice typprice wclprice",
    "statistics": (
        "stddev var avgdev linearreg_slope linearreg_angle linearreg_intercept correl percentile percentrank max min sum"
    ),
    "cycles": "ht_dcperiod ht_dcphase ht_phasor ht_sine ht_trendmode",
    "patterns": (
        "cdl2crows cdl3blackcrows cdl3inside cdl3linestrike cdl3outside cdl3starsinsouth cdl3whitesoldiers "
        "cdlabandonedbaby cdladvanceblock cdlbelthold cdlbreakaway cdlclosingmarubozu cdlconcealbabyswall "
        "cdlcounterattack cdldarkcloudcover cdldoji cdldojistar cdldragonflydoji cdlengulfing cdleveningdojistar "
        "cdleveningstar cdlgapsidesidewhite cdlgravestonedoji cdlhammer cdlhangingman cdlharami cdlharamicross "
        "cdlhighwave cdlhikkake cdlhikkakemod cdlhomingpigeon cdlidentical3crows cdlinneck cdlinvertedhammer cdlkicking "
        "cdlkickingbylength cdlladderbottom cdllongleggeddoji cdllongline cdlmarubozu cdlmatchinglow cdlmathold "
        "cdlmorningdojistar cdlmorningstar cdlonneck cdlpiercing cdlrickshawman cdlrisefall3methods cdlseparatinglines "
        "cdlshootingstar cdlshortline cdlspinningtop cdlstalledpattern cdlsticksandwich cdltakuri cdltasukigap "
        "cdlthrusting cdltristar cdlunique3river cdlupsidegap2crows cdlxsidegap3methods"
    ),
}
"""TA-Lib's, by the module of their group."""

_OWN = {
    "anchored_vwap": "own.anchored_vwap.KIND",
    "beta_against": "own.beta_against.KIND",
    "chandelier_exit": "own.chandelier_exit.KIND",
    "correlation": "own.correlation.KIND",
    "directional_movement": "own.directional_movement.KIND",
    "fractal": "own.fractal.KIND",
    "heikin_ashi": "own.heikin_ashi.KIND",
    "ichimoku": "own.ichimoku.KIND",
    "macd_crossings": "own.macd_crossings.KIND",
    "opening_range": "own.opening_range.KIND",
    "pivot_points": "own.pivot_points.KIND",
    "previous_levels": "own.previous_levels.KIND",
    "ratio": "own.ratio.KIND",
    "relative_strength": "own.relative_strength.KIND",
    "ribbon": "own.ribbon.KIND",
    "session_range": "own.session_range.KIND",
    "spread": "own.spread.KIND",
    "squeeze": "own.squeeze.KIND",
    "volume": "own.volume.KIND",
    "volume_profile_fixed": "own.volume_profile_fixed.KIND",
    "volume_profile_session": "own.volume_profile_session.KIND",
    "volume_profile_visible": "own.volume_profile_visible.KIND",
    "vwap": "own.vwap.KIND",
    "zigzag": "own.zigzag.KIND",
}
"""Our own, one a module."""

CATALOGUE: Declared[IndicatorKind] = Declared(
    "charting.indicators",
    {
        **{kind: f"reference.{group}.KINDS" for group, kinds in _REFERENCE.items() for kind in kinds.split()},
        **_OWN,
    },
    lambda kind: kind.kind,
    order=lambda kind: (groups.ORDER.index(kind.group), kind.title),
)
"""All indicators. TA-Lib itself is loaded by the first computation."""


USER = "user:"
"""What the keys of the user's own indicators begin with; the name of their file follows."""
_offered: Mapping[str, IndicatorKind] = MappingProxyType({})
_awaited = True


def offer(kinds: Iterable[IndicatorKind], *, more: bool = False) -> None:
    """Let :func:`kind_of` know the user's own indicators, in place of those offered before; ``more`` if some are awaited."""
    global _offered, _awaited  # like CATALOGUE, what can be had is the same for the whole program
    _offered, _awaited = MappingProxyType({kind.kind: kind for kind in kinds}), more


def kind_of(kind: str) -> IndicatorKind:
    """The declaration of an indicator by its key, the user's own included.

    Raises
    ------
    IndicatorProblem
        If there is none; :class:`NotYet` for one of the user's own while some are awaited.
    """
    try:
        return CATALOGUE[kind]
    except KeyError:
        pass  # perhaps one of the user's own
    found = _offered.get(kind)
    if found is not None:
        return found
    if not kind.startswith(USER):
        raise IndicatorProblem(
            sentence(
                "This version of Lionrock has no indicator “{kind}”. Remove it from the chart or update Lionrock.", kind=kind
            )
        )
    if _awaited:
        raise NotYet(translatable("The folder of your indicators is being read."))
    raise IndicatorProblem(
        sentence(
            "There is no file {file} in the folder of your indicators. Put it there, or remove this indicator.",
            file=f"{kind.removeprefix(USER)}.py",
        )
    )


@lru_cache(maxsize=64)
def stand_in(kind: str) -> IndicatorKind:
    """What stands on a chart for an indicator that cannot be had: a name without values."""

    def compute(_bars: Bars, _settings: Settings) -> Outputs:
        kind_of(kind)
        return MappingProxyType({})

    name = kind.removeprefix(USER)
    return IndicatorKind(kind, name, name, groups.OWN, (), (Plot("value", name),), compute, pane="overlay")
