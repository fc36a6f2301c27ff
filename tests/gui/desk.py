"""A window with the demonstration market behind it, without workers: what tests of the shell drive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from charting.core.calendar import calendar_for
from charting.core.document import WatchlistItem, Workspace
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.core.interval import DAY, Interval
from charting.core.theme import Theme, theme
from charting.core.timeaxis import TimeAxis
from charting.market.demo import DemoProvider
from charting.market.demo_workspace import demo_workspace
from charting.market.instruments import instrument_of
from charting.market.quote import Quote
from charting.scene.series import Series
from gui.context import AppContext, Appearance, DataState, LateServices, Listed
from gui.window import MainWindow


@dataclass
class FakeLibrary:
    """Writes down what is asked of it."""

    known: list[str] = field(default_factory=lambda: ["Demo", "Banks", "Lithium"])
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return tuple(self.known)

    def load(self, name: str) -> None:
        self.asked.append(("load", name))

    def save_as(self, name: str) -> None:
        self.asked.append(("save_as", name))

    def rename(self, old: str, new: str) -> None:
        self.asked.append(("rename", old, new))

    def delete(self, name: str) -> None:
        self.asked.append(("delete", name))


@dataclass
class FakeMarket:
    """Writes down what is asked of it."""

    network_forbidden: bool = False
    offers_live_data: bool = True
    simulation_speed: float | None = None
    asked: list[str] = field(default_factory=list)

    def close_offer(self) -> None:
        self.offers_live_data = False

    def instrument(self, symbol: str) -> Instrument:
        return instrument_of(symbol)

    def refresh(self) -> None:
        self.asked.append("refresh")

    def use_live_data(self) -> None:
        self.asked.append("live")

    def use_demonstration(self) -> None:
        self.asked.append("demonstration")

    def open_files(self, paths: Sequence[Path]) -> None:
        self.asked += map(str, paths)

    def simulate(self, speed: float | None) -> None:
        self.asked.append(f"simulate {speed}")
        self.simulation_speed = speed

    def preview_files(self, paths: Sequence[Path]) -> None:
        self.asked += (f"preview {path}" for path in paths)


@dataclass
class Desk:
    """A window and everything behind it."""

    window: MainWindow
    history: History
    library: FakeLibrary
    market: FakeMarket
    looks: list[Appearance]
    pictures: list[Path]

    def show_bars(self) -> None:
        """Give the window the bars of its active chart, as the loader would."""
        chart = self.history.document.chart
        self.window.show_series(demo_series(chart.symbol, chart.interval))


@lru_cache(maxsize=16)
def demo_series(symbol: str, interval: str = "1d") -> Series:
    answer = DemoProvider().history(symbol, Interval.parse(interval))
    axis = TimeAxis(answer.bars.time, answer.bars.interval, calendar_for(answer.instrument.exchange))
    return Series(answer.instrument, answer.bars, axis, simulated=True, source="demo")


@lru_cache(maxsize=1)
def demo_quotes() -> dict[WatchlistItem, Listed]:
    found = {}
    for item in demo_workspace().watchlist:
        closes = DemoProvider().history(item.symbol, DAY).bars.close
        now = datetime.now(UTC)
        quote = Quote(item.symbol, "demo", float(closes[-1]), now, now, float(closes[-2]), simulated=True)
        found[item] = Listed(quote, tuple(map(float, closes[-30:])))
    return found


def make_desk(
    home: Path, look: Theme | None = None, document: Workspace | None = None, pictures: Sequence[Path] = (), **services: Any
) -> Desk:
    history = History(document or demo_workspace())
    library, market, looks, saved = FakeLibrary(), FakeMarket(), [], list(pictures)

    def save_picture(_picture: QImage, path: Path) -> None:
        saved.append(path)

    shown = look or theme("dark")
    late = LateServices(**{name: services.pop(name) for name in LateServices.__struct_fields__ if name in services})
    services = {"appearance": Appearance(shown.mode, shown.direction), "late": lambda: late, **services}
    context = AppContext(history, library, market, shown, looks.append, save_picture, home, **services)
    window = MainWindow(context)
    window.set_quotes(demo_quotes())
    window.set_data_state(DataState("demo", simulated=True))
    return Desk(window, history, library, market, looks, saved)
