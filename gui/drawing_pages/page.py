"""What the pages of the properties form share: one signal that asks for a change."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from charting.core.document import Drawing
from gui.form_page import FormPage


class Page(FormPage):
    """A page. It holds no state but the drawing it shows: changes are asked for, and come back by ``show_drawing``.

    ``changed(drawing, field)`` asks for another value of the drawing; changes of one field in a row are one step.
    """

    changed = Signal(object, str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, title, parent)
        self.drawing = Drawing("", "", ())

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another value of the drawing."""
        self.drawing = drawing

    def ask(self, field: str, **values: Any) -> None:
        """Ask for the drawing with other values."""
        self.changed.emit(replace(self.drawing, **values), field)
