"""Indicators as they are to be shown: a declaration, what the user set, and the values computed so far."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Indicator, Pane, Stroke
from charting.core.interval import Interval
from charting.core.theme import Theme
from charting.core.volume_profile import Profile
from charting.indicators.catalogue import kind_of, stand_in
from charting.indicators.columns import Column, numbers
from charting.indicators.declaration import IndicatorKind, Outputs, Plot
from charting.indicators.recipe import label_of
from charting.scene.levels import Levels
from charting.scene.look import Formats


class Failure(Struct, frozen=True):
    """Why an indicator has no values: a sentence for the user."""

    sentence: str


Lookup = Callable[[Indicator], Outputs | Failure | None]
"""Gives an indicator's values or why there are none, or None while they are being computed.

Values of fewer rows than the bars are those of the bars before some were added."""


class Stretched(Struct, frozen=True, eq=False):
    """The volume by price of the rows ``first`` to ``last``, both included; ``all`` says that no other is in view."""

    first: int
    last: int
    profile: Profile
    all: bool

    def value(self, name: str) -> float:
        """The point of control, or an end of the value area."""
        found = self.profile
        match name:
            case "control":
                return found.middle(found.control)
            case "high":
                return float(found.edges[found.area[1] + 1])
        return float(found.edges[found.area[0]])


class Plotted(Struct, frozen=True, eq=False):
    """An indicator of a pane with its declaration and its values (None while there are none, ``problem`` saying why).

    ``profiles`` are those of what is in view, where it draws volume by price; ``marked`` are the columns of marks that other
    indicators put on the same bars before. ``titles`` has what it was called so far, and is handed on with other values.
    """

    indicator: Indicator
    kind: IndicatorKind
    values: Outputs | None
    problem: str = ""
    others: Mapping[str, Indicator] = field(default_factory=dict)
    profiles: tuple[Stretched, ...] = ()
    marked: tuple[Column, ...] = ()
    titles: dict[Formats, str] = field(default_factory=dict)
    declared: IndicatorKind | None = None
    """The catalogue's declaration, which ``kind`` is as the user wants it drawn."""

    def title(self, formats: Formats) -> str:
        """The legend's name with its numbers, its source among the ``others`` of the chart, and its interval."""
        found = self.titles.get(formats)
        if found is None:
            found = self.titles[formats] = label_of(self.indicator, self.kind, self.others, formats.translate)
        return found

    @property
    def levels(self) -> tuple[float, ...]:
        """Heights marked across the pane: the user's choice, else the declaration's."""
        return self.kind.levels if self.indicator.levels is None else self.indicator.levels

    @property
    def level_fill(self) -> tuple[float, float] | None:
        """Between which heights the pane is shaded: as declared, or from the user's lowest level to the highest."""
        chosen = self.indicator.levels
        if self.kind.level_fill is None or chosen is None:
            return self.kind.level_fill
        return (min(chosen), max(chosen)) if len(chosen) > 1 else None

    def value(self, plot: Plot, row: int) -> float:
        """The value of a plot at a row, NaN where it has none; of a profile's line, that of the stretch the row lies in.

        A mark of zero is none.
        """
        if plot.style == "profile":
            return next((one.value(plot.name) for one in self.profiles if one.first <= row <= one.last), math.nan)
        values = None if self.values is None else self.values.get(plot.name)
        found = float(values[row]) if values is not None and 0 <= row < len(values) else math.nan
        return found if found or plot.style != "marks" else math.nan

    def stroke(self, plot: Plot) -> Stroke:
        """How a plot looks: the user's choice, else the declaration's."""
        return self.indicator.strokes.get(plot.name, plot.stroke)

    def colour(self, plot: Plot, theme: Theme) -> str:
        """Colour of a plot's values in the legend."""
        two = plot.style in ("histogram", "columns") and plot.colouring != "plain"
        return theme.text if two else theme.colour(self.stroke(plot).colour)


def plotted(
    pane: Pane,
    lookup: Lookup,
    others: Mapping[str, Indicator] = MappingProxyType({}),
    interval: Interval | None = None,
    before: Sequence[Plotted] = (),
) -> tuple[Plotted, ...]:
    """The pane's indicators; for those that cannot be had something else stands, so that the chart can say why.

    ``others`` are the chart's indicators by id, for the names of those that are the source of another. Plots that the user
    hides are left out of the declaration, others have the shape the user gave them, and an indicator that is not meant for
    bars of ``interval`` is not visible. ``before`` are the same ones, on bars of the same interval, as they were shown last:
    what did not change is taken over.
    """
    found = []
    for place, indicator in enumerate(pane.indicators):
        kind = _declared(indicator)
        known = before[place] if before else None
        if known is None or known.declared is not kind:
            away = interval is not None and not suits(indicator, interval)
            shown = msgspec.structs.replace(indicator, visible=False) if away else indicator
            known = Plotted(shown, _shown(kind, indicator), None, "", others, declared=kind)
        found.append(_with_values(known, lookup(known.indicator) if known.indicator.visible else None))
    return tuple(found)


def _declared(indicator: Indicator) -> IndicatorKind:
    try:
        return kind_of(indicator.kind)
    except LookupError:
        return stand_in(indicator.kind)


def _with_values(known: Plotted, found: Outputs | Failure | None) -> Plotted:
    """An indicator with what was looked up for it; the same object where that is what it has."""
    values, problem = (None, found.sentence) if isinstance(found, Failure) else (found, "")
    if values is known.values and problem == known.problem and not known.profiles and not known.marked:
        return known
    return Plotted(known.indicator, known.kind, values, problem, known.others, titles=known.titles, declared=known.declared)


def beside_each_other(shown: Sequence[Plotted]) -> tuple[Plotted, ...]:
    """Indicators of a pane, those with marks knowing which came before, so that they need not stand upon each other."""
    found: list[Plotted] = []
    marked: list[Column] = []
    for one in shown:
        own = [
            one.values[plot.name] for plot in one.kind.plots if plot.style == "marks" and one.values and plot.name in one.values
        ]
        found.append(replace(one, marked=tuple(marked)) if own and marked else one)
        marked += own
    return tuple(found)


def suits(indicator: Indicator, interval: Interval) -> bool:
    """Whether an indicator is meant for bars of this length; limits that cannot be read limit nothing."""
    return interval.within(indicator.intervals)


def _shown(kind: IndicatorKind, indicator: Indicator) -> IndicatorKind:
    """A declaration as the user wants it drawn: without the plots that are hidden, as long as any is left."""
    if not indicator.hidden and not indicator.shapes:
        return kind
    plots = tuple(plot for plot in kind.plots if plot.name not in indicator.hidden) or kind.plots
    return replace(kind, plots=tuple(shaped(plot, kind, indicator) for plot in plots))


def shaped(plot: Plot, kind: IndicatorKind, indicator: Indicator) -> Plot:
    """A plot in the shape the user gave it, as declared where it has none or takes none."""
    shape = indicator.shapes.get(plot.name, plot.style)
    return replace(plot, style=shape) if shape != plot.style and kind.takes_shape(plot) else plot


def extremes(shown: Sequence[Plotted], levels: Levels, first: int, last: int) -> list[tuple[float, float]]:
    """Lowest and highest value of all lines of each indicator in rows ``first`` to ``last``; NaN, NaN where there is none."""
    columns = [_measured(one) for one in shown]
    found = iter(levels.extremes([column for some in columns for column in some], first, last))
    return [_bounds(one, [next(found) for _ in some]) for one, some in zip(shown, columns, strict=True)]


def _measured(shown: Plotted) -> list[Floats]:
    """The columns that a scale has to have room for."""
    values = shown.values
    if values is None:
        return []
    plots = [plot.name for plot in shown.kind.plots if plot.style not in ("none", "marks")]
    return [numbers(values[name]) for name in plots if name in values]


def _bounds(shown: Plotted, found: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """What an indicator needs of a scale, by the extremes of its columns, which are NaN where there are none."""
    based, levels = _BASED[shown.kind.pane], shown.levels
    needed = [*found, *[(level, level) for level in levels]] if levels else list(found)
    if based and any(plot.style == based for plot in shown.kind.plots):
        needed.append((0.0, 0.0))
    low, high = math.inf, -math.inf
    for lowest, highest in needed:
        low = min(low, lowest)
        high = max(high, highest)
    return (low, high) if math.isfinite(low) and math.isfinite(high) else (math.nan, math.nan)


_BASED = {"own": "histogram", "base": "columns", "overlay": ""}
"""What of an indicator stands on zero, which the scale then shows; prices are far from it."""
