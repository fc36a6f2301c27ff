"""Edits: pure functions from one workspace to the next; unchanged parts are shared and compare with ``is``."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from charting.core.document import Chart, Drawing, Indicator, Level, Pane, Workspace, new_id

NEW_WEIGHT = 0.3
"""Share of the height that a new pane takes, beside one of the bars."""


def edit_chart(workspace: Workspace, chart_id: str, change: Callable[[Chart], Chart]) -> Workspace:
    """Replace one chart by ``change(chart)``; the same workspace when nothing changed or no such chart exists."""
    charts = tuple(change(chart) if chart.id == chart_id else chart for chart in workspace.charts)
    if all(new is old for new, old in zip(charts, workspace.charts, strict=True)):
        return workspace
    return replace(workspace, charts=charts)


def set_chart(workspace: Workspace, chart_id: str, **fields: Any) -> Workspace:
    """Set fields of one chart (symbol, interval, style, range ...) by name; the same workspace when all are equal."""

    def change(chart: Chart) -> Chart:
        if all(getattr(chart, name) == value for name, value in fields.items()):
            return chart
        return replace(chart, **fields)

    return edit_chart(workspace, chart_id, change)


def edit_pane(workspace: Workspace, chart_id: str, pane_id: str, change: Callable[[Pane], Pane]) -> Workspace:
    """Replace one pane of a chart by ``change(pane)``."""

    def change_chart(chart: Chart) -> Chart:
        panes = tuple(change(pane) if pane.id == pane_id else pane for pane in chart.panes)
        if all(new is old for new, old in zip(panes, chart.panes, strict=True)):
            return chart
        return replace(chart, panes=panes)

    return edit_chart(workspace, chart_id, change_chart)


def edit_price_pane(chart: Chart, change: Callable[[Pane], Pane]) -> Chart:
    """Replace the pane of a chart that holds the bars by ``change(pane)``."""
    at = chart.price_index
    pane = change(chart.panes[at])
    return chart if pane is chart.panes[at] else replace(chart, panes=(*chart.panes[:at], pane, *chart.panes[at + 1 :]))


def add_indicator(workspace: Workspace, chart_id: str, indicator: Indicator, *, own_pane: bool) -> Workspace:
    """Put an indicator over the bars, or into a new pane below when ``own_pane``: no pane then fills the chart alone."""

    def change(chart: Chart) -> Chart:
        if own_pane:
            pane = Pane(id=new_id(), weight=NEW_WEIGHT, indicators=(indicator,))
            return replace(chart, panes=(*chart.panes, pane), maximised="")
        return edit_price_pane(chart, lambda pane: replace(pane, indicators=(*pane.indicators, indicator)))

    return edit_chart(workspace, chart_id, change)


def replace_indicator(workspace: Workspace, chart_id: str, indicator: Indicator) -> Workspace:
    """Put ``indicator`` in the place of the one with the same id."""

    def change_pane(pane: Pane) -> Pane:
        indicators = tuple(indicator if old.id == indicator.id else old for old in pane.indicators)
        return pane if indicators == pane.indicators else replace(pane, indicators=indicators)

    def change(chart: Chart) -> Chart:
        panes = tuple(change_pane(pane) for pane in chart.panes)
        return chart if panes == chart.panes else replace(chart, panes=panes)

    return edit_chart(workspace, chart_id, change)


def remove_indicator(workspace: Workspace, chart_id: str, indicator_id: str) -> Workspace:
    """Take an indicator off a chart, and its pane too when that was its last and does not hold the bars."""

    def change(chart: Chart) -> Chart:
        panes = []
        for index, pane in enumerate(chart.panes):
            rest = tuple(indicator for indicator in pane.indicators if indicator.id != indicator_id)
            if len(rest) == len(pane.indicators):
                panes.append(pane)
            elif rest or index == chart.price_index:
                panes.append(replace(pane, indicators=rest))
        if tuple(panes) == chart.panes:
            return chart
        maximised = chart.maximised if any(pane.id == chart.maximised for pane in panes) else ""
        return replace(chart, panes=tuple(panes), maximised=maximised)

    return edit_chart(workspace, chart_id, change)


def set_drawings(workspace: Workspace, symbol: str, drawings: Iterable[Drawing]) -> Workspace:
    """Replace all drawings of an instrument; an instrument without drawings leaves no entry.

    A drawing with a number that is not finite could be written to a file but not read again: it stays as it was before,
    or is left out when it is new.
    """
    before = workspace.drawings.get(symbol, ())
    wanted = tuple(drawings)
    known = set(map(id, before))
    if all(_is_storable(drawing) for drawing in wanted if id(drawing) not in known):
        kept = wanted
    else:
        old = {drawing.id: drawing for drawing in before}
        sound = (drawing if _is_storable(drawing) else old.get(drawing.id) for drawing in wanted)
        kept = tuple(drawing for drawing in sound if drawing is not None)
    if kept == before:
        return workspace
    table = {key: value for key, value in workspace.drawings.items() if key != symbol}
    if kept:
        table[symbol] = kept
    return replace(workspace, drawings=table)


def _is_storable(drawing: Drawing) -> bool:
    numbers = [anchor.price for anchor in drawing.anchors]
    for value in drawing.parameters.values():
        items = [item.value if isinstance(item, Level) else item for item in (value if isinstance(value, list) else [value])]
        numbers += [item for item in items if isinstance(item, float)]
    return all(map(math.isfinite, numbers))


def add_drawings(workspace: Workspace, symbol: str, drawings: Iterable[Drawing]) -> Workspace:
    """Put drawings on top of an instrument's others."""
    return set_drawings(workspace, symbol, (*workspace.drawings.get(symbol, ()), *drawings))


def replace_drawings(workspace: Workspace, symbol: str, drawings: Iterable[Drawing]) -> Workspace:
    """Put each drawing in the place of the one with the same id."""
    new = {drawing.id: drawing for drawing in drawings}
    return set_drawings(workspace, symbol, (new.get(old.id, old) for old in workspace.drawings.get(symbol, ())))


def remove_drawings(workspace: Workspace, symbol: str, ids: Iterable[str]) -> Workspace:
    """Delete drawings by id; locked ones stay."""
    gone = set(ids)
    return set_drawings(
        workspace, symbol, (old for old in workspace.drawings.get(symbol, ()) if old.id not in gone or old.locked)
    )
