"""Edits of scales: of a pane's own, of those that indicators have beside it, and where an indicator is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec.structs import replace

from charting.core.document import Indicator, Pane, Scale, Workspace
from charting.core.edits import edit_pane, replace_indicator
from charting.core.pane_edits import Place, move_indicator, place_of

Standing = Literal["bars", "beside", "pane"]
"""Where an indicator stands: with the bars on their scale, over them on one of its own, or in a pane of its own."""


def edit_scale(
    workspace: Workspace, chart_id: str, pane_id: str, indicator_id: str, change: Callable[[Scale], Scale]
) -> Workspace:
    """Replace the scale of a pane, or, with an id, that which an indicator of it has for itself."""

    def change_pane(pane: Pane) -> Pane:
        if not indicator_id:
            scale = change(pane.scale)
            return pane if scale == pane.scale else replace(pane, scale=scale)
        indicators = tuple(_rescaled(one, change) if one.id == indicator_id else one for one in pane.indicators)
        return pane if indicators == pane.indicators else replace(pane, indicators=indicators)

    return edit_pane(workspace, chart_id, pane_id, change_pane)


def rescaled(workspace: Workspace, chart_id: str, pane_id: str, indicator_id: str, scale: Scale) -> Workspace:
    """Give a pane, or an indicator of it, a scale."""
    return edit_scale(workspace, chart_id, pane_id, indicator_id, lambda _: scale)


def standing(workspace: Workspace, chart_id: str, indicator_id: str, *, apart: bool) -> Standing | None:
    """Where an indicator stands, None when it is not on the chart; ``apart`` says that its values are no prices."""
    for chart in workspace.charts:
        index = place_of(chart, indicator_id) if chart.id == chart_id else None
        if index is not None:
            (indicator,) = (one for one in chart.panes[index].indicators if one.id == indicator_id)
            return "pane" if index else "bars" if indicator.scale is None and not apart else "beside"
    return None


def stand(workspace: Workspace, chart_id: str, indicator_id: str, where: Standing) -> Workspace:
    """Put an indicator somewhere else, with a scale that follows its values; the same workspace when it stands there."""
    for chart in workspace.charts:
        index = place_of(chart, indicator_id) if chart.id == chart_id else None
        if index is None:
            continue
        (indicator,) = (one for one in chart.panes[index].indicators if one.id == indicator_id)
        scale = (indicator.scale or Scale()) if where == "beside" else None
        changed = (
            replace_indicator(workspace, chart_id, replace(indicator, scale=scale)) if scale != indicator.scale else workspace
        )
        if where == "pane":
            return changed if index else move_indicator(changed, chart_id, indicator_id, Place(index=len(chart.panes)))
        return move_indicator(changed, chart_id, indicator_id, Place(chart.panes[0].id))
    return workspace


def _rescaled(indicator: Indicator, change: Callable[[Scale], Scale]) -> Indicator:
    before = indicator.scale or Scale()
    scale = change(before)
    return indicator if scale == indicator.scale else replace(indicator, scale=scale)
