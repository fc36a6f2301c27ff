"""Shows what the bars in view gained and risked: figures, the spread of returns, and the falls from each high."""

from __future__ import annotations

import math
import sys
from collections.abc import Generator
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget
from shiboken6 import isValid

from charting.analysis.returns import Returns, Trading, returns_of
from charting.core.bars import Bars, Floats
from charting.core.theme import Theme, mix
from charting.view.formats import LocaleFormats
from gui import plots, styling
from gui.context import Aside, at_once
from gui.dialogs.frame import DialogFrame
from gui.translation import tr

BINS = 31
POINTS = 2000
"""Most points of the line of falls; more would not be told apart."""


class StatisticsDialog(DialogFrame):
    """The dialog for some bars of a market: figures at first, then plots, one after the other.

    These are pyqtgraph's, loaded when it first opens, with the help of ``aside``. Without the market, as of bars that prices
    made, nothing is said of a year.
    """

    def __init__(
        self,
        title: str,
        bars: Bars,
        trading: Trading | None,
        theme: Theme,
        parent: QWidget | None = None,
        aside: Aside = at_once,
    ) -> None:
        super().__init__("statistics_dialog", tr("Statistics of the visible range"), parent)
        found = returns_of(bars, trading)
        self.add_heading(title)
        self._add_figures(found, len(bars))
        self._plots = QHBoxLayout()
        self._plots.setSpacing(16)
        self.body.addLayout(self._plots, 1)
        self.add_close_button()
        self.resize(860, 480)
        self._aside = aside
        self._steps = self._make_plots(found, theme)
        self.finished.connect(self._stop)
        self._soon()

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if isValid(self):  # it may have been closed while pyqtgraph was loaded
            next(self._steps, None)

    def _stop(self) -> None:
        self._steps.close()  # or it would hold a plot that nobody sees any more

    def _make_plots(self, found: Returns, theme: Theme) -> Generator[None, None, None]:
        """Each step asks for the next one, as soon as hands have been answered."""
        if "pyqtgraph" not in sys.modules:
            for _ in plots.prepare_qt():
                self._soon()
                yield
            self._aside(plots.load, self._next)
            yield
        for name, text, fill in (
            ("returns", tr("Returns from close to close, %"), partial(_histogram, found.returns)),
            ("drawdown", tr("Below the highest close so far, %"), partial(_falls, found.drawdown)),
        ):
            plot = _plot(theme, self)
            self._soon()
            yield
            fill(theme, plot)
            plot.setObjectName(f"statistics_{name}")
            plot.setAccessibleName(text)
            plot.setTitle(text, color=theme.text_muted, size="9pt")
            self._plots.addWidget(plot)
            plot.show()
            self._soon()
            yield

    def _add_figures(self, found: Returns, count: int) -> None:
        formats = LocaleFormats()
        figures = (
            ("bars", tr("Bars"), QLocale().toString(count)),
            ("change", tr("Change"), formats.percent(found.change)),
            ("volatility", tr("Volatility a year"), formats.percent(found.volatility).lstrip("+")),
            ("best", tr("Best bar"), formats.percent(found.best)),
            ("worst", tr("Worst bar"), formats.percent(found.worst)),
            ("rising", tr("Rising bars"), formats.percent(found.rising).lstrip("+")),
            ("deepest", tr("Deepest fall"), formats.percent(found.deepest)),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for column, (name, text, value) in enumerate(figures):
            caption, number = QLabel(text, self), QLabel(value, self)
            caption.setObjectName(f"statistics_{name}_caption")
            styling.set_role(caption, "muted")
            number.setObjectName(f"statistics_{name}")
            number.setAccessibleName(f"{text} {value}")
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(caption, 0, column)
            grid.addWidget(number, 1, column)
        self.body.addLayout(grid)


def _plot(theme: Theme, parent: QWidget) -> Any:
    """An empty plot in the theme's colours (pyqtgraph has no types).

    It has a parent: one that is left to the garbage collector while another paints can take the process along.
    """
    import pyqtgraph

    plot = pyqtgraph.PlotWidget(parent, background=theme.chart, enableMenu=False)
    plot.hide()  # until it has something to show
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(theme.border)
        axis.setTextPen(theme.text_muted)
    return plot


def _histogram(returns: Floats, theme: Theme, plot: Any) -> None:
    import pyqtgraph

    if len(returns):
        furthest = max(float(np.abs(returns).max()), 1e-6) * 100
        counts, edges = np.histogram(returns * 100, BINS, (-furthest, furthest))
        middles, width = (edges[1:] + edges[:-1]) / 2, (edges[1] - edges[0]) * 0.86
        middles[np.abs(middles) < width / 100] = 0.0
        colours = [theme.up if middle > 0 else theme.down if middle < 0 else theme.unchanged for middle in middles]
        plot.addItem(pyqtgraph.BarGraphItem(x=middles, height=counts, width=width, brushes=colours, pen=None))


def _falls(drawdown: Floats, theme: Theme, plot: Any) -> None:
    if len(drawdown):
        step = math.ceil(len(drawdown) / POINTS)
        starts = np.arange(0, len(drawdown), step)
        deepest = np.minimum.reduceat(drawdown, starts) * 100
        plot.plot(starts, deepest, pen=theme.down, fillLevel=0, brush=mix(theme.down, theme.chart, 0.2))
        plot.getAxis("bottom").setStyle(showValues=False)
