"""Colours, brushes and pens as Qt has them: each is made once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

_DASHES = {"solid": Qt.PenStyle.SolidLine, "dash": Qt.PenStyle.DashLine, "dot": Qt.PenStyle.DotLine}


@lru_cache(maxsize=512)
def colour(name: str, opacity: float = 1.0) -> QColor:
    """A ``#rrggbb`` as Qt has it."""
    shade = QColor(name)
    shade.setAlphaF(opacity)
    return shade


@lru_cache(maxsize=512)
def brush(name: str, opacity: float = 1.0) -> QBrush:
    """A brush of one colour."""
    return QBrush(colour(name, opacity))


@lru_cache(maxsize=512)
def pen(name: str, width: float, dash: str, flat: bool = False, opacity: float = 1.0) -> QPen:
    """A pen ``width`` pixels wide with round joints, and round ends unless it is ``flat`` or broken."""
    made = QPen(colour(name, opacity), width, _DASHES[dash])
    made.setCapStyle(Qt.PenCapStyle.FlatCap if flat or dash != "solid" else Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


@lru_cache(maxsize=64)
def broken_pen(name: str, thickness: int, dash: int, gap: int) -> QPen:
    """A pen that paints so many pixels and leaves out so many in turn."""
    made = QPen(QColor(name), thickness)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setDashPattern([dash / thickness, gap / thickness])
    return made
