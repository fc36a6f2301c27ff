"""The sources of bars there are, by the names they have in documents; each is imported and made when it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from charting.market.capabilities import Capabilities
from charting.market.feed import Closable
from charting.market.provider import Provider
from charting.scene.series import Series
from gui.names import source_name

if TYPE_CHECKING:
    from charting.market.demo_live import Simulation

DEMO, YAHOO, AKSHARE, FILE = "demo", "yahoo", "akshare", "file"


class Sources(Mapping[str, Provider]):
    """Every source, made when somebody asks for it first, in whatever thread; the same one ever after.

    Parameters
    ----------
    files
        Makes the one for files, where it is to know something already.
    prepare
        Called with each source that has been made, before anybody gets it.
    """

    def __init__(self, files: Callable[[], Provider] | None = None, prepare: Callable[[Provider], None] = lambda _: None) -> None:
        self._makers: dict[str, Callable[[], Provider]] = {
            DEMO: _demonstration,
            YAHOO: _yahoo,
            AKSHARE: _akshare,
            FILE: files or _files,
        }
        self._prepare = prepare
        self._made: dict[str, Provider] = {}
        self._lock = threading.Lock()

    def __getitem__(self, name: str) -> Provider:
        with self._lock:
            found = self._made.get(name)
            if found is None:
                found = self._makers[name]()
                self._prepare(found)
                self._made[name] = found
            return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    @property
    def simulation(self) -> Simulation:
        """The demonstration's, which lets it go on by itself."""
        from charting.market.demo import DemoProvider

        demonstration = self[DEMO]
        assert isinstance(demonstration, DemoProvider)
        return demonstration.simulation

    def made(self) -> tuple[Provider, ...]:
        """Those that somebody has asked for."""
        with self._lock:
            return tuple(self._made.values())

    def close(self) -> None:
        """Stop what is under way."""
        for provider in self.made():
            if isinstance(provider, Closable):
                provider.close()


def _demonstration() -> Provider:
    from charting.market.demo import DemoProvider

    return DemoProvider()


def _yahoo() -> Provider:
    from charting.market.yahoo import YahooProvider

    return YahooProvider()


def _akshare() -> Provider:
    from charting.market.akshare_source import AkshareProvider

    return AkshareProvider()


def _files() -> Provider:
    from charting.market.file_provider import FileProvider

    return FileProvider()


def capabilities_of(source: str, symbol: str) -> Capabilities | None:
    """What a source that keeps only a part of the past declares of a symbol; None for the others."""
    if source != YAHOO:
        return None
    from charting.market.yahoo import capabilities

    return capabilities(symbol)


def refusal(series: Series, since: datetime, now: datetime) -> str:
    """Why a series does not reach back to a time, in a sentence; empty when its source should have it, or nobody knows."""
    instrument = series.instrument
    able = capabilities_of(series.source, instrument.symbol)
    if able is None:
        return ""
    name = source_name(series.source)
    return able.refusal(name, series.bars.interval, since, now, instrument.timezone)


def delay_of(providers: Mapping[str, Provider], source: str, symbol: str) -> timedelta:
    """How late a source is with prices of a symbol; may read a file, so to be called in a worker."""
    provider = providers.get(source)
    return timedelta() if provider is None else provider.capabilities(symbol).delay
