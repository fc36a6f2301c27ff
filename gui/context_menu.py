"""The menu of a right click on the chart: of a drawing its looks and fate, of the bare chart what is done most."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from charting.core.document import Drawing
from charting.drawings.abilities import abilities
from charting.drawings.catalogue import tool_of
from charting.view.places import pane_at
from gui import chart_edits, drawing_steps
from gui.actions.compare import toggle
from gui.actions.selection import ORDER
from gui.comparing import item_of
from gui.drawing_looks import fill_colours, fill_dashes, fill_widths
from gui.menu_title import add_title
from gui.names import instrument_name, menu_text
from gui.over_chart import pop_up
from gui.template_menu import fill_template_menu
from gui.text_editor import text_of
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow


_PANE = ("pane.up", "pane.down", "pane.fold", "pane.maximise", "pane.close")


def open_chart_menu(window: MainWindow, drawing_id: str | None, place: QPoint) -> None:
    """Open the menu at a place on the screen; ``drawing_id`` is the drawing there."""
    found = [one for one in chart_edits.active_drawings(window.history.document) if one.id == drawing_id]
    menu = QMenu(window)
    menu.setObjectName("chart_menu")
    menu.setAccessibleName(tr("Chart"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if found:
        _fill_for_drawing(menu, window, found[0])
    else:
        _fill_for_chart(menu, window, place)
    pop_up(menu, window.view, place)


def _fill_for_chart(menu: QMenu, window: MainWindow, place: QPoint) -> None:
    """What is done with the chart, the scale of its prices where they are, and the pane at the place."""
    over_bars = _point_at_pane(window, place)
    groups = (
        ("view.reset", "view.go_to"),
        ("edit.paste", "draw.hide_all", "draw.lock_all"),
        ("view.log", "view.percent", "view.invert") if over_bars else (),
        _PANE if len(window.history.document.chart.panes) > 1 else (),
        ("view.compare", "view.indicators_search", "file.copy_picture", "file.save_picture"),
    )
    for ids in groups:
        actions = [window.commands.action(command_id) for command_id in ids]
        menu.addActions([action for action in actions if ids is not _PANE or action.isEnabled()])
        if "view.go_to" in ids:
            _add_replay(menu, window, place)
        menu.addSeparator()
    _add_compared(menu, window)


def _add_replay(menu: QMenu, window: MainWindow, place: QPoint) -> None:
    """What shows the chart as it was at the bar that was clicked; the crosshair is gone as soon as the menu opens."""
    view, scene = window.view, window.view.scene
    if scene is not None:
        slot = scene.price_pane.viewport.slot(view.mapFromGlobal(place).x() * view.devicePixelRatioF())
        icon = window.commands.action("replay.start").icon()
        menu.addAction(icon, tr("Replay from here"), partial(window.replay.start, slot)).setObjectName("chart_menu.replay")


def _point_at_pane(window: MainWindow, place: QPoint) -> bool:
    """Let commands mean the pane at a place on the screen; whether it holds the bars, as is taken where there is none."""
    view, scene = window.view, window.view.scene
    at, ratio = view.mapFromGlobal(place), view.devicePixelRatioF()
    index = None if scene is None else pane_at(scene, at.x() * ratio, at.y() * ratio)
    if scene is None or index is None:
        return True
    window.chart_legend.point(scene.panes[index].pane.id)
    return scene.panes[index].holds_bars


def _add_compared(menu: QMenu, window: MainWindow) -> None:
    """What takes off each instrument that lies over the chart's."""
    compared = window.history.document.chart.compare
    if compared:
        menu.addSeparator()
    for one in compared:
        name = instrument_name(window.context.market.instrument(one.symbol))
        menu.addAction(tr("Compare no longer with {symbol}", symbol=menu_text(name)), partial(toggle, window, item_of(one)))


def _fill_for_drawing(menu: QMenu, window: MainWindow, drawing: Drawing) -> None:
    able, stroke, action = abilities(drawing.kind), drawing.stroke, window.commands.action
    chosen = drawing_steps.chosen(window.history, window.view.selection)
    meant = chosen if drawing in chosen else (drawing,)

    def restroke(**parts: Any) -> None:
        drawing_steps.restroke(window.history, meant, **parts)

    add_title(menu, tr(tool_of(drawing.kind).title))
    menu.addAction(action("draw.properties"))
    if text_of(drawing) is not None:
        menu.addAction(action("draw.write"))
    menu.addSeparator()
    colours = _submenu(menu, "colour", tr("Colour"))
    fill_colours(colours, window.theme, stroke.colour, lambda colour: restroke(colour=colour))
    if able.width:
        widths = _submenu(menu, "width", tr("Width"))
        fill_widths(widths, window.theme, stroke.width, lambda width: restroke(width=width))
    if able.dash:
        dashes = _submenu(menu, "line", tr("Line"))
        fill_dashes(dashes, window.theme, stroke.dash, lambda dash: restroke(dash=dash))
    for field, text in (("extend_left", tr("Extend to the left")), ("extend_right", tr("Extend to the right"))):
        if getattr(able, field):
            on = getattr(drawing, field)
            extend = menu.addAction(text, partial(drawing_steps.restyle, window.history, meant, **{field: not on}))
            extend.setCheckable(True)
            extend.setChecked(on)
    fill_template_menu(_submenu(menu, "template", tr("Template")), window.history, window.context.templates, drawing, meant)
    menu.addSeparator()
    _submenu(menu, "order", tr("Order")).addActions([action(command_id) for command_id in ORDER])
    for command_id in ("draw.lock", "draw.hide", "draw.clone", "edit.copy", "edit.delete"):
        menu.addAction(action(command_id))


def _submenu(menu: QMenu, name: str, title: str) -> QMenu:
    found = menu.addMenu(title)
    found.setObjectName(f"chart_menu.{name}")
    found.setAccessibleName(title)
    return found
