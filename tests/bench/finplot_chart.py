"""The same bars in finplot, where that is installed: candles, volume and an average, panned and painted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from charting.core.bars import Bars
from tests.bench.harness import SIZE, Measurement, measure_pair
from tests.bench.measures import FRAME
from tests.bench.subject import Subject, simulated_bars


class FinplotChart:
    """A finplot window of the bench's size; the program itself never needs finplot."""

    def __init__(self, bars: Bars) -> None:
        import finplot
        import pandas

        index = pandas.to_datetime(bars.time, unit="s", utc=True)
        columns = {name: getattr(bars, name) for name in ("open", "close", "high", "low")}
        frame = pandas.DataFrame(columns, index=index)
        self._axis: Any = finplot.create_plot("bench", rows=1, init_zoom_periods=300, maximize=False)
        finplot.candlestick_ochl(frame, ax=self._axis)
        finplot.volume_ocv(
            pandas.DataFrame({**{key: columns[key] for key in ("open", "close")}, "volume": bars.volume}, index=index),
            ax=self._axis.overlay(),
        )
        finplot.plot(frame["close"].rolling(50).mean(), ax=self._axis)
        self._window: Any = finplot.windows[-1]
        self._window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._window.resize(*SIZE)
        finplot.show(qt_exec=False)
        QApplication.processEvents()
        self._count, self._first = len(bars), len(bars) / 2

    def show(self, visible: int | None) -> None:
        """Show so many bars, or four fifths of all."""
        self._width = float(visible or 0.8 * self._count)  # finplot does not pan what fills it
        self._first = self._count / 2 - self._width / 2
        self.pan()

    def pan(self) -> None:
        """Move by a hundredth of the width and paint."""
        self._first += self._width / 100
        if self._first + self._width > self._count:
            self._first -= self._width / 3
        view = self._axis.vb
        view.update_y_zoom(self._first, self._first + self._width)
        self._window.repaint()
        QApplication.processEvents()

    def close(self) -> None:
        """Put the window away; finplot's own state ends with the program."""
        self._window.hide()


def against_finplot(counts: tuple[int, ...], rounds: int) -> Iterator[Measurement]:
    """Pan frames of ours and of finplot's on the same bars, in turn; nothing where finplot is not installed."""
    if find_spec("finplot") is None:
        print("finplot is not installed, so nothing is measured against it.", file=sys.stderr)
        return
    for count in counts:
        bars = simulated_bars(count)
        subject, other = Subject(bars), FinplotChart(bars)
        for view, visible in (("300 visible", 300), ("all visible", None)):
            subject.show(visible)
            other.show(visible)
            yield measure_pair(f"pan, {view}, against finplot", count, subject.pan, other.pan, FRAME, rounds=max(3, rounds // 4))
        other.close()
        subject.close()
