"""Paints a scene's primitives with QPainter; the window and pictures without a window share it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from charting.scene.primitives import Area, Group, Oval, Path, Primitive, Rects, Run, Tag, Text
from charting.view.arrays import draw_pieces, draw_polygon, draw_polyline, draw_rects, finite_runs
from charting.view.type import Type

_DASHES = {"solid": Qt.PenStyle.SolidLine, "dash": Qt.PenStyle.DashLine, "dot": Qt.PenStyle.DotLine}
_BEFORE = {"left": 0.0, "centre": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
"""The share of a text that lies before its point."""
_FINE = 4.0
"""Device pixels up to which a line is drawn piece by piece; at the joints of wider ones that would show."""


_SOLID, _CORNERS = 0.5, 16


@lru_cache(maxsize=512)
def colour(name: str) -> QColor:
    """A ``#rrggbb`` as Qt has it."""
    return QColor(name)


@lru_cache(maxsize=512)
def _brush(name: str, opacity: float = 1.0) -> QBrush:
    shade = QColor(name)
    shade.setAlphaF(opacity)
    return QBrush(shade)


@lru_cache(maxsize=512)
def _pen(name: str, width: float, dash: str, flat: bool = False, opacity: float = 1.0) -> QPen:
    shade = QColor(name)
    shade.setAlphaF(opacity)
    pen = QPen(shade, width, _DASHES[dash])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if flat or dash != "solid" else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint(painter: QPainter, primitives: Iterable[Primitive], type_: Type) -> None:
    """Paint in order. The painter's unit must be the device pixel."""
    for primitive in primitives:
        match primitive:
            case Rects(array, name):
                _rects(painter, array, name)
            case Path():
                _path(painter, primitive)
            case Area(points, name, opacity):
                _area(painter, points[np.isfinite(points[:, 1])], name, opacity)
            case Oval():
                _oval(painter, primitive)
            case Text():
                _text(painter, primitive, type_)
            case Tag():
                _tag(painter, primitive, type_)
            case Run():
                _run(painter, primitive, type_)
            case Group(clip, items):
                painter.save()
                painter.setClipRect(QRectF(*clip), Qt.ClipOperation.IntersectClip)
                paint(painter, items, type_)
                painter.restore()


def _rects(painter: QPainter, array: np.ndarray, name: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(name))
    draw_rects(painter, array)


def _area(painter: QPainter, points: np.ndarray, name: str, opacity: float) -> None:
    # Small solid shapes such as arrowheads have no line round them that would hide their steps.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, opacity >= _SOLID and len(points) <= _CORNERS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(name, opacity))
    draw_polygon(painter, points)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _path(painter: QPainter, path: Path) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, path.smooth)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pieces = path.opacity == 1.0 and path.smooth and path.dash == "solid" and 1.0 < path.width <= _FINE
    painter.setPen(_pen(path.colour, path.width, path.dash, pieces, path.opacity))
    for points in finite_runs(path.points):
        if pieces:
            draw_pieces(painter, points, path.width)
        else:
            draw_polyline(painter, points)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _oval(painter: QPainter, oval: Oval) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(_pen(oval.colour, oval.width, "solid"))
    painter.setBrush(Qt.BrushStyle.NoBrush if oval.fill is None else _brush(oval.fill, oval.opacity))
    painter.drawEllipse(QRectF(*oval.rect))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _text(painter: QPainter, text: Text, type_: Type) -> None:
    lines = text.text.splitlines() if "\n" in text.text else [text.text]
    size, bold = text.size, text.bold
    line_height = type_.height * size
    width = max([type_.width(line, bold) for line in lines]) * size
    height = line_height * len(lines)
    pad = round(type_.height * 0.3) if text.background else 0
    left = text.x - _BEFORE[text.horizontal] * (width + 2 * pad)
    top = text.y - _BEFORE[text.vertical] * height
    if text.background:
        box = QRectF(round(left), round(top - pad / 2), round(width + 2 * pad), round(height + pad))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_brush(text.background))
        painter.drawRoundedRect(box, pad / 2, pad / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(colour(text.colour))
    baseline = top + type_.ascent * size
    for line in lines:
        type_.write(painter, left + pad, baseline, line, bold, size)
        baseline += line_height


def _tag(painter: QPainter, tag: Tag, type_: Type) -> None:
    left, top, width, height = tag.rect
    painter.fillRect(round(left), round(top), round(width), round(height), colour(tag.background))
    painter.setPen(colour(tag.colour))
    x = left + (width - type_.width(tag.text, tag.bold)) / 2
    y = top + (height - type_.height) / 2 + type_.ascent
    type_.write(painter, x, y, tag.text, tag.bold)


def _run(painter: QPainter, run: Run, type_: Type) -> None:
    top = run.y - type_.height / 2
    widths = [type_.width(text) for text, _ in run.parts]
    if run.background:
        pad = type_.height * 0.2
        across = round(sum(widths) + 2 * pad)
        painter.fillRect(round(run.x - pad), round(top), across, round(type_.height), _brush(run.background, 0.78))
    x, baseline = run.x, top + type_.ascent
    for (text, name), width in zip(run.parts, widths, strict=True):
        painter.setPen(colour(name))
        type_.write(painter, x, baseline, text)
        x += width
