"""The slim bar below the chart: ranges at the left, the clock and the price scale at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui import styling
from gui.names import plain_title
from gui.ranges import RANGES
from gui.translation import tr

if TYPE_CHECKING:
    from gui.commands import Commands

HEIGHT = 24
"""Of the bar, where the interface's font is not larger than usual."""
_AROUND = 7
"""What borders and margins take of the height."""
_SCALES = ("view.adjustment_full", "view.log", "view.percent", "view.auto_scale")


class RangeBar(QWidget):
    """The bar. It begins empty; its buttons are the actions of commands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("range_bar")
        self.setAccessibleName(tr("Ranges and scale"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        styling.set_role(self, "slim_below")
        self.setFixedHeight(max(HEIGHT, styling.small_height(self.font()) + _AROUND))

    def fill(self, commands: Commands) -> None:
        """Make the buttons."""
        from gui.actions.axes import TIMES_IDS
        from gui.clock import ChartClock

        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 1, 8, 1)
        layout.setSpacing(0)
        for range_ in RANGES:
            layout.addWidget(slim_button(commands, f"view.last_{range_.key}", self))
        layout.addStretch(1)
        self.clock = ChartClock([commands.action(command_id) for command_id in TIMES_IDS], self)
        layout.addWidget(self.clock)
        layout.addSpacing(8)
        for command_id in _SCALES:
            layout.addWidget(slim_button(commands, command_id, self))


def slim_button(commands: Commands, command_id: str, parent: QWidget) -> QToolButton:
    """A low button for a command's action, with its short text."""
    action = commands.action(command_id)
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setObjectName("slim." + command_id)
    button.setAccessibleName(plain_title(action.text()))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    styling.set_role(button, "slim")
    return button
