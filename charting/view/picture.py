"""Keeps a chart's scene and its picture, and builds them anew only when something in them changed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtGui import QFont, QPainter, QPixmap, QRegion

from charting.core.document import Chart, Drawing
from charting.core.theme import Theme
from charting.scene.changes import differences, is_most, within
from charting.scene.chart import ChartScene, build_chart
from charting.scene.legend_layout import NOTHING, Attention, LegendLine, legend_lines
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.panes import PaneScene, View
from charting.scene.plots import Lookup
from charting.scene.primitives import Rect
from charting.scene.series import Series
from charting.view.formats import LocaleFormats, LocaleWording
from charting.view.painter import paint
from charting.view.regions import pieces
from charting.view.type import Type
from charting.view.zones import clock_zone


class Inputs(Struct, frozen=True, eq=False):
    """All that a chart's picture depends on. ``held`` are drawings in the hand, painted above the picture instead."""

    chart: Chart
    drawings: Sequence[Drawing]
    series: Series
    view: View
    held: frozenset[str] = frozenset()


class Picture:
    """A chart's scene at one pixel ratio, and a pixmap of it.

    A frame with a new scene is painted where it is seen; the pixmap is made when a later frame shows the same scene
    again, because while the chart is panned there is none. A tick changes little of what is in view: then the pixmap is kept
    and painted where it changed.
    """

    def __init__(self, theme: Theme, font: QFont, pixel_ratio: float, levels: Levels) -> None:
        self.type = Type(font, pixel_ratio)
        self.levels = levels
        self._theme = theme
        self.pixel_ratio = pixel_ratio
        self._looks: dict[tuple[str, str], Look] = {}
        self._pixmap = QPixmap()
        self._painted: ChartScene | None = None
        self._fresh = False
        self.scene: ChartScene | None = None
        self._changed: tuple[ChartScene, ChartScene, tuple[Rect, ...] | None] | None = None
        self._legend: tuple[ChartScene, int, Attention, tuple[LegendLine, ...]] | None = None

    def look(self, chart: Chart, series: Series) -> Look:
        """Theme, formats and metrics for a series, in the times that a chart tells."""
        zones = series.instrument.timezone, clock_zone(chart.times, series.instrument.timezone)
        found = self._looks.get(zones)
        if found is None:
            formats = LocaleFormats(timezone=zones[0], clock=zones[1])
            found = self._looks[zones] = Look(self._theme, formats, self.type, self.pixel_ratio, LocaleWording(formats))
        return found

    def build(self, inputs: Inputs, lookup: Lookup) -> None:
        """Build the scene of ``inputs``."""
        look = self.look(inputs.chart, inputs.series)
        drawings = inputs.drawings
        if inputs.held:
            drawings = tuple(drawing for drawing in drawings if drawing.id not in inputs.held)
        before = self.scene
        self.scene = build_chart(inputs.chart, drawings, inputs.series, lookup, inputs.view, self.levels, look, before)
        self.levels.keep_what_is_shown(self.scene.sources)
        self._fresh = before is None or self.changed(before) is None

    def legend(self, row: int, attention: Attention = NOTHING) -> tuple[LegendLine, ...]:
        """The legend with the values of the bar at ``row``; of the last one when there is none."""
        if self.scene is None:
            return ()
        known = self._legend
        if known is None or known[1:3] != (row, attention) or not _reads_as(known[0], self.scene):
            look = self.look(self.scene.chart, self.scene.series)
            known = self._legend = (self.scene, row, attention, legend_lines(self.scene, row, look, attention))
        return known[3]

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint the scene in a region of the widget, in logical pixels; the painter's unit must be the device pixel."""
        if self.scene is None:
            return
        if self._fresh:
            self._fresh, self._painted = False, None  # hardly anything of an older pixmap is as this scene
            paint(painter, self.scene.primitives, self.type)
            return
        if self._painted is not self.scene:
            self._paint_pixmap(self.scene)
        if region.rectCount() <= 1:
            painter.drawPixmap(0, 0, self._pixmap)
            return
        ratio, pixmap = self.pixel_ratio, self._pixmap
        # Within one rectangle Qt copies rows, within a region of several it goes from span to span.
        for x, y, width, height in pieces(region):
            left, top = math.floor(x * ratio), math.floor(y * ratio)
            across, down = math.ceil((x + width) * ratio) - left, math.ceil((y + height) * ratio) - top
            painter.setClipRect(left, top, across, down)
            painter.drawPixmap(left, top, pixmap, left, top, across, down)
        painter.setClipping(False)

    def changed(self, before: ChartScene) -> tuple[Rect, ...] | None:
        """Where the scene differs from one before, in strips of device pixels; None where that is most of the picture.

        Where slots stand elsewhere all of it does; a pane whose scale is another counts as a whole.
        """
        scene = self.scene
        assert scene is not None
        known = self._changed
        if known is None or known[0] is not before or known[1] is not scene:
            strips, layout = None, scene.layout
            rescaled = scene.backdrop.rescaled(before.backdrop)
            if rescaled is not None and not is_most(rescaled, layout.size):
                strips = differences(before.primitives, scene.primitives, layout.size, self.type, layout.borders)
            known = self._changed = (before, scene, strips)
        return known[2]

    def _paint_pixmap(self, scene: ChartScene) -> None:
        before, size = self._painted, scene.layout.size
        if (self._pixmap.width(), self._pixmap.height()) != size:
            self._pixmap, before = QPixmap(*size), None
        strips = None if before is None else self.changed(before)
        painter = QPainter(self._pixmap)
        try:
            if strips is None:
                paint(painter, scene.primitives, self.type)
            for strip in strips or ():
                paint(painter, within(scene.primitives, strip, self.type), self.type, clip=strip)
        finally:
            painter.end()  # a painter that outlives its pixmap takes the process along
        self._painted = scene


def _reads_as(one: ChartScene, other: ChartScene) -> bool:
    """Whether two scenes have the same legend for a bar: it does not depend on the bars in view but for comparisons."""
    return one is other or (
        (one.chart is other.chart and one.series is other.series and not one.compared and not other.compared)
        and all(_pane_reads_as(mine, its) for mine, its in zip(one.panes, other.panes, strict=True))
    )


def _pane_reads_as(one: PaneScene, other: PaneScene) -> bool:
    return (one.rect, one.decimals, len(one.plotted)) == (other.rect, other.decimals, len(other.plotted)) and all(
        mine.values is its.values and mine.problem == its.problem for mine, its in zip(one.plotted, other.plotted, strict=True)
    )
