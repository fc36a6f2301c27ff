"""The settings of the drawing hand: the magnet, and whether a tool stays in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from gui.form_page import FormPage
from gui.settings_pages.choice import choice
from gui.translation import tr

if TYPE_CHECKING:
    from charting.drawings.snapping import Magnet
    from gui.drawing_mode import DrawingMode


class DrawingPage(FormPage):
    """The page."""

    def __init__(self, drawing: DrawingMode, parent: QWidget | None = None) -> None:
        super().__init__("settings_drawing", tr("Drawing"), parent)
        self._drawing = drawing
        title = tr("Magnet")
        choices = [(tr("Off"), "off"), (tr("Near prices"), "weak"), (tr("Always"), "strong")]
        self.add_row(title, choice("settings_magnet", title, choices, drawing.magnet, self._set_magnet, self.body))
        stay = QCheckBox(tr("The tool stays in the hand after a drawing is finished"), self.body)
        stay.setObjectName("settings_stay")
        stay.setAccessibleName(stay.text())
        stay.setChecked(drawing.stay)
        stay.clicked.connect(drawing.toggle_stay)
        self.form.addRow(stay)
        self.add_note("settings_magnet_note", tr("Ctrl turns the magnet round while it is held."))

    def _set_magnet(self, mode: Magnet) -> None:
        if mode != self._drawing.magnet:
            self._drawing.set_magnet(self._drawing.magnet if mode == "off" else mode)  # the one that is on goes off
