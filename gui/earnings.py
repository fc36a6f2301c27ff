"""Asks when the company on the chart publishes its earnings, once its bars are there and marks are wanted."""

from __future__ import annotations

from charting.core.history import History as Documents
from charting.market.feed import Feed
from charting.market.provider import History, SeriesKey


class Earnings:
    """Follows what arrives for the active chart; each instrument is asked about once."""

    def __init__(self, documents: Documents, feed: Feed) -> None:
        self._documents = documents
        self._feed = feed
        self._asked: set[tuple[str, str]] = set()
        feed.arrived.connect(self._arrived)

    def close(self) -> None:
        """Ask no more."""
        self._feed.arrived.disconnect(self._arrived)

    def _arrived(self, key: SeriesKey, history: History) -> None:
        """In a worker thread: the document is a value, and looking at it needs no leave."""
        chart, name = self._documents.document.chart, (key.source, key.symbol)
        wanted = (chart.source, chart.symbol) == name and not chart.actions_hidden
        if wanted and history.instrument.kind == "equity" and name not in self._asked:
            self._asked.add(name)
            self._feed.request_earnings(key)
