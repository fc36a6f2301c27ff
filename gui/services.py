"""What brings prices, files and names to what is around the chart: made after its first paint, or when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from charting.core.history import History
from charting.market.feed import Feed
from charting.market.file_provider import FileProvider
from charting.market.quote_feed import QuoteFeed
from gui.exporting import Exporter
from gui.home import Home
from gui.library import Library
from gui.live import Live
from gui.loader import Loader
from gui.network import NetworkSettings
from gui.online_search import OnlineSearch
from gui.opening import Opener
from gui.quotes import Quotes
from gui.readings import Readings
from gui.settings import SettingsFile
from gui.sources import FILE, Sources, delay_of
from gui.watching import FileWatch
from gui.workers import MainThread, Workers
from gui.writer import Writer


class Given(Struct, frozen=True, eq=False):
    """What the program has from the beginning; ``connects`` says whether a connection may be made, from any thread."""

    home: Home
    history: History
    settings: SettingsFile
    writer: Writer
    main: MainThread
    workers: Workers
    library: Library
    sources: Sources
    feed: Feed
    loader: Loader
    connects: Callable[[], bool]
    offline: bool


class Services:
    """The services that the chart itself does not wait for; main thread only.

    Attributes
    ----------
    files
        The source that reads files.
    quotes, live
        Prices of the watchlist, and those that are told while markets are open.
    opener, watch
        Open files, and read them again when they change.
    exporter, search, network
        Write bars, find instruments online, and say how connections are made.
    """

    def __init__(self, given: Given) -> None:
        history, main, workers, sources = given.history, given.main, given.workers, given.sources
        files = sources[FILE]
        assert isinstance(files, FileProvider)
        self.files = files
        self.quotes = Quotes(history, given.feed, main, partial(delay_of, sources))
        quote_feed = QuoteFeed(sources, allow_network=given.connects)
        self.live = Live(history, quote_feed, given.loader, self.quotes, main, sources.simulation)
        readings = Readings(given.home.readings, given.writer, files, given.feed.store, files.readings)
        self.opener = Opener(history, files, given.library, main, workers, readings.remember)
        self.exporter = Exporter(main, workers)
        self.search = OnlineSearch(given.feed, main, given.connects)
        self.watch = FileWatch(history, files, given.feed, main, workers)
        self.network = NetworkSettings(given.settings, sources.made, workers, forbidden=given.offline)
        for key, answer in given.loader.answers.items():  # they came when nobody made prices of them yet
            workers.run(partial(self.quotes.note, key, answer))

    def close(self) -> None:
        """Take them apart again."""
        for part in (self.live, self.quotes, self.search, self.opener, self.exporter, self.watch):
            part.close()
