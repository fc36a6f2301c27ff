"""Price scales: where a price lies between the bottom and the top of a pane, and where the ticks go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charting.core.document import ScaleKind


@dataclass(frozen=True, slots=True)
class PriceScale:
    """A one-to-one map between prices and fractions of a pane's height, 0 at the bottom and 1 at the top.

    Attributes
    ----------
    low, high
        Prices at the bottom and the top (the other way round when ``inverted``), ``low < high``.
    kind
        ``linear``; ``log`` (needs low > 0); ``percent`` and ``indexed`` are linear in price and differ in their labels.
    base
        The price that counts as 0 % or 100, for ``percent`` and ``indexed``.
    """

    low: float
    high: float
    kind: ScaleKind = "linear"
    inverted: bool = False
    base: float = 1.0

    def fraction(self, price: NDArray[Any] | np.float64) -> NDArray[np.float64]:
        """Fraction of the height for each price, any shape; NaN for NaN, and for prices <= 0 on a log scale."""
        values = np.asarray(price, dtype=np.float64)
        if self.kind == "log":
            with np.errstate(divide="ignore", invalid="ignore"):
                logs = np.log(np.where(values > 0, values, np.nan))
            found = (logs - np.log(self.low)) / (np.log(self.high) - np.log(self.low))
        else:
            found = (values - self.low) / (self.high - self.low)
        return 1.0 - found if self.inverted else found

    def price(self, fraction: NDArray[Any] | np.float64) -> NDArray[np.float64]:
        """The inverse of :meth:`fraction`."""
        values = np.asarray(fraction, dtype=np.float64)
        if self.inverted:
            values = 1.0 - values
        if self.kind == "log":
            return np.exp(np.log(self.low) + values * (np.log(self.high) - np.log(self.low)))
        return self.low + values * (self.high - self.low)
