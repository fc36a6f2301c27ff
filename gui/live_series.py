"""The series on show that go on by ticks between two answers of their source."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.timeaxis import TimeAxis
from charting.market.provider import SeriesKey
from charting.scene.series import Series

if TYPE_CHECKING:
    from charting.market.live_bars import LiveBars
    from charting.market.quote import Tick


class LiveSeries:
    """Bars made by ticks, by the series they belong to. Main thread only; nothing of it is stored anywhere."""

    def __init__(self) -> None:
        self._live: dict[SeriesKey, LiveBars] = {}

    def begin(self, key: SeriesKey, series: Series) -> Series:
        """A series as its source has it, with the bars that ticks made after its end.

        Where the source says what it said before, all that ticks did since stays: the store answers before the source.
        """
        before = self._live.get(key)
        if before is None:
            return series
        if before.began_with(series.bars):
            return _with_bars(series, before.bars)
        live = _live_bars(series)
        live.take_over(before)
        self._live[key] = live
        return _with_bars(series, live.bars)

    def tick(self, key: SeriesKey, series: Series, ticks: Iterable[Tick]) -> Series:
        """The series after some ticks, oldest first; the same one when they change nothing."""
        live = self._live.get(key)
        if live is None:
            live = self._live[key] = _live_bars(series)
        changed = [live.tick(tick) for tick in ticks]
        return _with_bars(series, live.bars) if any(changed) else series

    def retain(self, keys: Container[SeriesKey]) -> None:
        """Drop what ticks made of all other series."""
        self._live = {key: live for key, live in self._live.items() if key in keys}

    def forget(self, source: str) -> None:
        """Drop what ticks made of a source's series."""
        self._live = {key: live for key, live in self._live.items() if key.source != source}


def _live_bars(series: Series) -> LiveBars:
    from charting.market.live_bars import LiveBars  # not before a market tells of trades

    return LiveBars(series.bars, series.axis.calendar)


def _with_bars(series: Series, bars: Bars) -> Series:
    if bars is series.bars:
        return series
    axis = series.axis
    if len(bars) != len(axis) or bars.time[-1] != axis.bar_times[-1]:
        axis = TimeAxis(bars.time, bars.interval, axis.calendar)
    partial = series.partial
    if partial is not None and len(bars) > len(series.bars):  # the newest has only begun
        partial = replace(partial, last=True)
    return replace(series, bars=bars, axis=axis, partial=partial)
