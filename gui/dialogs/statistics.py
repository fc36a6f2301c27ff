"""Shows what the bars in view gained and risked: figures, the spread of returns, and the falls from each high."""

from __future__ import annotations

import math
import os
from typing import Any

import numpy as np
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from charting.analysis.returns import Returns, Trading, returns_of
from charting.core.bars import Bars, Floats
from charting.core.theme import Theme, mix
from charting.view.formats import LocaleFormats
from gui import styling
from gui.dialogs.frame import DialogFrame
from gui.translation import tr

BINS = 31
POINTS = 2000
"""Most points of the line of falls; more would not be told apart."""


class StatisticsDialog(DialogFrame):
    """The dialog for some bars of a market; its plots are pyqtgraph's, loaded when it first opens.

    Without the market, as of bars that prices made, nothing is said of a year.
    """

    def __init__(self, title: str, bars: Bars, trading: Trading | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("statistics_dialog", tr("Statistics of the visible range"), parent)
        found = returns_of(bars, trading)
        self.add_heading(title)
        self._add_figures(found, len(bars))
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, text, plot in (
            ("returns", tr("Returns from close to close, %"), _histogram(found.returns, theme, self)),
            ("drawdown", tr("Below the highest close so far, %"), _falls(found.drawdown, theme, self)),
        ):
            plot.setObjectName(f"statistics_{name}")
            plot.setAccessibleName(text)
            plot.setTitle(text, color=theme.text_muted, size="9pt")
            row.addWidget(plot)
        self.body.addLayout(row, 1)
        self.add_close_button()
        self.resize(860, 480)

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
    os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
    import pyqtgraph

    plot = pyqtgraph.PlotWidget(parent, background=theme.chart)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(theme.border)
        axis.setTextPen(theme.text_muted)
    return plot


def _histogram(returns: Floats, theme: Theme, parent: QWidget) -> Any:
    import pyqtgraph

    plot = _plot(theme, parent)
    if len(returns):
        furthest = max(float(np.abs(returns).max()), 1e-6) * 100
        counts, edges = np.histogram(returns * 100, BINS, (-furthest, furthest))
        middles, width = (edges[1:] + edges[:-1]) / 2, (edges[1] - edges[0]) * 0.86
        middles[np.abs(middles) < width / 100] = 0.0
        colours = [theme.up if middle > 0 else theme.down if middle < 0 else theme.unchanged for middle in middles]
        plot.addItem(pyqtgraph.BarGraphItem(x=middles, height=counts, width=width, brushes=colours, pen=None))
    return plot


def _falls(drawdown: Floats, theme: Theme, parent: QWidget) -> Any:
    plot = _plot(theme, parent)
    if len(drawdown):
        step = math.ceil(len(drawdown) / POINTS)
        starts = np.arange(0, len(drawdown), step)
        deepest = np.minimum.reduceat(drawdown, starts) * 100
        plot.plot(starts, deepest, pen=theme.down, fillLevel=0, brush=mix(theme.down, theme.chart, 0.2))
        plot.getAxis("bottom").setStyle(showValues=False)
    return plot
