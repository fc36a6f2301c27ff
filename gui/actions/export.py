"""Commands that export what the chart shows."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from charting.core.document import Chart
from charting.core.text import translatable
from charting.scene.series import Series
from gui.actions.file import GROUP
from gui.commands import Command
from gui.exporting import Export
from gui.saving import ask_where
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow


def export_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""

    def has_bars() -> bool:
        return bool(window.view.series is not None and len(window.view.series.bars))

    return (
        Command(
            "file.export", translatable("&Export bars and indicators…"), GROUP, partial(_export, window, visible=False),
            translatable("Write the bars and the values of the indicators to a CSV file"), (), "export", enabled=has_bars,
        ),
        Command(
            "file.export_visible", translatable("Export &visible range…"), GROUP, partial(_export, window, visible=True),
            translatable("Write what is in view, bars and values of the indicators, to a CSV file"), (), "export",
            enabled=has_bars,
        ),
    )  # fmt: skip


def visible_rows(first: float, last: float, count: int) -> slice:
    """The bars whose middle is between two slots."""
    begin = min(max(0, math.ceil(first)), count)
    return slice(begin, max(begin, min(count, math.floor(last) + 1)))


def _kind(chart: Chart, series: Series) -> str:
    """What a name says of bars that other programs do not have: prices on another basis than usual, bars made of prices."""
    basis = {"raw": " raw", "full": " adjusted"}.get(chart.adjustment, "")
    return basis if series.made is None else f"{basis} {chart.style}"


def _export(window: MainWindow, *, visible: bool) -> None:
    series, chart, span = window.view.series, window.history.document.chart, window.view.sight.span
    if series is None:
        return
    rows = visible_rows(span.first, span.last, len(series.bars)) if visible else slice(None)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    # The name tells whose bars they are, when they are opened again.
    proposed = str(Path(folder) / f"{series.instrument.symbol.lstrip('^')} {series.bars.interval}{_kind(chart, series)}.csv")
    path = ask_where(window, tr("Export"), proposed, tr("Tables (*.csv)"), (".csv", ".txt"))
    if path is not None:
        window.context.late().export(Export(path, chart, series, rows))
