"""Edits of a chart's panes: their order, and which indicators stand in which; the bars keep their pane wherever it goes."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from charting.core.document import Chart, Indicator, Pane, Workspace, new_id
from charting.core.edits import NEW_WEIGHT, edit_chart


class Place(Struct, frozen=True):
    """Where something goes: into the pane with an id, or into a new one before the pane at ``index``."""

    pane: str = ""
    index: int = 0


def place_of(chart: Chart, indicator_id: str) -> int | None:
    """Index of the pane an indicator stands in, None when it is not on the chart."""
    found = (index for index, pane in enumerate(chart.panes) if any(one.id == indicator_id for one in pane.indicators))
    return next(found, None)


def move_indicator(workspace: Workspace, chart_id: str, indicator_id: str, place: Place) -> Workspace:
    """Move an indicator to another pane or into a new one; a pane that it leaves empty goes away.

    The only indicator of a pane takes its pane along to a new place. The same workspace when nothing changes.
    """

    def change(chart: Chart) -> Chart:
        source = place_of(chart, indicator_id)
        if source is None:
            return chart
        if not place.pane:
            if source != chart.price_index and len(chart.panes[source].indicators) == 1:
                return _reordered(chart, source, place.index)
            return _into_new(chart, source, indicator_id, place.index)
        target = next((index for index, pane in enumerate(chart.panes) if pane.id == place.pane), None)
        return chart if target is None or target == source else _into(chart, source, indicator_id, target)

    return edit_chart(workspace, chart_id, change)


def move_pane(workspace: Workspace, chart_id: str, pane_id: str, index: int) -> Workspace:
    """Put a pane before the one that now stands at ``index``, or last."""

    def change(chart: Chart) -> Chart:
        source = next((at for at, pane in enumerate(chart.panes) if pane.id == pane_id), None)
        return chart if source is None else _reordered(chart, source, index)

    return edit_chart(workspace, chart_id, change)


def remove_pane(workspace: Workspace, chart_id: str, pane_id: str) -> Workspace:
    """Take a pane off with all its indicators; the one of the bars stays."""

    def change(chart: Chart) -> Chart:
        bars = chart.price_pane
        rest = [pane for pane in chart.panes if pane.id != pane_id or pane is bars]
        return chart if len(rest) == len(chart.panes) else _with_panes(chart, rest)

    return edit_chart(workspace, chart_id, change)


def _reordered(chart: Chart, source: int, index: int) -> Chart:
    index = min(max(index, 0), len(chart.panes))
    if index in (source, source + 1):
        return chart
    panes = list(chart.panes)
    pane = panes.pop(source)
    panes.insert(index - (source < index), pane)
    return _with_panes(chart, panes)


def _into(chart: Chart, source: int, indicator_id: str, target: int) -> Chart:
    indicator, rest = _taken(chart.panes[source], indicator_id)
    goal = chart.panes[target]
    panes = list(chart.panes)
    panes[source] = rest
    panes[target] = replace(goal, indicators=(*goal.indicators, indicator))
    return _without_empty(chart, panes)


def _into_new(chart: Chart, source: int, indicator_id: str, index: int) -> Chart:
    indicator, rest = _taken(chart.panes[source], indicator_id)
    panes = list(chart.panes)
    panes[source] = rest
    panes.insert(min(max(index, 0), len(panes)), Pane(new_id(), NEW_WEIGHT, (indicator,)))
    return _without_empty(chart, panes)


def _taken(pane: Pane, indicator_id: str) -> tuple[Indicator, Pane]:
    """An indicator of a pane, and the pane without it."""
    (indicator,) = (one for one in pane.indicators if one.id == indicator_id)
    return indicator, replace(pane, indicators=tuple(one for one in pane.indicators if one is not indicator))


def _without_empty(chart: Chart, panes: list[Pane]) -> Chart:
    bars = chart.price_pane.id
    return _with_panes(chart, [pane for pane in panes if pane.indicators or pane.id == bars])


def _with_panes(chart: Chart, panes: list[Pane]) -> Chart:
    """A chart with other panes, or others before each other, whose bars stay in their pane."""
    bars = chart.price_pane.id
    maximised = chart.maximised if any(pane.id == chart.maximised for pane in panes) else ""
    return replace(chart, panes=tuple(panes), maximised=maximised, bars_pane="" if panes[0].id == bars else bars)
