"""Says what the program is, its version, and where it keeps files."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import icons
from gui.dialogs.frame import DialogFrame
from gui.translation import tr
from gui.version import version


class AboutDialog(DialogFrame):
    """The dialog."""

    def __init__(self, home: Path, parent: QWidget | None = None) -> None:
        super().__init__("about_dialog", tr("About Lionrock"), parent)
        head = QHBoxLayout()
        head.setSpacing(16)
        picture = QLabel(self)
        picture.setObjectName("about_dialog_icon")
        picture.setAccessibleName(tr("Lionrock's icon"))
        picture.setPixmap(icons.application_icon().pixmap(64, 64))
        head.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(4)
        for name, text, role in (
            ("name", "Lionrock", "heading"),
            ("version", tr("Version {version}", version=version()), "muted"),
        ):
            label = self.add_label(name, text, role)
            self.body.removeWidget(label)
            words.addWidget(label)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.add_label("purpose", tr("Charts of Hong Kong's market, read and drawn on by hand."))
        self.add_label("home", tr("Everything it writes is kept in {folder}", folder=home), "muted")
        python, qt = platform.python_version(), qVersion()
        self.add_label("versions", tr("Python {python}, Qt {qt}. MIT licence.", python=python, qt=qt), "muted")
        self.body.addStretch(1)
        self.add_close_button()
        self.setMinimumWidth(440)
