"""Bars from files: anything a person or a program exported as a table with dates and prices."""

from __future__ import annotations

import dataclasses
import math
import re
import threading
from collections import OrderedDict
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.market.capabilities import Capabilities, Served
from charting.market.instruments import instrument_of, symbol_of_code
from charting.market.layout import HEAD, Layout, guess_layout
from charting.market.packed import unpacked
from charting.market.provider import FileProblem, History, NotServed
from charting.market.quality import note_refused, note_unusable
from charting.market.sheet import gathered, history_of
from charting.market.table import Cancelled, Progress, read_parts

LARGEST = 2 * 1024**3
"""Bytes above which a file is not read: its bars would not fit into the memory of an ordinary machine."""

_BINARY = {
    b"PK\x03\x04": "a packed file",
    b"\xd0\xcf\x11\xe0": "a protected workbook, or one of an old version of Excel",
    b"\x1f\x8b": "a packed file",
    b"SQLite format 3": "a database",
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
}
_WANTED = "a line of column names (date, open, high, low, close, volume) and a line for each bar"


def read_bars(
    path: str | Path, *, instrument: Instrument | None = None, layout: Layout | None = None, progress: Progress | None = None
) -> History:
    """Read a file of bars, of any size up to :data:`LARGEST`: a text, a workbook of Excel, or a Parquet file.

    Everything about the file is guessed from it: see :func:`charting.market.layout.guess_layout`. Times without a zone
    are the exchange's own; bars of a day or longer are moved to the opening of their session. A blank volume stays
    unknown (NaN). May take seconds: call it from a worker.

    Parameters
    ----------
    path
        The file.
    instrument
        Whose bars these are; when None, the file's own words or its name tell, and otherwise the instrument is of kind
        "other" and bears the name of the file.
    layout
        Overrides the guess.
    progress
        Told the share that was read, from the calling thread; returning False stops.

    Raises
    ------
    FileProblem
        If there is nothing to be shown; the sentence says why and what to do.
    """
    place = Path(path)
    try:
        head = _head(place)
        data = unpacked(place, head, progress)
        layout = _layout(place, head if data is None else data[:HEAD], layout, packed=data is not None)
        whose = instrument or _instrument(place, layout)
        sheet = gathered(read_parts(place, layout, progress, data), whose.timezone)
    except OSError as error:
        raise _problem(place, error) from error
    if sheet is None:
        raise FileProblem(f"“{place.name}” has column names but no line below them. Choose a file with bars in it.")
    return history_of(sheet, place.name, whose, known=instrument is not None or whose.kind != "other")


def inspect(path: str | Path) -> Layout:
    """How a file is laid out, from its beginning alone: quick for a text of any size.

    Raises
    ------
    FileProblem
        If it can be seen from there that the file is no table of bars.
    """
    place = Path(path)
    try:
        head = _head(place)
        data = unpacked(place, head)
        return _layout(place, head if data is None else data[:HEAD], None, packed=data is not None)
    except OSError as error:
        raise _problem(place, error) from error


def _head(path: Path) -> bytes:
    """How the file begins; refuses what is no file, and what is too large."""
    if path.is_dir():
        raise FileProblem(f"“{path.name or path}” is a folder. Choose a file of bars in it.")
    size = path.stat().st_size
    if not path.is_file():
        raise FileProblem(f"“{path.name}” is a device or a pipe. Choose a file of bars.")
    if size == 0:
        raise FileProblem(f"“{path.name}” is empty. Choose a file with {_WANTED}.")
    if size > LARGEST:
        raise FileProblem(
            f"“{path.name}” has {size / 1024**3:.1f} GB, and Lionrock reads up to {LARGEST // 1024**3} GB. "
            "Split it, by years for example, and open a part."
        )
    with path.open("rb") as file:
        return file.read(HEAD)


def _layout(path: Path, head: bytes, given: Layout | None, *, packed: bool) -> Layout:
    """How a text that begins so is laid out; refuses what is no table of bars."""
    if not packed:
        _refuse_binary(path, head)
    layout = given or guess_layout(head, whole=len(head) < HEAD)
    if layout is None:
        raise FileProblem(f"“{path.name}” holds no table. Choose a file with {_WANTED}.")
    if layout.missing:
        lacking = " and ".join("date" if role == "time" else role for role in layout.missing)
        found = ", ".join(name for name in layout.names if name) or "no names"
        raise FileProblem(
            f"“{path.name}” has no column for {lacking} (found: {found}). Add what is missing to the file's first line."
        )
    if " " in layout.symbol:
        raise FileProblem(f"“{path.name}” holds several instruments ({layout.symbol}). Save one file for each.")
    return layout


def _refuse_binary(path: Path, head: bytes) -> None:
    kind = next((kind for mark, kind in _BINARY.items() if head.startswith(mark)), None)
    if kind is None and b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        kind = "no text"
    if kind is not None:
        raise FileProblem(f"“{path.name}” is {kind}. Save the table as CSV, and open that.")


def _problem(path: Path, error: OSError) -> FileProblem:
    name = path.name or str(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return FileProblem(f"There is no file “{name}” in “{path.parent}”. Check the name, or open another file.")
        case PermissionError():
            return FileProblem(f"“{name}” may not be read. Change its permissions, or copy it to a place of your own.")
    return FileProblem(f"“{name}” could not be read: {error.strerror or error}. Check the disk, or copy the file to another one.")


def _instrument(path: Path, layout: Layout) -> Instrument:
    """Whose bars a file holds: by the ticker inside it, or by its name, as far as that is beyond doubt."""
    for word in (layout.symbol, path.stem):
        symbol = _symbol_in(word)
        if symbol is not None:
            return instrument_of(symbol)
    return Instrument(layout.symbol or path.stem, layout.symbol or path.stem)


def _symbol_in(text: str) -> str | None:
    """The symbol in a name like ``HSTECH``, ``9988.HK``, ``HSI_1min`` or ``raw_3750-HK``.

    American tickers do not count: a file BABA.csv has New York's prices, in dollars.
    """
    match = re.search(r"(?<!\d)(\d{4,5})[._-]HK(?![A-Za-z])", text, re.IGNORECASE) or re.fullmatch(r"(\d{4,5})", text)
    if match:
        return symbol_of_code(match[1])
    for word in re.split(r"[^\w^]+|_", text):
        symbol = symbol_of_code(word) if word and not word.isdigit() else None
        if symbol is not None and instrument_of(symbol).kind == "index":
            return symbol
    return None


def address_of(path: str | Path) -> str:
    """The address under which documents keep a file: ``file:///...``."""
    return Path(path).expanduser().resolve().as_uri()


def path_of(address: str) -> Path:
    """The file of an address.

    Raises
    ------
    FileProblem
        If the address is none of a file.
    """
    parts = urlsplit(address)
    if parts.scheme != "file":
        raise FileProblem(f"“{address}” is no address of a file; such an address begins with file:///.")
    from urllib.request import url2pathname  # brings all of HTTP with it

    return Path(url2pathname(parts.path))


class FileProvider:
    """Files as a source of bars; what other sources call a symbol is a file's address here.

    The files read last stay in memory, and are read again once they have changed on the disk.
    """

    name = "file"
    online = False
    kept = True

    def __init__(self, keep: int = 2) -> None:
        self._keep = keep
        self._read: OrderedDict[str, tuple[tuple[int, int], History]] = OrderedDict()
        self._unusable: dict[str, str] = {}
        self._lock = threading.Lock()

    def capabilities(self, symbol: str) -> Capabilities:
        """The one interval that the bars of a file have; longer ones are resampled from it."""
        return Capabilities((Served(self.read(symbol).bars.interval),))

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        """The bars of the file at the address ``symbol``."""
        found = self.read(symbol)
        if interval != found.bars.interval:
            raise NotServed(
                f"The file has bars of {found.bars.interval}, none of {interval}. Choose {found.bars.interval} or longer."
            )
        if since is None:
            return found
        start = int(found.bars.time.searchsorted(math.ceil(since.timestamp())))
        adjusted = None if found.adjusted is None else found.adjusted[start:]
        return dataclasses.replace(found, bars=found.bars.slice(start, len(found.bars)), adjusted=adjusted)

    def read(self, address: str, progress: Progress | None = None) -> History:
        """All that a file holds, from memory when it has not changed since it was read.

        Raises
        ------
        FileProblem
            As :func:`read_bars`.
        """
        path = path_of(address)
        try:
            status = path.stat()
        except OSError as error:
            raise _problem(path, error) from error
        version = (status.st_mtime_ns, status.st_size)
        with self._lock:
            kept = self._read.get(address)
        if kept is not None and kept[0] == version:
            return kept[1]
        try:
            history = read_bars(path, progress=progress)
        except FileProblem as error:
            if not isinstance(error, Cancelled):
                self._note_unusable(address, error)
            raise
        note_refused(address, history.instrument.symbol, history)
        with self._lock:
            self._read[address] = (version, history)
            self._read.move_to_end(address)
            while len(self._read) > self._keep:
                self._read.popitem(last=False)
            self._unusable.pop(address, None)
        return history

    def _note_unusable(self, address: str, error: FileProblem) -> None:
        """Write down what is wrong with a file: once for as long as it is the same."""
        with self._lock:
            before = self._unusable.get(address)
            self._unusable[address] = str(error)
        if before != str(error):
            note_unusable(address, "-", None, error)
