"""Where the values of plots lie that do not stand on their own bars: displaced lines, swings told later."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Floats
from charting.indicators.columns import numbers
from charting.indicators.declaration import IndicatorKind, Outputs, Plot, Settings


def displacement(plot: Plot, settings: Settings) -> int:
    """By how many bars to the right a plot is drawn displaced; ``settings`` are complete, from :meth:`IndicatorKind.settings`."""
    return plot.displacement(settings) if plot.displacement is not None else 0


def points(kind: IndicatorKind, plot: Plot, outputs: Outputs, settings: Settings) -> tuple[Floats, Floats]:
    """Slots and values of a plot's points, in order of time, only where it has values.

    A ``path`` with a ``tip`` ends with the tip's newest point, where it has come to.

    Returns
    -------
    tuple[Floats, Floats]
        Two (m,) float64 arrays.
    """
    values = numbers(outputs[plot.name])
    rows = np.flatnonzero(np.isfinite(values))
    slots = _slots(plot, rows, outputs) + displacement(plot, settings)
    if plot.tip is None:
        return slots, values[rows]
    newest = np.flatnonzero(np.isfinite(outputs[plot.tip]))[-1:]
    tip = _slots(kind.plot(plot.tip), newest, outputs)
    return np.concatenate((slots, tip)), np.concatenate((values[rows], outputs[plot.tip][newest]))


def _slots(plot: Plot, rows: np.ndarray[tuple[int], np.dtype[np.intp]], outputs: Outputs) -> Floats:
    slots = rows.astype(np.float64)
    return slots - outputs[plot.ago][rows] if plot.ago is not None else slots
