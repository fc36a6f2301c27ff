"""The sources of bars there are, by the names they have in documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from charting.market.akshare_source import AkshareProvider
from charting.market.demo import DemoProvider
from charting.market.file_provider import FileProvider
from charting.market.provider import Provider
from charting.market.yahoo import YahooProvider

DEMO, YAHOO, AKSHARE = "demo", "yahoo", "akshare"


def sources(files: FileProvider | None = None, demonstration: DemoProvider | None = None) -> Mapping[str, Provider]:
    """Every source; those for files and of the demonstration can be given, to share what they have read or simulate."""
    return {
        DEMO: demonstration or DemoProvider(),
        YAHOO: YahooProvider(),
        AKSHARE: AkshareProvider(),
        "file": files or FileProvider(),
    }


def delay_of(providers: Mapping[str, Provider], source: str, symbol: str) -> timedelta:
    """How late a source is with prices of a symbol; may read a file, so to be called in a worker."""
    provider = providers.get(source)
    return timedelta() if provider is None else provider.capabilities(symbol).delay
