"""Every command of the window, in the order of the palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gui.actions.adjustment import adjustment_commands
from gui.actions.analysis import analysis_commands
from gui.actions.draw import draw_commands
from gui.actions.edit import edit_commands
from gui.actions.export import export_commands
from gui.actions.file import file_commands
from gui.actions.help import help_commands
from gui.actions.indicators import indicators_commands
from gui.actions.live import live_commands
from gui.actions.panes import pane_commands
from gui.actions.replay import replay_commands
from gui.actions.selection import selection_commands
from gui.actions.settings import settings_commands
from gui.actions.style import style_commands
from gui.actions.view import view_commands

if TYPE_CHECKING:
    from gui.commands import Command
    from gui.window import MainWindow


def all_commands(window: MainWindow) -> Iterator[Command]:
    """The commands of every part of the window."""
    for make in (
        file_commands,
        export_commands,
        edit_commands,
        view_commands,
        pane_commands,
        indicators_commands,
        adjustment_commands,
        style_commands,
        replay_commands,
        analysis_commands,
        draw_commands,
        selection_commands,
        settings_commands,
        help_commands,
        live_commands,
    ):
        yield from make(window)
