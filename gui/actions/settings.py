"""The command that opens the settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core.text import translatable
from gui.commands import Command

if TYPE_CHECKING:
    from gui.window import MainWindow


def settings_commands(window: MainWindow) -> tuple[Command, ...]:
    """The command, for the menu."""
    return (
        Command(
            "edit.settings", translatable("&Settings…"), translatable("Edit"), partial(_open, window),
            translatable("Language, theme, habits and connections"), ("Ctrl+,",), "gear-six",
        ),
    )  # fmt: skip


def _open(window: MainWindow) -> None:
    from gui.dialogs.settings import SettingsDialog
    from gui.settings_pages.appearance import AppearancePage
    from gui.settings_pages.drawing import DrawingPage
    from gui.settings_pages.network import NetworkPage

    pages = [AppearancePage(window.appearance, window.choose_appearance), DrawingPage(window.drawing)]
    if (network := window.context.late().network) is not None:
        pages.append(NetworkPage(network))
    SettingsDialog(pages, window).open()
