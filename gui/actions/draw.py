"""Commands of drawing: the tools, the magnet, and what concerns all drawings of the chart's instrument."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core import edits
from charting.core.text import translatable
from charting.drawings.catalogue import TOOLS
from charting.drawings.snapping import Magnet
from gui import chart_edits, icons
from gui.actions.edit import delete_drawings
from gui.commands import Command
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Draw")
MAGNETS: tuple[tuple[Magnet, str, str], ...] = (
    ("weak", translatable("Magnet: &near prices"), translatable("Points go to open, high, low and close when near")),
    ("strong", translatable("Magnet: &always"), translatable("Points always go to the nearest of open, high, low and close")),
)


def draw_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    return (
        Command(
            "draw.cursor", translatable("&Cursor"), GROUP, partial(window.drawing.take, None),
            translatable("Move the chart and select drawings"), (), "cursor", checked=lambda: window.drawing.tool is None,
        ),
        *_tool_commands(window),
        *_mode_commands(window),
        *_sheet_commands(window),
    )  # fmt: skip


def _tool_commands(window: MainWindow) -> list[Command]:
    return [
        Command(
            f"draw.{kind}", tool.title, GROUP, partial(window.drawing.take, kind), tool.hint,
            (tool.shortcut,) if tool.shortcut else (), icons.TOOL + tool.icon,
            checked=lambda kind=kind: window.drawing.tool == kind,  # type: ignore[misc]  # bound early
        )
        for kind, tool in TOOLS.items()
    ]  # fmt: skip


def _mode_commands(window: MainWindow) -> list[Command]:
    drawing = window.drawing
    return [
        Command(
            "draw.magnet", translatable("&Magnet"), GROUP, drawing.toggle_magnet,
            translatable("Points go to the prices of bars; Ctrl turns it round while held"), (), "magnet",
            checked=lambda: drawing.magnet != "off",
        ),
        *(Command(f"draw.magnet_{mode}", title, GROUP, partial(drawing.set_magnet, mode), text,
                  checked=lambda mode=mode: drawing.magnet == mode)  # type: ignore[misc]  # bound early
          for mode, title, text in MAGNETS),
        Command(
            "draw.stay", translatable("&Keep drawing"), GROUP, drawing.toggle_stay,
            translatable("The tool stays in the hand after a drawing is finished"), (), "push-pin", checked=lambda: drawing.stay,
        ),
    ]  # fmt: skip


def _sheet_commands(window: MainWindow) -> list[Command]:
    history = window.history
    return [
        Command(
            "draw.lock_all", translatable("&Lock all drawings"), GROUP, partial(_lock_all, window),
            translatable("Drawings cannot be moved or removed while locked"), (), "lock-simple",
            checked=lambda: chart_edits.all_locked(history.document),
            enabled=lambda: bool(chart_edits.active_drawings(history.document)),
        ),
        Command(
            "draw.hide_all", translatable("&Hide all drawings"), GROUP, partial(_hide_all, window),
            translatable("Show the chart without its drawings"), ("Ctrl+Alt+H",), "eye-slash",
            checked=lambda: history.document.chart.drawings_hidden,
        ),
        Command(
            "draw.delete", translatable("&Delete selected drawings"), GROUP, partial(delete_drawings, window),
            translatable("Remove the selected drawings"), (), "trash", enabled=lambda: bool(window.view.selection),
        ),
        Command(
            "draw.delete_all", translatable("Delete &all drawings"), GROUP, partial(_delete_all, window),
            translatable("Remove every drawing of this chart's instrument that is not locked"),
            enabled=lambda: any(not drawing.locked for drawing in chart_edits.active_drawings(history.document)),
        ),
    ]  # fmt: skip


def _lock_all(window: MainWindow) -> None:
    document = window.history.document
    lock = not chart_edits.all_locked(document)
    step = tr("Lock all drawings") if lock else tr("Unlock all drawings")
    window.history.commit(chart_edits.lock_all(document, lock), step)


def _hide_all(window: MainWindow) -> None:
    document = window.history.document
    hidden = not document.chart.drawings_hidden
    if hidden:
        window.view.select(())  # Del is not to remove what nobody sees
    step = tr("Hide all drawings") if hidden else tr("Show all drawings")
    window.history.commit(edits.set_chart(document, document.active, drawings_hidden=hidden), step)


def _delete_all(window: MainWindow) -> None:
    document = window.history.document
    ids = [drawing.id for drawing in chart_edits.active_drawings(document)]
    window.history.commit(edits.remove_drawings(document, document.chart.symbol, ids), tr("Delete all drawings"))
