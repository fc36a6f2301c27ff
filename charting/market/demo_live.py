"""The demonstration market going on: sessions after its last, invented trade by trade, played at a chosen speed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats, Times
from charting.core.calendar import Session, calendar_for
from charting.core.instrument import Instrument
from charting.market.demo_landmarks import Script, story
from charting.market.demo_paths import daily
from charting.market.demo_random import normal, random_bits, uniform
from charting.market.instruments import instrument_of
from charting.market.provider import LineNews
from charting.market.quote import Quote

STEP = 5
"""Seconds of the market's time from trade to trade."""

PACE = 0.1
"""Seconds between two deliveries."""

SPEEDS = (1.0, 10.0, 60.0, 300.0)
"""How many times faster than a market it can go."""

USUAL_SPEED = 60.0

_MARKET_SEED, _STREAM = 852, 1000
_FULL = 330 * 60 // STEP
_INTRADAY, _OVERNIGHT = 0.8, 0.4  # shares of a day's standard deviation
_JUMPY = 0.04  # share of trades that are much larger than others


class Trades(Struct, frozen=True, eq=False):
    """All trades of one simulated session.

    Attributes
    ----------
    time
        (n,) UTC seconds, one every :data:`STEP` of continuous trading, the first at the opening.
    price
        (n,) on the instrument's ticks.
    volume
        (n,) of the session up to each trade.
    previous
        The close of the session before.
    """

    time: Times
    price: Floats
    volume: Floats
    previous: float

    def __len__(self) -> int:
        return len(self.time)

    def minutes(self, count: int) -> tuple[Times, tuple[Floats, ...]]:
        """Stamps, opens, highs, lows, closes and volumes of the minutes that the first ``count`` trades make."""
        minute = self.time[:count] // 60 * 60
        first = np.flatnonzero(np.diff(minute, prepend=-1))
        last = np.append(first[1:], count) - 1
        price = self.price[:count]
        volume = np.diff(self.volume[last], prepend=0.0)
        columns = price[first], np.maximum.reduceat(price, first), np.minimum.reduceat(price, first), price[last], volume
        return minute[first], columns


@lru_cache(maxsize=64)
def trades(symbol: str, number: int) -> Trades:
    """The trades of the ``number``-th session after the demonstration's last, counted from 0: the same everywhere.

    A share's path is its beta of the leader's and a walk of its own; the first price gaps away from the close before.
    """
    tale = story()
    script, leader, instrument = tale.script(symbol), tale.script(tale.leader), instrument_of(symbol)
    session = session_after(number)
    times = _times(session)
    previous = float(daily(symbol).bars.close[-1]) if number == 0 else float(trades(symbol, number - 1).price[-1])
    size = len(times)
    market, own = _steps(leader, _MARKET_SEED, number, size), _steps(script, script.seed, number, size)
    walk = market if symbol == tale.leader else script.follows * market + own
    prices = previous * np.exp(np.cumsum(walk))
    return Trades(times, _on_ticks(prices, instrument, session), _volume(script, number, size), previous)


def session_after(number: int) -> Session:
    """The ``number``-th session after the demonstration's last, counted from 0."""
    calendar = calendar_for(story().exchange)
    last = int(calendar.day.searchsorted(np.datetime64(story().last).astype(np.int64)))
    return calendar.session(last + 1 + number)


def _times(session: Session) -> Times:
    parts = (session.open, session.break_start), (session.break_end, session.close)
    return np.concatenate([np.arange(start, stop, STEP, dtype=np.int64) for start, stop in parts])


def _steps(script: Script, seed: int, number: int, size: int) -> Floats:
    """Logarithmic steps of a walk, the first one overnight; (size,)."""
    bits = random_bits(seed, _STREAM + number, 2, size)
    noise = normal(bits[0])
    calm = np.where(uniform(bits[1]) < _JUMPY, 3.0, 1.0)
    found = noise * calm * script.volatility * _INTRADAY / (_FULL * (1 + 8 * _JUMPY)) ** 0.5
    found[0] = noise[0] * script.volatility * _OVERNIGHT
    return np.asarray(found)


def _on_ticks(prices: Floats, instrument: Instrument, session: Session) -> Floats:
    return np.array([instrument.round_to_tick(price, session.date) for price in prices.tolist()])


def _volume(script: Script, number: int, size: int) -> Floats:
    bits = random_bits(script.seed, 2 * _STREAM + number, 2, size)
    wanted = script.volume / _FULL * np.exp(0.8 * normal(bits[0])) * np.where(uniform(bits[1]) < _JUMPY, 6.0, 0.8)
    return np.asarray(np.cumsum(np.round(wanted / script.volume_step) * script.volume_step))


class Place(Struct, frozen=True):
    """A moment of the simulation: a session after the demonstration's last, and how many of its trades were made."""

    session: int
    trades: int


class Going(Struct, frozen=True):
    """How far the simulation has gone, in steps of :data:`STEP`, and how many times faster than a market it goes."""

    steps: float
    speed: float


class Simulation:
    """Lets the demonstration's market go on from its last session, from :meth:`start` to :meth:`stop`; any thread.

    Nights, weekends and lunch breaks take no time. What happens depends on nothing but how far it has gone: the same
    prices come at any speed and on any day. The demonstration's own bars are never changed.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._changed = threading.Condition()
        self._speed: float | None = None
        self._since = 0.0
        self._done = 0.0

    @property
    def speed(self) -> float | None:
        """How many times faster than a market it goes; None while it does not."""
        return self._speed

    def start(self, speed: float = USUAL_SPEED) -> None:
        """Begin at the opening after the demonstration's last session, or go on at another speed."""
        with self._changed:
            self._done = 0.0 if self._speed is None else self._steps()
            self._since, self._speed = self._clock(), speed
            self._changed.notify_all()

    @property
    def going(self) -> Going | None:
        """What :meth:`resume` goes on from; None while it is stopped."""
        with self._changed:
            return None if self._speed is None else Going(self._steps(), self._speed)

    def resume(self, going: Going) -> None:
        """Go on where another one stood."""
        with self._changed:
            self._done, self._since, self._speed = going.steps, self._clock(), going.speed
            self._changed.notify_all()

    def stop(self) -> None:
        """End it; nothing of it remains."""
        with self._changed:
            self._speed = None
            self._changed.notify_all()

    def place(self) -> Place | None:
        """How far it has gone; None while it is stopped. At least one trade has been made."""
        with self._changed:
            if self._speed is None:
                return None
            left, number = int(self._steps()) + 1, 0
        while left > (size := len(_times(session_after(number)))):
            left, number = left - size, number + 1
        return Place(number, left)

    def now(self) -> datetime | None:
        """The market's present (aware, UTC): when the last trade was made; None while it is stopped."""
        place = self.place()
        if place is None:
            return None
        return datetime.fromtimestamp(int(_times(session_after(place.session))[place.trades - 1]), UTC)

    def minutes(self, symbol: str, bars: Bars) -> Bars:
        """The demonstration's minutes with those that were made since."""
        place = self.place()
        if place is None:
            return bars
        parts = [trades(symbol, number).minutes(_made(symbol, number, place)) for number in range(place.session + 1)]
        return _joined(bars, np.concatenate([part[0] for part in parts]), _stacked([part[1] for part in parts]))

    def days(self, symbol: str, bars: Bars) -> Bars:
        """The demonstration's days with those that were made since, the last one as far as it has gone."""
        place = self.place()
        if place is None:
            return bars
        rows = []
        for number in range(place.session + 1):
            found, made = trades(symbol, number), _made(symbol, number, place)
            price = found.price[:made]
            rows.append((price[0], price.max(), price.min(), price[-1], found.volume[made - 1]))
        stamps = np.array([session_after(number).open for number in range(place.session + 1)])
        return _joined(bars, stamps, tuple(np.array(rows).T))

    def wait(self, condition: Callable[[], bool], timeout: float | None = None) -> None:
        """Wait until something holds, which is looked at whenever the simulation starts, stops or is told to look."""
        with self._changed:
            self._changed.wait_for(condition, timeout)

    def look(self) -> None:
        """Have those look again who wait."""
        with self._changed:
            self._changed.notify_all()

    def _steps(self) -> float:
        return self._done + (self._clock() - self._since) * (self._speed or 0.0) / STEP


class SimulatedLine:
    """A :class:`charting.market.provider.Line` that tells of the simulation's trades, from a daemon thread of its own."""

    def __init__(self, simulation: Simulation, tell: Callable[[Quote], None], told: Callable[[LineNews], None]) -> None:
        self._simulation = simulation
        self._tell = tell
        self._told = told
        self._wanted: frozenset[str] = frozenset()
        self._closed = False
        self._thread: threading.Thread | None = None

    def follow(self, symbols: Iterable[str]) -> None:
        """Tell of these instruments and no others."""
        self._wanted = frozenset(symbols) & frozenset(story().symbols)
        if self._wanted and self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name="lionrock-simulation", daemon=True)
            self._thread.start()
        self._simulation.look()

    def retry(self) -> None:
        """There is nothing that could fail."""

    def close(self, timeout: float) -> bool:
        """End the thread."""
        self._closed = True
        self._simulation.look()
        if self._thread is not None:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()

    def _run(self) -> None:
        while not self._closed:
            self._simulation.wait(lambda: self._closed or self._is_wanted())
            if not self._closed:
                self._told(LineNews("open"))
                self._play()
                self._told(LineNews("idle"))

    def _is_wanted(self) -> bool:
        return bool(self._wanted) and self._simulation.speed is not None

    def _play(self) -> None:
        told: dict[str, Place] = {}
        while not self._closed and self._is_wanted():
            place = self._simulation.place()
            if place is None:
                return
            for symbol in sorted(self._wanted):
                for quote in _between(symbol, told.get(symbol), place):
                    self._pass_on(quote)
                told[symbol] = place
            self._simulation.wait(lambda: self._closed or not self._is_wanted(), PACE)

    def _pass_on(self, quote: Quote) -> None:
        if not self._closed:
            self._tell(quote)


def _between(symbol: str, after: Place | None, until: Place) -> Iterable[Quote]:
    """The trades after a place up to another one, oldest first; only the last one when nothing was told before."""
    if after is None or after.session > until.session:
        after = Place(until.session, until.trades - 1)
    now = datetime.now(UTC)
    for number in range(after.session, until.session + 1):
        found = trades(symbol, number)
        first = after.trades if number == after.session else 0
        for row in range(first, _made(symbol, number, until)):
            yield _quote(symbol, found, row, now)


def _quote(symbol: str, found: Trades, row: int, now: datetime) -> Quote:
    return Quote(
        symbol=symbol,
        source="demo",
        price=float(found.price[row]),
        time=datetime.fromtimestamp(int(found.time[row]), UTC),
        fetched=now,
        previous=found.previous,
        volume=float(found.volume[row]),
        currency=instrument_of(symbol).currency,
        state="open",
        streamed=True,
        simulated=True,
    )


def _made(symbol: str, number: int, place: Place) -> int:
    """How many trades of a session were made up to a place."""
    return place.trades if number == place.session else len(trades(symbol, number))


def _stacked(parts: list[tuple[Floats, ...]]) -> tuple[Floats, ...]:
    return tuple(np.concatenate(columns) for columns in zip(*parts, strict=True))


def _joined(bars: Bars, stamps: Times, columns: tuple[Floats, ...]) -> Bars:
    """Bars with others after them."""
    before = (bars.open, bars.high, bars.low, bars.close, bars.volume)
    opens, highs, lows, closes, volumes = (np.concatenate(pair) for pair in zip(before, columns, strict=True))
    return Bars.of(np.concatenate((bars.time, stamps)), opens, highs, lows, closes, volumes, bars.interval)
