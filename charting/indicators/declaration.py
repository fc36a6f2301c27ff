"""What an indicator says of itself: its parameters, its plots, its pane and how to compute it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from charting.core.bars import Bars, Floats
from charting.core.document import Stroke, Value

PlotStyle = Literal["line", "histogram", "columns", "dots", "none"]
SOURCES = ("open", "high", "low", "close", "hl2", "hlc3", "ohlc4", "volume")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One setting: ``low`` and ``high`` bound a number, ``choices`` lists what a text may be."""

    name: str
    title: str
    default: Value
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """One output as drawn. ``fill_to`` names the plot that the area between the two is filled to."""

    name: str
    title: str
    style: PlotStyle = "line"
    stroke: Stroke = Stroke()
    fill_to: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorKind:
    """A declaration of an indicator.

    Attributes
    ----------
    kind
        Key in the catalogue and in saved files; never changed once released.
    title, short, group
        English texts: "Moving Average Convergence/Divergence", the legend's "MACD", the panel's "Momentum".
    pane
        ``overlay`` over the bars on their scale, ``own`` in a pane below, ``base`` over the bars' lower fifth on a
        scale of its own (volume).
    levels
        Heights marked across the pane.
    compute
        ``(bars, parameters)`` -> one (n,) float64 array a plot, by the plots' names, NaN where there is no value yet.
        It must not look ahead: the value at row i depends on rows up to i only.
    """

    kind: str
    title: str
    short: str
    group: str
    parameters: tuple[Parameter, ...]
    plots: tuple[Plot, ...]
    compute: Callable[[Bars, Mapping[str, Value]], Mapping[str, Floats]]
    pane: Literal["overlay", "own", "base"] = "own"
    levels: tuple[float, ...] = ()
    decimals: int | None = None

    def settings(self, chosen: Mapping[str, Value]) -> dict[str, Value]:
        """All parameters with their values: what was chosen, else the default."""
        return {parameter.name: chosen.get(parameter.name, parameter.default) for parameter in self.parameters}

    def label(self, chosen: Mapping[str, Value]) -> str:
        """The legend's name with its numbers, such as ``MACD 12 26 9``."""
        numbers = [f"{value:g}" for value in self.settings(chosen).values() if isinstance(value, int | float) and not isinstance(value, bool)]
        return " ".join([self.short, *numbers])
