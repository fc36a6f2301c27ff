"""The middle of the window: the chart, with notices and the replay's bar above it and the ranges below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from charting.core.history import History
from charting.core.theme import Theme
from charting.view.chart import ChartView
from gui.banner import Banner
from gui.commands import Commands
from gui.range_bar import RangeBar
from gui.translation import tr


class ChartPlace(QWidget):
    """The column of the chart and its bars.

    Attributes
    ----------
    view, banner
        The chart and the notices above it.
    """

    def __init__(self, history: History, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.setAccessibleName(tr("Chart"))
        self.view = ChartView(history, history.document.active, theme, self)
        self.banner = Banner(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.view, 1)

    def add_bars(self, commands: Commands) -> None:
        """Put the bars beside the chart whose buttons are commands."""
        self.range_bar = RangeBar(commands, self)
        self._column.addWidget(self.range_bar)
