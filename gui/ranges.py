"""The spans of time that one press shows, and which bars suit them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from charting.core.interval import Interval
from charting.core.resample import can_resample
from charting.core.text import translatable
from charting.scene.series import Series
from charting.view.chart import ChartView

YEAR_TO_DATE = -1.0
FEWEST, MOST = 15, 3000
"""Bars in a span below which finer ones are shown instead, and above which coarser ones are."""
_SLACK = 5 * 86_400
"""Seconds by which a series may begin after a span does, as it begins on a holiday."""


class Range(Struct, frozen=True):
    """The latest ``days`` of calendar time (:data:`YEAR_TO_DATE`, or None for everything), with the interval that suits them.

    ``short`` is what a button says.
    """

    key: str
    short: str
    title: str
    days: float | None
    interval: Interval | None = None


RANGES = (
    Range("1d", translatable("1D"), translatable("1 day"), 1.0, Interval(1, "m")),
    Range("5d", translatable("5D"), translatable("5 days"), 7.0, Interval(5, "m")),
    Range("1m", translatable("1M"), translatable("1 month"), 31.0, Interval(1, "h")),
    Range("3m", translatable("3M"), translatable("3 months"), 92.0, Interval(1, "d")),
    Range("6m", translatable("6M"), translatable("6 months"), 183.0, Interval(1, "d")),
    Range("ytd", translatable("YTD"), translatable("Year to date"), YEAR_TO_DATE, Interval(1, "d")),
    Range("1y", translatable("1Y"), translatable("1 year"), 366.0, Interval(1, "d")),
    Range("5y", translatable("5Y"), translatable("5 years"), 1827.0, Interval(1, "wk")),
    Range("all", translatable("All"), translatable("Everything"), None),
)


def days_of(range_: Range, series: Series) -> float | None:
    """Calendar days before the last bar at which a range begins; None for everything."""
    if range_.days != YEAR_TO_DATE or not len(series.bars):
        return range_.days
    last = datetime.fromtimestamp(int(series.bars.time[-1]), ZoneInfo(series.instrument.timezone))
    return (last - last.replace(month=1, day=1, hour=0, minute=0, second=0)).total_seconds() / 86_400


def better_interval(range_: Range, series: Series) -> Interval | None:
    """The interval to show a range in when the bars on show are too few, too many or do not reach back so far; else None."""
    bars, wanted, days = series.bars, range_.interval, days_of(range_, series)
    if wanted is None or days is None or not len(bars) or wanted == bars.interval:
        return None
    begin = int(bars.time[-1]) - days * 86_400
    count = len(bars) - int(bars.time.searchsorted(begin))
    if wanted.seconds < bars.interval.seconds:
        return _finer(series, wanted) if count < FEWEST else None
    # Days and longer bars are kept from the first one on, so coarser ones would reach back no further.
    short = bars.interval.is_intraday and int(bars.time[0]) > begin + _SLACK
    return wanted if short or count > MOST else None


def _finer(series: Series, wanted: Interval) -> Interval | None:
    """The interval to show instead of a longer one: of a file its own, or one that can be made of its own."""
    if not series.source.startswith("file:"):
        return wanted
    own = series.made_of
    if own is None or can_resample(own, wanted):
        return own and wanted
    return own if own.seconds < series.bars.interval.seconds else None


class Ranges:
    """Shows ranges on a chart; where that takes other bars, as soon as these have come."""

    def __init__(self, view: ChartView, set_interval: Callable[[Interval], None]) -> None:
        self._view = view
        self._set_interval = set_interval
        self._waiting: tuple[Range, Interval] | None = None
        view.sight.shown.connect(self._note_series)

    def choose(self, range_: Range) -> None:
        """Show a range."""
        series = self._view.series
        if series is None:
            return
        interval = better_interval(range_, series)
        if interval is None:
            self._waiting = None
            self._view.show_last(days_of(range_, series))
        else:
            self._waiting = (range_, interval)
            self._set_interval(interval)

    def _note_series(self) -> None:
        """Other bars are on show: go to the range that waited for them, unless the chart is to have others still."""
        series = self._view.series
        if self._waiting is None or series is None:
            return
        range_, interval = self._waiting
        if self._view.chart.interval != str(interval):
            self._waiting = None
        elif series.bars.interval == interval:
            self._waiting = None
            self._view.show_last(days_of(range_, series))
