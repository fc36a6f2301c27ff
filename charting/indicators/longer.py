"""Indicators of longer bars on a chart of shorter ones: the weekly average on a daily chart, without looking ahead.

A bar sees the longer bars that were complete when it was: those of the periods before its own. The last bar of a period,
which the calendar knows beforehand, completes it and sees it too, so that Friday's bar has the week's value. Within a day
no bar counts as the last, because closing auctions come after it: shorter bars see the day's value from the next day on.
Nothing ever changes afterwards, but the value at a forming bar that ends a period.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars
from charting.core.calendar import Calendar
from charting.core.interval import Interval
from charting.core.resample import can_resample, resample
from charting.core.text import translatable
from charting.indicators.columns import Column, blank
from charting.indicators.declaration import IndicatorKind, IndicatorProblem, Outputs, Settings
from charting.indicators.sourced import Sourced


class Longer(Struct, frozen=True, eq=False):
    """Longer bars, and which of them each shorter one sees last: (n,) rows, -1 for none."""

    bars: Bars
    seen: NDArray[np.int64]


def compute(kind: IndicatorKind, settings: Settings, bars: Bars, interval: Interval, calendar: Calendar | None) -> Outputs:
    """The outputs of an indicator computed on longer bars, for each of the shorter ones; (n,) each.

    Another indicator's output that is its source enters a longer bar with its last value there. Marks stand on the
    first bar that sees them.

    Raises
    ------
    IndicatorProblem
        If the bars cannot make such longer ones, or if the indicator draws at other bars than those it belongs to.
    """
    if not kind.takes_interval:
        raise IndicatorProblem(
            translatable("This indicator is drawn away from the bars it belongs to and so needs the chart's own interval.")
        )
    if calendar is None or not can_resample(bars.interval, interval):
        raise IndicatorProblem(
            translatable("The chart's bars cannot be joined to this indicator's. Choose a longer interval for the indicator.")
        )
    found = longer(bars, interval, calendar)
    outputs = kind.compute(found.bars, settings)
    momentary = {plot.name for plot in kind.plots if plot.style == "marks"}
    return {name: _spread(values, found.seen, once=name in momentary) for name, values in outputs.items()}


def longer(bars: Bars, interval: Interval, calendar: Calendar) -> Longer:
    """Longer bars as they come to be known with the shorter ones; see the module's text.

    Raises
    ------
    ValueError
        As :func:`charting.core.resample.resample`.
    """
    period = calendar.grid(interval).number_of(bars.time)
    closing = _closing(bars, period, interval, calendar)
    # A bar after the one that closes its period belongs to it no more: what was seen there must not change.
    late = np.zeros(len(bars), np.bool_)
    late[1:] = closing[:-1] & (period[1:] == period[:-1])
    kept = np.flatnonzero(~late)
    made = resample(_rows(bars, kept) if len(kept) < len(bars) else bars, interval, calendar)
    group = np.searchsorted(made.first, np.cumsum(~late) - 1, "right") - 1
    joined = made.bars
    if isinstance(bars, Sourced):
        last = kept[np.append(made.first[1:], len(kept)) - 1] if len(kept) else kept
        joined = Sourced.of_bars(joined, {name: values[last] for name, values in bars.extra.items()})
    return Longer(joined, np.where(closing | late, group, group - 1))


def _closing(bars: Bars, period: NDArray[np.int64], interval: Interval, calendar: Calendar) -> NDArray[np.bool_]:
    """Whether each bar is, by the calendar, the last of its period."""
    if bars.interval.is_intraday:
        return np.zeros(len(bars), np.bool_)
    finer = calendar.grid(bars.interval)
    following = finer.stamp(finer.number_of(bars.time) + 1)
    found: NDArray[np.bool_] = calendar.grid(interval).number_of(following) != period
    return found


def _spread(values: Column, seen: NDArray[np.int64], *, once: bool) -> Column:
    known = seen >= 0
    if once:
        known[1:] &= seen[1:] != seen[:-1]
    spread = blank(values, len(seen))
    spread[known] = values[seen[known]]
    return spread


def _rows(bars: Bars, rows: NDArray[np.int64]) -> Bars:
    columns = (bars.open[rows], bars.high[rows], bars.low[rows], bars.close[rows], bars.volume[rows])
    return Bars.of(bars.time[rows], *columns, bars.interval)
