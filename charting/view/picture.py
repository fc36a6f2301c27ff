"""Keeps a chart's painted picture, and paints it anew only when something in it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QPainter, QPixmap

from charting.core.document import Chart, Drawing
from charting.core.theme import Theme
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.plots import Lookup
from charting.scene.series import Series
from charting.view.formats import LocaleFormats, LocaleWording
from charting.view.painter import paint
from charting.view.type import Type


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """All that a chart's picture depends on. ``held`` are drawings in the hand, painted above the picture instead."""

    chart: Chart
    drawings: Sequence[Drawing]
    series: Series
    view: View
    held: frozenset[str] = frozenset()


class Picture:
    """A chart's scene and its pixmap at one pixel ratio."""

    def __init__(self, theme: Theme, font: QFont, pixel_ratio: float) -> None:
        self.type = Type(font, pixel_ratio)
        self._levels = Levels()
        self._theme = theme
        self.pixel_ratio = pixel_ratio
        self._looks: dict[str, Look] = {}
        self._pixmap = QPixmap()
        self.scene: ChartScene | None = None

    def look(self, timezone: str) -> Look:
        """Theme, formats and metrics for an exchange's zone."""
        found = self._looks.get(timezone)
        if found is None:
            formats = LocaleFormats(timezone=timezone)
            found = Look(self._theme, formats, self.type, self.pixel_ratio, LocaleWording(formats))
            self._looks[timezone] = found
        return found

    @property
    def pixmap(self) -> QPixmap:
        """The picture as painted last."""
        return self._pixmap

    def repaint(self, inputs: Inputs, lookup: Lookup) -> ChartScene:
        """Build the scene of ``inputs`` and paint it."""
        look = self.look(inputs.series.instrument.timezone)
        drawings = inputs.drawings
        if inputs.held:
            drawings = tuple(drawing for drawing in drawings if drawing.id not in inputs.held)
        previous = None if self.scene is None else self.scene.sheet
        scene = build_chart(inputs.chart, drawings, inputs.series, lookup, inputs.view, self._levels, look, previous)
        width, height = inputs.view.size
        if (self._pixmap.width(), self._pixmap.height()) != (width, height):
            self._pixmap = QPixmap(width, height)
        painter = QPainter(self._pixmap)
        try:
            paint(painter, scene.primitives, self.type)
        finally:
            painter.end()  # a painter that outlives its pixmap takes the process along
        self.scene = scene
        return scene
