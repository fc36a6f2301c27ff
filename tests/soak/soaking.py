"""Moves a live chart by chance, frame after frame, and watches the process's memory and its references to None."""

from __future__ import annotations

import ctypes
import gc
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from charting.core.calendar import calendar_for
from charting.core.document import Chart, Indicator, Pane, Workspace
from charting.core.history import History
from charting.core.interval import MINUTE
from charting.core.theme import theme
from charting.core.timeaxis import TimeAxis
from charting.market.live_bars import LiveBars
from charting.market.quote import Tick
from charting.scene.series import Series
from charting.view.chart import ChartView
from tests.bench.drawings import trend_lines
from tests.bench.subject import INSTRUMENT, simulated_bars

BARS = 20_000
SIZES = ((900, 600), (640, 420), (1100, 700))
ALLOWED = 5_000_000
"""Bytes that the process may grow by after the warm-up."""
SLACK = 1_000
"""References to None that other code may let go meanwhile. A binding that loses one a call loses millions here."""


@dataclass(frozen=True, slots=True)
class Soaked:
    """What was found: frames painted after the warm-up, bytes grown, and references to None gained (lost: negative)."""

    frames: int
    grown: int
    references: int

    @property
    def sound(self) -> bool:
        """Whether nothing leaks."""
        return self.grown < ALLOWED and self.references >= -SLACK


def resident() -> int:
    """Bytes of memory the process has, where the system tells it (Linux); 0 elsewhere."""
    table = Path("/proc/self/statm")
    return int(table.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if table.exists() else 0


class Soaker:
    """A chart with volume, averages, MACD and drawings, whose bars go on by ticks, and hands that do anything to it."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._calendar = calendar_for(INSTRUMENT.exchange)
        bars = simulated_bars(BARS)
        self._live = LiveBars(bars, self._calendar)
        self._grid = self._calendar.grid(MINUTE)
        self._minute = int(self._grid.number_of(bars.time[-1:])[0])
        self._price = float(bars.close[-1])
        over = (Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 50}), Indicator("bands", "bbands"))
        panes = (
            Pane("price", 1.0, over),
            Pane("macd", 0.3, (Indicator("macd", "macd"),)),
            Pane("rsi", 0.3, (Indicator("rsi", "rsi"),)),
        )
        chart = Chart("chart", INSTRUMENT.symbol, "demo", "1m", panes=panes)
        drawings = {INSTRUMENT.symbol: trend_lines(bars, 20, BARS - 400, BARS - 1)}
        self.view = ChartView(History(Workspace(1, "Soak", chart.id, (chart,), drawings)), chart.id, theme("dark"))
        self.view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.view.resize(*SIZES[0])
        self.view.show()
        self._show()
        self._deeds: tuple[Callable[[], None], ...] = (self.pan, self.zoom, self.tick, self.tick, self.point, self.resize)

    def soak(self, frames: int, warm_up: int, tell: Callable[[int, int], None] = lambda frame, grown: None) -> Soaked:
        """Do by chance what hands and markets do, a frame each; ``tell`` hears of frames and growth now and then.

        The chart is weighed once in the middle of its warm-up: what the start left is given back, and some of it taken again.
        """
        for part in (warm_up // 2, warm_up - warm_up // 2):
            self._run(part)
            memory, references = self._weigh()
        done = 0
        while done < frames:
            part = min(frames - done, max(1, frames // 20))
            self._run(part)
            done += part
            tell(done, self._weigh()[0] - memory)
        now = self._weigh()
        return Soaked(frames, now[0] - memory, now[1] - references)

    def close(self) -> None:
        """End the chart's workers and let the widget go."""
        self.view.close_workers()
        self.view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def pan(self) -> None:
        """A short way to either side; now and then back to the newest bar."""
        if self._chance.random() < 0.05:
            self.view.sight.to_end()
        else:
            self.view.sight.pan(self._chance.uniform(-40, 40))

    def zoom(self) -> None:
        """A notch of the wheel somewhere."""
        place = self._place()
        turn = QPoint(0, self._chance.choice((-120, 120)))
        held, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(place, self.view.mapToGlobal(place), QPoint(), turn, Qt.MouseButton.NoButton, held, phase, False)
        QApplication.sendEvent(self.view, wheel)

    def tick(self) -> None:
        """A trade in the last minute, or in the next one."""
        self._minute += self._chance.random() < 0.02
        self._price *= 1 + self._chance.gauss(0, 0.0002)
        time = float(self._grid.stamp(np.array([self._minute]))[0]) + 1
        if self._live.tick(Tick(time, self._price, self._price, self._price, self._price)):
            self._show()

    def point(self) -> None:
        """The pointer goes somewhere, over the legend too."""
        place, none = self._place(), Qt.MouseButton.NoButton
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, self.view.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.view, moved)
        self.view.refresh()

    def resize(self) -> None:
        """Another size, not often: it is the dearest."""
        if self._chance.random() < 0.3:
            self.view.resize(*self._chance.choice(SIZES))

    def _show(self) -> None:
        bars = self._live.bars
        self.view.set_series(
            Series(INSTRUMENT, bars, TimeAxis(bars.time, bars.interval, self._calendar), simulated=True, source="demo")
        )

    def _place(self) -> QPointF:
        size = self.view.size()
        return QPointF(self._chance.randrange(size.width()), self._chance.randrange(size.height()))

    def _run(self, frames: int) -> None:
        for _ in range(frames):
            self._chance.choice(self._deeds)()
            self.view.repaint()
            QApplication.processEvents()

    def _weigh(self) -> tuple[int, int]:
        """Memory and references, each time of the same view at the same size: its pixels are megabytes."""
        self.view.resize(*SIZES[0])
        self.view.reset_view()
        for _ in range(3):
            self.view.repaint()
            QApplication.processEvents()
        gc.collect()
        _give_back()
        return resident(), sys.getrefcount(None)


def _give_back() -> None:
    """Have the allocator return to the system what it only keeps for later, where it is glibc's: some megabytes."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
