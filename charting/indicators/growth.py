"""Tells whether a table of bars goes on where another one ended, so that values can be carried along."""

from __future__ import annotations

import weakref

from charting.core.bars import Bars, in_one_memory, same_rows

COMPARED = 500_000
"""The longest table that is compared value by value, which takes a few milliseconds; longer ones must share memory."""


def continuation(before: Bars, after: Bars) -> int | None:
    """The first row of ``after`` that may differ from ``before``: its last bar, which may have gone on forming.

    None if ``after`` does not have all other rows of ``before`` unchanged, has another interval, or is too long to be
    compared at once. Tables that grew in the same memory are known to agree; those that lie elsewhere, as after another
    answer of their source, are compared.
    """
    shared = len(before) - 1
    if shared < 0 or len(after) <= shared or before.interval != after.interval or before.time[-1] != after.time[shared]:
        return None
    if in_one_memory(before, after):
        return shared
    return shared if shared <= COMPARED and _agree(before, after, shared) else None


_lately: list[tuple[weakref.ref[Bars], weakref.ref[Bars], bool]] = []


def _agree(before: Bars, after: Bars, count: int) -> bool:
    """Whether the first rows of two tables are the same; what was found of the last two is remembered.

    Every indicator of a chart asks about the same two, one after another. Workers ask too, so it is no business of
    :mod:`charting.core.memo`, which is the main thread's.
    """
    for one, other, known in _lately[:1]:
        if one() is before and other() is after:
            return known
    found = same_rows(before, after, count)
    _lately[:] = [(weakref.ref(before), weakref.ref(after), found)]
    return found
