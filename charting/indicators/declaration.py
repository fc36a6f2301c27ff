"""What an indicator says of itself: its parameters, its plots, its pane and how to compute it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Literal, Protocol, get_args

from msgspec import Struct

from charting.core.bars import Bars
from charting.core.document import PlotShape, Stroke, Value
from charting.core.text import translatable
from charting.indicators.columns import Column

PlotStyle = Literal[PlotShape, "marks", "path", "profile", "none"]
SHAPES: tuple[PlotShape, ...] = get_args(PlotShape)
Colouring = Literal["plain", "direction", "sign", "slope", "sign-slope"]
SOURCES = (
    translatable("open"), translatable("high"), translatable("low"), translatable("close"), "hl2", "hlc3", "ohlc4",
    translatable("volume"),
)  # fmt: skip
OUTPUT = "indicator:"
"""A source that begins so is another indicator's output: ``indicator:<its id>/<its plot>``."""
Form = Literal["plain", "symbol", "moment"]
Settings = Mapping[str, Value]
Outputs = Mapping[str, Column]
"""A column for each plot, by the plots' names."""
Stretch = tuple[int, int]
"""First and last row of some bars, both included."""


def whole(settings: Settings, name: str) -> int:
    """A setting that its declaration gives a whole number."""
    value = settings[name]
    assert isinstance(value, int)
    return value


def number(settings: Settings, name: str) -> float:
    """A setting that its declaration gives a number."""
    value = settings[name]
    assert isinstance(value, int | float)
    return value


def text(settings: Settings, name: str) -> str:
    """A setting that its declaration gives a text."""
    value = settings[name]
    assert isinstance(value, str)
    return value


def moment(settings: Settings, name: str) -> int | None:
    """A setting that its declaration gives a moment, UTC seconds; None while none was chosen."""
    return moment_of(text(settings, name))


def moment_of(written: str) -> int | None:
    """UTC seconds of a moment as documents have it, ``2025-09-12T01:30``; None for anything else."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return int((found if found.tzinfo is not None else found.replace(tzinfo=UTC)).timestamp())


def written_moment(seconds: int) -> str:
    """UTC seconds as documents have them, to the minute."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M")


class IndicatorProblem(LookupError):
    """An indicator cannot be had or computed; the message is a sentence for the user that says why and what to do."""


class NotYet(IndicatorProblem):
    """What an indicator needs is still on its way."""


class Parameter(Struct, frozen=True):
    """One setting: ``low`` and ``high`` bound a number, ``choices`` lists what a text may be.

    ``step`` is what one notch of a spin box adds. A text of the form ``symbol`` names another instrument (``yahoo ^HSI``),
    one of the form ``moment`` a time in UTC (``2025-09-12T01:30``); both are empty while nothing was chosen.
    """

    name: str
    title: str
    default: Value
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    step: float = 1.0
    form: Form = "plain"

    @property
    def is_symbol(self) -> bool:
        """Whether it names another instrument, whose closes the indicator takes."""
        return self.form == "symbol"

    @property
    def is_source(self) -> bool:
        """Whether it names a price series, and so may name another indicator's output as well."""
        return self.choices == SOURCES

    def accept(self, value: Value) -> Value:
        """The value itself if it can be used, brought inside the bounds if it is a number outside, else the default.

        A document may come from a file somebody edited, so nothing is taken for granted here.
        """
        match self.default:
            case bool() | list():
                return value if isinstance(value, type(self.default)) else self.default
            case str() if self.form == "moment":
                return value if isinstance(value, str) and moment_of(value) is not None else self.default
            case str():
                known = isinstance(value, str) and (not self.choices or value in self.choices)
                taken = self.is_source and isinstance(value, str) and value.startswith(OUTPUT)
                return value if known or taken else self.default
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return self.default
        bounded = max(self.low, value) if self.low is not None else value
        bounded = min(self.high, bounded) if self.high is not None else bounded
        return round(bounded) if isinstance(self.default, int) else float(bounded)


class _Accepted(Struct, frozen=True):
    """Settings that were accepted: every frame of a chart asks for those of its indicators again."""

    chosen: Settings
    before: Settings
    parameters: tuple[Parameter, ...]
    accepted: dict[str, Value]


_accepted: dict[int, _Accepted] = {}
_REMEMBERED = 256


class Plot(Struct, frozen=True):
    """One output as drawn.

    Attributes
    ----------
    name
        Key of the output in what ``compute`` returns, and of its stroke in saved files.
    style
        ``line``; ``step`` (flat over each bar's slot, joined only between equal values: daily levels); ``histogram``
        (from zero, which it brings into view in a pane of its own); ``columns`` (from zero, or the pane's edge where zero is
        out of view); ``dots``; ``marks`` (on the bars: below the low where the value is positive, above the high where it
        is negative, none where it is zero or NaN; the title is the name shown); ``path`` (straight lines joining its values
        across the rows that have none); ``profile`` (a line of the volume by price of stretches of bars: ``control``,
        ``high`` or ``low``, which has no values row by row); ``none`` (in the legend or for other plots only).
    fill_to
        Name of the plot that the area between the two is filled to.
    fill_by_order
        The fill takes the up colour where this plot lies above the other and the down colour where below.
    colouring
        ``plain`` (the stroke's colour), ``direction`` (of the bar), ``sign`` of the value, ``slope`` (against the value
        before), ``sign-slope`` (sign, paler while it moves towards zero). :func:`charting.indicators.colouring.shades`
        turns it into numbers.
    colour_by
        Name of an output whose values decide instead of the plot's own.
    displacement
        From the settings, by how many bars to the right (left when negative) the plot is drawn displaced.
    ago
        Name of an output that says, row by row, how many bars to the left the value belongs: a swing is known only
        some bars after it happened.
    tip
        For a ``path``: name of the plot whose newest value (with that plot's ``ago``) continues it to the present.
    """

    name: str
    title: str
    style: PlotStyle = "line"
    stroke: Stroke = Stroke()
    fill_to: str | None = None
    fill_by_order: bool = False
    colouring: Colouring = "plain"
    colour_by: str | None = None
    displacement: Callable[[Settings], int] | None = None
    ago: str | None = None
    tip: str | None = None

    @property
    def stands_at_its_bar(self) -> bool:
        """Whether each of its values is drawn as it is, at the bar it is of."""
        return self.style not in ("marks", "none", "profile") and self.displacement is None and self.ago is None


Stretches = Callable[[Bars, Settings, Stretch], tuple[Stretch, ...]]


class Live(Protocol):
    """An indicator that follows a growing series row by row; made by ``IndicatorKind.live``."""

    def close(self, bars: Bars, row: int) -> Mapping[str, float]:
        """Take ``row``, the first not yet taken, as finished: the outputs there."""
        ...

    def value(self, bars: Bars, row: int) -> Mapping[str, float]:
        """The outputs at ``row``, the first not yet taken; may be asked again and again while the bar forms."""
        ...


class IndicatorKind(Struct, frozen=True):
    """A declaration of an indicator.

    Attributes
    ----------
    kind
        Key in the catalogue and in saved files; never changed once released.
    title, short, group
        English texts: "Moving Average Convergence/Divergence", the legend's "MACD", the panel's "Momentum".
    about
        One English sentence on what it says, for the panel.
    pane
        ``overlay`` over the bars on their scale, ``own`` in a pane below, ``base`` over the bars' lower fifth on a
        scale of its own (volume).
    levels
        Heights marked across the pane.
    compute
        ``(bars, parameters)`` -> one (n,) float64 array a plot, by the plots' names, NaN where there is no value yet; marks
        may be (n,) int32, zero where there is none.
        It must not look ahead: the value at row i depends on rows up to i only. It takes bars of any length and with
        any holes, and any parameters within their bounds, without an exception.
    decimals
        Digits after the point of its values; None for as many as the instrument's prices have.
    level_fill
        Lower and upper height between which the pane is shaded (RSI: 30 and 70).
    bounds
        Lowest and highest value it can have, where these exist (RSI: 0 and 100).
    live
        ``(bars, parameters, closed)`` -> its state after the first ``closed`` rows, from which later rows follow
        exactly as ``compute`` would have them; None if it must always be computed whole.
    cost
        Nanoseconds a row takes to compute, roughly, with the default parameters.
    restart
        ``(bars, parameters, row)`` -> the latest row from which ``compute`` alone gives the same values at ``row`` and
        after, bit for bit: for indicators without memory beyond a window or a session. None if there is no such row.
    apart
        Whether it is computed in a process of its own, which may take long and end badly: never in the main thread.
    stretches
        ``(bars, parameters, view)`` -> the stretches of bars whose volume by price it draws, where ``view`` is what is in
        view; None if it draws none.
    """

    kind: str
    title: str
    short: str
    group: str
    parameters: tuple[Parameter, ...]
    plots: tuple[Plot, ...]
    compute: Callable[[Bars, Settings], Outputs]
    about: str = ""
    pane: Literal["overlay", "own", "base"] = "own"
    levels: tuple[float, ...] = ()
    decimals: int | None = None
    level_fill: tuple[float, float] | None = None
    bounds: tuple[float, float] | None = None
    cost: float = 20.0
    live: Callable[[Bars, Settings, int], Live] | None = None
    restart: Callable[[Bars, Settings, int], int] | None = None
    apart: bool = False
    stretches: Stretches | None = None

    @property
    def takes_interval(self) -> bool:
        """Whether it can be computed on longer bars than the chart's: nothing of it is drawn at other bars than its own."""
        away = any(plot.displacement is not None or plot.ago is not None or plot.style == "path" for plot in self.plots)
        return not away and self.pane != "base" and self.stretches is None

    def takes_shape(self, plot: Plot) -> bool:
        """Whether the user may have a plot drawn in any of the ``SHAPES``: values bar by bar are all it is, and no volumes."""
        return plot.style in SHAPES and plot.ago is None and self.pane != "base"

    def settings(self, chosen: Settings) -> dict[str, Value]:
        """All parameters with their values: what was chosen, brought inside the bounds, else the default."""
        known = _accepted.get(id(chosen))
        if known is None or known.chosen is not chosen or known.before != chosen or known.parameters is not self.parameters:
            if len(_accepted) >= _REMEMBERED:
                _accepted.clear()
            accepted = {one.name: one.accept(chosen.get(one.name, one.default)) for one in self.parameters}
            known = _accepted[id(chosen)] = _Accepted(chosen, dict(chosen), self.parameters, accepted)
        return dict(known.accepted)

    def label(self, chosen: Settings) -> str:
        """The legend's name with its numbers and what else differs from the default, such as ``SMA 50 hl2``."""
        values = self.settings(chosen)
        words = [self.short]
        for parameter in self.parameters:
            value = values[parameter.name]
            if isinstance(value, str):
                if value != parameter.default and not value.startswith(OUTPUT):
                    words.append(_word(parameter, value))
            elif isinstance(value, int | float) and not isinstance(value, bool):
                words.append(f"{value:g}")
        return " ".join(words)

    def plot(self, name: str) -> Plot:
        """One of its plots.

        Raises
        ------
        LookupError
            If it has none of that name.
        """
        for plot in self.plots:
            if plot.name == name:
                return plot
        raise LookupError(f"The indicator “{self.kind}” has no plot “{name}”.")


def _word(parameter: Parameter, value: str) -> str:
    """A text as the legend has it: an instrument by its symbol, a moment by its day."""
    match parameter.form:
        case "symbol":
            return value.partition(" ")[2].removeprefix("^").removesuffix(".HK")
        case "moment":
            return value.partition("T")[0]
    return value
