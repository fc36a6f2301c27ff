"""The watchlist: the document's instruments with their prices; choosing one shows it on the chart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from charting.core.document import WatchlistItem, Workspace
from charting.core.theme import Theme
from charting.market.instruments import search, symbol_of_code
from gui import chart_edits, styling
from gui.badge import SimulatedBadge
from gui.context import AppContext, Listed
from gui.docks.title_bar import DockTitleBar
from gui.docks.watchlist_model import ITEM, Column, WatchlistModel
from gui.docks.watchlist_rows import PADDING, WatchlistRows, row_height
from gui.names import instrument_name, short_code
from gui.search_field import search_field
from gui.sources import YAHOO
from gui.tab_order import put_in_order
from gui.translation import tr

AGE_PERIOD = 20_000
"""Milliseconds between two looks at how old prices are."""
COURSE, LETTERS = 64, 4
"""Width of the small line of closes, and how many letters of a name it leaves room for, or is not shown."""
_SYMBOL = re.compile(r"^[\^A-Z0-9][A-Z0-9.\-=]{0,19}$")


class WatchlistDock(QDockWidget):
    """The dock. ``message`` carries a sentence for the status bar.

    It begins as a frame; what it holds is made by :meth:`fill`, or when something asks for it.
    """

    message = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(tr("Watchlist"), parent)
        self.setObjectName("watchlist_dock")
        self.setAccessibleName(tr("Watchlist"))
        self._history = context.history
        self._instrument_of = context.market.instrument
        self._search = context.late().search
        self._marking = False
        title = DockTitleBar(self)
        self._badge = SimulatedBadge("watchlist_simulated", title)
        title.add(self._badge, beside_title=True)
        self.setTitleBarWidget(title)
        self._model = WatchlistModel(self._instrument_of, self)
        self._model.move_requested.connect(self._move)
        self._rows = WatchlistRows(context.theme, self)
        self._table: _Table | None = None
        self._ages = QTimer(self)
        self._ages.setInterval(AGE_PERIOD)
        self._ages.timeout.connect(self._model.refresh_ages)

    # What the window asks of it

    @property
    def table(self) -> _Table:
        """The rows."""
        return self.fill()

    def fill(self) -> _Table:
        """Make what it holds, once."""
        if self._table is not None:
            return self._table
        self._field = self._make_field()
        self._table = table = _Table(self._model, self._rows)
        table.activated.connect(self._show_index)
        table.shift_requested.connect(lambda step: self._shift(table.currentIndex().row(), step))
        table.selectionModel().currentRowChanged.connect(self._show_index)
        table.released.connect(lambda: self._show_index(table.currentIndex()))
        table.dragged.connect(self._choose_shown)
        table.customContextMenuRequested.connect(self._open_menu)
        self._empty = QLabel(tr("The watchlist is empty.\nType a code or a name above to add one."))
        self._empty.setObjectName("watchlist_empty")
        self._empty.setAccessibleName(tr("The watchlist is empty"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        styling.set_role(self._empty, "muted")
        body = self._arrange()
        self.setWidget(body)
        body.show()  # a dock that is on the screen already does not do so by itself
        put_in_order(self.titleBarWidget(), self._field, table)
        self._history.changed.connect(self._follow)
        self._show_items()
        self._ages.start()
        return table

    def set_quotes(self, quotes: Mapping[WatchlistItem, Listed]) -> None:
        """Show other prices."""
        self.fill()
        self._model.set_quotes(quotes)
        self._badge.setVisible(self._model.shows_simulated)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._rows.theme = theme
        if self._table is not None:
            self._table.viewport().update()

    def focus_field(self) -> None:
        """Begin to add a symbol."""
        self.fill()
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remove_current(self) -> None:
        """Take the chosen row out of the watchlist."""
        self._remove(self.table.currentIndex().row())

    def _remove(self, row: int) -> None:
        items = self._model.items
        if 0 <= row < len(items):
            name = tr("Remove {symbol} from the watchlist", symbol=short_code(items[row].symbol))
            self._commit(chart_edits.set_watchlist(self._history.document, items[:row] + items[row + 1 :]), name)

    def close_services(self) -> None:
        """Stop following the document and the time."""
        self._ages.stop()
        if self._table is not None:
            self._history.changed.disconnect(self._follow)

    # Its parts

    def _make_field(self) -> QLineEdit:
        field = search_field("watchlist_add", tr("Add symbol"), tr("Add symbol: code or name"), "plus")
        self._suggestions = QStandardItemModel(self)
        completer = QCompleter(self._suggestions, field)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        self._popup = QListView()
        completer.setPopup(self._popup)
        self._popup.setObjectName("watchlist_suggestions")
        self._popup.setAccessibleName(tr("Suggestions"))
        completer.activated.connect(self._add_suggested)
        field.setCompleter(completer)
        field.textEdited.connect(self._suggest)
        field.returnPressed.connect(self._add_typed)
        if self._search is not None:
            self._search.changed.connect(self._suggest_more)
        return field

    def _arrange(self) -> QWidget:
        body = QWidget()
        body.setObjectName("watchlist")
        body.setAccessibleName(tr("Watchlist"))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 4)
        above.addWidget(self._field)
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        return body

    # Adding, removing, moving

    def _suggest(self, typed: str) -> None:
        if self._search is not None:
            self._search.ask(typed)
        known = search(typed, limit=10)
        found = [(instrument.symbol, "", instrument_name(instrument)) for instrument in known]
        symbols = {instrument.symbol for instrument in known}
        for match in () if self._search is None else self._search.matches:
            if match.symbol not in symbols:
                found += [(match.symbol, YAHOO, " · ".join(filter(None, (match.name, match.exchange))))]
        self._suggestions.clear()
        for symbol, source, text in found:
            row = QStandardItem(f"{short_code(symbol)}   {text}")
            row.setData((symbol, source), ITEM)
            self._suggestions.appendRow(row)

    def _suggest_more(self) -> None:
        """More was found of what is in the field."""
        if self._field.hasFocus() and self._field.text().strip():
            self._suggest(self._field.text())
            self._field.completer().complete()

    def _add_typed(self) -> None:
        typed = self._field.text().strip()
        if self._suggestions.findItems(self._field.text()):  # a row that was chosen with the arrows is written into the field
            self._add_suggested(self._field.text())
            return
        found = search(typed, limit=1)
        symbol = symbol_of_code(typed) or (found[0].symbol if found else typed.upper())
        if not typed:
            return
        if _SYMBOL.match(symbol):
            self._add(symbol)
        else:
            self.message.emit(tr("“{text}” is no symbol. Type a code such as 9988, or a part of a name.", text=typed))

    def _add_suggested(self, text: str) -> None:
        # An empty field has been answered: after Return the completer tells of the row that begins with what was typed, too.
        for row in self._suggestions.findItems(text)[:1] if self._field.text() else ():
            self._add(*row.data(ITEM))

    def _add(self, symbol: str, source: str = "") -> None:
        item = WatchlistItem(symbol, source) if source else chart_edits.item_for(self._history.document, symbol)
        self._popup.hide()
        self._field.clear()
        # And later, because the completer writes its choice into the field after this.
        QTimer.singleShot(0, self._field, self._field.clear)
        self.add_item(item)

    def add_item(self, item: WatchlistItem) -> None:
        """Put a series at the end of the watchlist, unless it is there already."""
        document, symbol = self._history.document, item.symbol
        if item in document.watchlist:
            self.message.emit(tr("{symbol} is in the watchlist already.", symbol=short_code(symbol)))
        else:
            name = tr("Add {symbol} to the watchlist", symbol=short_code(symbol))
            self._commit(chart_edits.set_watchlist(document, (*document.watchlist, item)), name)
        self._choose(item)

    def _shift(self, row: int, step: int) -> None:
        if 0 <= row + step < len(self._model.items):
            self._move(row, row + step + (step > 0))

    def _move(self, row: int, before: int) -> None:
        items = list(self._model.items)
        moved = items.pop(row)
        items.insert(before - (before > row), moved)
        name = tr("Move {symbol} in the watchlist", symbol=short_code(moved.symbol))
        self._commit(chart_edits.set_watchlist(self._history.document, items), name)

    def _commit(self, document: Workspace, name: str) -> None:
        self._history.commit(document, name)

    def _open_menu(self, place: QPoint) -> None:
        row = self.table.rowAt(place.y())
        if row < 0:
            return
        menu = QMenu(self)
        menu.setObjectName("watchlist_menu")
        menu.addAction(tr("Remove"), lambda: self._remove(row))
        menu.addSeparator()
        menu.addAction(tr("Move up"), lambda: self._shift(row, -1)).setEnabled(row > 0)
        menu.addAction(tr("Move down"), lambda: self._shift(row, 1)).setEnabled(row < len(self._model.items) - 1)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    # The chart's series and the chosen row are the same thing

    def _show_index(self, index: QModelIndex) -> None:
        if self._marking or self.table.held or not index.isValid():
            return
        item = index.siblingAtColumn(Column.NAME).data(ITEM)
        self._commit(chart_edits.show_item(self._history.document, item), tr("Show {symbol}", symbol=short_code(item.symbol)))

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.watchlist is not after.watchlist and before.watchlist != after.watchlist:
            self._show_items()
        elif (before.chart.symbol, before.chart.source) != (after.chart.symbol, after.chart.source):
            self._choose(WatchlistItem(after.chart.symbol, after.chart.source))

    def _show_items(self) -> None:
        document = self._history.document
        self._model.set_items(document.watchlist)
        self.table.setVisible(bool(document.watchlist))
        self._empty.setVisible(not document.watchlist)
        self._badge.setVisible(self._model.shows_simulated)
        self._choose_shown()

    def _choose_shown(self) -> None:
        chart = self._history.document.chart
        self._choose(WatchlistItem(chart.symbol, chart.source))

    def _choose(self, item: WatchlistItem) -> None:
        """Mark the row of the chart's series, without showing anything anew."""
        self._marking = True
        if item in self._model.items:
            self.table.setCurrentIndex(self._model.index(self._model.items.index(item), Column.NAME))
        else:
            self.table.setCurrentIndex(QModelIndex())
        self._marking = False


class _Table(QTableView):
    """Rows that are hovered, dragged and chosen whole.

    ``released`` tells that a row was chosen with the mouse, ``dragged`` that one was dragged instead; until then it is
    ``held``.
    """

    shift_requested = Signal(int)
    released = Signal()
    dragged = Signal()

    def __init__(self, model: WatchlistModel, rows: WatchlistRows) -> None:
        super().__init__()
        self.held = False
        self._rows = rows
        self.setObjectName("watchlist_table")
        self.setAccessibleName(tr("Watchlist"))
        self.setModel(model)
        self.setItemDelegate(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        header = self.horizontalHeader()
        header.setObjectName("watchlist_header")
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(32)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        self.setColumnWidth(Column.COURSE, COURSE)
        self.setColumnWidth(Column.PRICE, metrics.horizontalAdvance("888,888.88") + 2 * PADDING)
        self.entered.connect(lambda index: self._hover(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list is narrow, names go before small lines of closes."""
        room = event.size().width() - self.columnWidth(Column.PRICE) - COURSE - 3 * PADDING
        self.setColumnHidden(Column.COURSE, room < LETTERS * self.fontMetrics().height())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the row; what is typed is the window's, as over the chart; the rest is Qt's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift_requested.emit(step)
        elif event.text().isalnum() or event.text() in (",", "^"):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A right click asks for a menu, and shows nothing else on the chart."""
        if event.button() != Qt.MouseButton.RightButton:
            before = self.currentIndex().row()
            self.held = True
            super().mousePressEvent(event)
            self.held = self.currentIndex().row() != before

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A row that was pressed is shown when it is let go: it might have been meant to be dragged."""
        super().mouseReleaseEvent(event)
        if self.held:
            self.held = False
            self.released.emit()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Another place in the list is no reason to show a row."""
        super().startDrag(actions)
        self.held = False
        self.dragged.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered outside."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._rows.hovered:
            self._rows.hovered = row
            self.viewport().update()
