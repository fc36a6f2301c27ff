"""What the user is offered when the workspace cannot be written: another place, another try, or leaving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from charting.core.codec import encode
from charting.core.document import Workspace
from charting.core.text import enumerated, reason
from gui import atomic
from gui.context import Notice, NoticeAction
from gui.saving import ask_where
from gui.translation import said, tr


def unsaved_key(path: Path) -> str:
    """What the notice is called that a file could not be written: each has its own, as each is written by itself."""
    return f"unsaved:{path}"


def unsaved_notice(path: Path, error: object, save_elsewhere: Callable[[], None] | None) -> Notice:
    """A notice that a file could not be written, while the program goes on trying; a workspace may be saved elsewhere."""
    why = said(reason(error) if isinstance(error, BaseException) else error)
    text = tr(
        "“{name}” could not be saved: {reason}. Changes stay in memory, and saving is tried again.", name=path.stem, reason=why
    )
    elsewhere = () if save_elsewhere is None else (NoticeAction(tr("Save a copy elsewhere…"), save_elsewhere),)
    return Notice(unsaved_key(path), text, "error", elsewhere, details=str(path))


def ask_and_save(parent: QWidget | None, document: Workspace) -> bool:
    """Ask for a place and write the workspace there; False when the user gave up. Blocks on purpose: all else failed."""
    while True:
        kinds = tr("Lionrock workspaces (*.json)")
        chosen = ask_where(parent, tr("Save a copy of the workspace"), f"{document.name}.json", kinds, (".json",))
        if chosen is None:
            return False
        try:
            atomic.write(chosen, encode(document))
        except OSError as error:
            QMessageBox.warning(parent, tr("The copy could not be saved"), f"{chosen}: {said(reason(error))}")
        else:
            return True


def ask_before_losing(
    parent: QWidget | None,
    document: Workspace,
    try_again: Callable[[], bool],
    unwritten: Callable[[], Sequence[Path]] = tuple,
    own: Path | None = None,
) -> None:
    """At the end of the program, with changes that could not be written: ask until they are safe or given up.

    ``unwritten`` tells which files these are, ``own`` is that of the document; it alone can be saved elsewhere.
    """
    copied = False
    while True:
        paths = [path for path in unwritten() or (own,) if not copied or path != own]
        if not paths:
            return
        names = [document.name if path is None or path == own else path.name for path in paths]
        match _ask(parent, names, elsewhere=own in paths):
            case "again" if try_again():
                return
            case "elsewhere":
                copied = ask_and_save(parent, document)
            case "discard" | "":
                return


def _ask(parent: QWidget | None, names: Sequence[str], *, elsewhere: bool) -> str:
    """Which button was pressed; empty when the system ended the program meanwhile."""
    box = QMessageBox(parent)
    box.setObjectName("unsaved")
    box.setAccessibleName(tr("Unsaved changes"))
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Unsaved changes"))
    box.setText(tr("The last changes to “{name}” could not be saved.", name=said(enumerated(names))))
    if elsewhere:
        advice = tr("Make room on the disk or make its folder writable and try again, or save a copy elsewhere.")
    else:
        advice = tr("Make room on the disk or make its folder writable and try again.")
    box.setInformativeText(advice)
    roles = QMessageBox.ButtonRole
    buttons = {}
    for key, text, role in (
        ("again", tr("Try again"), roles.AcceptRole),
        ("elsewhere", tr("Save a copy elsewhere…"), roles.ActionRole),
        ("discard", tr("Discard the changes"), roles.DestructiveRole),
    ):
        if key == "elsewhere" and not elsewhere:
            continue
        buttons[key] = button = box.addButton(text, role)
        button.setObjectName(key)
        button.setAccessibleName(text)
        button.setMinimumWidth(button.sizeHint().width())  # a box has as much room as it must, by the style too little
    box.exec()
    pressed = next((key for key, button in buttons.items() if button is box.clickedButton()), "")
    box.deleteLater()
    return pressed
