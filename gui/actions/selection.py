"""Commands about the selected drawings: properties, copies, order, lock and sight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from charting.core import stacking
from charting.core.document import Drawing
from charting.core.text import translatable
from gui import chart_edits, drawing_steps
from gui.commands import Command
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Draw")
ORDER = ("draw.bring_to_front", "draw.bring_forward", "draw.send_backward", "draw.send_to_back")

Shift = Callable[[Sequence[Drawing], Collection[str]], stacking.Drawings]


def selection_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    editing = window.editing

    def any_selected() -> bool:
        return bool(window.view.selection)

    def every(field: str) -> bool:
        chosen = drawing_steps.chosen(window.history, window.view.selection)
        return bool(chosen) and all(getattr(one, field) for one in chosen)

    return (
        Command(
            "draw.properties", translatable("&Properties…"), GROUP, editing.open_properties,
            translatable("Name, exact points, look and settings of the selected drawing"), ("F2",), "sliders-horizontal",
            enabled=any_selected,
        ),
        Command(
            "draw.write", translatable("Edit te&xt…"), GROUP, editing.edit_selected_text,
            translatable("Write what the selected drawing says in a field over the chart"), (), "pencil-simple",
            enabled=lambda: editing.has_text,
        ),
        Command(
            "draw.clone", translatable("Cl&one"), GROUP, editing.clone,
            translatable("Put a copy of the selected drawings beside them"), ("Ctrl+D",), "copy", enabled=any_selected,
        ),
        Command(
            "draw.lock", translatable("&Lock"), GROUP, editing.toggle_locked,
            translatable("The selected drawings cannot be moved or removed while locked"), (), "lock-simple",
            checked=lambda: every("locked"), enabled=any_selected,
        ),
        Command(
            "draw.hide", translatable("H&ide"), GROUP, editing.toggle_hidden,
            translatable("Hide the selected drawings; the panel of drawings shows them again"), (), "eye-slash",
            checked=lambda: every("hidden"), enabled=any_selected,
        ),
        *_order_commands(window, any_selected),
    )  # fmt: skip


def _order_commands(window: MainWindow, any_selected: Callable[[], bool]) -> list[Command]:
    rows: tuple[tuple[str, str, str, Shift, str, str], ...] = (
        (ORDER[0], translatable("Bring to f&ront"), translatable("Above all other drawings"), stacking.to_front,
         "Ctrl+Shift+PgUp", "arrow-line-up"),
        (ORDER[1], translatable("Bring for&ward"), translatable("One place up among the drawings"), stacking.forward,
         "Ctrl+PgUp", "arrow-up"),
        (ORDER[2], translatable("Send &backward"), translatable("One place down among the drawings"), stacking.backward,
         "Ctrl+PgDown", "arrow-down"),
        (ORDER[3], translatable("Send to bac&k"), translatable("Below all other drawings"), stacking.to_back,
         "Ctrl+Shift+PgDown", "arrow-line-down"),
    )  # fmt: skip
    return [
        Command(command_id, title, GROUP, partial(_reorder, window, shift, title), text, (key,), icon, enabled=any_selected)
        for command_id, title, text, shift, key, icon in rows
    ]


def _reorder(window: MainWindow, shift: Shift, title: str) -> None:
    ids = window.view.selection
    drawings = chart_edits.active_drawings(window.history.document)
    drawing_steps.reorder(window.history, shift(drawings, ids), tr(title).replace("&", ""))
