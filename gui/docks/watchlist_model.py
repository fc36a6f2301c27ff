"""The watchlist as a table: names, last prices and changes of the document's items."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import IntEnum

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from charting.core.document import WatchlistItem
from charting.core.instrument import Instrument, with_step
from charting.view.formats import ABSENT, LocaleFormats
from gui.context import Listed
from gui.names import instrument_name, short_code
from gui.quote_words import Age, age_of
from gui.translation import tr

ROW_FORMAT = "application/x-lionrock-watchlist-row"
ITEM = Qt.ItemDataRole.UserRole
QUOTE = Qt.ItemDataRole.UserRole + 1
NAME = Qt.ItemDataRole.UserRole + 2
CODE = Qt.ItemDataRole.UserRole + 3
CHANGE = Qt.ItemDataRole.UserRole + 4
AGE = Qt.ItemDataRole.UserRole + 5
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The table's columns."""

    NAME = 0
    COURSE = 1
    PRICE = 2


class WatchlistModel(QAbstractTableModel):
    """Shows items and their quotes; dragging a row asks for another order by ``move_requested(from, before)``."""

    move_requested = Signal(int, int)

    def __init__(self, instrument_of: Callable[[str], Instrument], parent: QObject) -> None:
        super().__init__(parent)
        self._instrument_of = instrument_of
        self._formats = LocaleFormats()
        self._items: tuple[WatchlistItem, ...] = ()
        self._quotes: Mapping[WatchlistItem, Listed] = {}

    @property
    def items(self) -> tuple[WatchlistItem, ...]:
        """The rows, from the top."""
        return self._items

    def set_items(self, items: Sequence[WatchlistItem]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def set_quotes(self, quotes: Mapping[WatchlistItem, Listed]) -> None:
        """Show other prices; only rows whose price changed are painted anew."""
        before, self._quotes = self._quotes, dict(quotes)
        for row, item in enumerate(self._items):
            if before.get(item) != self._quotes.get(item):
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.PRICE))

    def refresh_ages(self) -> None:
        """Time has passed: say anew how old prices are."""
        if self._items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, Column.PRICE))

    @property
    def shows_simulated(self) -> bool:
        """Whether a row's price is one that no market made, or will be once it has arrived."""
        listed = (self._quotes.get(item) for item in self._items)
        return any(item.source == "demo" for item in self._items) or any(one.quote.simulated for one in listed if one)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Number of items."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Name, course, and last price with its change."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns; numbers have theirs at the right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("Name"), "", tr("Price"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == Column.PRICE else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts for the cells, and the item and quote behind them for the painter."""
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(item, Column(index.column()))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._description(item)
            case _ if role == ITEM:
                return item
            case _ if role == QUOTE:
                return self._quotes.get(item)
            case _ if role == NAME:
                return instrument_name(self._instrument_of(item.symbol))
            case _ if role == CODE:
                return short_code(item.symbol)
            case _ if role == AGE:
                return self._age(item)
            case _ if role == CHANGE:
                return self._formats.percent(change_of(self._quotes.get(item)))
        return None

    def _text(self, item: WatchlistItem, column: Column) -> str:
        listed = self._quotes.get(item)
        instrument = self._instrument_of(item.symbol)
        match column:
            case Column.NAME:
                return instrument_name(instrument)
            case Column.PRICE:
                if listed is None or not math.isfinite(listed.quote.price):
                    return ABSENT
                price = listed.quote.price
                return self._formats.price(price, with_step(instrument, np.array((*listed.closes, price))).decimals(price))
        return ""

    def _age(self, item: WatchlistItem) -> Age | None:
        """How late or old an item's price is; None while it has none."""
        listed = self._quotes.get(item)
        return None if listed is None else age_of(listed.quote, self._instrument_of(item.symbol), datetime.now(UTC))

    def _description(self, item: WatchlistItem) -> str:
        instrument = self._instrument_of(item.symbol)
        words = [f"{instrument_name(instrument)} ({short_code(item.symbol)})"]
        if item in self._quotes:
            change = self._formats.percent(change_of(self._quotes[item]))
            words.append(f"{self._text(item, Column.PRICE)}  {change}")
        age = self._age(item)
        if age is not None:
            words.append(age.words)
        elif item.source == "demo":
            words.append(tr("Simulated"))
        return "\n".join(words)

    # Dragging rows

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be dragged; drops go between them."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Moving only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A format of our own: rows are dragged within the list."""
        return [ROW_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged row's number."""
        data = QMimeData()
        data.setData(ROW_FORMAT, QByteArray(str(indexes[0].row()).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        """Ask for the new order. The answer is no, so that the view does not remove the dragged row by itself."""
        if data.hasFormat(ROW_FORMAT) and action == Qt.DropAction.MoveAction:
            target = row if row >= 0 else parent.row() if parent.isValid() else len(self._items)
            self.move_requested.emit(int(bytes(data.data(ROW_FORMAT).data())), target)
        return False


def change_of(listed: Listed | None) -> float:
    """The change since the previous close as a fraction; NaN where unknown."""
    return math.nan if listed is None else listed.quote.change
