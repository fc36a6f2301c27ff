"""Small documents for the tests of what keeps them."""

from __future__ import annotations

from datetime import UTC, datetime

from charting.core.document import VERSION, Anchor, Chart, Drawing, Pane, WatchlistItem, Workspace


def workspace(name: str = "Demo", symbol: str = "HSTECH.HK", source: str = "demo", interval: str = "1d") -> Workspace:
    """A workspace of one chart and one line of its watchlist."""
    chart = Chart(id="chart", symbol=symbol, source=source, interval=interval, panes=(Pane(id="price"),))
    return Workspace(VERSION, name, "chart", (chart,), watchlist=(WatchlistItem(symbol, source),))


def line(number: int, kind: str = "horizontal_line") -> Drawing:
    """A drawing that can be told from others by its number."""
    return Drawing(f"line-{number}", kind, (Anchor(datetime(2025, 3, 7, 1, 30, tzinfo=UTC), 5000.0 + number),))
