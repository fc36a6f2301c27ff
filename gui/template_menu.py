"""The menu of looks: the tool's default, and templates by name to wear, to save and to forget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from charting.core.document import Drawing
from charting.core.history import History
from gui import drawing_steps
from gui.names import menu_text
from gui.templates import Templates
from gui.translation import tr


def fill_template_menu(
    menu: QMenu, history: History, templates: Templates, drawing: Drawing, others: Sequence[Drawing] = ()
) -> None:
    """Put everything that concerns a drawing's look as a whole into an empty menu.

    What it wears, ``others`` of its kind wear too; it is its own look that is saved.
    """
    menu.clear()
    kind = [drawing, *(one for one in others if one.kind == drawing.kind and one.id != drawing.id)]

    def wear(look: Callable[[Drawing], Drawing]) -> None:
        drawing_steps.restyle(history, [look(one) for one in kind])

    title = drawing_steps.title_of(drawing)
    names = templates.names(drawing.kind)
    for name in names:
        menu.addAction(menu_text(name), partial(wear, partial(_dressed, templates, name)))
    if names:
        menu.addSeparator()
    menu.addAction(tr("Save as template…"), partial(_ask_name, menu.parentWidget(), templates, drawing))
    if names:
        forget = menu.addMenu(tr("Forget template"))
        forget.setObjectName(f"{menu.objectName()}.forget")
        forget.setAccessibleName(tr("Forget template"))
        for name in names:
            forget.addAction(menu_text(name), partial(templates.remove, drawing.kind, name))
    menu.addSeparator()
    menu.addAction(tr("Save as default for every new {drawing}", drawing=title), partial(templates.save_default, drawing))
    reset = menu.addAction(tr("Reset default"), partial(templates.reset_default, drawing.kind))
    reset.setEnabled(drawing.kind in templates.book.defaults)
    menu.addAction(tr("Standard look"), partial(wear, templates.plain))


def _dressed(templates: Templates, name: str, drawing: Drawing) -> Drawing:
    return templates.apply(drawing, name)


def _ask_name(parent: QWidget | None, templates: Templates, drawing: Drawing) -> None:
    from gui.dialogs.name import NameDialog

    window = parent.window() if parent is not None else None
    dialog = NameDialog(
        tr("Save as template"), tr("What is this look called?"), tr("Save"), "", templates.names(drawing.kind),
        refuse_taken=False, parent=window,
    )  # fmt: skip
    dialog.accepted.connect(lambda: templates.save(drawing, dialog.name))
    dialog.open()
