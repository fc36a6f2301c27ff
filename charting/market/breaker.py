"""Patience with a source that asks for it: no request while it wants a pause, and never too many at once."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

FIRST_PAUSE = 60.0
LONGEST_PAUSE = 1800.0
JITTER = 0.2
"""Share by which a pause of our own choice varies, so that many programs do not come back at the same moment."""


def lengthening(first: float, longest: float, failures: int) -> float:
    """Seconds to wait after failures in a row: twice as long each time, within bounds however many there were."""
    return min(first * 2.0 ** min(failures - 1, 32), longest)  # the power of thousands is more than a number can be


class Breaker:
    """Opens for a while when the source says "too many requests", each time in a row for twice as long.

    One breaker serves all threads: what one of them is told holds for all.

    Parameters
    ----------
    clock
        Seconds on a clock that is never set back.
    chance
        Random numbers from 0 to 1.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, chance: Callable[[], float] = random.random) -> None:
        self._clock = clock
        self._chance = chance
        self._lock = threading.Lock()
        self._until = 0.0
        self._in_a_row = 0

    @property
    def remaining(self) -> float:
        """Seconds until requests may be made again; 0 when they may be now."""
        with self._lock:
            return max(self._until - self._clock(), 0.0)

    def trip(self, retry_after: float | None) -> float:
        """Make a pause of ``retry_after`` seconds, or of our own choice when None, and return its length."""
        with self._lock:
            if retry_after is None:
                pause = lengthening(FIRST_PAUSE, LONGEST_PAUSE, self._in_a_row + 1)
                pause *= 1 + JITTER * (2 * self._chance() - 1)
            else:
                pause = retry_after
            now = self._clock()
            # Threads that were under way when it opened are answered alike: that is one refusal, not several.
            if now >= self._until:
                self._in_a_row += 1
            self._until = max(self._until, now + pause)
            return pause

    def succeed(self) -> None:
        """The source answered: the next pause is short again."""
        with self._lock:
            self._in_a_row = 0


class Pace:
    """Lets a burst of requests through and then only so many a second, whatever the number of threads."""

    def __init__(self, burst: int, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._rate = rate
        self._clock = clock
        self._lock = threading.Lock()
        self._free_at = 0.0

    def take(self) -> float:
        """Take the next place in line, and return how many seconds to wait for it."""
        with self._lock:
            now = self._clock()
            self._free_at = max(self._free_at, now - self._burst / self._rate) + 1 / self._rate
            return max(self._free_at - now, 0.0)
