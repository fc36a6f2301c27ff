"""Bars made by prices instead of by time: Renko, Kagi, point and figure, and three-line break.

Each takes bars and gives bars, so that everything that can be done with the one can be done with the other. A row that
was made by a bar is stamped with that bar's time; where one bar makes several, they follow each other by a second. Rows
with prices that are not finite make nothing. Volumes are those of the bars since the row before.
"""

from __future__ import annotations

import itertools
import math
from array import array
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.document import BarStyle, PriceMadeStyle, Sizes
from charting.core.grid import Integers

PERIOD = 14
"""Bars of the average true range that the automatic box size is made of."""
REVERSAL = 3
"""Boxes that turn a column of point and figure."""
LINES = 3
"""Lines that a reversal of three-line break has to break."""

_REMEMBERED = 40 * PERIOD  # bars that still count in an average whose older ones weigh less than a rounding error
_PIECE = 1 << 15
_MOST = 20_000_000  # boxes that the closes may cross: more would not fit into memory
_A_BAR = 20  # boxes a bar that an automatic size may make at most


class PriceMade(Struct, frozen=True):
    """How bars were made by prices: ``box`` is the height of a box or the reversal, 0 where there is none.

    ``count`` is that of boxes or lines that a turn takes, 0 where nothing is counted. ``last`` is the last close of the bars
    that they were made of, which may have made nothing yet.
    """

    style: PriceMadeStyle
    box: float
    last: float
    count: int = 0


def make(bars: Bars, style: BarStyle, sizes: Sizes = Sizes()) -> tuple[Bars, PriceMade] | None:
    """Bars in one of the styles that prices make; None for the styles that show bars as they are.

    Sizes that are not given, or too small for these prices, are automatic.
    """
    last = float(bars.close[-1]) if len(bars) else math.nan
    match style:
        case "line-break":
            return line_break(bars, sizes.lines), PriceMade(style, 0.0, last, sizes.lines)
        case "renko":
            box, made = _with_box(bars, sizes.renko, renko)
            return made, PriceMade(style, box, last)
        case "kagi":
            box, made = _with_box(bars, sizes.kagi, kagi)
            return made, PriceMade(style, box, last)
        case "point-and-figure":
            box, made = _with_box(bars, sizes.box, lambda bars, box: point_and_figure(bars, box, sizes.reversal))
            return made, PriceMade(style, box, last, sizes.reversal)
    return None


def _with_box(bars: Bars, size: float | None, build: Callable[[Bars, float], Bars]) -> tuple[float, Bars]:
    if size is not None:
        try:
            return size, build(bars, size)
        except ValueError:
            pass  # too small: the automatic size makes as many boxes as can be looked at
    size = automatic_box(bars)
    return size, build(bars, size)


def automatic_box(bars: Bars) -> float:
    """A box size that suits bars: their average true range over 14 bars, rounded to 1, 2 or 5 times a power of ten.

    The average is Wilder's (New Concepts in Technical Trading Systems, 1978), at the last bar but one, because the last
    may still be forming. The size is larger where it would make more than twenty boxes a bar.
    """
    known = _known(bars.high, bars.low, bars.close)
    closes = bars.close[known]
    if not len(closes):
        return 1.0
    done = known[:-1][-_REMEMBERED:]
    size = _average_true_range(bars.high[done], bars.low[done], bars.close[done])
    if size <= 0:
        size = abs(float(closes[-1])) / 100 or 1.0
    least = max(_way(bars, known) / (_A_BAR * len(closes) + 1000), float(np.abs(closes).max()) * 1e-9)
    box = _round_number(size)
    return box if box >= least else _round_number(least * 2)


def renko(bars: Bars, box: float) -> Bars:
    """Renko bricks of the closes.

    Bricks are ``box`` high and stand on its multiples; the first begins at the multiple nearest to the first close. A
    close one whole box beyond the last brick, above or below, makes a brick on that side, and as many as fit between. A
    reversal therefore takes a way of two boxes.

    Source: S. Nison, Beyond Candlesticks, 1994.

    Raises
    ------
    ValueError
        If the box is not above zero, or so small that the bricks would be too many.
    """
    known = _known(bars.close)
    if not len(known):
        return Bars.empty(bars.interval)
    _check(box, bars, known)
    above, below = _boxes_below(bars.close[known], box), _boxes_above(bars.close[known], box)
    base = round(float(bars.close[known[0]]) / box)
    moved = np.flatnonzero((above > base) | (below < base))
    if not len(moved):
        return Bars.empty(bars.interval)
    above, below, known = above[moved[0] :], below[moved[0] :], known[moved[0] :]
    top = base if above[0] > base else base + 1
    tops = np.concatenate(([top], _tops(above, below, top)))
    steps = np.diff(tops)
    count = np.abs(steps)
    within = _within(count)
    sign = np.repeat(np.sign(steps), count)
    upper = np.repeat(tops[:-1], count) + sign * (within + 1)
    opens = np.where(sign > 0, upper - 1, upper) * box
    closes = np.where(sign > 0, upper, upper - 1) * box
    return _of_bodies(bars, np.repeat(known, count), opens, closes)


def kagi(bars: Bars, reversal: float) -> Bars:
    """Kagi lines of the closes, the last of which still grows.

    A line goes on with every close beyond its end; a close that lies ``reversal`` or more back from its end begins a line
    the other way. The first one begins at the first close. Each row opens where its line begins, at a shoulder or a waist,
    and closes where it ends; it is stamped with the close that began it. See :func:`kagi_thickness`.

    Source: S. Nison, Beyond Candlesticks, 1994.

    Raises
    ------
    ValueError
        If the reversal is not above zero, or too small to be told from rounding.
    """
    known = _known(bars.close)
    if not len(known):
        return Bars.empty(bars.interval)
    _check(reversal, bars, known)
    start = float(bars.close[known[0]])
    turns, ends = array("q", [0]), array("d")
    slack = reversal * (1 - 1e-9)  # a way of one reversal counts, also where the difference was rounded down
    end, rising = start, None
    for row, close in enumerate(_each(bars.close[known])):
        if rising is None:
            if abs(close - start) >= slack:
                end, rising = close, close > start
        elif (close > end) if rising else (close < end):
            end = close
        elif (end - close if rising else close - end) >= slack:
            ends.append(end)
            turns.append(row)
            end, rising = close, not rising
    if rising is None:
        return Bars.empty(bars.interval)
    ends.append(end)
    closes = _table(ends)
    return _of_columns(bars, known[_table(turns)], np.concatenate(([start], closes[:-1])), closes)


def kagi_thickness(lines: Bars) -> NDArray[np.bool_]:
    """Whether each Kagi line ends thick, (n,).

    One that rises above the last shoulder becomes thick, one that falls below the last waist thin, and others stay as they
    were; the first is thick if it rises.

    Source: S. Nison, Beyond Candlesticks, 1994 (yang and yin lines).
    """
    rising = lines.close > lines.open
    broke = np.ones(len(lines), dtype=np.bool_)
    broke[1:] = np.where(rising[1:], lines.close[1:] > lines.high[:-1], lines.close[1:] < lines.low[:-1])
    decided = np.maximum.accumulate(np.where(broke, np.arange(len(lines)), 0))
    return rising[decided]


def point_and_figure(bars: Bars, box: float, reversal: int = REVERSAL) -> Bars:
    """Columns of point and figure by the high-low method, the last of which still grows.

    A box stands for one multiple of ``box``: an X is drawn at each one a high reaches, an O at each one a low reaches. A
    bar that makes its column longer does nothing else; one that does not, but reaches ``reversal`` boxes the other way,
    begins a column one box from the last one's end. The first column begins with the multiple below the first close. Each
    row opens at its first box and closes at its last; rising ones are columns of X.

    Source: J. du Plessis, The Definitive Guide to Point and Figure, second edition 2012.

    Raises
    ------
    ValueError
        If the box is not above zero or far too small, or the reversal less than two boxes (which puts X and O into one
        column, so that a column is no bar).
    """
    if reversal < 2:
        raise ValueError("A reversal of point and figure needs at least two boxes.")
    known = _known(bars.high, bars.low, bars.close)
    if not len(known):
        return Bars.empty(bars.interval)
    _check(box, bars, known)
    tops, bottoms = _boxes_below(bars.high[known], box), _boxes_above(bars.low[known], box)
    first = end = int(_boxes_below(bars.close[known[:1]], box)[0])
    turns, starts, ends = array("q", [0]), array("q", [first]), array("q")
    rising: bool | None = None
    for row, (top, bottom) in enumerate(zip(_each(tops), _each(bottoms), strict=True)):
        if rising is None:
            if top > first or bottom < first:
                rising = top > first
                end = top if rising else bottom
        elif rising and top > end:
            end = top
        elif not rising and bottom < end:
            end = bottom
        elif (end - bottom if rising else top - end) >= reversal:
            ends.append(end)
            turns.append(row)
            starts.append(end - 1 if rising else end + 1)
            end, rising = (bottom, False) if rising else (top, True)
    if rising is None:
        return Bars.empty(bars.interval)
    ends.append(end)
    return _of_columns(bars, known[_table(turns)], _table(starts) * box, _table(ends) * box)


def line_break(bars: Bars, lines: int = LINES) -> Bars:
    """Lines of the closes that are turned by breaking the last ``lines`` of them.

    A close beyond the end of the last line makes a line on from there. A close beyond the other end of all the last
    ``lines`` lines, or of as many as there are, makes one the other way, from where the last one began. The first line
    goes from the first close to the first that differs. Closes between make nothing.

    Source: S. Nison, Beyond Candlesticks, 1994.

    Raises
    ------
    ValueError
        If ``lines`` is less than one.
    """
    if lines < 1:
        raise ValueError("A line break needs at least one line to be broken.")
    known = _known(bars.close)
    if not len(known):
        return Bars.empty(bars.interval)
    rows, opens, ends = array("q"), array("d"), array("d")
    low = high = float(bars.close[known[0]])  # a close outside of these makes a line
    for row, close in enumerate(_each(bars.close[known])):
        if low <= close <= high:
            continue
        rising = close > high
        if ends and rising == (ends[-1] > opens[-1]):
            opens.append(ends[-1])
        else:
            opens.append(opens[-1] if ends else low)
        rows.append(row)
        ends.append(close)
        latest = opens[-lines:] + ends[-lines:]
        low, high = (min(latest), close) if rising else (close, max(latest))
    return _of_bodies(bars, known[_table(rows)], _table(opens), _table(ends)) if rows else Bars.empty(bars.interval)


def _each(values: NDArray[Any]) -> Iterator[Any]:
    """The values as numbers of Python, a piece at a time: making many at once would stop every other thread."""
    pieces = (values[first : first + _PIECE] for first in range(0, len(values), _PIECE))
    return itertools.chain.from_iterable(piece.tolist() for piece in pieces)


def _table(values: array[Any]) -> NDArray[Any]:
    """The numbers of an array of the standard library, in its memory: a list would have to be gone through in one go."""
    return np.frombuffer(values, dtype=values.typecode)


def _known(*columns: Floats) -> Integers:
    """Rows in which all columns are finite."""
    return np.flatnonzero(np.logical_and.reduce([np.isfinite(column) for column in columns]))


def _way(bars: Bars, known: Integers) -> float:
    """How far prices went, up and down together."""
    closes, highs, lows = bars.close[known], bars.high[known], bars.low[known]
    return float(np.abs(np.diff(closes)).sum() + np.nan_to_num(highs - lows, posinf=0.0, neginf=0.0).sum())


def _check(box: float, bars: Bars, known: Integers) -> None:
    if not (math.isfinite(box) and box > 0):
        raise ValueError("The size of a box must be a number above zero.")
    closes = bars.close[known]
    if _way(bars, known) / box > _MOST or float(np.abs(closes).max()) / box > 1e12:
        raise ValueError(f"A box of {box:g} is too small for these prices; choose a larger one.")


def _average_true_range(high: Floats, low: Floats, close: Floats) -> float:
    """Wilder's average at the last of some rows; 0 without any."""
    if not len(close):
        return 0.0
    before = np.concatenate((close[:1], close[:-1]))
    ranges = np.maximum(high, before) - np.minimum(low, before)
    average = float(ranges[:PERIOD].mean())
    for value in ranges[PERIOD:].tolist():
        average += (value - average) / PERIOD
    return average


def _round_number(size: float) -> float:
    """1, 2 or 5 times a power of ten, the nearest by ratio."""
    power = math.floor(math.log10(size))
    candidates = [float(f"{digit}e{exponent}") for exponent in (power, power + 1) for digit in (1, 2, 5)]
    return min(candidates, key=lambda candidate: abs(math.log(candidate / size)))


def _boxes_below(prices: Floats, box: float) -> Integers:
    """The highest multiple of ``box`` not above each price; one that is missed by a rounding error only counts."""
    found: Integers = np.floor(prices / box + _slack(prices, box)).astype(np.int64)
    return found


def _boxes_above(prices: Floats, box: float) -> Integers:
    """The lowest multiple of ``box`` not below each price."""
    found: Integers = np.ceil(prices / box - _slack(prices, box)).astype(np.int64)
    return found


def _slack(prices: Floats, box: float) -> Floats:
    return 1e-9 + np.abs(prices / box) * 1e-15


def _tops(above: Integers, below: Integers, top: int) -> Integers:
    """The upper edge of the last brick after each close, in boxes.

    A brick whose top is ``t`` stays while ``above`` <= t <= ``below`` + 1. Closes in the box of the one before change
    nothing and are passed over.
    """
    moved = np.flatnonzero((np.diff(above, prepend=above[0] - 1) != 0) | (np.diff(below, prepend=below[0] - 1) != 0))
    found = array("q")
    for low, high in zip(_each(above[moved]), _each(below[moved] + 1), strict=True):
        if top < low:
            top = low
        elif top > high:
            top = high
        found.append(top)
    return np.repeat(_table(found), np.diff(moved, append=len(above)))


def _within(count: Integers) -> Integers:
    """0, 1, 2 ... for each of some runs with the given lengths; at least one run."""
    ends = np.cumsum(count)
    return np.arange(int(ends[-1])) - np.repeat(ends - count, count)


def _of_bodies(bars: Bars, rows: Integers, opens: Floats, closes: Floats) -> Bars:
    """Rows made by bars when these were complete; several by one bar share the volume since the row before equally."""
    firsts = np.flatnonzero(np.diff(rows, prepend=-1))
    makers, count = rows[firsts], np.diff(firsts, append=len(rows))
    starts = np.concatenate(([0], makers[:-1] + 1))
    volumes = np.repeat(_totals(bars.volume[: makers[-1] + 1], starts) / count, count)
    place = np.arange(len(rows))
    # A second apart; where a bar has fewer seconds than rows, the following rows give way.
    times = np.maximum.accumulate(bars.time[rows] - place) + place
    return _of(bars, times, opens, closes, volumes)


def _of_columns(bars: Bars, rows: Integers, opens: Floats, closes: Floats) -> Bars:
    """Rows that were begun by bars and grew until the next was begun; the first has the volume from the first bar on."""
    return _of(bars, bars.time[rows], opens, closes, _totals(bars.volume, np.concatenate(([0], rows[1:]))))


def _of(bars: Bars, times: Integers, opens: Floats, closes: Floats, volumes: Floats) -> Bars:
    return Bars.of(times, opens, np.maximum(opens, closes), np.minimum(opens, closes), closes, volumes, bars.interval)


def _totals(volume: Floats, places: Integers) -> Floats:
    """Sums from each of rising places to the next, of what is known; NaN where nothing is."""
    missing = np.isnan(volume)
    known = np.add.reduceat((~missing).astype(np.int64), places) > 0
    return np.where(known, np.add.reduceat(np.where(missing, 0.0, volume), places), np.nan)
