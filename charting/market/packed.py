"""Turns Excel workbooks and Parquet files into the text that the reader of files takes; their libraries are optional."""

from __future__ import annotations

import csv
import errno
import io
import zipfile
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from charting.core.text import sentence, translatable
from charting.market.provider import FileProblem
from charting.market.table import Cancelled, Progress

PART = 5_000
"""Rows of a workbook that are read between two reports of progress, and of a Parquet file that are written as text at a time.

pandas keeps the interpreter meanwhile, and the window waits with it.
"""

_NO_OPENPYXL = translatable(
    "“{name}” is an Excel workbook, and reading those needs openpyxl. "
    'Install it with pip install "lionrock[formats]", or save the sheet as CSV and open that.'
)
_NO_PYARROW = translatable(
    "“{name}” is a Parquet file, and reading those needs pyarrow. "
    'Install it with pip install "lionrock[formats]", or save the table as CSV and open that.'
)
_DAMAGED = translatable("“{name}” is damaged or protected ({reason}). Open it in the program it is from, and save it as CSV.")


def unpacked(path: Path, head: bytes, progress: Progress | None = None) -> bytes | None:
    """The table in a workbook's first sheet or in a Parquet file as CSV in UTF-8, None for any other file.

    Parameters
    ----------
    path
        The file.
    head
        How it begins.
    progress
        Told the share that was read; returning False stops.

    Raises
    ------
    FileProblem
        If the library for it is not installed, or the file is damaged.
    Cancelled
        If ``progress`` returned False.
    OSError
        If the disk fails.
    """
    if head.startswith(b"PAR1"):
        return _of_parquet(path)
    if head.startswith(b"PK\x03\x04") and _is_workbook(path):
        return _of_workbook(path, progress)
    return None


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    except Exception:  # noqa: BLE001 - of a damaged one whatever the parser comes upon
        pass
    return False


def _of_workbook(path: Path, progress: Progress | None) -> bytes:
    try:
        import openpyxl
    except ImportError as error:
        raise FileProblem(sentence(_NO_OPENPYXL, name=path.name)) from error
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\n").writerow
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
            count = max(sheet.max_row or 0, 1)
            for number, row in enumerate(rows):
                write([_cell(value) for value in row])
                if number % PART == 0 and progress is not None and not progress(min(number / count, 1.0)):
                    raise Cancelled(sentence("Reading “{name}” was stopped.", name=path.name))
        finally:
            book.close()
    except FileProblem:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsers raise
        if isinstance(error, OSError) and error.errno != errno.EINVAL:  # which a damaged file is the cause of, not the disk
            raise
        raise FileProblem(sentence(_DAMAGED, name=path.name, reason=str(error).rstrip("."))) from error
    return text.getvalue().encode()


def _cell(value: object) -> str:
    """A cell as text. Excel counts days in fractions, so that its seconds are a little off, and a day is its midnight."""
    match value:
        case None:
            return ""
        case datetime():
            moment = (value + timedelta(milliseconds=500)).replace(microsecond=0)
            return moment.isoformat(" ") if moment.time() != time() else str(moment.date())
        case time():
            return value.replace(microsecond=0).isoformat()
    return str(value)


def _of_parquet(path: Path) -> bytes:
    import pandas

    try:
        frame = pandas.read_parquet(path, engine="pyarrow")
    except ImportError as error:
        raise FileProblem(sentence(_NO_PYARROW, name=path.name)) from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise FileProblem(sentence(_DAMAGED, name=path.name, reason=str(error).rstrip("."))) from error
    except Exception as error:  # pyarrow has dozens of kinds
        raise FileProblem(sentence(_DAMAGED, name=path.name, reason=str(error).rstrip("."))) from error
    # The dates may be the index, as pandas and yfinance leave them.
    if not isinstance(frame.index, pandas.RangeIndex):
        frame = frame.reset_index()
    starts = range(0, max(len(frame), 1), PART)
    return b"".join([frame.iloc[start : start + PART].to_csv(index=False, header=start == 0).encode() for start in starts])
