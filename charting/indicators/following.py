"""Runs a formula along with a growing series, one row at a time, with the very values of a run over the whole."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from charting.core.bars import Bars, Floats
from charting.indicators.columns import Column
from charting.indicators.declaration import Live, Settings
from charting.indicators.formulas import Formula, Numbers, Whole, as_floats, as_given, batch
from charting.indicators.library import talib

_COLUMNS = ("open", "high", "low", "close", "volume")


class _Reference:
    """One function of TA-Lib in a formula, after the rows it has been given so far.

    TA-Lib's streams give the same bits as its batch functions. They need some rows before they can be opened; until then
    the rows are kept and computed anew.
    """

    def __init__(self, function: str, inputs: tuple[Floats, ...], parameters: Numbers, found: tuple[Column, ...]) -> None:
        self._function = function
        self._parameters = parameters
        self._missing = tuple(0.0 if column.dtype == np.int32 else math.nan for column in found)
        rows = np.isfinite(inputs[0])
        for values in inputs[1:]:
            rows &= np.isfinite(values)
        self._kept = tuple(np.ascontiguousarray(values[rows]) for values in inputs)
        self._stream = self._open()

    def step(self, inputs: tuple[float, ...], finished: bool) -> tuple[float, ...]:
        """The outputs at the next row, which is taken as past if ``finished``, else stays open."""
        if not all(map(math.isfinite, inputs)):
            return self._missing
        if self._stream is not None:
            found = self._stream.update(*inputs) if finished else self._stream.peek(*inputs)
            values = found if isinstance(found, tuple) else (found,)
            return tuple([float(value) if math.isfinite(value) else math.nan for value in values])
        kept = tuple(np.append(values, value) for values, value in zip(self._kept, inputs, strict=True))
        columns = batch(self._function, kept, self._parameters, as_given if 0.0 in self._missing else as_floats)
        found = tuple(float(column[-1]) for column in columns)
        if finished:
            self._kept = kept
            self._stream = self._open()
        return found

    def _open(self) -> Any:
        library = talib()
        if not len(self._kept[0]):
            return None
        try:
            stream = getattr(library.stream, self._function)(*self._kept, **self._parameters)
        except library.InsufficientHistory:
            return None
        self._kept = ()
        return stream


class _Lag:
    """The last values of a series, newest last."""

    def __init__(self, values: Floats, count: int) -> None:
        known = values[np.isfinite(values)]
        self._last: deque[float] = deque(known[-count:] if count else (), maxlen=count)
        self._count = count

    def step(self, value: float, finished: bool) -> float:
        """The value ``count`` rows before the next one, which is ``value``."""
        if not self._count or not math.isfinite(value):
            return value if math.isfinite(value) else math.nan
        found = self._last[0] if len(self._last) == self._count else math.nan
        if finished:
            self._last.append(value)
        return found


class _Opening(Whole):
    """All rows of a table at once, leaving behind what goes on from its end."""

    def __init__(self, bars: Bars) -> None:
        super().__init__(bars)
        self.parts: list[_Reference | _Lag] = []

    def reference(self, function: str, /, *inputs: Floats, **parameters: float) -> tuple[Floats, ...]:
        """As :class:`Rows` says."""
        found = super().reference(function, *inputs, **parameters)
        self.parts.append(_Reference(function, inputs, parameters, found))
        return found

    def columns(self, function: str, /, *inputs: Floats, **parameters: float) -> tuple[Column, ...]:
        """As :class:`Rows` says."""
        found = super().columns(function, *inputs, **parameters)
        self.parts.append(_Reference(function, inputs, parameters, found))
        return found

    def lag(self, values: Floats, count: int, /) -> Floats:
        """As :class:`Rows` says."""
        self.parts.append(_Lag(values, count))
        return super().lag(values, count)


class _Row:
    """One row after those a list of parts has taken; a formula asks them in the order in which it made them."""

    def __init__(self, bars: Bars, row: int, parts: list[_Reference | _Lag], finished: bool) -> None:
        self._row = row
        self._bars = bars
        self._parts = iter(parts)
        self._finished = finished

    def column(self, name: str) -> Floats:
        """As :class:`Rows` says."""
        if name in _COLUMNS and type(self._bars) is Bars:
            column: Floats = getattr(self._bars, name)[self._row : self._row + 1]
            return column
        return self._bars.slice(self._row, self._row + 1).source(name)

    def reference(self, _function: str, /, *inputs: Floats, **_parameters: float) -> tuple[Floats, ...]:
        """As :class:`Rows` says."""
        return tuple([np.array([value]) for value in self._step(inputs)])

    def columns(self, _function: str, /, *inputs: Floats, **_parameters: float) -> tuple[Column, ...]:
        """As :class:`Rows` says."""
        return self.reference(_function, *inputs)

    def lag(self, values: Floats, _count: int, /) -> Floats:
        """As :class:`Rows` says."""
        part = next(self._parts)
        assert isinstance(part, _Lag)
        return np.array([part.step(float(values[0]), self._finished)])

    def number(self) -> Floats:
        """As :class:`Rows` says."""
        return np.array([float(self._row)])

    def _step(self, inputs: tuple[Floats, ...]) -> tuple[float, ...]:
        part = next(self._parts)
        assert isinstance(part, _Reference)
        return part.step(tuple([values.item(0) for values in inputs]), self._finished)


class _Following:
    """A formula after some finished rows: the :class:`Live` state of its indicator."""

    def __init__(self, formula: Formula, bars: Bars, settings: Settings, closed: int) -> None:
        self._formula = formula
        self._settings = settings
        opening = _Opening(bars.slice(0, closed))
        with np.errstate(all="ignore"):
            formula(opening, settings)
        self._parts = opening.parts

    def close(self, bars: Bars, row: int) -> Mapping[str, float]:
        """As :class:`Live` says."""
        return self._run(bars, row, finished=True)

    def value(self, bars: Bars, row: int) -> Mapping[str, float]:
        """As :class:`Live` says."""
        return self._run(bars, row, finished=False)

    def _run(self, bars: Bars, row: int, finished: bool) -> dict[str, float]:
        found = self._formula(_Row(bars, row, self._parts, finished), self._settings)
        return {name: float(values.item(0)) for name, values in found.items()}


def live_with(formula: Formula) -> Callable[[Bars, Settings, int], Live]:
    """A formula as the ``live`` of a declaration.

    The formula must ask for the same things in the same order whatever the bars are; only settings may change that.
    """

    def live(bars: Bars, settings: Settings, closed: int) -> Live:
        return _Following(formula, bars, settings, closed)

    return live
