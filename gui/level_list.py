"""A list of levels: one field each, maybe with a switch and a colour, a button that takes it away, and one that adds another."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from charting.core.document import Level
from charting.core.theme import Theme
from charting.drawings.declaration import MOST_LEVELS
from charting.drawings.levels import plain
from gui.buttons import icon_button
from gui.colour_button import ColourButton
from gui.number_boxes import NumberBox
from gui.translation import tr

COLUMNS = 2
"""Fields side by side, where nothing else is asked for."""


class LevelList(QWidget):
    """The list; ``changed`` tells the levels in their order: bare numbers, and a ``Level`` where one has a look of its own.

    Parameters
    ----------
    low, high
        What a level may be.
    columns
        Fields side by side.
    theme
        Gives each level a switch and a colour, in this theme.
    """

    changed = Signal(list)

    def __init__(
        self,
        name: str,
        title: str,
        low: float,
        high: float,
        parent: QWidget,
        *,
        columns: int = COLUMNS,
        step: float = 0.1,
        theme: Theme | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._name, self._title, self._low, self._high = name, title, low, high
        self._columns, self._step, self._theme = columns, step, theme
        self._levels: list[Level] = []
        self._boxes: list[NumberBox] = []
        self._switches: list[QCheckBox] = []
        self._colours: list[ColourButton] = []
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

    def set_levels(self, levels: Sequence[float | Level]) -> None:
        """Show other levels, keeping the fields while their count is the same."""
        found = [level if isinstance(level, Level) else Level(level) for level in levels]
        if found == self._levels:
            return
        self._levels = found
        if len(self._boxes) != len(found):
            self._make_rows()
        for box, level in zip(self._boxes, found, strict=True):
            with QSignalBlocker(box):
                box.setValue(level.value)
        for switch, level in zip(self._switches, found, strict=False):
            with QSignalBlocker(switch):
                switch.setChecked(level.shown)
        self._add.setEnabled(len(found) < MOST_LEVELS)

    def set_colours(self, colours: Sequence[str], *, own: bool) -> None:
        """Show the colour that each level has; without ``own`` ones, none can be chosen."""
        for button, colour in zip(self._colours, colours, strict=True):
            button.show_colour(colour)
            button.setEnabled(own)

    def set_theme(self, theme: Theme) -> None:
        """Show the colours in another theme."""
        self._theme = theme
        for button in self._colours:
            button.set_theme(theme)

    def _make_rows(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes, self._switches, self._colours = [], [], []
        for index in range(len(self._levels)):
            self._grid.addWidget(self._make_row(index), index // self._columns, index % self._columns)

    def _make_row(self, index: int) -> QWidget:
        row = QWidget(self)
        name, title = f"{self._name}_{index}", tr("{list}, number {number}", list=self._title, number=index + 1)
        box = NumberBox(name, title, self._low, self._high, step=self._step, parent=row)
        box.valueChanged.connect(lambda value: self._set(index, value=value))
        self._boxes.append(box)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if self._theme is not None:
            layout.addWidget(self._make_switch(index, name, tr("Show {level}", level=title), row))
        layout.addWidget(box, 1)
        if self._theme is not None:
            layout.addWidget(self._make_colour(index, name, tr("Colour of {level}", level=title), self._theme, row))
        layout.addWidget(
            icon_button(f"{name}_remove", "x", tr("Remove {level}", level=title), lambda: self._remove(index), row, size=14)
        )
        return row

    def _make_switch(self, index: int, name: str, title: str, row: QWidget) -> QCheckBox:
        switch = QCheckBox(row)
        switch.setObjectName(f"{name}_shown")
        switch.setAccessibleName(title)
        switch.setToolTip(title)
        switch.toggled.connect(lambda on: self._set(index, shown=on))
        self._switches.append(switch)
        return switch

    def _make_colour(self, index: int, name: str, title: str, theme: Theme, row: QWidget) -> ColourButton:
        button = ColourButton(f"{name}_colour", title, theme, words=False, parent=row)
        button.setAutoRaise(True)
        button.chosen.connect(lambda colour: self._set(index, colour=colour))
        self._colours.append(button)
        return button

    def _set(self, index: int, **fields: object) -> None:
        self._tell([*self._levels[:index], replace(self._levels[index], **fields), *self._levels[index + 1 :]])

    def _remove(self, index: int) -> None:
        self._tell([*self._levels[:index], *self._levels[index + 1 :]])

    def _add_level(self) -> None:
        values = [level.value for level in self._levels]
        last = values[-1] if values else 0.0
        step = last - values[-2] if len(values) > 1 else 0.5
        self._tell([*self._levels, Level(min(max(round(last + (step or 0.5), 4), self._low), self._high))])
        self._boxes[-1].setFocus()
        self._boxes[-1].selectAll()

    def _tell(self, levels: list[Level]) -> None:
        self.set_levels(levels)
        self.changed.emit([plain(level) for level in levels])
