"""Brings the latest prices of what is followed: from lines where trades are told, by asking where it is silent."""

from __future__ import annotations

import logging
import math
import random
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal

from msgspec import Struct

from charting.core.calendar import calendar_for
from charting.core.signals import Signal
from charting.market.breaker import lengthening
from charting.market.hours import rests_until
from charting.market.instruments import instrument_of
from charting.market.provider import Line, LineNews, MarketError, NoNetwork, Provider, Quoting, RateLimited, Streaming
from charting.market.quality import note_refused_price
from charting.market.quote import OLDER, Quote, Tick, completed, refusal

logger = logging.getLogger(__name__)

SILENCE = 60.0
"""Seconds without news of an instrument after which it is asked for."""

GAP = 5.0
"""Seconds between two questions to a source: a dozen a minute at most, however long the watchlist is."""

LONGEST_SILENCE = 300.0
"""Seconds between two questions about an instrument of which nothing new was told several times."""

FIRST_PAUSE, LONGEST_PAUSE = 15.0, 300.0
"""Seconds a source is left alone that could not be reached: the first time, and at most."""

LOOK = 30.0
"""Seconds after which the calendar is looked at again."""

SET_BACK = 1.0
"""Seconds by which the computer's clock must go back to have been set: less is how systems keep it right."""

LiveKind = Literal["off", "resting", "asking", "streaming", "offline", "waiting"]


class LiveState(Struct, frozen=True):
    """How live prices of a source are had, for the user to see.

    Attributes
    ----------
    kind
        ``off`` nobody wants any or no connection may be made; ``resting`` the market does; ``asking`` the source is asked
        now and then; ``streaming`` it tells by itself; ``offline`` it cannot be reached; ``waiting`` it asks for a pause.
    until
        When that ends (aware, UTC): the opening, or the next try; None where unknown.
    reason
        A sentence that says why there are no better ones; may be empty.
    """

    kind: LiveKind = "off"
    until: datetime | None = None
    reason: str = ""


class Update(Struct, frozen=True):
    """What became known of an instrument since it was asked last: its quote, and the trades before, oldest first."""

    quote: Quote
    ticks: tuple[Tick, ...]


class _Followed(Struct):
    """What is known of one followed instrument; times are UTC seconds."""

    heard: float
    """When something was told of it last, or when it was begun to be followed."""
    patience: float
    """Seconds without news after which it is asked for."""
    asked: float = 0.0
    quote: Quote | None = None
    usual: float = math.nan
    """What it is known to have cost of late."""
    traded: datetime | None = None


class _Source(Struct):
    """What is known of one source."""

    provider: Provider
    line: Line | None = None
    news: LineNews = LineNews("idle")
    streamed_at: float = 0.0
    state: LiveState = LiveState()
    free_at: float = 0.0
    failures: int = 0
    error: MarketError | None = None


class QuoteFeed:
    """Latest prices by source and symbol. Signals are **emitted from worker threads**.

    - ``news()``: there is something to :meth:`take`; said once until it has been taken.
    - ``changed(source, state)``: prices of a source are had in another way now.

    A source is asked and listened to only while somebody follows something of it, ``allow_network()`` is true, and its
    markets do not rest by the calendar. A price that cannot be right is left out and written to the data-quality log.

    Parameters
    ----------
    providers
        The sources by their names.
    allow_network
        Called in worker threads.
    now, chance
        The present, and random numbers from 0 to 1; for tests.
    """

    news = Signal()
    changed = Signal(str, LiveState)

    def __init__(
        self,
        providers: Mapping[str, Provider],
        *,
        allow_network: Callable[[], bool],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._sources = {name: _Source(provider) for name, provider in providers.items()}
        self._allow_network = allow_network
        self._now = now
        self._chance = chance
        self._wakened = threading.Condition()
        self._followed: dict[tuple[str, str], _Followed] = {}
        self._pending: dict[tuple[str, str], list[Tick]] = {}
        self._refused: dict[tuple[str, str, str], int] = {}
        self._thread: threading.Thread | None = None
        self._looked = -math.inf
        self._due = False
        self._closed = False

    def follow(self, wanted: Mapping[str, frozenset[str]]) -> None:
        """Bring prices of these symbols by source, and of no others; returns at once."""
        keys = {(source, symbol) for source, symbols in wanted.items() if source in self._sources for symbol in symbols}
        now = self._now().timestamp()
        with self._wakened:
            if self._closed:
                return
            self._followed = {key: self._followed.get(key) or _Followed(now, SILENCE) for key in keys}
            if keys and self._thread is None:
                self._thread = threading.Thread(target=self._run, name="lionrock-quotes", daemon=True)
                self._thread.start()
            self._look()

    def wake(self) -> None:
        """Look again at once: whether connections may be made has changed, or the user asks for it."""
        with self._wakened:
            for source in self._sources.values():
                source.free_at, source.failures, source.error = 0.0, 0, None
                if source.line is not None and source.news.state == "broken":
                    source.line.retry()
            self._look()

    def note(self, source: str, quote: Quote) -> None:
        """Measure what comes against a price that is known from elsewhere, such as the source's bars.

        What its source has just been asked for need not be asked for again.
        """
        with self._wakened:
            followed = self._followed.get((source, quote.symbol))
            if followed is not None and (followed.quote is None or followed.quote.time <= quote.time):
                followed.usual = quote.price
                followed.heard = max(followed.heard, min(quote.fetched, self._now()).timestamp())

    def forget(self, source: str) -> None:
        """Take any price of a source for right again: its time begins anew."""
        with self._wakened:
            for (name, _), followed in self._followed.items():
                if name == source:
                    followed.quote, followed.usual = None, math.nan
            self._pending = {key: ticks for key, ticks in self._pending.items() if key[0] != source}

    def take(self) -> dict[tuple[str, str], Update]:
        """What became known since the last time, by source and symbol."""
        with self._wakened:
            taken, self._pending = self._pending, {}
            return {
                key: Update(followed.quote, tuple(ticks))
                for key, ticks in taken.items()
                if (followed := self._followed.get(key)) is not None and followed.quote is not None
            }

    def close(self, timeout: float = 2.0) -> bool:
        """End the threads; nothing is emitted any more. Whether they have ended in time."""
        with self._wakened:
            self._closed = True
            self._look()
        ended = True
        for source in self._sources.values():
            if source.line is not None:
                ended = source.line.close(timeout) and ended
        if self._thread is not None:
            self._thread.join(timeout)
            ended = ended and not self._thread.is_alive()
        return ended

    def _look(self) -> None:
        """Have everything looked after at once; the lock must be held."""
        self._due = True
        self._wakened.notify_all()

    # In the asking thread

    def _run(self) -> None:
        while not self._closed:
            try:
                wait = min((self._attend(name, source) for name, source in self._sources.items()), default=LOOK)
            except Exception:
                # A calendar or a source that stumbles must not end all prices.
                logger.exception("Looking after live prices failed")
                wait = LOOK
            with self._wakened:
                self._wakened.wait_for(lambda: self._due or self._closed, max(wait, 0.05))
                self._due = False

    def _attend(self, name: str, source: _Source) -> float:
        """Do for a source what is due; seconds until something may be due again."""
        if not isinstance(source.provider, Quoting | Streaming):
            return LOOK
        seconds = self._now().timestamp()
        with self._wakened:
            self._follow_clock(seconds)
            symbols = sorted(symbol for key, symbol in self._followed if key == name)
        if source.provider.online and not self._allow_network():
            symbols = []
        able = {symbol: source.provider.capabilities(symbol) for symbol in symbols} if source.provider.online else {}
        rests = {symbol: _rests(symbol, seconds, able[symbol].delay) for symbol in able}
        awake = frozenset(symbol for symbol in symbols if rests.get(symbol) is None)
        self._listen(source, awake)
        wait = LOOK
        if awake and isinstance(source.provider, Quoting):
            wait = self._ask_next(name, source, source.provider, sorted(awake), seconds)
        opening = min((until for until in rests.values() if until is not None), default=None)
        self._tell_state(name, source, awake=bool(awake), opening=None if awake else opening)
        return min(wait, LOOK)

    def _follow_clock(self, now: float) -> None:
        """Where the clock was set back, set back what was noted by it: else nothing would be due for as long.

        The lock must be held.
        """
        back, self._looked = self._looked - now, now
        if back < SET_BACK:
            return
        for followed in self._followed.values():
            followed.heard, followed.asked = followed.heard - back, followed.asked - back
        for source in self._sources.values():
            source.streamed_at, source.free_at = source.streamed_at - back, source.free_at - back

    def _listen(self, source: _Source, symbols: frozenset[str]) -> None:
        if source.line is None:
            if not symbols or not isinstance(source.provider, Streaming):
                return

            def told(news: LineNews) -> None:
                source.news = news
                with self._wakened:
                    self._look()

            source.line = source.provider.line(self._streamed, told)
        source.line.follow(symbols)

    def _ask_next(self, name: str, source: _Source, provider: Quoting, symbols: list[str], now: float) -> float:
        """Ask for the instrument that has been silent longest, if it is time; seconds until the next one is due."""
        with self._wakened:
            due = {
                symbol: max(found.heard, found.asked) + found.patience
                for symbol in symbols
                if (found := self._followed.get((name, symbol))) is not None
            }
        if not due:
            return LOOK
        symbol = min(due, key=lambda each: due[each])
        wait = max(due[symbol], source.free_at) - now
        if wait > 0:
            return wait
        source.free_at = now + GAP
        with self._wakened:
            followed = self._followed.get((name, symbol))
            if followed is not None:
                followed.asked = now
        try:
            quote = provider.quote(symbol)
        except MarketError as error:
            self._failed(source, followed, error, now)
        except Exception:
            logger.exception("The source %s failed over a quote of %s", name, symbol)
        else:
            source.failures, source.error = 0, None
            self._asked(name, quote)
        return GAP

    def _failed(self, source: _Source, followed: _Followed | None, error: MarketError, now: float) -> None:
        if isinstance(error, NoNetwork | RateLimited):
            source.error = error
            source.failures += 1
            pause = lengthening(FIRST_PAUSE, LONGEST_PAUSE, source.failures) * (0.8 + 0.4 * self._chance())
            source.free_at = now + (error.retry_after if isinstance(error, RateLimited) else pause)
        elif followed is not None:
            # Only this instrument: it is asked for ever more seldom.
            followed.patience = min(followed.patience * 2, 6 * LONGEST_SILENCE)

    def _tell_state(self, name: str, source: _Source, *, awake: bool, opening: int | None) -> None:
        if awake:
            state = _state_of(source, self._now().timestamp())
        elif opening is not None:
            state = LiveState("resting", datetime.fromtimestamp(opening, UTC))
        else:
            state = LiveState()
        if state != source.state and not self._closed:
            source.state = state
            self.changed.emit(name, state)

    # From the asking thread and from lines

    def _asked(self, name: str, quote: Quote) -> None:
        with self._wakened:
            followed = self._followed.get((name, quote.symbol))
            if followed is not None:
                # Where nothing was traded, asking as often would tell nothing more.
                same = followed.traded == quote.time
                followed.traded = quote.time
                followed.patience = min(followed.patience * 1.5, LONGEST_SILENCE) if same else SILENCE
        self._put(name, quote)

    def _streamed(self, quote: Quote) -> None:
        source, now = self._sources[quote.source], self._now().timestamp()
        before, source.streamed_at = source.streamed_at, now
        if now - before > SILENCE:
            with self._wakened:
                self._look()
        self._put(quote.source, quote)

    def _put(self, name: str, quote: Quote) -> None:
        """Believe a quote or not, and say that there is news if there was none before."""
        key = (name, quote.symbol)
        with self._wakened:
            followed = self._followed.get(key)
            if followed is None or self._closed:
                return
            now = self._now()
            kind = refusal(quote, followed.quote, followed.usual, instrument_of(quote.symbol).currency, now)
            if not kind or kind == OLDER:
                followed.heard = now.timestamp()
            if kind:
                times = self._refused[*key, kind] = self._refused.get((*key, kind), 0) + 1
            else:
                tick = Tick.of(quote)
                followed.quote, followed.usual = completed(quote, followed.quote), quote.price
                first = not self._pending
                ticks = self._pending.setdefault(key, [])
                joined = ticks[-1].joined(tick) if ticks else None
                if joined is None:
                    ticks.append(tick)
                else:
                    ticks[-1] = joined
        if kind:
            # An older price that was asked for is no mistake: the line was quicker.
            if quote.streamed or kind != OLDER:
                note_refused_price(name, quote.symbol, kind, quote.price, times)
        elif first:
            self.news.emit()


def _rests(symbol: str, seconds: float, delay: timedelta) -> int | None:
    try:
        calendar = calendar_for(instrument_of(symbol).exchange)
    except ValueError:  # an exchange nobody knows the hours of
        return None
    return rests_until(calendar, seconds, delay.total_seconds())


def _state_of(source: _Source, now: float) -> LiveState:
    """How prices of a source that is awake are had."""
    if source.news.state == "open" and now - source.streamed_at < SILENCE + LOOK:
        return LiveState("streaming")
    if not isinstance(source.provider, Quoting):
        return LiveState()
    if isinstance(source.error, RateLimited):
        return LiveState("waiting", datetime.fromtimestamp(source.free_at, UTC), source.error.args[0])
    if source.error is not None:
        return LiveState("offline", datetime.fromtimestamp(source.free_at, UTC), source.error.args[0])
    return LiveState("asking", reason=source.news.reason)
