"""Commands about files: opening bars and workspaces, pictures of the chart, where bars come from, the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from charting.core.text import translatable
from gui.commands import Command
from gui.names import short_code
from gui.pictures import FORMATS
from gui.saving import ask_where
from gui.translation import standard_text, tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("File")


def file_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    market = window.context.market
    return (
        Command(
            "file.open", translatable("&Open…"), GROUP, lambda: _open(window),
            translatable("Open tables of bars (CSV, Excel, Parquet) or a workspace"), ("Ctrl+O",), "folder-open",
        ),
        Command(
            "file.open_preview", translatable("Open with pre&view…"), GROUP, lambda: _open(window, preview=True),
            translatable("See how tables of bars are read, and correct it, before they are opened"), ("Ctrl+Alt+O",), "table",
        ),
        Command(
            "file.workspaces", translatable("&Workspaces…"), GROUP, lambda: _workspaces(window),
            translatable("Open, rename or delete a saved workspace"), ("Ctrl+Shift+O",), "squares-four",
        ),
        Command(
            "file.save_as", translatable("Save workspace &as…"), GROUP, lambda: _save_as(window),
            translatable("Keep this workspace under a name; it saves itself from then on"), ("Ctrl+Shift+S",), "floppy-disk",
        ),
        Command(
            "file.save_picture", translatable("Save &picture…"), GROUP, lambda: _save_picture(window),
            translatable("Save the chart as it is seen as a picture"), ("Alt+S",), "camera",
        ),
        Command(
            "file.copy_picture", translatable("&Copy picture"), GROUP, lambda: _copy_picture(window),
            translatable("Copy the chart as it is seen to the clipboard"), ("Ctrl+Shift+C",), "copy",
        ),
        Command(
            "file.refresh", translatable("&Refresh bars"), GROUP, market.refresh,
            translatable("Ask the source of this chart for its newest bars"), ("F5",), "arrows-clockwise",
        ),
        Command(
            "file.live", translatable("Use &live data (Yahoo Finance)"), GROUP, market.use_live_data,
            translatable("Connect to Yahoo Finance and show its prices instead of simulated ones"), (), "broadcast",
            enabled=lambda: not market.network_forbidden and window.history.document.chart.source == "demo",
        ),
        Command(
            "file.demonstration", translatable("Use the &demonstration market"), GROUP, market.use_demonstration,
            translatable("Show simulated prices; nothing is fetched any more"), (), "flask",
            enabled=lambda: window.history.document.chart.source != "demo",
        ),
        Command("file.quit", translatable("&Quit"), GROUP, lambda: _quit(window), "", ("Ctrl+Q",), "sign-out"),
    )  # fmt: skip


def _open(window: MainWindow, *, preview: bool = False) -> None:
    bars, everything = tr("Bars and workspaces (*.csv *.tsv *.txt *.xlsx *.xlsm *.parquet *.json)"), tr("All files (*)")
    paths, _ = QFileDialog.getOpenFileNames(window, standard_text("Open"), "", f"{bars};;{everything}")
    if paths:
        market = window.context.market
        (market.preview_files if preview else market.open_files)([Path(path) for path in paths])


def _workspaces(window: MainWindow) -> None:
    from gui.dialogs.workspaces import WorkspacesDialog

    dialog = WorkspacesDialog(window.context.library, window.history, window)
    window.names_changed.connect(dialog.show_names)
    dialog.open()


def _save_as(window: MainWindow) -> None:
    from gui.dialogs.workspaces import ask_name_to_save

    ask_name_to_save(window.context.library, window.history.document.name, window)


def _save_picture(window: MainWindow) -> None:
    chart = window.history.document.chart
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    proposed = str(Path(folder) / f"{short_code(chart.symbol)} {chart.interval}.png")
    picture = window.view.snapshot()
    path = ask_where(window, tr("Save picture"), proposed, tr("Pictures (*.png *.jpg)"), tuple(FORMATS))
    if path is not None:
        window.context.save_picture(picture, path)


def _copy_picture(window: MainWindow) -> None:
    QGuiApplication.clipboard().setImage(window.view.snapshot())
    window.say(tr("The chart was copied as a picture."))


def _quit(window: MainWindow) -> None:
    window.close()
