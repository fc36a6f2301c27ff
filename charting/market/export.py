"""Writes bars, and whatever was computed from them, as a table that Lionrock and spreadsheets read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from math import isnan

import numpy as np

from charting.core.bars import Bars, Floats
from charting.core.grid import Integers
from charting.core.text import sentence
from charting.market.stamps import local_seconds
from charting.market.table import Cancelled, Progress

CELLS = 60_000
"""Cells that are made at a time, between two reports of progress: the interpreter is kept while they become its numbers."""

_PRICES = ("Open", "High", "Low", "Close", "Volume")


def csv_parts(
    bars: Bars, timezone: str, columns: Mapping[str, Floats], rows: slice, progress: Progress | None = None
) -> Iterator[bytes]:
    """A table in UTF-8 with a line for each bar, part by part; :func:`charting.market.files.read_bars` reads it back.

    Days and longer bars bear their date; intraday ones their time with its distance from UTC, without which it could be
    taken for another market's. What is unknown stays blank; numbers are written so that the same ones are read.

    Parameters
    ----------
    bars
        A table of n bars.
    timezone
        IANA name of the zone that the times are written in.
    columns
        (n,) values by the name of their column, written behind the bars' own. A name that is taken gets a number.
    rows
        Which bars.
    progress
        Told the share that is written; returning False stops.

    Raises
    ------
    Cancelled
        If ``progress`` returned False.
    """
    first = "Time" if bars.interval.is_intraday else "Date"
    names = distinct((first, *_PRICES, *columns))
    data = (bars.open, bars.high, bars.low, bars.close, bars.volume, *columns.values())
    yield b"\xef\xbb\xbf" + _header(names)  # the mark tells spreadsheets that it is UTF-8
    begin, end, _ = rows.indices(len(bars))
    most = max(1, CELLS // len(names))
    for start in range(begin, end, most):
        part = slice(start, min(start + most, end))
        times = _times(bars.time[part], timezone, clock=bars.interval.is_intraday)
        cells = [map(_number, column[part].tolist()) for column in data]
        yield "".join(f"{','.join(row)}\n" for row in zip(times, *cells, strict=True)).encode()
        if progress is not None and not progress((part.stop - begin) / (end - begin)):
            raise Cancelled(sentence("The export was stopped."))


def distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, with a number behind those that came before: ``Volume``, ``Volume (2)``."""
    found: dict[str, None] = {}
    for name in names:
        number, numbered = 1, name
        while numbered in found:
            number += 1
            numbered = f"{name} ({number})"
        found[numbered] = None
    return tuple(found)


def _header(names: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(names)
    return text.getvalue().encode()


def _times(times: Integers, timezone: str, *, clock: bool) -> list[str]:
    local = local_seconds(times, timezone)
    if not clock:
        days: list[str] = np.datetime_as_string(local.astype("datetime64[s]"), unit="D").tolist()
        return days
    minutes = np.datetime_as_string(local.astype("datetime64[s]"), unit="m").tolist()
    offsets = ((local - times) // 60).tolist()
    zones = {offset: f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}" for offset in set(offsets)}
    return [minute.replace("T", " ") + zones[offset] for minute, offset in zip(minutes, offsets, strict=True)]


def _number(value: float) -> str:
    return "" if isnan(value) else repr(value).removesuffix(".0")
