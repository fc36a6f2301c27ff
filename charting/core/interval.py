"""The length of a bar: a count and a unit, from one minute to any number of months."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from charting.core.text import Sentence, translatable

Unit = Literal["m", "h", "d", "wk", "mo"]

_SECONDS: dict[str, int] = {"m": 60, "h": 3600, "d": 86_400, "wk": 604_800, "mo": 2_629_800}
_WORDS: dict[str, tuple[str, str]] = {
    "m": (translatable("1 minute"), translatable("{count} minutes")),
    "h": (translatable("1 hour"), translatable("{count} hours")),
    "d": (translatable("1 day"), translatable("{count} days")),
    "wk": (translatable("1 week"), translatable("{count} weeks")),
    "mo": (translatable("1 month"), translatable("{count} months")),
}
_PATTERN = re.compile(r"^(\d{1,4})(m|h|d|wk|mo)$")


class Interval(Struct, frozen=True):
    """How much time one bar covers.

    Parameters
    ----------
    count
        Number of units, at least 1.
    unit
        ``m`` minute, ``h`` hour, ``d`` trading day, ``wk`` calendar week, ``mo`` calendar month.
    """

    count: int
    unit: Unit

    @staticmethod
    @lru_cache(maxsize=256)
    def parse(code: str) -> Interval:
        """Read a code such as ``1m``, ``15m``, ``1h``, ``1d``, ``1wk`` or ``3mo``.

        Raises
        ------
        ValueError
            If the text is no interval; the message says what one looks like.
        """
        match = _PATTERN.match(code.strip().lower())
        if not match or int(match[1]) == 0:
            raise ValueError(f"“{code}” is not an interval; write one like 1m, 15m, 1h, 1d, 1wk or 1mo.")
        return Interval(int(match[1]), match[2])  # type: ignore[arg-type]

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    @property
    def short(self) -> str:
        """As traders write it, and as on a button: ``5m``, ``1h``, ``1D``, ``1W``, ``1M``."""
        letter = {"m": "m", "h": "h", "d": "D", "wk": "W", "mo": "M"}[self.unit]
        return f"{self.count}{letter}"

    @property
    def words(self) -> Sentence:
        """In words, which can be said in every language: ``5 minutes``, ``1 day``."""
        one, several = _WORDS[self.unit]
        return Sentence(one) if self.count == 1 else Sentence(several, {"count": self.count})

    @property
    def is_intraday(self) -> bool:
        """Whether several bars can fit into one session."""
        return self.unit in ("m", "h")

    @property
    def in_days(self) -> Interval | None:
        """As bars can be told of it: hours that make a day or more are so many days, None where they make no whole ones.

        Within a day bars end at the lunch break and at the close, however long they are: 36 hours would be half days.
        """
        if not self.is_intraday or self.seconds < _SECONDS["d"]:
            return self
        return None if self.seconds % _SECONDS["d"] else Interval(self.seconds // _SECONDS["d"], "d")

    @property
    def seconds(self) -> int:
        """Nominal length in seconds (a month counts 30.44 days); for ordering and defaults, not for arithmetic on time."""
        return self.count * _SECONDS[self.unit]

    def within(self, limits: tuple[str, str] | None) -> bool:
        """Whether it lies between two others, given by their codes; none, and such as cannot be read, limit nothing."""
        if limits is None:
            return True
        try:
            shortest, longest = (Interval.parse(code).seconds for code in limits)
        except ValueError:
            return True
        return shortest <= self.seconds <= longest


MINUTE = Interval(1, "m")
HOUR = Interval(1, "h")
DAY = Interval(1, "d")
WEEK = Interval(1, "wk")
MONTH = Interval(1, "mo")
