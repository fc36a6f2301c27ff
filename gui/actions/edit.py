"""Commands that change the document in general: undo, copies, removal; and the palette that finds all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from charting.core.codec import WorkspaceError, decode_drawings, encode_drawings
from charting.core.text import translatable
from charting.drawings.pasting import pasted
from charting.drawings.visibility import visible
from gui import chart_edits
from gui.commands import Command
from gui.names import menu_text
from gui.translation import said, tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Edit")
DRAWINGS_FORMAT = "application/x-lionrock-drawings+json"


def edit_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    history = window.history
    return (
        Command(
            "edit.undo", translatable("&Undo"), GROUP, lambda: _say_step(window, tr("Undone: {step}"), history.undo()),
            translatable("Take the last step back"), ("Ctrl+Z",), "arrow-u-up-left",
            enabled=lambda: history.undo_name is not None,
            named=lambda: tr("&Undo: {step}", step=menu_text(history.undo_name)) if history.undo_name else tr("&Undo"),
        ),
        Command(
            "edit.redo", translatable("&Redo"), GROUP, lambda: _say_step(window, tr("Done again: {step}"), history.redo()),
            translatable("Make the step again that was taken back"), ("Ctrl+Y", "Ctrl+Shift+Z"), "arrow-u-up-right",
            enabled=lambda: history.redo_name is not None,
            named=lambda: tr("&Redo: {step}", step=menu_text(history.redo_name)) if history.redo_name else tr("&Redo"),
        ),
        Command(
            "edit.copy", translatable("&Copy drawings"), GROUP, lambda: _copy(window),
            translatable("Copy the selected drawings"), ("Ctrl+C",), "copy-simple", enabled=lambda: bool(window.view.selection),
        ),
        Command(
            "edit.paste", translatable("&Paste drawings"), GROUP, lambda: _paste(window),
            translatable("Put copied drawings on this chart's instrument"), ("Ctrl+V",), "clipboard",
        ),
        Command(
            "edit.select_all", translatable("Select &all drawings"), GROUP, lambda: _select_all(window),
            translatable("Select every drawing that the chart shows"), ("Ctrl+A",), "selection",
            enabled=lambda: bool(chart_edits.active_drawings(history.document)),
        ),
        Command(
            "edit.delete", translatable("&Delete"), GROUP, lambda: _delete(window),
            translatable("Remove the selected drawings or indicator, or the chosen row while the watchlist has the focus"),
            ("Del",), "trash",
        ),
        Command(
            "edit.palette", translatable("&Find a command…"), GROUP, window.open_palette,
            translatable("Every command, indicator and symbol of the watchlist by a few letters"), ("Ctrl+K",), "command",
            in_palette=False,
        ),
    )  # fmt: skip


def _say_step(window: MainWindow, template: str, step: str | None) -> None:
    if step is not None:
        window.say(template.format(step=step))


def _copy(window: MainWindow) -> None:
    drawings = tuple(map(window.view.remapping.anew, window.view.hand.selection.drawings()))
    data = QMimeData()
    packed = encode_drawings(drawings)
    data.setData(DRAWINGS_FORMAT, QByteArray(packed))
    data.setText(packed.decode())
    QGuiApplication.clipboard().setMimeData(data)
    window.say(tr("Drawings copied: {count}", count=len(drawings)))


def _paste(window: MainWindow) -> None:
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None before anything was ever copied
    if data is None:
        packed = b""
    else:
        packed = bytes(data.data(DRAWINGS_FORMAT).data()) if data.hasFormat(DRAWINGS_FORMAT) else data.text().encode()
    try:
        drawings = decode_drawings(packed)
    except WorkspaceError as error:
        window.say(said(error))
        return
    scene = window.view.scene
    if scene is None:
        window.say(tr("There is no chart to put drawings on. Show an instrument first."))
    else:
        shown = tuple(map(window.view.remapping.of, drawings))
        copies = pasted(shown, window.view.drawings(), scene.projection)
        window.view.hand.add(list(copies), tr("Paste drawings"))


def _select_all(window: MainWindow) -> None:
    document = window.history.document
    shown = (one for one in chart_edits.active_drawings(document) if visible(one, document.chart))
    window.view.select(tuple(drawing.id for drawing in shown))


def _delete(window: MainWindow) -> None:
    focus = QApplication.focusWidget()
    if (focus is not None and window.watchlist.table.isAncestorOf(focus)) or focus is window.watchlist.table:
        window.watchlist.remove_current()
    else:
        delete_drawings(window)


def delete_drawings(window: MainWindow) -> None:
    """Remove what is selected, or say that nothing is."""
    if window.view.selection:
        window.view.hand.selection.delete()
    elif not window.view.legend.remove():
        window.say(tr("Nothing is selected. Click a drawing or an indicator first."))
