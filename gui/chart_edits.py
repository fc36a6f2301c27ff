"""Edits of the active chart that several parts of the window make: its series, its scale, its watchlist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from charting.core.document import (
    Basis,
    Chart,
    Drawing,
    Indicator,
    Pane,
    ScaleKind,
    Stroke,
    Value,
    WatchlistItem,
    Workspace,
    new_id,
)
from charting.core.edits import (
    add_indicator,
    edit_chart,
    edit_price_pane,
    remove_indicator,
    replace_indicator,
    set_chart,
    set_drawings,
)
from charting.core.pane_edits import Place, move_indicator, place_of
from charting.core.scale_edits import free_scales, freed
from charting.indicators.declaration import OUTPUT, IndicatorKind
from charting.scene.comparing import shown_kind
from gui.comparing import COLOURS
from gui.sources import AKSHARE, DEMO


def show_item(workspace: Workspace, item: WatchlistItem) -> Workspace:
    """Show a series on the active chart.

    The span in view stays while the source does, so that periods compare; scales held by hand follow the new prices.
    """
    chart = workspace.chart
    if (chart.symbol, chart.source) == (item.symbol, item.source):
        return workspace
    range_ = chart.range if chart.source == item.source else None
    shown = set_chart(workspace, chart.id, symbol=item.symbol, source=item.source, range=range_)
    return free_scales(shown, chart.id)


def item_for(workspace: Workspace, symbol: str) -> WatchlistItem:
    """The series meant by a bare symbol: the watchlist's, else from the active chart's source.

    A file holds one series only and AKShare few, so beside them the source is that of the first other item, or the
    demonstration.
    """
    source = workspace.chart.source
    candidates = [item for item in workspace.watchlist if item.symbol == symbol]
    for item in sorted(candidates, key=lambda item: item.source != source):
        return item
    if _has_few(source):
        source = next((item.source for item in workspace.watchlist if not _has_few(item.source)), DEMO)
    return WatchlistItem(symbol, source)


def _has_few(source: str) -> bool:
    return source == AKSHARE or source.startswith("file:")


def set_watchlist(workspace: Workspace, items: Sequence[WatchlistItem]) -> Workspace:
    """Replace the watchlist; the same workspace when nothing changed."""
    return workspace if tuple(items) == workspace.watchlist else replace(workspace, watchlist=tuple(items))


def set_scale_kind(workspace: Workspace, kind: ScaleKind) -> Workspace:
    """Give the bars of the active chart a scale, following the visible bars again; linear when it shows that one already."""
    chosen: ScaleKind = "linear" if shown_kind(workspace.chart) == kind else kind

    def change(pane: Pane) -> Pane:
        scale = replace(pane.scale, kind=chosen, low=None, high=None)
        return pane if scale == pane.scale else replace(pane, scale=scale)

    return edit_chart(workspace, workspace.active, lambda chart: edit_price_pane(chart, change))


def invert_scale(workspace: Workspace) -> Workspace:
    """Turn the scale of the active chart's bars upside down, or back."""

    def change(pane: Pane) -> Pane:
        return replace(pane, scale=replace(pane.scale, inverted=not pane.scale.inverted))

    return edit_chart(workspace, workspace.active, lambda chart: edit_price_pane(chart, change))


def set_adjustment(workspace: Workspace, basis: Basis) -> Workspace:
    """Show the prices of the active chart on a basis of adjustment; a scale held by hand follows the bars again."""
    chart = workspace.chart
    if chart.adjustment == basis:
        return workspace
    return edit_chart(workspace, chart.id, lambda chart: replace(edit_price_pane(chart, freed), adjustment=basis))


def has_auto_scale(workspace: Workspace) -> bool:
    """Whether the scale of the active chart's bars follows what is in view."""
    scale = workspace.chart.price_pane.scale
    return scale.low is None and scale.high is None


def set_scale_bounds(workspace: Workspace, bounds: tuple[float, float] | None) -> Workspace:
    """Hold the scale of the active chart's bars between two prices, or let it follow what is in view (None)."""
    low, high = bounds or (None, None)

    def change(pane: Pane) -> Pane:
        return replace(pane, scale=replace(pane.scale, low=low, high=high))

    return edit_chart(workspace, workspace.active, lambda chart: edit_price_pane(chart, change))


def active_drawings(workspace: Workspace) -> tuple[Drawing, ...]:
    """The drawings of the active chart's instrument."""
    return workspace.drawings.get(workspace.chart.symbol, ())


def all_locked(workspace: Workspace) -> bool:
    """Whether there are drawings and all are locked."""
    drawings = active_drawings(workspace)
    return bool(drawings) and all(drawing.locked for drawing in drawings)


def lock_all(workspace: Workspace, locked: bool) -> Workspace:
    """Lock or unlock every drawing of the active chart's instrument."""
    changed = (drawing if drawing.locked == locked else replace(drawing, locked=locked) for drawing in active_drawings(workspace))
    return set_drawings(workspace, workspace.chart.symbol, changed)


def active_indicators(workspace: Workspace) -> tuple[Indicator, ...]:
    """The active chart's indicators, from its first pane to its last."""
    return tuple(indicator for pane in workspace.chart.panes for indicator in pane.indicators)


def toggle_indicator(
    workspace: Workspace, kind: IndicatorKind, parameters: Mapping[str, Value] = MappingProxyType({})
) -> Workspace:
    """Take every indicator of a kind off the active chart, or put one with its standard settings on it.

    ``parameters`` are settings that the standard ones leave to the chart, such as where a range begins.
    """
    present = [indicator for indicator in active_indicators(workspace) if indicator.kind == kind.kind]
    for indicator in present:
        workspace = remove_indicator(workspace, workspace.active, indicator.id)
    return workspace if present else put_indicator(workspace, kind, parameters)


def put_indicator(workspace: Workspace, kind: IndicatorKind, parameters: Mapping[str, Value] = MappingProxyType({})) -> Workspace:
    """Put one more indicator of a kind on the active chart, with standard settings but for some ``parameters``."""
    indicator = Indicator(new_id(), kind.kind, dict(parameters))
    return add_indicator(workspace, workspace.active, indicator, own_pane=kind.pane == "own")


def change_indicator(workspace: Workspace, indicator: Indicator, kind: IndicatorKind) -> Workspace:
    """Give an indicator of the active chart another value, in the pane that its values fit into.

    What is drawn over its source goes with it: into the pane of the indicator that it is taken from, or back over the bars,
    unless somebody put it elsewhere.
    """
    before = next((one for one in active_indicators(workspace) if one.id == indicator.id), indicator)
    changed = replace_indicator(workspace, workspace.active, indicator)
    chart = changed.chart
    home, goal = (_home(chart, one, kind) for one in (before, indicator))
    settled = home is not None and home != place_of(chart, indicator.id)
    if kind.pane != "overlay" or settled or goal is None or goal == home:
        return changed
    return move_indicator(changed, changed.active, indicator.id, Place(chart.panes[goal].id))


def _home(chart: Chart, indicator: Indicator, kind: IndicatorKind) -> int | None:
    """The pane of what an indicator takes its values from; None where that is gone from the chart."""
    for parameter in kind.parameters:
        value = indicator.parameters.get(parameter.name)
        if parameter.is_source and isinstance(value, str) and value.startswith(OUTPUT):
            return place_of(chart, value.removeprefix(OUTPUT).partition("/")[0])
    return chart.price_index


def copy_indicator(workspace: Workspace, indicator_id: str, kind: IndicatorKind) -> tuple[Workspace, str]:
    """Put a copy of an indicator behind it into the same pane, in a colour that is free where it has one line; and its id."""
    copy_id = new_id()
    taken = {stroke.colour for one in active_indicators(workspace) if one.kind == kind.kind for stroke in _strokes(one, kind)}
    free = next((colour for colour in COLOURS if colour not in taken), None)

    def change(chart: Chart) -> Chart:
        return replace(chart, panes=tuple(map(with_copy, chart.panes)))

    def with_copy(pane: Pane) -> Pane:
        places = [place for place, one in enumerate(pane.indicators) if one.id == indicator_id]
        if not places:
            return pane
        copy = replace(pane.indicators[places[0]], id=copy_id)
        if free is not None and len(kind.plots) == 1:
            (stroke,) = _strokes(copy, kind)
            copy = replace(copy, strokes={kind.plots[0].name: replace(stroke, colour=free)})
        return replace(pane, indicators=(*pane.indicators[: places[0] + 1], copy, *pane.indicators[places[0] + 1 :]))

    return edit_chart(workspace, workspace.active, change), copy_id


def _strokes(indicator: Indicator, kind: IndicatorKind) -> list[Stroke]:
    return [indicator.strokes.get(plot.name, plot.stroke) for plot in kind.plots]
