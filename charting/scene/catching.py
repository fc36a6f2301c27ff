"""What the magnet may catch near a place besides the bars."""

from __future__ import annotations

from charting.drawings.hit import near
from charting.drawings.snapping import Surroundings
from charting.indicators.columns import numbers
from charting.scene.chart import ChartScene


def surroundings(scene: ChartScene, x: float, y: float) -> Surroundings:
    """The price pane's indicators, the drawings near a place (device pixels), and the finer bars that highs and lows are of."""
    indicators = {
        f"{shown.label} {plot.title}".strip(): numbers(shown.values[plot.name])
        for shown in scene.price_pane.plotted
        if shown.values is not None and shown.kind.pane == "overlay" and shown.indicator.scale is None
        for plot in shown.kind.plots
        if plot.name in shown.values and plot.stands_at_its_bar
    }
    return Surroundings(indicators, near(scene.sheet, x, y), scene.series.finer, scene.series.high_low)
