"""Marks bars whose volume is some times the usual one: below the bar where it rose, above where it fell."""

from typing import Annotated

import numpy as np

from charting.indicators.user import Bars, between, indicator, marks


@indicator("Volume surge", short="Surge", pane="overlay", plots=(marks("surge", title="Surge"),))
def surge(
    bars: Bars,
    period: Annotated[int, between(2, 250)] = 20,
    times: Annotated[float, between(1.0, 20.0, 0.1)] = 2.5,
) -> np.ndarray:
    """1 where a rising bar's volume is ``times`` the median of the ``period`` bars before it, -1 for a falling one."""
    usual = np.full(len(bars), np.nan)
    if len(bars) > period:
        before = np.lib.stride_tricks.sliding_window_view(bars.volume[:-1], period)
        usual[period:] = np.median(before, axis=1)
    found = bars.volume > usual * times
    return np.where(found, np.where(bars.close >= bars.open, 1.0, -1.0), np.nan)
