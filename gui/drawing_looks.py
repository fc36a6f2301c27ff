"""The colours, widths and dashes that drawings are offered, in words and as small pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QMenu, QWidget

from charting.core.document import Dash
from charting.core.text import translatable
from charting.core.theme import Theme
from gui.translation import tr

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

_SIDE = 16


def colour_name(colour: str | None) -> str:
    """A colour in words; one that is no palette name as it is written."""
    if colour is None:
        return tr("As the line")
    return tr(COLOURS[colour]) if colour in COLOURS else colour


def fill_colours(menu: QMenu, theme: Theme, now: str | None, choose: Callable[[str | None], None], *, none: bool = False) -> None:
    """Put the colours into a menu, the one in use checked, and a way to any other; ``none`` offers the line's too."""
    group = QActionGroup(menu)
    names: list[str | None] = [None] if none else []
    names += [*COLOURS, *([now] if now is not None and now not in COLOURS else [])]
    for name in names:
        action = _choice(menu, group, colour_name(name), name == now, lambda name=name: choose(name))  # type: ignore[misc]  # bound early
        if name is not None:
            action.setIcon(swatch(theme.colour(name), menu, theme.text if name == now else None))
    menu.addSeparator()
    menu.addAction(tr("Another colour…"), lambda: ask_colour(menu.parentWidget(), theme.colour(now or "blue"), choose))


def fill_widths(menu: QMenu, theme: Theme, now: float, choose: Callable[[float], None]) -> None:
    """Put the usual widths into a menu, and the one in use."""
    group = QActionGroup(menu)
    for width in sorted({*WIDTHS, now}):
        text = tr("{count} pixels", count=f"{width:g}")
        _choice(menu, group, text, width == now, lambda width=width: choose(width)).setIcon(  # type: ignore[misc]  # bound early
            line_icon(theme.accent if width == now else theme.text, width, "solid", menu)
        )


def fill_dashes(menu: QMenu, theme: Theme, now: Dash, choose: Callable[[Dash], None]) -> None:
    """Put the kinds of line into a menu."""
    group = QActionGroup(menu)
    for dash, text in DASHES:
        _choice(menu, group, tr(text), dash == now, lambda dash=dash: choose(dash)).setIcon(  # type: ignore[misc]  # bound early
            line_icon(theme.accent if dash == now else theme.text, 1.5, dash, menu)
        )


def ask_colour(parent: QWidget | None, start: str, choose: Callable[[str | None], None]) -> None:
    """Open the dialog for any colour; ``choose`` gets it as ``#rrggbb``."""
    dialog = QColorDialog(QColor(start), parent.window() if parent is not None else None)
    dialog.setObjectName("colour_dialog")
    dialog.setAccessibleName(tr("Colour"))
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.colorSelected.connect(lambda colour: choose(colour.name()))
    dialog.open()


def swatch(colour: str, on: QWidget, ring: str | None = None) -> QIcon:
    """A small square of a colour, within a ring where it is the one in use."""
    pixmap, painter = _canvas(on)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    inset = 2 if ring is None else 4
    painter.drawRoundedRect(inset, inset, _SIDE - 2 * inset, _SIDE - 2 * inset, 3, 3)
    if ring is not None:
        painter.setPen(QPen(QColor(ring), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1, 1, _SIDE - 2, _SIDE - 2), 4, 4)
    painter.end()
    return QIcon(pixmap)


def area_swatch(colour: str, on: QWidget) -> QIcon:
    """A small faint area of a colour within its border: a fill."""
    pixmap, painter = _canvas(on)
    faint = QColor(colour)
    faint.setAlphaF(0.35)
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(faint)
    painter.drawRoundedRect(QRectF(2.5, 2.5, _SIDE - 5, _SIDE - 5), 3, 3)
    painter.end()
    return QIcon(pixmap)


def line_icon(colour: str, width: float, dash: Dash, on: QWidget) -> QIcon:
    """A short line of a width and a dash."""
    pixmap, painter = _canvas(on)
    pen = QPen(QColor(colour), min(width, 6.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash != "solid":
        pen.setDashPattern([2.4, 1.6] if dash == "dash" else [1.0, 1.3])
    painter.setPen(pen)
    painter.drawLine(QPointF(1, _SIDE / 2), QPointF(_SIDE - 1, _SIDE / 2))
    painter.end()
    return QIcon(pixmap)


def _canvas(on: QWidget) -> tuple[QPixmap, QPainter]:
    ratio = on.devicePixelRatioF()
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter


def _choice(menu: QMenu, group: QActionGroup, text: str, on: bool, run: Callable[[], None]) -> QAction:
    action = menu.addAction(text, run)
    action.setCheckable(True)
    action.setChecked(on)
    group.addAction(action)
    return action
