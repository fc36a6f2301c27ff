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
from typing import Any, NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.indicators.columns import Column, blank
from charting.indicators.declaration import Outputs, Settings
from charting.indicators.library import description, talib

Numbers = Mapping[str, float]
Finished = TypeVar("Finished", Floats, Column)


class Rows(Protocol):
    """What a formula may ask for; every answer has one value a row."""

    def column(self, name: str) -> Floats:
        """A price series of the bars, by the names :meth:`Bars.source` knows."""
        ...

    def reference(self, function: str, /, *inputs: Floats, **parameters: float) -> tuple[Floats, ...]:
        """A function of TA-Lib by its name there, with its own keyword parameters: all its outputs, as floats."""
        ...

    def columns(self, function: str, /, *inputs: Floats, **parameters: float) -> tuple[Column, ...]:
        """The same with integers as TA-Lib has them, zero also where an input is missing."""
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
        return batch(function, inputs, parameters, as_floats)

    def columns(self, function: str, /, *inputs: Floats, **parameters: float) -> tuple[Column, ...]:
        """As :class:`Rows` says."""
        return batch(function, inputs, parameters, as_given)

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


def batch(
    function: str, inputs: tuple[Floats, ...], parameters: Numbers, finish: Callable[[Call, NDArray[Any]], Finished]
) -> tuple[Finished, ...]:
    """Run a function of TA-Lib over whole columns, leaving out rows with holes; see the module's text.

    ``finish`` makes a column of each of its outputs: :func:`as_floats` or :func:`as_given`.
    """
    holes, count = _holes(inputs), len(inputs[0])
    if count and holes is None:
        call = Call(function, inputs, parameters)
        return tuple(finish(call, column) for column in _run(function, inputs, parameters))
    rows = np.zeros(count, np.bool_) if holes is None else ~holes
    kept = tuple(values[rows] for values in inputs) if rows.any() else tuple(np.zeros(1) for _ in inputs)
    call = Call(function, kept, parameters)
    outputs: list[Finished] = []
    for found in _run(function, kept, parameters):
        column = finish(call, found)
        outputs.append(blank(column, count))
        if rows.any():
            outputs[-1][rows] = column
    return tuple(outputs)


def _run(function: str, inputs: tuple[Floats, ...], parameters: Numbers) -> tuple[NDArray[Any], ...]:
    """The outputs as TA-Lib has them."""
    found = getattr(talib(), function)(*inputs, **parameters)
    return found if isinstance(found, tuple) else (found,)


class Call(NamedTuple):
    """A function of TA-Lib, and what it was run with."""

    function: str
    inputs: tuple[Floats, ...]
    parameters: Numbers


def as_floats(call: Call, found: NDArray[Any]) -> Floats:
    """An output as floats, with NaN where TA-Lib has no value to give.

    For that it writes zeros before the first value of its integer outputs, and infinities where it divides by zero.
    """
    if found.dtype == np.float64:
        if "Output can be NaN or infinite" in flags(call.function) and not all(map(is_positive, call.inputs)):
            filled = found[lookback(call.function, call.parameters) :]
            if not np.isfinite(filled.sum()):
                filled[~np.isfinite(filled)] = np.nan
        return found
    floats = found.astype(np.float64)
    floats[: lookback(call.function, call.parameters)] = np.nan
    return floats


def as_given(call: Call, found: NDArray[Any]) -> Column:
    """An output in the same way, unless it is of integers: these stay, zero where there is none."""
    return found if found.dtype == np.int32 else as_floats(call, found)


def _holes(inputs: tuple[Floats, ...]) -> NDArray[np.bool_] | None:
    """Which rows lack an input; None when none does, or only first rows, which TA-Lib leaves out by itself."""
    partial = [values for values in inputs if not is_finite(values)]
    if not partial:
        return None
    holes = ~np.isfinite(partial[0])
    for values in partial[1:]:
        holes |= ~np.isfinite(values)
    return holes


def is_finite(values: Floats) -> bool:
    """Whether a column holds neither NaN nor infinity."""
    return _remembered(_is_finite, values)


def is_positive(values: Floats) -> bool:
    """Whether all values of a column are above zero, so that no sum of them is zero."""
    return _remembered(_is_positive, values)


def _is_finite(values: Floats) -> bool:
    return bool(np.isfinite(values.sum()))


def _is_positive(values: Floats) -> bool:
    return bool(values.min() > 0)


_found: dict[tuple[Callable[[Floats], bool], int], tuple[weakref.ref[Floats], bool]] = {}


def _remembered(test: Callable[[Floats], bool], values: Floats) -> bool:
    """What a test says of a column; remembered for read-only columns, which are those of bars.

    One pass over a column costs a quarter of a moving average of it, so it is made once a column.
    """
    if values.flags.writeable:
        return test(values)
    key = (test, id(values))
    known = _found.get(key)
    if known is not None and known[0]() is values:
        return known[1]
    answer = test(values)
    _found[key] = (weakref.ref(values, lambda _: _found.pop(key, None)), answer)
    return answer


@lru_cache(maxsize=512)
def flags(function: str) -> tuple[str, ...]:
    """What TA-Lib says of the kind of a function's results."""
    return tuple(description(function).function_flags or ())


def lookback(function: str, parameters: Numbers) -> int:
    """How many rows a function of TA-Lib needs before its first value."""
    return int(description(function, **parameters).lookback)
