"""Keeps a chart's scene and its picture, and builds them anew only when something in them changed."""

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
    """A chart's scene at one pixel ratio, and a pixmap of it.

    A frame with a new scene is painted where it is seen; the pixmap is made when a later frame shows the same scene
    again, because while the chart is panned there is none.
    """

    def __init__(self, theme: Theme, font: QFont, pixel_ratio: float) -> None:
        self.type = Type(font, pixel_ratio)
        self._levels = Levels()
        self._theme = theme
        self.pixel_ratio = pixel_ratio
        self._looks: dict[str, Look] = {}
        self._pixmap = QPixmap()
        self._painted = False
        self._fresh = False
        self.scene: ChartScene | None = None

    def look(self, timezone: str) -> Look:
        """Theme, formats and metrics for an exchange's zone."""
        found = self._looks.get(timezone)
        if found is None:
            formats = LocaleFormats(timezone=timezone)
            found = Look(self._theme, formats, self.type, self.pixel_ratio, LocaleWording(formats))
            self._looks[timezone] = found
        return found

    def build(self, inputs: Inputs, lookup: Lookup) -> None:
        """Build the scene of ``inputs``."""
        look = self.look(inputs.series.instrument.timezone)
        drawings = inputs.drawings
        if inputs.held:
            drawings = tuple(drawing for drawing in drawings if drawing.id not in inputs.held)
        previous = None if self.scene is None else self.scene.sheet
        self.scene = build_chart(inputs.chart, drawings, inputs.series, lookup, inputs.view, self._levels, look, previous)
        self._fresh, self._painted = True, False

    def paint(self, painter: QPainter) -> None:
        """Paint the scene; the painter's unit must be the device pixel."""
        if self.scene is None:
            return
        if self._fresh:
            self._fresh = False
            paint(painter, self.scene.primitives, self.type)
            return
        if not self._painted:
            self._paint_pixmap(self.scene)
        painter.drawPixmap(0, 0, self._pixmap)

    def _paint_pixmap(self, scene: ChartScene) -> None:
        width, height = scene.layout.size
        if (self._pixmap.width(), self._pixmap.height()) != (width, height):
            self._pixmap = QPixmap(width, height)
        painter = QPainter(self._pixmap)
        try:
            paint(painter, scene.primitives, self.type)
        finally:
            painter.end()  # a painter that outlives its pixmap takes the process along
        self._painted = True
