"""Series, looks and charts for tests of scenes, without Qt."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from charting.core.bars import Bars, Floats
from charting.core.calendar import calendar_for
from charting.core.document import Chart, Indicator, Pane
from charting.core.instrument import Instrument
from charting.core.interval import DAY, Interval
from charting.core.theme import theme
from charting.core.timeaxis import TimeAxis
from charting.scene.look import Look
from charting.scene.primitives import Primitive, Rects, Uprights
from charting.scene.series import Series

INDEX = Instrument("HSTECH.HK", "Hang Seng TECH Index", kind="index", currency="HKD")


class PlainFormats:
    """Numbers and times as Python writes them."""

    def price(self, value: float, decimals: int) -> str:
        return f"{value:,.{decimals}f}"

    def change(self, value: float, decimals: int) -> str:
        return f"{value:+,.{decimals}f}"

    def percent(self, fraction: float) -> str:
        return f"{fraction * 100:+.2f}%"

    def quantity(self, value: float) -> str:
        return "–" if np.isnan(value) else f"{value:g}"

    def tick_label(self, seconds: int, level: str) -> str:
        return f"{level} {np.datetime64(seconds, 's')}"

    def moment(self, seconds: int, interval: Interval) -> str:
        return str(np.datetime64(seconds, "s"))

    def name(self, instrument: Instrument) -> str:
        return instrument.name

    def translate(self, text: str) -> str:
        return text


class SquareType:
    """Every letter is seven wide and the line fourteen high."""

    height = 14.0

    def width(self, text: str, bold: bool = False) -> float:
        return 7.0 * len(text)


def boxes_of(primitives: Iterable[Primitive]) -> Floats:
    """Left, top, width and height (n, 4) of all rectangles and upright strokes."""
    found = [np.empty((0, 4))]
    for part in primitives:
        if isinstance(part, Rects):
            found.append(part.array)
        elif isinstance(part, Uprights):
            there = np.flatnonzero(part.bottom > part.top)
            top, bottom = part.top[there], part.bottom[there]
            found.append(np.column_stack((part.left + there, top, np.ones(len(there)), bottom - top)))
    return np.concatenate(found)


def look(pixel_ratio: float = 1.0) -> Look:
    """A dark look with plain formats."""
    return Look(theme("dark"), PlainFormats(), SquareType(), pixel_ratio)


def walk(count: int, seed: int = 1) -> Bars:
    """Daily bars of a random walk on Hong Kong's sessions from 2020 on."""
    chance = np.random.default_rng(seed)
    close = 5000 * np.exp(np.cumsum(chance.normal(0, 0.012, count)))
    open_ = np.concatenate([[5000.0], close[:-1]]) * (1 + chance.normal(0, 0.003, count))
    high = np.maximum(open_, close) * (1 + abs(chance.normal(0, 0.006, count)))
    low = np.minimum(open_, close) * (1 - abs(chance.normal(0, 0.006, count)))
    axis = TimeAxis(np.array([1_577_928_600]), DAY, calendar_for("XHKG"))
    return Bars.of(axis.stamps(0, count - 1), open_, high, low, close, chance.uniform(1e6, 9e6, count), DAY)


def series_of(bars: Bars) -> Series:
    """Bars as a series of the index."""
    return Series(INDEX, bars, TimeAxis(bars.time, bars.interval, calendar_for("XHKG")))


def chart(*panes: tuple[Indicator, ...]) -> Chart:
    """A chart with the given indicators in its panes."""
    made = [Pane(f"pane{index}", 1.0 if index == 0 else 0.3, indicators) for index, indicators in enumerate(panes or ((),))]
    return Chart("chart", "HSTECH.HK", "demo", panes=tuple(made))
