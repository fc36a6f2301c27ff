"""Opens what somebody names, drops or chooses: files of bars, workspace files, symbols. What was open stays if it fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from charting.core.document import WatchlistItem, Workspace
from charting.core.edits import set_chart
from charting.core.history import History as Documents
from charting.core.interval import Interval
from charting.market.files import FileProvider, address_of
from charting.market.provider import MarketError
from gui.context import Notice, Window
from gui.library import Library
from gui.translation import tr
from gui.workers import MainThread, Workers
from gui.workspaces import is_workspace

PATIENCE = 300
"""Milliseconds before a file that is still being read is mentioned."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file turned out to hold; a workspace where ``symbol`` is empty."""

    path: Path
    symbol: str = ""
    interval: Interval | None = None


def examine(path: Path, files: FileProvider) -> Found:
    """Read a file far enough to know that it can be shown. Blocks: for a worker.

    Raises
    ------
    MarketError
        If it can not.
    """
    if is_workspace(path):
        return Found(path)
    history = files.read(address_of(path))
    return Found(path, history.instrument.symbol, history.bars.interval)


def shown(document: Workspace, item: WatchlistItem, interval: Interval) -> Workspace:
    """``document`` with a series on its active chart, at its latest bars, and in the watchlist."""
    document = listed(document, item)
    return set_chart(document, document.active, symbol=item.symbol, source=item.source, interval=str(interval), range=None)


def listed(document: Workspace, item: WatchlistItem) -> Workspace:
    """``document`` with an item in its watchlist."""
    return document if item in document.watchlist else replace(document, watchlist=(*document.watchlist, item))


class Opener:
    """Reads files in a worker and shows them when they are sound. Main thread only."""

    def __init__(self, documents: Documents, files: FileProvider, library: Library, main: MainThread, workers: Workers) -> None:
        self._documents = documents
        self._files = files
        self._library = library
        self._workers = workers
        self._window: Window | None = None
        self._turn = 0
        self._reading: list[Path] = []
        self._timer = QTimer(main)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._say_reading)

    def attach(self, window: Window) -> None:
        """Tell ``window`` of what cannot be opened."""
        self._window = window

    def close(self) -> None:
        """Stop the clock."""
        self._timer.stop()

    def open_files(self, paths: Sequence[Path], refused: Callable[[str], None] | None = None) -> None:
        """Open files; all come into the watchlist, and the first one onto the chart.

        What is wrong with one is a notice in the window, and told to ``refused`` as well.
        """
        self._turn += 1
        for number, path in enumerate(paths):
            self._reading.append(path)
            turn = self._turn if number == 0 else 0
            self._workers.run(
                partial(examine, path, self._files),
                partial(self._opened, turn),
                partial(self._failed, path, refused),
            )
        if self._reading:
            self._timer.start()

    def open_symbol(self, symbol: str, source: str) -> None:
        """Show a series on the active chart, at the interval it has."""
        document = self._documents.document
        opened = shown(document, WatchlistItem(symbol, source), Interval.parse(document.chart.interval))
        self._documents.commit(opened, tr("Show {symbol}", symbol=symbol))

    def _opened(self, turn: int, found: Found) -> None:
        self._finish(found.path)
        if found.interval is None:
            self._library.load_file(found.path)
            return
        item = WatchlistItem(found.symbol, address_of(found.path))
        document = self._documents.document
        # Somebody who opened another file since wants to see that one.
        newest = turn == self._turn
        opened = shown(document, item, found.interval) if newest else listed(document, item)
        self._documents.commit(opened, tr("Open {name}", name=found.path.name))

    def _failed(self, path: Path, refused: Callable[[str], None] | None, error: Exception) -> None:
        self._finish(path)
        if not isinstance(error, MarketError):
            raise error
        if refused is not None:
            refused(str(error))
        if self._window is not None:
            self._window.show_notice(Notice(f"file:{path}", str(error), "error"))

    def _finish(self, path: Path) -> None:
        self._reading.remove(path)
        if not self._reading:
            self._timer.stop()
            if self._window is not None:
                self._window.clear_notice("reading")

    def _say_reading(self) -> None:
        if self._window is not None:
            names = ", ".join(path.name for path in self._reading)
            self._window.show_notice(Notice("reading", tr("Reading {names}…", names=names)))
