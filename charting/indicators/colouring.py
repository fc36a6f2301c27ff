"""Which of its colours each value of a plot takes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.indicators.columns import Column, numbers
from charting.indicators.declaration import Outputs, Plot

PLAIN, UP, DOWN, UP_FADING, DOWN_FADING = 0, 1, -1, 2, -2
"""The stroke's own colour; the theme's up and down colours; the same paler, where a value moves towards zero."""


def shades(plot: Plot, outputs: Outputs, bars: Bars, first: int, last: int) -> NDArray[np.int8]:
    """The shade of each value in the rows ``first`` to ``last`` (exclusive), as ``plot.colouring`` says; (last - first,).

    Values that are NaN, and bars that closed where they opened, are ``PLAIN``.
    """
    count = max(last - first, 0)
    if plot.colouring == "plain" or not count:
        return np.zeros(count, np.int8)
    if plot.colouring == "direction":
        return _signs(bars.close[first:last] - bars.open[first:last])
    values = outputs[plot.colour_by or plot.name]
    shown = numbers(values[first:last])
    if plot.colouring == "sign":
        return _signs(shown)
    change = shown - _before(values, first, last)
    if plot.colouring == "slope":
        return np.where(np.isnan(shown), PLAIN, np.where(change < 0, DOWN, UP)).astype(np.int8)
    signs = _signs(shown)
    return np.where(signs * change < 0, 2 * signs, signs).astype(np.int8)


def _before(values: Column, first: int, last: int) -> Floats:
    """The values one row earlier; before the first row stands NaN."""
    if first > 0:
        return numbers(values[first - 1 : last - 1])
    return np.concatenate(([np.nan], values[: last - 1]))


def _signs(values: Floats) -> NDArray[np.int8]:
    return (values > 0).astype(np.int8) - (values < 0).astype(np.int8)
