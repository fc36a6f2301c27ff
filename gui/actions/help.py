"""Commands that explain the program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from charting.core.text import translatable
from gui.commands import Command

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Help")


def help_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    return (
        Command(
            "help.shortcuts", translatable("&Keyboard and mouse"), GROUP, partial(_shortcuts, window),
            translatable("All keys, and what the mouse does on the chart"), ("F1",), "keyboard",
        ),
        Command(
            "help.folder", translatable("Open the &data folder"), GROUP, partial(_open_folder, window),
            translatable("The folder with workspaces, settings, cache and log"), (), "folder-simple",
        ),
        Command(
            "help.quality_log", translatable("Data &quality log"), GROUP, partial(_quality_log, window),
            translatable("What was left out of answers and files, and why"), (), "funnel",
        ),
        Command(
            "help.about", translatable("&About Lionrock"), GROUP, partial(_about, window),
            translatable("Version and licence"), (), "info",
        ),
    )  # fmt: skip


def _shortcuts(window: MainWindow) -> None:
    from gui.dialogs.shortcuts import ShortcutsDialog

    ShortcutsDialog(window.commands, window).open()


def _about(window: MainWindow) -> None:
    from gui.dialogs.about import AboutDialog

    AboutDialog(window.context.home, window).open()


def _quality_log(window: MainWindow) -> None:
    from gui.dialogs.quality_log import QualityLogDialog

    QualityLogDialog(window.context.read_quality_log, window).open()


def _open_folder(window: MainWindow) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(window.context.home)))
