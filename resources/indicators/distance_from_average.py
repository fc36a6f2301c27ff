"""How far the price lies from its average, in per cent: stretched moves tend to come back."""

from typing import Annotated

import numpy as np

from charting.indicators.user import Bars, Source, between, histogram, indicator


@indicator("Distance from average", short="Distance", plots=(histogram("distance"),), levels=(0.0,), decimals=2)
def distance(bars: Bars, period: Annotated[int, between(2, 500)] = 50, source: Source = "close") -> np.ndarray:
    """100 (P / SMA(P) - 1), by sums since the first bar."""
    price = bars.source(source)
    sums = np.cumsum(np.concatenate(([0.0], np.nan_to_num(price))))
    values = np.full(len(bars), np.nan)
    average = (sums[period:] - sums[:-period]) / period
    values[period - 1 :] = (price[period - 1 :] / average - 1) * 100
    return values
