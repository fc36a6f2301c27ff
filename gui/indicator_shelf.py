"""What the user keeps of indicators whatever chart is shown: favourites, and sets of them by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from charting.core.document import Indicator, Pane, Workspace, new_id
from charting.core.edits import set_chart
from charting.indicators.declaration import OUTPUT
from gui.json_file import JsonFile


class IndicatorSet(msgspec.Struct, frozen=True, omit_defaults=True):
    """Indicators as they stand on a chart: those over the bars, and those of the panes above and below, with their heights."""

    over: tuple[Indicator, ...] = ()
    below: tuple[Pane, ...] = ()
    above: tuple[Pane, ...] = ()

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All of them, from the top."""
        above, below = ([one for pane in panes for one in pane.indicators] for panes in (self.above, self.below))
        return (*above, *self.over, *below)


class Shelved(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that is kept: kinds that the user likes best, and sets by name."""

    favourites: tuple[str, ...] = ()
    sets: dict[str, IndicatorSet] = {}


def standard_sets() -> dict[str, IndicatorSet]:
    """The sets there are in the beginning, which can be changed and deleted like any other."""
    volume, average, bands, vwap, levels, macd, rsi = (
        Indicator(kind, kind) for kind in ("volume", "sma", "bbands", "vwap", "previous_levels", "macd", "rsi")
    )
    fifty = replace(average, parameters={"period": 50})
    return {
        "Trend: SMA 50 + MACD": IndicatorSet((volume, fifty), (Pane("macd", 0.3, (macd,)),)),
        "Bands: Bollinger + RSI": IndicatorSet((volume, bands), (Pane("rsi", 0.3, (rsi,)),)),
        "Levels: VWAP + previous day": IndicatorSet((volume, vwap, levels)),
    }


def beginning() -> Shelved:
    """What is on the shelf of somebody who has put nothing there."""
    return Shelved(sets=standard_sets())


def taken_from(workspace: Workspace) -> IndicatorSet:
    """The active chart's indicators as a set."""
    chart = workspace.chart
    parts = (chart.panes[chart.price_index + 1 :], chart.panes[: chart.price_index])
    below, above = (tuple(replace(pane, collapsed=False) for pane in part if pane.indicators) for part in parts)
    return IndicatorSet(chart.price_pane.indicators, below, above)


def put_on(workspace: Workspace, wanted: IndicatorSet) -> Workspace:
    """Show the indicators of a set, and no others, on the active chart; each gets an id of its own.

    The pane of the bars keeps its scale. What takes its values from another one of the set goes on doing so.
    """
    names = {indicator.id: new_id() for indicator in wanted.indicators}

    def with_own(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
        return tuple(_renamed(one, names) for one in indicators)

    bars = replace(workspace.chart.price_pane, indicators=with_own(wanted.over))
    above, below = (
        [replace(pane, id=new_id(), indicators=with_own(pane.indicators)) for pane in panes]
        for panes in (wanted.above, wanted.below)
    )
    bars_pane = bars.id if above else ""
    return set_chart(workspace, workspace.active, panes=(*above, bars, *below), bars_pane=bars_pane, maximised="")


def _renamed(indicator: Indicator, names: dict[str, str]) -> Indicator:
    parameters = dict(indicator.parameters)
    for name, value in parameters.items():
        if isinstance(value, str) and value.startswith(OUTPUT):
            other, _, plot = value.removeprefix(OUTPUT).partition("/")
            parameters[name] = f"{OUTPUT}{names.get(other, other)}/{plot}"
    return replace(indicator, id=names[indicator.id], parameters=parameters)


class IndicatorShelf:
    """The shelf as it is now.

    Parameters
    ----------
    keep
        Called with everything on it whenever that changes, to write it down.
    """

    def __init__(self, shelved: Shelved | None = None, keep: Callable[[Shelved], None] = lambda _shelved: None) -> None:
        self.shelved = beginning() if shelved is None else shelved
        self.changed: Callable[[], None] = lambda: None
        self._keep = keep

    @property
    def favourites(self) -> tuple[str, ...]:
        """Kinds that the user likes best, in the order in which they were chosen."""
        return self.shelved.favourites

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sets in alphabetical order."""
        return tuple(sorted(self.shelved.sets, key=str.casefold))

    def toggle_favourite(self, kind: str) -> None:
        """Make a kind a favourite, or no longer."""
        before = self.favourites
        after = tuple(one for one in before if one != kind) if kind in before else (*before, kind)
        self._set(replace(self.shelved, favourites=after))

    def save(self, name: str, indicators: IndicatorSet) -> None:
        """Keep a set under a name; replaces one of that name."""
        self._set(replace(self.shelved, sets={**self.shelved.sets, name: indicators}))

    def delete(self, names: Iterable[str]) -> None:
        """Forget some sets."""
        gone = set(names)
        self._set(replace(self.shelved, sets={name: one for name, one in self.shelved.sets.items() if name not in gone}))

    def apply(self, workspace: Workspace, name: str) -> Workspace:
        """The workspace with a set on its active chart; as it is when there is none of that name."""
        found = self.shelved.sets.get(name)
        return workspace if found is None else put_on(workspace, found)

    def _set(self, shelved: Shelved) -> None:
        if shelved != self.shelved:
            self.shelved = shelved
            self._keep(shelved)
            self.changed()


def open_shelf(file: JsonFile[Shelved]) -> IndicatorShelf:
    """The shelf in a file, written there whenever it changes."""
    return IndicatorShelf(file.content, file.keep)
