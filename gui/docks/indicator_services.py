"""What the panel of indicators needs to know of the chart: its times, its instruments, and what is wrong with an indicator."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from charting.core.document import Value, WatchlistItem
from charting.indicators.declaration import IndicatorKind, written_moment
from charting.view.chart import ChartView
from gui.context import AppContext
from gui.search_popup import SearchPopup
from gui.symbol_search import symbol_entries
from gui.translation import tr


class ChartServices:
    """Answers from the active chart; ``parent`` is what popups belong to."""

    def __init__(self, context: AppContext, view: ChartView, parent: QWidget) -> None:
        self._context, self._view, self._parent = context, view, parent
        self._popup: SearchPopup | None = None

    def timezone(self) -> str:
        """IANA name of the exchange's zone."""
        return self._context.market.instrument(self._context.history.document.chart.symbol).timezone

    def problem(self, indicator_id: str) -> str:
        """Why an indicator has no values in the picture as painted last; empty when it has."""
        scene = self._view.scene
        shown = (one for pane in scene.panes for one in pane.plotted) if scene is not None else ()
        return next((tr(one.problem) for one in shown if one.indicator.id == indicator_id and one.problem), "")

    def moments(self, kind: IndicatorKind) -> dict[str, Value]:
        """Where a new indicator's ranges begin and end: in view. A single moment stands a third from the left edge."""
        names = [parameter.name for parameter in kind.parameters if parameter.form == "moment"]
        series = self._view.series
        if not names or series is None or not len(series.bars):
            return {}
        first, last = max(0.0, self._view.sight.span.first), min(len(series.bars) - 1.0, self._view.sight.span.last)
        slots = (first, last) if len(names) > 1 else (first + (last - first) / 3,)
        stamps = (int(series.axis.stamps(round(slot), round(slot))[0]) for slot in slots)
        return {name: written_moment(stamp) for name, stamp in zip(names, stamps, strict=False)}

    def choose_symbol(self, chosen: Callable[[WatchlistItem], None]) -> None:
        """Open the search for an instrument, and call back with what was chosen."""
        if self._popup is None:
            self._popup = SearchPopup(self._parent.window())
            self._popup.closed.connect(self._view.setFocus)
        context = self._context
        self._popup.ask(
            tr("Second instrument"),
            tr("Code or name, such as 9988, Baidu or 寧德"),
            tr("No instrument fits. Type a code such as 9988, or a part of a name."),
            lambda text: symbol_entries(text, context.history.document, context.market.instrument, chosen),
        )
