"""The series a chart shows: an instrument's bars together with the axis that gives them their places."""

from __future__ import annotations

from dataclasses import dataclass

from charting.core.bars import Bars
from charting.core.instrument import Instrument
from charting.core.timeaxis import TimeAxis


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """What a chart needs to know of its market data; ``simulated`` marks bars that no market made."""

    instrument: Instrument
    bars: Bars
    axis: TimeAxis
    simulated: bool = False
    source: str = ""
