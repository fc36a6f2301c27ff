"""Brings the watchlist its prices: from the daily bars of each of its instruments, then from what is told live."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial

import numpy as np
from PySide6.QtCore import QTimer

from charting.core.document import WatchlistItem, Workspace
from charting.core.history import History as Documents
from charting.core.interval import DAY
from charting.core.signals import Signal
from charting.market.provider import History, MarketError, SeriesKey
from charting.market.quote import Quote, completed, quote_of
from gui.context import Listed, Window
from gui.loader import Feed
from gui.workers import MainThread

GATHERED = 60
"""Milliseconds over which prices are gathered before the watchlist is told."""

CLOSES = 60
"""Sessions that the small line beside a price covers."""


def listed(history: History, source: str, delay: timedelta = timedelta()) -> Listed | None:
    """What the watchlist shows of an instrument by its daily bars; None where there is no price at all."""
    quote = quote_of(history, source, delay)
    if quote is None:
        return None
    closes = history.bars.close[np.isfinite(history.bars.close)]
    return Listed(quote, tuple(closes[-CLOSES:].tolist()))


class Quotes:
    """Follows the document's watchlist with prices; asks for each instrument once, when it is first listed.

    ``known(source, quote)`` tells of prices that daily bars brought.

    Parameters
    ----------
    delay
        How late a source is with the prices of a symbol; called in a worker thread.
    """

    known = Signal(str, Quote)

    def __init__(
        self,
        documents: Documents,
        feed: Feed,
        main: MainThread,
        delay: Callable[[str, str], timedelta] = lambda _source, _symbol: timedelta(),
    ) -> None:
        self._documents = documents
        self._feed = feed
        self._main = main
        self._delay = delay
        self._window: Window | None = None
        self._asked: set[WatchlistItem] = set()
        self._listed: dict[WatchlistItem, Listed] = {}
        self._timer = QTimer(main)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHERED)
        self._timer.timeout.connect(self._tell)
        feed.arrived.connect(self.note)
        documents.changed.connect(self._follow)

    def start(self, window: Window) -> None:
        """Begin to ask, and tell ``window``; to be called when the chart itself has been served."""
        self._window = window
        self._ask()

    def refresh(self) -> None:
        """Ask for every instrument again."""
        self._asked.clear()
        self._ask()

    def tick(self, quotes: Iterable[tuple[str, Quote]]) -> None:
        """Show prices that were told live, each with its source."""
        for source, quote in quotes:
            item = WatchlistItem(quote.symbol, source)
            before = self._listed.get(item)
            if before is not None:
                self._put(item, Listed(completed(quote, before.quote), _continued(before, quote)))
            elif item in self._documents.document.watchlist:
                self._put(item, Listed(quote))

    def quote(self, source: str, symbol: str) -> Quote | None:
        """The latest price that is listed of an instrument."""
        found = self._listed.get(WatchlistItem(symbol, source))
        return None if found is None else found.quote

    def note(self, key: SeriesKey, history: History) -> None:
        """Take the price that daily bars tell. Blocks: for a worker, where they are reduced to it."""
        if key.interval != DAY:
            return
        try:
            found = listed(history, key.source, self._delay(key.source, key.symbol))
        except MarketError:  # a file that was there a moment ago
            found = listed(history, key.source)
        if found is not None:
            self._main.post(partial(self._put_known, WatchlistItem(key.symbol, key.source), found))

    def forget(self, source: str) -> None:
        """Show what the daily bars of a source's instruments say, and nothing else."""
        self._listed = {item: found for item, found in self._listed.items() if item.source != source}
        self._asked = {item for item in self._asked if item.source != source}
        self._ask()

    def close(self) -> None:
        """Follow nothing any more."""
        self._timer.stop()
        self._feed.arrived.disconnect(self.note)
        self._documents.changed.disconnect(self._follow)

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.watchlist is not after.watchlist and self._window is not None:
            self._ask()

    def _ask(self) -> None:
        for item in self._documents.document.watchlist:
            if item not in self._asked:
                self._asked.add(item)
                self._feed.request(item.source, item.symbol, DAY, background=True)

    def _put_known(self, item: WatchlistItem, found: Listed) -> None:
        """Prices that daily bars brought do not replace later ones."""
        before = self._listed.get(item)
        if before is not None and before.quote.time > found.quote.time:
            found = Listed(before.quote, _continued(found, before.quote))
        else:
            self.known.emit(item.source, found.quote)
        self._put(item, found)

    def _put(self, item: WatchlistItem, found: Listed) -> None:
        self._listed[item] = found
        if self._window is not None and not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        if self._window is not None:
            self._window.set_quotes(dict(self._listed))


def _continued(before: Listed, quote: Quote) -> tuple[float, ...]:
    """Recent closes with a price as the newest: in place of the last one, or after it in another session."""
    kept = before.closes if quote.time.date() > before.quote.time.date() else before.closes[:-1]
    return (*kept, quote.price)[-CLOSES:]
