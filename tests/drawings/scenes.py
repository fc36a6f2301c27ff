"""Panes to draw on: simulated bars of every interval over the same weeks, under any scale and display."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

import numpy as np

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Anchor, Drawing, ScaleKind
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.scales import PriceScale
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport
from charting.drawings.declaration import Projection, Tool
from charting.drawings.editing import placed

INSTRUMENT = Instrument("HSTECH.HK", "Hang Seng TECH Index", kind="index", currency="HKD")
START, END = datetime(2025, 1, 6, 1, 30, tzinfo=UTC), datetime(2025, 4, 30, 8, 0, tzinfo=UTC)
INTERVALS = ("1m", "5m", "15m", "1h", "1d", "1wk", "1mo")
SCALES: tuple[tuple[ScaleKind, bool], ...] = (
    ("linear", False), ("linear", True), ("log", False), ("log", True), ("percent", False), ("indexed", False),
)  # fmt: skip


@lru_cache
def minutes() -> Bars:
    """One-minute bars from START to END, a random walk round 5,500 that is the same each time."""
    axis = TimeAxis(np.empty(0, np.int64), Interval.parse("1m"), calendar_for("XHKG"), START.timestamp())
    stamps = axis.stamps(0, 30_000)
    stamps = stamps[stamps < END.timestamp()]
    chance = np.random.default_rng(7)
    close = 5500 * np.exp(np.cumsum(chance.normal(0, 0.0006, len(stamps))))
    open_ = np.concatenate(([5500.0], close[:-1]))
    spread = np.abs(chance.normal(0, 0.0004, (2, len(stamps))))
    high, low = np.maximum(open_, close) * (1 + spread[0]), np.minimum(open_, close) * (1 - spread[1])
    volume = chance.integers(100, 10_000, len(stamps)).astype(float)
    prices = [np.round(column, 2) for column in (open_, high, low, close)]
    return Bars.of(stamps, *prices, volume, Interval.parse("1m"))


@lru_cache
def bars(code: str) -> Bars:
    """The same market in bars of another interval."""
    fine, interval = minutes(), Interval.parse(code)
    if code == "1m":
        return fine
    axis = TimeAxis(np.empty(0, np.int64), interval, calendar_for("XHKG"), START.timestamp())
    stamps = axis.stamps(0, 10_000)
    stamps = stamps[stamps < END.timestamp()]
    first = fine.time.searchsorted(stamps)
    last = np.append(first[1:], len(fine)) - 1
    return Bars.of(
        stamps,
        fine.open[first],
        np.maximum.reduceat(fine.high, first),
        np.minimum.reduceat(fine.low, first),
        fine.close[last],
        np.add.reduceat(fine.volume, first),
        interval,
    )


@lru_cache
def axis_of(code: str) -> TimeAxis:
    return TimeAxis(bars(code).time, Interval.parse(code), calendar_for("XHKG"))


def pane(
    code: str = "1d",
    kind: ScaleKind = "linear",
    *,
    inverted: bool = False,
    ratio: float = 1.0,
    low: float = 4000,
    high: float = 8000,
) -> Projection:
    """A pane of 1200 x 700 logical pixels that shows all bars and a tenth more on each side."""
    table, axis = bars(code), axis_of(code)
    room = max(3, len(table) / 10)
    scale = PriceScale(low, high, kind, inverted=inverted, base=5500.0)
    view = Viewport(0, 0, 1200 * ratio, 700 * ratio, -room, len(table) + room, scale, ratio)
    return Projection(view, axis, table, INSTRUMENT)


def anchor(day: int, price: float, code: str = "1d") -> Anchor:
    """An anchor on a slot of the bars of an interval; days before the first and after the last too."""
    seconds = int(axis_of(code).stamps(day, day)[0])
    return Anchor(datetime.fromtimestamp(seconds, UTC), price, code)


# Where the clicks go that place a tool in tests: rising swings, well inside the pane.
CLICKS = ((10, 5000.0), (30, 6000.0), (40, 5500.0), (55, 6600.0), (62, 5900.0), (70, 7000.0), (74, 6300.0), (76, 6500.0))


def drawn(tool: Tool, projection: Projection | None = None) -> Drawing:
    """A finished drawing of a tool, with as many points as it takes (eight for "any number")."""
    projection = projection or pane()
    count = len(CLICKS) if tool.max_anchors > tool.anchors else tool.anchors
    return placed(tool, tuple(anchor(*click) for click in CLICKS[:count]), projection)


def with_gaps(table: Bars) -> Bars:
    """The same bars with prices and volumes missing in some of them."""
    gaps = np.zeros(len(table), bool)
    gaps[::3] = True
    columns = [np.where(gaps, np.nan, column) for column in (table.open, table.high, table.low, table.close, table.volume)]
    return Bars.of(table.time, *columns, table.interval)
