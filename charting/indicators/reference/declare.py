"""Turns a line about a function of TA-Lib into the declaration of an indicator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from charting.core.document import Value
from charting.core.text import translatable
from charting.indicators.declaration import SOURCES, IndicatorKind, Outputs, Parameter, Plot, Settings, text
from charting.indicators.following import live_with
from charting.indicators.formulas import Formula, Rows, compute_with
from charting.indicators.looks import line

LONGEST = 100_000
"""The longest period TA-Lib takes."""
SLOW = 2_000
"""The longest period offered where TA-Lib looks through the whole period for every bar."""

AVERAGES: Mapping[str, int] = {
    "SMA": 0, "EMA": 1, "WMA": 2, "DEMA": 3, "TEMA": 4, "TRIMA": 5, "KAMA": 6, "T3": 8, "HMA": 9, "ZLEMA": 12, "RMA": 13,
}  # fmt: skip
"""TA-Lib's numbers of the moving averages that a period alone describes."""

Inputs = tuple[str, ...]
SOURCE: Inputs = ("source",)
HIGH_LOW: Inputs = ("high", "low")
HIGH_LOW_CLOSE: Inputs = ("high", "low", "close")
OPEN_HIGH_LOW_CLOSE: Inputs = ("open", "high", "low", "close")


class Argument(Struct, frozen=True):
    """A parameter of an indicator and the keyword it goes by in TA-Lib."""

    parameter: Parameter
    keyword: str


def period(
    default: int,
    *,
    low: int = 2,
    high: int = LONGEST,
    name: str = "period",
    title: str = translatable("Period"),
    keyword: str = "timeperiod",
) -> Argument:
    """A number of bars."""
    return Argument(Parameter(name, title, default, low, high), keyword)


def real(default: float, name: str, title: str, keyword: str, low: float, high: float, step: float = 0.1) -> Argument:
    """A real number."""
    return Argument(Parameter(name, title, default, low, high, step=step), keyword)


def average(default: str, *, name: str = "average", title: str = translatable("Average"), keyword: str = "matype") -> Argument:
    """A kind of moving average."""
    return Argument(Parameter(name, title, default, choices=tuple(AVERAGES)), keyword)


def reference(
    function: str,
    title: str,
    short: str,
    group: str,
    inputs: Inputs,
    arguments: tuple[Argument, ...] = (),
    plots: tuple[Plot, ...] = (),
    *,
    source: str = "close",
    kind: str = "",
    fixed: Mapping[str, int | float] | None = None,
    integers: bool = False,
    **declared: Any,
) -> IndicatorKind:
    """The declaration of one function of TA-Lib.

    Parameters
    ----------
    function
        Its name in TA-Lib.
    inputs
        Columns it reads, in TA-Lib's order; ``source`` stands for the one the user chooses.
    arguments
        Its parameters; ``fixed`` gives those that are not offered.
    plots
        Its outputs in TA-Lib's order; when none are given, one line named like the indicator.
    source, kind
        The default of the source; the key in the catalogue, when it is not the function's name in lower case.
    integers
        Whether TA-Lib's integers stay integers, zero where there is none.
    declared
        Further fields of :class:`IndicatorKind`.
    """
    key = kind or function.lower()
    shown = plots or (line(key, short),)
    chosen = (Parameter("source", translatable("Source"), source, choices=SOURCES),) if "source" in inputs else ()
    formula = _formula(function, inputs, arguments, shown, fixed or {}, integers)
    return IndicatorKind(
        kind=key,
        title=title,
        short=short,
        group=group,
        parameters=(*(argument.parameter for argument in arguments), *chosen),
        plots=shown,
        compute=compute_with(formula),
        live=live_with(formula),
        **declared,
    )


def _formula(
    function: str,
    inputs: Inputs,
    arguments: tuple[Argument, ...],
    plots: tuple[Plot, ...],
    fixed: Mapping[str, float],
    integers: bool,
) -> Formula:
    names = [plot.name for plot in plots]
    keywords = [(argument.keyword, argument.parameter.name) for argument in arguments]

    def formula(rows: Rows, settings: Settings) -> Outputs:
        columns = [rows.column(text(settings, "source") if name == "source" else name) for name in inputs]
        numbers = {keyword: _number(settings[name]) for keyword, name in keywords}
        compute = rows.columns if integers else rows.reference
        found = compute(function, *columns, **numbers, **fixed)
        return dict(zip(names, found, strict=True))

    return formula


def _number(value: Value) -> int | float:
    if isinstance(value, str):
        return AVERAGES[value]
    assert isinstance(value, int | float)
    return value
