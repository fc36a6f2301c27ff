"""Finds the indicator or the compared series whose line is under the pointer, and the marks of the selected one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats
from charting.core.viewport import Viewport
from charting.indicators.columns import Column, numbers
from charting.indicators.declaration import PlotStyle
from charting.indicators.paths import tip
from charting.scene import marks
from charting.scene.chart import ChartScene, base_viewport
from charting.scene.comparing import own_viewport
from charting.scene.layout import shows_only_its_legend
from charting.scene.legend_layout import Subject
from charting.scene.levels import Levels
from charting.scene.panes import PaneScene, stands_at_foot
from charting.scene.plots import Plotted
from charting.scene.primitives import Rect

REACH = 6.0
"""Logical pixels from a line at which it is still hit."""
MARK_GAP = 90.0
"""Logical pixels from one mark of a selected line to the next, about."""
_FEW = 64
"""Rows under the pointer up to which each stretch of a line is measured by itself."""
_MOST_MARKS = 40
_MARKED = 14.0
"""Logical pixels below a low or above a high that a mark on a bar takes."""


class Line(Struct, frozen=True, eq=False):
    """One plot as it lies in a pane; ``ago`` says by how many bars earlier its values belong, where it tells that.

    ``tip`` is the slot and value that a path goes on to after its last value.
    """

    subject: Subject
    style: PlotStyle
    column: Column
    viewport: Viewport
    ago: Column | None = None
    tip: tuple[float, float] | None = None

    @property
    def values(self) -> Floats:
        """The plot's column as numbers."""
        return numbers(self.column)


def subject_at(scene: ChartScene, x: float, y: float, levels: Levels, *, columns: bool = True) -> Subject | None:
    """What is under a point in device pixels; the nearest, and of the equally near the one on top.

    Columns count only with ``columns``: they fill much of a pane, and looking for volumes takes longer than a pointer that
    only passes by may.
    """
    index = next((index for index, pane in enumerate(scene.panes) if _inside(pane.rect, x, y)), None)
    if index is None:
        return None
    reach = REACH * scene.panes[index].viewport.pixel_ratio
    found, nearest = None, reach
    for line in lines_of(scene, index, levels, columns=columns):
        away = _distance(line, scene.series.bars, x, y, reach, levels)
        if away <= nearest:
            found, nearest = line.subject, away
    return found


def marks_of(scene: ChartScene, subject: Subject, levels: Levels) -> tuple[int, tuple[tuple[float, float], ...]]:
    """Points along a subject's lines, which stay on their bars while the chart is moved, and the index of their pane."""
    found: list[tuple[float, float]] = []
    pane = 0
    for index in range(len(scene.panes)):
        for line in lines_of(scene, index, levels, columns=True):
            if line.subject == subject:
                pane = index
                found += _marks(line, scene, levels)
    return pane, tuple(found)


def lines_of(scene: ChartScene, index: int, levels: Levels, *, columns: bool) -> Iterator[Line]:
    """The lines that a pane shows of indicators and compared series, lowest first."""
    pane = scene.panes[index]
    if shows_only_its_legend(pane.rect, len(scene.panes), pane.viewport.pixel_ratio):
        return
    if pane.holds_bars:
        for one in scene.compared:
            if one.values is not None and math.isfinite(one.factor) and one.factor > 0:
                compared = one.other.compared
                subject = Subject(symbol=compared.symbol, source=compared.source)
                yield Line(subject, "line", one.values, own_viewport(one, pane.viewport))
    for shown in pane.plotted:
        if not shown.indicator.visible or shown.values is None:
            continue
        if shown.kind.pane == "base":
            if columns:
                yield _volume(scene, pane, shown, levels)
            continue
        yield from (line for line in _plots(pane, shown) if columns or line.style not in ("histogram", "columns"))


def _plots(pane: PaneScene, shown: Plotted) -> Iterator[Line]:
    assert shown.values is not None
    subject, viewport = Subject(shown.indicator.id), pane.viewport_of(shown)
    for plot in shown.kind.plots:
        values = shown.values.get(plot.name)
        if plot.style == "none" or values is None:
            continue
        away = 0 if plot.displacement is None else plot.displacement(shown.kind.settings(shown.indicator.parameters))
        seen = replace(viewport, first_slot=viewport.first_slot - away, last_slot=viewport.last_slot - away) if away else viewport
        ago = None if plot.ago is None else shown.values.get(plot.ago)
        yield Line(subject, plot.style, values, seen, ago, tip(shown.kind, plot, shown.values))


def _volume(scene: ChartScene, pane: PaneScene, shown: Plotted, levels: Levels) -> Line:
    bars, viewport = scene.series.bars, pane.viewport_of(shown)
    if stands_at_foot(shown, pane.holds_bars):
        viewport = base_viewport(viewport, marks.columns(bars, levels, viewport).volume)
    return Line(Subject(shown.indicator.id), "columns", bars.volume, viewport)


def _distance(line: Line, bars: Bars, x: float, y: float, reach: float, levels: Levels) -> float:
    """How far a point is from a line in device pixels, infinite where it is out of reach."""
    viewport, values = line.viewport, line.column
    row = round(viewport.slot(x))
    if line.style in ("histogram", "columns"):
        return _from_column(viewport.y(_value(values, row)), marks.foot(viewport), y, reach)
    if line.style == "marks":
        return _from_mark(line, bars, row, y)
    if line.style == "path":
        return _from_path(line, x, y, levels)
    if line.style == "dots" and line.ago is None:
        return math.hypot(viewport.x(float(row)) - x, _number(viewport.y(_value(values, row)) - y))
    if line.style == "dots":
        return min((math.hypot(one[0] - x, _number(one[1] - y)) for one in _known_near(line, x, levels)), default=math.inf)
    if line.style == "step":
        return abs(_number(viewport.y(_value(values, row)) - y))
    first, last = math.floor(viewport.slot(x - reach)), math.ceil(viewport.slot(x + reach)) + 1
    first, last = max(0, first), min(len(values), last)
    if last - first > _FEW:
        low, high = levels.values(line.values).range_extremes(first, last)
        ends = viewport.y(low), viewport.y(high)
        return _outside(min(ends), max(ends), y)
    heights = [viewport.y(value) for value in values[first:last].tolist()]
    if not heights or max(heights) < y - reach or min(heights) > y + reach:  # what is NaN has no stretches
        return math.inf
    points = [(viewport.x(float(at)), height) for at, height in enumerate(heights, first)]
    return min((_from_stretch(one, two, x, y) for one, two in pairwise(points)), default=math.inf)


def _inside(rect: Rect, x: float, y: float) -> bool:
    return rect[0] <= x < rect[0] + rect[2] and rect[1] <= y < rect[1] + rect[3]


def _value(values: Column, row: int) -> float:
    return float(values[row]) if 0 <= row < len(values) else math.nan


def _number(value: float) -> float:
    return value if math.isfinite(value) else math.inf


def _outside(top: float, bottom: float, y: float) -> float:
    """How far a height is from a stretch of heights; infinite where there is none."""
    return max(top - y, y - bottom, 0.0) if math.isfinite(top) and math.isfinite(bottom) else math.inf


def _from_column(top: float, foot: float, y: float, reach: float) -> float:
    """Inside of a column counts as far as a line just within reach: lines above it come first."""
    return reach if _outside(min(top, foot), max(top, foot), y) <= 1.0 else math.inf


def _from_mark(line: Line, bars: Bars, row: int, y: float) -> float:
    value = _value(line.column, row)
    if not math.isfinite(value) or value == 0:
        return math.inf
    edge, end = _mark_at(line, bars, row, value)
    return _outside(min(edge, end), max(edge, end), y)


def _mark_at(line: Line, bars: Bars, row: int, value: float) -> tuple[float, float]:
    """The heights at which the mark on a bar begins and ends: beyond its low, or its high, wherever that is on the screen."""
    edge = line.viewport.y(float(bars.low[row] if value > 0 else bars.high[row]))
    size = _MARKED * line.viewport.pixel_ratio
    return edge, edge + size if (value > 0) != line.viewport.scale.inverted else edge - size


def _from_path(line: Line, x: float, y: float, levels: Levels) -> float:
    points = _known_near(line, x, levels)
    return min((_from_stretch(one, two, x, y) for one, two in pairwise(points)), default=math.inf)


def _known_near(line: Line, x: float, levels: Levels) -> list[tuple[float, float]]:
    """Where the values next to a place across stand, which may belong to bars before their rows."""
    rows = levels.known_rows(line.column)
    at = int(rows.before(np.array([math.ceil(line.viewport.slot(x))]))[0])
    near = rows.between(at - 3, at + 5)
    places = near if line.ago is None else near - np.nan_to_num(line.ago[near])
    rows_and_places = zip(near.tolist(), places.tolist(), strict=True)
    found = [(float(place), float(line.column[row])) for row, place in rows_and_places]
    if line.tip is not None and at + 5 >= len(rows):
        found.append(line.tip)
    return [(line.viewport.x(slot), line.viewport.y(value)) for slot, value in found]


def _from_stretch(one: tuple[float, float], two: tuple[float, float], x: float, y: float) -> float:
    """Distance of a point from a straight line between two others; infinite where an end is missing."""
    across, down = two[0] - one[0], two[1] - one[1]
    length = across * across + down * down
    if not math.isfinite(length):
        return math.inf
    share = min(max(((x - one[0]) * across + (y - one[1]) * down) / length, 0.0), 1.0) if length else 0.0
    return math.hypot(one[0] + share * across - x, one[1] + share * down - y)


def _marks(line: Line, scene: ChartScene, levels: Levels) -> Iterator[tuple[float, float]]:
    viewport, bars = line.viewport, scene.series.bars
    for row in _marked_rows(line, levels):
        value, place = float(line.column[row]), float(row)
        if line.ago is not None:
            place -= float(np.nan_to_num(line.ago[row]))
        y = sum(_mark_at(line, bars, row, value)) / 2 if line.style == "marks" else viewport.y(value)
        if math.isfinite(y):
            yield viewport.x(place), y


def _marked_rows(line: Line, levels: Levels) -> list[int]:
    """Rows in view that are marked: evenly apart, or those that have something where most have not."""
    first, last = marks.visible_rows(line.viewport, len(line.column))
    if line.style not in ("path", "marks", "dots") or (line.style == "dots" and line.ago is None):
        step = max(1, round(MARK_GAP * line.viewport.pixel_ratio / line.viewport.slot_width))
        return list(range(math.ceil(first / step) * step, last, step))
    known = levels.known_rows(line.column)
    start, stop = known.before(np.array([first, last])).tolist()
    rows = known.at(np.arange(start, stop, max(1, math.ceil((stop - start) / _MOST_MARKS))))
    found: list[int] = (rows[line.column[rows] != 0] if line.style == "marks" else rows).tolist()
    return found
