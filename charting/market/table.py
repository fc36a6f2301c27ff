"""Reads a text file's columns in parts, large files too: texts of times, and numbers as they are written anywhere."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.grid import Integers
from charting.core.text import sentence
from charting.market.alignment import Mask
from charting.market.layout import Layout
from charting.market.provider import FileProblem
from charting.market.reading import PRICES, Role

PART = 5_000
"""Lines that are read at a time, between two reports of progress.

pandas keeps the interpreter while it makes texts of a part's times, and the window waits with it.
"""

Progress = Callable[[float], bool]
"""Is told the share that is done, 0 to 1; returns False to stop."""

_NUMBERS: tuple[Role, ...] = (*PRICES, "adjusted", "volume", "dividends", "splits")
_LARGEST = sys.float_info.max
_BLANK = frozenset(("", "-", "--", "—", ".", "n/a", "na", "nan", "null", "none", "#n/a"))
_UNITS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}


class Cancelled(FileProblem):
    """Somebody stopped the reading."""


class Part(Struct, frozen=True, eq=False):
    """Some consecutive lines of a file, blank ones left out.

    Attributes
    ----------
    line
        (n,) line numbers in the file, counted from 1.
    times
        (n,) pandas Series of strings, missing where blank.
    numbers
        (n,) float64 for each role that has a column, NaN where blank.
    garbled
        (n,) whether a price was neither blank nor a number, or the line had too many fields.
    """

    line: Integers
    times: Any
    numbers: dict[Role, Floats]
    garbled: Mask


def read_parts(path: Path, layout: Layout, progress: Progress | None = None, data: bytes | None = None) -> Iterator[Part]:
    """The columns of a file, part by part; those of ``data`` where the file itself is no text but this was made of it.

    Raises
    ------
    Cancelled
        If ``progress`` returned False.
    FileProblem
        If the text breaks off inside quotes or is otherwise no table.
    OSError
        If the disk fails.
    """
    import pandas

    texts = {layout.columns[role]: "str" for role in ("time", "clock") if role in layout.columns}
    raw = path.open("rb") if data is None else io.BytesIO(data)
    with io.TextIOWrapper(raw, encoding=layout.encoding, errors="replace", newline="") as file:
        for _ in range(layout.skip):
            file.readline()
        table = _Table(file, layout, max(path.stat().st_size if data is None else len(data), 1))
        try:
            with pandas.read_csv(
                table,  # type: ignore[call-overload, unused-ignore]  # it reads, and pandas asks for no more
                sep=layout.delimiter,
                decimal=layout.decimal,
                header=0,
                names=list(range(layout.width + 1)),
                usecols=sorted({*layout.columns.values(), layout.width}),
                dtype=texts,
                skip_blank_lines=False,
                skipinitialspace=True,
                index_col=False,
                low_memory=False,
                chunksize=PART,
            ) as frames:
                first = layout.skip + 1
                for frame in frames:
                    yield _part(frame, layout, first)
                    first += len(frame)
                    if progress is not None and not progress(table.share):
                        raise Cancelled(sentence("Reading “{name}” was stopped.", name=path.name))
        except pandas.errors.ParserError as error:
            raise _broken(path.name, str(error), layout.skip) from error


def _broken(name: str, error: str, skip: int) -> FileProblem:
    """What is wrong with a text that pandas could not part into rows, from what it said and the lines before the first bar."""
    open_quotes = re.search(r"EOF inside string starting at row (\d+)", error)
    if open_quotes is None:
        said = sentence("“{name}” breaks off or is damaged. Open it in an editor, or export it once more.", name=name)
        return FileProblem(said)
    return FileProblem(
        sentence(
            "“{name}” breaks off or is damaged: quotation marks that open in line {line} never close. "
            "Open it in an editor, or export it once more.",
            name=name,
            line=skip + int(open_quotes[1]),  # row 0 is a first line of our own
        )
    )


class _Table:
    """A text file behind a first line of our own, which has one column more than the file's header.

    So lines with too many fields can be told: pandas would drop what is too much without a word.
    """

    def __init__(self, file: TextIO, layout: Layout, size: int) -> None:
        self._file = file
        self._size = size
        self._first = layout.delimiter.join(str(number) for number in range(layout.width + 1)) + "\n"

    def read(self, size: int = -1) -> str:
        first, self._first = self._first, ""
        return first or self._file.read(size)

    def __iter__(self) -> Iterator[str]:
        return iter(self._file)

    @property
    def share(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return min(self._file.buffer.tell() / self._size, 1.0)


def _part(frame: Any, layout: Layout, first: int) -> Part:
    columns = layout.columns
    times = frame[columns["time"]]
    if "clock" in columns:
        times = times.str.cat(frame[columns["clock"]], sep=" ")
    garbled = frame[layout.width].notna().to_numpy(dtype=bool)
    numbers: dict[Role, Floats] = {}
    for role in _NUMBERS:
        if role in columns:
            numbers[role], unread = _floats(frame[columns[role]], layout.decimal)
            if role in PRICES:
                garbled = garbled | unread
    blank = times.isna().to_numpy(dtype=bool) & ~garbled
    for role in PRICES:
        blank &= np.isnan(numbers[role])
    line = np.arange(first, first + len(frame))
    if blank.any():
        kept = np.flatnonzero(~blank)
        numbers = {role: column[kept] for role, column in numbers.items()}
        return Part(line[kept], times.iloc[kept], numbers, garbled[kept])
    return Part(line, times, numbers, garbled)


def _floats(column: Any, decimal: str) -> tuple[Floats, Mask]:
    """Numbers of a pandas column, NaN for others, and which cells were neither blank nor a number; both (n,)."""
    if column.dtype.kind in "fiu":
        found = column.to_numpy(dtype=np.float64)
        unread = np.zeros(len(column), dtype=bool)
    else:
        found = np.full(len(column), np.nan)
        unread = np.zeros(len(column), dtype=bool)
        for row, cell in enumerate(column.tolist()):
            value = number_of(cell, decimal) if isinstance(cell, str) else cell
            if value is None:
                unread[row] = True
            else:
                found[row] = np.inf if abs(value) > _LARGEST else value  # a whole number may have hundreds of digits
    endless = np.isinf(found)
    if endless.any():
        found = np.where(endless, np.nan, found)
        unread |= endless
    return found, unread


def number_of(text: str, decimal: str = ".") -> float | None:
    """The number that a cell holds: NaN for a blank one, None for one that is no number.

    Thousands may be grouped by commas, points, apostrophes or spaces, and volumes may be short: ``1.2M``, ``3.4亿``.
    """
    cell = text.strip().strip('"').strip()
    if cell.casefold() in _BLANK:
        return float("nan")
    unit = _UNITS.get(cell[-1].casefold(), 1.0)
    if unit != 1.0:
        cell = cell[:-1].rstrip()
    group = "," if decimal == "." else "."
    if _grouped(group, decimal).match(cell):
        cell = re.sub(rf"[{group}' \u00a0\u202f]", "", cell)
    try:
        return float(cell.replace(decimal, ".") if decimal != "." else cell) * unit
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _grouped(group: str, decimal: str) -> re.Pattern[str]:
    return re.compile(rf"^[-+]?\d{{1,3}}(?:[{group}' \u00a0\u202f]\d{{3}})+(?:{re.escape(decimal)}\d*)?$")
