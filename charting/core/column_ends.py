"""With what value pixel columns begin and end: a few thousand rows out of millions, which lie far apart in memory."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.grid import Integers

SAMPLE = 64
"""Rows (a power of two) of which the first and the last one are kept beside each other as well."""
FEW = 16
"""Columns that are looked up by themselves."""


class Samples(Struct, frozen=True, eq=False):
    """The first value of every ``SAMPLE`` rows and the last one, (n,) each: close together, so that a look at many is quick."""

    first: Floats
    last: Floats

    def extended(self, first: Floats, last: Floats) -> Samples:
        """The samples of columns of values that go on, or are others of another length; the same where there is nothing new."""
        had, count = len(self.first), max(len(first) - 1, 0) // SAMPLE  # without the last row, which the next tick changes
        if had == count:
            return self
        if had > count:
            return NONE.extended(first, last)
        rows = slice(had * SAMPLE, count * SAMPLE, SAMPLE)
        ends = slice(had * SAMPLE + SAMPLE - 1, count * SAMPLE, SAMPLE)
        return Samples(np.append(self.first, first[rows]), np.append(self.last, last[ends]))


NONE = Samples(np.empty(0), np.empty(0))


def ends_of(first: Floats, last: Floats, samples: Samples, start: Integers, stop: Integers, wanted: NDArray[np.bool_]) -> Floats:
    """First and last finite value of the rows from each ``start`` to ``stop`` (exclusive); NaN where not wanted; (2, w)."""
    found = np.full((2, len(start)), np.nan)
    places = np.flatnonzero(wanted)
    if not len(places):
        return found
    begin, end = int(places[0]), int(places[-1]) + 1
    if len(places) == end - begin:
        known = _at_the_ends(first, last, samples, start[begin:end], stop[begin:end])
        if np.isfinite(known).all():
            found[:, begin:end] = known
            return found
    found[0] = _nearest_finite(first, start, stop, wanted)
    found[1] = _nearest_finite(last, stop - 1, start - 1, wanted)
    return found


def _at_the_ends(first: Floats, last: Floats, samples: Samples, start: Integers, stop: Integers) -> Floats:
    """The values at each start and before each stop, (2, w): samples, where nearly all of them are."""
    found = np.empty((2, len(start)))
    if len(samples.first) and not stop[0] & (SAMPLE - 1):
        # Columns rise, so that beyond the samples there are the last ones only, beside those that begin or end elsewhere.
        other = np.flatnonzero(((start | stop) & (SAMPLE - 1) != 0) | (stop > len(samples.last) * SAMPLE))
        if len(other) <= FEW:
            samples.first.take(start // SAMPLE, out=found[0], mode="clip")
            samples.last.take(stop // SAMPLE - 1, out=found[1], mode="clip")
            found[0, other], found[1, other] = first[start[other]], last[stop[other] - 1]
            return found
    first.take(start, out=found[0], mode="clip")
    last.take(stop - 1, out=found[1], mode="clip")
    return found


def _nearest_finite(values: Floats, start: Integers, stop: Integers, wanted: NDArray[np.bool_]) -> Floats:
    """The first finite value from each ``start`` towards ``stop`` (exclusive, below or above); NaN where not wanted.

    Where that is not the value at ``start``, ever longer pieces are searched.
    """
    if wanted.all():
        found = values.take(start)
        if np.isfinite(found).all():
            return found
    else:
        found = np.full(len(start), np.nan)
        found[wanted] = values[start[wanted]]
    missing = np.flatnonzero(wanted & ~np.isfinite(found))
    found[missing] = np.nan
    place, length = start[missing], 16
    while len(missing):
        towards = np.where(stop[missing] > start[missing], 1, -1)
        rows = place[:, np.newaxis] + towards[:, np.newaxis] * np.arange(length)
        inside = (rows - stop[missing][:, np.newaxis]) * towards[:, np.newaxis] < 0
        usable = inside & np.isfinite(values[np.clip(rows, 0, len(values) - 1)])
        chosen = usable.argmax(axis=1)
        hit = usable.any(axis=1)
        found[missing[hit]] = values[rows[hit, chosen[hit]]]
        again = ~hit & inside[:, -1]
        place, missing, length = (place + towards * length)[again], missing[again], length * 4
    return found
