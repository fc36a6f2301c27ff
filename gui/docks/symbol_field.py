"""A field that shows an instrument and, when clicked, has another one chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from charting.core.instrument import Instrument
from charting.indicators.beside import Instrument as Named
from gui import icons, styling
from gui.names import instrument_name, menu_text, short_code
from gui.translation import tr


class SymbolField(QToolButton):
    """The field; what a click does is up to its owner."""

    def __init__(self, title: str, instrument: Callable[[str], Instrument], parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._instrument = title, instrument
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icons.icon("magnifying-glass"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        styling.set_role(self, "field")
        self.show_value("")

    def show_value(self, value: object) -> None:
        """Show the instrument that a parameter names, or that none was chosen."""
        named = Named.parse(value)
        if named is None:
            self.setText(tr("Choose…"))
            self.setToolTip(tr("Choose the second instrument"))
            self.setAccessibleName(f"{self._title}: {tr('none chosen')}")
            return
        name = instrument_name(self._instrument(named.symbol))
        self.setText(menu_text(short_code(named.symbol)))
        self.setToolTip(f"{name} ({named.symbol})")
        self.setAccessibleName(f"{self._title}: {name}")
