"""The interface every source of bars stands behind, and the errors they tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from charting.core.bars import Bars, Floats
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
class SeriesKey:
    """What names a series: where it comes from, of which instrument, at which interval.

    ``source`` is written as in documents: ``demo``, ``yahoo``, or the address of a file (``file:///...``).
    """

    source: str
    symbol: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Refused:
    """Rows of one kind of defect, "high below low", how many they are, and the line number of the first.

    A row with several defects counts under each of them.
    """

    kind: str
    count: int
    first_line: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A corporate action at a time (UTC seconds, the session's opening).

    ``value`` is a dividend's amount per share in the instrument's currency, or a split's factor (2.0 for two shares
    out of one).
    """

    time: int
    kind: Literal["dividend", "split"]
    value: float


@dataclass(frozen=True, eq=False, slots=True)
class History:
    """An answer: the bars, whose they are, and what was refused on the way.

    Attributes
    ----------
    fetched
        When the source was asked (aware, UTC).
    refused
        Rows that were left out, by kind.
    simulated
        Whether no market made these bars.
    repaired
        Rows that were put right and kept, by kind.
    rows
        How many rows the source gave, blank ones apart; 0 where that is not known.
    adjusted
        (len(bars),) closes adjusted for dividends and splits; None where the source has none.
    actions
        Dividends and splits, oldest first.
    """

    instrument: Instrument
    bars: Bars
    fetched: datetime
    refused: tuple[Refused, ...] = ()
    simulated: bool = False
    repaired: tuple[Refused, ...] = ()
    rows: int = 0
    adjusted: Floats | None = None
    actions: tuple[Action, ...] = ()


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
