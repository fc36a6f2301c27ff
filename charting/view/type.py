"""The chart's type: one font in a few sizes, measured in device pixels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTransform

SIZE = 12.0
"""Height of the type in logical pixels."""
_REMEMBERED = 4096


class Type:
    """Fonts and their metrics at one pixel ratio; texts are laid out once, as the same labels come back every frame."""

    def __init__(self, family: QFont, pixel_ratio: float) -> None:
        self._family = family
        self._ratio = pixel_ratio
        self._fonts: dict[tuple[bool, float], QFont] = {}
        self._widths: dict[tuple[str, bool], float] = {}
        self._laid_out: dict[tuple[str, bool, float], tuple[QStaticText, int]] = {}
        self._metrics = {bold: QFontMetricsF(self.font(bold)) for bold in (False, True)}
        self.height = float(self._metrics[False].height())
        self.ascent = float(self._metrics[False].ascent())

    def font(self, bold: bool = False, size: float = 1.0) -> QFont:
        """The font at ``size`` times the chart's type, with figures of equal width."""
        found = self._fonts.get((bold, size))
        if found is None:
            found = QFont(self._family)
            found.setPixelSize(max(1, round(SIZE * size * self._ratio)))
            found.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            found.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
            self._fonts[(bold, size)] = found
        return found

    def width(self, text: str, bold: bool = False) -> float:
        """Advance of a text at the chart's size, in device pixels."""
        found = self._widths.get((text, bold))
        if found is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            found = float(self._metrics[bold].horizontalAdvance(text))
            self._widths[(text, bold)] = found
        return found

    def write(self, painter: QPainter, x: int, baseline: int, text: str, bold: bool = False, size: float = 1.0) -> None:
        """Write one line from ``x`` on with the painter's pen and its font, which must be :meth:`font` of the same."""
        if not text.isascii():
            # Other scripts may come from fonts of other heights, which a laid out text is aligned by.
            painter.drawText(x, baseline, text)
            return
        found = self._laid_out.get((text, bold, size))
        if found is None:
            if len(self._laid_out) > _REMEMBERED:
                self._laid_out.clear()
            font = self.font(bold, size)
            laid_out = QStaticText(text)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            laid_out.prepare(QTransform(), font)
            found = self._laid_out[(text, bold, size)] = (laid_out, round(QFontMetricsF(font).ascent()))
        painter.drawStaticText(x, baseline - found[1], found[0])
