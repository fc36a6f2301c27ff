"""The latest price of an instrument, what becomes of it on a chart, and which are not believed."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.calendar import Calendar, calendar_of
from charting.core.text import translatable
from charting.market.alignment import AUCTION
from charting.market.provider import History
from charting.market.validate import IN_FUTURE, NO_PRICE, NOT_POSITIVE, OUT_OF_SCALE, SCALE

MarketState = Literal["open", "break", "auction", "closed"]

OTHER_CURRENCY = translatable("price in another currency")
OLDER = translatable("older than the price before")

AHEAD = timedelta(minutes=2)
"""How far a source's clock may be ahead of ours."""


class Quote(Struct, frozen=True):
    """What one instrument cost last, and how that is known.

    Attributes
    ----------
    symbol, source
        The instrument's key, and the source's name in documents.
    price
        Of the last trade, in ``currency`` (ISO 4217, empty where unknown).
    time
        Of the last trade (aware, UTC).
    fetched
        When this machine heard of it (aware, UTC).
    previous
        The close of the session before; NaN where unknown.
    volume
        Traded since the session's beginning; NaN where unknown, as for most indices.
    state
        Of the market at the trade.
    delay
        Minutes by which the source says its prices are late.
    streamed
        Whether the source told of it by itself, instead of being asked.
    simulated
        Whether no market made it.
    """

    symbol: str
    source: str
    price: float
    time: datetime
    fetched: datetime
    previous: float = math.nan
    volume: float = math.nan
    currency: str = ""
    state: MarketState = "closed"
    delay: int = 0
    streamed: bool = False
    simulated: bool = False

    @property
    def change(self) -> float:
        """The change since the previous close as a fraction; NaN where that is unknown."""
        return self.price / self.previous - 1 if math.isfinite(self.previous) and self.previous > 0 else math.nan


class Tick(Struct, frozen=True):
    """What was traded within a stretch of a clock minute, which no bar's border divides.

    ``time`` is that of the last trade, UTC seconds; ``first``, ``high``, ``low`` and ``last`` are prices; ``volume`` is the
    session's up to the last trade, NaN where unknown.
    """

    time: float
    first: float
    high: float
    low: float
    last: float
    volume: float = math.nan

    @classmethod
    def of(cls, quote: Quote) -> Tick:
        """A single trade."""
        price = quote.price
        return cls(quote.time.timestamp(), price, price, price, price, quote.volume)

    def joined(self, later: Tick) -> Tick | None:
        """Both as one, None when a bar's border may lie between them."""
        if self.time // 60 != later.time // 60:
            return None
        volume = later.volume if math.isfinite(later.volume) else self.volume
        return Tick(later.time, self.first, max(self.high, later.high), min(self.low, later.low), later.last, volume)


def refusal(quote: Quote, before: Quote | None, usual: float, currency: str, now: datetime) -> str:
    """Why a quote is not believed, one of the kinds above; empty when it is.

    Parameters
    ----------
    before
        The last one of the instrument that was believed.
    usual
        What it is known to have cost of late, NaN where nothing is known.
    currency
        What the instrument is traded in, empty where unknown.
    now
        The present (aware).
    """
    if not math.isfinite(quote.price):
        return NO_PRICE
    if quote.price <= 0:
        return NOT_POSITIVE
    if quote.time > now + AHEAD:
        return IN_FUTURE
    if currency and quote.currency and quote.currency != currency:
        return OTHER_CURRENCY
    if usual > 0 and not 1 / SCALE < quote.price / usual < SCALE:
        return OUT_OF_SCALE
    return OLDER if before is not None and quote.time < before.time else ""


def market_state(calendar: Calendar, seconds: float) -> MarketState:
    """What happens at a market at a time (UTC seconds)."""
    session = calendar.session_of(seconds)
    if session.open <= seconds < session.close:
        return "break" if session.break_start <= seconds < session.break_end else "open"
    return "auction" if calendar.exchange and session.close <= seconds < session.close + AUCTION else "closed"


def quote_of(history: History, source: str, delay: timedelta = timedelta()) -> Quote | None:
    """The latest price among daily bars and the close of the session before; None where there is no price at all.

    Bars of days do not say when their last trade was made: it is taken to be the end of the session, or of the last of
    the shorter bars that they were made of, or what a source that is ``delay`` late can have told when it was asked,
    whichever is the earliest.
    """
    bars = history.bars
    priced = np.flatnonzero(np.isfinite(bars.close))
    if not len(priced):
        return None
    row = int(priced[-1])
    calendar = calendar_of(history.instrument.exchange, bars.time)
    session = calendar.session_of(int(bars.time[row]))
    known = history.fetched.timestamp() - delay.total_seconds()
    end = session.close + (AUCTION if calendar.exchange else 0)
    told = end if history.until is None else history.until.timestamp()
    time = max(min(known, end, told), session.open)
    return Quote(
        symbol=history.instrument.symbol,
        source=source,
        price=float(bars.close[row]),
        time=datetime.fromtimestamp(time, UTC),
        fetched=history.fetched,
        previous=float(bars.close[priced[-2]]) if len(priced) > 1 else math.nan,
        volume=float(bars.volume[row]),
        currency=history.instrument.currency,
        state=market_state(calendar, time),
        delay=round(delay.total_seconds() / 60),
        simulated=history.simulated,
    )


def completed(quote: Quote, before: Quote | None) -> Quote:
    """A quote with what it does not say itself taken from the one before, where that still holds."""
    if before is None:
        return quote
    if not math.isfinite(quote.previous) and quote.time - before.time < timedelta(hours=8):
        quote = replace(quote, previous=before.previous)
    if not math.isfinite(quote.volume) and quote.time == before.time:
        quote = replace(quote, volume=before.volume)
    return quote
