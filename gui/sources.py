"""The sources of bars there are, by the names they have in documents."""

from __future__ import annotations

from collections.abc import Mapping

from charting.market.demo import DemoProvider
from charting.market.file_provider import FileProvider
from charting.market.provider import Provider
from charting.market.yahoo import YahooProvider

DEMO, YAHOO = "demo", "yahoo"


def sources(files: FileProvider | None = None) -> Mapping[str, Provider]:
    """Every source; ``files`` is the one for files, so that what it has read can be shared."""
    return {DEMO: DemoProvider(), YAHOO: YahooProvider(), "file": files or FileProvider()}
