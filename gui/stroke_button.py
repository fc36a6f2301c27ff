"""A button that shows how a line looks, and opens the menu of colours, widths and kinds of line."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from charting.core.document import Stroke
from charting.core.theme import Theme
from gui import styling
from gui.drawing_looks import DASHES, colour_name, fill_colours, fill_dashes, fill_widths, line_icon
from gui.translation import tr


class StrokeButton(QToolButton):
    """The button; ``chosen`` tells the stroke as the user wants it. ``line`` is False where only the colour has an effect."""

    chosen = Signal(object)

    def __init__(self, name: str, title: str, theme: Theme, *, line: bool = True, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title, self._theme, self._line = title, theme, line
        self._stroke = Stroke()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))
        styling.set_role(self, "field")
        self._menu = self._make_menu(name, title, self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.show_stroke(self._stroke)

    def show_stroke(self, stroke: Stroke) -> None:
        """Show another stroke."""
        self._stroke = stroke
        self.setIcon(line_icon(self._theme.colour(stroke.colour), max(stroke.width, 2.0), stroke.dash, self))
        words = [colour_name(stroke.colour)]
        if self._line:
            words += [tr("{count} pixels", count=f"{stroke.width:g}"), tr(dict(DASHES)[stroke.dash])]
        self.setAccessibleName(f"{self._title}: {', '.join(words)}")
        self.setToolTip(", ".join(words))

    def set_theme(self, theme: Theme) -> None:
        """Show the same stroke in another theme."""
        self._theme = theme
        self.show_stroke(self._stroke)

    def _make_menu(self, name: str, title: str, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setObjectName(f"{name}_menu")
        menu.setAccessibleName(title)
        return menu

    def _fill(self) -> None:
        self._menu.clear()
        if self._line:
            widths = self._submenu("widths", tr("Width"))
            fill_widths(widths, self._theme, self._stroke.width, lambda width: self._choose(width=width))
            dashes = self._submenu("dashes", tr("Kind of line"))
            fill_dashes(dashes, self._theme, self._stroke.dash, lambda dash: self._choose(dash=dash))
            self._menu.addSeparator()
        fill_colours(self._menu, self._theme, self._stroke.colour, lambda colour: self._choose(colour=colour))

    def _submenu(self, name: str, title: str) -> QMenu:
        menu = self._menu.addMenu(title)
        menu.setObjectName(f"{self.objectName()}_{name}")
        menu.setAccessibleName(title)
        return menu

    def _choose(self, **fields: object) -> None:
        self.chosen.emit(replace(self._stroke, **fields))
