"""The saved workspaces: open another one, save this one under a name, rename, delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMessageBox, QPushButton, QVBoxLayout, QWidget

from charting.core.history import History
from gui import styling
from gui.context import WorkspaceLibrary
from gui.dialogs.frame import DialogFrame
from gui.dialogs.name import NameDialog
from gui.translation import standard_text, tr

_NAME = Qt.ItemDataRole.UserRole


class WorkspacesDialog(DialogFrame):
    """The dialog; the library does what is asked for in its own time."""

    def __init__(self, library: WorkspaceLibrary, history: History, parent: QWidget | None = None) -> None:
        super().__init__("workspaces_dialog", tr("Workspaces"), parent)
        self._library = library
        self._history = history
        self.add_heading(tr("Workspaces"))
        self.add_label("hint", tr("A workspace holds charts, drawings, indicators and the watchlist. It saves itself."), "muted")
        self._list = QListWidget(self)
        self._list.setObjectName("workspaces_dialog_list")
        self._list.setAccessibleName(tr("Saved workspaces"))
        styling.set_role(self._list, "framed")
        self._list.setMinimumHeight(220)
        self._list.itemSelectionChanged.connect(self._judge)
        self._list.itemActivated.connect(lambda _: self._open())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._list, 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        self._save = self._side_button("save_as", tr("Save as…"), self._save_as)
        self._rename = self._side_button("rename", tr("Rename…"), self._ask_new_name)
        self._delete = self._side_button("delete", tr("Delete…"), self._ask_deletion)
        for button in (self._save, self._rename, self._delete):
            column.addWidget(button)
        column.addStretch(1)
        row.addLayout(column)
        self.body.addLayout(row, 1)
        self.add_button("close", standard_text("Close")).clicked.connect(self.reject)
        self._open_button = self.add_button("open", standard_text("Open"), default=True)
        self._open_button.clicked.connect(self._open)
        self.setMinimumWidth(480)
        self.show_names(library.names())

    def show_names(self, names: Sequence[str]) -> None:
        """List these, the current one marked."""
        chosen = self._chosen() or self._current
        self._list.clear()
        for name in sorted({*names, self._current}, key=str.casefold):
            item = QListWidgetItem(tr("{name}  (open)", name=name) if name == self._current else name)
            item.setData(_NAME, name)
            self._list.addItem(item)
            if name == chosen:
                self._list.setCurrentItem(item)
        self._judge()

    @property
    def _current(self) -> str:
        return self._history.document.name

    def _chosen(self) -> str:
        return next((str(item.data(_NAME)) for item in self._list.selectedItems()), "")

    def _judge(self) -> None:
        chosen = self._chosen()
        other = bool(chosen) and chosen != self._current
        self._open_button.setEnabled(other)
        self._rename.setEnabled(bool(chosen))
        self._delete.setEnabled(other)

    def _side_button(self, name: str, text: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"workspaces_dialog_{name}")
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen and chosen != self._current:
            self._library.load(chosen)
            self.accept()

    def _save_as(self) -> None:
        ask_name_to_save(self._library, self._current, self).accepted.connect(self.accept)

    def _ask_new_name(self) -> None:
        chosen = self._chosen()
        others = [name for name in self._library.names() if name.casefold() != chosen.casefold()]
        dialog = NameDialog(
            tr("Rename workspace"), tr("New name of “{name}”", name=chosen), tr("Rename"), chosen, others,
            refuse_taken=True, parent=self,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._rename_to(chosen, dialog.name))
        dialog.open()

    def _rename_to(self, chosen: str, name: str) -> None:
        if name != chosen:
            self._library.rename(chosen, name)

    def _ask_deletion(self) -> None:
        chosen = self._chosen()
        box = QMessageBox(self)
        box.setObjectName("delete_workspace_dialog")
        box.setAccessibleName(tr("Delete workspace"))
        box.setWindowTitle(tr("Delete workspace"))
        box.setText(tr("Delete the workspace “{name}” with all its drawings?", name=chosen))
        delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.exec()
        if box.clickedButton() is delete:
            self._library.delete(chosen)


def ask_name_to_save(library: WorkspaceLibrary, current: str, parent: QWidget) -> NameDialog:
    """Ask for a name, and save the workspace under it unless the user thinks better of it; the dialog, which is open."""
    others = [name for name in library.names() if name.casefold() != current.casefold()]
    dialog = NameDialog(
        tr("Save workspace as"), tr("Name of the workspace"), tr("Save"), current, others, refuse_taken=False, parent=parent
    )
    dialog.accepted.connect(lambda: library.save_as(dialog.name))
    dialog.open()
    return dialog
