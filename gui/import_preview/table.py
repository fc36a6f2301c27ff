"""The first lines of a file as a table, with a box over each column that says what it holds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from charting.core.text import translatable
from charting.market.preview import Sample
from charting.market.reading import ROLES, Role
from gui import styling
from gui.translation import tr
from gui.wheel import scroll_past

ROLE_NAMES: dict[Role, str] = {
    "time": translatable("Date"),
    "clock": translatable("Time of day"),
    "open": translatable("Open"),
    "high": translatable("High"),
    "low": translatable("Low"),
    "close": translatable("Close"),
    "volume": translatable("Volume"),
    "adjusted": translatable("Adjusted close"),
    "dividends": translatable("Dividends"),
    "splits": translatable("Splits"),
}
WIDTH, WIDEST = 132, 280
ROW_HEIGHT, ROOM = 24, 24
"""Height of a line, and what a column has beside its text."""
_Index = QModelIndex | QPersistentModelIndex


class _Cells(QAbstractTableModel):
    """The cells of a sample; lines above the first bar are muted, numbers that cannot be read in the colour of danger."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample: Sample | None = None
        self._held: tuple[Role | None, ...] = ()

    def show(self, sample: Sample | None) -> None:
        self.beginResetModel()
        self._sample = sample
        self._held = () if sample is None else sample.roles
        self.endResetModel()

    def longest(self, column: int) -> str:
        """The longest text of a column."""
        rows = () if self._sample is None else self._sample.rows
        return max((cells[column] for cells in rows if column < len(cells)), key=len, default="")

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._sample is None else len(self._sample.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._sample is None else self._sample.layout.width

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._sample is None:
            return None
        row, column = index.row(), index.column()
        cells = self._sample.rows[row]
        palette = QGuiApplication.palette()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cells[column] if column < len(cells) else ""
            case Qt.ItemDataRole.ForegroundRole if row < self._sample.layout.skip or self._held[column] is None:
                return palette.color(QPalette.ColorRole.PlaceholderText)
            case Qt.ItemDataRole.ForegroundRole if not self._sample.is_readable(row, column):
                return palette.color(QPalette.ColorRole.BrightText)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1) if orientation == Qt.Orientation.Vertical else ""
        return None


class _RoleHeader(QHeaderView):
    """A header that holds a box for each column, made when it comes into sight: a table may have hundreds."""

    chosen = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._held: tuple[Role | None, ...] = ()
        self._boxes: dict[int, QComboBox] = {}
        self.sectionResized.connect(self._place)
        self.setObjectName("import_roles")
        self.setDefaultSectionSize(WIDTH)
        self.setAccessibleName(tr("What the columns hold"))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 40)

    def show_roles(self, roles: tuple[Role | None, ...]) -> None:
        """Say what each column holds."""
        self._held = roles
        for column in [column for column in self._boxes if column >= len(roles)]:
            self._boxes.pop(column).deleteLater()
        for column in self._boxes:
            self._say(column)
        self._place()

    def _say(self, column: int) -> None:
        role = self._held[column]
        self._boxes[column].setCurrentIndex(0 if role is None else 1 + ROLES.index(role))

    def _box(self, column: int) -> QComboBox:
        box = QComboBox(self.viewport())
        scroll_past(box)
        box.setObjectName(f"import_role_{column}")
        title = tr("What column {number} holds", number=column + 1)
        box.setAccessibleName(title)
        box.view().setAccessibleName(title)
        box.view().setObjectName(f"import_role_{column}_list")
        box.addItem(tr("Not used"), None)
        for role in ROLES:
            box.addItem(tr(ROLE_NAMES[role]), role)
        box.activated.connect(partial(self._take, column))
        box.setVisible(True)
        return box

    def _take(self, column: int, index: int) -> None:
        self.chosen.emit(column, self._boxes[column].itemData(index))

    def follow_scrolling(self) -> None:
        """Keep the boxes over their columns."""
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        seen = range(-WIDEST, self.viewport().width())
        for column in range(min(self.count(), len(self._held))):
            left = self.sectionViewportPosition(column)
            if column not in self._boxes and left in seen:
                self._boxes[column] = self._box(column)
                self._say(column)
            if column in self._boxes:
                self._boxes[column].setGeometry(left + 2, 4, self.sectionSize(column) - 4, 32)


class SampleTable(QTableView):
    """The table; ``chosen`` has the roles of all columns once somebody changed one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import_table")
        self.setAccessibleName(tr("First lines of the file"))
        styling.set_role(self, "framed")
        self._cells = _Cells(self)
        self._roles = _RoleHeader(self)
        self._sample: Sample | None = None
        self.setHorizontalHeader(self._roles)
        self.setModel(self._cells)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalScrollBar().valueChanged.connect(self._roles.follow_scrolling)
        self._roles.chosen.connect(self._choose)

    def show_sample(self, sample: Sample | None) -> None:
        """Show the beginning of a file."""
        self._sample = sample
        self._cells.show(sample)
        metrics = self.fontMetrics()  # Qt asks all cells in sight how wide they would be, twenty times as long
        for column in range(self._cells.columnCount()):
            width = metrics.horizontalAdvance(self._cells.longest(column)) + ROOM
            self.setColumnWidth(column, min(max(width, WIDTH), WIDEST))
        self._roles.show_roles(() if sample is None else sample.roles)

    def _choose(self, column: int, role: Role | None) -> None:
        if self._sample is None:
            return
        # A role has one column: the one that had it before is not used any more.
        roles = ["" if each is None or each == role else each for each in self._sample.roles]
        roles[column] = role or ""
        self.chosen.emit(tuple(roles))
