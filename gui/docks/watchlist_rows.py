"""Paints the watchlist's rows: name over code, a small line of recent closes, prices in the market's colours."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from charting.core.theme import Theme
from gui import styling
from gui.context import Listed
from gui.docks.watchlist_model import AGE, CHANGE, CODE, NAME, QUOTE, Column, change_of
from gui.quote_words import Age

PADDING = 8
_Index = QModelIndex | QPersistentModelIndex


class WatchlistRows(QStyledItemDelegate):
    """The painter of the rows; ``hovered`` is the row under the pointer, -1 for none."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of type and some air."""
        return QSize(0, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One cell."""
        painter.save()
        self._paint_ground(painter, option, index)
        box = option.rect.adjusted(PADDING if index.column() else PADDING + 4, 0, -PADDING, 0)
        match Column(index.column()):
            case Column.NAME:
                age: Age | None = index.data(AGE)
                code = "  ·  ".join(text for text in (index.data(CODE), age.short if age else "") if text)
                lines = (self.theme.text, index.data(NAME)), (self.theme.text_muted, code)
                self._paint_lines(painter, box, option.font, Qt.AlignmentFlag.AlignLeft, lines)
            case Column.COURSE:
                self._paint_course(painter, box, index.data(QUOTE))
            case Column.PRICE:
                # An old price stands back, so that nobody takes it for one of now.
                is_old = (age := index.data(AGE)) is not None and age.kind == "old"
                colours = (self.theme.text_muted,) * 2 if is_old else (self.theme.text, self._direction(index.data(QUOTE)))
                lines = (colours[0], index.data()), (colours[1], index.data(CHANGE))
                self._paint_lines(painter, box, option.font, Qt.AlignmentFlag.AlignRight, lines)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(styling.selection(self.theme)))
            if index.column() == 0:
                painter.fillRect(QRect(option.rect.x(), option.rect.y(), 3, option.rect.height()), QColor(self.theme.accent))
        elif index.row() == self.hovered:
            painter.fillRect(option.rect, QColor(styling.hover(self.theme)))

    def _paint_lines(
        self, painter: QPainter, box: QRect, font: QFont, side: Qt.AlignmentFlag, lines: tuple[tuple[str, str], ...]
    ) -> None:
        """Two lines of type, each with its colour, the second one smaller."""
        fonts = (font, small_font(font))
        heights = [QFontMetrics(used).height() for used in fonts]
        y = box.y() + (box.height() - sum(heights)) // 2
        for used, height, (colour, text) in zip(fonts, heights, lines, strict=True):
            painter.setFont(used)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRect(box.x(), y, box.width(), height), side | Qt.AlignmentFlag.AlignVCenter, shown)
            y += height

    def _paint_course(self, painter: QPainter, box: QRect, listed: Listed | None) -> None:
        closes = [close for close in listed.closes if math.isfinite(close)] if listed else []
        if len(closes) < 2:
            return
        low, high = min(closes), max(closes)
        height = min(box.height() - 16, 20)
        top, reach = box.center().y() - height / 2, high - low or 1.0
        step = box.width() / (len(closes) - 1)
        line = [QPointF(box.x() + n * step, top + (high - close) / reach * height) for n, close in enumerate(closes)]
        colour = self.theme.up if closes[-1] > closes[0] else self.theme.down if closes[-1] < closes[0] else self.theme.unchanged
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1.2))
        painter.drawPolyline(QPolygonF(line))

    def _direction(self, listed: Listed | None) -> str:
        change = change_of(listed)
        if not math.isfinite(change):
            return self.theme.text_muted
        return self.theme.up if change > 0 else self.theme.down if change < 0 else self.theme.unchanged


def small_font(font: QFont) -> QFont:
    """The font of second lines."""
    found = QFont(font)
    if font.pointSizeF() > 0:
        found.setPointSizeF(font.pointSizeF() * 0.9)
    else:
        found.setPixelSize(round(font.pixelSize() * 0.9))
    return found


def row_height(font: QFont) -> int:
    """Height of a row in logical pixels."""
    lines = QFontMetrics(font).height() + QFontMetrics(small_font(font)).height()
    return max(36, lines + 8)
