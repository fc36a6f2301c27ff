"""Formulas that are written once and run over a whole table of bars or along with it, row by row, with equal results.

A formula asks a :class:`Rows` for columns and for TA-Lib's functions of them, and combines the answers with elementwise
arithmetic. :class:`Whole` answers with all rows at once. :class:`Following` answers with arrays of one row, from TA-Lib's
streams (whose values are bit-identical to the batch functions') and from a few remembered rows, so that a live tick costs
the same at a thousand bars and at ten million.

Holes
-----
TA-Lib answers NaN for ever after a NaN. Here a row in which an input is NaN or infinite is left out, as if the bar did
not exist: it has no value itself, and the rows after it continue as if it had not been there. An average over 20 bars is
one over the last 20 bars that have a price.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.indicators.columns import Marks
from charting.indicators.declaration import Outputs, Settings
from charting.indicators.library import description, talib

Numbers = Mapping[str, float]


class Rows(Protocol):
    """What a formula may ask for; every answer has one value a row."""

    def column(self, name: str) -> Floats:
        """A price series of the bars, by the names :meth:`Bars.source` knows."""
        ...

    def reference(self, function: str, /, *inputs: Floats, **parameters: float) -> tuple[Floats, ...]:
        """A function of TA-Lib by its name there, with its own keyword parameters: all its outputs, as floats."""
        ...

    def pattern(self, function: str, /, *inputs: Floats, **parameters: float) -> Marks:
        """A candlestick pattern of TA-Lib by its name there: its marks, zero also where an input is missing."""
        ...

    def lag(self, values: Floats, count: int, /) -> Floats:
        """Each row's value ``count`` rows before, rows with holes left out; NaN in the first rows and in holes."""
        ...

    def number(self) -> Floats:
        """The number of each row in the table, from 0."""
        ...


Formula = Callable[[Rows, Settings], Outputs]


class Whole:
    """All rows of a table at once."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars

    def column(self, name: str) -> Floats:
        """As :class:`Rows` says."""
        return self._bars.source(name)

    def reference(self, function: str, /, *inputs: Floats, **parameters: float) -> tuple[Floats, ...]:
        """As :class:`Rows` says."""
        return batch(function, inputs, parameters)

    def pattern(self, function: str, /, *inputs: Floats, **parameters: float) -> Marks:
        """As :class:`Rows` says."""
        return batch_pattern(function, inputs, parameters)

    def lag(self, values: Floats, count: int, /) -> Floats:
        """As :class:`Rows` says."""
        known = np.isfinite(values)
        shifted = np.full(len(values), np.nan)
        first = int(np.argmax(known)) if len(known) else 0
        if known[first:].all():
            shifted[first + count :] = values[first : max(len(values) - count, first)]
        else:
            rows = np.flatnonzero(known)
            shifted[rows[count:]] = values[rows[: max(len(rows) - count, 0)]]
        return shifted

    def number(self) -> Floats:
        """As :class:`Rows` says."""
        return np.arange(len(self._bars), dtype=np.float64)


def compute_with(formula: Formula) -> Callable[[Bars, Settings], Outputs]:
    """A formula as the ``compute`` of a declaration."""

    def compute(bars: Bars, settings: Settings) -> Outputs:
        with np.errstate(all="ignore"):
            return formula(Whole(bars), settings)

    return compute


def batch(function: str, inputs: tuple[Floats, ...], parameters: Numbers) -> tuple[Floats, ...]:
    """Run a function of TA-Lib over whole columns, leaving out rows with holes; see the module's text."""
    if not len(inputs[0]):
        return tuple(np.empty(0) for _ in range(output_count(function)))
    holes = _holes(inputs)
    if holes is None:
        return tuple(_finished(function, column, parameters) for column in _run(function, inputs, parameters))
    rows = ~holes
    outputs = tuple(np.full(len(holes), np.nan) for _ in range(output_count(function)))
    if rows.any():
        found = _run(function, tuple(values[rows] for values in inputs), parameters)
        for output, column in zip(outputs, found, strict=True):
            output[rows] = _finished(function, column, parameters)
    return outputs


def batch_pattern(function: str, inputs: tuple[Floats, ...], parameters: Numbers) -> Marks:
    """Run a candlestick pattern of TA-Lib over whole columns in the same way; its integers stay as they are."""
    holes = _holes(inputs)
    if len(inputs[0]) and holes is None:
        (marks,) = _run(function, inputs, parameters)
        return marks
    marks = np.zeros(len(inputs[0]), np.int32)
    if holes is not None and not holes.all():
        (marks[~holes],) = _run(function, tuple(values[~holes] for values in inputs), parameters)
    return marks


def _run(function: str, inputs: tuple[Floats, ...], parameters: Numbers) -> tuple[NDArray[Any], ...]:
    """The outputs as TA-Lib has them."""
    found = getattr(talib(), function)(*inputs, **parameters)
    return found if isinstance(found, tuple) else (found,)


def _finished(function: str, column: NDArray[Any], parameters: Numbers) -> Floats:
    """An output as floats, with NaN where TA-Lib has no value to give.

    For that it writes zeros before the first value of its integer outputs, and infinities where it divides by zero.
    """
    if column.dtype == np.float64:
        if "Output can be NaN or infinite" in flags(function):
            filled = column[lookback(function, parameters) :]
            if not np.isfinite(filled.sum()):
                filled[~np.isfinite(filled)] = np.nan
        return column
    floats = column.astype(np.float64)
    floats[: lookback(function, parameters)] = np.nan
    return floats


def _holes(inputs: tuple[Floats, ...]) -> NDArray[np.bool_] | None:
    """Which rows lack an input; None when none does, or only first rows, which TA-Lib leaves out by itself."""
    partial = [values for values in inputs if not is_finite(values)]
    if not partial:
        return None
    holes = ~np.isfinite(partial[0])
    for values in partial[1:]:
        holes |= ~np.isfinite(values)
    return holes


_finite: dict[int, tuple[weakref.ref[Floats], bool]] = {}


def is_finite(values: Floats) -> bool:
    """Whether a column holds neither NaN nor infinity; remembered for read-only columns, which are those of bars.

    One pass over a column costs a quarter of a moving average of it, so it is made once a column.
    """
    if values.flags.writeable:
        return bool(np.isfinite(values.sum()))
    key = id(values)
    known = _finite.get(key)
    if known is not None and known[0]() is values:
        return known[1]
    answer = bool(np.isfinite(values.sum()))
    _finite[key] = (weakref.ref(values, lambda _: _finite.pop(key, None)), answer)
    return answer


@lru_cache(maxsize=512)
def flags(function: str) -> tuple[str, ...]:
    """What TA-Lib says of the kind of a function's results."""
    return tuple(description(function).function_flags or ())


def is_pattern(function: str) -> bool:
    """Whether it recognises a candlestick pattern, 0 meaning that there is none."""
    return "Output is a candlestick" in flags(function)


@lru_cache(maxsize=512)
def output_count(function: str) -> int:
    """How many outputs a function of TA-Lib has."""
    return len(description(function).output_names)


def lookback(function: str, parameters: Numbers) -> int:
    """How many rows a function of TA-Lib needs before its first value."""
    return int(description(function, **parameters).lookback)
