"""Oscillators between fixed bounds: where the price stands between the extremes of late."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.looks import line
from charting.indicators.reference.declare import (
    AVERAGES,
    HIGH_LOW_CLOSE,
    SLOW,
    SOURCE,
    Argument,
    average,
    period,
    reference,
)


def _between(low: float, high: float, lowest: float = 0.0, highest: float = 100.0) -> Mapping[str, Any]:
    """The look of an oscillator that means something below ``low`` and above ``high``."""
    return {"levels": (low, high), "level_fill": (low, high), "bounds": (lowest, highest), "decimals": 2}


def _stochastic(name: str, title: str, keyword: str, default: int) -> Argument:
    return period(default, low=1, name=name, title=title, keyword=keyword)


_FAST_K = _stochastic("fast_k", translatable("Fast %K"), "fastk_period", 5)
_FAST_D = (
    _stochastic("fast_d", translatable("Fast %D"), "fastd_period", 3),
    average("SMA", name="d_average", title=translatable("%D average"), keyword="fastd_matype"),
)
_SLOW_K = _stochastic("slow_k", translatable("Slow %K"), "slowk_period", 3)
_SLOW_D = _stochastic("slow_d", translatable("Slow %D"), "slowd_period", 3)
_K_AVERAGE = average("SMA", name="k_average", title=translatable("%K average"), keyword="slowk_matype")
_D_AVERAGE = average("SMA", name="d_average", title=translatable("%D average"), keyword="slowd_matype")
_K_AND_D = (line("k", "%K", "blue"), line("d", "%D", "orange"))

KINDS = (
    reference(
        "RSI",
        translatable("Relative Strength Index"),
        "RSI",
        groups.MOMENTUM,
        SOURCE,
        (period(14),),
        (line("rsi", "RSI", "purple"),),
        about=translatable("Wilder's share of rises in all movement of the price, in per cent."),
        **_between(30.0, 70.0),
    ),
    reference(
        "STOCH",
        translatable("Stochastic"),
        "STOCH",
        groups.MOMENTUM,
        HIGH_LOW_CLOSE,
        (_FAST_K, _SLOW_K, _SLOW_D, _K_AVERAGE, _D_AVERAGE),
        _K_AND_D,
        about=translatable("Lane's place of the close in the range of the period, smoothed, and its average."),
        **_between(20.0, 80.0),
    ),
    reference(
        "STOCHF",
        translatable("Stochastic Fast"),
        "STOCHF",
        groups.MOMENTUM,
        HIGH_LOW_CLOSE,
        (_FAST_K, *_FAST_D),
        _K_AND_D,
        about=translatable("The place of the close in the range of the period, and its average."),
        **_between(20.0, 80.0),
    ),
    reference(
        "STOCHRSI",
        translatable("Stochastic RSI"),
        "STOCHRSI",
        groups.MOMENTUM,
        SOURCE,
        (period(14), _FAST_K, *_FAST_D),
        _K_AND_D,
        about=translatable("The place of the RSI in its own range of the period, and its average."),
        **_between(20.0, 80.0),
    ),
    reference(
        "KDJ",
        translatable("KDJ"),
        "KDJ",
        groups.MOMENTUM,
        HIGH_LOW_CLOSE,
        (_stochastic("fast_k", translatable("Period"), "fastk_period", 9), _SLOW_K, _SLOW_D),
        (line("k", "K", "blue"), line("d", "D", "orange"), line("j", "J", "purple", 1.0)),
        fixed={"slowk_matype": AVERAGES["RMA"], "slowd_matype": AVERAGES["RMA"]},
        about=translatable("The stochastic as China's terminals show it, with Wilder's smoothing and J = 3K - 2D."),
        levels=(20.0, 80.0),
        level_fill=(20.0, 80.0),
        decimals=2,
    ),
    reference(
        "WILLR",
        translatable("Williams %R"),
        "%R",
        groups.MOMENTUM,
        HIGH_LOW_CLOSE,
        (period(14),),
        (line("willr", "%R", "cyan"),),
        about=translatable("How far the close lies below the highest high of the period, in per cent of its range."),
        **_between(-80.0, -20.0, -100.0, 0.0),
    ),
    reference(
        "CCI",
        translatable("Commodity Channel Index"),
        "CCI",
        groups.MOMENTUM,
        HIGH_LOW_CLOSE,
        (period(20, high=SLOW),),
        (line("cci", "CCI", "green"),),
        about=translatable("Lambert's distance of the typical price from its mean, in units of 0.015 mean deviations."),
        levels=(-100.0, 100.0),
        level_fill=(-100.0, 100.0),
        decimals=2,
    ),
    reference(
        "CMO",
        translatable("Chande Momentum Oscillator"),
        "CMO",
        groups.MOMENTUM,
        SOURCE,
        (period(14),),
        (line("cmo", "CMO", "orange"),),
        about=translatable("Rises less falls over rises plus falls, with Wilder's smoothing, in per cent."),
        **_between(-50.0, 50.0, -100.0, 100.0),
    ),
    reference(
        "CMOU",
        translatable("Chande Momentum Oscillator (unsmoothed)"),
        "CMOU",
        groups.MOMENTUM,
        SOURCE,
        (period(14),),
        (line("cmou", "CMOU", "orange"),),
        about=translatable("Rises less falls over rises plus falls of the period, as Chande wrote it, in per cent."),
        **_between(-50.0, 50.0, -100.0, 100.0),
    ),
    reference(
        "IMI",
        translatable("Intraday Momentum Index"),
        "IMI",
        groups.MOMENTUM,
        ("open", "close"),
        (period(14, high=SLOW),),
        (line("imi", "IMI", "purple"),),
        about=translatable("The share of rising bodies in all bodies of the period, in per cent."),
        **_between(30.0, 70.0),
        cost=70.0,
    ),
    reference(
        "SMI",
        translatable("Stochastic Momentum Index"),
        "SMI",
        groups.MOMENTUM,
        HIGH_LOW_CLOSE,
        (
            period(13),
            period(2, name="fast", title=translatable("Fast"), keyword="fastperiod"),
            period(25, name="slow", title=translatable("Slow"), keyword="slowperiod"),
            period(9, name="signal", title=translatable("Signal"), keyword="signalperiod"),
        ),
        (line("smi", "SMI", "blue"), line("signal", translatable("Signal"), "orange")),
        about=translatable(
            "Blau's distance of the close from the middle of the range, doubly smoothed, in per cent of half the range."
        ),
        **_between(-40.0, 40.0, -100.0, 100.0),
    ),
    reference(
        "ULTOSC",
        translatable("Ultimate Oscillator"),
        "ULTOSC",
        groups.MOMENTUM,
        HIGH_LOW_CLOSE,
        (
            period(7, low=1, name="short", title=translatable("Short"), keyword="timeperiod1"),
            period(14, low=1, name="medium", title=translatable("Medium"), keyword="timeperiod2"),
            period(28, low=1, name="long", title=translatable("Long"), keyword="timeperiod3"),
        ),
        (line("ultosc", "ULTOSC", "red"),),
        about=translatable("Larry Williams' buying pressure over three periods, the short one weighing most, in per cent."),
        **_between(30.0, 70.0),
    ),
)
