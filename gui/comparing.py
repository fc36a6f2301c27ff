"""Edits of what the active chart's series is compared with."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Compared, WatchlistItem, Workspace
from charting.core.edits import edit_chart, edit_price_pane
from charting.core.scale_edits import freed

COLOURS = ("cyan", "pink", "purple", "yellow", "orange", "green", "red", "blue", "grey")
"""Palette names of the lines, in the order in which they are taken."""


def item_of(compared: Compared) -> WatchlistItem:
    """A further series as other parts of the window name it."""
    return WatchlistItem(compared.symbol, compared.source)


def is_compared(workspace: Workspace, item: WatchlistItem) -> bool:
    """Whether a series lies over the active chart's own."""
    return any(item_of(one) == item for one in workspace.chart.compare)


def toggle_compared(workspace: Workspace, item: WatchlistItem) -> Workspace:
    """Lay a series over the active chart's own in a colour that is free, or take it off.

    The price scale follows the bars in view again, because bounds set by hand do not fit other lines. Nothing is compared
    with itself.
    """
    chart = workspace.chart
    if is_compared(workspace, item):
        return _with(workspace, tuple(one for one in chart.compare if item_of(one) != item))
    if (item.symbol, item.source) == (chart.symbol, chart.source):
        return workspace
    taken = {one.colour for one in chart.compare}
    colour = next((colour for colour in COLOURS if colour not in taken), COLOURS[len(chart.compare) % len(COLOURS)])
    return _with(workspace, (*chart.compare, Compared(item.symbol, item.source, colour)))


def compare_with_nothing(workspace: Workspace) -> Workspace:
    """Take every further series off the active chart."""
    return _with(workspace, ())


def _with(workspace: Workspace, compare: tuple[Compared, ...]) -> Workspace:
    chart = workspace.chart
    if compare == chart.compare:
        return workspace
    return edit_chart(workspace, chart.id, lambda chart: replace(edit_price_pane(chart, freed), compare=compare))
