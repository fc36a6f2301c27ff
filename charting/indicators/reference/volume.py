"""What volume says of prices."""

from __future__ import annotations

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import Plot
from charting.indicators.looks import line
from charting.indicators.reference.declare import average, period, reference

_ALL = ("high", "low", "close", "volume")
_CLOSE_VOLUME = ("close", "volume")
_FAST_SLOW = (
    period(12, name="fast", title=translatable("Fast"), keyword="fastperiod"),
    period(26, name="slow", title=translatable("Slow"), keyword="slowperiod"),
)

KINDS = (
    reference(
        "OBV",
        translatable("On Balance Volume"),
        "OBV",
        groups.VOLUME,
        ("source", "volume"),
        plots=(line("obv", "OBV", "blue"),),
        about=translatable("The volume of all rising bars less that of all falling ones."),
        decimals=0,
    ),
    reference(
        "AD",
        translatable("Accumulation/Distribution Line (Chaikin)"),
        "A/D",
        groups.VOLUME,
        _ALL,
        plots=(line("ad", "A/D", "blue"),),
        about=translatable(
            "The sum of all volume, each weighted by where in its range the bar closed: 1 at the high, -1 at the low."
        ),
        decimals=0,
    ),
    reference(
        "ADOSC",
        translatable("Chaikin Oscillator"),
        "ADOSC",
        groups.VOLUME,
        _ALL,
        (
            period(3, name="fast", title=translatable("Fast"), keyword="fastperiod"),
            period(10, name="slow", title=translatable("Slow"), keyword="slowperiod"),
        ),
        (line("adosc", "ADOSC", "blue"),),
        about=translatable("A fast less a slow exponential average of the accumulation/distribution line."),
        levels=(0.0,),
        decimals=0,
    ),
    reference(
        "CMF",
        translatable("Chaikin Money Flow"),
        "CMF",
        groups.VOLUME,
        _ALL,
        (period(20),),
        (line("cmf", "CMF", "green"),),
        about=translatable("Accumulation/distribution over the period as a share of its volume."),
        levels=(0.0,),
        bounds=(-1.0, 1.0),
        decimals=3,
    ),
    reference(
        "MFI",
        translatable("Money Flow Index"),
        "MFI",
        groups.VOLUME,
        _ALL,
        (period(14),),
        (line("mfi", "MFI", "purple"),),
        about=translatable("The share of money that flowed on rises of the typical price, in per cent."),
        levels=(20.0, 80.0),
        level_fill=(20.0, 80.0),
        bounds=(0.0, 100.0),
        decimals=2,
    ),
    reference(
        "EFI",
        translatable("Force Index (Elder)"),
        "EFI",
        groups.VOLUME,
        _CLOSE_VOLUME,
        (period(13, low=1),),
        (line("efi", "EFI", "orange"),),
        about=translatable("The exponential average of change times volume."),
        levels=(0.0,),
        decimals=0,
    ),
    reference(
        "MARKETFI",
        translatable("Market Facilitation Index (Bill Williams)"),
        "BW MFI",
        groups.VOLUME,
        ("high", "low", "volume"),
        plots=(Plot("marketfi", "BW MFI", "histogram", Stroke(colour="grey"), colouring="slope"),),
        about=translatable("How far the price moved for each unit of volume."),
        decimals=10,
    ),
    reference(
        "NVI",
        translatable("Negative Volume Index"),
        "NVI",
        groups.VOLUME,
        _CLOSE_VOLUME,
        plots=(line("nvi", "NVI", "red"),),
        about=translatable("Follows the price on bars with less volume than the one before, starting at 1,000."),
        decimals=2,
    ),
    reference(
        "PVI",
        translatable("Positive Volume Index"),
        "PVI",
        groups.VOLUME,
        _CLOSE_VOLUME,
        plots=(line("pvi", "PVI", "green"),),
        about=translatable("Follows the price on bars with more volume than the one before, starting at 1,000."),
        decimals=2,
    ),
    reference(
        "PVT",
        translatable("Price Volume Trend"),
        "PVT",
        groups.VOLUME,
        _CLOSE_VOLUME,
        plots=(line("pvt", "PVT", "blue"),),
        about=translatable("The sum of all volume, each weighted by the bar's relative change."),
        decimals=0,
    ),
    reference(
        "PVO",
        translatable("Percentage Volume Oscillator"),
        "PVO",
        groups.VOLUME,
        ("volume",),
        (*_FAST_SLOW, average("EMA")),
        (line("pvo", "PVO", "cyan"),),
        about=translatable("A fast less a slow average of volume, in per cent of the slow one."),
        levels=(0.0,),
        decimals=2,
    ),
    reference(
        "RVOL",
        translatable("Relative Volume"),
        "RVOL",
        groups.VOLUME,
        ("volume",),
        (period(20, low=1),),
        (Plot("rvol", "RVOL", "histogram", Stroke(colour="grey"), colouring="direction"),),
        about=translatable("Volume as a multiple of its mean over the bars before."),
        levels=(1.0,),
        decimals=2,
    ),
    reference(
        "WAD",
        translatable("Accumulation/Distribution (Williams)"),
        "WAD",
        groups.VOLUME,
        ("high", "low", "close"),
        plots=(line("wad", "WAD", "blue"),),
        about=translatable("The sum of closes above the true low on rises less that of closes below the true high on falls."),
    ),
)
