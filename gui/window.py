"""The main window: puts chart, bars, docks and notices together and passes on what they say to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from charting.core.document import WatchlistItem, Workspace
from charting.core.interval import Interval
from charting.core.theme import Theme, theme
from charting.drawings.catalogue import TOOLS
from charting.scene.series import Series
from gui import chart_edits, dropping, styling
from gui.chart_place import ChartPlace
from gui.chart_toolbar import ChartToolbar
from gui.context import AppContext, Appearance, DataState, Listed, Notice
from gui.docks.drawings_bar import DrawingsBar
from gui.docks.stand_in import stand_in
from gui.drawing_mode import DrawingMode
from gui.first_paint import FirstPaint
from gui.furniture import FurnishedWindow
from gui.layout_keeper import LayoutKeeper, WindowSize
from gui.menu_bar import make_menus
from gui.names import instrument_name, short_code
from gui.notices import DEMONSTRATION, demonstration_notice
from gui.qt import system_mode
from gui.ranges import Ranges
from gui.status_bar import StatusLine
from gui.translation import tr

if TYPE_CHECKING:
    from gui.search_popup import Entry

DOCK_WIDTH = 312


class MainWindow(FurnishedWindow):
    """The window; a :class:`gui.context.Window` for the services.

    Attributes
    ----------
    context, history
        What it was given, and the document's history out of it.
    view, replay, drawings_bar, status
        Parts that it has from the beginning.
    frames, layout_keeper
        What keeps the places of docks while the window is made, and from one run to the next.
    theme, appearance
        The look it has, and what the user asked for of it.
    """

    closed = Signal()
    names_changed = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAccessibleName("Lionrock")
        self.setDockOptions(self.DockOption.AllowNestedDocks | self.DockOption.AllowTabbedDocks)
        self.setAcceptDrops(True)
        self.context = context
        self.history = context.history
        self.theme = context.theme
        self.appearance = context.appearance
        self._simulated = context.history.document.chart.source == "demo"
        self._offered = self._bars_filled = False
        self._apply_theme()
        self._make_parts()
        self._arrange()
        self._connect()
        WindowSize(self)
        self.layout_keeper = LayoutKeeper(self, self.history)
        self._show_document()
        self.first_paint.then(self._banner.show_icons)
        self.first_paint.then(self.make_next)

    # What services tell it (gui.context.Window)

    def show_series(self, series: Series | None, notice: str = "", *, going_on: bool = False) -> None:
        """Show the active chart's bars, or an empty chart with a sentence on it; the same ones as they have gone on."""
        if going_on and series is not None:
            self.replay.go_on(series)
            return
        self._simulated = series.simulated if series is not None else self.history.document.chart.source == "demo"
        self.replay.show_series(series, notice)
        self._show_document()

    def set_data_state(self, state: DataState) -> None:
        """Say in the status bar where the bars come from and how old they are."""
        self.status.set_state(state)

    def set_quotes(self, quotes: Mapping[WatchlistItem, Listed]) -> None:
        """Replace the watchlist's prices."""
        self.watchlist.set_quotes(quotes)

    def set_workspaces(self, names: Sequence[str]) -> None:
        """The library's names changed."""
        self.names_changed.emit(tuple(names))

    def show_notice(self, notice: Notice) -> None:
        """Put a notice above the chart."""
        self._banner.show_notice(notice)

    def clear_notice(self, key: str) -> None:
        """Take a notice away."""
        self._banner.clear_notice(key)

    def show_error(self, title: str, message: str, details: str = "") -> None:
        """Open the error dialog."""
        from gui.dialogs.error import ErrorDialog

        ErrorDialog(title, message, details, self.theme, self).open()

    # What commands ask of it

    def say(self, text: str) -> None:
        """Show a message in the status bar."""
        self.status.say(text)

    def choose_appearance(self, appearance: Appearance) -> None:
        """Show everything in another look and remember it; another language comes with the next window."""
        self.appearance = appearance
        self.follow_system()
        self.context.keep_appearance(appearance)

    def follow_system(self) -> None:
        """Take on the theme that was asked for, as the system is now."""
        wanted = theme(self.appearance.mode or system_mode(), self.appearance.direction)
        if wanted != self.theme:
            self.set_theme(wanted)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in a theme."""
        self.theme = theme
        self._apply_theme()
        self.complete()
        for part in (self.view, self.watchlist, self.indicators, self.drawings_tree, self.editing, self._banner):
            part.set_theme(theme)
        self.commands.refresh()

    def open_palette(self) -> None:
        """Open the command palette."""
        self.popup.ask(
            tr("Command palette"),
            tr("Type a command, an indicator or a symbol of the watchlist"),
            tr("Nothing fits. Try fewer letters."),
            self._palette_entries,
        )

    def _palette_entries(self, typed: str) -> Sequence[Entry]:
        from gui.palette import palette_entries

        services, document = self.context.market, self.history.document
        found = self.indicators.entries()
        return palette_entries(typed, self.commands, found, document, services.instrument, self.show_item)

    def open_symbol_search(self, typed: str) -> None:
        """Open the search for an instrument, with the letters typed so far."""
        from gui.symbol_search import find_symbols

        self.popup.ask(
            tr("Find a symbol"),
            tr("Code or name, such as 9988, Baidu or 寧德"),
            tr("No instrument fits. Type a code such as 9988, or a part of a name."),
            partial(find_symbols, self.context, act=self.show_item, also=self.watchlist.add_item),
            typed,
            self.context.late().search,
            tr("Enter shows it, Ctrl+Enter adds it to the watchlist"),
        )

    def show_item(self, item: WatchlistItem) -> None:
        """Show a series on the active chart, as one step."""
        changed = chart_edits.show_item(self.history.document, item)
        self.history.commit(changed, tr("Show {symbol}", symbol=short_code(item.symbol)))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose an interval, letters find a symbol, Enter opens properties.

        Esc gives the chart the focus; there, where nothing else is left for it to end, it leaves the full screen.
        """
        typed = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape and self.view.hasFocus() and self.isFullScreen():
            self.commands.run("view.full_screen")
        elif event.key() == Qt.Key.Key_Escape:
            self.drawing.take(None)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.selection:
            self.editing.open_properties()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.legend.selected:
            self.commands.run("indicator.settings")
        elif plain and len(typed) == 1 and (typed.isdigit() or typed == ","):
            self.interval_entry.ask(typed if typed.isdigit() else "")
        elif plain and len(typed) == 1 and (typed.isalpha() or typed == "^"):
            self.open_symbol_search(typed)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere."""
        if dropping.dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped files."""
        self.editing.keep_typed()  # the chart may show another instrument when they have been read
        self.context.market.open_files(dropping.dropped_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout, then stop following the document."""
        self.layout_keeper.close()
        self.editing.close()
        self.drawings_tree.close_services()
        self.replay.close()
        self.data_window.close_services()
        self.view.close_workers()
        self.watchlist.close_services()
        self.indicators.close_services()
        self.history.changed.disconnect(self._follow)
        super().closeEvent(event)
        self.closed.emit()

    # Its parts

    def _apply_theme(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        styling.apply_theme(application, self.theme)

    def _make_parts(self) -> None:
        self._place = ChartPlace(self.history, self.theme, self)
        self.view, self.replay, self._banner = self._place.view, self._place.replay, self._place.banner
        self.first_paint = FirstPaint(self.view)
        self.drawing = DrawingMode(self.view, self.context.hand, self.context.keep_hand)
        self.ranges = Ranges(self.view, partial(_set_interval, self))
        self.setCentralWidget(self._place)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.drawings_bar = DrawingsBar(self)
        self._toolbar = ChartToolbar(self)
        docks = (("watchlist", tr("Watchlist")), ("indicators", tr("Indicators")), ("drawings", tr("Drawings")),
                 ("data_window", tr("Data window")))  # fmt: skip
        self.frames = [stand_in(f"{name}_dock", title, self) for name, title in docks]

    def _arrange(self) -> None:
        make_menus(self.menuBar())
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._toolbar)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.drawings_bar)
        watchlist, indicators, drawings, data_window = self.frames
        for dock in (watchlist, indicators, drawings):
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.tabifyDockWidget(indicators, drawings)
        drawings.hide()
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, data_window)
        self.tabifyDockWidget(indicators, data_window)
        data_window.hide()
        self.resizeDocks([watchlist, indicators], [DOCK_WIDTH, DOCK_WIDTH], Qt.Orientation.Horizontal)
        self.resizeDocks([watchlist, indicators], [432, 308], Qt.Orientation.Vertical)

    def fill_bars(self) -> None:
        """Put the commands, which are there now, on the bars."""
        from gui.actions.view import INTERVALS

        self._toolbar.fill(self.commands, tuple(f"view.interval_{code}" for code in INTERVALS))
        self.drawings_bar.fill(self.commands, TOOLS.values())
        self._place.fill_bars(self.commands)
        self._bars_filled = True
        self._show_document()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # or they would be painted before they are laid out

    def _connect(self) -> None:
        self.history.changed.connect(self._follow)
        self.view.message.connect(self.say)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)
        self._banner.dismissed.connect(lambda key: _keep_closed(self, key))
        self._banner.details_requested.connect(lambda told: self.show_error(tr("Details"), told.text, told.details))

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if (before.chart.symbol, before.chart.source) != (after.chart.symbol, after.chart.source):
            self._simulated = after.chart.source == "demo"
        self._show_document()

    def _show_document(self) -> None:
        document = self.history.document
        instrument = self.context.market.instrument(document.chart.symbol)
        self.setWindowTitle(f"{instrument_name(instrument)} – {document.name} – Lionrock")
        if document.chart.source == "demo":
            self._offer_live_data()
        else:
            self.clear_notice(DEMONSTRATION)
        if self._bars_filled:
            self._toolbar.show_instrument(instrument, simulated=self._simulated)
            self._toolbar.show_interval(document.chart.interval)
            self._place.show_clock(instrument, document.chart.times)
            self.commands.refresh()

    def _offer_live_data(self) -> None:
        if not self._offered and self.context.market.offers_live_data:
            self._offered = True
            self.show_notice(demonstration_notice(self.context.market))


def _keep_closed(window: MainWindow, notice: str) -> None:
    if notice == DEMONSTRATION:
        window.context.market.close_offer()


def _set_interval(window: MainWindow, interval: Interval) -> None:
    from gui.actions.view import set_interval

    set_interval(window, interval)
