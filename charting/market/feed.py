"""Brings bars to whoever shows them: the stored ones at once, then newer ones from their source, never on the main thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import structs

from charting.core.calendar import calendar_for, calendar_of
from charting.core.interval import DAY, Interval
from charting.core.resample import can_resample, resample
from charting.core.signals import Signal, SignalInstance
from charting.core.text import Sentence, sentence, translatable
from charting.market.capabilities import base_of
from charting.market.high_lows import with_times
from charting.market.provider import (
    Announcing,
    BadAnswer,
    History,
    MarketError,
    NoNetwork,
    NotServed,
    Provider,
    Refused,
    Searching,
    SeriesKey,
)
from charting.market.quality import note_refused, note_unusable
from charting.market.workers import WorkQueue

if TYPE_CHECKING:
    from charting.market.store import Store

logger = logging.getLogger(__name__)

FETCHERS = 2
"""Threads that ask sources: enough that one slow answer does not hold up everything, few enough to be polite."""

ANNOUNCED = timedelta(days=7)
"""How long the dates of earnings are good for."""

_TITLES = {
    "demo": translatable("The demonstration"),
    "yahoo": translatable("Yahoo Finance"),
    "akshare": translatable("AKShare"),
    "file": translatable("The file"),
}

PATIENCE = 2.0
"""Seconds that the threads have to end when the feed is closed."""


@runtime_checkable
class Closable(Protocol):
    """A source that has something under way which can be stopped."""

    def close(self) -> None:
        """Ask nobody any more."""
        ...


class Feed:
    """Series by request. What becomes of one is told by signals, **emitted from worker threads**.

    - ``started(key)``: the store is being looked at.
    - ``arrived(key, history)``: bars to be shown; first the stored ones, where there are any, then those of the source.
    - ``failed(key, error)``: the source could not be had; what arrived before stays good.
    - ``found(text, matches)`` and ``not_found(text, error)``: what became of a search.

    The stored bars of a request have a thread of their own, so that no slow source keeps them waiting. A source is
    asked once for however many requests its bars answer; intervals it does not have are made from finer ones. An online
    source is asked only while ``allow_network()`` is true, and only when something can have happened since it was
    asked before.

    Parameters
    ----------
    store
        Where bars are kept. The feed closes it with itself.
    providers
        The sources by their names: ``demo``, ``yahoo``, and ``file`` for every source that is a file's address.
    allow_network
        Called in worker threads before an online source is asked.
    now
        The present, for tests.
    """

    started = Signal(SeriesKey)
    arrived = Signal(SeriesKey, History)
    failed = Signal(SeriesKey, MarketError)
    found = Signal(str, tuple)
    not_found = Signal(str, MarketError)

    def __init__(
        self,
        store: Store,
        providers: Mapping[str, Provider],
        *,
        allow_network: Callable[[], bool],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.store = store
        self._providers = providers
        self._asked: dict[str, Provider] = {}
        self._allow_network = allow_network
        self._now = now
        self._stored = WorkQueue("lionrock-cache", 1)
        self._fetched = WorkQueue("lionrock-fetch", FETCHERS)
        self._lock = threading.Lock()
        self._asking: dict[SeriesKey, set[SeriesKey]] = {}
        self._refused: dict[SeriesKey, tuple[Refused, ...]] = {}
        self._closed = False

    def request(self, source: str, symbol: str, interval: Interval, *, background: bool = False) -> None:
        """Ask for a series; returns at once.

        The latest request goes first, unless it is one of the ``background``: those wait until nothing else does.
        """
        key = SeriesKey(source, symbol, interval)
        self._stored.put(key, partial(self._serve_stored, key, background), background=background)

    def request_earnings(self, key: SeriesKey) -> None:
        """Ask when the company of a series that is shown publishes earnings; returns at once.

        The source is asked when nothing else is to do, and not again for a week. What it tells is kept with the series'
        dividends and splits, and arrives with its bars; that it tells nothing is nobody's concern.
        """
        self._fetched.put(("earnings", key.source, key.symbol), partial(self._serve_earnings, key), background=True)

    def search(self, source: str, text: str) -> None:
        """Ask a source which instruments fit a text; returns at once. A search that waits yet gives way to this one."""
        self._fetched.put(("search", source), partial(self._search, source, text))

    def close(self) -> None:
        """End the threads and close the store; nothing is emitted any more.

        An answer that a slow source brings later is dropped.
        """
        self._closed = True
        for provider in [*self._asked.values()]:
            if isinstance(provider, Closable):
                provider.close()
        stored_ended, fetched_ended = self._stored.close(PATIENCE), self._fetched.close(PATIENCE)
        if stored_ended and fetched_ended:
            self.store.close()

    # In the cache's thread

    def _serve_stored(self, key: SeriesKey, background: bool) -> None:
        self._emit(self.started, key)
        provider = self._provider(key.source)
        if provider is None:
            self._fail(
                key,
                MarketError(
                    sentence(
                        "There is no source of bars called “{source}”. Choose another one for {symbol}.",
                        source=key.source,
                        symbol=key.symbol,
                    )
                ),
            )
            return
        stored = self._from_store(key) if provider.kept else None
        if stored is not None:
            self._arrive(key, stored)
            from charting.market.freshness import is_current

            if provider.online and is_current(stored, calendar_for(stored.instrument.exchange), self._now()):
                return
        if provider.online and not self._allow_network():
            self._fail(key, _no_leave(key, stored))
            return
        self._fetched.put(key, partial(self._serve_fetched, key, provider), background=background)

    def _from_store(self, key: SeriesKey) -> History | None:
        """What is stored of a series, made from a finer one if need be."""
        kept = [each.interval for each in self.store.series() if (each.source, each.symbol) == (key.source, key.symbol)]
        base = base_of(kept, key.interval)
        return None if base is None else self.store.read(SeriesKey(key.source, key.symbol, base))

    # In the fetching threads

    def _serve_fetched(self, key: SeriesKey, provider: Provider) -> None:
        try:
            able = provider.capabilities(key.name)
        except MarketError as error:
            self._fail(key, error)
            return
        base = base_of(able.intervals, key.interval)
        if base is None:
            name = Sentence(_TITLES.get(provider.name, provider.name))
            self._fail(key, NotServed(able.refusal(name, key.interval, None, self._now())))
            return
        base_key = SeriesKey(key.source, key.symbol, base)
        with self._lock:
            waiting = self._asking.get(base_key)
            if waiting is not None:
                # The same bars are on their way for another request: this one gets them too.
                waiting.add(key)
                return
            self._asking[base_key] = {key}
        outcome = self._outcome(base_key, provider)
        with self._lock:
            answered = self._asking.pop(base_key)
        for each in answered:
            if isinstance(outcome, MarketError):
                self._fail(each, outcome)
            else:
                self._arrive(each, outcome)

    def _serve_earnings(self, key: SeriesKey) -> None:
        provider, days = self._provider(key.source), SeriesKey(key.source, key.symbol, DAY)
        if provider is None or not isinstance(provider, Announcing) or not self._allow_network():
            return
        kept, now = self.store.read(days), self._now()
        if kept is None or (kept.announced is not None and timedelta() <= now - kept.announced < ANNOUNCED):
            return
        try:
            earnings = provider.earnings(key.symbol)
        except MarketError as error:
            logger.info("The earnings of %s could not be had: %s", key.symbol, error)
            return
        self.store.announce(days, earnings, now)
        shown = self._from_store(key) if earnings else None
        if shown is not None:
            self._arrive(key, shown)

    def _outcome(self, key: SeriesKey, provider: Provider) -> History | MarketError:
        """The answer of a source, or why there is none; a source's own mistakes are among the reasons."""
        try:
            return self._refreshed(key, provider) if provider.kept else provider.history(key.name, key.interval)
        except MarketError as error:
            if isinstance(error, BadAnswer):
                note_unusable(key.source, key.symbol, key.interval, error)
            return error
        except Exception:
            logger.exception("The source %s failed over %s", provider.name, key.symbol)
            return BadAnswer(
                sentence(
                    "The answer for {symbol} could not be understood. Try again later; the log has the details.",
                    symbol=key.symbol,
                )
            )

    def _refreshed(self, key: SeriesKey, provider: Provider) -> History:
        """The newest state of a series, which is also put into the store."""
        from charting.market.refreshing import Refreshing  # not for sources that are kept nowhere

        def again(other: SeriesKey) -> None:
            self.request(other.source, other.symbol, other.interval, background=True)

        return Refreshing(key, provider, self.store, self._now, partial(self._note_refused, key, provider), again).run()

    def _note_refused(self, key: SeriesKey, provider: Provider, history: History) -> None:
        """Write down what of an answer was not believed: once for as long as it is the same. Files note their own."""
        with self._lock:
            before = self._refused.get(key, ())
            self._refused[key] = history.refused
        if provider.online and history.refused != before:
            note_refused(key.source, key.symbol, history)

    def _search(self, source: str, text: str) -> None:
        provider = self._provider(source)
        if provider is None or not isinstance(provider, Searching) or (provider.online and not self._allow_network()):
            self._emit(
                self.not_found, text, NoNetwork(sentence("No connection may be made. Switch to live data to search further."))
            )
            return
        try:
            matches = provider.search(text)
        except MarketError as error:
            self._emit(self.not_found, text, error)
        except Exception:
            logger.exception("The source %s failed over a search", provider.name)
            self._emit(self.not_found, text, BadAnswer(sentence("The answer could not be understood. The log has the details.")))
        else:
            self._emit(self.found, text, matches)

    # Telling

    def _provider(self, source: str) -> Provider | None:
        name = "file" if source.startswith("file:") else source
        found = self._providers.get(name)
        if found is not None:
            self._asked[name] = found
        return found

    def _arrive(self, key: SeriesKey, history: History) -> None:
        provider = self._provider(key.source)
        store = self.store if provider is not None and provider.kept else None
        if store is not None and history.bars.interval.is_intraday and not key.source.startswith("file:"):
            history = structs.replace(history, daily=store.read(SeriesKey(key.source, key.symbol, DAY)))
        try:
            shown = at_interval(history, key.interval)
        except ValueError as error:
            self._fail(
                key,
                NotServed(
                    sentence(
                        "{symbol} cannot be shown at {interval}: {error}", symbol=key.symbol, interval=key.interval, error=error
                    )
                ),
            )
            return
        self._emit(self.arrived, key, with_times(key, history, shown, store))

    def _fail(self, key: SeriesKey, error: MarketError) -> None:
        self._emit(self.failed, key, error)

    def _emit(self, signal: SignalInstance, *values: object) -> None:
        if not self._closed:
            signal.emit(*values)


def at_interval(history: History, interval: Interval) -> History:
    """A history with longer bars made of its own; the adjusted closes are left out where bars are joined.

    Weeks and months have the days they are made of beside them.
    """
    own = history.bars.interval
    if interval == own:
        return history
    calendar, daily = calendar_of(history.instrument.exchange, history.bars.time), history.daily
    if not interval.is_intraday and interval != DAY and can_resample(own, DAY):
        daily = history if own == DAY else at_interval(history, DAY)
    made = resample(history.bars, interval, calendar)
    until = None
    if own.is_intraday and len(history.bars):
        until = datetime.fromtimestamp(int(history.bars.time[-1]) + own.seconds, UTC)
    return structs.replace(history, bars=made.bars, adjusted=None, daily=daily, partial=made.partial, until=until, made_of=own)


def _no_leave(key: SeriesKey, stored: History | None) -> NoNetwork:
    if stored is None:
        return NoNetwork(
            sentence(
                "Nothing is stored of {symbol}, and no connection may be made. Switch to live data to fetch it.",
                symbol=key.symbol,
            )
        )
    return NoNetwork(
        sentence(
            "No connection may be made: these bars of {symbol} are the stored ones. Switch to live data to refresh them.",
            symbol=key.symbol,
        )
    )
