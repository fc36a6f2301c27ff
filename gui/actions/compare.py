"""Commands that compare the active chart's series with others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core.document import WatchlistItem
from charting.core.text import translatable
from gui import chart_edits, comparing
from gui.commands import Command
from gui.names import short_code
from gui.search_popup import SearchPopup
from gui.symbol_search import find_symbols
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("View")


def compare_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    history = window.history
    return (
        Command(
            "view.compare", translatable("Co&mpare with…"), GROUP, CompareSearch(window).ask,
            translatable("Lay another instrument over this one, in percent; once more takes it off"), (), "chart-line",
        ),
        Command(
            "view.compare_nothing", translatable("Compare with &nothing"), GROUP,
            lambda: history.commit(comparing.compare_with_nothing(history.document), tr("Compare with nothing")),
            translatable("Take all other instruments off this chart"), enabled=lambda: bool(history.document.chart.compare),
        ),
        Command(
            "view.indexed", translatable("Inde&xed scale"), GROUP,
            lambda: history.commit(chart_edits.set_scale_kind(history.document, "indexed"), tr("Indexed scale")),
            translatable("The first bar in view counts as 100"),
            checked=lambda: history.document.chart.price_pane.scale.kind == "indexed",
        ),
    )  # fmt: skip


class CompareSearch:
    """The search for an instrument to compare with; its popup is made when it is asked for first."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._popup: SearchPopup | None = None

    def ask(self) -> None:
        """Open it."""
        if self._popup is None:
            self._popup = SearchPopup(self._window)
            self._popup.closed.connect(self._window.view.setFocus)
        self._popup.ask(
            tr("Compare with…"),
            tr("Code or name of what to compare with"),
            tr("No instrument fits. Type a code such as 9988, or a part of a name."),
            partial(find_symbols, self._window.context, act=partial(toggle, self._window)),
            further=self._window.context.late().search,
        )


def toggle(window: MainWindow, item: WatchlistItem) -> None:
    """Lay an instrument over the active chart's, or take it off, as one step."""
    history, code = window.history, short_code(item.symbol)
    name = tr("Compare no longer with {symbol}", symbol=code)
    if not comparing.is_compared(history.document, item):
        name = tr("Compare with {symbol}", symbol=code)
    changed = comparing.toggle_compared(history.document, item)
    if changed is history.document:
        window.say(tr("The chart shows {symbol} already.", symbol=code))
        return
    history.commit(changed, name)
