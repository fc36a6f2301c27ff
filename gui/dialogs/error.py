"""Says what went wrong and what to do, with details on request."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from charting.core.theme import Theme
from gui import icons
from gui.dialogs.frame import DialogFrame
from gui.translation import tr


class ErrorDialog(DialogFrame):
    """The dialog."""

    def __init__(self, title: str, message: str, details: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("error_dialog", title, parent)
        head = QHBoxLayout()
        head.setSpacing(12)
        picture = QLabel(self)
        picture.setObjectName("error_dialog_icon")
        picture.setAccessibleName(tr("Error"))
        picture.setPixmap(icons.icon("warning-circle", theme.danger).pixmap(32, 32))
        head.addWidget(picture)
        heading = self.add_heading(title)
        self.body.removeWidget(heading)
        head.addWidget(heading, 1)
        self.body.addLayout(head)
        self.add_label("message", message)
        self._details = QPlainTextEdit(details, self)
        self._details.setObjectName("error_dialog_details")
        self._details.setAccessibleName(tr("Details"))
        self._details.setReadOnly(True)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setMinimumHeight(160)
        self._details.hide()
        self.body.addWidget(self._details, 1)
        if details:
            self._toggle = self.add_button("toggle_details", tr("Show details"), at_left=True)
            self._toggle.clicked.connect(self._toggle_details)
            copy = self.add_button("copy", tr("Copy"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{title}\n{message}\n\n{details}"))
        self.add_close_button()
        self.setMinimumWidth(480)

    def _toggle_details(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._toggle.setText(tr("Hide details") if shown else tr("Show details"))
        self._toggle.setAccessibleName(self._toggle.text())
        self.adjustSize()
