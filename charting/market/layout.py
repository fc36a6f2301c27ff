"""How a text file of bars is laid out: encoding, delimiter, header, columns, decimal sign; guessed, and correctable."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from charting.market.reading import GUESSED, PRICES, Reading, Role
from charting.market.stamps import looks_like_time

HEAD = 65_536
"""Bytes at the beginning of a file that the guess is made from."""

_DELIMITERS = (",", "\t", ";", "|")
_LINES = 60

_GROUPED = re.compile(r"^[-+]?\d{1,3}(?:,\d{3})+$")

# What the columns are called by the sources people export from, after casefolding and dropping punctuation.
_NAMES: dict[Role, tuple[str, ...]] = {
    "time": ("date", "datetime", "timestamp", "date time", "day", "trade date", "日期", "交易日期", "時間", "时间", "日期時間"),
    "clock": ("time", "clock"),
    "open": ("open", "o", "開盤", "开盘", "開市", "開盤價", "开盘价", "今开"),
    "high": ("high", "h", "max", "最高", "最高價", "最高价"),
    "low": ("low", "l", "min", "最低", "最低價", "最低价"),
    "close": ("close", "c", "last", "close last", "收盤", "收盘", "收市", "收盤價", "收盘价"),
    "adjusted": ("adj close", "adjclose", "adjusted", "adjusted close", "close adjusted"),
    "volume": ("volume", "vol", "v", "tickvol", "tick volume", "成交量"),
    "dividends": ("dividends", "dividend"),
    "splits": ("stock splits", "splits", "split"),
}
_ROLES: dict[str, Role] = {name: role for role, names in _NAMES.items() for name in names}


class Layout(msgspec.Struct, frozen=True):
    """Where what is found in a text file.

    Attributes
    ----------
    encoding
        Python's name of the text encoding.
    delimiter, decimal
        One character each.
    skip
        Number of lines before the first bar.
    width
        Number of columns.
    columns
        Position of each role that was found, counted from 0.
    names
        The column names as they stand in the file; empty when it has none.
    symbol
        The symbol the file itself names (as yfinance's second header line does); empty when it names none.
    either_sign
        Whether the commas in prices may group thousands as well as be the decimal sign: nothing in the file tells.
    """

    encoding: str
    delimiter: str
    decimal: str
    skip: int
    width: int
    columns: dict[Role, int]
    names: tuple[str, ...] = ()
    symbol: str = ""
    either_sign: bool = False

    @property
    def missing(self) -> tuple[Role, ...]:
        """The roles without which there are no bars, and which no column has."""
        return tuple(role for role in ("time", *PRICES) if role not in self.columns)


def guess_layout(head: bytes, *, whole: bool, reading: Reading = GUESSED) -> Layout | None:
    """Guess the layout from the beginning of a file, or None when it is no table.

    A layout may lack columns that bars need (:attr:`Layout.missing`): then the file is a table, but not of bars.

    Parameters
    ----------
    head
        The file's first :data:`HEAD` bytes.
    whole
        Whether these are all of it; otherwise the last line is taken to be cut off.
    reading
        What is known already, and not guessed.
    """
    candidates: list[Layout] = []
    bare: list[Layout] = []
    for encoding in (reading.encoding,) if reading.encoding else _encodings(head):
        lines = head.decode(encoding, errors="replace").splitlines()
        if not whole and len(lines) > 1:
            lines = lines[:-1]
        for delimiter in (reading.delimiter,) if reading.delimiter else _DELIMITERS:
            rows = rows_of(lines[:_LINES], delimiter)
            candidates += _layouts(rows, delimiter, encoding, reading.skip)
            bare += _bare(rows, delimiter, encoding, reading)
    found = max(candidates or bare, key=lambda found: (len(found.columns), found.width), default=None)
    return None if found is None else _corrected(found, reading)


def rows_of(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    """The cells of lines, without the blanks around them; nothing where quotes are never closed."""
    try:
        return [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True)]
    except csv.Error:
        return []


def _corrected(layout: Layout, reading: Reading) -> Layout:
    """A layout with what somebody knows better."""
    if reading.columns is not None:
        columns = {role: position for position, role in enumerate(reading.columns) if role and position < layout.width}
        layout = replace(layout, columns=columns)
    if reading.decimal:
        layout = replace(layout, decimal=reading.decimal, either_sign=False)
    return layout


def _bare(rows: Sequence[list[str]], delimiter: str, encoding: str, reading: Reading) -> list[Layout]:
    """The layout of a table of which nothing is known but its columns' number: at most one, for somebody to fill in."""
    widths = Counter(len(row) for row in rows if any(row))
    width, count = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    told = bool(reading.delimiter) or reading.columns is not None
    if width < (1 if told else len(PRICES) + 1) or (not told and (count < 2 or count * 3 < sum(widths.values()) * 2)):
        return []
    full = [number for number, row in enumerate(rows) if len(row) == width]
    dated = next((number for number in full if any(map(looks_like_time, rows[number]))), full[0])
    skip = dated if reading.skip is None else reading.skip
    samples = [row for row in rows[skip:] if len(row) > 1]
    position = _column_of_times(samples, taken=set())
    columns: dict[Role, int] = {} if position is None else {"time": position}
    names = tuple(rows[skip - 1]) if 0 < skip <= len(rows) else ()
    told_columns = {role: place for place, role in enumerate(reading.columns or ()) if role}
    decimal, either = _decimal(samples, told_columns, delimiter)
    return [Layout(encoding, delimiter, decimal, skip, width, columns, names, either_sign=either)]


def _encodings(head: bytes) -> tuple[str, ...]:
    """The encodings a text may be in, by its mark or else by what can be decoded; likelier ones first."""
    if head.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    possible = []
    for encoding in ("utf-8", "gb18030", "big5hkscs", "cp1252"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(head, final=False)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8":
            return (encoding,)
        possible.append(encoding)
    return tuple(possible) or ("utf-8",)


def _layouts(rows: Sequence[list[str]], delimiter: str, encoding: str, skip: int | None) -> Iterator[Layout]:
    """The layouts a delimiter makes possible: one with a line of names, above the first bar if that is known, or one without."""
    for index in range(len(rows) if skip is None else min(skip, len(rows))):
        columns = _roles(rows[index])
        if len(rows[index]) < 2 or len(columns) < 2:
            continue
        found = _with_header(rows, index, columns, delimiter, encoding)
        yield found if skip is None else replace(found, skip=skip)
        return
    found_without = _without_header(rows[skip or 0 :], delimiter, encoding)
    if found_without is not None:
        yield replace(found_without, skip=skip or 0)


def _with_header(rows: Sequence[list[str]], index: int, columns: dict[Role, int], delimiter: str, encoding: str) -> Layout:
    names = list(rows[index])
    skip = index + 1
    symbol = ""
    following = list(islice(rows, skip, skip + 2))
    if len(following) == 2 and following[0] and following[0][0].casefold() == "ticker":
        # yfinance writes a frame with two levels of columns: prices, tickers, and a line with the index's name only.
        tickers = {cell for cell in following[0][1:] if cell}
        symbol = tickers.pop() if len(tickers) == 1 else " ".join(sorted(tickers))
        names[0] = following[1][0] or "Date"
        skip += 2
        columns = _roles(names)
    samples = [row for row in rows[skip:] if len(row) > 1]
    if "time" not in columns and "clock" in columns:
        columns = {"time": columns.pop("clock"), **columns}
    if "time" not in columns:
        position = _column_of_times(samples, taken=set(columns.values()))
        if position is not None:
            columns = {"time": position, **columns}
    decimal, either = _decimal(samples, columns, delimiter)
    return Layout(encoding, delimiter, decimal, skip, len(names), columns, tuple(names), symbol, either)


def _without_header(rows: Sequence[list[str]], delimiter: str, encoding: str) -> Layout | None:
    """Files such as MetaTrader's: a date, perhaps a time of day, then open, high, low, close and perhaps volume."""
    full = [row for row in rows if any(row)]
    if not full or not looks_like_time(full[0][0]):
        return None
    width = len(full[0])
    columns: dict[Role, int] = {"time": 0}
    first = 1
    if width > 1 and ":" in full[0][1]:
        columns["clock"] = 1
        first = 2
    if width < first + 4 or any(len(row) != width for row in full[:20]):
        return None
    roles: tuple[Role, ...] = (*PRICES, "volume")
    columns |= {role: first + position for position, role in enumerate(roles) if first + position < width}
    decimal, either = _decimal(full, columns, delimiter)
    return Layout(encoding, delimiter, decimal, 0, width, columns, either_sign=either)


def _roles(names: Sequence[str]) -> dict[Role, int]:
    """Which column has which role by its name; the first column of a role wins."""
    found: dict[Role, int] = {}
    for position, name in enumerate(names):
        role = _role(name)
        if role is not None:
            found.setdefault(role, position)
    if "close" not in found and "open" in found:
        price = next((position for position, name in enumerate(names) if _plain(name) == "price"), None)
        if price is not None:
            found["close"] = price
    return found


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()


def _role(name: str) -> Role | None:
    """The role of a column name, which may carry the instrument's before it: ``HSCE.Open``, ``9988.HK Adj Close``."""
    plain = _plain(name)
    words = plain.split(" ")
    for start in range(len(words)):
        tail = " ".join(words[start:])
        # A single letter counts only as the whole name: "A.H" is no high.
        if tail in _ROLES and (start == 0 or len(tail) > 1):
            return _ROLES[tail]
    return None


def _column_of_times(samples: Sequence[list[str]], taken: set[int]) -> int | None:
    """The first column that holds dates, whatever it is called (pandas leaves its name out, R says "Index")."""
    if not samples:
        return None
    for position in range(len(samples[0])):
        cells = [row[position] for row in samples[:20] if position < len(row) and row[position]]
        if position not in taken and cells and all(looks_like_time(cell) for cell in cells):
            return position
    return None


def _decimal(samples: Sequence[list[str]], columns: dict[Role, int], delimiter: str) -> tuple[str, bool]:
    """The decimal sign, from what prices look like, and whether it could be the other one as well."""
    positions = [columns[role] for role in PRICES if role in columns]
    cells = [row[position] for row in samples for position in positions if position < len(row)]
    if any("." in cell and cell.rfind(".") > cell.rfind(",") for cell in cells):
        return ".", False
    with_comma = [cell for cell in cells if "," in cell]
    if not with_comma:
        return ".", False
    if all(_GROUPED.match(cell) for cell in with_comma):
        # "7,117" may be either: people who separate columns by commas write points, and the other way round.
        return ("," if delimiter != "," else "."), True
    return ",", False
