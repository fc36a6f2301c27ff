"""The interface every source of bars stands behind, and the errors they tell apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from msgspec import Struct

from charting.core.adjustment import Action
from charting.core.bars import Bars, Floats
from charting.core.high_low_times import HighLowTimes
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.resample import Partial
from charting.market.capabilities import Capabilities

if TYPE_CHECKING:
    from charting.market.network import Network
    from charting.market.quote import Quote


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


class SeriesKey(Struct, frozen=True):
    """What names a series: where it comes from, of which instrument, at which interval.

    ``source`` is written as in documents: ``demo``, ``yahoo``, or the address of a file (``file:///...``).
    """

    source: str
    symbol: str
    interval: Interval

    @property
    def name(self) -> str:
        """What its source calls the series: files go by their address."""
        return self.source if self.source.startswith("file:") else self.symbol


class Refused(Struct, frozen=True):
    """Rows of one kind of defect, "high below low", how many they are, and the line number of the first.

    A row with several defects counts under each of them.
    """

    kind: str
    count: int
    first_line: int | None = None


class History(Struct, frozen=True, eq=False):
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
        Dividends and splits, oldest first; earnings too once they have been asked for.
    announced
        When the dates of earnings were asked for (aware, UTC); None while they were not.
    doubts
        What of a file had to be guessed without any sign in it, in sentences.
    daily
        The same source's daily bars where they are at hand: what the bars of weeks and months are made of, and what tells
        best how dividends have changed the prices of shorter ones.
    high_low
        When highs and lows were made, as far as shorter bars at hand tell it; None where there are none.
    partial
        Which of the outer bars are of periods that are not whole, of bars made of finer ones; None for the source's own.
    until
        When the last of the bars within a day ends that the bars were made of (aware, UTC); None for others.
    made_of
        The interval of the finer bars that they were made of; None for the source's own.
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
    announced: datetime | None = None
    doubts: tuple[str, ...] = ()
    daily: History | None = None
    high_low: HighLowTimes | None = None
    partial: Partial | None = None
    until: datetime | None = None
    made_of: Interval | None = None


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

    @property
    def kept(self) -> bool:
        """Whether its bars are worth a place on the disk: simulated ones are quicker made than read."""
        ...

    def capabilities(self, symbol: str) -> Capabilities:
        """What it serves of a symbol; bars of other intervals are resampled from those it has.

        Raises
        ------
        MarketError
            If that cannot be found out: a file may be gone.
        """
        ...

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        """The bars of a series from ``since`` (all when None), oldest first.

        Raises
        ------
        MarketError
            One of its kinds, with a sentence for the user.
        """
        ...


class Match(Struct, frozen=True):
    """An instrument that a source found: ``exchange`` and ``kind`` are words for the user, in English; empty where unknown."""

    symbol: str
    name: str
    exchange: str = ""
    kind: str = ""


@runtime_checkable
class Announcing(Protocol):
    """A source that knows when companies publish their earnings. The call may block."""

    def earnings(self, symbol: str) -> tuple[Action, ...]:
        """The dates, past and to come, oldest first; none where it knows none.

        Raises
        ------
        MarketError
            One of its kinds, with a sentence for the user.
        """
        ...


@runtime_checkable
class Searching(Protocol):
    """A source that finds instruments by a code or a name. The call may block."""

    def search(self, text: str) -> tuple[Match, ...]:
        """What fits best, first.

        Raises
        ------
        MarketError
            One of its kinds, with a sentence for the user.
        """
        ...


@runtime_checkable
class Networked(Protocol):
    """A source that makes connections."""

    def use_network(self, network: Network) -> None:
        """Make all further connections in this way."""
        ...


@runtime_checkable
class Quoting(Protocol):
    """A source that can be asked for the latest price. The call may block."""

    def quote(self, symbol: str) -> Quote:
        """The latest price of an instrument.

        Raises
        ------
        MarketError
            One of its kinds, with a sentence for the user.
        """
        ...


LineState = Literal["idle", "connecting", "open", "broken"]


class LineNews(Struct, frozen=True):
    """How a line to a source is: ``reason`` says why it is broken, ``retry`` (aware, UTC) when it is tried again."""

    state: LineState
    reason: str = ""
    retry: datetime | None = None


class Line(Protocol):
    """A connection over which a source tells of trades by itself; it mends itself for as long as somebody follows."""

    def follow(self, symbols: Iterable[str]) -> None:
        """Hear of these instruments and no others; of none, the connection is closed. Returns at once."""
        ...

    def retry(self) -> None:
        """Try at once what would be tried again later: the network may be another one now. Returns at once."""
        ...

    def close(self, timeout: float) -> bool:
        """End it for good; whether its thread has ended within ``timeout`` seconds."""
        ...


@runtime_checkable
class Streaming(Protocol):
    """A source that tells of trades by itself."""

    def line(self, tell: Callable[[Quote], None], told: Callable[[LineNews], None]) -> Line:
        """A line, not connected before something is followed; both are called from its thread."""
        ...
