"""Brings the watchlist its prices, from the daily bars of each of its instruments."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import numpy as np
from PySide6.QtCore import QTimer

from charting.core.document import WatchlistItem, Workspace
from charting.core.history import History as Documents
from charting.core.interval import DAY
from charting.market.provider import History, SeriesKey
from gui.context import Quote, Window
from gui.loader import Feed
from gui.workers import MainThread

GATHERED = 60
"""Milliseconds over which prices are gathered before the watchlist is told."""

CLOSES = 60
"""Sessions that the small line beside a price covers."""


def quote_of(history: History) -> Quote | None:
    """The latest price among daily bars and the close of the session before; None where there is no price at all."""
    bars = history.bars
    priced = np.flatnonzero(np.isfinite(bars.close))
    if not len(priced):
        return None
    closes = bars.close[priced]
    return Quote(
        last=float(closes[-1]),
        previous=float(closes[-2]) if len(closes) > 1 else float("nan"),
        time=datetime.fromtimestamp(int(bars.time[priced[-1]]), UTC),
        simulated=history.simulated,
        closes=tuple(closes[-CLOSES:].tolist()),
    )


class Quotes:
    """Follows the document's watchlist with prices; asks for each instrument once, when it is first listed."""

    def __init__(self, documents: Documents, feed: Feed, main: MainThread) -> None:
        self._documents = documents
        self._feed = feed
        self._main = main
        self._window: Window | None = None
        self._asked: set[WatchlistItem] = set()
        self._quotes: dict[WatchlistItem, Quote] = {}
        self._timer = QTimer(main)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHERED)
        self._timer.timeout.connect(self._tell)
        feed.arrived.connect(self._arrived)
        documents.changed.connect(self._follow)

    def start(self, window: Window) -> None:
        """Begin to ask, and tell ``window``; to be called when the chart itself has been served."""
        self._window = window
        self._ask()

    def refresh(self) -> None:
        """Ask for every instrument again."""
        self._asked.clear()
        self._ask()

    def close(self) -> None:
        """Follow nothing any more."""
        self._timer.stop()
        self._feed.arrived.disconnect(self._arrived)
        self._documents.changed.disconnect(self._follow)

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.watchlist is not after.watchlist and self._window is not None:
            self._ask()

    def _ask(self) -> None:
        for item in self._documents.document.watchlist:
            if item not in self._asked:
                self._asked.add(item)
                self._feed.request(item.source, item.symbol, DAY, background=True)

    def _arrived(self, key: SeriesKey, history: History) -> None:
        """From a worker thread: reduce the bars to a quote there."""
        if key.interval == DAY:
            quote = quote_of(history)
            if quote is not None:
                self._main.post(partial(self._put, WatchlistItem(key.symbol, key.source), quote))

    def _put(self, item: WatchlistItem, quote: Quote) -> None:
        self._quotes[item] = quote
        if self._window is not None and not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        if self._window is not None:
            self._window.set_quotes(dict(self._quotes))
