"""What room the legend of the price pane takes, for what would otherwise be written beneath it."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from functools import partial

from charting.core.document import BarStyle
from charting.scene.comparing import Comparison, comparison_line
from charting.scene.legend import plot_line, series_line, title_line
from charting.scene.look import Look
from charting.scene.panes import PaneScene
from charting.scene.primitives import Rect
from charting.scene.series import Series

Parts = tuple[tuple[str, str], ...]
"""The texts of a line with their colours."""
LEFT, TOP, BETWEEN = 10, 8, 3
"""Logical pixels before the lines, above them, and from one to the next."""
FOLDING = 4
"""Lines of indicators from which a legend can be folded."""


def fold_parts(hidden: int, look: Look) -> Parts:
    """The line that folds the others, or opens those that are ``hidden``."""
    return ((f"▾ {hidden}" if hidden else "▴", look.theme.text_muted),)


class LegendRoom:
    """The lines of a price pane's legend with the values of the last bar; each is made and measured when it matters."""

    def __init__(self, pane: PaneScene, series: Series, style: BarStyle, compared: Sequence[Comparison], look: Look) -> None:
        self._made_of = pane, series, style
        self._compares = bool(compared)
        self._look = look
        row = len(series.bars) - 1
        self._lines = [partial(title_line, series, look, style), partial(series_line, series, row, look)]
        if not pane.pane.legend_folded:
            self._lines += [partial(comparison_line, one, row, look) for one in compared]
            self._lines += [partial(plot_line, one, row, pane.decimals, look) for one in pane.plotted]
        count = len(compared) + len(pane.plotted)
        if count >= (1 if pane.pane.legend_folded else FOLDING):
            self._lines.append(partial(fold_parts, count if pane.pane.legend_folded else 0, look))
        self._left, self._top = pane.rect[0] + look.px(LEFT), pane.rect[1] + look.px(TOP)
        self._step = look.metrics.height + look.px(BETWEEN)
        self._texts: dict[int, Parts] = {}
        self._ends: dict[int, float] = {}

    def serves(self, pane: PaneScene, series: Series, style: BarStyle, compared: Sequence[Comparison]) -> bool:
        """Whether it would be made the same again, whatever is in view: on the same bars, with the same indicators."""
        mine, its, drawn = self._made_of
        alike = (
            its is series
            and drawn == style
            and mine.pane is pane.pane
            and mine.rect == pane.rect
            and mine.decimals == pane.decimals
        )
        return alike and not (self._compares or compared) and all(map(operator.is_, mine.plotted, pane.plotted))

    def text(self, line: int) -> Parts:
        """A line by its number: the title, the bar's prices, and then those of series and indicators unless they are folded."""
        found = self._texts.get(line)
        if found is None:
            found = self._texts[line] = self._lines[line]()
        return found

    def covers(self, rect: Rect) -> bool:
        """Whether some line lies over a rectangle, or may when another bar is pointed at."""
        left, top, width, height = rect
        first = max(0, int((top - self._top) // self._step))
        last = min(len(self._lines) - 1, int((top + height - self._top) // self._step))
        if left + width > self._left:
            for line in range(first, last + 1):
                if left < self._end(line):
                    return True
        return False

    def _end(self, line: int) -> float:
        """Where a line ends, with room for values that are longer at other bars."""
        end = self._ends.get(line)
        if end is None:
            width = self._look.metrics.width
            end = self._left + sum([width(text) for text, _ in self.text(line)]) + self._look.metrics.height
            self._ends[line] = end
        return end


def room_of_legend(
    pane: PaneScene,
    series: Series,
    style: BarStyle,
    compared: Sequence[Comparison],
    look: Look,
    known: LegendRoom | None = None,
) -> LegendRoom:
    """What room the legend of a pane takes; that ``known`` from the scene before where nothing it tells of changed."""
    serves = known is not None and known.serves(pane, series, style, compared)
    return known if known is not None and serves else LegendRoom(pane, series, style, compared, look)
