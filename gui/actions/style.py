"""Commands that choose how the bars of the active chart are drawn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core.document import BarStyle, Sizes
from charting.core.edits import set_chart
from charting.core.text import translatable
from gui import icons
from gui.commands import Command
from gui.names import plain_title
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Bar style")
SIZES = "view.style_sizes"
STYLES: tuple[tuple[BarStyle, str, str], ...] = (
    ("candles", translatable("&Candles"), translatable("Open, high, low and close, with a filled body")),
    ("hollow", translatable("&Hollow candles"), translatable("Candles whose rising bodies are outlines")),
    ("heikin-ashi", translatable("Heikin-&Ashi"), translatable("Candles of averaged prices: trends without the noise")),
    ("ohlc", translatable("&Bars"), translatable("An upright with a tick for the open and one for the close")),
    ("high-low", translatable("High-l&ow"), translatable("The range of each bar alone")),
    ("line", translatable("&Line"), translatable("The closes, joined")),
    ("step", translatable("&Step line"), translatable("The closes, each held until the next")),
    ("area", translatable("A&rea"), translatable("The closes, filled to the foot of the pane")),
    ("baseline", translatable("Bas&eline"), translatable("The closes, coloured above and below the middle of the scale")),
    ("columns", translatable("Col&umns"), translatable("A column up to each close")),
    ("renko", translatable("Ren&ko"), translatable("A brick for each way of one box, however long it takes")),
    ("kagi", translatable("Ka&gi"), translatable("A line that turns with the price and grows thick above its last shoulder")),
    (
        "point-and-figure",
        translatable("&Point and figure"),
        translatable("Columns of X while prices rise and of O while they fall, turned by three boxes"),
    ),
    ("line-break", translatable("&Three-line break"), translatable("Lines of closes, turned when the last three are broken")),
)
"""Every style with its title and help line, in the order of the menu."""


def style_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    styles = (
        Command(
            f"view.style_{style}", title, GROUP, partial(set_style, window, style, title), text, (), icons.BARS + style,
            checked=lambda style=style: window.history.document.chart.style == style,  # type: ignore[misc]  # bound early
        )
        for style, title, text in STYLES
    )  # fmt: skip
    sizes = Command(
        SIZES, translatable("Si&zes of bricks and boxes…"), GROUP, partial(_ask_for_sizes, window),
        translatable("How large a move makes a brick, turns a Kagi line, or fills a box, and how many boxes or lines turn"),
    )  # fmt: skip
    return (*styles, sizes)


def _ask_for_sizes(window: MainWindow) -> None:
    from gui.dialogs.bar_sizes import BarSizesDialog

    document, series = window.history.document, window.view.series
    dialog = BarSizesDialog(document.chart.sizes, series, window)
    dialog.chosen.connect(partial(set_sizes, window))
    dialog.open()


def set_sizes(window: MainWindow, sizes: Sizes) -> None:
    """Give the bars that prices make other sizes, as one step."""
    document = window.history.document
    window.history.commit(set_chart(document, document.active, sizes=sizes), tr("Sizes of bricks and boxes"))


def set_style(window: MainWindow, style: BarStyle, title: str) -> None:
    """Draw the bars of the active chart in a style, as one step."""
    document = window.history.document
    changed = set_chart(document, document.active, style=style)
    window.history.commit(changed, tr("Bar style {style}", style=plain_title(tr(title))))
