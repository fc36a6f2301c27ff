"""Asks where a file is to be saved: it gets the suffix of what it is, and none is replaced that nobody meant."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui.translation import tr


def ask_where(parent: QWidget | None, title: str, proposed: str, kinds: str, suffixes: tuple[str, ...]) -> Path | None:
    """The path that was chosen, None when the user thought better of it.

    Parameters
    ----------
    kinds
        What the dialog calls the files, in Qt's form.
    suffixes
        Those that such a file may have; a name with none of them gets the first. What follows the dot of a symbol, as in
        ``9988.HK``, is no suffix.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in suffixes:
        return path
    named = path.with_name(path.name + suffixes[0])
    return named if not QFileInfo.exists(str(named)) or _may_replace(parent, title, named) else None


def _may_replace(parent: QWidget | None, title: str, path: Path) -> bool:
    """Ask about a file that the dialog could not ask about, since it was not called so there."""
    box = QMessageBox(parent)
    box.setObjectName("replace_file_dialog")
    box.setAccessibleName(title)
    box.setWindowTitle(title)
    box.setText(tr("There is a file {file} already. Replace it?", file=path.name))
    replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is replace
