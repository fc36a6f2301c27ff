"""The data window: every value of the bar under the crosshair, of the last bar without one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDockWidget, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from charting.scene.listing import Section
from charting.view.chart import ChartView
from gui.docks.title_bar import DockTitleBar
from gui.translation import tr

_ROW = 24
_PAUSE = 30
"""Milliseconds between two readings, so that a moving pointer or a replay is never held up."""


class DataWindow(QDockWidget):
    """The dock. While it is hidden it costs nothing; its list is made when it is shown first."""

    def __init__(self, view: ChartView, parent: QWidget) -> None:
        super().__init__(tr("Data window"), parent)
        self.setObjectName("data_window_dock")
        self.setAccessibleName(tr("Data window"))
        self.setTitleBarWidget(DockTitleBar(self))
        self._view = view
        self.table: QTreeWidget | None = None
        self._shape: tuple[tuple[str, int], ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.read)
        view.pointed.connect(self._wake)
        view.pictured.connect(self._wake)
        view.emptied.connect(self._wake)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the list when it is wanted first, and read."""
        super().showEvent(event)
        self._wake()

    def read(self) -> None:
        """Show the values of the bar that is pointed at now."""
        sections = self._view.listing()
        table = self._ready_table()
        shape = tuple((section.title, len(section.lines)) for section in sections)
        if shape != self._shape:
            self._shape = shape
            self._items = _build(table, sections)
        lines = [line for section in sections for line in section.lines]
        for item, line in zip(self._items, lines, strict=True):
            item.setText(0, line.title)
            item.setText(1, line.text)
            item.setForeground(1, QBrush(QColor(line.colour)))

    def close_services(self) -> None:
        """Read no more."""
        self._timer.stop()
        self._view.pointed.disconnect(self._wake)
        self._view.pictured.disconnect(self._wake)
        self._view.emptied.disconnect(self._wake)

    def _wake(self, _row: int = 0) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _ready_table(self) -> QTreeWidget:
        if self.table is None:
            self.table = _make_table()
            self.setWidget(self.table)
        return self.table


def _build(table: QTreeWidget, sections: tuple[Section, ...]) -> list[QTreeWidgetItem]:
    """Rows for other sections; their values are written later."""
    table.clear()
    font = table.font()
    font.setBold(True)
    items = []
    for section in sections:
        head = QTreeWidgetItem([section.title])
        head.setFont(0, font)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setSizeHint(0, QSize(0, _ROW + 6))
        table.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for _ in section.lines:
            item = QTreeWidgetItem(head)
            item.setSizeHint(0, QSize(0, _ROW))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            items.append(item)
    table.expandAll()
    return items


def _make_table() -> QTreeWidget:
    table = QTreeWidget()
    table.setObjectName("data_window_table")
    table.setAccessibleName(tr("Values of the bar"))
    table.setColumnCount(2)
    table.setHeaderHidden(True)
    table.setRootIsDecorated(False)
    table.setItemsExpandable(False)
    table.setIndentation(0)
    table.setUniformRowHeights(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = table.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return table
