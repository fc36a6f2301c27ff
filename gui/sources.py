"""The sources of bars there are, by the names they have in documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from charting.market.akshare_source import AkshareProvider
from charting.market.capabilities import Capabilities
from charting.market.demo import DemoProvider
from charting.market.file_provider import FileProvider
from charting.market.provider import Provider
from charting.market.yahoo import YahooProvider, capabilities
from charting.scene.series import Series
from gui.names import source_name

DEMO, YAHOO, AKSHARE = "demo", "yahoo", "akshare"

LIMITED: Mapping[str, Callable[[str], Capabilities]] = {YAHOO: capabilities}
"""Sources that keep only a part of the past, with what they declare of a symbol."""


def sources(files: FileProvider | None = None, demonstration: DemoProvider | None = None) -> Mapping[str, Provider]:
    """Every source; those for files and of the demonstration can be given, to share what they have read or simulate."""
    return {
        DEMO: demonstration or DemoProvider(),
        YAHOO: YahooProvider(),
        AKSHARE: AkshareProvider(),
        "file": files or FileProvider(),
    }


def refusal(series: Series, since: datetime, now: datetime) -> str:
    """Why a series does not reach back to a time, in a sentence; empty when its source should have it, or nobody knows."""
    able = LIMITED.get(series.source)
    if able is None:
        return ""
    instrument = series.instrument
    name = source_name(series.source)
    return able(instrument.symbol).refusal(name, series.bars.interval, since, now, instrument.timezone)


def delay_of(providers: Mapping[str, Provider], source: str, symbol: str) -> timedelta:
    """How late a source is with prices of a symbol; may read a file, so to be called in a worker."""
    provider = providers.get(source)
    return timedelta() if provider is None else provider.capabilities(symbol).delay
