"""Commands about indicators as a whole: sets of them, and the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from charting.core.text import translatable
from gui.commands import Command
from gui.home import Home
from gui.new_indicator import write
from gui.sentences import Problem
from gui.translation import said, tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Indicator")
IDS = ("indicators.save_set", "indicators.new_own", "indicators.own_folder")


def indicators_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    return (
        Command(
            "indicators.save_set", translatable("Save the indicators as a se&t…"), GROUP, window.indicators.sets.ask_name,
            translatable("Keep the chart's indicators under a name, to show them on any chart"), (), "stack",
            enabled=lambda: any(pane.indicators for pane in window.history.document.chart.panes),
        ),
        Command(
            "indicators.new_own", translatable("New indicator of your &own…"), GROUP, lambda: _ask_name(window),
            translatable("Write a file with ten lines of Python to begin with, and open it"), (), "code",
        ),
        Command(
            "indicators.own_folder", translatable("Folder of your own &indicators"), GROUP, lambda: _open_folder(window),
            translatable("Each Python file in it is an indicator, read again whenever it is saved"), (), "folder-simple",
        ),
    )  # fmt: skip


def _ask_name(window: MainWindow) -> None:
    from gui.dialogs.name import NameDialog

    dialog = NameDialog(
        tr("New indicator of your own"),
        tr("What is the indicator called?"),
        tr("Write"),
        "",
        (),
        refuse_taken=False,
        parent=window,
    )
    dialog.accepted.connect(lambda: _write(window, dialog.name))
    dialog.open()


def _write(window: MainWindow, name: str) -> None:
    try:
        path = write(Home(window.context.home), name)
    except Problem as problem:
        window.show_error(tr("The indicator was not written"), said(problem.sentence))
        return
    window.say(tr("{file} was written. Save it after each change, and the chart follows.", file=path))
    window.indicators.show()
    window.indicators.raise_()
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _open_folder(window: MainWindow) -> None:
    folder = Home(window.context.home).indicators
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
