"""Icons in the colours of the theme: glyphs of the Phosphor font and our own tool drawings, sharp at every pixel ratio."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

from charting.core.theme import Direction, Mode, mix, theme
from gui.styling import shown_theme
from resources import resource_bytes

TOOL = "tool/"
"""Prefix of the names of drawing tools' icons, which lie in ``resources/icons/tools``."""
BARS = "bars/"
"""Prefix of the names of the bar styles' icons, which lie in ``resources/icons/bars``."""

_FOLDERS = {TOOL: "tools", BARS: "bars"}

_FALLBACK_TOOL = "line-segment"


class _Look(NamedTuple):
    """How icons are in a theme: their colours, and those that were painted."""

    colours: dict[tuple[QIcon.Mode, QIcon.State], str]
    pixmaps: dict[tuple[object, ...], QPixmap]


def icon(name: str, colour: str | None = None) -> QIcon:
    """An icon by its name.

    Parameters
    ----------
    name
        A glyph of the Phosphor set ("magnet", "lock-fill"), or ``tool/`` or ``bars/`` and the name of a drawing of ours.
        A tool without a drawing gets a plain line.
    colour
        ``#rrggbb`` to use instead of the theme's colours.

    Raises
    ------
    KeyError
        If the set has no such glyph.
    """
    if not name.startswith(tuple(_FOLDERS)) and name not in _phosphor()[1]:
        raise KeyError(name)
    return QIcon(_Engine(name, colour))


def paint(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Paint a glyph centred in a rectangle, for delegates."""
    _draw(painter, rect, name, QColor(colour))


def application_icon() -> QIcon:
    """The program's own icon."""
    from PySide6.QtSvg import QSvgRenderer

    found = QIcon()
    renderer = QSvgRenderer(QByteArray(resource_bytes("icons/lionrock.svg")))
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        found.addPixmap(pixmap)
    return found


class _Engine(QIconEngine):
    """Paints a named icon at the size and pixel ratio that Qt asks for, in the theme's colour of the moment."""

    def __init__(self, name: str, colour: str | None) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        own = self._colour if mode != QIcon.Mode.Disabled else None
        _draw(painter, rect, self._name, QColor(own or _look().colours[(mode, state)]))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        if size.isEmpty():  # a button squeezed to nothing while its dock is being arranged
            return QPixmap()
        key = (self._name, self._colour, size.width(), size.height(), scale, mode, state)
        pixmaps = _look().pixmaps
        found = pixmaps.get(key)
        if found is None:
            found = QPixmap(size * scale)
            found.setDevicePixelRatio(scale)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
            painter.end()
            pixmaps[key] = found
        return found

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


def _look() -> _Look:
    shown = shown_theme()
    return _look_in(shown.mode, shown.direction)


@lru_cache(maxsize=1)  # in another theme all are painted anew
def _look_in(mode: Mode, direction: Direction) -> _Look:
    value, off, on = theme(mode, direction), QIcon.State.Off, QIcon.State.On
    faded = mix(value.text_muted, value.panel, 0.45)
    colours = {
        (QIcon.Mode.Normal, off): mix(value.text, value.panel, 0.82),
        (QIcon.Mode.Normal, on): value.accent,
        (QIcon.Mode.Active, off): value.text,
        (QIcon.Mode.Active, on): value.accent,
        (QIcon.Mode.Selected, off): value.text,
        (QIcon.Mode.Selected, on): value.accent,
        (QIcon.Mode.Disabled, off): faded,
        (QIcon.Mode.Disabled, on): faded,
    }
    return _Look(colours, {})


def _draw(painter: QPainter, rect: QRect, name: str, colour: QColor) -> None:
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QPointF(rect.x() + rect.width() / 2, rect.y() + rect.height() / 2))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing = _drawing(name)
    if drawing is not None:
        from PySide6.QtSvg import QSvgRenderer  # not before there is a drawing to paint: the first chart has none

        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour.name()).encode()))
        renderer.render(painter, square)
    else:
        outline = _glyph(_FALLBACK_TOOL if name.startswith(tuple(_FOLDERS)) else name)
        painter.translate(square.topLeft())
        painter.scale(side, side)
        painter.fillPath(outline, colour)
    painter.restore()


@lru_cache(maxsize=256)
def _drawing(name: str) -> str | None:
    """The drawing of ours that a name with a prefix means, None for a glyph or a drawing that there is not."""
    folder, _, file = name.partition("/")
    if folder + "/" not in _FOLDERS:
        return None
    try:
        return resource_bytes(f"icons/{_FOLDERS[folder + '/']}/{file}.svg").decode()
    except FileNotFoundError:
        return None


@lru_cache(maxsize=256)
def _glyph(name: str) -> QPainterPath:
    """The outline of a glyph in a unit square, y downwards; the set is drawn on a square of one em."""
    font, codes = _phosphor()
    outline = font.pathForGlyph(font.glyphIndexesForString(chr(int(codes[name], 16)))[0])
    return QTransform.fromScale(1 / font.pixelSize(), 1 / font.pixelSize()).translate(0, font.ascent()).map(outline)


@lru_cache(maxsize=1)
def _phosphor() -> tuple[QRawFont, dict[str, str]]:
    """The Phosphor font of the QtAwesome package and its table of names.

    The package is only located, not imported: importing it takes longer than the rest of the window, for an interface
    that is not needed here.
    """
    package = importlib.util.find_spec("qtawesome")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("The package QtAwesome is missing; install Lionrock's requirements again.")
    folder = Path(package.origin).parent / "fonts"
    font, names = next(folder.glob("phosphor-[0-9]*.ttf")), next(folder.glob("phosphor-charmap-*.json"))
    return QRawFont(str(font), 512), msgspec.json.decode(names.read_bytes(), type=dict[str, str])
