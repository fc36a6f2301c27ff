"""The regular stamps of bars that a calendar allows, numbered without gaps: stretches of equally long steps."""

from __future__ import annotations

from typing import overload

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

    @overload
    def stamp(self, number: int) -> int: ...
    @overload
    def stamp(self, number: Integers) -> Integers: ...
    def stamp(self, number: int | Integers) -> int | Integers:
        """UTC seconds at which periods begin, by their numbers, scalar or any shape."""
        if isinstance(number, int):
            return self._stamp_of_one(number)
        count = int(self.number[-1])
        inside = np.clip(number, 0, count - 1)
        stretch = self.number.searchsorted(inside, "right") - 1
        found: Integers = self.start[stretch] + (inside - self.number[stretch]) * self.step
        found = np.where(number < 0, self.begin[0] + number * self._mean, found)
        return np.where(number >= count, self.stop + (number - count) * self._mean, found)

    @overload
    def floor(self, seconds: int) -> int: ...
    @overload
    def floor(self, seconds: Integers) -> Integers: ...
    def floor(self, seconds: int | Integers) -> int | Integers:
        """Number of the last period whose stamp is not after each time (UTC seconds, scalar or any shape)."""
        return self._locate_one(self.start, seconds) if isinstance(seconds, int) else self._locate(self.start, seconds)

    @overload
    def number_of(self, seconds: int) -> int: ...
    @overload
    def number_of(self, seconds: Integers) -> Integers: ...
    def number_of(self, seconds: int | Integers) -> int | Integers:
        """Number of the period that each time counts to (UTC seconds, scalar or any shape).

        A time in a pause counts to the period before it, but one before a session's opening to its first period.
        """
        return self._locate_one(self.begin, seconds) if isinstance(seconds, int) else self._locate(self.begin, seconds)

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

    def _stamp_of_one(self, number: int) -> int:
        """The stamp of one period: arrays take longer than finding it."""
        count = int(self.number[-1])
        if number < 0:
            return int(self.begin[0]) + number * self._mean
        if number >= count:
            return self.stop + (number - count) * self._mean
        stretch = int(self.number.searchsorted(number, "right")) - 1
        return int(self.start[stretch]) + (number - int(self.number[stretch])) * self.step

    def _locate_one(self, edges: Integers, seconds: int) -> int:
        """The number of one period by its time."""
        if seconds >= self.stop:
            return int(self.number[-1]) + (seconds - self.stop) // self._mean
        if seconds < edges[0]:
            return min((seconds - int(self.begin[0])) // self._mean, -1)
        stretch = int(edges.searchsorted(seconds, "right")) - 1
        first, following = int(self.number[stretch]), int(self.number[stretch + 1])
        return first + min(max((seconds - int(self.start[stretch])) // self.step, 0), following - first - 1)

    def _locate(self, edges: Integers, seconds: Integers) -> Integers:
        stretch = np.maximum(edges.searchsorted(seconds, "right") - 1, 0)
        first = self.number[stretch]
        steps = np.clip((seconds - self.start[stretch]) // self.step, 0, self.number[stretch + 1] - first - 1)
        found: Integers = first + steps
        found = np.where(seconds < edges[0], np.minimum((seconds - self.begin[0]) // self._mean, -1), found)
        return np.where(seconds >= self.stop, self.number[-1] + (seconds - self.stop) // self._mean, found)
