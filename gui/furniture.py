"""What a window has around its chart: made piece by piece after the first paint, or when a part of it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from charting.drawings.catalogue import TOOLS
from charting.indicators.catalogue import CATALOGUE

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
    """A window that is complete once all its pieces are made; asking for one of its parts makes them all.

    ``is_complete`` says whether nothing is left to be made.

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
        self._making = furnish(self)
        self.is_complete = False

    def __getattr__(self, name: str) -> Any:
        if name not in PARTS or self.is_complete:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        self.complete()
        return getattr(self, name)

    def make_next(self) -> bool:
        """Make the next piece; whether another one is left."""
        for _ in self._making:
            return True
        self.is_complete = True
        return False

    def complete(self) -> None:
        """Make what is left."""
        while self.make_next():
            pass


def furnish(window: Any) -> Iterator[None]:
    """Make all pieces, in an order in which each finds what it needs.

    Where it yields the window can answer, so from one place to the next it must not take longer than a hand may wait. What a
    piece imports it imports itself: the first paint does not wait for it.
    """
    for piece in (_make_docks, _make_indicators, _make_editing, _make_commands, _fill_bars, _listen, _fill_docks):
        yield from piece(window)


def _imported(*modules: str) -> Iterator[None]:
    """Import modules one by one, those first that others would bring along."""
    for module in modules:
        import_module(module)
        yield


def _make_docks(window: MainWindow) -> Iterator[None]:
    # The program's services, which the watchlist asks for, and the sources that they follow.
    yield from _imported("charting.market.file_provider", "charting.market.yahoo", "charting.market.akshare_source")
    yield from _imported("gui.services")
    yield from _imported("gui.docks.watchlist_model", "gui.docks.watchlist_rows", "gui.docks.watchlist")
    from gui.docks.watchlist import WatchlistDock

    window.watchlist = WatchlistDock(window.context, window)
    yield from _imported("gui.docks.drawings_model", "gui.docks.drawings_tree", "gui.docks.data_window")
    from gui.docks.data_window import DataWindow
    from gui.docks.drawings_tree import DrawingsTree

    window.drawings_tree = DrawingsTree(window.context, window.view, window)
    window.data_window = DataWindow(window.view, window)
    yield


def _make_indicators(window: MainWindow) -> Iterator[None]:
    yield from _imported("gui.search_popup", "gui.docks.indicator_fields", "gui.docks.indicator_scope")
    yield from _imported("gui.docks.indicator_card", "gui.docks.indicators")
    from gui.docks.indicators import IndicatorsDock

    window.indicators = IndicatorsDock(window.context, window.view, window)
    yield


def _make_editing(window: MainWindow) -> Iterator[None]:
    yield from _imported("gui.floating_bar", "gui.text_editor", "gui.drawing_editing", "gui.chart_legend")
    from gui.chart_legend import ChartLegend
    from gui.drawing_editing import DrawingEditing

    window.editing = DrawingEditing(window)
    window.chart_legend = ChartLegend(window)
    yield
    from gui.interval_entry import IntervalEntry
    from gui.search_popup import SearchPopup

    window.popup = SearchPopup(window)
    window.interval_entry = IntervalEntry(window)
    yield


def _make_commands(window: MainWindow) -> Iterator[None]:
    yield from _imported("gui.actions.export", "gui.actions.panes", "gui.actions.view", "gui.command_list")
    yield from TOOLS.load()
    from gui.command_list import all_commands
    from gui.commands import Commands

    commands = Commands(window)
    commands.add(*all_commands(window))
    window.commands = commands
    yield


def _fill_bars(window: MainWindow) -> Iterator[None]:
    from gui.docks.stand_in import give_place
    from gui.menus import fill_menu_bar

    window.fill_bars()
    yield
    docks = (window.watchlist, window.indicators, window.drawings_tree, window.data_window)
    give_place(window.frames, docks, window)
    window.layout_keeper.watch_docks()
    yield
    fill_menu_bar(window.menuBar(), window.commands, TOOLS.values())
    yield


def _listen(window: MainWindow) -> Iterator[None]:
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
    yield


def _fill_docks(window: MainWindow) -> Iterator[None]:
    from gui.icons import application_icon

    QApplication.setWindowIcon(application_icon())
    yield
    window.watchlist.fill()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # or its rows would be painted before they have their room
    yield
    yield from CATALOGUE.load()
    window.indicators.load_catalogue()
