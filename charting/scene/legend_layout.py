"""Lays out the legend of every pane, and knows what each of its lines tells of, so that hands can take hold of it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from charting.core.document import Chart, Compared, Indicator
from charting.core.theme import mix
from charting.scene.chart import ChartScene
from charting.scene.comparing import comparison_line
from charting.scene.legend import plot_line, series_line
from charting.scene.legend_room import BETWEEN, FOLDING, LEFT, TOP, LegendRoom, Parts, fold_parts
from charting.scene.look import Look
from charting.scene.panes import PaneScene
from charting.scene.primitives import Run

BUTTONS = 72.0
"""Logical pixels of the buttons behind a name."""
ELLIPSIS = "…"


class Subject(Struct, frozen=True):
    """What a line of the legend tells of: an indicator by its id, or a compared series."""

    indicator: str = ""
    symbol: str = ""
    source: str = ""

    def indicator_of(self, chart: Chart) -> Indicator | None:
        """The indicator on a chart, None when it is gone or a series is meant."""
        found = (one for pane in chart.panes for one in pane.indicators if one.id == self.indicator)
        return next(found, None)

    def compared_of(self, chart: Chart) -> Compared | None:
        """The compared series on a chart, None when it is gone or an indicator is meant."""
        return next((one for one in chart.compare if (one.symbol, one.source) == (self.symbol, self.source)), None)

    def is_on(self, chart: Chart) -> bool:
        """Whether a chart has it."""
        return self.indicator_of(chart) is not None or self.compared_of(chart) is not None


class Attention(Struct, frozen=True):
    """What of the legend has the hand's attention: ``opened`` makes room for its buttons, ``selected`` is marked."""

    opened: Subject | None = None
    selected: Subject | None = None


NOTHING = Attention()


class LegendLine(Struct, frozen=True):
    """One line: its text, the index of its pane, and what it tells of; ``folds`` marks the one that folds the others.

    ``head`` is the width of the name it begins with, in device pixels.
    """

    run: Run
    pane: int
    subject: Subject | None = None
    folds: bool = False
    head: float = 0.0


def legend_lines(scene: ChartScene, row: int, look: Look, attention: Attention = NOTHING) -> tuple[LegendLine, ...]:
    """The lines of all panes with the values of the bar at ``row``; the last bar's when it is out of range."""
    count = len(scene.series.bars)
    row = row if 0 <= row < count else count - 1
    found: list[LegendLine] = []
    for index, pane in enumerate(scene.panes):
        if pane.rect[3] and (count or pane.holds_bars):
            room = pane.rect[2] - 2 * look.px(LEFT)
            found += (_fitted(line, room, look) for line in _of_pane(scene, index, row, look, attention))
    return tuple(found)


def _fitted(line: LegendLine, room: float, look: Look) -> LegendLine:
    """The line with as many of its parts as have room beside the axis, and an ellipsis where some have none.

    Of a warning, which is a sentence, as many letters are kept as have room.
    """
    parts = line.run.parts
    text = "".join(text for text, _ in parts)
    if len(text) * look.metrics.height <= room or look.metrics.width(text) <= room:  # no letter is wider than high
        return line
    room -= look.metrics.width(ELLIPSIS)
    ends = list(accumulate(look.metrics.width(text) for text, _ in parts))
    kept = max(1, sum(end <= room for end in ends))
    found, (text, colour) = parts[:kept], parts[min(kept, len(parts) - 1)]
    if colour == look.theme.warning:
        left, width = room - ends[kept - 1], look.metrics.width
        letters = bisect_right(range(len(text)), left, key=lambda count: width(text[:count])) - 1
        found = (*found, (text[: max(0, letters)].rstrip(), colour))
    return replace(line, run=replace(line.run, parts=(*found, (ELLIPSIS, look.theme.text_muted))))


def _of_pane(scene: ChartScene, index: int, row: int, look: Look, attention: Attention) -> Iterator[LegendLine]:
    pane = scene.panes[index]
    fixed: list[Parts] = []
    # What was made of the last bar already, to keep clear of it.
    known = scene.legend_room if pane.holds_bars and row == len(scene.series.bars) - 1 else None
    if pane.holds_bars:
        fixed.append(scene.legend_room.text(0))
        if row >= 0:
            fixed.append(known.text(1) if known is not None else series_line(scene.series, row, look))
    taken = list(_subjects(scene, index, row, look, known)) if row >= 0 else []
    step = look.metrics.height + look.px(BETWEEN)
    x, y = pane.rect[0] + look.px(LEFT), pane.rect[1] + look.px(TOP) + look.metrics.height / 2
    room = max(1, int((pane.rect[3] - look.px(TOP)) // step))
    for parts in fixed[:room]:
        yield LegendLine(Run(x, y, parts, look.theme.chart), index)
        y += step
    room -= len(fixed)
    hidden, foldable = _fold(pane, len(taken), room)
    for subject, parts in taken[: len(taken) - hidden]:
        head = look.metrics.width(parts[0][0])
        yield LegendLine(_run(x, y, parts, subject, look, attention), index, subject, head=head)
        y += step
    if foldable:
        yield LegendLine(Run(x, y, fold_parts(hidden, look), look.theme.chart), index, folds=True)


def _subjects(scene: ChartScene, index: int, row: int, look: Look, known: LegendRoom | None) -> Iterator[tuple[Subject, Parts]]:
    pane = scene.panes[index]
    compared = scene.compared if pane.holds_bars else ()
    subjects = [Subject(symbol=one.other.compared.symbol, source=one.other.compared.source) for one in compared]
    subjects += [Subject(shown.indicator.id) for shown in pane.plotted]
    if known is not None and not pane.pane.legend_folded:
        yield from ((subject, known.text(line)) for line, subject in enumerate(subjects, 2))
        return
    texts = [comparison_line(one, row, look) for one in compared]
    texts += [plot_line(shown, row, pane.decimals, look) for shown in pane.plotted]
    yield from zip(subjects, texts, strict=True)


def _fold(pane: PaneScene, count: int, room: int) -> tuple[int, bool]:
    """How many of the last lines are left out, and whether there is a line that folds, which takes room itself."""
    foldable = (pane.pane.legend_folded and count > 0) or count >= FOLDING or count > room
    if not foldable or room < 1 or (room == 1 and not pane.pane.legend_folded):
        return max(0, count - max(0, room)), False
    return (count if pane.pane.legend_folded else max(0, count - (room - 1))), True


def _run(x: float, y: float, parts: Parts, subject: Subject, look: Look, attention: Attention) -> Run:
    """The line as it is: with room behind the name when it is ``opened``, on a tinted veil when it is selected."""
    theme, (name, _), rest = look.theme, parts[0], parts[1:]
    selected, opened = attention.selected == subject, attention.opened == subject
    veil = mix(theme.accent, theme.chart, 0.3) if selected else theme.raised if opened else theme.chart
    if opened:
        blank = " " * math.ceil(look.px(BUTTONS) / max(1.0, look.metrics.width(" ")))
        rest = ((blank, theme.text), *rest)
    return Run(x, y, ((name, theme.text if selected or opened else parts[0][1]), *rest), veil)


def dragged(line: LegendLine, x: float, y: float, look: Look) -> Run:
    """The name of a line while it is dragged, beside the pointer."""
    name, _ = line.run.parts[0]
    run = replace(line.run, x=x + look.px(14), y=y + look.px(14), parts=((name, look.theme.text),))
    return replace(run, background=mix(look.theme.accent, look.theme.chart, 0.3))


def runs(lines: Iterable[LegendLine]) -> tuple[Run, ...]:
    """What of the lines is painted."""
    return tuple(line.run for line in lines)
