"""The mark on everything that shows prices no market made."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui import styling
from gui.translation import tr


class SimulatedBadge(QLabel):
    """Says "Simulated"; hidden while what it marks is real."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Simulated"), parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Simulated prices"))
        self.setToolTip(tr("These prices are simulated for demonstration. No market made them."))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        styling.set_role(self, "badge")
        self.hide()
