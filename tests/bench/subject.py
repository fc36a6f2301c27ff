"""What is measured: the chart widget with candles, volume, SMA 50 and MACD over simulated one-minute bars."""

from __future__ import annotations

import datetime
import time
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Chart, Drawing, Indicator, Pane, Workspace
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.core.interval import MINUTE
from charting.core.theme import theme
from charting.core.timeaxis import TimeAxis
from charting.scene.navigation import everything
from charting.scene.series import Series
from charting.view.chart import ChartView
from tests.bench.harness import SIZE

INSTRUMENT = Instrument("BENCH.HK", "Bench", kind="index", currency="HKD")
LAST = datetime.datetime(2025, 6, 30, 8, 0, tzinfo=datetime.UTC)
"""The close of the last session that the simulated bars fill."""

VOLUME, SMA, MACD = Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 50}), Indicator("macd", "macd")


def simulated_bars(count: int, seed: int = 1) -> Bars:
    """``count`` one-minute bars of a random walk on the sessions of Hong Kong."""
    chance = np.random.default_rng(seed)
    close = 5000 * np.exp(0.0006 * np.cumsum(chance.standard_normal(count)) / max(1.0, (count / 1e5) ** 0.5))
    open_ = np.concatenate([[5000.0], close[:-1]]) * (1 + 0.0001 * chance.standard_normal(count))
    high = np.maximum(open_, close) * (1 + 0.0004 * chance.random(count))
    low = np.minimum(open_, close) * (1 - 0.0004 * chance.random(count))
    volume = chance.integers(100_000, 9_000_000, count).astype(np.float64)
    grid = calendar_for("XHKG").grid(MINUTE)
    end = int(grid.number_of(np.array(int(LAST.timestamp()))))
    return Bars.of(grid.stamp(np.arange(end - count, end)), open_, high, low, close, volume, MINUTE)


def series_of(bars: Bars) -> Series:
    """Bars as a chart takes them."""
    return Series(INSTRUMENT, bars, TimeAxis(bars.time, bars.interval, calendar_for(INSTRUMENT.exchange)))


def chart(*, more: Sequence[Indicator] = ()) -> Chart:
    """Candles with volume and SMA 50, a pane with MACD below, and ``more`` indicators on the price."""
    panes = (Pane("price", 1.0, (VOLUME, SMA, *more)), Pane("macd", 0.3, (MACD,)))
    return Chart("chart", INSTRUMENT.symbol, "demo", "1m", panes=panes)


class Subject:
    """A chart view of the bench's size; each of its methods changes one thing and paints once, at once."""

    def __init__(self, bars: Bars, drawings: tuple[Drawing, ...] = (), *, more: Sequence[Indicator] = ()) -> None:
        made = chart(more=more)
        self.history = History(Workspace(1, "Bench", made.id, (made,), {INSTRUMENT.symbol: drawings}))
        self.bars = bars
        self.view = ChartView(self.history, made.id, theme("dark"))
        self.view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.view.resize(*SIZE)
        self.view.show()
        self.view.set_series(series_of(bars))
        self._direction = 1
        self._steps = 0
        self._at = 0
        self._ticks = 0
        self.spare = 0
        self._frames = self.view.findChild(QObject, "frames")
        self.settle()

    def settle(self) -> None:
        """Wait until every indicator has its values and paint them."""
        self.view.repaint()
        while not self.complete:
            time.sleep(0.002)  # or the workers would hardly ever have the interpreter
            QApplication.processEvents()
            self.view.repaint()

    @property
    def complete(self) -> bool:
        """Whether every indicator has its values, those of the newest bar too."""
        scene = self.view.scene
        if scene is None:
            return False
        count, shown = len(scene.series.bars), [one.values for pane in scene.panes for one in pane.plotted]
        return all(one is not None and all(len(values) == count for values in one.values()) for one in shown)

    def shows(self, count: int) -> bool:
        """Whether the picture is one of so many bars."""
        scene = self.view.scene
        return scene is not None and len(scene.series.bars) == count

    def paints(self, indicator: str) -> bool:
        """Whether the picture has an indicator with its values."""
        scene = self.view.scene
        shown = () if scene is None else [one for pane in scene.panes for one in pane.plotted]
        return any(one.indicator.id == indicator and one.values is not None for one in shown)

    def is_made_as(self, style: str) -> bool:
        """Whether the picture's bars were made by prices as a style says; averaged ones are not."""
        scene = self.view.scene
        made = "" if scene is None or scene.series.made is None else scene.series.made.style
        return scene is not None and made == style.replace("heikin-ashi", "") and scene.chart.style == (style or "candles")

    def show(self, count: int | None) -> None:
        """Show ``count`` bars from the middle of the series on, everything when None."""
        total = len(self.bars)
        width = everything(total).width if count is None else float(count)
        middle = (total - 1) / 2
        span = self.view.sight.span
        self.view.sight.zoom(width / span.width)
        self.view.sight.pan(middle - width / 2 - self.view.sight.span.first)
        self._direction, self._steps = 1, 0
        self.view.repaint()

    def pan(self) -> None:
        """Move by a hundredth of the width, thirty steps to one side and back again, and paint."""
        self._turn(30)
        self.view.sight.pan(self._direction * self.view.sight.span.width / 100)
        self.view.repaint()

    def zoom(self) -> None:
        """Show a twentieth fewer bars, thirty times, then more again, and paint."""
        self._turn(30)
        self.view.sight.zoom(1.05**-self._direction)
        self.view.repaint()

    def crosshair(self) -> None:
        """Move the pointer and paint what follows it."""
        self._at = (self._at + 7) % 1000
        place = QPointF(200.0 + self._at, 150.0 + self._at * 0.4)
        none = Qt.MouseButton.NoButton
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, self.view.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.view, moved)
        self._frame()

    def tick(self) -> None:
        """Add the next bar, in the same memory as a feed does, and paint as the event loop does; begin anew after the last."""
        shown = self.view.series
        assert shown is not None
        count = len(shown.bars) + 1
        if count > len(self.bars):
            count = len(self.bars) - self.spare
        self.view.set_series(series_of(self.bars.slice(0, count)))
        self._frame()

    def change(self) -> None:
        """Change the last bar, in the same memory as a feed does, and paint as the event loop does."""
        shown = self.view.series
        assert shown is not None
        last = len(shown.bars) - 1
        self._ticks += 1
        close = float(self.bars.open[last]) * (1 + 0.0002 * (self._ticks % 5 - 2))
        for name, value in (
            ("close", close),
            ("high", max(self.bars.high[last], close)),
            ("low", min(self.bars.low[last], close)),
        ):
            column = getattr(self.bars, name)
            column.flags.writeable = True
            column[last] = value
            column.flags.writeable = False
        self.view.set_series(series_of(self.bars.slice(0, last + 1)))
        self._frame()

    def _frame(self) -> None:
        """What the event loop does next for the chart: it has the picture built, and then it paints."""
        QApplication.sendPostedEvents(self._frames)
        QApplication.sendPostedEvents(self.view, QEvent.Type.UpdateRequest.value)

    def begin_ticks(self, spare: int) -> None:
        """Leave the last ``spare`` bars for :meth:`tick` to add."""
        self.spare = spare
        self.view.set_series(series_of(self.bars.slice(0, len(self.bars) - spare)))
        self.settle()
        self.view.reset_view()
        for _ in range(8):  # the first added bars make the indicators ready to follow
            self.tick()
            self.settle()

    def close(self) -> None:
        """End its threads and close it; a view that is left to the garbage collector can end the process."""
        self.view.close_workers()
        self.view.close()
        self.view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _turn(self, steps: int) -> None:
        self._steps += 1
        if self._steps >= steps:
            self._direction, self._steps = -self._direction, 0
