"""The magnet: takes a point of the screen to a bar, and to a price worth drawing on, and says what it caught."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import Literal

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.document import Anchor, Drawing, Field
from charting.core.figures import Point
from charting.core.high_low_times import HighLowTimes
from charting.core.text import translatable
from charting.drawings.anchors import anchor_at, moment, price_on_tick
from charting.drawings.catalogue import lines_at, tool_of
from charting.drawings.declaration import Projection

Magnet = Literal["off", "weak", "strong"]
What = Literal["field", "indicator", "drawing", "crossing", "round"]

WEAK_RADIUS = 12.0
"""Logical pixels within which the weak magnet catches."""
_ROUND_RADIUS = 4.0
_ROUND_SPACING = 60.0
"""Logical pixels between the round prices that catch, at least."""
_MOST_LINES = 24
"""Lines near the pointer whose crossings are looked for."""
_FIELDS: tuple[Field, ...] = ("high", "low", "close", "open")
_TITLES: dict[Field, str] = {
    "open": translatable("Open"),
    "high": translatable("High"),
    "low": translatable("Low"),
    "close": translatable("Close"),
}


class Caught(Struct, frozen=True):
    """What a point was taken to: a price of the bar (``field``), or something by its ``name``."""

    what: What
    price: float
    field: Field | None = None
    name: str = ""


class Snap(Struct, frozen=True):
    """A point after the magnet: its anchor, its whole slot, and what was caught (None for a free price)."""

    anchor: Anchor
    slot: int
    caught: Caught | None


class Surroundings(Struct, frozen=True):
    """What else the magnet may catch.

    Attributes
    ----------
    indicators
        Values by the indicator's name as the user reads it, each (n,) over the pane's bars.
    drawings
        Other drawings on the pane, best only those ``hit.near`` the pointer; leave out the one that is being changed.
    finer
        Bars of a shorter interval over the same time, where there are some: a high or low is then anchored at its own
        time within the bar.
    high_low
        The same for bars whose shorter ones are not kept, such as those of days.
    """

    indicators: Mapping[str, Floats] | None = None
    drawings: Sequence[Drawing] = ()
    finer: Bars | None = None
    high_low: HighLowTimes | None = None


NOTHING = Surroundings()


def inverted(mode: Magnet) -> Magnet:
    """What the magnet is while Ctrl is held: off turns strong, anything else off."""
    return "strong" if mode == "off" else "off"


def snap(point: Point, projection: Projection, mode: Magnet, surroundings: Surroundings = NOTHING) -> Snap:
    """Take a point of the screen to an anchor.

    Across it is always the centre of a bar, or of a period of the calendar past the bars. Up, a free price is rounded
    to the instrument's tick.

    Parameters
    ----------
    point
        Device pixels.
    projection
        The pane.
    mode
        ``weak`` catches the nearest of the bar's prices, indicators, lines and crossings within :data:`WEAK_RADIUS`, else
        a round price a few pixels away; ``strong`` always one of the bar's prices, unless something else is nearer;
        ``off`` none.
    surroundings
        What there is besides bars.
    """
    plane = projection.plane
    slot = round(plane.slot(point[0]))
    caught = None if mode == "off" else _catch(point[1], slot, projection, mode, surroundings)
    if caught is None:
        return Snap(anchor_at(slot, price_on_tick(slot, plane.price(point[1]), projection), projection), slot, None)
    anchor = anchor_at(slot, caught.price, projection)
    time = anchor.time
    if caught.field is not None:
        time = _own_time(slot, caught.field, projection.bars, surroundings) or time
    return Snap(Anchor(time, caught.price, anchor.interval, caught.field), slot, caught)


def unsnapped(point: Point, projection: Projection) -> Anchor:
    """The very place of a point, between bars and ticks: what freehand tools draw with."""
    return anchor_at(projection.plane.slot(point[0]), projection.plane.price(point[1]), projection)


def describe(snap: Snap, projection: Projection) -> str:
    """A line for the status bar, such as ``High 6,195.40 · 7 Mar 2025``, in the words of the projection."""
    wording = projection.wording
    text = projection.price_text(snap.anchor.price)
    if snap.caught is not None:
        name = snap.caught.name or (wording.text(_TITLES[snap.caught.field]) if snap.caught.field else "")
        text = f"{name} {text}".strip()
    date = wording.date(snap.anchor.time.timestamp(), projection.instrument, projection.interval)
    return f"{text} · {date}"


def _catch(y: float, slot: int, projection: Projection, mode: Magnet, surroundings: Surroundings) -> Caught | None:
    plane = projection.plane
    radius = WEAK_RADIUS * plane.pixel_ratio
    best: Caught | None = None
    nearest = math.inf if mode == "strong" else radius
    for caught in _fields(slot, projection.bars):
        away = abs(plane.y(caught.price) - y)
        if away < nearest or (best is None and away <= nearest):
            best, nearest = caught, away
    nearest = min(nearest, radius)
    for caught in _others(y, slot, projection, surroundings):
        away = abs(plane.y(caught.price) - y)
        if away < nearest:
            best, nearest = caught, away
    return best or _round_price(y, projection)


def _fields(slot: int, bars: Bars) -> Iterator[Caught]:
    if 0 <= slot < len(bars):
        for field in _FIELDS:
            price = float(getattr(bars, field)[slot])
            if math.isfinite(price):
                yield Caught("field", price, field)


def _others(y: float, slot: int, projection: Projection, surroundings: Surroundings) -> Iterator[Caught]:
    for name, values in (surroundings.indicators or {}).items():
        if 0 <= slot < len(values) and math.isfinite(values[slot]):
            yield Caught("indicator", float(values[slot]), name=name)
    if surroundings.drawings:
        yield from _lines(y, slot, projection, surroundings.drawings)


def _lines(y: float, slot: int, projection: Projection, drawings: Sequence[Drawing]) -> Iterator[Caught]:
    """The lines of drawings near a height in a slot's column, and before them where two of them cross in it."""
    plane = projection.plane
    reach = WEAK_RADIUS * plane.pixel_ratio
    column = np.array((slot - 0.5, float(slot), slot + 0.5))
    found: list[tuple[str, Floats]] = []
    for drawing in drawings:
        if drawing.hidden:
            continue
        title = drawing.name or projection.wording.text(tool_of(drawing.kind).title)
        for name, prices in lines_at(drawing, column, projection).items():
            heights = plane.ys_of(prices, "linear")
            if float(np.fmin.reduce(heights)) <= y + reach and float(np.fmax.reduce(heights)) >= y - reach:
                found.append((f"{title} {name}".strip(), prices))
    for (one, first), (two, second) in combinations(found[:_MOST_LINES], 2):
        gaps = first - second
        if gaps[0] * gaps[2] <= 0 and gaps[0] != gaps[2]:
            share = float(gaps[0] / (gaps[0] - gaps[2]))
            yield Caught("crossing", float(first[0] + share * (first[2] - first[0])), name=f"{one} × {two}")
    for name, prices in found:
        if math.isfinite(prices[1]):
            yield Caught("drawing", float(prices[1]), name=name)


def _round_price(y: float, projection: Projection) -> Caught | None:
    """The round price within a few pixels of a height: 1, 2 or 5 times a power of ten apart, by what is in view."""
    plane = projection.plane
    price = plane.price(y)
    gap = abs(plane.price(y - _ROUND_SPACING * plane.pixel_ratio) - price)
    if not (math.isfinite(price) and math.isfinite(gap) and gap > 0):
        return None
    power = 10.0 ** math.floor(math.log10(gap))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= gap * 0.999)
    level = round(round(price / step) * step, 10)
    if not abs(plane.y(level) - y) <= _ROUND_RADIUS * plane.pixel_ratio:
        return None
    return Caught("round", level, name=projection.wording.text(translatable("Round price")))


def _own_time(slot: int, field: Field, bars: Bars, surroundings: Surroundings) -> datetime | None:
    """When a high or low was made, where shorter bars know it."""
    finer, times = surroundings.finer, surroundings.high_low
    if (field != "high" and field != "low") or not 0 <= slot < len(bars):
        return None
    if times is not None:
        made = times.of(bars, slot, field)
        return None if made is None else moment(float(made))
    if finer is None:
        return None
    end = bars.time[slot + 1] if slot + 1 < len(bars) else np.iinfo(np.int64).max
    first, last = finer.time.searchsorted((bars.time[slot], end))
    rows = np.flatnonzero(getattr(finer, field)[first:last] == getattr(bars, field)[slot])
    return moment(float(finer.time[first + rows[0]])) if len(rows) else None
