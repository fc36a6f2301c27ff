"""The regular stamps of bars that a calendar allows, numbered without gaps: stretches of equally long steps."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Integers = NDArray[np.int64]


class Grid(Struct, frozen=True, eq=False):
    """All periods of one interval on one calendar, numbered 0, 1, 2 ... from the calendar's beginning.

    Intraday periods come in stretches (a morning, an afternoon) of equal steps; sessions, weeks and months are stretches
    of one period each. Numbers outside of the calendar continue at the mean distance, so that every whole number has a
    stamp and every time has a number.

    Attributes
    ----------
    start
        (s,) UTC seconds at which each stretch begins, strictly increasing.
    begin
        (s,) UTC seconds from which a time counts to the stretch, at most ``start``: for the first stretch of a session
        the midnight before, so that what happens before the opening counts to its day.
    number
        (s + 1,) number of each stretch's first period, and at the end the number of all periods.
    step
        Seconds from period to period within a stretch.
    stop
        UTC seconds at which the last stretch ends.
    """

    start: Integers
    begin: Integers
    number: Integers
    step: int
    stop: int

    def stamp(self, number: Integers) -> Integers:
        """UTC seconds at which periods begin, by their numbers, any shape."""
        count = int(self.number[-1])
        inside = np.clip(number, 0, count - 1)
        stretch = self.number.searchsorted(inside, "right") - 1
        found: Integers = self.start[stretch] + (inside - self.number[stretch]) * self.step
        found = np.where(number < 0, self.begin[0] + number * self._mean, found)
        return np.where(number >= count, self.stop + (number - count) * self._mean, found)

    def floor(self, seconds: Integers) -> Integers:
        """Number of the last period whose stamp is not after each time (UTC seconds, any shape)."""
        return self._locate(self.start, seconds)

    def number_of(self, seconds: Integers) -> Integers:
        """Number of the period that each time counts to (UTC seconds, any shape).

        A time in a pause counts to the period before it, but one before a session's opening to its first period.
        """
        return self._locate(self.begin, seconds)

    def begin_of(self, number: Integers) -> Integers:
        """UTC seconds from which times count to periods, by their numbers, any shape."""
        inside = np.clip(number, 0, int(self.number[-1]) - 1)
        stretch = self.number.searchsorted(inside, "right") - 1
        opening = (inside == number) & (self.number[stretch] == inside)
        return np.where(opening, self.begin[stretch], self.stamp(number))

    @property
    def _mean(self) -> int:
        """Mean distance of two periods, whole seconds."""
        return max(1, (self.stop - int(self.begin[0])) // int(self.number[-1]))

    def _locate(self, edges: Integers, seconds: Integers) -> Integers:
        stretch = np.maximum(edges.searchsorted(seconds, "right") - 1, 0)
        first = self.number[stretch]
        steps = np.clip((seconds - self.start[stretch]) // self.step, 0, self.number[stretch + 1] - first - 1)
        found: Integers = first + steps
        found = np.where(seconds < edges[0], np.minimum((seconds - self.begin[0]) // self._mean, -1), found)
        return np.where(seconds >= self.stop, self.number[-1] + (seconds - self.stop) // self._mean, found)
