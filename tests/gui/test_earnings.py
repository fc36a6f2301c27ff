"""Earnings are asked for once for each company that is looked at, and only where marks are wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Chart, Pane, Workspace
from charting.core.edits import set_chart
from charting.core.history import History as Documents
from charting.core.interval import DAY, WEEK
from charting.core.signals import Signal
from charting.market.instruments import instrument_of
from charting.market.provider import History, SeriesKey
from gui.earnings import Earnings


@dataclass
class FakeFeed:
    """Writes down what is asked of it."""

    asked: list[SeriesKey] = field(default_factory=list)
    arrived = Signal(SeriesKey, History)

    def request_earnings(self, key: SeriesKey) -> None:
        self.asked.append(key)

    def bring(self, key: SeriesKey) -> None:
        self.arrived.emit(key, History(instrument_of(key.symbol), Bars.empty(key.interval), datetime.now(UTC)))


def test_each_company_on_the_chart_is_asked_about_once() -> None:
    chart = Chart("chart", "9988.HK", "yahoo", panes=(Pane("pane"),))
    documents, feed = Documents(Workspace(1, "Test", "chart", (chart,))), FakeFeed()
    earnings = Earnings(documents, feed)  # type: ignore[arg-type]
    key = SeriesKey("yahoo", "9988.HK", DAY)
    feed.bring(SeriesKey("yahoo", "0700.HK", DAY))  # for the watchlist
    assert feed.asked == []
    feed.bring(key)
    feed.bring(key)
    feed.bring(SeriesKey("yahoo", "9988.HK", WEEK))
    assert feed.asked == [key]
    documents.commit(set_chart(documents.document, "chart", symbol="^HSI"), "Show")
    feed.bring(SeriesKey("yahoo", "^HSI", DAY))
    assert feed.asked == [key], "an index publishes none"
    hidden = replace(chart, symbol="0700.HK", actions_hidden=True)
    documents.load(Workspace(1, "Test", "chart", (hidden,)))
    feed.bring(SeriesKey("yahoo", "0700.HK", DAY))
    assert feed.asked == [key]
    earnings.close()
    documents.commit(set_chart(documents.document, "chart", actions_hidden=False), "Show")
    feed.bring(SeriesKey("yahoo", "0700.HK", DAY))
    assert feed.asked == [key]
