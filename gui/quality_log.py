"""The data-quality log under the home folder: what was refused of answers and files, newest last, for the user to read."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from pathlib import Path

from charting.market.quality import NAME
from gui.log_file import LogFile

LARGEST = 500_000
"""Bytes after which the file is turned over; the one before is kept."""


class QualityLog:
    """Writes to the file what :mod:`charting.market.quality` tells, from :meth:`open` to :meth:`close`; times are UTC."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handler = LogFile(path, LARGEST, kept=1)
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
