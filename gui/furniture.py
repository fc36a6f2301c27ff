"""What a window has around its chart: made piece by piece after the first paint, or when a part of it is asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMainWindow

from charting.drawings.catalogue import TOOLS

if TYPE_CHECKING:
    from gui.chart_legend import ChartLegend
    from gui.commands import Commands
    from gui.docks.data_window import DataWindow
    from gui.docks.drawings_tree import DrawingsTree
    from gui.docks.indicators import IndicatorsDock
    from gui.docks.watchlist import WatchlistDock
    from gui.drawing_editing import DrawingEditing
    from gui.interval_entry import IntervalEntry
    from gui.search_popup import SearchPopup
    from gui.window import MainWindow

PARTS = frozenset(
    {
        "watchlist", "indicators", "drawings_tree", "data_window", "editing", "chart_legend", "commands", "popup",
        "interval_entry",
    }
)  # fmt: skip
"""Attributes of a window that are not there before its pieces are."""


class FurnishedWindow(QMainWindow):
    """A window that is complete once all :data:`PIECES` are made; asking for one of its parts makes them all.

    Attributes
    ----------
    watchlist, indicators, drawings_tree, data_window
        Its docks.
    commands
        Everything it can do.
    editing
        What is done to selected drawings.
    chart_legend, popup, interval_entry
        What it adds to the chart's legend; where something is looked for by its name; where an interval is typed.
    """

    watchlist: WatchlistDock
    indicators: IndicatorsDock
    drawings_tree: DrawingsTree
    data_window: DataWindow
    editing: DrawingEditing
    chart_legend: ChartLegend
    commands: Commands
    popup: SearchPopup
    interval_entry: IntervalEntry

    def __init__(self) -> None:
        super().__init__()
        self._unmade: deque[Callable[[Any], None]] = deque(PIECES)

    def __getattr__(self, name: str) -> Any:
        if name not in PARTS or not self._unmade:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        self.complete()
        return getattr(self, name)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be made."""
        return not self._unmade

    def make_next(self) -> None:
        """Make the next piece, if there is one left."""
        if self._unmade:
            self._unmade.popleft()(self)

    def complete(self) -> None:
        """Make what is left."""
        while self._unmade:
            self.make_next()


# The pieces, in an order in which each finds what it needs. What a piece imports it imports here: the first paint does not
# wait for it. Each must be made within the time for which the window may answer nothing.


def _make_docks(window: MainWindow) -> None:
    from gui.docks.data_window import DataWindow
    from gui.docks.drawings_tree import DrawingsTree
    from gui.docks.watchlist import WatchlistDock

    window.watchlist = WatchlistDock(window.context, window)
    window.drawings_tree = DrawingsTree(window.context, window.view, window)
    window.data_window = DataWindow(window.view, window)


def _make_indicators(window: MainWindow) -> None:
    from gui.docks.indicators import IndicatorsDock

    window.indicators = IndicatorsDock(window.context, window.view, window)


def _make_editing(window: MainWindow) -> None:
    from gui.chart_legend import ChartLegend
    from gui.drawing_editing import DrawingEditing
    from gui.interval_entry import IntervalEntry
    from gui.search_popup import SearchPopup

    window.editing = DrawingEditing(window)
    window.chart_legend = ChartLegend(window)
    window.popup = SearchPopup(window)
    window.interval_entry = IntervalEntry(window)


def _import_commands(_window: MainWindow) -> None:
    import gui.command_list  # noqa: F401  # alone, so that the next piece is short enough


def _make_commands(window: MainWindow) -> None:
    from gui.command_list import all_commands
    from gui.commands import Commands

    window.commands = Commands(window)
    window.commands.add(*all_commands(window))


def _fill_bars(window: MainWindow) -> None:
    window.fill_bars()


def _fill_menus(window: MainWindow) -> None:
    from gui.menus import fill_menu_bar

    fill_menu_bar(window.menuBar(), window.commands, TOOLS.values())


def _listen(window: MainWindow) -> None:
    from gui.actions.view import set_interval
    from gui.axis_menu import open_axis_menu
    from gui.context_menu import open_chart_menu

    commands, view = window.commands, window.view
    window.editing.begin(commands)
    window.chart_legend.begin(commands)
    view.selection_changed.connect(lambda _: commands.refresh())
    view.context_requested.connect(partial(open_chart_menu, window))
    view.axis_requested.connect(partial(open_axis_menu, window))
    for part in (window.drawing, window.replay):
        part.changed.connect(commands.refresh)
    window.watchlist.message.connect(window.say)
    for dock in (window.watchlist, window.indicators, window.drawings_tree, window.data_window):
        dock.visibilityChanged.connect(commands.refresh)
    for popup in (window.popup, window.interval_entry):
        popup.closed.connect(view.setFocus)
    window.interval_entry.chosen.connect(partial(set_interval, window))
    window.interval_entry.code_typed.connect(window.open_symbol_search)
    commands.refresh()


def _fill_watchlist(window: MainWindow) -> None:
    window.watchlist.fill()


def _fill_indicators(window: MainWindow) -> None:
    window.indicators.load_catalogue()


PIECES = (
    _make_docks, _make_indicators, _make_editing, _import_commands, _make_commands, _fill_bars, _fill_menus, _listen,
    _fill_watchlist, _fill_indicators,
)  # fmt: skip
