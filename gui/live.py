"""Live prices for what is on show: tells the feed of quotes what to follow, and chart and watchlist what comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer

from charting.core.document import Workspace
from charting.core.history import History as Documents
from charting.core.interval import Interval
from charting.market.demo_live import Simulation
from charting.market.instruments import instrument_of
from charting.market.quote import Quote
from charting.market.quote_feed import LiveState, QuoteFeed
from gui.loader import Loader
from gui.quotes import Quotes
from gui.sources import DEMO
from gui.status_bar import Price
from gui.workers import MainThread

GATHERED = 50
"""Milliseconds over which trades are gathered before anything is told: the chart is painted once for all of them."""

LOOK = 10_000
"""Milliseconds between two looks at whether the bars on show should be asked for again."""

PATIENCE = 1.0
"""Seconds that each of the feed's threads has to end."""

DAYS = 600.0
"""Seconds after which bars of a day and longer are asked for again while their market is open."""


class Live:
    """The bridge between :class:`charting.market.quote_feed.QuoteFeed` and what is on show; main thread only."""

    def __init__(
        self, documents: Documents, feed: QuoteFeed, loader: Loader, quotes: Quotes, main: MainThread, simulation: Simulation
    ) -> None:
        self._documents = documents
        self._feed = feed
        self._loader = loader
        self._quotes = quotes
        self._main = main
        self._simulation = simulation
        self._started = False
        self._show_price: Callable[[Price], None] = lambda _: None
        self._states: dict[str, LiveState] = {}
        self._latest: dict[tuple[str, str], Quote] = {}
        self._gather = QTimer(main)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHERED)
        self._gather.timeout.connect(self._take)
        self._watch = QTimer(main)
        self._watch.setInterval(LOOK)
        self._watch.timeout.connect(self._refresh_bars)

    def start(self, show_price: Callable[[Price], None]) -> None:
        """Begin to follow what is shown, and tell ``show_price`` of the chart's price and its age."""
        self._started = True
        self._show_price = show_price
        self._feed.news.connect(self._news)
        self._feed.changed.connect(self._changed)
        self._quotes.known.connect(self._feed.note)
        self._documents.changed.connect(self._follow)
        self._watch.start()
        self._feed.follow(wanted(self._documents.document))

    def wake(self) -> None:
        """Try again at once what was put off: the user asks for it, or allowed connections, or forbade them."""
        self._feed.wake()

    @property
    def simulation_speed(self) -> float | None:
        """How many times faster than a market the demonstration goes on; None while it does not."""
        return self._simulation.speed

    def simulate(self, speed: float | None) -> None:
        """Let the demonstration's market go on at a speed; with None, end that and show its bars as they are."""
        going = self._simulation.speed is not None
        if speed is not None:
            self._simulation.start(speed)
        elif going:
            self._simulation.stop()
        if going == (speed is not None):
            return
        self._feed.forget(DEMO)
        self._latest = {key: quote for key, quote in self._latest.items() if key[0] != DEMO}
        self._loader.forget_ticks(DEMO)
        self._quotes.forget(DEMO)
        self._tell()

    def close(self) -> None:
        """Follow nothing any more, and end the feed's threads."""
        self._gather.stop()
        self._watch.stop()
        self._simulation.stop()
        if self._started:
            self._started = False
            self._feed.news.disconnect(self._news)
            self._feed.changed.disconnect(self._changed)
            self._quotes.known.disconnect(self._feed.note)
            self._documents.changed.disconnect(self._follow)
        self._feed.close(PATIENCE)

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.watchlist is not after.watchlist or before.charts is not after.charts:
            self._feed.follow(wanted(after))
            self._tell()

    # From worker threads

    def _news(self) -> None:
        self._main.post(self._arm)

    def _changed(self, source: str, state: LiveState) -> None:
        self._main.post(partial(self._note_state, source, state))

    # Back on the main thread

    def _arm(self) -> None:
        if self._started and not self._gather.isActive():
            self._gather.start()

    def _take(self) -> None:
        """Show what came since the last time: one picture, however many trades that were."""
        updates = self._feed.take()
        if not updates or not self._started:
            return
        self._latest.update((key, update.quote) for key, update in updates.items())
        self._loader.tick({key: update.ticks for key, update in updates.items()})
        self._quotes.tick([(source, update.quote) for (source, _), update in updates.items()])
        if (self._loader.wanted.source, self._loader.wanted.symbol) in updates:
            self._tell()

    def _note_state(self, source: str, state: LiveState) -> None:
        before = self._states.get(source, LiveState())
        self._states[source] = state
        if _awake(before) and state.kind == "resting":
            # The session is over: its bars are final now, the prices of the watchlist too.
            self._loader.refresh_quietly()
            self._quotes.refresh()
        self._tell()

    def _tell(self) -> None:
        if self._started:
            key = self._loader.wanted
            known = self._latest.get((key.source, key.symbol)) or self._quotes.quote(key.source, key.symbol)
            state = self._states.get(key.source, LiveState())
            self._show_price(Price(known, state, self._loader.known(instrument_of(key.symbol)), self._simulation.speed))

    def _refresh_bars(self) -> None:
        """Have the source's own bars replace those that ticks made, every minute or so while the market is open."""
        self._tell()
        fetched = self._loader.fetched
        if fetched is None or not _awake(self._states.get(self._loader.wanted.source, LiveState())):
            return
        if self._simulation.speed is not None and self._loader.wanted.source == DEMO:
            return
        # An age below zero is that of a clock which was set back since.
        if not 0 <= (datetime.now(UTC) - fetched).total_seconds() < patience(self._loader.wanted.interval):
            self._loader.refresh_quietly()


def wanted(document: Workspace) -> Mapping[str, frozenset[str]]:
    """What a document shows, by source: watchlist, charts and what they are compared with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in document.watchlist:
        found[item.source].add(item.symbol)
    for chart in document.charts:
        found[chart.source].add(chart.symbol)
        for one in chart.compare:
            found[one.source].add(one.symbol)
    return {source: frozenset(symbols) for source, symbols in found.items()}


def patience(interval: Interval) -> float:
    """Seconds after which bars of an interval are asked for again while their market is open."""
    return min(max(interval.seconds, 60), 300) if interval.is_intraday else DAYS


def _awake(state: LiveState) -> bool:
    return state.kind in ("asking", "streaming")
