"""The series a chart shows: an instrument's bars, on one basis of adjustment, and the axis that gives them their places."""

from __future__ import annotations

import numpy as np
from msgspec import Struct, field
from msgspec.structs import replace

from charting.core.adjustment import NO_ADJUSTMENTS, Action, Adjustments, adjusted_bars
from charting.core.bars import Bars, Floats
from charting.core.document import BarStyle, Basis, Chart, Compared, Sizes
from charting.core.high_low_times import HighLowTimes
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.resample import Partial, resample
from charting.core.timeaxis import TimeAxis
from charting.core.transforms import PriceMade, make
from charting.indicators.beside import NONE, Others
from charting.indicators.recipe import Context


class Other(Struct, frozen=True, eq=False):
    """A series that another one is compared with: what the document says of it, and its bars once they are there.

    ``problem`` says why there are none, to the user; empty while they are on their way.
    """

    compared: Compared
    series: Series | None = None
    problem: str = ""


class Series(Struct, frozen=True, eq=False):
    """What a chart needs to know of its market data.

    ``simulated`` marks bars that no market made, ``made`` tells how prices made the bars, None for those of time, and
    ``others`` are the series it is compared with. ``adjustments`` are the instrument's, ``basis`` is the one the bars are
    on, and ``finer`` are the shorter bars they were made of, where there are some, on the same basis. ``high_low`` tells when
    highs and lows of days and shorter bars were made, where shorter ones are at hand.
    ``beside`` are the bars of other instruments that the chart's indicators need, and ``replayed`` marks bars that are
    shown as they were once, ``until`` when (UTC seconds). ``partial`` says which of the outer bars are of periods that are
    not whole, where the bars were made of finer ones, and ``made_of`` the interval of these.
    """

    instrument: Instrument
    bars: Bars
    axis: TimeAxis
    simulated: bool = False
    source: str = ""
    made: PriceMade | None = None
    others: tuple[Other, ...] = ()
    adjustments: Adjustments = NO_ADJUSTMENTS
    basis: Basis = "split"
    finer: Bars | None = None
    high_low: HighLowTimes | None = None
    beside: Others = field(default_factory=lambda: NONE)
    replayed: bool = False
    until: float | None = None
    partial: Partial | None = None
    made_of: Interval | None = None

    def context(self, chart: Chart) -> Context:
        """What the indicators of a chart that shows this series may refer to."""
        return Context.of(chart, self.axis.calendar, self.beside)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Dividends, splits and earnings, oldest first; those that came after the moment of a replay are not told."""
        told = self.adjustments.actions
        return told if self.until is None else tuple(action for action in told if action.time < self.until)

    def is_partial(self, row: int) -> bool:
        """Whether the period of a bar is not over, or was not seen from its beginning."""
        first, last = (self.partial.first, self.partial.last) if self.partial is not None else (False, False)
        return (first and row == 0) or (last and row == len(self.bars) - 1)

    @property
    def is_adjustable(self) -> bool:
        """Whether anything is known that would make its prices others on another basis."""
        return len(self.adjustments.times) > 0

    @property
    def last(self) -> float:
        """The last price; the series must have bars."""
        return float(self.bars.close[-1]) if self.made is None else self.made.last

    def is_made_as(self, other: Series) -> bool:
        """Whether prices, or time, made the bars of both in the same way."""
        one, two = self.made, other.made
        return (one and (one.style, one.box, one.count)) == (two and (two.style, two.box, two.count))


def in_style(series: Series, style: BarStyle, sizes: Sizes = Sizes()) -> Series:
    """A series of bars of time as a style shows it: the same one, or with the bars that its prices make."""
    found = make(series.bars, style, sizes)
    if found is None:
        return series
    bars, made = found
    until = int(series.bars.time[-1]) if len(series.bars) else None
    axis = TimeAxis(bars.time, bars.interval, series.axis.calendar, series.axis.now, price_made=True, until=until)
    return replace(series, bars=bars, axis=axis, made=made, finer=None, high_low=None, partial=None)


def on_basis(series: Series, basis: Basis) -> Series:
    """A series of bars of time that are adjusted for splits, on another basis, with all it is compared with.

    Bars made of finer ones follow these: a week's high before a dividend may not be its high after it.
    """
    if basis == "split" or series.basis != "split":
        return series
    others = tuple(replace(other, series=other.series and on_basis(other.series, basis)) for other in series.others)
    bars, finer = adjusted_bars(series.bars, series.adjustments, basis), series.finer
    if finer is not None and len(finer):
        before, finer = finer, adjusted_bars(finer, series.adjustments, basis)
        if finer is not before:
            made, remade = (resample(table, bars.interval, series.axis.calendar).bars for table in (before, finer))
            bars = _followed(series.bars, made, remade, bars)
    return replace(series, bars=bars, basis=basis, finer=finer, others=others)


def _followed(bars: Bars, before: Bars, after: Bars, otherwise: Bars) -> Bars:
    """``bars`` as the values of others ``before`` at the same times went to those ``after``; ``otherwise`` where none are.

    A bar that is newer than the others', because its last price is, keeps what it has gained on them.
    """
    rows = np.minimum(before.time.searchsorted(bars.time), len(before) - 1)
    known = before.time[rows] == bars.time

    def column(name: str) -> Floats:
        own, old, new = getattr(bars, name), getattr(before, name)[rows], getattr(after, name)[rows]
        with np.errstate(divide="ignore", invalid="ignore"):
            followed = np.where(own == old, new, own * (new / old))
        found: Floats = np.where(known, followed, getattr(otherwise, name))
        return found

    opens, highs, lows, closes, volumes = map(column, ("open", "high", "low", "close", "volume"))
    return Bars.of(bars.time, opens, highs, lows, closes, volumes, bars.interval)
