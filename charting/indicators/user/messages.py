"""What the window and an indicator's process say to each other: a JSON header and raw columns, each with its length."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import IO, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars
from charting.core.document import Stroke, Value
from charting.core.interval import Interval
from charting.core.text import Sentence, sentence
from charting.indicators.declaration import Colouring, PlotStyle
from charting.indicators.sourced import Sourced

_LENGTHS = struct.Struct("<II")
_COLUMN = struct.Struct("<Q")


class ParameterNote(msgspec.Struct, frozen=True):
    """A :class:`charting.indicators.declaration.Parameter` as it is sent."""

    name: str
    title: str
    default: Value
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    step: float = 1.0


class PlotNote(msgspec.Struct, frozen=True):
    """A :class:`charting.indicators.declaration.Plot` as it is sent."""

    name: str
    title: str
    style: PlotStyle = "line"
    stroke: Stroke = Stroke()
    fill_to: str | None = None
    fill_by_order: bool = False
    colouring: Colouring = "plain"
    colour_by: str | None = None


class Load(msgspec.Struct, frozen=True, tag=True):
    """Read the file, which happens once a process; answered by :class:`Declared`."""

    path: str
    limit: float


class Compute(msgspec.Struct, frozen=True, tag=True):
    """Compute a table: six columns of bars, then those named by ``extra``; answered by :class:`Computed`."""

    settings: dict[str, Value]
    interval: str
    extra: tuple[str, ...]
    limit: float


class Declared(msgspec.Struct, frozen=True, tag=True):
    """What the file declares."""

    title: str
    short: str
    about: str
    pane: Literal["overlay", "own"]
    parameters: tuple[ParameterNote, ...]
    plots: tuple[PlotNote, ...]
    levels: tuple[float, ...] = ()
    level_fill: tuple[float, float] | None = None
    bounds: tuple[float, float] | None = None
    decimals: int | None = None


class Computed(msgspec.Struct, frozen=True, tag=True):
    """The outputs, one column for each of ``names``."""

    names: tuple[str, ...]


class Wrong(msgspec.Struct, frozen=True, tag=True):
    """The file made a mistake, at a line of it if that is known; ``ended`` if the process ends with that.

    ``values`` are put into ``text``, which is English, in whatever language it is said.
    """

    text: str
    line: int | None = None
    ended: bool = False
    values: dict[str, str | int | float] = {}

    @classmethod
    def of(cls, told: str, line: int | None = None, *, ended: bool = False) -> Wrong:
        """What a text tells, or a sentence with what it was made of."""
        if isinstance(told, Sentence):
            return cls(told.template, line, ended, dict(told.values))  # type: ignore[arg-type]
        return cls(told, line, ended)

    @property
    def told(self) -> Sentence:
        """The text with its values."""
        return Sentence(self.text, self.values)


Request = Load | Compute
Reply = Declared | Computed | Wrong
Column = NDArray[np.float64] | NDArray[np.int64]


def too_long(limit: float) -> Sentence:
    """What is said of a file that takes longer than so many seconds."""
    return sentence("It took longer than {seconds} seconds and was stopped.", seconds=f"{limit:g}")


def write(stream: IO[bytes], message: Request | Reply, columns: Sequence[Column] = ()) -> None:
    """Send a message and columns of eight bytes a value."""
    header = msgspec.json.encode(message)
    stream.write(_LENGTHS.pack(len(header), len(columns)))
    stream.write(header)
    for column in columns:
        stream.write(_COLUMN.pack(len(column)))
        stream.write(np.ascontiguousarray(column).view(np.uint8).data)
    stream.flush()


def read(stream: IO[bytes]) -> tuple[bytes, list[bytearray]]:
    """Receive a message's header and its columns.

    Raises
    ------
    EOFError
        If the other side has ended.
    """
    header_length, count = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    header = bytes(_exactly(stream, header_length))
    columns = [_exactly(stream, _COLUMN.unpack(_exactly(stream, _COLUMN.size))[0] * 8) for _ in range(count)]
    return header, columns


def request_of(header: bytes) -> Request:
    """The window's message."""
    return msgspec.json.decode(header, type=Load | Compute)


def reply_of(header: bytes) -> Reply:
    """The process's message."""
    return msgspec.json.decode(header, type=Declared | Computed | Wrong)


def columns_of(bars: Bars) -> list[Column]:
    """A table's columns in the order in which they are sent."""
    return [bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume]


def table_of(request: Compute, columns: Sequence[bytearray]) -> Bars:
    """The table that was sent."""
    time = np.frombuffer(columns[0], np.int64)
    open, high, low, close, volume, *more = (np.frombuffer(column, np.float64) for column in columns[1:])
    bars = Bars.of(time, open, high, low, close, volume, Interval.parse(request.interval))
    return Sourced.of_bars(bars, dict(zip(request.extra, more, strict=True))) if more else bars


def _exactly(stream: IO[bytes], count: int) -> bytearray:
    found = bytearray(count)
    view, done = memoryview(found), 0
    while done < count:
        part = stream.read(min(count - done, 1 << 20))
        if not part:
            raise EOFError
        view[done : done + len(part)] = part
        done += len(part)
    return found
