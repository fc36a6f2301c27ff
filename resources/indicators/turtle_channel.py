"""The highest high and lowest low of the bars before, and their middle: where a breakout begins and where it fails."""

from typing import Annotated

import numpy as np

from charting.indicators.user import Bars, between, indicator, line


@indicator(
    "Turtle channel",
    short="Turtle",
    pane="overlay",
    plots=(line("upper", "blue", 1.0, fill_to="lower"), line("middle", "grey", 1.0, dash="dot"), line("lower", "blue", 1.0)),
)
def turtle(bars: Bars, period: Annotated[int, between(2, 500)] = 20, with_middle: bool = True) -> tuple[np.ndarray, ...]:
    """Extremes of the ``period`` bars before each bar, which is not among them."""
    upper, lower = np.full(len(bars), np.nan), np.full(len(bars), np.nan)
    if len(bars) > period:
        windows = np.lib.stride_tricks.sliding_window_view
        upper[period:] = np.nanmax(windows(bars.high[:-1], period), axis=1)
        lower[period:] = np.nanmin(windows(bars.low[:-1], period), axis=1)
    middle = (upper + lower) / 2 if with_middle else np.full(len(bars), np.nan)
    return upper, middle, lower
