"""The median of some numbers; numpy's own brings all of its masked arrays along, which takes longer than opening a series."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Floats


def median(values: Floats) -> float:
    """The middle of (n,) numbers, or halfway between the two in the middle; n is at least one, and none may be NaN."""
    count = len(values)
    low, high = (count - 1) // 2, count // 2
    parted = np.partition(values, (low, high))
    return float(parted[low] + parted[high]) / 2
