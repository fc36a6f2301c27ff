"""Where a line through values told later has come to: the leg of a zigzag that is still under way."""

from __future__ import annotations

import math

from charting.indicators.declaration import IndicatorKind, Outputs, Plot


def tip(kind: IndicatorKind, plot: Plot, outputs: Outputs) -> tuple[float, float] | None:
    """Slot and value of the newest point that continues a ``path`` to the present; None where there is none."""
    if plot.tip is None or not any(other.name == plot.tip for other in kind.plots):
        return None
    column, ago = outputs[plot.tip], kind.plot(plot.tip).ago
    row = next((row for row in range(len(column) - 1, -1, -1) if math.isfinite(column[row])), None)
    if row is None:
        return None
    return float(row) - (float(outputs[ago][row]) if ago is not None else 0.0), float(column[row])
