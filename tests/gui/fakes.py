"""Stand-ins for what services talk to: a window that writes down what it is told, a feed that answers when told to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from charting.core.bars import Bars
from charting.core.document import WatchlistItem
from charting.core.instrument import Instrument
from charting.core.interval import DAY, Interval
from charting.core.signals import Signal
from charting.market.provider import History, MarketError, Refused, SeriesKey
from charting.scene.series import Series
from gui.context import DataState, Listed, Notice

FIRST_SESSION = 1_735_867_800
"""2025-01-03 09:30 in Hong Kong, a Friday."""


class FakeWindow:
    """Keeps the last of everything."""

    def __init__(self) -> None:
        self.series: Series | None = None
        self.chart_notice = ""
        self.shown: list[Series | str] = []
        self.state: DataState | None = None
        self.quotes: Mapping[WatchlistItem, Listed] = {}
        self.updates: list[Series] = []
        self.names: Sequence[str] = ()
        self.notices: dict[str, Notice] = {}
        self.errors: list[tuple[str, str, str]] = []

    def show_series(self, series: Series | None, notice: str = "", *, going_on: bool = False) -> None:
        self.series, self.chart_notice = series, notice
        if going_on and series is not None:
            self.updates.append(series)
            return
        self.shown.append(notice if series is None else series)

    def set_data_state(self, state: DataState) -> None:
        self.state = state

    def set_quotes(self, quotes: Mapping[WatchlistItem, Listed]) -> None:
        self.quotes = quotes

    def set_workspaces(self, names: Sequence[str]) -> None:
        self.names = names

    def show_notice(self, notice: Notice) -> None:
        self.notices[notice.key] = notice

    def clear_notice(self, key: str) -> None:
        self.notices.pop(key, None)

    def show_error(self, title: str, message: str, details: str = "") -> None:
        self.errors.append((title, message, details))

    @property
    def texts(self) -> list[str]:
        """The texts of all notices."""
        return [notice.text for notice in self.notices.values()]


class FakeFeed:
    """Writes requests down; a test answers them, from whatever thread it likes."""

    arrived = Signal(object, object)
    failed = Signal(object, object)
    started = Signal(object)

    def __init__(self) -> None:
        self.requests: list[SeriesKey] = []

    def request(self, source: str, symbol: str, interval: Interval, *, background: bool = False) -> None:
        self.requests.append(SeriesKey(source, symbol, interval))

    def answer(self, key: SeriesKey, answer: History) -> None:
        self.arrived.emit(key, answer)

    def refuse(self, key: SeriesKey, error: MarketError) -> None:
        self.failed.emit(key, error)


def history(
    symbol: str = "HSTECH.HK",
    closes: Sequence[float] = (10.0, 11.0, 12.0),
    *,
    interval: Interval = DAY,
    simulated: bool = False,
    refused: tuple[Refused, ...] = (),
    rows: int | None = None,
) -> History:
    """An answer with a bar for each close."""
    count = len(closes)
    time = FIRST_SESSION + (86_400 if interval == DAY else 60) * np.arange(count)
    close = np.asarray(closes, dtype=float)
    bars = Bars.of(time, close, close, close, close, None, interval)
    return History(
        Instrument(symbol, symbol),
        bars,
        datetime(2025, 1, 10, tzinfo=UTC),
        refused,
        simulated,
        rows=count if rows is None else rows,
    )
