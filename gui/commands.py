"""The one list of what the window can do: each command once, for menus, toolbars, shortcuts and the palette alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui import icons
from gui.names import plain_title
from gui.translation import tr


class Command(Struct, frozen=True):
    """Something the user can do.

    Attributes
    ----------
    id
        Dotted name, such as ``view.reset``; also the object name of its action.
    title
        What menus call it, in English, with an ampersand before its mnemonic letter; passes through translation.
    group
        The palette's word for where it belongs, in English.
    run
        Called without arguments. It changes the document or the window; what is checked follows from there.
    help
        One line for tooltips and the status bar, in English.
    shortcuts
        In Qt's portable form; the first is the one that is shown.
    icon
        A name of :mod:`gui.icons`, empty for none.
    checked, enabled, named
        Asked by :meth:`Commands.refresh`: whether it is on (None: it has no such state), whether it can be used, and a
        title that changes, already translated.
    refused
        Asked instead of ``enabled``: why it cannot be used now, already translated, empty when it can; tooltips say it.
    short
        What tool bars call it, already translated, where the title is too long for them.
    in_palette
        False for what makes no sense by name.
    english
        What the palette finds it by too where the title had to be translated already, as one made with a number.
    """

    id: str
    title: str
    group: str
    run: Callable[[], None]
    help: str = ""
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    checked: Callable[[], bool] | None = None
    enabled: Callable[[], bool] | None = None
    named: Callable[[], str] | None = None
    refused: Callable[[], str] | None = None
    short: str = ""
    in_palette: bool = True
    english: str = ""


class Commands(QObject):
    """The registry: makes an action of each command and keeps it true to its predicates."""

    about_to_run = Signal()
    """A command is going to be run: what is half typed elsewhere is kept first."""
    ran = Signal(str)
    """A command was run, with its id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def __getitem__(self, command_id: str) -> Command:
        return self._commands[command_id]

    def action(self, command_id: str) -> QAction:
        """The action of a command, for menus and toolbars."""
        return self._actions[command_id]

    def add(self, *commands: Command) -> None:
        """Register commands.

        Raises
        ------
        ValueError
            If a command's id or one of its shortcuts is taken.
        """
        taken = {key: command.id for command in self for key in command.shortcuts}
        for command in commands:
            if command.id in self._commands:
                raise ValueError(f"The command {command.id} is registered twice.")
            for key in command.shortcuts:
                if key in taken:
                    raise ValueError(f"{key} is the shortcut of {taken[key]}; {command.id} needs another one.")
                taken[key] = command.id
            self._commands[command.id] = command
            self._actions[command.id] = self._make_action(command)

    def run(self, command_id: str) -> None:
        """Run a command, unless it cannot be used now."""
        self._actions[command_id].trigger()

    def refresh(self) -> None:
        """Ask all predicates again; called after every command and every change of the document."""
        if not isValid(self._window):  # docks report that they are hidden while the window is being deleted
            return
        for command_id, command in self._commands.items():
            action = self._actions[command_id]
            if command.checked is not None:
                action.setChecked(command.checked())
            if command.enabled is not None:
                action.setEnabled(command.enabled())
            if command.refused is not None:
                _refuse(action, command, command.refused())
            if command.named is not None:
                action.setText(command.named())
                action.setToolTip(tooltip(action.text(), command))

    def _make_action(self, command: Command) -> QAction:
        title = tr(command.title)
        action = QAction(title, self)
        action.setObjectName(command.id)
        if command.icon:
            action.setIcon(icons.icon(command.icon))
        if command.short:
            action.setIconText(command.short)
        action.setCheckable(command.checked is not None)
        action.setShortcuts([QKeySequence(key) for key in command.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(tooltip(title, command))
        action.setStatusTip(tr(command.help) if command.help else "")
        action.triggered.connect(lambda: self._run(command))
        self._window.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        self.about_to_run.emit()
        command.run()
        self.refresh()
        self.ran.emit(command.id)


def _refuse(action: QAction, command: Command, reason: str) -> None:
    """Grey a command out and say why, or let it be used."""
    tip = tooltip(action.text(), command, reason)
    if action.isEnabled() == (not reason) and action.toolTip() == tip:
        return
    action.setEnabled(not reason)
    action.setToolTip(tip)
    action.setStatusTip(reason or (tr(command.help) if command.help else ""))


def shortcut_text(command: Command) -> str:
    """The command's first shortcut as this desktop writes it, empty without one."""
    return QKeySequence(command.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.shortcuts else ""


def tooltip(title: str, command: Command, reason: str = "") -> str:
    """Title and shortcut on one line, below the help line, or the reason why it cannot be used."""
    key = shortcut_text(command)
    head = f"<b>{_escaped(plain_title(title).rstrip('…'))}</b>" + (f"&nbsp;&nbsp;&nbsp;{_escaped(key)}" if key else "")
    text = f"<div style='white-space:pre'>{head}</div>"
    below = reason or (tr(command.help) if command.help else "")
    return text + (f"<div style='margin-top:4px'>{_escaped(below)}</div>" if below else "")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
