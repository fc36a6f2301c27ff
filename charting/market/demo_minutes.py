"""The demonstration market's one-minute bars: paths through each day's open, high, low and close."""

from __future__ import annotations

import datetime
from functools import lru_cache

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.grid import Integers
from charting.core.instrument import Instrument
from charting.core.interval import MINUTE
from charting.market.demo_landmarks import story
from charting.market.demo_paths import Daily, daily, demo_sessions
from charting.market.demo_random import Bits, normal, random_bits, uniform
from charting.market.instruments import instrument_of

_MARKET_SEED, _MARKET_STREAM, _OWN_STREAM = 852, 2, 3
_MINUTES = 330  # of a full session
_MARKET_WORDS, _OWN_WORDS = 3, 5  # random words for a session of the market, and for each minute of an instrument
_COMMON = 0.65  # correlation of an instrument's minutes with the market's
_WALK_RANGE = 1.6  # expected range of a Brownian motion over the standard deviation of its end, sqrt(8 / pi)
_AIR, _MOST_AIR = 0.32, 0.25  # shares of the day's range that the path keeps away from its extremes
_AUCTION = 0.04  # share of the day's volume

_Columns = tuple[Floats, Floats, Floats, Floats, Floats]


@lru_cache(maxsize=2)
def minutes(symbol: str) -> Bars:
    """All one-minute bars of one of the demonstration's instruments; together they make its daily bars exactly.

    Stamps are the beginnings of the minutes of continuous trading, none in the lunch break. There is no bar for the
    closing auction: what it trades is in the last minute's volume.

    Raises
    ------
    KeyError
        If the demonstration has no such instrument.
    """
    days, sessions = daily(symbol), demo_sessions()
    own = random_bits(story().script(symbol).seed, _OWN_STREAM, len(sessions), _MINUTES * _OWN_WORDS)
    market = random_bits(_MARKET_SEED, _MARKET_STREAM, len(sessions), _MINUTES + _MARKET_WORDS)
    mornings = (sessions.break_start - sessions.open) // 60
    afternoons = (sessions.close - sessions.break_end) // 60
    parts: list[tuple[Integers, _Columns]] = []
    shapes = np.stack([mornings, afternoons], axis=1)[days.first_row :]
    for morning, afternoon in np.unique(shapes, axis=0).tolist():
        rows = days.first_row + np.flatnonzero((shapes == [morning, afternoon]).all(axis=1))
        day = _Day(morning, afternoon)
        words = own[rows].reshape(len(rows), _OWN_WORDS, _MINUTES)[:, :, : day.length]
        stamps = day.stamps(sessions.open[rows], sessions.break_end[rows])
        dates = [sessions.dates[row] for row in rows.tolist()]
        parts.append((stamps, _columns(symbol, days, rows - days.first_row, dates, day, words, market[rows])))
    time = np.concatenate([stamps.ravel() for stamps, _ in parts])
    order = np.argsort(time, kind="stable")
    opens, highs, lows, closes, volume = (
        np.concatenate([columns[number].ravel() for _, columns in parts])[order] for number in range(5)
    )
    return Bars.of(time[order], opens, highs, lows, closes, volume, MINUTE)


class _Day(Struct, frozen=True):
    """A kind of session: minutes before and after its break (0 after on half days)."""

    morning: int
    afternoon: int

    @property
    def length(self) -> int:
        """All minutes of trading."""
        return self.morning + self.afternoon

    def stamps(self, opens: Integers, break_ends: Integers) -> Integers:
        """UTC seconds at which each minute begins, (sessions, length)."""
        before = opens[:, None] + 60 * np.arange(self.morning)
        after = break_ends[:, None] + 60 * np.arange(self.afternoon)
        return np.concatenate((before, after), axis=1)

    def unrest(self) -> Floats:
        """Each minute's share of the session's variance: most after the opening, some after lunch and at the end."""
        minute = np.arange(self.length, dtype=np.float64)
        after_lunch = np.where(minute >= self.morning, np.exp((self.morning - minute) / 10.0), 0.0)
        shape = 0.7 + 2.4 * np.exp(-minute / 12.0) + 0.5 * after_lunch + 0.6 * np.exp((minute - self.length) / 25.0)
        return np.asarray(shape / shape.sum())


def _columns(
    symbol: str, days: Daily, rows: Integers, dates: list[datetime.date], day: _Day, own: Bits, market: Bits
) -> _Columns:
    """Open, high, low, close and volume of every minute of sessions of one kind, (sessions, length) each."""
    bars = days.bars
    ends = bars.open[rows], bars.high[rows], bars.low[rows], bars.close[rows]
    high, low = ends[1][:, None], ends[2][:, None]
    noise = _COMMON * normal(market[:, : day.length]) + (1.0 - _COMMON**2) ** 0.5 * normal(own[:, 0])
    step = np.sqrt(day.unrest()) * (high - low) / _WALK_RANGE
    path = _path(*ends, day, noise * step, uniform(market[:, _MINUTES:]))
    opens, closes = path[:, :-1] + 0.15 * step * normal(own[:, 1]), path[:, 1:]
    opens[:, 0] = path[:, 0]
    highs = np.maximum(opens, closes) + 0.7 * step * uniform(own[:, 2]) ** 2
    lows = np.minimum(opens, closes) - 0.7 * step * uniform(own[:, 3]) ** 2
    rounding = _rounding(instrument_of(symbol), dates, ends[1], ends[2])
    prices = [np.clip(_on_ticks(column, rounding), low, high) for column in (opens, highs, lows, closes)]
    effort = day.unrest() * np.exp(0.45 * normal(own[:, 4])) * (0.5 + np.abs(noise))
    volume = _spread(bars.volume[rows], story().script(symbol).volume_step, effort)
    return prices[0], prices[1], prices[2], prices[3], volume


def _path(opens: Floats, highs: Floats, lows: Floats, closes: Floats, day: _Day, walk: Floats, draw: Floats) -> Floats:
    """Prices at the minutes' borders, (sessions, length + 1), from the open to the close.

    They touch the high and the low once and stay between them: Brownian bridges from the open to one extreme, to the
    other and to the close, thrown back from the range's ends.

    Parameters
    ----------
    walk
        Steps of an unbound random walk, (sessions, length).
    draw
        Numbers in [0, 1), (sessions, 3): which extreme comes first, and when.
    """
    span = highs - lows
    low_first = draw[:, 0] < 0.5 + 0.5 * (closes - opens) / np.where(span > 0, span, 1.0)
    one, two = np.where(low_first, lows, highs), np.where(low_first, highs, lows)
    unrest = np.concatenate(([0.0], np.cumsum(day.unrest())))
    first, second = _turns(np.abs(one - opens), span, np.abs(two - closes), draw, unrest)
    borders = np.arange(day.length + 1)
    leg = (borders >= first[:, None]).astype(np.int64) + (borders >= second[:, None])
    knots = np.stack([np.zeros_like(first), first, second, np.full_like(first, day.length)], axis=1)
    prices = np.stack([opens, one, two, closes], axis=1)
    left, right = np.take_along_axis(knots, leg, 1), np.take_along_axis(knots, leg + 1, 1)
    start, stop = np.take_along_axis(prices, leg, 1), np.take_along_axis(prices, leg + 1, 1)
    spent, whole = unrest - unrest[left], unrest[right] - unrest[left]
    share = np.divide(spent, whole, out=np.zeros_like(spent), where=whole > 0)
    walked = np.concatenate((np.zeros((len(walk), 1)), np.cumsum(walk, axis=1)), axis=1)
    begun = np.take_along_axis(walked, left, 1)
    detour = walked - begun - share * (np.take_along_axis(walked, right, 1) - begun)
    bound_one, bound_two = (_air(unrest, knots, column, np.abs(prices - prices[:, column, None]), span) for column in (1, 2))
    floor = np.where(low_first[:, None], lows[:, None] + bound_one, lows[:, None] + bound_two)
    ceiling = np.where(low_first[:, None], highs[:, None] - bound_two, highs[:, None] - bound_one)
    path = _folded(start + share * (stop - start) + detour, floor, ceiling)
    path[:, -1] = closes
    return path


def _air(unrest: Floats, knots: Integers, column: int, distance: Floats, span: Floats) -> Floats:
    """How near the path may come to the extreme in a column of ``knots``, in prices, (sessions, length + 1).

    A walk keeps away from its own maximum about as far as the square root of the time from it; without this the path
    would touch its bounds again and again. Open and close, ``distance`` away from it, must keep their places.
    """
    reach = _AIR * span[:, None]
    from_extreme = reach * np.sqrt(np.abs(unrest - unrest[knots[:, column]][:, None]))
    from_open = distance[:, :1] + reach * np.sqrt(unrest)
    from_close = distance[:, 3:] + reach * np.sqrt(unrest[-1] - unrest)
    nearest = np.minimum(np.minimum(from_extreme, _MOST_AIR * span[:, None]), np.minimum(from_open, from_close))
    return np.asarray(nearest)


def _turns(before: Floats, span: Floats, after: Floats, draw: Floats, unrest: Floats) -> tuple[Integers, Integers]:
    """Borders at which the day's first and second extreme are reached, (sessions,) each.

    A walk needs time for a distance; the shares of the three ways grow with their lengths and vary by chance. At least
    one minute goes to every way that has a length.
    """
    length = len(unrest) - 1
    ways = np.stack([before, span, after], axis=1) / np.where(span > 0, span, 1.0)[:, None]
    times = ways * np.sqrt(ways) * (0.4 + np.stack([draw[:, 1], draw[:, 2], 1.0 - draw[:, 1]], axis=1))
    ends = np.cumsum(times, axis=1)
    total = np.where(ends[:, 2] > 0, ends[:, 2], 1.0)
    first = np.clip(np.searchsorted(unrest, ends[:, 0] / total), before > 0, length - 1 - (after > 0))
    second = np.clip(np.searchsorted(unrest, ends[:, 1] / total), first + 1, length - (after > 0))
    return first, np.where(after > 0, second, length)


def _folded(path: Floats, floor: Floats, ceiling: Floats) -> Floats:
    """A path thrown back from two bounds as often as it crosses them; all of the same shape."""
    span = ceiling - floor
    width = np.where(span > 0, span, 1.0)
    inside = np.mod(path - floor, 2 * width)
    return np.where(span > 0, floor + width - np.abs(width - inside), floor)


class _Rounding(Struct, frozen=True, eq=False):
    """Ticks of sessions, as how many go into 1: up to ``border`` and above it, (sessions, 1) each."""

    below: Floats
    above: Floats
    border: Floats


def _rounding(instrument: Instrument, dates: list[datetime.date], highs: Floats, lows: Floats) -> _Rounding:
    """The ticks that the prices of each session need; a session's range meets at most one step of the table."""
    fine = [instrument.tick_size(price, date) for price, date in zip(lows.tolist(), dates, strict=True)]
    coarse = [instrument.tick_size(price, date) for price, date in zip(highs.tolist(), dates, strict=True)]
    border = [
        _border(instrument, low, high, date) if one != other else np.inf
        for one, other, low, high, date in zip(fine, coarse, lows.tolist(), highs.tolist(), dates, strict=True)
    ]
    columns = np.array([np.round(1.0 / np.array(fine)), np.round(1.0 / np.array(coarse)), border])
    return _Rounding(*columns[:, :, None])


def _border(instrument: Instrument, low: float, high: float, date: datetime.date) -> float:
    """The price between two at which the tick size changes, found by halving; it is a multiple of the finer tick."""
    fine = instrument.tick_size(low, date)
    below, above = round(low / fine), round(high / fine)
    while above - below > 1:
        middle = (below + above) // 2
        if instrument.tick_size(middle * fine, date) == fine:
            below = middle
        else:
            above = middle
    return instrument.round_to_tick(above * fine, date)


def _on_ticks(prices: Floats, rounding: _Rounding) -> Floats:
    """The valid prices nearest to ``prices``, (sessions, length).

    A whole number of ticks over the ticks in 1 is the float64 nearest to the decimal price, as in daily bars.
    """
    per_unit = np.where(prices < rounding.border, rounding.below, rounding.above)
    found: Floats = np.round(prices * per_unit) / per_unit
    return found


def _spread(volumes: Floats, step: int, effort: Floats) -> Floats:
    """Each session's volume over its minutes in whole steps, by effort, the auction's part on the last; same shape."""
    length = effort.shape[1]
    share = np.cumsum(effort, axis=1)
    share *= (1.0 - _AUCTION) / share[:, -1:]
    share[:, -1] = 1.0
    steps = np.round(volumes / step)[:, None]
    least = np.where(steps >= 2 * length, 1.0, 0.0)
    reached = np.floor((steps - least * length) * share) + least * np.arange(1, length + 1)
    return np.asarray(np.diff(reached, axis=1, prepend=0.0) * step)
