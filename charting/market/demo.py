"""The demonstration market: a source of simulated bars that needs no network and is the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from charting.core.adjustment import Action
from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, MINUTE, Interval
from charting.core.text import enumerated, sentence
from charting.market.capabilities import Capabilities, Served
from charting.market.demo_landmarks import story
from charting.market.demo_paths import daily
from charting.market.instruments import instrument_of
from charting.market.provider import History, Line, LineNews, NotServed, UnknownSymbol

if TYPE_CHECKING:
    from charting.market.demo_live import Simulation
    from charting.market.quote import Quote

_DIVIDENDS = {
    "9988.HK": (("2024-06-13", 1.2), ("2025-06-12", 0.98)),
    "1772.HK": (("2024-07-10", 0.85),),
    "3750.HK": (("2025-08-21", 1.1),),
}
"""Dividends by symbol: the session that trades without them, and HK$ a share; invented, like the prices."""


class DemoProvider:
    """Simulated daily and one-minute bars of eight instruments, from 2024-01-02 to 2025-09-17.

    The published landmarks of those months hold (``resources/demo/landmarks.json``); what lies between them is invented.
    All series are deterministic, and a day's minutes make up its daily bar exactly; some shares pay dividends. Where its
    ``simulation`` is started, they go on after their last session, and what is traded there is told of.
    """

    @cached_property
    def simulation(self) -> Simulation:
        """The market that goes on; bars are made without it before it was asked for."""
        from charting.market.demo_live import Simulation

        return Simulation()

    @property
    def name(self) -> str:
        """``demo``."""
        return "demo"

    @property
    def online(self) -> bool:
        """Never: all of it is computed."""
        return False

    @property
    def symbols(self) -> tuple[str, ...]:
        """The instruments it has, in the order of a watchlist."""
        return story().symbols

    @property
    def kept(self) -> bool:
        """Never: bars are quicker made than read."""
        return False

    def capabilities(self, symbol: str) -> Capabilities:  # noqa: ARG002  # the same for all
        """Bars of one minute and one day, and trades while they are simulated."""
        return Capabilities((Served(MINUTE), Served(DAY)), stream=True)

    def line(self, tell: Callable[[Quote], None], told: Callable[[LineNews], None]) -> Line:
        """A line over which the simulation tells of its trades, while there is one."""
        from charting.market.demo_live import SimulatedLine

        return SimulatedLine(self.simulation, tell, told)

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        """The bars of a series that begin at ``since`` (aware) or later, all when None.

        Raises
        ------
        UnknownSymbol
            If it has no such instrument.
        NotServed
            If the interval is neither a minute nor a day.
        """
        if symbol not in self.symbols:
            names = enumerated(list(self.symbols))
            raise UnknownSymbol(
                sentence(
                    "The demonstration has no “{symbol}”. Choose one of {names}, or switch to live data.",
                    symbol=symbol,
                    names=names,
                )
            )
        if interval not in self.capabilities(symbol).intervals:
            raise NotServed(sentence("The demonstration has no bars of {interval}. Choose 1m or 1d.", interval=interval))
        bars = daily(symbol).bars if interval == DAY else _minutes(symbol)
        now = None
        if "simulation" in vars(self):  # somebody may have started it
            bars = self.simulation.days(symbol, bars) if interval == DAY else self.simulation.minutes(symbol, bars)
            now = self.simulation.now()
        bars, now = _since(bars, since), now or datetime.now(UTC)
        return History(instrument_of(symbol), bars, now, simulated=True, rows=len(bars), actions=_dividends(symbol))


def _minutes(symbol: str) -> Bars:
    from charting.market.demo_minutes import minutes

    return minutes(symbol)


def _dividends(symbol: str) -> tuple[Action, ...]:
    instrument = instrument_of(symbol)
    opening = calendar_for(instrument.exchange).session_open
    return tuple(Action(opening(date.fromisoformat(day)), "dividend", amount) for day, amount in _DIVIDENDS.get(symbol, ()))


def _since(bars: Bars, since: datetime | None) -> Bars:
    if since is None:
        return bars
    return bars.slice(int(bars.time.searchsorted(since.timestamp())), len(bars))
