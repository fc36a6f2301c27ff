"""Columns of an indicator's outputs: numbers, NaN where there is none, or marks, zero where there is none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Floats

Marks = NDArray[np.int32]
"""A mark a row as TA-Lib gives candlestick patterns: above zero a bullish one, below a bearish one, zero for none."""
Column = Floats | Marks


def numbers(column: Column) -> Floats:
    """A column as numbers: the same one if it holds such; a mark that is none counts as zero."""
    return np.asarray(column, np.float64)


def blank(like: Column, count: int) -> Column:
    """A column of ``count`` rows without values, of the kind of another one."""
    return np.zeros(count, np.int32) if like.dtype == np.int32 else np.full(count, np.nan)
