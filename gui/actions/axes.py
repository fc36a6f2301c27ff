"""Commands about the axes of the active chart: the side of its price axis, and whose clock its times are told by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core.document import AxisSide, Times
from charting.core.edits import set_chart
from charting.core.text import translatable
from gui.commands import Command
from gui.names import plain_title
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("View")
SIDES: tuple[tuple[AxisSide, str], ...] = (
    ("right", translatable("Price axis at the &right")),
    ("left", translatable("Price axis at the &left")),
    ("both", translatable("Price axes at &both sides")),
)
TIMES: tuple[tuple[Times, str, str], ...] = (
    ("exchange", translatable("Times of the &exchange"), translatable("Bars within a day are told by the exchange's clock")),
    ("local", translatable("Times of this &computer"), translatable("Bars within a day are told by this computer's clock")),
    ("utc", translatable("Times in &UTC"), translatable("Bars within a day are told in Coordinated Universal Time")),
)
SIDE_IDS = tuple(f"view.axis_{side}" for side, _ in SIDES)
TIMES_IDS = tuple(f"view.times_{times}" for times, _, _ in TIMES)


def axes_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menus."""
    return (
        *(
            Command(
                f"view.axis_{side}", title, GROUP, partial(_set, window, title, price_axis=side),
                translatable("Where the prices of this chart are written; a second scale takes the other side"),
                checked=lambda side=side: window.history.document.chart.price_axis == side,  # type: ignore[misc]  # bound early
            )
            for side, title in SIDES
        ),
        *(
            Command(
                f"view.times_{times}", title, GROUP, partial(_set, window, title, times=times), text,
                checked=lambda times=times: window.history.document.chart.times == times,  # type: ignore[misc]  # bound early
            )
            for times, title, text in TIMES
        ),
    )  # fmt: skip


def _set(window: MainWindow, title: str, **fields: str) -> None:
    """Change the active chart as one step."""
    document = window.history.document
    window.history.commit(set_chart(document, document.active, **fields), plain_title(tr(title)))
