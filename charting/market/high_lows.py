"""When the highs and lows of a series were made, as far as the bars it was made of and the shorter ones in the store tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from charting.core.high_low_times import high_low_times, unknown_times
from charting.core.interval import DAY, Interval
from charting.core.resample import can_resample
from charting.market.provider import History, SeriesKey

if TYPE_CHECKING:
    from charting.market.store import Store


def with_times(key: SeriesKey, base: History, shown: History, store: Store | None) -> History:
    """A series with the times of its highs and lows, where anything tells them; to be called from a worker.

    Parameters
    ----------
    key
        What is shown.
    base, shown
        What it was made of, and what became of it: the same where the source has such bars itself.
    store
        Is looked into, and never asks a source; None where it has nothing of this one. Bars of weeks and months have their
        days beside them, which tell it after they were adjusted.
    """
    if not (key.interval.is_intraday or key.interval == DAY):
        return shown
    times = None if base is shown else high_low_times(shown.bars, base.bars)
    if store is not None and not key.source.startswith("file:"):
        for interval in _kept_below(key, store):
            finer = store.read(SeriesKey(key.source, key.symbol, interval))
            if finer is not None:
                times = (times or unknown_times(shown.bars)).refined(finer.bars)
    return shown if times is None else replace(shown, high_low=times)


def _kept_below(key: SeriesKey, store: Store) -> list[Interval]:
    """The kept intervals of an instrument that are shorter than a series', the longest first."""
    kept = (each for each in store.series() if (each.source, each.symbol) == (key.source, key.symbol))
    shorter = (each.interval for each in kept if each.interval != key.interval and can_resample(each.interval, key.interval))
    return sorted(shorter, key=lambda interval: -interval.seconds)
