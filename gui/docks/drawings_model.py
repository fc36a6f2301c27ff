"""The drawings of an instrument as a list, top-most first, narrowed by what is searched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from charting.core.document import Drawing
from gui import drawing_steps
from gui.translation import tr

ROW_FORMAT = "application/x-lionrock-drawing-rows"
DRAWING = Qt.ItemDataRole.UserRole
SUMMARY = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class DrawingsModel(QAbstractListModel):
    """The list. What is changed in it is asked for and comes back by ``set_drawings``.

    ``move_requested(ids, below)`` asks to put drawings just above the drawing ``below``, at the bottom when that is empty;
    ``rename_requested(id, name)`` asks for another name.
    """

    move_requested = Signal(tuple, str)
    rename_requested = Signal(str, str)

    def __init__(self, summary: Callable[[Drawing], str], parent: QObject) -> None:
        super().__init__(parent)
        self._summary = summary
        self._all: tuple[Drawing, ...] = ()
        self._rows: tuple[Drawing, ...] = ()
        self._wanted: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Drawing, ...]:
        """The rows on show, from the top."""
        return self._rows

    def set_drawings(self, drawings: Sequence[Drawing]) -> None:
        """Show other drawings, given lowest first; rows stay as they are while only their contents change."""
        self._all = tuple(reversed(drawings))
        self._narrow()

    def narrow(self, typed: str) -> None:
        """Show those only that have every word in their name, tool, note or layer."""
        self._wanted = tuple(typed.casefold().split())
        self._narrow()

    def _narrow(self) -> None:
        rows = tuple(one for one in self._all if self._fits(one)) if self._wanted else self._all
        same = [one.id for one in rows] == [one.id for one in self._rows]
        if same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _fits(self, drawing: Drawing) -> bool:
        words = " ".join((drawing_steps.called(drawing), drawing_steps.title_of(drawing), drawing.note, drawing.layer)).casefold()
        return all(word in words for word in self._wanted)

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name and place, and the drawing itself for the painter."""
        drawing = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return drawing_steps.called(drawing)
            case Qt.ItemDataRole.EditRole:
                return drawing.name
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (drawing_steps.called(drawing), self._summary(drawing), drawing.note) if part)
            case Qt.ItemDataRole.AccessibleTextRole:
                state = [tr("hidden")] * drawing.hidden + [tr("locked")] * drawing.locked
                return ", ".join((drawing_steps.called(drawing), self._summary(drawing), *state))
            case _ if role == DRAWING:
                return drawing
            case _ if role == SUMMARY:
                return self._summary(drawing)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name."""
        if role == Qt.ItemDataRole.EditRole and isinstance(value, str):
            self.rename_requested.emit(self._rows[index.row()].id, " ".join(value.split()))
        return False

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be dragged, unless only some are shown, and renamed; drops go between them."""
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._wanted else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Moving only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A format of our own: rows are dragged within the list."""
        return [ROW_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged rows."""
        data = QMimeData()
        data.setData(ROW_FORMAT, QByteArray("\n".join(self._rows[index.row()].id for index in indexes).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        """Ask for the new order. The answer is no, so that the view does not remove the dragged rows by itself."""
        if data.hasFormat(ROW_FORMAT) and action == Qt.DropAction.MoveAction:
            target = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
            below = self._rows[target].id if target < len(self._rows) else ""
            self.move_requested.emit(tuple(bytes(data.data(ROW_FORMAT).data()).decode().split("\n")), below)
        return False
