"""The chart's type: one font in a few sizes, measured in device pixels."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QStaticText, QTransform

from charting.scene.primitives import Rect, Run

SIZE = 12.0
"""Height of the type in logical pixels."""
_REMEMBERED = 4096
_LAID_OUT = 1024  # a laid out text takes kilobytes
_PICTURED = 512  # so does a picture of one
_FIGURES = "0123456789.,+−-%() "


class Type:
    """Fonts and their metrics at one pixel ratio; texts are laid out once, as the same labels come back every frame."""

    def __init__(self, family: QFont, pixel_ratio: float) -> None:
        self._family = family
        self._ratio = pixel_ratio
        self._fonts: dict[tuple[bool, float], QFont] = {}
        self._widths: dict[tuple[str, bool], float] = {}
        self._laid_out: dict[tuple[str, bool, float], tuple[QStaticText, int] | None] = {}
        self._pictures: dict[Hashable, QImage | None] = {}
        self._metrics = {bold: QFontMetricsF(self.font(bold)) for bold in (False, True)}
        self._figures = {bold: _advances(metrics) for bold, metrics in self._metrics.items()}
        self.height = float(self._metrics[False].height())
        self.ascent = float(self._metrics[False].ascent())
        self.inset = math.ceil(self.height / 8), math.ceil(self.ascent)

    def font(self, bold: bool = False, size: float = 1.0) -> QFont:
        """The font at ``size`` times the chart's type, with figures of equal width.

        Its letters have no coloured edges, as Qt can give them in a window but not in a picture: a text may come from either,
        and would change its look whenever the chart begins to move.
        """
        found = self._fonts.get((bold, size))
        if found is None:
            found = QFont(self._family)
            found.setPixelSize(max(1, round(SIZE * size * self._ratio)))
            found.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            found.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
            found.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
            self._fonts[(bold, size)] = found
        return found

    def width(self, text: str, bold: bool = False) -> float:
        """Advance of a text at the chart's size, in device pixels."""
        found = self._widths.get((text, bold))
        if found is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            found = self._widths[(text, bold)] = self._measured(text, bold)
        return found

    def box(self, run: Run, widths: Iterable[float] | None = None) -> Rect:
        """The box of a line of several texts, with some room on both sides; ``widths`` are theirs where they are known."""
        pad = self.height * 0.2
        width = sum([self.width(text) for text, _ in run.parts] if widths is None else widths)
        return run.x - pad, run.y - self.height / 2, width + 2 * pad, self.height

    def _measured(self, text: str, bold: bool) -> float:
        figures = self._figures[bold]
        try:
            return sum([figures[letter] for letter in text])
        except KeyError:
            return float(self._metrics[bold].horizontalAdvance(text))

    def write(self, painter: QPainter, x: int, baseline: int, text: str, bold: bool = False, size: float = 1.0) -> None:
        """Write one line from ``x`` on with the painter's pen and its font, which must be :meth:`font` of the same."""
        if not text.isascii():
            # Other scripts may come from fonts of other heights, which a laid out text is aligned by.
            painter.drawText(x, baseline, text)
            return
        key = (text, bold, size)
        found = self._laid_out.get(key)
        if found is None and key not in self._laid_out:
            if len(self._laid_out) > _LAID_OUT:
                self._laid_out.clear()
            # Laying out takes longer than writing: it is worth it from the second time on.
            self._laid_out[key] = None
            painter.drawText(x, baseline, text)
            return
        if found is None:
            font = self.font(bold, size)
            laid_out = QStaticText(text)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            laid_out.prepare(QTransform(), font)
            found = self._laid_out[key] = (laid_out, round(QFontMetricsF(font).ascent()))
        painter.drawStaticText(x, baseline - found[1], found[0])

    def picture(
        self, text: str, bold: bool, ink: str, ground: str, box: tuple[tuple[int, int], tuple[int, int]] | None = None
    ) -> QImage | None:
        """A text on ground of one colour: looks as if written, and is copied in less time.

        It begins at :attr:`inset`, or where a ``box`` says, which is the picture's size and a place on its baseline.

        None the first time that it is asked for, as the texts of prices often come only once, and for other scripts, which may
        come from larger fonts.
        """
        key = (text, bold, ink, ground, box)
        found = self._pictures.get(key)
        if found is not None or not text.isascii():
            return found
        if key not in self._pictures:
            if len(self._pictures) >= _PICTURED:
                self._pictures.clear()
            self._pictures[key] = None
            return None
        if box is None:
            (across, down), below = self.inset, math.ceil(self.height - self.ascent)
            box = (math.ceil(self.width(text, bold)) + 2 * across, down + below), self.inset
        found = self._pictures[key] = self._pictured(text, bold, ink, ground, *box)
        return found

    def _pictured(self, text: str, bold: bool, ink: str, ground: str, size: tuple[int, int], begin: tuple[int, int]) -> QImage:
        made = QImage(*size, QImage.Format.Format_RGB32)
        made.fill(QColor(ground))
        painter = QPainter(made)
        try:
            painter.setPen(QColor(ink))
            painter.setFont(self.font(bold))
            painter.drawText(*begin, text)
        finally:
            painter.end()
        return made


def _advances(metrics: QFontMetricsF) -> dict[str, float]:
    """The width of each sign that numbers are made of; empty where it depends on its neighbours."""
    found = {sign: float(metrics.horizontalAdvance(sign)) for sign in _FIGURES}
    pairs = "".join(one + other for one in _FIGURES for other in _FIGURES)
    return found if abs(metrics.horizontalAdvance(pairs) - sum(found[sign] for sign in pairs)) < 0.01 else {}
