"""The demonstration market's daily bars: random paths bent through the landmarks of its story."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from functools import cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.calendar import calendar_for
from charting.core.grid import Integers
from charting.core.instrument import Instrument
from charting.core.interval import DAY
from charting.core.median import median
from charting.market.demo_landmarks import Channel, Script, story
from charting.market.demo_random import normal, random_bits, uniform
from charting.market.instruments import instrument_of

_STREAM = 1
_FULL_SESSION = 5.5 * 3600
# Volatility comes in spells: its logarithm keeps 94 % of itself from day to day; one day in twenty brings a shock.
_NERVES_MEMORY, _NERVES_SIZE = 0.94, 0.34
_SHOCK_CHANCE, _SHOCK = 0.05, 1.5
# Of a day's return, 30 % and more come overnight, up to 60 % of a crash; besides, the open errs either way.
_GAP_SHARE, _GAP_SHARE_RISE, _GAP_SHARE_MOST, _GAP_NOISE = 0.30, 2.0, 0.60, 0.45
_INTRADAY_SHARE = 0.8  # of the day's standard deviation, for the walk from the open to the close
_MARGIN = 0.004  # closes stay this far inside bounds, in logarithmic price, to leave room for highs and lows


class Sessions(Struct, frozen=True, eq=False):
    """The sessions of the demonstration: dates, and times as the calendar's columns, UTC seconds, each (n,)."""

    dates: tuple[datetime.date, ...]
    open: Integers
    break_start: Integers
    break_end: Integers
    close: Integers

    def __len__(self) -> int:
        return len(self.dates)

    def row(self, date: datetime.date) -> int:
        """The row of a date.

        Raises
        ------
        ValueError
            If the exchange was closed on it, or it lies outside the demonstration.
        """
        row = bisect_left(self.dates, date)
        if self.dates[row : row + 1] != (date,):
            raise ValueError(f"The demonstration has no session on {date}.")
        return row

    @property
    def lengths(self) -> Floats:
        """Share of a full session's trading time, 1 except on half days; (n,)."""
        seconds = self.close - self.open - (self.break_end - self.break_start)
        return np.minimum(seconds / _FULL_SESSION, 1.0)


@cache
def demo_sessions() -> Sessions:
    """All sessions from the story's first day to its last."""
    tale = story()
    calendar = calendar_for(tale.exchange)
    start, stop = calendar.day.searchsorted(
        [np.datetime64(tale.first).astype(np.int64), np.datetime64(tale.last).astype(np.int64) + 1]
    )
    rows = slice(int(start), int(stop))
    dates = tuple(calendar.day[rows].astype("datetime64[D]").tolist())
    return Sessions(dates, calendar.open[rows], calendar.break_start[rows], calendar.break_end[rows], calendar.close[rows])


class Tide(Struct, frozen=True, eq=False):
    """What an instrument hands on to those that follow it, each (n,) over all sessions, in logarithmic prices.

    Attributes
    ----------
    returns
        From close to close.
    gaps
        The part of the step from the last close to the open that says nothing about the close.
    sigma
        Standard deviation of the return, as it was drawn.
    """

    returns: Floats
    gaps: Floats
    sigma: Floats

    @classmethod
    def calm(cls, count: int) -> Tide:
        """No movement at all: what the leader follows."""
        return cls(np.zeros(count), np.zeros(count), np.zeros(count))


class Daily(Struct, frozen=True, eq=False):
    """The daily bars of an instrument, the row of its first session, and what others may follow."""

    bars: Bars
    first_row: int
    tide: Tide


@cache
def daily(symbol: str) -> Daily:
    """The daily bars of one of the demonstration's instruments.

    Raises
    ------
    KeyError
        If the demonstration has no such instrument.
    """
    tale, sessions = story(), demo_sessions()
    leader = Tide.calm(len(sessions)) if symbol == tale.leader else daily(tale.leader).tide
    return simulate(tale.script(symbol), instrument_of(symbol), sessions, leader)


def simulate(script: Script, instrument: Instrument, sessions: Sessions, leader: Tide) -> Daily:
    """Daily bars that follow a script.

    Closes are a random walk of clustered volatility that shares its beta of the leader's returns, bent into Brownian
    bridges from one known close to the next. Opens gap away from the close before; highs and lows are drawn from the
    distribution of a Brownian bridge's extremes.
    """
    first = 0 if script.first is None else sessions.row(script.first)
    bits = random_bits(script.seed, _STREAM, len(sessions), 10)
    own = _volatility(script, sessions, bits)
    walk = own * normal(bits[:, 2]) + script.follows * leader.returns
    closes = _closes(script, instrument, sessions, walk[first:], own[first:], first)
    tide = Tide(
        returns=np.concatenate((walk[: first + 1], np.diff(np.log(closes)))),
        gaps=_GAP_NOISE * own * normal(bits[:, 3]) + script.follows * leader.gaps,
        sigma=np.hypot(own, script.follows * leader.sigma),
    )
    opens, highs, lows = _Prices(script, instrument, sessions, first, closes, tide, bits).others()
    volume = _volume(script, sessions, np.log(highs / lows), tide, bits, first)
    return Daily(Bars.of(sessions.open[first:], opens, highs, lows, closes, volume, DAY), first, tide)


def _volatility(script: Script, sessions: Sessions, bits: NDArray[np.uint64]) -> Floats:
    """Own standard deviation of each session: calm and nervous weeks, rare shocks, and the script's stress; (n,)."""
    nerves = _memory(normal(bits[:, 0]), _NERVES_MEMORY)
    stress = np.ones(len(sessions))
    previous = 0
    for waypoint in script.waypoints:
        row = sessions.row(waypoint.date)
        stress[previous + 1 : row + 1] = waypoint.stress
        previous = row
    shock = np.where(uniform(bits[:, 1]) < _SHOCK_CHANCE, _SHOCK, 1.0)
    return script.volatility * stress * shock * np.exp(_NERVES_SIZE * nerves) * np.sqrt(sessions.lengths)


def _memory(noise: Floats, keep: float) -> Floats:
    """An autoregressive series of standard deviation 1 that keeps the share ``keep`` of itself from row to row; (n,)."""
    fresh = (1.0 - keep * keep) ** 0.5
    level, found = 0.0, np.empty(len(noise))
    for row, step in enumerate(noise.tolist()):
        level = keep * level + fresh * step
        found[row] = level
    return found


def _closes(script: Script, instrument: Instrument, sessions: Sessions, walk: Floats, sigma: Floats, first: int) -> Floats:
    """Closing prices on ticks: the walk, bent so that it meets each known close, thrown back at bounds; (n - first,)."""
    known = _known_closes(script, instrument, sessions)
    rows = np.array(sorted(known)) - first
    wanted = np.log([known[row + first] for row in rows.tolist()])
    path, spent = np.cumsum(walk), np.cumsum(sigma * sigma)
    path += np.interp(spent, spent[rows], wanted - path[rows])
    free = np.ones(len(path), dtype=bool)
    free[rows] = False
    floor, ceiling = (np.log(bound[first:]) for bound in _bounds(script, sessions))
    path = np.where(free & (path > ceiling - _MARGIN), 2 * (ceiling - _MARGIN) - path, path)
    path = np.where(free & (path < floor + _MARGIN), 2 * (floor + _MARGIN) - path, path)
    closes = [
        instrument.round_to_tick(price, date) for price, date in zip(np.exp(path).tolist(), sessions.dates[first:], strict=True)
    ]
    return np.array(closes)


def _known_closes(script: Script, instrument: Instrument, sessions: Sessions) -> dict[int, float]:
    """Closes the script gives, by row: waypoints, marks, and what follows from published changes."""
    known = {sessions.row(waypoint.date): waypoint.close for waypoint in script.waypoints}
    known |= {sessions.row(mark.date): mark.price for mark in script.marks if mark.field == "close"}
    for change in script.changes:
        row, factor = sessions.row(change.date), 1.0 + change.percent / 100.0
        if row in known:
            known[row - 1] = instrument.round_to_tick(known[row] / factor, sessions.dates[row - 1])
        else:
            known[row] = instrument.round_to_tick(known[row - 1] * factor, sessions.dates[row])
    return known


def channel_lines(channel: Channel, sessions: Sessions) -> tuple[Floats, Floats]:
    """The lower and the upper line of a channel at every session, (n,) each; infinite before its first."""
    rows = np.arange(len(sessions))
    floor = channel.floor[1] + channel.rise * (rows - sessions.row(channel.floor[0]))
    ceiling = channel.ceiling[1] + channel.rise * (rows - sessions.row(channel.ceiling[0]))
    before = rows < sessions.row(channel.first)
    return np.where(before, -np.inf, floor), np.where(before, np.inf, ceiling)


def _bounds(script: Script, sessions: Sessions) -> tuple[Floats, Floats]:
    """The lowest and the highest price that a script allows in each session, (n,) each."""
    floor, ceiling = np.full(len(sessions), 1e-9), np.full(len(sessions), np.inf)
    for limit in script.ceilings:
        rows = slice(sessions.row(limit.first), sessions.row(limit.last) + 1)
        ceiling[rows] = np.minimum(ceiling[rows], limit.price)
    if script.channel is not None:
        lower, upper = channel_lines(script.channel, sessions)
        floor, ceiling = np.maximum(floor, lower), np.minimum(ceiling, upper)
    return floor, ceiling


class _Prices(Struct, frozen=True, eq=False):
    """What opens, highs and lows of an instrument are made from; ``closes`` begin at row ``first``."""

    script: Script
    instrument: Instrument
    sessions: Sessions
    first: int
    closes: Floats
    tide: Tide
    bits: NDArray[np.uint64]

    def others(self) -> tuple[Floats, Floats, Floats]:
        """Opens, highs and lows, on ticks and inside the script's bounds."""
        floor, ceiling = (bound[self.first :] for bound in _bounds(self.script, self.sessions))
        marked = {field: self._marked(field) for field in ("open", "high", "low")}
        close, draw = np.log(self.closes), uniform(self.bits[self.first :, 4:8])
        returns, gaps, sigma = self.tide.returns[self.first :], self.tide.gaps[self.first :], self.tide.sigma[self.first :]
        overnight = np.minimum(_GAP_SHARE + _GAP_SHARE_RISE * np.abs(returns), _GAP_SHARE_MOST)
        opens = close - (1.0 - overnight) * returns + gaps
        top, bottom = np.fmin(np.log(ceiling), np.log(marked["high"])), np.fmax(np.log(floor), np.log(marked["low"]))
        opens = _inside(opens, close, bottom, top, draw[:, 0])
        opens = np.where(np.isnan(marked["open"]), opens, np.log(marked["open"]))
        body, spread = opens - close, 2.0 * (_INTRADAY_SHARE * sigma) ** 2
        highs = (opens + close + np.sqrt(body**2 - spread * np.log1p(-draw[:, 1]))) / 2
        lows = (opens + close - np.sqrt(body**2 - spread * np.log1p(-draw[:, 2]))) / 2
        highs = _inside(highs, np.maximum(opens, close), bottom, np.log(ceiling), draw[:, 3])
        lows = _inside(lows, np.minimum(opens, close), np.log(floor), top, draw[:, 3])
        opens, highs, lows = (self._on_ticks(np.exp(column)) for column in (opens, highs, lows))
        highs = np.where(np.isnan(marked["high"]), np.maximum(highs, np.maximum(opens, self.closes)), marked["high"])
        lows = np.where(np.isnan(marked["low"]), np.minimum(lows, np.minimum(opens, self.closes)), marked["low"])
        return opens, highs, lows

    def _marked(self, field: str) -> Floats:
        """Prices that the script fixes, NaN elsewhere: marks, and touches of the channel's lines; (n,)."""
        found = np.full(len(self.sessions), np.nan)
        channel = self.script.channel
        if channel is not None and field in ("high", "low"):
            lower, upper = channel_lines(channel, self.sessions)
            for date in channel.highs if field == "high" else channel.lows:
                row = self.sessions.row(date)
                found[row] = self.instrument.round_to_tick(float((upper if field == "high" else lower)[row]), date)
        for mark in self.script.marks:
            if mark.field == field:
                found[self.sessions.row(mark.date)] = mark.price
        return found[self.first :]

    def _on_ticks(self, prices: Floats) -> Floats:
        dates = self.sessions.dates[self.first :]
        return np.array([self.instrument.round_to_tick(price, date) for price, date in zip(prices.tolist(), dates, strict=True)])


def _inside(prices: Floats, base: Floats, floor: Floats, ceiling: Floats, draw: Floats) -> Floats:
    """Prices between two bounds: what lies beyond one comes back to somewhere between it and ``base``; (n,)."""
    share = 0.15 + 0.7 * draw
    with np.errstate(invalid="ignore"):
        prices = np.where(prices > ceiling, base + share * (ceiling - base), prices)
        return np.where(prices < floor, base + share * (floor - base), prices)


def _volume(script: Script, sessions: Sessions, spans: Floats, tide: Tide, bits: NDArray[np.uint64], first: int) -> Floats:
    """Volumes: more on days of wide range, slow tides, half of it on half days, in whole steps; (n - first,)."""
    excitement = np.clip(np.log(spans / median(tide.sigma)), -1.2, 1.4)
    mood = _memory(normal(bits[:, 8]), 0.9)[first:]
    growth = np.linspace(-0.3, 0.3, len(sessions))[first:]
    wanted = script.volume * np.exp(0.55 * excitement + 0.22 * mood + 0.15 * normal(bits[first:, 9]) + growth)
    wanted = wanted * sessions.lengths[first:] ** 0.6
    return np.asarray(np.maximum(np.round(wanted / script.volume_step), 1.0) * script.volume_step)
