"""The menu of a right click on the chart: of a drawing its looks and fate, of the bare chart what is done most."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from charting.core import edits
from charting.core.document import Dash, Drawing, Stroke
from charting.core.text import translatable
from charting.drawings.catalogue import tool_of
from gui import chart_edits
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

WIDTHS = (1.0, 2.0, 3.0, 4.0)
DASHES: tuple[tuple[Dash, str], ...] = (
    ("solid", translatable("Solid")),
    ("dash", translatable("Dashed")),
    ("dot", translatable("Dotted")),
)
COLOURS = {
    "blue": translatable("Blue"), "cyan": translatable("Cyan"), "green": translatable("Green"), "yellow": translatable("Yellow"),
    "orange": translatable("Orange"), "red": translatable("Red"), "pink": translatable("Pink"), "purple": translatable("Purple"),
    "grey": translatable("Grey"), "white": translatable("Text colour"),
}  # fmt: skip


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
        ids = ("view.reset", "view.go_to", None, "edit.paste", "draw.hide_all", "draw.lock_all", None, "view.log", "view.percent",
               "view.invert", None, "view.indicators_search", "file.copy_picture", "file.save_picture")  # fmt: skip
        for command_id in ids:
            if command_id is None:
                menu.addSeparator()
            else:
                menu.addAction(window.commands.action(command_id))
    menu.popup(place)


def _fill_for_drawing(menu: QMenu, window: MainWindow, drawing: Drawing) -> None:
    title = tr(tool_of(drawing.kind).title)

    def restroke(stroke: Stroke) -> None:
        _change(window, replace(drawing, stroke=stroke), tr("Restyle {drawing}", drawing=title.lower()))

    menu.addSection(title)
    colours = _submenu(menu, tr("Colour"))
    for name, text in COLOURS.items():
        _choice(colours, tr(text), drawing.stroke.colour == name, partial(restroke, replace(drawing.stroke, colour=name)),
                _swatch(window.theme.colour(name), menu))  # fmt: skip
    widths = _submenu(menu, tr("Width"))
    for width in WIDTHS:
        _choice(widths, tr("{count} pixels", count=f"{width:g}"), drawing.stroke.width == width,
                partial(restroke, replace(drawing.stroke, width=width)))  # fmt: skip
    dashes = _submenu(menu, tr("Line"))
    for dash, text in DASHES:
        _choice(dashes, tr(text), drawing.stroke.dash == dash, partial(restroke, replace(drawing.stroke, dash=dash)))
    if tool_of(drawing.kind).anchors == 2:
        menu.addSeparator()
        for field, text in (("extend_left", tr("Extend to the left")), ("extend_right", tr("Extend to the right"))):
            on = getattr(drawing, field)
            changed = replace(drawing, **{field: not on})
            _choice(menu, text, on, partial(_change, window, changed, text))
    menu.addSeparator()
    lock = replace(drawing, locked=not drawing.locked)
    _choice(menu, tr("Locked"), drawing.locked, partial(_change, window, lock, tr("Unlock") if drawing.locked else tr("Lock")))
    menu.addAction(window.commands.action("edit.copy"))
    menu.addAction(window.commands.action("edit.delete"))


def _change(window: MainWindow, drawing: Drawing, step: str) -> None:
    document = window.history.document
    window.history.commit(edits.replace_drawings(document, document.chart.symbol, [drawing]), step)


def _submenu(menu: QMenu, title: str) -> QMenu:
    found = menu.addMenu(title)
    found.setObjectName(f"chart_menu.{title.lower()}")
    found.setAccessibleName(title)
    return found


def _choice(menu: QMenu, text: str, on: bool, run: Callable[[], None], icon: QIcon | None = None) -> None:
    action = menu.addAction(text, run)
    action.setCheckable(True)
    action.setChecked(on)
    if icon is not None:
        action.setIcon(icon)


def _swatch(colour: str, menu: QMenu) -> QIcon:
    ratio = menu.devicePixelRatioF()
    pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(2, 2, 12, 12, 3, 3)
    painter.end()
    return QIcon(pixmap)
