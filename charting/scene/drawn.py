"""One plot of an indicator about to be drawn."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.viewport import Viewport
from charting.indicators.columns import Column, numbers
from charting.indicators.declaration import Plot
from charting.scene import marks
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.marks import CANDLE_WIDTH
from charting.scene.plots import Plotted


class Drawn(Struct, frozen=True, eq=False):
    """One plot about to be drawn: its column over the bars, and the pane it goes into (displaced where it says so)."""

    shown: Plotted
    plot: Plot
    column: Column
    bars: Bars
    viewport: Viewport
    levels: Levels
    look: Look

    @property
    def values(self) -> Floats:
        """Its column as numbers."""
        return numbers(self.column)

    @property
    def ago(self) -> Column | None:
        """Row by row, how many bars to the left its values belong, if any do."""
        return None if self.plot.ago is None or self.shown.values is None else self.shown.values.get(self.plot.ago)

    @property
    def dense(self) -> bool:
        """Whether several bars share a pixel."""
        return self.viewport.slot_width < CANDLE_WIDTH

    @property
    def colour(self) -> str:
        """The plot's own colour."""
        return self.look.theme.colour(self.shown.stroke(self.plot).colour)

    @property
    def width(self) -> float:
        """Width of its line in device pixels."""
        return max(1.0, self.shown.stroke(self.plot).width * self.look.pixel_ratio)

    def rows(self) -> slice:
        """The rows in view."""
        first, last = marks.visible_rows(self.viewport, len(self.column))
        return slice(first, last)

    def x(self, rows: NDArray[np.int64]) -> Floats:
        """Middles of bars in device pixels, at the bars they belong to where the plot says how long ago that was."""
        places, ago = rows.astype(np.float64), self.ago
        return self.viewport.x(places if ago is None else places - np.nan_to_num(ago[rows]))
