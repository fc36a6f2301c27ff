"""What the values of an indicator depend on, the bars aside: settings, the indicators it takes values from, its interval."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import Any, TypeGuard

from msgspec import Struct, field
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.calendar import Calendar
from charting.core.document import Chart, Indicator, Value
from charting.core.interval import Interval
from charting.core.text import translatable
from charting.indicators.beside import CLOSE, NONE, Beside, Instrument, Others, kind_for, the_other
from charting.indicators.catalogue import kind_of
from charting.indicators.declaration import OUTPUT, IndicatorKind, IndicatorProblem, Settings


class Context(Struct, frozen=True, eq=False):
    """What an indicator may refer to: the others of its chart by their ids, the calendar of the bars, other series."""

    others: Mapping[str, Indicator] = field(default_factory=lambda: MappingProxyType({}))
    calendar: Calendar | None = None
    beside: Others = field(default_factory=lambda: NONE)

    @staticmethod
    def of(chart: Chart, calendar: Calendar, others: Others = NONE) -> Context:
        """That of the indicators of a chart; ``others`` are the series that some of them need besides the chart's own."""
        return Context({one.id: one for pane in chart.panes for one in pane.indicators}, calendar, others)


ALONE = Context()
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Input(Struct, frozen=True, eq=False):
    """An output of another indicator, or the closes of another series."""

    recipe: Recipe
    plot: str


class Second(Struct, frozen=True, eq=False):
    """Another series as an input: the instrument's name, its bars, and the calendar of those beside which they stand."""

    instrument: Instrument
    other: Beside
    calendar: Calendar


class Key:
    """What values are known by: equal where all its parts are. Its hash, asked for many times a tick, is worked out once."""

    __slots__ = ("_hash", "_parts")

    def __init__(self, *parts: Hashable) -> None:
        self._parts = parts
        self._hash = hash(parts)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Key) and self._parts == other._parts)


class Recipe(Struct, frozen=True, eq=False):
    """An indicator with all that its values depend on; on the same bars, equal keys mean equal values.

    Attributes
    ----------
    settings
        Complete and within their bounds. Where another indicator's output or another series is taken, it is called by its
        name in ``inputs``.
    interval, calendar
        Of the longer bars it is computed on; None for the chart's own.
    second
        The other series whose closes it gives, where it stands for such.
    """

    kind: IndicatorKind
    settings: Settings
    inputs: Mapping[str, Input]
    interval: Interval | None
    calendar: Calendar | None
    key: Hashable
    second: Second | None = None

    @property
    def depth(self) -> int:
        """How many indicators stand behind one another before this one."""
        return 1 + max([one.recipe.depth for one in self.inputs.values()]) if self.inputs else 0

    @property
    def apart(self) -> str:
        """The key of the indicator whose own process has to be waited for, itself or a source; empty where there is none."""
        if self.kind.apart:
            return self.kind.kind
        return next((one.recipe.apart for one in self.inputs.values() if one.recipe.apart), "")

    def longer(self, bars: Bars) -> bool:
        """Whether it is computed on longer bars than these."""
        return self.interval is not None and self.interval != bars.interval


def resolve(
    indicator: Indicator,
    context: Context = ALONE,
    catalogue: Callable[[str], IndicatorKind] = kind_of,
    path: tuple[str, ...] = (),
) -> Recipe:
    """Find out what an indicator's values depend on; ``path`` holds the ids of those that were followed to it.

    Raises
    ------
    IndicatorProblem
        If there is no such indicator, if another one that it refers to is gone, if it would refer to itself, or if the
        other series it needs cannot be had.
    """
    if indicator.id in path:
        raise IndicatorProblem(
            translatable("This indicator takes its values from itself, by way of others. Choose another source.")
        )
    kind = catalogue(indicator.kind)
    settings = kind.settings(indicator.parameters)
    inputs: dict[str, Input] = {}
    symbols = {parameter.name for parameter in kind.parameters if parameter.is_symbol}
    for name, value in settings.items():
        if name in symbols:
            inputs[f"input:{name}"] = _series(value, context)
            settings[name] = f"input:{name}"
        elif _is_output(value):
            other_id, _, plot = value.removeprefix(OUTPUT).partition("/")
            inputs[f"input:{name}"] = _input(other_id, plot, context, catalogue, (*path, indicator.id))
            settings[name] = f"input:{name}"
    interval = Interval.parse(indicator.interval) if indicator.interval else None
    return _recipe(kind, settings, inputs, interval, context.calendar if interval is not None else None)


def going_on(recipe: Recipe, others: Others) -> Recipe:
    """The same with its second series as ``others`` have them by now; the very same where none of them is another."""
    if recipe.second is not None:
        before, now = recipe.second.other, others.get(recipe.second.instrument)
        if not isinstance(now, Beside) or (now.bars is before.bars and now.calendar is before.calendar):
            return recipe
        return _recipe_of(replace(recipe.second, other=now))
    if not recipe.inputs:
        return recipe
    inputs = {name: Input(going_on(one.recipe, others), one.plot) for name, one in recipe.inputs.items()}
    if all(one.recipe is recipe.inputs[name].recipe for name, one in inputs.items()):
        return recipe
    return _recipe(recipe.kind, recipe.settings, inputs, recipe.interval, recipe.calendar)


def _recipe(
    kind: IndicatorKind,
    settings: Settings,
    inputs: Mapping[str, Input],
    interval: Interval | None,
    calendar: Calendar | None,
) -> Recipe:
    key = Key(
        kind.kind,
        id(kind.compute),  # stands for the declaration, of which a user's indicator gets another one whenever it is saved
        tuple((name, _frozen(value)) for name, value in settings.items()),
        tuple((name, one.plot, one.recipe.key) for name, one in inputs.items()),
        interval,
        id(calendar),
    )
    return Recipe(kind, settings, inputs, interval, calendar, key)


def depends_on(indicator: Indicator, other_id: str, others: Mapping[str, Indicator]) -> bool:
    """Whether an indicator is the one with an id, or takes its values from it, be it by way of others."""
    seen, waiting = set[str](), [indicator]
    while waiting:
        one = waiting.pop()
        if one.id == other_id:
            return True
        if one.id not in seen:
            seen.add(one.id)
            names = [value.removeprefix(OUTPUT).partition("/")[0] for value in one.parameters.values() if _is_output(value)]
            waiting += [others[name] for name in names if name in others]
    return False


def label_of(
    indicator: Indicator, kind: IndicatorKind, others: Mapping[str, Indicator], translate: Callable[[str], str] = str
) -> str:
    """The legend's name: what differs from the default, the indicator it is taken from, a longer interval."""
    words = [translate(kind.short) + kind.label(indicator.parameters).removeprefix(kind.short)]
    for value in kind.settings(indicator.parameters).values():
        if _is_output(value):
            other = others.get(value.removeprefix(OUTPUT).partition("/")[0])
            words.append(f"({output_title(other, value.partition('/')[2], translate) if other is not None else '?'})")
    return " ".join([*words, _short(indicator.interval)]).rstrip()


def output_title(indicator: Indicator, plot: str, translate: Callable[[str], str] = str) -> str:
    """An output by its indicator's name with its numbers, and its own where there are several."""
    try:
        kind = kind_of(indicator.kind)
        title = kind.plot(plot).title
    except LookupError:
        return indicator.kind
    label = translate(kind.short) + kind.label(indicator.parameters).removeprefix(kind.short)
    label = f"{label} {_short(indicator.interval)}".rstrip()
    return label if len(kind.plots) == 1 else f"{label} {translate(title)}"


def _input(other_id: str, plot: str, context: Context, catalogue: Callable[[str], IndicatorKind], path: tuple[str, ...]) -> Input:
    other = context.others.get(other_id)
    if other is None:
        raise IndicatorProblem(
            translatable("The indicator that this one takes its values from is no longer on the chart. Choose another source.")
        )
    recipe = resolve(other, context, catalogue, path)
    if plot not in (one.name for one in recipe.kind.plots):
        raise IndicatorProblem(
            translatable("The indicator that this one takes its values from has no such output. Choose another source.")
        )
    return Input(recipe, plot)


def _series(value: Value, context: Context) -> Input:
    named, other = the_other(value, context.beside)
    return Input(_recipe_of(Second(named, other, context.calendar or other.calendar)), CLOSE)


def _recipe_of(second: Second) -> Recipe:
    other = second.other
    # The recipe keeps the other bars, so that no others can come by the same identity while it is in use.
    key = ("beside", id(other.bars), id(other.calendar), id(second.calendar))
    return Recipe(kind_for(other, second.calendar), _NOTHING, _NOTHING, None, None, key, second)


def _short(interval: str) -> str:
    return Interval.parse(interval).short if interval else ""


def _is_output(value: Value) -> TypeGuard[str]:
    return isinstance(value, str) and value.startswith(OUTPUT)


def _frozen(value: Value) -> Hashable:
    return tuple(value) if isinstance(value, list) else value
