"""What the user is offered when the workspace cannot be written: another place, another try, or leaving it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from charting.core.codec import encode
from charting.core.document import Workspace
from gui import atomic
from gui.context import Notice, NoticeAction
from gui.sentences import Sentence, reason
from gui.translation import tr

KEY = "unsaved"


def unsaved_notice(path: Path, error: object, save_elsewhere: Callable[[], None]) -> Notice:
    """A notice that a file could not be written, while the program goes on trying."""
    why = reason(error).translated() if isinstance(error, BaseException) else str(error)
    text = tr(
        "{path} could not be written: {reason}. Your changes are kept in memory and writing is tried again.",
        path=path,
        reason=why,
    )
    return Notice(KEY, text, "error", (NoticeAction(tr("Save a copy elsewhere…"), save_elsewhere),))


def ask_and_save(parent: QWidget | None, document: Workspace) -> bool:
    """Ask for a place and write the workspace there; False when the user gave up. Blocks on purpose: all else failed."""
    while True:
        chosen, _ = QFileDialog.getSaveFileName(
            parent, tr("Save a copy of the workspace"), f"{document.name}.json", tr("Lionrock workspaces (*.json)")
        )
        if not chosen:
            return False
        try:
            atomic.write(Path(chosen), encode(document))
        except OSError as error:
            sentence = Sentence("{path}: {reason}", {"path": chosen, "reason": reason(error)})
            QMessageBox.warning(parent, tr("The copy could not be saved"), sentence.translated())
        else:
            return True


def ask_before_losing(parent: QWidget | None, document: Workspace, try_again: Callable[[], bool]) -> None:
    """At the end of the program, with changes that could not be written: ask until they are safe or given up."""
    while True:
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Lionrock"))
        box.setText(tr("The last changes to “{name}” could not be written to the disk.", name=document.name))
        box.setInformativeText(tr("Make room or make its folder writable and try again, or save a copy elsewhere."))
        again = box.addButton(tr("Try Again"), QMessageBox.ButtonRole.AcceptRole)
        elsewhere = box.addButton(tr("Save a Copy Elsewhere…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(tr("Discard the Changes"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(again)
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        if pressed is again:
            if try_again():
                return
        elif pressed is elsewhere:
            if ask_and_save(parent, document):
                return
        else:
            return
