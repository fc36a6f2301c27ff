"""A list of levels: one field each, a button that takes it away, and one that adds another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from charting.drawings.declaration import MOST_LEVELS
from gui.buttons import icon_button
from gui.number_boxes import NumberBox
from gui.translation import tr

COLUMNS = 2
"""Fields side by side, where nothing else is asked for."""


class LevelList(QWidget):
    """The list; ``changed`` tells the numbers, smallest first."""

    changed = Signal(list)

    def __init__(
        self, name: str, title: str, low: float, high: float, parent: QWidget, *, columns: int = COLUMNS, step: float = 0.1
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._name, self._title, self._low, self._high = name, title, low, high
        self._columns, self._step = columns, step
        self._levels: list[float] = []
        self._boxes: list[NumberBox] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._add = QPushButton(tr("Add a level"), self)
        self._add.setObjectName(f"{name}_add")
        self._add.setAccessibleName(tr("Add to {list}", list=title))
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._add_level)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._grid)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch(1)
        column.addLayout(below)

    def set_levels(self, levels: Sequence[float]) -> None:
        """Show other numbers, keeping the fields while their count is the same."""
        if list(levels) == self._levels:
            return
        self._levels = list(levels)
        if len(self._boxes) != len(self._levels):
            self._make_rows()
        for box, level in zip(self._boxes, self._levels, strict=True):
            box.blockSignals(True)
            box.setValue(level)
            box.blockSignals(False)
        self._add.setEnabled(len(self._levels) < MOST_LEVELS)

    def _make_rows(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = []
        for index in range(len(self._levels)):
            self._grid.addWidget(self._make_row(index), index // self._columns, index % self._columns)

    def _make_row(self, index: int) -> QWidget:
        row = QWidget(self)
        title = tr("{list}, number {number}", list=self._title, number=index + 1)
        box = NumberBox(f"{self._name}_{index}", title, self._low, self._high, step=self._step, parent=row)
        box.valueChanged.connect(lambda value: self._set(index, value))
        remove = icon_button(
            f"{self._name}_{index}_remove", "x", tr("Remove {level}", level=title), lambda: self._remove(index), row, size=14
        )
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(box, 1)
        layout.addWidget(remove)
        self._boxes.append(box)
        return row

    def _set(self, index: int, value: float) -> None:
        self._tell([*self._levels[:index], value, *self._levels[index + 1 :]])

    def _remove(self, index: int) -> None:
        self._tell([*self._levels[:index], *self._levels[index + 1 :]])

    def _add_level(self) -> None:
        last = self._levels[-1] if self._levels else 0.0
        step = last - self._levels[-2] if len(self._levels) > 1 else 0.5
        self._tell([*self._levels, min(max(round(last + (step or 0.5), 4), self._low), self._high)])
        self._boxes[-1].setFocus()
        self._boxes[-1].selectAll()

    def _tell(self, levels: list[float]) -> None:
        self.set_levels(levels)
        self.changed.emit(levels)
