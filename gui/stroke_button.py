"""A button that shows how a line looks, and opens the menu of colours, widths, kinds of line, and what it is drawn as."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from charting.core.document import PlotShape, Stroke
from charting.core.text import enumerated
from charting.core.theme import Theme
from charting.indicators.declaration import SHAPES
from gui import styling
from gui.choice_titles import choice_title
from gui.drawing_looks import DASHES, colour_name, fill_colours, fill_dashes, fill_widths, line_icon
from gui.translation import said, tr


class StrokeButton(QToolButton):
    """The button; ``chosen`` tells the stroke as the user wants it, ``shape_chosen`` the shape where several are offered.

    ``line`` is False where only the colour has an effect.
    """

    chosen = Signal(object)
    shape_chosen = Signal(str)

    def __init__(self, name: str, title: str, theme: Theme, *, line: bool = True, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title, self._theme, self._line = title, theme, line
        self._stroke, self._coloured = Stroke(), True
        self._shape: PlotShape | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))
        styling.set_role(self, "field")
        self._menu = self._make_menu(name, title, self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.show_stroke(self._stroke)

    def show_shape(self, shape: PlotShape, *, coloured: bool) -> None:
        """Offer the shapes and show the one in use; where it is not ``coloured``, the stroke has no effect."""
        self._shape, self._line, self._coloured = shape, shape in ("line", "step"), coloured
        self.show_stroke(self._stroke)

    def show_stroke(self, stroke: Stroke) -> None:
        """Show another stroke."""
        self._stroke = stroke
        colour = self._theme.colour(stroke.colour) if self._coloured else self._theme.text_muted
        self.setIcon(line_icon(colour, max(stroke.width, 2.0), stroke.dash if self._line else "solid", self))
        words = [choice_title(self._shape)] if self._shape not in (None, "line") else []
        words += [colour_name(stroke.colour)] if self._coloured else []
        if self._line:
            words += [tr("{count} pixels", count=f"{stroke.width:g}"), tr(dict(DASHES)[stroke.dash])]
        look = said(enumerated(words))
        self.setAccessibleName(f"{self._title}: {look}")
        self.setToolTip(look)

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
        if self._shape is not None:
            self._fill_shapes(self._submenu("shapes", tr("Drawn as")))
        if self._line:
            widths = self._submenu("widths", tr("Width"))
            fill_widths(widths, self._theme, self._stroke.width, lambda width: self._choose(width=width))
            dashes = self._submenu("dashes", tr("Kind of line"))
            fill_dashes(dashes, self._theme, self._stroke.dash, lambda dash: self._choose(dash=dash))
        if self._coloured:
            self._menu.addSeparator()
            fill_colours(self._menu, self._theme, self._stroke.colour, lambda colour: self._choose(colour=colour))

    def _fill_shapes(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for shape in SHAPES:
            action = menu.addAction(choice_title(shape))
            action.setCheckable(True)
            action.setChecked(shape == self._shape)
            action.triggered.connect(lambda _, chosen=shape: self.shape_chosen.emit(chosen))
            group.addAction(action)

    def _submenu(self, name: str, title: str) -> QMenu:
        menu = self._menu.addMenu(title)
        menu.setObjectName(f"{self.objectName()}_{name}")
        menu.setAccessibleName(title)
        return menu

    def _choose(self, **fields: object) -> None:
        self.chosen.emit(replace(self._stroke, **fields))
