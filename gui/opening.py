"""Opens what somebody names, drops or chooses: files of bars, workspace files, symbols. What was open stays if it fails."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QTimer

from charting.core.document import WatchlistItem, Workspace
from charting.core.edits import set_chart
from charting.core.history import History as Documents
from charting.core.interval import Interval
from charting.core.text import enumerated
from charting.market.file_provider import FileProvider, address_of
from charting.market.provider import MarketError
from charting.market.reading import Reading
from charting.market.sheet import Unclear
from charting.market.table import Cancelled
from gui.context import Notice, NoticeAction, Window
from gui.library import Library
from gui.tasks import PACE, PATIENCE, Task
from gui.translation import said, tr
from gui.workers import MainThread, Workers
from gui.workspaces import is_workspace

NAMED = 2
"""Most files that are mentioned by name."""
READING = "reading"


Ask = Callable[[Path, Callable[[Reading | None], None]], None]
"""Shows somebody how a file is read, and calls back with how to read it, or with None when it shall not be opened."""


class Found(Struct, frozen=True):
    """What a file turned out to hold; a workspace where ``symbol`` is empty.

    ``doubtful`` says whether somebody should see how it is read before it is shown.
    """

    path: Path
    symbol: str = ""
    interval: Interval | None = None
    doubtful: bool = False


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
    address = address_of(path)
    history = files.read(address, reading.progress)
    from charting.market.preview import is_doubtful

    doubtful = files.reading(address) is None and is_doubtful(history)
    return Found(path, history.instrument.symbol, history.bars.interval, doubtful)


def shown(document: Workspace, item: WatchlistItem, interval: Interval) -> Workspace:
    """``document`` with a series on its active chart, at its latest bars, and in the watchlist."""
    document = listed(document, item)
    return set_chart(document, document.active, symbol=item.symbol, source=item.source, interval=str(interval), range=None)


def listed(document: Workspace, item: WatchlistItem) -> Workspace:
    """``document`` with an item in its watchlist; a file that was listed under another symbol changes its name."""
    if item in document.watchlist:
        return document
    if item.source.startswith("file:") and any(each.source == item.source for each in document.watchlist):
        watchlist = tuple(dict.fromkeys(item if each.source == item.source else each for each in document.watchlist))
        charts = tuple(replace(each, symbol=item.symbol) if each.source == item.source else each for each in document.charts)
        return replace(document, watchlist=watchlist, charts=charts)
    return replace(document, watchlist=(*document.watchlist, item))


class Opener:
    """Reads files in a worker and shows them when they are sound; where that is in doubt, asks first. Main thread only.

    Parameters
    ----------
    remember
        Called with a file's address and how to read it from now on. May block: it is called in a worker.
    """

    def __init__(
        self, documents: Documents, files: FileProvider, library: Library, main: MainThread, workers: Workers,
        remember: Callable[[str, Reading], None] | None = None,
    ) -> None:  # fmt: skip
        self._documents = documents
        self._files = files
        self._library = library
        self._workers = workers
        self._remember = remember or files.set_reading
        self._window: Window | None = None
        self._ask: Ask | None = None
        self._show_anew: Callable[[str], None] = lambda _: None
        self._asking = False
        self._unclear: deque[tuple[Path, int]] = deque()
        self._turn = 0
        self._batch: list[Task] = []
        self._left = 0
        self._timer = QTimer(main)
        self._timer.timeout.connect(self._say_reading)

    def attach(self, window: Window, ask: Ask | None = None, show_anew: Callable[[str], None] = lambda _: None) -> None:
        """Tell ``window`` of what cannot be opened, and ``ask`` how to read what is not clear.

        ``show_anew`` is called with the address of a file that is read otherwise from now on.
        """
        self._window, self._ask, self._show_anew = window, ask, show_anew
        self._ask_next()

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
            self._begin(reading, partial(examine, reading, self._files), self._turn if number == 0 else 0, refused)

    def preview_files(self, paths: Sequence[Path]) -> None:
        """Show how files are read, one after another, before they are opened as :meth:`open_files` does."""
        self._turn += 1
        self._unclear += ((path, self._turn if number == 0 else 0) for number, path in enumerate(paths))
        self._ask_next()

    def open_symbol(self, symbol: str, source: str) -> None:
        """Show a series on the active chart, at the interval it has."""
        document = self._documents.document
        opened = shown(document, WatchlistItem(symbol, source), Interval.parse(document.chart.interval))
        self._documents.commit(opened, tr("Show {symbol}", symbol=symbol))

    def _begin(self, reading: Task, work: Callable[[], Found], turn: int, refused: Callable[[str], None] | None) -> None:
        self._batch.append(reading)
        self._left += 1
        self._workers.run(work, partial(self._opened, reading, turn), partial(self._failed, reading, turn, refused))
        if not self._timer.isActive():
            self._timer.start(PATIENCE)

    def _ask_next(self) -> None:
        """Ask about the next file that is not clear, once there is somebody to ask and the one before is settled."""
        if self._ask is not None and self._unclear and not self._asking:
            self._asking = True
            path, turn = self._unclear.popleft()
            self._ask(path, partial(self._answered, path, turn))

    def _answered(self, path: Path, turn: int, reading: Reading | None) -> None:
        self._asking = False
        if reading is not None:
            task, address = Task(path), address_of(path)

            def read() -> Found:
                self._remember(address, reading)
                return examine(task, self._files)

            self._begin(task, read, turn, None)
        self._ask_next()

    def _opened(self, reading: Task, turn: int, found: Found) -> None:
        self._finish(reading)
        if self._window is not None:
            self._window.clear_notice(f"file:{reading.path}")
        if found.interval is None:
            self._library.load_file(found.path)
            return
        if found.doubtful and self._ask is not None:
            self._unclear.append((found.path, turn))
            self._ask_next()
            return
        item = WatchlistItem(found.symbol, address_of(found.path))
        document = self._documents.document
        # Somebody who opened another file since wants to see that one.
        newest = turn == self._turn
        opened = shown(document, item, found.interval) if newest else listed(document, item)
        if opened is document:
            self._show_anew(item.source)  # nothing else tells that it may be read otherwise now
        self._documents.commit(opened, tr("Open {name}", name=found.path.name))

    def _failed(self, reading: Task, turn: int, refused: Callable[[str], None] | None, error: Exception) -> None:
        self._finish(reading)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, MarketError):
            raise error
        if isinstance(error, Unclear) and self._ask is not None:
            self._unclear.append((reading.path, turn))
            self._ask_next()
            return
        if refused is not None:
            refused(said(error))
        if self._window is not None:
            self._window.show_notice(Notice(f"file:{reading.path}", said(error), "error"))

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
            text = tr("Reading {names}…", names=said(enumerated([reading.path.name for reading in self._batch])))
        else:
            text = tr("Reading {count} files…", count=len(self._batch))
        cancel = NoticeAction(tr("Cancel"), self._cancel)
        self._window.show_notice(Notice(READING, text, actions=(cancel,), progress=share))
