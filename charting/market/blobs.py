"""Bars as checksummed blobs, one for each year or month: how the store writes columns, and joins new ones to old."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats, Times
from charting.core.interval import Interval

_TIME = np.dtype("<i8")
_VALUE = np.dtype("<f8")
_COUNT = struct.Struct("<q")

_PRICES = 4
_ROWS = 5  # prices and volume
_ALL = 6  # the same and adjusted closes


class Columns(Struct, frozen=True, eq=False):
    """The columns of some bars.

    Attributes
    ----------
    time
        (n,) int64, UTC seconds, strictly increasing.
    values
        (5, n) or (6, n) float64: open, high, low, close, volume and, where it is known, adjusted close; NaN where unknown.
    """

    time: Times
    values: Floats

    def __len__(self) -> int:
        return len(self.time)

    def bars(self, interval: Interval) -> Bars:
        """The columns as bars, without the adjusted closes."""
        first, high, low, last, volume = self.values[:_ROWS]
        return Bars.of(self.time, first, high, low, last, volume, interval)

    @property
    def adjusted(self) -> Floats | None:
        """(n,) adjusted closes, None where none are known."""
        return self.values[_ROWS] if len(self.values) == _ALL else None


def columns_of(bars: Bars, adjusted: Floats | None) -> Columns:
    """The columns of bars and of their adjusted closes."""
    rows = [bars.open, bars.high, bars.low, bars.close, bars.volume]
    return Columns(bars.time, np.stack(rows if adjusted is None else [*rows, adjusted]))


def encode(columns: Columns) -> bytes:
    """The number of bars, then the columns one after the other, all little-endian."""
    return _COUNT.pack(len(columns)) + columns.time.astype(_TIME).tobytes() + columns.values.astype(_VALUE).tobytes()


def decode(blob: bytes) -> Columns:
    """The columns of a blob that :func:`encode` made, sharing its memory."""
    (count,) = _COUNT.unpack_from(blob)
    time = np.frombuffer(blob, _TIME, count, _COUNT.size)
    values = np.frombuffer(blob, _VALUE, offset=_COUNT.size + count * _TIME.itemsize)
    return Columns(time, values.reshape(-1, count))


def checksum(blob: bytes, *belonging: object) -> int:
    """CRC-32 of a blob and of the values that say what it belongs to."""
    return zlib.crc32(blob, zlib.crc32(repr(belonging).encode()))


class Gathering:
    """Puts consecutive columns together while they are read, in one piece of memory that has room for ``expected`` bars.

    Kept until all are there, the parts would take as much memory again, and much of the time goes into memory that is new.
    """

    def __init__(self, expected: int) -> None:
        self._time = np.empty(expected, np.int64)
        self._values = np.empty((_ROWS, expected))
        self._count = 0

    def add(self, part: Columns) -> None:
        """Add what comes next."""
        start, self._count = self._count, self._count + len(part)
        height = max(len(part.values), len(self._values))
        room = len(self._time)
        if self._count > room or height > len(self._values):
            room = max(self._count, 2 * room) if self._count > room else room  # nothing may be known of how many there are
            time, values = np.empty(room, np.int64), np.full((height, room), np.nan)
            time[:start], values[: len(self._values), :start] = self._time[:start], self._values[:, :start]
            self._time, self._values = time, values
        self._time[start : self._count] = part.time
        self._values[:, start : self._count] = _padded(part.values, height)

    def columns(self) -> Columns:
        """All that was added, in memory of its own size."""
        if self._count == len(self._time):
            return Columns(self._time, self._values)
        return Columns(self._time[: self._count].copy(), self._values[:, : self._count].copy())


def _padded(values: Floats, height: int) -> Floats:
    """Values with a row of unknown adjusted closes, if they lack it and it is wanted."""
    if len(values) == height:
        return values
    return np.concatenate((values, np.full((height - len(values), values.shape[1]), np.nan)))


def periods(columns: Columns, interval: Interval) -> Iterator[tuple[int, Columns]]:
    """Columns cut into calendar months (UTC) for intraday bars, years for longer ones; keys count from 1970."""
    unit = "M" if interval.is_intraday else "Y"
    keys = columns.time.astype("datetime64[s]").astype(f"datetime64[{unit}]").astype(np.int64)
    starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
    for start, stop in pairwise([*starts.tolist(), len(keys)]):
        yield int(keys[start]), Columns(columns.time[start:stop], columns.values[:, start:stop])


def merged(old: Columns, new: Columns) -> Columns:
    """Both, the newer values where both have a bar; an unknown volume or adjusted close does not replace a known one."""
    if not len(old) or not len(new):
        return new if len(new) else old
    time = np.union1d(old.time, new.time)
    height = max(len(old.values), len(new.values))
    values = np.full((height, len(time)), np.nan)
    values[:, time.searchsorted(old.time)] = _padded(old.values, height)
    into = time.searchsorted(new.time)
    newer = _padded(new.values, height)
    values[:_PRICES, into] = newer[:_PRICES]
    values[_PRICES:, into] = np.where(np.isnan(newer[_PRICES:]), values[_PRICES:, into], newer[_PRICES:])
    return Columns(time, values)
