"""The sheet of all keys: those of the commands, and what keys and mouse do on the chart itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from charting.core.text import translatable
from gui import styling
from gui.commands import Commands
from gui.dialogs.frame import DialogFrame
from gui.names import plain_title
from gui.translation import tr

ON_THE_CHART = (
    (translatable("Zoom about the cursor"), translatable("Wheel")),
    (translatable("Zoom finely, about the cursor itself"), translatable("Ctrl+Wheel, or pinch")),
    (translatable("Move through time"), translatable("Drag, or two fingers")),
    (translatable("Move by a tenth of the view"), translatable("Shift+Wheel")),
    (translatable("Stretch a scale"), translatable("Drag its axis")),
    (translatable("Scale follows the bars again"), translatable("Double-click its axis")),
    (translatable("One bar back or on"), translatable("← →")),
    (translatable("Ten bars back or on"), translatable("Ctrl+← →")),
    (translatable("A screen back or on"), translatable("PgUp PgDn")),
    (translatable("Zoom in or out"), translatable("Ctrl+↑ ↓")),
    (translatable("First or latest bars"), translatable("Home End")),
    (translatable("Choose an interval"), translatable("Type a number")),
    (translatable("Find a symbol"), translatable("Type letters or a code")),
    (translatable("Put the tool away, select nothing"), translatable("Esc")),
    (translatable("While drawing: angles in steps of 45°"), translatable("Shift")),
    (translatable("While drawing: magnet the other way round"), translatable("Ctrl")),
    (translatable("Drag a copy of a drawing"), translatable("Ctrl+Drag")),
    (translatable("Nudge the selected drawings"), translatable("← → ↑ ↓")),
    (translatable("Measure price, bars, time and volume"), translatable("Shift+Click")),
    (translatable("Fill the chart with a pane, or show all"), translatable("Double-click")),
    (translatable("Fold a pane up, or open it"), translatable("Ctrl+Double-click")),
    (translatable("Move an indicator to another pane"), translatable("Drag its name")),
    (translatable("Settings of an indicator"), translatable("Double-click it")),
)
"""What the chart answers itself; everything else in the sheet comes from the commands."""


class ShortcutsDialog(DialogFrame):
    """The dialog."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__("shortcuts_dialog", tr("Keyboard and mouse"), parent)
        self.add_heading(tr("Keyboard and mouse"))
        sheet = QWidget()
        sheet.setObjectName("shortcuts_sheet")
        sheet.setAccessibleName(tr("Keyboard and mouse"))
        styling.set_role(sheet, "column")
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(32)
        sections = [*_sections(commands), (tr("On the chart"), [(tr(what), tr(keys)) for what, keys in ON_THE_CHART])]
        for part in _halves(sections):
            column = QVBoxLayout()
            column.setSpacing(16)
            for title, rows in part:
                column.addLayout(self._section(title, rows))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea(self)
        area.setObjectName("shortcuts_area")
        area.setAccessibleName(tr("Keyboard and mouse"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        self.body.addWidget(area, 1)
        self.add_close_button()
        self.resize(840, 560)

    @staticmethod
    def _section(title: str, rows: Iterable[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        heading = QLabel(title)
        heading.setAccessibleName(title)
        heading.setObjectName("shortcuts_heading")
        styling.set_role(heading, "subheading")
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, (what, keys) in enumerate(rows, start=1):
            name = QLabel(what)
            name.setObjectName("shortcuts_command")
            name.setAccessibleName(what)
            name.setWordWrap(True)
            key = QLabel(keys)
            key.setObjectName("shortcuts_keys")
            key.setAccessibleName(keys)
            styling.set_role(key, "key")
            grid.addWidget(name, number, 0)
            grid.addWidget(key, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return grid


def _sections(commands: Commands) -> list[tuple[str, list[tuple[str, str]]]]:
    """By the commands' groups, in their order: title and keys of every command that has any."""
    found: dict[str, list[tuple[str, str]]] = {}
    for command in commands:
        if command.shortcuts:
            keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.shortcuts]
            title = plain_title(tr(command.title)).rstrip("…")
            found.setdefault(tr(command.group), []).append((title, "  ".join(keys)))
    return list(found.items())


def _halves(
    sections: list[tuple[str, list[tuple[str, str]]]],
) -> tuple[list[tuple[str, list[tuple[str, str]]]], list[tuple[str, list[tuple[str, str]]]]]:
    """The sections in two columns of about the same length, in order."""
    lengths = [len(rows) + 2 for _, rows in sections]
    best = min(range(1, len(sections)), key=lambda cut: abs(sum(lengths[:cut]) - sum(lengths[cut:])), default=1)
    return sections[:best], sections[best:]
