"""The bar of drawing tools at the left edge: the cursor, the tools by group, the magnet, and what concerns all drawings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from charting.drawings.declaration import Tool
from gui.buttons import leave_room
from gui.names import plain_title
from gui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from gui.commands import Commands

FIRST = ("trend_line", "horizontal_line", "parallel_channel")
"""Kinds with a button of their own at the top; the rest of each group shares a button."""


class DrawingsBar(QToolBar):
    """The bar. It begins empty, with the width that its buttons will take.

    The buttons are the actions of commands, so what is checked there is checked here.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Drawing tools"), parent)
        self.setObjectName("drawings_bar")
        self.setAccessibleName(tr("Drawing tools"))
        self.setOrientation(Qt.Orientation.Vertical)
        self.setAllowedAreas(Qt.ToolBarArea.LeftToolBarArea | Qt.ToolBarArea.RightToolBarArea)
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        leave_room(self, QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def fill(self, commands: Commands, tools: Iterable[Tool]) -> None:
        """Make the buttons; ``tools`` come in the order of the menus, those of one group together."""
        self.clear()
        self._commands = commands
        self._add("draw.cursor")
        self.addSeparator()
        tools = tuple(tools)
        for kind in FIRST:
            if any(tool.kind == kind for tool in tools):
                self._add(f"draw.{kind}")
        groups: dict[str, list[str]] = {}
        for tool in tools:
            if tool.kind not in FIRST:
                groups.setdefault(tool.group, []).append(f"draw.{tool.kind}")
        for group, ids in groups.items():
            if len(ids) == 1:
                self._add(ids[0])
            else:
                self._add_group(group, ids)
        self.addSeparator()
        for command_id in ("draw.magnet", "draw.stay"):
            self._add(command_id)
        self.addSeparator()
        for command_id in ("draw.lock_all", "draw.hide_all", "draw.delete"):
            self._add(command_id)

    def _add(self, command_id: str) -> None:
        action = self._commands.action(command_id)
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setObjectName("button." + command_id)
        button.setAccessibleName(plain_title(action.text()))

    def _add_group(self, group: str, ids: list[str]) -> None:
        """A button that holds the group's tool used last, with the others in a menu beside it."""
        button = QToolButton(self)
        name = tr(group)
        key = group.lower().replace(" ", "_")
        button.setObjectName(f"button.group.{key}")
        button.setAccessibleName(tr("More tools: {group}", group=name))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setIconSize(self.iconSize())
        menu = QMenu(button)
        menu.setObjectName(f"menu.group.{key}")
        menu.setAccessibleName(name)
        actions = [self._commands.action(command_id) for command_id in ids]
        menu.addActions(actions)
        button.setMenu(menu)
        button.setDefaultAction(actions[0])
        for action in actions:
            action.triggered.connect(lambda _checked=False, chosen=action: self._remember(button, chosen))
        self.addWidget(button)

    @staticmethod
    def _remember(button: QToolButton, action: QAction) -> None:
        button.setDefaultAction(action)
