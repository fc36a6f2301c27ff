"""Commands that measure what is in view."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from charting.core.text import translatable
from gui.commands import Command
from gui.names import instrument_name
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("View")
MOST_BARS = 500_000
"""As many bars are measured between two frames."""


def analysis_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    return (
        Command(
            "view.statistics", translatable("&Statistics of the visible range…"), GROUP, partial(_statistics, window),
            translatable("Change, volatility, returns and falls of the bars in view"), ("Alt+Shift+S",), "chart-bar",
        ),
    )  # fmt: skip


def _statistics(window: MainWindow) -> None:
    from charting.analysis.returns import trading_of
    from gui.dialogs.statistics import StatisticsDialog

    series, span = window.view.series, window.view.sight.span
    if series is None or not len(series.bars):
        window.say(tr("There are no bars to measure yet."))
        return
    bars = series.bars.slice(math.ceil(span.first), math.floor(span.last) + 1)
    if len(bars) > MOST_BARS:
        window.say(tr("These are too many bars to measure at once. Zoom in, or choose a longer interval."))
        return
    trading = trading_of(series.axis) if series.made is None else None
    name = instrument_name(series.instrument)
    StatisticsDialog(name, bars, trading, window.theme, window, window.context.aside).open()
