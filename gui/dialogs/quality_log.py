"""Shows the data-quality log: what was refused of answers and files, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from gui.dialogs.frame import DialogFrame
from gui.translation import tr


class QualityLogDialog(DialogFrame):
    """The dialog; ``read`` is called with whom to tell the text, once it has been read."""

    def __init__(self, read: Callable[[Callable[[str], None]], None], parent: QWidget | None = None) -> None:
        super().__init__("quality_log_dialog", tr("Data quality log"), parent)
        self.add_heading(tr("Data quality log"))
        self.add_label("explanation", tr("What was left out of answers and files, or put right. Times are UTC; newest last."))
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("quality_log_dialog_text")
        self._text.setAccessibleName(tr("Data quality log"))
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setPlaceholderText(tr("Reading…"))
        self.body.addWidget(self._text, 1)
        self._copy = self.add_button("copy", tr("Copy"), at_left=True)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.toPlainText()))
        self.add_close_button()
        self.resize(860, 480)
        read(self._show)

    def _show(self, text: str) -> None:
        if not isValid(self):  # closed before it was read
            return
        self._text.setPlaceholderText(tr("Nothing has been refused so far."))
        self._text.setPlainText(text.rstrip("\n"))
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.moveCursor(QTextCursor.MoveOperation.StartOfLine)
        self._copy.setEnabled(bool(text))
