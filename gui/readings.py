"""How the user wants files to be read, remembered from one run to the next."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from charting.core.interval import Interval
from charting.market.file_provider import FileProvider
from charting.market.reading import DELIMITERS, ENCODINGS, Reading
from charting.market.store import Store
from gui import atomic
from gui.writer import Writer

logger = logging.getLogger(__name__)

KEPT = 500
"""Files that are remembered: those that somebody corrected last."""


def known_readings(path: Path) -> dict[str, Reading]:
    """The readings in a file, by the addresses of the files they are for; those that cannot be read are left out."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    known = {}
    for address, raw in found.items():
        try:
            reading = msgspec.json.decode(raw, type=Reading)
        except msgspec.DecodeError:
            continue  # one strange entry must not cost the others
        if _is_usable(reading):
            known[address] = reading
    return known


def _is_usable(reading: Reading) -> bool:
    """Whether a file can be read this way; a later version, or a hand, may know of more."""
    try:
        if reading.interval:
            Interval.parse(reading.interval)
        if reading.timezone:
            ZoneInfo(reading.timezone)
    except (ValueError, KeyError, OSError):
        return False
    return (
        reading.encoding in ("", *ENCODINGS)
        and reading.delimiter in ("", *DELIMITERS)
        and reading.decimal in ("", ".", ",")
        and (reading.skip or 0) >= 0
    )


class Readings:
    """Remembers readings: tells the source of files, and has them written by the writer's thread.

    What another running program remembered meanwhile stays.

    Parameters
    ----------
    path, writer
        Where they are kept, and who writes them.
    files
        Reads files from now on as it is said.
    store
        Forgets what was stored of a file that was read otherwise before.
    known
        What is remembered already.
    """

    def __init__(self, path: Path, writer: Writer, files: FileProvider, store: Store, known: Mapping[str, Reading]) -> None:
        self._path = path
        self._writer = writer
        self._files = files
        self._store = store
        self._known, self._told = dict(known), dict[str, Reading]()
        self._changing = threading.Lock()

    def remember(self, address: str, reading: Reading) -> None:
        """Read the file at an address this way from now on. Blocks: for a worker."""
        before = self._files.reading(address)
        self._files.set_reading(address, reading)
        if before != reading:
            for key in {(key.source, key.symbol) for key in self._store.series() if key.source == address}:
                self._store.forget(*key)
        with self._changing:
            _put_last(self._known, {address: reading})
            _put_last(self._told, {address: reading})
        self._writer.put(self._path, self._write)

    def _found(self) -> dict[str, Any]:
        """What the file holds now, also what a later version wrote; a damaged one is kept under another name."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])
        except FileNotFoundError:
            return {}
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            logger.warning("%s was damaged and is kept as %s", self._path, atomic.set_aside(self._path))
            return {}

    def _write(self) -> None:
        found = self._found()
        with self._changing:
            written = found or dict[str, Any](self._known)
            _put_last(written, self._told)
        atomic.write(self._path, msgspec.json.format(msgspec.json.encode(written), indent=2) + b"\n")


def _put_last(known: dict[str, Any], told: Mapping[str, Reading]) -> None:
    """Remember readings as the last ones, and forget the first where there are too many."""
    for address, reading in told.items():
        known.pop(address, None)
        known[address] = reading
    while len(known) > KEPT:
        del known[next(iter(known))]
