"""Says what keeps the program from starting, to somebody who clicked and sees no terminal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from gui.home import Home
from gui.languages import use_language
from gui.qt import make_application
from gui.sentences import Problem
from gui.settings import read_settings
from gui.translation import said


def show_problem(problem: Problem, home: Home | None) -> None:
    """Show a problem in the user's language until it is closed; in the system's where there is no ``home`` that says which."""
    use_language(make_application(), None if home is None else read_settings(home.settings).language)
    text = said(problem.sentence)
    box = QMessageBox()
    box.setObjectName("problem")
    box.setAccessibleName(text)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("Lionrock")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()
