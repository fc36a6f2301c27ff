"""What a chart without bars shows: one sentence in the middle."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from charting.core.theme import Theme
from charting.view.pens import colour


def paint_notice(painter: QPainter, rect: QRect, text: str, theme: Theme) -> None:
    """Fill ``rect`` with the chart's background and write ``text`` in its middle, broken into lines where needed."""
    painter.fillRect(rect, colour(theme.chart))
    if not text:
        return
    font = painter.font()
    font.setPixelSize(15)
    painter.setFont(font)
    painter.setPen(colour(theme.text_muted))
    margin = min(80, rect.width() // 10)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(rect.adjusted(margin, margin, -margin, -margin), flags, text)
