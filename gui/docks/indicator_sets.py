"""The menu of sets of indicators, and of what concerns the panel as a whole: the user's own indicators and their folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from charting.core.history import History
from gui.actions.indicators import IDS
from gui.commands import Commands
from gui.indicator_shelf import IndicatorShelf, taken_from
from gui.names import menu_text
from gui.search_popup import Entry
from gui.translation import tr


class IndicatorSets:
    """Applies, saves and deletes sets; each set on the chart is one step.

    Parameters
    ----------
    parent
        What dialogs belong to.
    """

    def __init__(self, history: History, shelf: IndicatorShelf, parent: QWidget) -> None:
        self._history, self._shelf, self._parent = history, shelf, parent

    def fill(self, menu: QMenu, commands: Commands) -> None:
        """Put everything into an empty menu, with the commands about indicators at its end."""
        menu.clear()
        for name in self._shelf.names:
            menu.addAction(menu_text(name), partial(self.apply, name))
        if self._shelf.names:
            menu.addSeparator()
        menu.addAction(commands.action(IDS[0]))
        if self._shelf.names:
            delete = menu.addMenu(tr("Delete a set"))
            delete.setObjectName(f"{menu.objectName()}_delete")
            delete.setAccessibleName(tr("Delete a set"))
            for name in self._shelf.names:
                delete.addAction(menu_text(name), partial(self._shelf.delete, (name,)))
        menu.addSeparator()
        for command_id in IDS[1:]:
            menu.addAction(commands.action(command_id))

    def entries(self) -> Iterator[Entry]:
        """A row for the command palette each, which applies the set."""
        for name in self._shelf.names:
            yield Entry(name, partial(self.apply, name), tr("set of indicators"), icon="stack")

    def apply(self, name: str) -> None:
        """Show a set's indicators, and no others, on the active chart."""
        self._history.commit(self._shelf.apply(self._history.document, name), tr("Apply {set}", set=name))

    def ask_name(self) -> None:
        """Ask what the set of the chart's indicators is called, and keep it."""
        from gui.dialogs.name import NameDialog

        dialog = NameDialog(
            tr("Save as a set"),
            tr("What is this set of indicators called?"),
            tr("Save"),
            "",
            self._shelf.names,
            refuse_taken=False,
            parent=self._parent.window(),
        )
        dialog.accepted.connect(lambda: self._shelf.save(dialog.name, taken_from(self._history.document)))
        dialog.open()
