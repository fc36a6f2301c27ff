"""The series a chart shows: an instrument's bars together with the axis that gives them their places."""

from __future__ import annotations

from dataclasses import dataclass, replace

from charting.core.bars import Bars
from charting.core.document import BarStyle, Compared
from charting.core.instrument import Instrument
from charting.core.timeaxis import TimeAxis
from charting.core.transforms import PriceMade, make


@dataclass(frozen=True, slots=True, eq=False)
class Other:
    """A series that another one is compared with: what the document says of it, and its bars once they are there."""

    compared: Compared
    series: Series | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """What a chart needs to know of its market data.

    ``simulated`` marks bars that no market made, ``made`` tells how prices made the bars, None for those of time, and
    ``others`` are the series it is compared with.
    """

    instrument: Instrument
    bars: Bars
    axis: TimeAxis
    simulated: bool = False
    source: str = ""
    made: PriceMade | None = None
    others: tuple[Other, ...] = ()

    @property
    def last(self) -> float:
        """The last price; the series must have bars."""
        return float(self.bars.close[-1]) if self.made is None else self.made.last

    def is_made_as(self, other: Series) -> bool:
        """Whether prices, or time, made the bars of both in the same way."""
        one, two = self.made, other.made
        return (one and (one.style, one.box)) == (two and (two.style, two.box))


def in_style(series: Series, style: BarStyle) -> Series:
    """A series of bars of time as a style shows it: the same one, or with the bars that its prices make."""
    found = make(series.bars, style)
    if found is None:
        return series
    bars, made = found
    axis = TimeAxis(bars.time, bars.interval, series.axis.calendar, series.axis.now, price_made=True)
    return replace(series, bars=bars, axis=axis, made=made)
