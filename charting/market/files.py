"""Bars from text files: anything a person or a program exported as a table with dates and prices."""

from __future__ import annotations

import dataclasses
import math
import re
import threading
from collections import OrderedDict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import numpy as np
from msgspec.structs import replace

from charting.core.calendar import calendar_for
from charting.core.grid import Integers
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.market.alignment import aligned, interval_of
from charting.market.instruments import instrument_of, symbol_of_code
from charting.market.layout import HEAD, Layout, Role, guess_layout
from charting.market.provider import Action, FileProblem, History, NotServed, Refused
from charting.market.stamps import UNREADABLE, guess_format, parse_times
from charting.market.table import Part, Progress, read_parts
from charting.market.validate import Checked, Rows, check

if TYPE_CHECKING:
    import pandas

LARGEST = 2 * 1024**3
"""Bytes above which a file is not read: its bars would not fit into the memory of an ordinary machine."""

_FORMATS = 4
"""How many ways of writing times one file may mix."""

_SAMPLES = 2000
"""How many of a file's times are looked at to tell the day from the month."""

_BINARY = {
    b"PK\x03\x04": "an Excel workbook or another packed file",
    b"PAR1": "a Parquet file",
    b"\x1f\x8b": "a packed file",
    b"SQLite format 3": "a database",
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
}
_WANTED = "a line of column names (date, open, high, low, close, volume) and a line for each bar"


def read_bars(
    path: str | Path, *, instrument: Instrument | None = None, layout: Layout | None = None, progress: Progress | None = None
) -> History:
    """Read a text file of bars, of any size up to :data:`LARGEST`.

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
        layout = _layout(place, layout)
        parts = list(read_parts(place, layout, progress))
    except OSError as error:
        raise _problem(place, error) from error
    if not any(len(part.line) for part in parts):
        raise FileProblem(f"“{place.name}” has column names but no line below them. Choose a file with bars in it.")
    whose = instrument or _instrument(place, layout)
    return _history(place, parts, whose, known=instrument is not None or whose.kind != "other")


def inspect(path: str | Path) -> Layout:
    """How a file is laid out, from its beginning alone: quick for a file of any size.

    Raises
    ------
    FileProblem
        If it can be seen from there that the file is no table of bars.
    """
    place = Path(path)
    try:
        return _layout(place, None)
    except OSError as error:
        raise _problem(place, error) from error


def _layout(path: Path, given: Layout | None) -> Layout:
    """How the file is laid out; refuses what is no table of bars."""
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
        head = file.read(HEAD)
    _refuse_binary(path, head)
    layout = given or guess_layout(head, whole=size <= HEAD)
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


def _history(path: Path, parts: list[Part], instrument: Instrument, *, known: bool) -> History:
    times = _times(parts, instrument.timezone)
    interval = _interval(path, times, instrument)
    if not known and not _trades_with(instrument, times, interval):
        instrument = replace(instrument, exchange="", timezone="UTC")
        times = _times(parts, instrument.timezone)
        interval = _interval(path, times, instrument)
    rows = _rows(parts, times)
    checked = check(rows, interval, calendar_for(instrument.exchange), instrument.timezone)
    if not len(checked.bars):
        raise FileProblem(f"None of the {len(times):,} lines of “{path.name}” can be used: {_listed(checked.refused)}.")
    return History(
        instrument,
        checked.bars,
        datetime.now(UTC),
        checked.refused,
        repaired=checked.repaired,
        rows=len(times),
        adjusted=checked.adjusted,
        actions=_actions(parts, checked),
    )


def _listed(refused: tuple[Refused, ...]) -> str:
    return ", ".join(f"{each.count:,} with {each.kind}" for each in refused)


def _times(parts: list[Part], timezone: str) -> Integers:
    """Moments of all lines; what one format leaves unread is tried with a second one, and so on."""
    formats: list[str] = []
    return np.concatenate([_times_of(part.times, formats, timezone) for part in parts])


def _times_of(texts: pandas.Series, formats: list[str], timezone: str) -> Integers:
    """Moments of some cells, by the formats known so far; new ones are added to those."""
    times = np.full(len(texts), UNREADABLE, dtype=np.int64)
    left = np.flatnonzero(texts.notna().to_numpy(dtype=bool))
    for known in formats:
        times[left] = parse_times(texts.iloc[left], known, timezone)
        left = left[times[left] == UNREADABLE]
    while len(left) and len(formats) < _FORMATS:
        texts = texts.str.strip()
        guess = guess_format(texts.iloc[left[:: max(1, len(left) // _SAMPLES)]].tolist())
        if guess is None:
            break
        times[left] = parse_times(texts.iloc[left], guess, timezone)
        unread = left[times[left] == UNREADABLE]
        if len(unread) == len(left):
            break
        if guess not in formats:
            formats.append(guess)
        left = unread
    return times


def _interval(path: Path, times: Integers, instrument: Instrument) -> Interval:
    if bool((times == UNREADABLE).all()):
        raise FileProblem(f"None of the dates in “{path.name}” can be read. Write them as 2025-03-07 or 2025-03-07 09:30.")
    interval = interval_of(times, instrument.timezone)
    if interval is None:
        raise FileProblem(f"The lines of “{path.name}” are closer than a minute. Sum them up to bars of a minute or longer.")
    return interval


def _trades_with(instrument: Instrument, times: Integers, interval: Interval) -> bool:
    """Whether stamps of something unknown fit an exchange's sessions: if not, they are another market's."""
    times = times[times != UNREADABLE]
    outside = aligned(times, interval, calendar_for(instrument.exchange), instrument.timezone).outside
    return float(outside.mean()) <= (0.2 if interval.is_intraday else 0.02)


def _rows(parts: list[Part], times: Integers) -> Rows:
    columns = {role: np.concatenate([part.numbers[role] for part in parts]) for role in parts[0].numbers}
    return Rows(
        times,
        columns["open"],
        columns["high"],
        columns["low"],
        columns["close"],
        columns.get("volume", np.full(len(times), np.nan)),
        np.concatenate([part.line for part in parts]),
        np.concatenate([part.garbled for part in parts]),
        columns.get("adjusted"),
    )


def _actions(parts: list[Part], checked: Checked) -> tuple[Action, ...]:
    kinds: tuple[tuple[Role, Literal["dividend", "split"]], ...] = (("dividends", "dividend"), ("splits", "split"))
    found = []
    for role, kind in kinds:
        if role in parts[0].numbers:
            values = np.concatenate([part.numbers[role] for part in parts])[checked.row]
            found += [
                Action(int(checked.bars.time[row]), kind, float(values[row])) for row in np.flatnonzero(np.nan_to_num(values))
            ]
    return tuple(sorted(found, key=lambda action: action.time))


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

    def __init__(self, keep: int = 2) -> None:
        self._keep = keep
        self._read: OrderedDict[str, tuple[tuple[int, int], History]] = OrderedDict()
        self._lock = threading.Lock()

    def intervals(self, symbol: str) -> tuple[Interval, ...]:
        """The one interval that the bars of a file have; longer ones are resampled from it."""
        return (self.read(symbol).bars.interval,)

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
        history = read_bars(path, progress=progress)
        with self._lock:
            self._read[address] = (version, history)
            self._read.move_to_end(address)
            while len(self._read) > self._keep:
                self._read.popitem(last=False)
        return history
