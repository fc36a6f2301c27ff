"""Reads the files that are on show again when they change; what cannot be read leaves the bars as they are."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, QFileSystemWatcher, QObject, QThread, QTimer, Signal, Slot

from charting.core.document import Workspace
from charting.core.history import History as Documents
from charting.core.interval import DAY
from charting.market.file_provider import FileProvider, address_of, path_of
from charting.market.provider import MarketError
from gui.context import Notice, Window
from gui.loader import Feed, key_of
from gui.translation import said, tr
from gui.workers import MainThread, Workers

QUIET = 400
"""Milliseconds without a change after which a file is taken to be whole."""
LONGEST = 2.0
"""Seconds after which a file that never rests, as one that is being recorded, is read all the same."""
RETRIES = (500, 1000, 2000, 4000)
"""Milliseconds until a file that cannot be read is tried again: it may be half written."""


class FileWatcher(QObject):
    """Tells of changes of files, also of those that are deleted and come again, as editors replace what they save.

    It belongs into a thread of its own, because a disk may keep it waiting.
    """

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._paths: frozenset[str] = frozenset()
        self._watcher: QFileSystemWatcher | None = None

    @Slot(object)
    def watch(self, paths: frozenset[str]) -> None:
        """Follow these files, and no others any more."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._file_changed)
            self._watcher.directoryChanged.connect(self._folder_changed)
        self._paths = paths
        wanted = paths | {str(Path(path).parent) for path in paths}
        followed = {*self._watcher.files(), *self._watcher.directories()}
        if unwanted := followed - wanted:
            self._watcher.removePaths(sorted(unwanted))
        if new := sorted(path for path in wanted - followed if QFileInfo.exists(path)):
            self._watcher.addPaths(new)

    def _file_changed(self, path: str) -> None:
        if path in self._paths:
            self._follow_again(path)
            self.changed.emit(path)

    def _folder_changed(self, _folder: str) -> None:
        """A file that was away may have come again."""
        for path in self._paths:
            if self._follow_again(path):
                self.changed.emit(path)

    def _follow_again(self, path: str) -> bool:
        watcher = self._watcher
        return watcher is not None and path not in watcher.files() and QFileInfo.exists(path) and watcher.addPath(path)


class FileWatch(QObject):
    """Follows the files among the sources of a document's charts and watchlist. Main thread only."""

    _wanted = Signal(object)

    def __init__(self, documents: Documents, files: FileProvider, feed: Feed, main: MainThread, workers: Workers) -> None:
        super().__init__(main)
        self._documents = documents
        self._files = files
        self._feed = feed
        self._workers = workers
        self._window: Window | None = None
        self._paths: frozenset[str] = frozenset()
        self._changed: dict[str, float] = {}
        self._attempts: dict[str, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        self._thread = QThread(self)
        self._thread.setObjectName("lionrock-watch")
        self._watcher = FileWatcher()
        self._watcher.moveToThread(self._thread)
        self._thread.finished.connect(self._watcher.deleteLater)
        self._wanted.connect(self._watcher.watch)
        self._watcher.changed.connect(self._note)
        documents.changed.connect(self._follow)

    def attach(self, window: Window) -> None:
        """Begin, and tell ``window`` of what cannot be read."""
        self._window = window
        self._watch()

    def close(self) -> None:
        """Follow nothing any more."""
        self._documents.changed.disconnect(self._follow)
        self._timer.stop()
        self._paths = frozenset()
        self._thread.quit()
        self._thread.wait(2000)

    def _follow(self, _before: Workspace, _after: Workspace) -> None:
        if self._window is not None:
            self._watch()

    def _watch(self) -> None:
        document = self._documents.document
        sources = {chart.source for chart in document.charts} | {item.source for item in document.watchlist}
        paths = frozenset(str(path_of(source)) for source in sources if source.startswith("file:"))
        if paths != self._paths:
            self._paths = paths
            if not self._thread.isRunning():
                self._thread.start(QThread.Priority.LowPriority)
            self._wanted.emit(paths)

    def _note(self, path: str) -> None:
        """A file has changed: wait until it rests."""
        self._attempts.pop(path, None)
        begun = self._changed.setdefault(path, time.monotonic())
        if not self._timer.isActive() or time.monotonic() - begun < LONGEST:
            self._timer.start(QUIET)

    def _read(self) -> None:
        for path in self._changed:
            self._try(path)
        self._changed.clear()

    def _try(self, path: str) -> None:
        if path in self._paths:
            address = address_of(path)
            self._workers.run(
                partial(self._files.read, address), lambda _: self._arrived(path, address), partial(self._failed, path)
            )

    def _arrived(self, path: str, address: str) -> None:
        self._attempts.pop(path, None)
        if self._window is not None:
            self._window.clear_notice(f"file:{path}")
        self.show(address)

    def show(self, address: str) -> None:
        """Have the file at an address shown anew, wherever it is on show."""
        wanted = key_of(self._documents.document.chart)
        if wanted.source == address:
            self._feed.request(wanted.source, wanted.symbol, wanted.interval)
        for item in self._documents.document.watchlist:
            if item.source == address:
                self._feed.request(item.source, item.symbol, DAY, background=True)

    def _failed(self, path: str, error: Exception) -> None:
        if not isinstance(error, MarketError):
            raise error
        attempt = self._attempts.get(path, 0)
        self._attempts[path] = attempt + 1
        if attempt < len(RETRIES):
            QTimer.singleShot(RETRIES[attempt], self, partial(self._try, path))
        elif self._window is not None:
            text = tr("{problem} Until then the bars that were read before stay.", problem=said(error))
            self._window.show_notice(Notice(f"file:{path}", text, "warning"))
