"""The data-quality log under the home folder: what was refused of answers and files, newest last, for the user to read."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from charting.market.quality import NAME

LARGEST = 500_000
"""Bytes after which the file is turned over; the one before is kept."""


class _File(RotatingFileHandler):
    """The log's file, which must not fill the terminal when the disk is full."""

    def handleError(self, record: logging.LogRecord) -> None:
        """There is nobody left to tell."""


class QualityLog:
    """Writes to the file what :mod:`charting.market.quality` tells, from :meth:`open` to :meth:`close`; times are UTC."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handler = _File(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
        formatter = logging.Formatter("%(asctime)s  %(message)s", "%Y-%m-%d %H:%M:%SZ")
        formatter.converter = time.gmtime
        self._handler.setFormatter(formatter)

    def open(self) -> None:
        """Start writing."""
        logger = logging.getLogger(NAME)
        logger.addHandler(self._handler)
        logger.setLevel(logging.INFO)

    def close(self) -> None:
        """Stop writing."""
        logging.getLogger(NAME).removeHandler(self._handler)
        with suppress(OSError):  # on a full disk
            self._handler.close()

    def read(self) -> str:
        """All that is written, oldest first; empty when nothing is. Blocks: for a worker."""
        found = ""
        for path in (self._path.with_name(f"{self._path.name}.1"), self._path):
            with suppress(OSError):
                found += path.read_text("utf-8", errors="replace")
        return found
