"""The line of least squares through prices, which goes on with the bars at the cost of those that are new."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats
from charting.core.document import Interpolation


class Fit(Struct, frozen=True):
    """A line of least squares.

    Attributes
    ----------
    slope, intercept
        The value at slot s is ``intercept + slope * s``, in the drawing's space.
    deviation
        Standard deviation of the bars from the line, ``sqrt(sum(residual ** 2) / (n - 1))``.
    correlation
        Pearson's R between slot and value; NaN where all values are the same.
    """

    slope: float
    intercept: float
    deviation: float
    correlation: float


class Sums(Struct, frozen=True):
    """Sums over the bars from ``first`` to ``row``, not included: of slots from ``first`` on, of values from ``origin`` on.

    What they are of is small where the bars are near each other, so that little is lost in their squares.
    """

    first: int
    row: int
    origin: float = math.nan
    count: float = 0.0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    xy: float = 0.0
    yy: float = 0.0

    def up_to(self, bars: Bars, stop: int, source: str, interp: Interpolation) -> Sums:
        """The same with the bars up to a row, not included; those without a price are left out."""
        if stop <= self.row:
            return self
        rows, values = _known(bars, self.row, stop, source, interp)
        if not len(rows):
            return replace(self, row=stop)
        origin = float(values[0]) if math.isnan(self.origin) else self.origin
        x, y = rows - self.first, values - origin
        return Sums(
            self.first,
            stop,
            origin,
            self.count + len(x),
            self.x + float(x.sum()),
            self.y + float(y.sum()),
            self.xx + float(x @ x),
            self.xy + float(x @ y),
            self.yy + float(y @ y),
        )

    def fit(self) -> Fit | None:
        """The line through them; None for fewer than two prices."""
        if self.count < 2:
            return None
        x, y = self.x / self.count, self.y / self.count
        xx, xy, yy = self.xx - self.x * x, self.xy - self.x * y, max(self.yy - self.y * y, 0.0)
        slope, spread = xy / xx, math.sqrt(xx * yy)
        residual = max(yy - slope * xy, 0.0)
        correlation = max(-1.0, min(1.0, xy / spread)) if spread > 0 else math.nan
        intercept = self.origin + y - slope * (self.first + x)
        return Fit(slope, intercept, math.sqrt(residual / (self.count - 1)), correlation)


def farthest(bars: Bars, fit: Fit, first: int, last: int, source: str, interp: Interpolation) -> float:
    """The largest distance of a bar from a line, from bar ``first`` to ``last``, both included; 0 where there is none."""
    rows, values = _known(bars, max(first, 0), last + 1, source, interp)
    return float(np.abs(values - fit.intercept - fit.slope * rows).max(initial=0.0))


def _known(bars: Bars, start: int, stop: int, source: str, interp: Interpolation) -> tuple[Floats, Floats]:
    """Rows and values, logarithms in a log space, of the bars that have a price there; (n,) each."""
    part = bars.slice(start, stop)
    values: Floats = part.source(source)
    there = np.isfinite(values) & ((values > 0) | (interp == "linear"))
    rows = np.flatnonzero(there)
    found: Floats = np.log(values[rows]) if interp == "log" else values[rows]
    return rows.astype(np.float64) + start, found
