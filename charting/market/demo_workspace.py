"""The workspace a new user meets: HSTECH's story of 2025 already drawn, on simulated bars."""

from __future__ import annotations

from datetime import UTC, datetime

from charting.core.document import (
    VERSION,
    Anchor,
    Chart,
    Drawing,
    Field,
    Indicator,
    Pane,
    Stroke,
    TimeRange,
    WatchlistItem,
    Workspace,
)
from charting.core.text import translatable

_SOURCE = "demo"
_SYMBOL = "HSTECH.HK"
_WATCHED = (_SYMBOL, "^HSI", "^HSCE", "9988.HK", "9888.HK", "3750.HK", "1772.HK", "3931.HK")


def demo_workspace() -> Workspace:
    """A new workspace with the demonstration: one daily chart of HSTECH, its lines, and a watchlist of eight.

    The drawings stand on prices of the simulated bars, written down here so that opening the window simulates nothing;
    tests hold them against the bars.
    """
    panes = (
        Pane(
            id="price",
            indicators=(
                Indicator(id="volume", kind="volume"),
                Indicator(id="average", kind="sma", parameters={"period": 50, "source": "close"}),
            ),
        ),
        Pane(
            id="momentum",
            weight=0.3,
            indicators=(Indicator(id="macd", kind="macd", parameters={"fast": 12, "slow": 26, "signal": 9, "source": "close"}),),
        ),
    )
    seven_months_and_a_little_ahead = TimeRange(_opening("2025-02-17"), _opening("2025-10-10"))
    chart = Chart(id="chart", symbol=_SYMBOL, source=_SOURCE, panes=panes, range=seven_months_and_a_little_ahead)
    return Workspace(
        version=VERSION,
        name=translatable("Demonstration"),
        active=chart.id,
        charts=(chart,),
        drawings={
            _SYMBOL: (
                _channel(),
                _level("support-5500", translatable("Support"), "2025-07-18", 5500.0, "green"),
                _level("resistance-5800", translatable("Resistance"), "2025-07-24", 5800.0, "red"),
                _level("high-of-march", translatable("High of March"), "2025-03-07", 6195.40, "purple", "high"),
            ),
            "9988.HK": (_rising("alibaba-lows", ("2025-07-10", 105.9), ("2025-08-29", 117.5)),),
            "9888.HK": (_rising("baidu-lows", ("2025-04-15", 76.1), ("2025-07-31", 83.6)),),
            "3750.HK": (_rising("catl-lows", ("2025-08-12", 344.4), ("2025-09-12", 414.0)),),
        },
        watchlist=tuple(WatchlistItem(symbol, _SOURCE) for symbol in _WATCHED),
    )


def _channel() -> Drawing:
    """The up-channel since June: the base line through two lows, and above the first of them the line along the highs."""
    first = _anchor("2025-06-23", 5020.1, "low")
    anchors = (first, _anchor("2025-09-04", 5612.9, "low"), Anchor(first.time, 5552.08))
    stroke = Stroke(colour="blue", width=1.5)
    return Drawing("up-channel", "parallel_channel", anchors, stroke, extend_right=True, name=translatable("Up-channel"))


def _level(key: str, name: str, date: str, price: float, colour: str, field: Field | None = None) -> Drawing:
    """A horizontal line that carries its name and price."""
    return Drawing(key, "horizontal_line", (_anchor(date, price, field),), Stroke(colour=colour), name=name)


def _rising(key: str, one: tuple[str, float], other: tuple[str, float]) -> Drawing:
    """A trend line along two lows, continued to the right."""
    anchors = _anchor(*one, "low"), _anchor(*other, "low")
    return Drawing(key, "trend_line", anchors, Stroke(colour="blue", width=1.5), extend_right=True)


def _anchor(date: str, price: float, field: Field | None = None) -> Anchor:
    return Anchor(_opening(date), price, field=field)


def _opening(date: str) -> datetime:
    """The opening of a session in Hong Kong, 09:30 there: the stamp of its daily bar."""
    return datetime.fromisoformat(date).replace(hour=1, minute=30, tzinfo=UTC)
