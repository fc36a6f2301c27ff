"""The story that the demonstration market must tell: levels, dates and lines it has to meet, read from a resource."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from resources import resource_bytes

PriceField = Literal["open", "high", "low", "close"]


class Waypoint(msgspec.Struct, frozen=True, array_like=True):
    """A closing price the path passes through, invented for the story; ``stress`` multiplies the volatility up to it."""

    date: date
    close: float
    stress: float = 1.0


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """A published price that one bar shows exactly."""

    date: date
    field: PriceField
    price: float


class Change(msgspec.Struct, frozen=True, array_like=True):
    """A published change of a close over the close before, in percent, right to two decimals.

    Either the close itself or the one before must be a mark or a waypoint; the other follows from it.
    """

    date: date
    percent: float


class Ceiling(msgspec.Struct, frozen=True, array_like=True):
    """No price is above ``price`` from ``first`` to ``last``, both included."""

    first: date
    last: date
    price: float


class Channel(msgspec.Struct, frozen=True):
    """Two parallel lines, straight over sessions, that no bar leaves from ``first`` on.

    Attributes
    ----------
    floor, ceiling
        One point of the lower and of the upper line; their bars touch there, as do those in ``lows`` and ``highs``.
    rise
        What both lines gain from one session to the next.
    """

    first: date
    floor: tuple[date, float]
    ceiling: tuple[date, float]
    rise: float
    lows: tuple[date, ...]
    highs: tuple[date, ...]


class Script(msgspec.Struct, frozen=True):
    """What one instrument of the demonstration does.

    Attributes
    ----------
    seed
        Of its random numbers; chosen so that what the marks leave open, such as the first close above a level, fits too.
    volatility
        Standard deviation of its own daily logarithmic returns, beside what it shares with the leader.
    follows
        Its beta: how much of the leader's daily return it shares.
    volume
        Shares traded in a usual session.
    volume_step
        Volumes are multiples of this: the board lot of a share, 1 of an index.
    first
        Its first session; None for the market's.
    """

    symbol: str
    seed: int
    volatility: float
    volume: float
    waypoints: tuple[Waypoint, ...]
    follows: float = 0.0
    volume_step: int = 1
    first: date | None = None
    marks: tuple[Mark, ...] = ()
    changes: tuple[Change, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    channel: Channel | None = None


class Story(msgspec.Struct, frozen=True):
    """The whole demonstration market: its days, its exchange, who leads, and each instrument's script, by symbol."""

    first: date
    last: date
    exchange: str
    leader: str
    instruments: tuple[Script, ...]

    def script(self, symbol: str) -> Script:
        """The script of an instrument.

        Raises
        ------
        KeyError
            If the demonstration has no such instrument.
        """
        for script in self.instruments:
            if script.symbol == symbol:
                return script
        raise KeyError(symbol)

    @property
    def symbols(self) -> tuple[str, ...]:
        """All instruments, in the order they are listed in."""
        return tuple(script.symbol for script in self.instruments)


@lru_cache(maxsize=1)
def story() -> Story:
    """The story as the program ships it."""
    return msgspec.json.decode(resource_bytes("demo/landmarks.json"), type=Story)
