"""What the magnet may catch near a place besides the bars."""

from __future__ import annotations

from charting.core.bars import Floats
from charting.drawings.hit import near
from charting.drawings.snapping import Surroundings
from charting.indicators.columns import numbers
from charting.indicators.recipe import label_of
from charting.scene.chart import ChartScene


def surroundings(scene: ChartScene, x: float, y: float) -> Surroundings:
    """The price pane's indicators, the drawings near a place (device pixels), and the finer bars that highs and lows are of."""
    translate = scene.projection.wording.text
    indicators: dict[str, Floats] = {}
    for shown in scene.price_pane.plotted:
        if shown.values is None or shown.kind.pane != "overlay" or shown.indicator.scale is not None:
            continue
        label = label_of(shown.indicator, shown.kind, shown.others, translate)
        for plot in shown.kind.plots:
            if plot.name in shown.values and plot.stands_at_its_bar:
                title = translate(plot.title) if plot.title else ""
                indicators[f"{label} {title}".strip()] = numbers(shown.values[plot.name])
    return Surroundings(indicators, near(scene.sheet, x, y), scene.series.finer, scene.series.high_low)
