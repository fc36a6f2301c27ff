"""The interface every source of bars stands behind, and the errors they tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from charting.core.bars import Bars
from charting.core.instrument import Instrument
from charting.core.interval import Interval


class MarketError(Exception):
    """Bars could not be had; the message is a sentence for the user: what is wrong and what to do."""


class NoNetwork(MarketError):
    """The source could not be reached."""


class RateLimited(MarketError):
    """The source asks for patience; ``retry_after`` is in seconds."""

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UnknownSymbol(MarketError):
    """The source does not know the symbol."""


class BadAnswer(MarketError):
    """The source answered with something that is no table of bars."""


class NotServed(MarketError):
    """The source has no such interval or range."""


class FileProblem(MarketError):
    """A file could not be read as bars."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Rows of one kind of defect that were left out: "high below low", and how many, with an example's line number."""

    kind: str
    count: int
    first_line: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """An answer: the bars, whose they are, and what was refused on the way.

    ``simulated`` marks bars that no market made; ``fetched`` is when the source was asked (aware, UTC).
    """

    instrument: Instrument
    bars: Bars
    fetched: datetime
    refused: tuple[Refused, ...] = ()
    simulated: bool = False


class Provider(Protocol):
    """A source of bars. Every call may block: it is made from a worker, never from the main thread."""

    @property
    def name(self) -> str:
        """Key of the source in documents and in the store: ``demo``, ``yahoo``, ``file``."""
        ...

    @property
    def online(self) -> bool:
        """Whether it needs the network, and so the user's leave."""
        ...

    def intervals(self, symbol: str) -> tuple[Interval, ...]:
        """The intervals it serves for a symbol, shortest first; other ones are resampled from these."""
        ...

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        """The bars of a series from ``since`` (all when None), oldest first.

        Raises
        ------
        MarketError
            One of its kinds, with a sentence for the user.
        """
        ...
