"""The file of a log: turned over before it grows too large, and silent when the disk is full."""

from __future__ import annotations

import logging
from itertools import pairwise
from pathlib import Path


class LogFile(logging.FileHandler):
    """Writes records to a file, which is made with the first one; older ones are kept beside it as ``name.1``, ``name.2`` ...

    The standard library has such a handler, but importing it brings sockets and queues along, on the way to the window.

    Parameters
    ----------
    path
        The file.
    largest
        Bytes after which it is turned over.
    kept
        How many older files are kept.
    """

    def __init__(self, path: Path, largest: int, kept: int) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self._largest = largest
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, into a new file if this one would grow too large."""
        try:
            stream = self.stream or self._open()
            self.stream = stream
            written = stream.seek(0, 2)
            if written > 0 and written + len(self.format(record).encode()) >= self._largest:
                stream.close()
                self.stream = None
                self._turn_over()
        except OSError:
            self.handleError(record)
        else:
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """There is nobody left to tell: a full disk must not fill the terminal."""

    def _turn_over(self) -> None:
        places = [self._path, *(self._path.with_name(f"{self._path.name}.{number}") for number in range(1, self._kept + 1))]
        for newer, older in reversed([*pairwise(places)]):
            if newer.exists():
                newer.replace(older)
