"""Tells whether a table of bars goes on where another one ended, so that values can be carried along."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars

COMPARED = 500_000
"""The longest table that is compared value by value, which takes a few milliseconds; longer ones must share memory."""

_COLUMNS = ("time", "open", "high", "low", "close", "volume")


def continuation(before: Bars, after: Bars) -> int | None:
    """The first row of ``after`` that may differ from ``before``: its last bar, which may have gone on forming.

    None if ``after`` does not have all other rows of ``before`` unchanged, has another interval, or is too long to be
    compared at once. Tables that grew in the same memory are known to agree.
    """
    shared = len(before) - 1
    if shared < 0 or len(after) <= shared or before.interval != after.interval or before.time[-1] != after.time[shared]:
        return None
    for name in _COLUMNS:
        one, other = getattr(before, name), getattr(after, name)
        if one.__array_interface__["data"] == other.__array_interface__["data"]:
            continue
        if shared > COMPARED or not np.array_equal(one[:shared], other[:shared], equal_nan=name != "time"):
            return None
    return shared
