"""The main window: puts chart, bars, docks and notices together and passes on what they say to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from charting.core.document import WatchlistItem, Workspace
from charting.core.theme import Theme, theme
from charting.drawings.catalogue import TOOLS
from charting.scene.series import Series
from gui import chart_edits, dropping, icons, styling
from gui.actions.adjustment import adjustment_commands
from gui.actions.analysis import analysis_commands
from gui.actions.draw import draw_commands
from gui.actions.edit import edit_commands
from gui.actions.export import export_commands
from gui.actions.file import file_commands
from gui.actions.help import help_commands
from gui.actions.indicators import indicators_commands
from gui.actions.live import live_commands
from gui.actions.panes import pane_commands
from gui.actions.replay import replay_commands
from gui.actions.selection import selection_commands
from gui.actions.settings import settings_commands
from gui.actions.style import style_commands
from gui.actions.view import INTERVALS, set_interval, view_commands
from gui.axis_menu import open_axis_menu
from gui.chart_legend import ChartLegend
from gui.chart_place import ChartPlace
from gui.chart_toolbar import ChartToolbar
from gui.commands import Commands
from gui.context import AppContext, Appearance, DataState, Listed, Notice
from gui.context_menu import open_chart_menu
from gui.docks.data_window import DataWindow
from gui.docks.drawings_bar import DrawingsBar
from gui.docks.drawings_tree import DrawingsTree
from gui.docks.indicators import IndicatorsDock
from gui.docks.watchlist import WatchlistDock
from gui.drawing_editing import DrawingEditing
from gui.drawing_mode import DrawingMode
from gui.first_paint import FirstPaint
from gui.interval_entry import IntervalEntry
from gui.layout_keeper import LayoutKeeper
from gui.menus import fill_menu_bar
from gui.names import instrument_name, short_code
from gui.notices import DEMONSTRATION, demonstration_notice
from gui.palette import palette_entries
from gui.qt import system_mode
from gui.ranges import Ranges
from gui.search_popup import Entry, SearchPopup
from gui.status_bar import StatusLine
from gui.symbol_search import find_symbols
from gui.translation import tr

SIZE = QSize(1440, 900)
FRAME = QSize(16, 56)
"""What a window manager's frame and title bar take of the screen, at most."""
SMALLEST = QSize(960, 560)
DOCK_WIDTH = 312


class MainWindow(QMainWindow):
    """The window; a :class:`gui.context.Window` for the services.

    Attributes
    ----------
    context, history
        What it was given, and the document's history out of it.
    view, watchlist, indicators, drawings_tree, data_window, drawings_bar
        Its parts.
    theme, appearance
        The look it has, and what the user asked for of it.
    editing
        What is done to selected drawings.
    commands
        Everything it can do.
    """

    closed = Signal()
    names_changed = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAccessibleName("Lionrock")
        self.setWindowIcon(icons.application_icon())
        self.setMinimumSize(SMALLEST)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setAcceptDrops(True)
        self.context = context
        self.history = context.history
        self.theme = context.theme
        self.appearance = context.appearance
        self._simulated = context.history.document.chart.source == "demo"
        self._offered = False
        self._apply_theme()
        self._make_parts()
        self.editing = DrawingEditing(self)
        self._make_commands()
        self._arrange()
        self._connect()
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self._layout_keeper = LayoutKeeper(self, self.history)
        self._show_document()

    # What services tell it (gui.context.Window)

    def show_series(self, series: Series | None, notice: str = "", *, going_on: bool = False) -> None:
        """Show the active chart's bars, or an empty chart with a sentence on it; the same ones as they have gone on."""
        if going_on and series is not None:
            self.replay.go_on(series)
            return
        self._simulated = series.simulated if series is not None else self.history.document.chart.source == "demo"
        self.replay.show_series(series, notice)
        self.ranges.note_series()
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
        for part in (self.view, self.watchlist, self.indicators, self.drawings_tree, self.editing, self._banner):
            part.set_theme(theme)
        self.commands.refresh()

    def open_palette(self) -> None:
        """Open the command palette."""
        self._popup.ask(
            tr("Command palette"),
            tr("Type a command, an indicator or a symbol of the watchlist"),
            tr("Nothing fits. Try fewer letters."),
            self._palette_entries,
        )

    def _palette_entries(self, typed: str) -> Sequence[Entry]:
        services, document = self.context.market, self.history.document
        found = self.indicators.entries()
        return palette_entries(typed, self.commands, found, document, services.instrument, self.show_item)

    def open_symbol_search(self, typed: str) -> None:
        """Open the search for an instrument, with the letters typed so far."""
        self._popup.ask(
            tr("Find a symbol"),
            tr("Code or name, such as 9988, Baidu or 寧德"),
            tr("No instrument fits. Type a code such as 9988, or a part of a name."),
            partial(find_symbols, self.context, act=self.show_item, also=self.watchlist.add_item),
            typed,
            self.context.search,
            tr("Enter shows it, Ctrl+Enter adds it to the watchlist"),
        )

    def show_item(self, item: WatchlistItem) -> None:
        """Show a series on the active chart, as one step."""
        changed = chart_edits.show_item(self.history.document, item)
        self.history.commit(changed, tr("Show {symbol}", symbol=short_code(item.symbol)))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose an interval, letters find a symbol, Enter opens properties, Esc gives the chart the focus."""
        typed = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.drawing.take(None)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.selection:
            self.editing.open_properties()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.legend.selected:
            self.commands.run("indicator.settings")
        elif plain and len(typed) == 1 and (typed.isdigit() or typed == ","):
            self._interval_entry.ask(typed if typed.isdigit() else "")
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
        self.context.market.open_files(dropping.dropped_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout, then stop following the document."""
        self._layout_keeper.close()
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
        self.ranges = Ranges(self.view, partial(set_interval, self))
        self.setCentralWidget(self._place)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.watchlist = WatchlistDock(self.context, self)
        self.indicators = IndicatorsDock(self.context, self.view, self)
        self.drawings_tree = DrawingsTree(self.context, self.view, self)
        self.data_window = DataWindow(self.view, self)
        self.chart_legend = ChartLegend(self)
        for fill in (self.watchlist.fill, self.indicators.load_catalogue):
            self.first_paint.then(fill)
        self._popup = SearchPopup(self)
        self._interval_entry = IntervalEntry(self)

    def _make_commands(self) -> None:
        self.commands = Commands(self)
        self.drawings_bar: DrawingsBar
        for make in (
            file_commands,
            export_commands,
            edit_commands,
            view_commands,
            pane_commands,
            indicators_commands,
            adjustment_commands,
            style_commands,
            replay_commands,
            analysis_commands,
            draw_commands,
            selection_commands,
            settings_commands,
            help_commands,
            live_commands,
        ):
            self.commands.add(*make(self))
        self.drawings_bar = DrawingsBar(self.commands, TOOLS.values(), self)
        self._place.add_bars(self.commands)
        self._toolbar = ChartToolbar(self.commands, tuple(f"view.interval_{code}" for code in INTERVALS), self)

    def _arrange(self) -> None:
        bar = self.menuBar()
        bar.setObjectName("menu_bar")
        bar.setAccessibleName(tr("Menus"))
        fill_menu_bar(bar, self.commands, TOOLS.values())
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._toolbar)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.drawings_bar)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.watchlist)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.indicators)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.drawings_tree)
        self.tabifyDockWidget(self.indicators, self.drawings_tree)
        self.drawings_tree.hide()
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.data_window)
        self.tabifyDockWidget(self.indicators, self.data_window)
        self.data_window.hide()
        self.resizeDocks([self.watchlist, self.indicators], [DOCK_WIDTH, DOCK_WIDTH], Qt.Orientation.Horizontal)
        self.resizeDocks([self.watchlist, self.indicators], [432, 308], Qt.Orientation.Vertical)

    def _connect(self) -> None:
        self.editing.begin(self.commands)
        self.chart_legend.begin(self.commands)
        self.history.changed.connect(self._follow)
        self.view.message.connect(self.say)
        self.view.selection_changed.connect(lambda _: self.commands.refresh())
        self.view.context_requested.connect(partial(open_chart_menu, self))
        self.view.axis_requested.connect(partial(open_axis_menu, self))
        for part in (self.drawing, self.replay):
            part.changed.connect(self.commands.refresh)
        self.watchlist.message.connect(self.say)
        for dock in (self.watchlist, self.indicators, self.drawings_tree, self.data_window):
            dock.visibilityChanged.connect(self.commands.refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)
        self._banner.details_requested.connect(lambda told: self.show_error(tr("Details"), told.text, told.details))
        self._popup.closed.connect(self.view.setFocus)
        self._interval_entry.closed.connect(self.view.setFocus)
        self._interval_entry.chosen.connect(partial(set_interval, self))
        self._interval_entry.code_typed.connect(self.open_symbol_search)

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if (before.chart.symbol, before.chart.source) != (after.chart.symbol, after.chart.source):
            self._simulated = after.chart.source == "demo"
        self._show_document()

    def _show_document(self) -> None:
        document = self.history.document
        instrument = self.context.market.instrument(document.chart.symbol)
        self._toolbar.show_instrument(instrument, simulated=self._simulated)
        self._place.show_clock(instrument, document.chart.times)
        self.setWindowTitle(f"{instrument_name(instrument)} – {document.name} – Lionrock")
        if document.chart.source == "demo":
            self._offer_live_data()
        else:
            self.clear_notice(DEMONSTRATION)
        self.commands.refresh()

    def _offer_live_data(self) -> None:
        if not self._offered:
            self._offered = True
            self.show_notice(demonstration_notice(self.context.market))
