"""The middle of the window: the chart, with notices and the replay's bar above it and the ranges below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from charting.core.document import Times
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.core.theme import Theme
from charting.view.chart import ChartView
from charting.view.zones import clock_zone
from gui.action_notes import ActionNotes
from gui.banner import Banner
from gui.range_bar import RangeBar
from gui.replay import Replay
from gui.scale_notice import ScaleNotice
from gui.translation import tr

if TYPE_CHECKING:
    from gui.commands import Commands


class ChartPlace(QWidget):
    """The column of the chart and its bars.

    Attributes
    ----------
    view, banner, replay
        The chart, the notices above it, and what shows it as it was.
    """

    def __init__(self, history: History, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.setAccessibleName(tr("Chart"))
        self.view = ChartView(history, history.document.active, theme, self)
        self.replay = Replay(self.view)
        self.banner = Banner(theme, self)
        ActionNotes(self.view)
        ScaleNotice(self.view)
        self._replay_bar: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self.banner.left.connect(self.view.setFocus)
        self._column.addWidget(self.view, 1)
        self._range_bar = RangeBar(self)
        self._column.addWidget(self._range_bar)

    def fill_bars(self, commands: Commands) -> None:
        """Make the buttons beside the chart, which are commands."""
        self.replay.changed.connect(lambda: self._show_replay_bar(commands))
        self._show_replay_bar(commands)
        self._range_bar.fill(commands)

    def show_clock(self, instrument: Instrument, times: Times) -> None:
        """Show the clock that the chart tells its times by."""
        self._range_bar.clock.set_zone(clock_zone(times, instrument.timezone))

    def _show_replay_bar(self, commands: Commands) -> None:
        """Make the bar when it is wanted first, which may be at once; from then on it shows and hides itself."""
        if self._replay_bar is None and self.replay.active:
            from gui.replay_bar import ReplayBar

            self._replay_bar = ReplayBar(self.replay, commands, self)
            self._column.insertWidget(1, self._replay_bar)
