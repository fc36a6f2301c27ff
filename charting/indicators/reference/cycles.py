"""Ehlers' measures of the dominant cycle."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import Plot
from charting.indicators.looks import line
from charting.indicators.reference.declare import SOURCE, reference

KINDS = (
    reference(
        "HT_DCPERIOD",
        translatable("Hilbert Transform - Dominant Cycle Period"),
        "HT PERIOD",
        groups.CYCLES,
        SOURCE,
        plots=(line("ht_dcperiod", "HT PERIOD", "blue"),),
        about=translatable("The length of the dominant cycle, in bars."),
        decimals=1,
        cost=70.0,
    ),
    reference(
        "HT_DCPHASE",
        translatable("Hilbert Transform - Dominant Cycle Phase"),
        "HT PHASE",
        groups.CYCLES,
        SOURCE,
        plots=(line("ht_dcphase", "HT PHASE", "blue"),),
        about=translatable("Where in the dominant cycle the price stands, in degrees."),
        decimals=1,
        cost=450.0,
    ),
    reference(
        "HT_PHASOR",
        translatable("Hilbert Transform - Phasor Components"),
        "HT PHASOR",
        groups.CYCLES,
        SOURCE,
        plots=(line("inphase", translatable("In phase"), "blue"), line("quadrature", translatable("Quadrature"), "orange")),
        about=translatable("The two components of the dominant cycle, a quarter of a cycle apart."),
        levels=(0.0,),
        cost=70.0,
    ),
    reference(
        "HT_SINE",
        translatable("Hilbert Transform - Sine Wave"),
        "HT SINE",
        groups.CYCLES,
        SOURCE,
        plots=(line("sine", translatable("Sine"), "blue"), line("lead_sine", translatable("Lead sine"), "orange")),
        about=translatable("The sine of the cycle's phase and the same 45 degrees ahead; they cross before turns."),
        levels=(0.0,),
        bounds=(-1.0, 1.0),
        decimals=3,
        cost=450.0,
    ),
    reference(
        "HT_TRENDMODE",
        translatable("Hilbert Transform - Trend or Cycle"),
        "HT MODE",
        groups.CYCLES,
        SOURCE,
        plots=(Plot("ht_trendmode", "HT MODE", "step"),),
        about=translatable("1 while the price follows a trend, 0 while it moves in a cycle."),
        bounds=(0.0, 1.0),
        decimals=0,
        cost=450.0,
    ),
)
