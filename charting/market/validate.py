"""Sound bars from raw rows: what cannot be used is left out, counted by kind, and never guessed at."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.calendar import Calendar
from charting.core.grid import Integers
from charting.core.interval import Interval
from charting.core.text import Sentence, enumerated, sentence, translatable
from charting.market.alignment import Aligned, Mask, aligned
from charting.market.provider import Refused
from charting.market.stamps import UNREADABLE

UNREADABLE_TIME = translatable("unreadable time")
UNREADABLE_NUMBER = translatable("unreadable number")
NO_PRICE = translatable("price missing")
NOT_POSITIVE = translatable("price not above zero")
HIGH_BELOW_LOW = translatable("high below low")
OUTSIDE_RANGE = translatable("open or close outside high and low")
OUT_OF_SESSION = translatable("outside trading hours")
CLOSED_DAY = translatable("nothing traded on a closed day")
REPEATED = translatable("repeated time")
IN_FUTURE = translatable("time in the future")
OFF_GRID = translatable("between two bars")
OUT_OF_SCALE = translatable("price of another scale")

OUT_OF_ORDER = translatable("out of order, sorted")
WIDENED = translatable("high or low widened to hold open and close")
NEGATIVE_VOLUME = translatable("negative volume, taken as unknown")

WIDEST = 0.05
"""How far, as a share of the price, a daily open or close may lie outside high and low and still be put right."""

ROUNDING = 1e-6
"""A share of the price below which being outside high and low is a matter of rounding, and not worth a word."""


SCALE = 10.0
"""How many times its neighbours' price a bar of a live source may have: sources mix up units by a hundred or more."""

_NEIGHBOURS = 5


class Rows(Struct, frozen=True, eq=False):
    """Rows as a source gave them, in its order.

    Attributes
    ----------
    time
        (n,) int64, UTC seconds, :data:`UNREADABLE` where there was no time to be read.
    open, high, low, close, volume
        (n,) float64, NaN where blank.
    line
        (n,) int64, where in the source each row stands: its line number.
    garbled
        (n,) whether some price of the row was neither blank nor a number, or the row had too many fields.
    adjusted
        (n,) float64, closes adjusted for dividends and splits; None where the source has none.
    """

    time: Integers
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    line: Integers
    garbled: Mask
    adjusted: Floats | None = None


class Checked(Struct, frozen=True, eq=False):
    """What is left of rows: sound bars, their adjusted closes, and what was refused or put right.

    ``row`` says for each bar which of the rows it was, shape (len(bars),).
    """

    bars: Bars
    row: Integers
    refused: tuple[Refused, ...]
    repaired: tuple[Refused, ...]
    adjusted: Floats | None = None


def refused_kinds(checked: Checked) -> str:
    """“63 with high below low, 8 with price missing”; empty where every row was kept."""
    kinds = [sentence("{count:,} with {kind}", count=each.count, kind=Sentence(each.kind)) for each in checked.refused]
    return enumerated(kinds)


def check(rows: Rows, interval: Interval, calendar: Calendar, timezone: str, *, asked: datetime | None = None) -> Checked:
    """Sort rows into sound bars and refused ones.

    A row with several defects counts under each of them, as whoever looks for the cause needs to see. Of repeated
    times the first sound row is kept. On a day the calendar has as closed, a row stays when something was traded on
    it: then the calendar may be wrong, not the row. Vendors adjust daily opens and closes apart from high and low and
    so move them outside by up to some per cent: such a bar is kept, widened; on intraday bars this happens only where
    columns are mixed up, and they are refused.

    Parameters
    ----------
    rows
        As the source gave them.
    interval
        What one bar covers.
    calendar
        The exchange's sessions.
    timezone
        IANA name of the zone in which dates are meant.
    asked
        When the rows were asked for, if it was of a live source. Such rows must also lie in the past, on the grid of
        their interval, and within :data:`SCALE` of their neighbours: sources like that repeat a half-made bar, know
        tomorrow's, and mix up units.
    """
    placed = aligned(rows.time, interval, calendar, timezone)
    excess = _excess(rows)
    bad = _defects(rows, placed, excess, interval)
    if asked is not None:
        bad |= _live_defects(rows, placed.time, interval, calendar, asked)
    usable = ~np.logical_or.reduce(list(bad.values()))
    bad[REPEATED] = _repeated(placed.time)
    kept = _first_of_each_time(placed.time, usable)
    widened = np.zeros(len(usable), dtype=bool)
    widened[kept] = excess[kept] > ROUNDING
    negative = rows.volume < 0
    noted = {OUT_OF_ORDER: _out_of_order(rows.time), WIDENED: widened, NEGATIVE_VOLUME: negative}
    opened, closed = rows.open[kept], rows.close[kept]
    high = np.fmax(rows.high[kept], np.fmax(opened, closed))
    low = np.fmin(rows.low[kept], np.fmin(opened, closed))
    volume = np.where(negative, np.nan, rows.volume)[kept]
    bars = Bars.of(placed.time[kept], opened, high, low, closed, volume, interval)
    adjusted = None if rows.adjusted is None else rows.adjusted[kept]
    return Checked(bars, kept, _counted(bad, rows.line), _counted(noted, rows.line), adjusted)


def _excess(rows: Rows) -> Floats:
    """How far open or close lies above the high or below the low, as a share of the close; not positive when inside."""
    with np.errstate(all="ignore"):
        above = np.fmax(rows.open, rows.close) - rows.high
        below = rows.low - np.fmin(rows.open, rows.close)
        found: Floats = np.fmax(above, below) / np.abs(rows.close)
    return found


def _defects(rows: Rows, placed: Aligned, excess: Floats, interval: Interval) -> dict[str, Mask]:
    """The defects that rows of any source may have, as masks of the rows."""
    prices = np.stack((rows.open, rows.high, rows.low, rows.close))
    inverted = rows.high < rows.low
    bad = {
        UNREADABLE_TIME: rows.time == UNREADABLE,
        UNREADABLE_NUMBER: rows.garbled,
        NO_PRICE: np.isnan(prices).any(axis=0) & ~rows.garbled,
        NOT_POSITIVE: ((prices <= 0) | np.isinf(prices)).any(axis=0),
        HIGH_BELOW_LOW: inverted,
        OUTSIDE_RANGE: (excess > (ROUNDING if interval.is_intraday else WIDEST)) & ~inverted,
    }
    if interval.is_intraday:
        return bad | {OUT_OF_SESSION: placed.outside}
    return bad | {CLOSED_DAY: placed.outside & ~(rows.volume > 0)}


def _live_defects(rows: Rows, times: Integers, interval: Interval, calendar: Calendar, asked: datetime) -> dict[str, Mask]:
    """The defects that only live sources have, as masks of the rows."""
    off_grid = np.zeros(len(times), dtype=bool)
    if interval.is_intraday:
        session = np.maximum(calendar.rows_of(times), 0)
        afternoon = times >= calendar.break_end[session]
        start = np.where(afternoon, calendar.break_end[session], calendar.open[session])
        # Closing auctions are on the clock's grid, whatever the afternoon began with.
        start = np.where(times >= calendar.close[session], calendar.close[session], start)
        off_grid = ((times - start) % interval.seconds != 0) & (times != UNREADABLE)
    with np.errstate(all="ignore"):
        scale = np.abs(np.log(rows.close / _usual_close(rows.close))) > np.log(SCALE)
    return {IN_FUTURE: times > asked.timestamp(), OFF_GRID: off_grid, OUT_OF_SCALE: scale}


def _usual_close(close: Floats) -> Floats:
    """The median close around each row; NaN where prices are missing."""
    if not len(close):
        return close
    wide = np.lib.stride_tricks.sliding_window_view(np.pad(close, _NEIGHBOURS, mode="edge"), 2 * _NEIGHBOURS + 1)
    known = np.isfinite(wide).any(axis=1)
    usual = np.full(len(close), np.nan)
    usual[known] = np.nanmedian(wide[known], axis=1)
    return usual


def _repeated(times: Integers) -> Mask:
    """Which rows have a time that a row before them had."""
    found: Mask = _seen_before(times) & (times != UNREADABLE)
    return found


def _first_of_each_time(times: Integers, usable: Mask) -> Integers:
    """Rows that are usable and the first such of their time, in order of time."""
    rows = np.flatnonzero(usable)
    rows = rows[~_seen_before(times[rows])]
    known = times[rows]
    return rows if bool((known[1:] > known[:-1]).all()) else rows[known.argsort(kind="stable")]


def _seen_before(values: Integers) -> Mask:
    """Which values occur earlier in the column as well; shape (n,)."""
    found = np.zeros(len(values), dtype=bool)
    if not bool((values[1:] > values[:-1]).all()):
        order = values.argsort(kind="stable")
        ordered = values[order]
        found[order[1:]] = ordered[1:] == ordered[:-1]
    return found


def _out_of_order(times: Integers) -> Mask:
    """Which rows are earlier than one before them; all false for a file that runs backward, which is an order too."""
    known = times != UNREADABLE
    readable = times[known]
    found = np.zeros(len(times), dtype=bool)
    if len(readable) < 2 or bool((np.diff(readable) <= 0).all()):
        return found
    found[known] = readable < np.maximum.accumulate(readable)
    return found


def _counted(masks: dict[str, Mask], line: Integers) -> tuple[Refused, ...]:
    """Each kind that occurs, with how often and the first line."""
    return tuple(Refused(kind, int(mask.sum()), int(line[mask.argmax()])) for kind, mask in masks.items() if bool(mask.any()))
