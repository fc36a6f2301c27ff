"""The decorator of a user's indicator: what it declares, read from its arguments and from the function's own."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import Struct

from charting.core.document import Dash, Stroke, Value
from charting.core.text import translatable
from charting.indicators.declaration import SOURCES, Colouring
from charting.indicators.user.messages import Declared, ParameterNote, PlotNote

LONGEST = 100_000
"""The largest whole number offered where nothing else is said; the smallest is 1."""

Source = Literal["open", "high", "low", "close", "hl2", "hlc3", "ohlc4", "volume"]
"""Annotation of a parameter that names a price series, to be had from ``bars.source(name)``."""

_ATTRIBUTE = "__lionrock_indicator__"


class Undeclared(Exception):
    """The function cannot be an indicator; the message says why, ``function`` where."""

    def __init__(self, message: str, function: Callable[..., Any]) -> None:
        super().__init__(message)
        self.line = inspect.unwrap(function).__code__.co_firstlineno if inspect.isfunction(function) else None


class Between(Struct, frozen=True):
    """The smallest and largest value of a number, and what one notch of its field adds."""

    low: float | None
    high: float | None
    step: float


def between(low: float | None, high: float | None, step: float = 1.0) -> Between:
    """Bounds of a parameter, as in ``period: Annotated[int, between(2, 500)] = 20``; None for none."""
    return Between(low, high, step)


def line(
    name: str,
    colour: str = "blue",
    width: float = 1.5,
    *,
    title: str = "",
    dash: Dash = "solid",
    colouring: Colouring = "plain",
    fill_to: str | None = None,
) -> PlotNote:
    """An output drawn as a line; ``fill_to`` names another one, up to which the area is filled.

    ``colour`` is one of the palette (blue, orange, green, red, purple, grey ...) or ``#rrggbb``. ``colouring`` may be
    ``sign`` (of the value) or ``slope`` for the theme's rising and falling colours.
    """
    return PlotNote(name, title or _title(name), "line", Stroke(colour, width, dash), fill_to, colouring=colouring)


def step(name: str, colour: str = "grey", width: float = 1.0, *, title: str = "") -> PlotNote:
    """An output drawn flat over each bar, for levels."""
    return PlotNote(name, title or _title(name), "step", Stroke(colour, width))


def histogram(name: str, colour: str = "grey", *, title: str = "", colouring: Colouring = "sign") -> PlotNote:
    """An output drawn as bars from zero."""
    return PlotNote(name, title or _title(name), "histogram", Stroke(colour), colouring=colouring)


def dots(name: str, colour: str = "blue", width: float = 2.0, *, title: str = "") -> PlotNote:
    """An output drawn as a dot where it has a value."""
    return PlotNote(name, title or _title(name), "dots", Stroke(colour, width))


def marks(name: str, *, title: str = "") -> PlotNote:
    """Marks on the bars: below the low where the output is positive, above the high where it is negative."""
    return PlotNote(name, title or _title(name), "marks")


def indicator(
    title: str = "",
    *,
    short: str = "",
    pane: Literal["overlay", "own"] = "own",
    plots: Sequence[PlotNote | str] = (),
    levels: Sequence[float] = (),
    level_fill: tuple[float, float] | None = None,
    bounds: tuple[float, float] | None = None,
    decimals: int | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare the decorated function as the file's indicator.

    Parameters
    ----------
    title, short
        Its name in the panel and in the legend; the function's where nothing is said.
    pane
        ``overlay`` over the bars, ``own`` in a pane below.
    plots
        Its outputs in the order in which the function returns them, by name or with their look (:func:`line` ...). One
        line named like the function when none are given.
    levels, level_fill
        Heights marked across the pane, and a pair between which it is shaded.
    bounds
        Lowest and highest possible value.
    decimals
        Digits after the point; None for as many as prices have.
    """

    def declare(function: Callable[..., Any]) -> Callable[..., Any]:
        name = _title(function.__name__)
        notes = [plot if isinstance(plot, PlotNote) else line(plot) for plot in plots] or [line(function.__name__)]
        declared = Declared(
            title or name,
            short or title or name,
            _about(function),
            pane,
            parameters_of(function),
            tuple(notes),
            tuple(float(level) for level in levels),
            level_fill,
            bounds,
            decimals,
        )
        _check(declared, function)
        setattr(function, _ATTRIBUTE, declared)
        return function

    return declare


def declaration_of(value: object) -> Declared | None:
    """What :func:`indicator` declared of a function; None for everything else."""
    found = getattr(value, _ATTRIBUTE, None) if inspect.isfunction(value) else None
    return found if isinstance(found, Declared) else None


def parameters_of(function: Callable[..., Any]) -> tuple[ParameterNote, ...]:
    """The parameters that a function's arguments after the first make.

    Raises
    ------
    Undeclared
        If an argument can be none.
    """
    try:
        arguments = list(inspect.signature(function, eval_str=True).parameters.values())
    except NameError as error:
        raise Undeclared(f"An annotation cannot be read: {error}.", function) from error
    if not arguments or arguments[0].default is not inspect.Parameter.empty:
        raise Undeclared(translatable("The first argument must be the bars, without a default."), function)
    return tuple(_parameter(argument, function) for argument in arguments[1:])


def _parameter(argument: inspect.Parameter, function: Callable[..., Any]) -> ParameterNote:
    name, default = argument.name, argument.default
    if default is inspect.Parameter.empty:
        raise Undeclared(f"The argument “{name}” needs a default, as in {name}=20.", function)
    kind, limits = argument.annotation, None
    if get_origin(kind) is Annotated:
        kind, *notes = get_args(kind)
        limits = next((note for note in notes if isinstance(note, Between)), None)
    choices = tuple(str(choice) for choice in get_args(kind)) if get_origin(kind) is Literal else ()
    if isinstance(default, str) and kind is str and name == "source":
        choices = SOURCES
    value: Value = float(default) if kind is float and isinstance(default, int) else default
    if not isinstance(value, bool | int | float | str):
        raise Undeclared(f"The default of “{name}” must be a number, True, False or a text.", function)
    if isinstance(value, str) and value not in choices:
        raise Undeclared(f"The argument “{name}” needs its choices: {name}: Literal[{value!r}, ...] = {value!r}.", function)
    if limits is None:
        limits = _usual(value)
    return ParameterNote(name, _title(name), value, limits.low, limits.high, choices, limits.step)


def _usual(value: Value) -> Between:
    """Bounds of a number of which nothing is said: counts of bars start at 1."""
    if isinstance(value, bool) or not isinstance(value, int):
        return Between(None, None, 0.1)
    return Between(1, LONGEST, 1) if value >= 1 else Between(None, None, 1)


def _check(declared: Declared, function: Callable[..., Any]) -> None:
    names = [plot.name for plot in declared.plots]
    if len(set(names)) < len(names):
        raise Undeclared(translatable("Two plots have the same name."), function)
    for plot in declared.plots:
        if plot.fill_to is not None and plot.fill_to not in names:
            raise Undeclared(f"The plot “{plot.name}” is filled to “{plot.fill_to}”, but there is no such plot.", function)
    if declared.pane not in ("overlay", "own"):
        raise Undeclared(f"The pane must be “overlay” or “own”, not “{declared.pane}”.", function)


def _about(function: Callable[..., Any]) -> str:
    """The first paragraph of the file's docstring, in one line."""
    text = inspect.getdoc(inspect.getmodule(function)) or ""
    return " ".join(text.partition("\n\n")[0].split())


def _title(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
