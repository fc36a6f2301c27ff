"""A field for each kind of setting that a drawing tool declares."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from charting.core.document import Drawing, Setting
from charting.core.theme import Theme
from charting.drawings.declaration import ToolParameter, flag, levels, number, word
from charting.drawings.levels import COLOURED, colours_of
from gui.choice_titles import choice_title
from gui.level_list import LevelList
from gui.number_boxes import NumberBox, step_for
from gui.translation import tr
from gui.wheel import scroll_past

_LARGEST = 1e12

Ask = Callable[[Setting], None]


class ParameterField(Struct, frozen=True):
    """A field and what writes a drawing's value into it; ``wide`` ones have a line of their own."""

    parameter: ToolParameter
    widget: QWidget
    write: Callable[[Drawing], None]
    wide: bool = False

    def show(self, drawing: Drawing) -> None:
        """Show the drawing's value without asking for a change."""
        with QSignalBlocker(self.widget):
            self.write(drawing)


def parameter_field(parameter: ToolParameter, theme: Theme, parent: QWidget, ask: Ask) -> ParameterField:
    """Make a field; ``ask`` is told what the user chose."""
    name, title = f"parameter_{parameter.name}", tr(parameter.title)
    low = -_LARGEST if parameter.low is None else parameter.low
    high = _LARGEST if parameter.high is None else parameter.high
    match parameter.default:
        case bool():
            return _switch(parameter, name, title, parent, ask)
        case int() | float() as default:
            whole = isinstance(default, int)
            step = 1.0 if whole else step_for(parameter.low, parameter.high, default)
            box = NumberBox(name, title, low, high, step=step, decimals=0 if whole else 4, parent=parent)
            box.valueChanged.connect(lambda value: ask(int(value) if whole else value))
            return ParameterField(parameter, box, lambda drawing: box.setValue(number(drawing, parameter)))
        case str():
            return (
                _choices(parameter, name, title, parent, ask) if parameter.choices else _text(parameter, name, title, parent, ask)
            )
    return _levels(parameter, LevelList(name, title, low, high, parent, theme=theme), ask)


def _levels(parameter: ToolParameter, field: LevelList, ask: Ask) -> ParameterField:
    field.changed.connect(ask)

    def write(drawing: Drawing) -> None:
        field.set_levels(levels(drawing, parameter))
        field.set_colours(colours_of(drawing, parameter), own=flag(drawing, COLOURED))

    return ParameterField(parameter, field, write, wide=True)


def _switch(parameter: ToolParameter, name: str, title: str, parent: QWidget, ask: Ask) -> ParameterField:
    box = QCheckBox(title, parent)
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.toggled.connect(ask)
    return ParameterField(parameter, box, lambda drawing: box.setChecked(flag(drawing, parameter)), wide=True)


def _choices(parameter: ToolParameter, name: str, title: str, parent: QWidget, ask: Ask) -> ParameterField:
    choice = QComboBox(parent)
    scroll_past(choice)
    choice.setObjectName(name)
    choice.setAccessibleName(title)
    choice.view().setObjectName(f"{name}_choices")
    choice.view().setAccessibleName(title)
    for text in parameter.choices:
        choice.addItem(choice_title(text), text)
    choice.activated.connect(lambda index: ask(choice.itemData(index)))
    return ParameterField(parameter, choice, lambda drawing: choice.setCurrentIndex(choice.findData(word(drawing, parameter))))


def _text(parameter: ToolParameter, name: str, title: str, parent: QWidget, ask: Ask) -> ParameterField:
    edit = QPlainTextEdit(parent)
    edit.setObjectName(name)
    edit.setAccessibleName(title)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * 4 + 20)
    edit.textChanged.connect(lambda: ask(edit.toPlainText()))

    def write(drawing: Drawing) -> None:
        if edit.toPlainText() != word(drawing, parameter):
            edit.setPlainText(word(drawing, parameter))

    return ParameterField(parameter, edit, write, wide=True)
