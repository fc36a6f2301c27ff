"""Bars for the tests of indicators: real ones from the shared files, and made ones with every kind of trouble."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from charting.core.bars import Bars, Floats
from charting.core.calendar import calendar_for
from charting.core.document import Indicator, Value
from charting.core.interval import DAY, MINUTE, Interval
from charting.indicators.beside import Beside, Instrument
from charting.indicators.declaration import IndicatorKind, Outputs
from charting.indicators.recipe import Context
from charting.indicators.values import IndicatorValues
from tests.places import DATA

OPEN = 5_400
"""Seconds from midnight UTC to Hong Kong's opening."""
_MONDAY = 18_988
"""The Monday before the year 2022, in days since 1970, so that made bars soon come to another month and year."""


@cache
def real(name: str) -> Bars:
    """Daily bars of a shared file such as ``index/HSTECH``; blank volumes are NaN."""
    with Path(DATA / f"{name}.csv").open(encoding="utf-8") as file:
        rows = [{key.lower(): value for key, value in row.items()} for row in csv.DictReader(file)]
    days = [datetime.datetime.fromisoformat(row["date"]).replace(tzinfo=datetime.UTC) for row in rows]
    time = [int(day.timestamp()) + OPEN for day in days]
    columns = [[float(row[key]) if row[key] else np.nan for row in rows] for key in ("open", "high", "low", "close", "volume")]
    return Bars.of(time, *columns, DAY)


def row_of(bars: Bars, day: str) -> int:
    """The row of a date."""
    wanted = np.datetime64(day)
    found = np.flatnonzero(bars.time.astype("datetime64[s]").astype("datetime64[D]") == wanted)
    assert len(found) == 1, day
    return int(found[0])


def walk(count: int, seed: int = 7, interval_minutes: int = 0) -> Bars:
    """A random walk: daily bars, or minute bars in sessions of 330 minutes with a lunch break."""
    random = np.random.default_rng(seed)
    close = np.round(100 * np.exp(np.cumsum(random.normal(0, 0.02, count))), 2)
    open = np.round(close * np.exp(random.normal(0, 0.01, count)), 2)
    high = np.maximum(open, close) + np.round(random.random(count), 2)
    low = np.minimum(open, close) - np.round(random.random(count), 2)
    volume = random.integers(0, 5, count) * 100.0
    row = np.arange(count)
    if not interval_minutes:
        time = (row + row // 5 * 2 + _MONDAY) * 86_400 + OPEN
        return Bars.of(time, open, high, low, close, volume, DAY)
    day, minute = row // 330, row % 330
    time = (day + day // 5 * 2 + _MONDAY) * 86_400 + OPEN + (minute + np.where(minute >= 150, 60, 0)) * 60
    return Bars.of(time, open, high, low, close, volume, MINUTE)


def holed(bars: Bars, share: float = 0.06, seed: int = 5) -> Bars:
    """The same bars with some rows without prices, some without volume, and single prices missing."""
    random = np.random.default_rng(seed)
    gone = random.random(len(bars)) < share
    prices = [np.where(gone, np.nan, column) for column in (bars.open, bars.high, bars.low, bars.close)]
    prices[3] = np.where(random.random(len(bars)) < share / 2, np.nan, prices[3])
    volume = np.where(random.random(len(bars)) < share, np.nan, bars.volume)
    return Bars.of(bars.time, *prices, volume, bars.interval)


class Ticking:
    """A table that goes on in the same memory, as live bars do: the last row of earlier tables changes as well."""

    def __init__(self, bars: Bars, count: int) -> None:
        self._interval = bars.interval
        self._columns = [column.copy() for column in (bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume)]
        self._count = count
        self.bars = self._shown()

    def tick(self, close: float) -> None:
        """Another close of the last bar."""
        self._columns[4][self._count - 1] = close
        self.bars = self._shown()

    def add(self) -> None:
        """The next bar."""
        self._count = min(self._count + 1, len(self._columns[0]))
        self.bars = self._shown()

    def _shown(self) -> Bars:
        return Bars(*(column[: self._count] for column in self._columns), self._interval)  # type: ignore[arg-type]


OTHER = Instrument("demo", "OTHER")


@cache
def context_for_interval(interval: Interval) -> Context:
    """A second instrument to take closes from, with holes and with days on which only one of both was traded."""
    minutes = 1 if interval.is_intraday else 0
    other = holed(walk(700, seed=23, interval_minutes=minutes))
    kept = np.flatnonzero(np.random.default_rng(3).random(len(other)) > 0.05)
    columns = (other.open[kept], other.high[kept], other.low[kept], other.close[kept], other.volume[kept])
    calendar = calendar_for("XHKG")
    return Context({}, calendar, {OTHER: Beside(Bars.of(other.time[kept], *columns, other.interval), calendar)})


def context_for(bars: Bars) -> Context:
    """What indicators on some bars may refer to."""
    return context_for_interval(bars.interval)


def indicator_of(kind: IndicatorKind, chosen: Mapping[str, Value] = MappingProxyType({})) -> Indicator:
    """An indicator with settings, and with a second instrument where it needs one."""
    symbols: dict[str, Value] = {one.name: str(OTHER) for one in kind.parameters if one.is_symbol}
    return Indicator("a", kind.kind, {**chosen, **symbols})


def computed(kind: IndicatorKind, bars: Bars, chosen: Mapping[str, Value]) -> Outputs:
    """The outputs of an indicator with settings, beside a second instrument where it needs one."""
    if not any(parameter.is_symbol for parameter in kind.parameters):
        return kind.compute(bars, chosen)
    return IndicatorValues().values(bars, indicator_of(kind, chosen), context_for(bars))


def flat(count: int, price: float = 100.0, volume: float = 0.0) -> Bars:
    """Bars that never move."""
    same = np.full(count, price)
    return Bars.of(walk(count).time, same, same, same, same, np.full(count, volume), DAY)


def same(left: Floats, right: Floats) -> bool:
    """Whether two columns are equal bit for bit, NaN equalling NaN and zero equalling zero of either sign."""
    return left.shape == right.shape and bool(((left == right) | (np.isnan(left) & np.isnan(right))).all())
