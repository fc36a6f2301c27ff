"""Commands about dividends and splits: what prices are adjusted for, and the marks of them on the chart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core.document import Basis
from charting.core.edits import set_chart
from charting.core.text import translatable
from gui import chart_edits
from gui.commands import Command
from gui.names import plain_title
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("View")
BASES: tuple[tuple[Basis, str, str], ...] = (
    ("raw", translatable("Prices as &traded"), translatable("Nothing is adjusted: a split is a jump")),
    ("split", translatable("Adjusted for &splits"), translatable("Prices and volumes are counted in today's shares")),
    (
        "full",
        translatable("Adjusted for splits and &dividends"),
        translatable("What a holder gained who bought more shares of every dividend"),
    ),
)
IDS = tuple(f"view.adjustment_{basis}" for basis, _, _ in BASES)
MARKS = "view.actions"


def adjustment_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    history = window.history
    bases = (
        Command(
            f"view.adjustment_{basis}", title, GROUP, partial(adjust, window, basis, title), text,
            checked=lambda basis=basis: history.document.chart.adjustment == basis,  # type: ignore[misc]  # bound early
            refused=lambda basis=basis: refusal(window, basis),  # type: ignore[misc]  # bound early
            short=tr("adj") if basis == "full" else "",
        )
        for basis, title, text in BASES
    )  # fmt: skip
    marks = Command(
        MARKS, translatable("Marks of dividends and &splits"), GROUP, partial(_toggle_marks, window),
        translatable("Show where dividends were paid and shares were split"),
        checked=lambda: not history.document.chart.actions_hidden,
    )  # fmt: skip
    return (*bases, marks)


def adjust(window: MainWindow, basis: Basis, title: str) -> None:
    """Show the active chart's prices on another basis, as one step; adjusting for dividends once more takes that back."""
    history = window.history
    if basis == "full" and history.document.chart.adjustment == basis:
        basis, title = next((other, name) for other, name, _ in BASES if other == "split")
    history.commit(chart_edits.set_adjustment(history.document, basis), plain_title(tr(title)))


def refusal(window: MainWindow, basis: Basis) -> str:
    """Why the active chart cannot show a basis, empty when it can; as it comes it can always be shown."""
    series = window.view.series
    if series is None or series.is_adjustable or basis == "split":
        return ""
    if series.instrument.kind == "index":
        return tr("An index has no dividends and splits of its own.")
    return tr("This source has told of no dividends and splits that its prices could be adjusted for.")


def _toggle_marks(window: MainWindow) -> None:
    history = window.history
    hidden = not history.document.chart.actions_hidden
    step = tr("Hide dividends and splits") if hidden else tr("Show dividends and splits")
    history.commit(set_chart(history.document, history.document.active, actions_hidden=hidden), step)
