"""A button that shows a colour and opens the menu to choose another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from charting.core.theme import Theme
from gui import styling
from gui.drawing_looks import colour_name, fill_colours, swatch


class ColourButton(QToolButton):
    """The button; ``chosen`` tells a palette name, ``#rrggbb``, or None for "as the line" where that is offered."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        theme: Theme,
        *,
        none: bool = False,
        words: bool = True,
        paint: Callable[[str, QWidget], QIcon] = swatch,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title, self._theme, self._none, self._paint = title, theme, none, paint
        self._colour: str | None = None
        self._line = "blue"
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if words:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            styling.set_role(self, "field")
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}_menu")
        self._menu.setAccessibleName(title)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.show_colour(None)

    def show_colour(self, colour: str | None, line: str = "blue") -> None:
        """Show a colour; ``line`` is the one that None stands for."""
        self._colour, self._line = colour, line
        self.setIcon(self._paint(self._theme.colour(colour or line), self))
        self.setText(colour_name(colour))
        self.setAccessibleName(f"{self._title}: {colour_name(colour)}")
        self.setToolTip(self._title)

    def set_theme(self, theme: Theme) -> None:
        """Show the same colour in another theme."""
        self._theme = theme
        self.show_colour(self._colour, self._line)

    def _fill(self) -> None:
        self._menu.clear()
        fill_colours(self._menu, self._theme, self._colour, self.chosen.emit, none=self._none)
