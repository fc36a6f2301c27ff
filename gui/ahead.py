"""Imports what needs no Qt before Qt is there: PySide6 reads the source of every module imported after it, looking for itself."""

from __future__ import annotations

from importlib import import_module

MODULES = (
    "charting.scene.legend_layout",
    "charting.scene.listing",
    "charting.scene.navigation",
    "charting.scene.overlay",
    "charting.scene.selected",
    "charting.scene.touching",
    "charting.analysis.touches",
    "charting.indicators.growth",
    "charting.indicators.values",
    "charting.indicators.user.folder",
    "charting.drawings.abilities",
    "charting.drawings.dragging",
    "charting.drawings.hit",
    "charting.drawings.pasting",
    "charting.drawings.past",
    "charting.drawings.placing",
    "charting.drawings.remapping",
    "charting.drawings.snapping",
    "charting.market.akshare_source",
    "charting.market.demo",
    "charting.market.demo_workspace",
    "charting.market.export",
    "charting.market.feed",
    "charting.market.file_provider",
    "charting.market.preview",
    "charting.market.quote_feed",
    "charting.market.yahoo",
    "charting.core.codec",
    "charting.core.countdown",
    "charting.core.edits",
    "charting.core.history",
    "charting.core.pane_edits",
    "charting.core.scale_edits",
)
"""With these come all modules below the view that the window imports before it is painted."""


def import_ahead() -> None:
    """Import them, with all that they import."""
    for name in MODULES:
        import_module(name)
