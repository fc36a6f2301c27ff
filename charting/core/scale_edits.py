"""Edits of scales: of a pane's own, and of those that indicators have beside it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from charting.core.document import Chart, Indicator, Pane, Scale, Workspace
from charting.core.edits import edit_chart, edit_pane


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


def free_scales(workspace: Workspace, chart_id: str) -> Workspace:
    """Let every scale of a chart follow what is in view; the same workspace when all do."""
    return edit_chart(workspace, chart_id, _freed_chart)


def freed(pane: Pane) -> Pane:
    """A pane whose own scale follows what is in view."""
    return replace(pane, scale=replace(pane.scale, low=None, high=None))


def _freed_chart(chart: Chart) -> Chart:
    panes = tuple(map(_freed_pane, chart.panes))
    return chart if panes == chart.panes else replace(chart, panes=panes)


def _freed_pane(pane: Pane) -> Pane:
    indicators = tuple(
        one if one.scale is None else replace(one, scale=replace(one.scale, low=None, high=None)) for one in pane.indicators
    )
    return replace(freed(pane), indicators=indicators)


def _rescaled(indicator: Indicator, change: Callable[[Scale], Scale]) -> Indicator:
    before = indicator.scale or Scale()
    scale = change(before)
    return indicator if scale == indicator.scale else replace(indicator, scale=scale)
