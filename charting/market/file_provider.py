"""Files as a source of bars, with how somebody wants each of them to be read."""

from __future__ import annotations

import math
import os
import sys
import threading
from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from msgspec import structs

from charting.core.interval import Interval
from charting.core.text import sentence
from charting.market.capabilities import Capabilities, Served
from charting.market.content import Content, file_problem
from charting.market.files import read_bars
from charting.market.provider import FileProblem, History, NotServed
from charting.market.quality import note_refused, note_unusable
from charting.market.reading import GUESSED, Reading
from charting.market.table import Cancelled, Progress


def address_of(path: str | Path) -> str:
    """The address under which documents keep a file: ``file:///...``."""
    return Path(path).resolve().as_uri()


def path_of(address: str) -> Path:
    """The file of an address.

    Raises
    ------
    FileProblem
        If the address is none of a file.
    """
    parts = urlsplit(address)
    if parts.scheme != "file":
        raise FileProblem(sentence("“{address}” is no address of a file; such an address begins with file:///.", address=address))
    if sys.platform == "win32":
        from urllib.request import url2pathname  # brings all of HTTP with it

        return Path(url2pathname(parts.path))
    return Path(os.fsdecode(unquote_to_bytes(parts.path)))  # a name may be in another encoding than the system's


class FileProvider:
    """Files as a source of bars; what other sources call a symbol is a file's address here.

    The files read last stay in memory, and are read again once they have changed on the disk or are to be read otherwise.

    Parameters
    ----------
    keep
        How many stay in memory.
    readings
        How files are to be read, by their addresses, as far as somebody said so.
    """

    name = "file"
    online = False
    kept = True

    def __init__(self, keep: int = 2, readings: Mapping[str, Reading] | None = None) -> None:
        self._keep = keep
        self._readings = dict(readings or {})
        self._read: OrderedDict[str, tuple[tuple[int, int, Reading], History]] = OrderedDict()
        self._unusable: dict[str, str] = {}
        self._noted: dict[str, datetime] = {}
        self._lock = threading.Lock()
        self._closed = False

    def close(self) -> None:
        """Read no further: whoever reads a file is told that it was stopped."""
        self._closed = True

    def capabilities(self, symbol: str) -> Capabilities:
        """The one interval that the bars of a file have; longer ones are resampled from it."""
        return Capabilities((Served(self.read(symbol).bars.interval),))

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        """The bars of the file at the address ``symbol``."""
        found = self.read(symbol)
        if interval != found.bars.interval:
            raise NotServed(
                sentence(
                    "The file has bars of {interval}, none of {wanted}. Choose {interval} or longer.",
                    interval=found.bars.interval,
                    wanted=interval,
                )
            )
        if since is None:
            return found
        start = int(found.bars.time.searchsorted(math.ceil(since.timestamp())))
        adjusted = None if found.adjusted is None else found.adjusted[start:]
        return structs.replace(found, bars=found.bars.slice(start, len(found.bars)), adjusted=adjusted)

    @property
    def readings(self) -> Mapping[str, Reading]:
        """How somebody said that files are to be read, by their addresses."""
        with self._lock:
            return dict(self._readings)

    def reading(self, address: str) -> Reading | None:
        """How somebody wants a file to be read; None where nobody said."""
        with self._lock:
            return self._readings.get(address)

    def set_reading(self, address: str, reading: Reading) -> None:
        """Read a file this way from now on."""
        with self._lock:
            self._readings[address] = reading

    def read(self, address: str, progress: Progress | None = None) -> History:
        """All that a file holds, from memory when it has not changed since it was read.

        Raises
        ------
        FileProblem
            As :func:`charting.market.files.read_bars`.
        """
        try:
            history = self.try_reading(address, self.reading(address) or GUESSED, progress)
        except FileProblem as error:
            if not isinstance(error, Cancelled):
                self._note_unusable(address, error)
            raise
        with self._lock:
            self._unusable.pop(address, None)
            noted, self._noted[address] = self._noted.get(address), history.fetched
        if noted != history.fetched:
            note_refused(address, history.instrument.symbol, history)
        return history

    def try_reading(
        self, address: str, reading: Reading, progress: Progress | None = None, content: Content | None = None
    ) -> History:
        """All that a file holds when it is read in some way; stays in memory like what is read for good.

        Raises
        ------
        FileProblem
            As :func:`charting.market.files.read_bars`.
        """
        path = path_of(address)
        try:
            status = path.stat()
        except OSError as error:
            raise file_problem(path, error) from error
        version = (status.st_mtime_ns, status.st_size, reading)
        with self._lock:
            kept = self._read.get(address)
        if kept is not None and kept[0] == version:
            return kept[1]

        def go_on(share: float) -> bool:
            return not self._closed and (progress is None or progress(share))

        history = read_bars(path, reading, progress=go_on, content=content)
        with self._lock:
            self._read[address] = (version, history)
            self._read.move_to_end(address)
            while len(self._read) > self._keep:
                self._read.popitem(last=False)
        return history

    def _note_unusable(self, address: str, error: FileProblem) -> None:
        """Write down what is wrong with a file: once for as long as it is the same."""
        with self._lock:
            before = self._unusable.get(address)
            self._unusable[address] = str(error)
        if before != str(error):
            note_unusable(address, "-", None, error)
