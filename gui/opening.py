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
from charting.market.file_provider import FileProvider, address_of
from charting.market.provider import MarketError
from charting.market.table import Cancelled
from gui.context import Notice, NoticeAction, Window
from gui.library import Library
from gui.tasks import PACE, PATIENCE, Task
from gui.translation import tr
from gui.workers import MainThread, Workers
from gui.workspaces import is_workspace

NAMED = 2
"""Most files that are mentioned by name."""
READING = "reading"


@dataclass(frozen=True, slots=True)
class Found:
    """What a file turned out to hold; a workspace where ``symbol`` is empty."""

    path: Path
    symbol: str = ""
    interval: Interval | None = None


def examine(reading: Task, files: FileProvider) -> Found:
    """Read a file, so that it can be shown. Blocks: for a worker.

    Raises
    ------
    MarketError
        If it can not; :class:`charting.market.table.Cancelled` if it was stopped.
    """
    path = reading.path
    if not reading.progress(0.0):
        raise Cancelled(f"Reading “{path.name}” was stopped.")
    if is_workspace(path):
        return Found(path)
    history = files.read(address_of(path), reading.progress)
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
        self._batch: list[Task] = []
        self._left = 0
        self._timer = QTimer(main)
        self._timer.timeout.connect(self._say_reading)

    def attach(self, window: Window) -> None:
        """Tell ``window`` of what cannot be opened."""
        self._window = window

    def close(self) -> None:
        """Read nothing any more."""
        self._timer.stop()
        self._cancel()

    def open_files(self, paths: Sequence[Path], refused: Callable[[str], None] | None = None) -> None:
        """Open files; all come into the watchlist, and the first one onto the chart.

        What takes long shows how far it is and can be cancelled. What is wrong with a file is a notice in the window, and
        told to ``refused`` as well.
        """
        self._turn += 1
        for number, path in enumerate(paths):
            reading = Task(path)
            self._batch.append(reading)
            self._left += 1
            turn = self._turn if number == 0 else 0
            self._workers.run(
                partial(examine, reading, self._files),
                partial(self._opened, reading, turn),
                partial(self._failed, reading, refused),
            )
        if self._left and not self._timer.isActive():
            self._timer.start(PATIENCE)

    def open_symbol(self, symbol: str, source: str) -> None:
        """Show a series on the active chart, at the interval it has."""
        document = self._documents.document
        opened = shown(document, WatchlistItem(symbol, source), Interval.parse(document.chart.interval))
        self._documents.commit(opened, tr("Show {symbol}", symbol=symbol))

    def _opened(self, reading: Task, turn: int, found: Found) -> None:
        self._finish(reading)
        if found.interval is None:
            self._library.load_file(found.path)
            return
        item = WatchlistItem(found.symbol, address_of(found.path))
        document = self._documents.document
        # Somebody who opened another file since wants to see that one.
        newest = turn == self._turn
        opened = shown(document, item, found.interval) if newest else listed(document, item)
        self._documents.commit(opened, tr("Open {name}", name=found.path.name))

    def _failed(self, reading: Task, refused: Callable[[str], None] | None, error: Exception) -> None:
        self._finish(reading)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, MarketError):
            raise error
        if refused is not None:
            refused(str(error))
        if self._window is not None:
            self._window.show_notice(Notice(f"file:{reading.path}", str(error), "error"))

    def _finish(self, reading: Task) -> None:
        reading.share = 1.0
        self._left -= 1
        if not self._left:
            self._batch.clear()
            self._timer.stop()
            if self._window is not None:
                self._window.clear_notice(READING)

    def _cancel(self) -> None:
        for reading in self._batch:
            reading.stop()

    def _say_reading(self) -> None:
        self._timer.setInterval(PACE)
        if self._window is None:
            return
        share = sum(reading.share for reading in self._batch) / len(self._batch)
        if len(self._batch) <= NAMED:
            text = tr("Reading {names}…", names=", ".join(reading.path.name for reading in self._batch))
        else:
            text = tr("Reading {count} files…", count=len(self._batch))
        cancel = NoticeAction(tr("Cancel"), self._cancel)
        self._window.show_notice(Notice(READING, text, actions=(cancel,), progress=share))
