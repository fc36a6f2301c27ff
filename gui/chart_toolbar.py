"""The bar above the chart: symbol, intervals, indicators, undo, and what concerns the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from charting.core.instrument import Instrument
from charting.core.interval import Interval
from gui import styling
from gui.badge import SimulatedBadge
from gui.buttons import leave_room
from gui.names import instrument_name, menu_text, plain_title, short_code
from gui.translation import tr

if TYPE_CHECKING:
    from gui.commands import Commands

LONGEST_NAME = 22
"""Characters of an instrument's name or, for a file, of its code; a longer one ends in an ellipsis."""


class ChartToolbar(QToolBar):
    """The bar. It begins empty, with the height that its buttons will take; these are the actions of commands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Chart toolbar"), parent)
        self.setObjectName("chart_toolbar")
        self.setAccessibleName(tr("Chart toolbar"))
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self._code = self._name = ""
        leave_room(self)

    def fill(self, commands: Commands, intervals: tuple[str, ...]) -> None:
        """Make the buttons.

        Parameters
        ----------
        commands
            Must hold ``intervals`` and the other commands the bar shows.
        intervals
            Ids of the interval commands, in order.
        """
        from gui.style_button import StyleButton

        self.clear()
        self._commands, self._intervals = commands, intervals
        self._symbol = self._add("view.symbol", role="symbol")
        self._symbol.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._symbol.setMinimumWidth(80)
        self._badge = SimulatedBadge("chart_simulated", self)
        # A tool bar decides by its actions what is shown, so the badge's action is switched, not the badge.
        self._badge_action = self.addWidget(self._badge)
        self._badge_action.setVisible(False)
        self.addSeparator()
        for command_id in intervals:
            self._add(command_id, role="interval").setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._add("view.interval_other", role="interval").setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.addWidget(StyleButton(commands, self))
        indicators = self._add("view.indicators_search", role="text")
        indicators.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # A style sheet cannot set the gap between icon and text.
        commands.action("view.indicators_search").setIconText(" " + tr("Indicators"))
        self.addSeparator()
        self._add("edit.undo")
        self._add("edit.redo")
        space = QWidget(self)
        space.setObjectName("chart_toolbar_space")
        space.setAccessibleName("")
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        space.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.addWidget(space)
        for command_id in ("edit.palette", "file.save_picture", "view.theme_toggle"):
            self._add(command_id)

    def show_instrument(self, instrument: Instrument, *, simulated: bool) -> None:
        """Write the chart's symbol on the first button."""
        name = instrument_name(instrument)
        code = short_code(instrument.symbol)
        self._code, self._name = _shortened(code), "" if code == name else _shortened(name)
        self._write_symbol()
        self._symbol.setAccessibleName(tr("Symbol: {name}", name=name))
        self._badge_action.setVisible(simulated)

    def show_interval(self, code: str) -> None:
        """Write an interval that has no button of its own on the one that asks for others."""
        own = f"view.interval_{code}" in self._intervals
        self._commands.action("view.interval_other").setIconText("…" if own else Interval.parse(code).short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name out where there is no room for it."""
        super().resizeEvent(event)
        if self._code:
            self._write_symbol()

    def _write_symbol(self) -> None:
        action = self._commands.action("view.symbol")
        for words in ((self._code, self._name), (self._code,)):
            action.setIconText(menu_text(" " + "   ".join(filter(None, words))))
            if self.sizeHint().width() <= self.width():
                break

    def _add(self, command_id: str, role: str = "") -> QToolButton:
        action = self._commands.action(command_id)
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setObjectName("button." + command_id)
        button.setAccessibleName(plain_title(action.text()))
        if role:
            styling.set_role(button, role)
        return button


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"
