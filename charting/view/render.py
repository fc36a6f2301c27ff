"""Paints a chart into an image, without a window, through the same scene and painter as the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from charting.core.document import Chart, Drawing, Indicator
from charting.core.theme import Theme
from charting.drawings.remapping import Remapping
from charting.indicators.declaration import IndicatorProblem, Outputs
from charting.indicators.values import IndicatorValues
from charting.scene.chart import build_chart
from charting.scene.legend_layout import legend_lines, runs
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.navigation import bounded, default_span, span_of
from charting.scene.panes import View
from charting.scene.plots import Failure
from charting.scene.preparing import prepare
from charting.scene.series import Series, in_style, on_basis
from charting.view.formats import LocaleFormats, LocaleWording
from charting.view.painter import paint
from charting.view.translation import said
from charting.view.type import Type
from charting.view.zones import clock_zone


def render_chart(
    chart: Chart,
    drawings: Sequence[Drawing],
    series: Series,
    theme: Theme,
    width: int,
    height: int,
    pixel_ratio: float = 1.0,
    font: QFont | None = None,
) -> QImage:
    """A picture of a chart, ``width`` by ``height`` logical pixels, ``pixel_ratio`` device pixels each.

    Needs a ``QGuiApplication`` for its fonts (``QT_QPA_PLATFORM=offscreen`` will do). Indicators are computed here and
    now; the legend shows the last bar in view.
    """
    series = in_style(on_basis(series, chart.adjustment), chart.style, chart.sizes)
    drawings = Remapping(series.adjustments, series.basis).shown(tuple(drawings))
    cache, context = IndicatorValues(), series.context(chart)

    def lookup(indicator: Indicator) -> Outputs | Failure:
        try:
            return cache.values(series.bars, indicator, context)
        except IndicatorProblem as error:
            return Failure(said(error))

    type_ = Type(font or QGuiApplication.font(), pixel_ratio)
    exchange = series.instrument.timezone
    formats = LocaleFormats(timezone=exchange, clock=clock_zone(chart.times, exchange))
    look = Look(theme, formats, type_, pixel_ratio, LocaleWording(formats))
    count = len(series.bars)
    span = default_span(count) if chart.range is None else bounded(span_of(chart.range, series.axis), count)
    size = (max(1, round(width * pixel_ratio)), max(1, round(height * pixel_ratio)))
    view = View(span.first, span.last, size)
    levels = Levels()
    prepare(chart.style, series).hand_over(series.bars, levels)
    scene = build_chart(chart, drawings, series, lookup, view, levels, look)
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        paint(painter, scene.primitives, type_)
        paint(painter, runs(line for line in legend_lines(scene, min(count - 1, int(span.last)), look) if not line.folds), type_)
    finally:
        painter.end()
    image.setDevicePixelRatio(pixel_ratio)
    return image
