"""The button of the chart's bar style: shows the one in use, and opens the menu of all."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.actions.style import SIZES, STYLES
from gui.commands import Commands
from gui.names import plain_title
from gui.translation import tr


class StyleButton(QToolButton):
    """A button with the icon of the checked ``view.style_*`` command."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("button.bar_style")
        self.setToolTip(tr("Bar style"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setObjectName("menu.bar_style")
        menu.setAccessibleName(tr("Bar style"))
        for style, _, _ in STYLES:
            action = commands.action(f"view.style_{style}")
            menu.addAction(action)
            action.toggled.connect(lambda on, chosen=action: self._follow(chosen) if on else None)
        menu.addSeparator()
        menu.addAction(commands.action(SIZES))
        self.setMenu(menu)
        self._follow(menu.actions()[0])

    def _follow(self, action: QAction) -> None:
        self.setIcon(action.icon())
        self.setAccessibleName(tr("Bar style: {style}", style=plain_title(action.text())))
