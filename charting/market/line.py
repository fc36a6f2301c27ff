"""Keeps a line to a source open: connects, listens, notices silence, and tries again with ever longer pauses."""

from __future__ import annotations

import logging
import math
import random
import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from charting.core.text import sentence
from charting.market.breaker import Breaker, lengthening
from charting.market.provider import BadAnswer, LineNews, LineState, MarketError, NoNetwork, RateLimited
from charting.market.quote import Quote

logger = logging.getLogger(__name__)

SLICE = 0.4
"""Seconds of listening between two looks at whether anything else is wanted."""

REMIND = 15.0
"""Seconds after which the source is told again what is followed; it forgets listeners that say nothing."""

HEARTBEAT = 30.0
"""Seconds of silence after which the source must answer a ping."""

PONG = 5.0
"""Seconds it has for that."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 120.0
JITTER = 0.3
"""Share by which pauses vary, so that many programs do not come back at the same moment."""

PROVEN = 20.0
"""Seconds after which a connection over which something came counts as a good one."""

NONSENSE = 50
"""Messages without sense in a row after which the source is left alone for a while."""

WINDOW, CROWDED, BEHIND = 5.0, 500, 20.0
"""How many messages in so many seconds are a crowd; in a crowd nobody may fall further behind than so many seconds."""

BUSY, BREATH = 0.02, 0.02
"""Seconds of uninterrupted work after which the others get a turn, and how long it is: a flood waits in the network."""


class Socket(Protocol):
    """A connection; every call but :meth:`close` may raise one of the kinds of MarketError when it is broken."""

    def follow(self, symbols: frozenset[str]) -> None:
        """Hear of these and no others."""
        ...

    def receive(self, timeout: float) -> Quote | None:
        """The next quote, None when none came in time.

        Raises
        ------
        ValueError
            If something came that makes no sense; the connection can be used on.
        MarketError
            If the connection is broken.
        """
        ...

    def ping(self, timeout: float) -> bool:
        """Whether the other side is there."""
        ...

    def close(self) -> None:
        """Let go of it, within a second or so."""
        ...


class MendingLine:
    """A :class:`charting.market.provider.Line` over sockets that break: one daemon thread, started when first needed.

    Parameters
    ----------
    connect
        Makes a connection; may take some seconds, and raise a MarketError.
    tell, told
        Called from the thread with quotes, and with news of the line itself.
    breaker
        The source's: while it is open, no connection is tried.
    name
        Of the thread.
    clock, chance
        Seconds that are never set back, and random numbers from 0 to 1; for tests.
    """

    def __init__(
        self,
        connect: Callable[[], Socket],
        tell: Callable[[Quote], None],
        told: Callable[[LineNews], None],
        breaker: Breaker,
        name: str,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._connect = connect
        self._tell = tell
        self._told = told
        self._breaker = breaker
        self._name = name
        self._clock = clock
        self._chance = chance
        self._changed = threading.Condition()
        self._wanted: frozenset[str] = frozenset()
        self._hurried = False
        self._closed = False
        self._thread: threading.Thread | None = None
        self._news = LineNews("idle")

    def follow(self, symbols: Iterable[str]) -> None:
        """Hear of these instruments and no others; returns at once."""
        with self._changed:
            self._wanted = frozenset(symbols)
            if self._wanted and self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def retry(self) -> None:
        """Make no further pause before the next try; an open connection stays as it is."""
        with self._changed:
            self._hurried = True
            self._changed.notify_all()

    def close(self, timeout: float) -> bool:
        """End it; a thread that is held up while connecting is left behind, and tells nothing any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()

    # In its thread

    def _run(self) -> None:
        failures = 0
        while self._wait_for_wishes():
            pause = self._breaker.remaining
            error: MarketError | None = None
            good = False
            if not pause:
                good, error = self._connection()
                if error is None:
                    failures = 0
                    continue
                failures = 1 if good and isinstance(error, NoNetwork) else failures + 1
                pause = self._pause(failures, error)
            self._say("broken", error.args[0] if error else "", pause)
            if self._wait(pause):
                failures = 0

    def _connection(self) -> tuple[bool, MarketError | None]:
        """One connection from beginning to end: whether it was a good one, and why it broke; None when it was not wanted on."""
        self._say("connecting")
        began = self._clock()
        heard = _Heard()
        try:
            socket = self._connect()
        except MarketError as error:
            return False, error
        except Exception as error:  # noqa: BLE001  # a library's surprise is a broken line, not the end of all prices
            logger.info("Connecting failed: %r", error)
            return False, NoNetwork(sentence("The connection for live prices could not be made. They are asked for instead."))
        try:
            self._listen(socket, heard)
        except MarketError as error:
            return heard.quotes > 0 and self._clock() - began > PROVEN, error
        except Exception as error:  # noqa: BLE001
            logger.info("Listening failed: %r", error)
            return False, NoNetwork(sentence("The connection for live prices broke off. They are asked for instead."))
        finally:
            socket.close()
        self._say("idle")
        return True, None

    def _listen(self, socket: Socket, heard: _Heard) -> None:
        """Pass on what comes until nothing is wanted any more, or the connection breaks."""
        following: frozenset[str] = frozenset()
        reminded = life = busy_since = self._clock()
        while (wanted := self._wanted) and not self._closed:
            now = self._clock()
            if wanted != following or now - reminded > REMIND:
                socket.follow(wanted)
                following, reminded = wanted, now
            try:
                quote = socket.receive(SLICE)
            except ValueError as error:
                heard.nonsense += 1
                if heard.nonsense >= NONSENSE:
                    raise BadAnswer(
                        sentence("The source of live prices sends what cannot be read. They are asked for instead.")
                    ) from error
                continue
            now = self._clock()
            if quote is None:
                if now - life > HEARTBEAT:
                    if not socket.ping(PONG):
                        raise NoNetwork(sentence("The source of live prices fell silent. It is called again."))
                    life = self._clock()
                busy_since = self._clock()
                continue
            life = now
            if not heard.quotes:
                self._say("open")
            heard.note(quote, now)
            self._pass_on(quote)
            if now - busy_since > BUSY:
                self._wait(BREATH)
                busy_since = self._clock()

    def _pass_on(self, quote: Quote) -> None:
        if not self._closed:
            self._tell(quote)

    def _pause(self, failures: int, error: MarketError) -> float:
        if isinstance(error, RateLimited):
            return self._breaker.trip(error.retry_after or None)
        pause = lengthening(FIRST_PAUSE, LONGEST_PAUSE, failures)
        return pause * (1 + JITTER * (2 * self._chance() - 1))

    def _wait_for_wishes(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._wanted)
            return not self._closed

    def _wait(self, seconds: float) -> bool:
        """Wait, but no longer than anything is followed; whether somebody was in a hurry."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._hurried or not self._wanted, seconds)
            hurried, self._hurried = self._hurried, False
            return hurried

    def _say(self, state: LineState, reason: str = "", pause: float = 0.0) -> None:
        retry = datetime.now(UTC) + timedelta(seconds=pause) if pause else None
        news = LineNews(state, reason, retry)
        if not self._closed and news != self._news:
            self._news = news
            self._told(news)


class _Heard:
    """What came over one connection."""

    def __init__(self) -> None:
        self.quotes = 0
        self.nonsense = 0
        self._nearest = math.inf
        self._window = (0.0, 0, math.inf)

    def note(self, quote: Quote, now: float) -> None:
        """Count a quote that came at ``now``.

        Raises
        ------
        BadAnswer
            If so many come that their prices are late by the time it is their turn.
        """
        self.quotes += 1
        self.nonsense = 0
        late = (quote.fetched - quote.time).total_seconds()
        began, count, least = self._window
        self._window = began, count + 1, min(least, late)
        if now - began < WINDOW:
            return
        self._window = now, 0, math.inf
        if count > CROWDED and least > self._nearest + BEHIND:
            raise BadAnswer(sentence("Live prices come faster than they can be taken in. They are asked for instead."))
        self._nearest = min(self._nearest, least)
