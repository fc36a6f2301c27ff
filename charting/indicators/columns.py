"""Columns of an indicator's outputs: numbers, NaN where there is none, or marks, zero where there is none."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Floats

Marks = NDArray[np.int32]
"""An integer a row as TA-Lib gives candlestick patterns: above zero for a bullish one, below for a bearish one, or none."""
Column = Floats | Marks
Some = TypeVar("Some", Floats, Marks, Column)


def numbers(column: Column) -> Floats:
    """A column as numbers: the same one if it holds such; a mark that is none counts as zero."""
    return np.asarray(column, np.float64)


def blank(like: Some, count: int) -> Some:
    """A column of ``count`` rows without values, of the kind of another one."""
    made: Some = np.full(count, 0 if like.dtype.kind == "i" else np.nan, like.dtype)
    return made
