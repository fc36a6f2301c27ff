"""Draws the plots of indicators: a function for each style that a declaration can name."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct, structs
from msgspec.structs import replace
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.figures import VerticalAlign
from charting.core.theme import mix
from charting.core.viewport import Viewport
from charting.indicators.colouring import DOWN, DOWN_FADING, PLAIN, UP, UP_FADING, shades
from charting.indicators.columns import Column, numbers
from charting.indicators.declaration import Plot, PlotStyle
from charting.indicators.paths import tip
from charting.scene import marks, profiles
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.marks import CANDLE_WIDTH
from charting.scene.plots import Plotted
from charting.scene.primitives import Area, Oval, Path, Primitive, Rects, Text, boxes

PALE = 0.45
"""Opacity of a column whose value moves towards zero."""
MARK_TYPE = 0.85
"""Size of the names of marks against the chart's type."""
_NAMED_FROM = 256
"""Rows between those at which it begins to be counted which marks have room for a name."""
FULL = 0.75
FILL = 0.10


class Drawn(Struct, frozen=True, eq=False):
    """One plot about to be drawn: its column over the bars, and the pane it goes into (displaced where it says so)."""

    shown: Plotted
    plot: Plot
    column: Column
    bars: Bars
    viewport: Viewport
    levels: Levels
    look: Look

    @property
    def values(self) -> Floats:
        """Its column as numbers."""
        return numbers(self.column)

    @property
    def dense(self) -> bool:
        """Whether several bars share a pixel."""
        return self.viewport.slot_width < CANDLE_WIDTH

    @property
    def colour(self) -> str:
        """The plot's own colour."""
        return self.look.theme.colour(self.shown.stroke(self.plot).colour)

    @property
    def width(self) -> float:
        """Width of its line in device pixels."""
        return max(1.0, self.shown.stroke(self.plot).width * self.look.pixel_ratio)

    def rows(self) -> slice:
        """The rows in view."""
        first, last = marks.visible_rows(self.viewport, len(self.column))
        return slice(first, last)

    def x(self, rows: NDArray[np.int64]) -> Floats:
        """Middles of bars in device pixels, at the bars they belong to where the plot says how long ago that was."""
        places = rows.astype(np.float64)
        ago = None if self.plot.ago is None or self.shown.values is None else self.shown.values.get(self.plot.ago)
        return self.viewport.x(places if ago is None else places - np.nan_to_num(ago[rows]))


def under(shown: Plotted, bars: Bars, viewport: Viewport, levels: Levels, look: Look) -> list[tuple[Primitive, ...]]:
    """What lies beneath the bars: volume by price, and areas between two plots; in layers that may cover each other."""
    layers = [tuple(profiles.rows(shown, viewport, look))] if shown.profiles else []
    if any(plot.fill_to for plot in shown.kind.plots):
        layers += [_fill(drawn) for drawn in _plots(shown, bars, viewport, levels, look) if drawn.plot.fill_to]
    return [layer for layer in layers if layer]


def on_ground(layer: Sequence[Primitive], look: Look) -> tuple[Primitive, ...]:
    """Areas as they look where nothing lies beneath them; nothing where there is something else among them.

    Qt fills in a quarter of the time where it need not mix colours.
    """
    areas = [part for part in layer if isinstance(part, Area)]
    if len(areas) < len(layer):
        return ()
    return tuple(Area(one.points, mix(one.colour, look.theme.chart, one.opacity)) for one in areas)


def over(shown: Plotted, bars: Bars, viewport: Viewport, levels: Levels, look: Look) -> tuple[Primitive, ...]:
    """Everything else an indicator draws on a pane, histograms beneath lines."""
    plots = list(_plots(shown, bars, viewport, levels, look))
    if len(plots) > 1:
        plots.sort(key=lambda drawn: drawn.plot.style not in ("histogram", "columns"))
    found = [part for drawn in plots for part in _STYLES[drawn.plot.style](drawn)]
    return (*found, *profiles.lines(shown, viewport, look)) if shown.profiles else tuple(found)


def _plots(shown: Plotted, bars: Bars, viewport: Viewport, levels: Levels, look: Look) -> Iterator[Drawn]:
    if shown.values is None:
        return
    for plot in shown.kind.plots:
        values = shown.values.get(plot.name)
        if values is None:
            continue
        away = 0 if plot.displacement is None else plot.displacement(shown.kind.settings(shown.indicator.parameters))
        seen = viewport
        if away:
            seen = replace(viewport, first_slot=viewport.first_slot - away, last_slot=viewport.last_slot - away)
        yield Drawn(shown, plot, values, bars, seen, levels, look)


def _line(drawn: Drawn) -> tuple[Primitive, ...]:
    if drawn.dense:
        return marks.stroked(drawn.values, drawn.levels.values(drawn.values), drawn.viewport, drawn.colour, drawn.width)
    points = marks.through_bars(drawn.values, drawn.viewport)
    if drawn.plot.colouring == "plain":
        stroke, look = drawn.shown.stroke(drawn.plot), drawn.look
        width = max(1.0, stroke.width * look.pixel_ratio)
        return (Path(points, look.theme.colour(stroke.colour), width, stroke.dash, gentle=True),)
    first, last = marks.visible_rows(drawn.viewport, len(drawn.values))
    row_shades = np.sign(_shades(drawn, max(0, first - 1), min(len(drawn.values), last + 1)))
    parts: list[Primitive] = []
    for sign, colour in ((UP, drawn.look.theme.up), (DOWN, drawn.look.theme.down), (PLAIN, drawn.colour)):
        wanted = row_shades == sign
        if drawn.plot.colour_by is None:
            # A stretch takes its first point of the other colour along, so that the line has no gaps. Where another output
            # decides, as for SuperTrend, each stretch is a line by itself, far from the one before.
            wanted[:-1] |= wanted[1:]
        stretches = points.copy()
        stretches[~wanted, 1] = np.nan
        parts.append(Path(stretches, colour, drawn.width, drawn.shown.stroke(drawn.plot).dash, gentle=True))
    return tuple(parts)


def _step(drawn: Drawn) -> tuple[Primitive, ...]:
    """Flat over each bar; equal neighbours are joined, others are not: each level stands by itself."""
    if drawn.dense:
        return _line(drawn)
    rows = drawn.rows()
    values = drawn.values[rows]
    x = drawn.viewport.x(np.arange(rows.start, rows.stop, dtype=np.float64))
    half = drawn.viewport.slot_width / 2
    y = np.round(drawn.viewport.y(values))
    thick = float(round(drawn.width))
    rects = boxes(np.floor(x - half), y - thick // 2, math.ceil(2 * half) + 1, thick)
    return (Rects(rects[np.isfinite(y)], drawn.colour),)


def _histogram(drawn: Drawn) -> tuple[Primitive, ...]:
    if drawn.dense or drawn.plot.colouring in ("plain", "sign"):
        pyramid, theme = drawn.levels.values(drawn.values), drawn.look.theme
        if drawn.plot.colouring == "plain":
            theme = structs.replace(theme, up=drawn.colour, down=drawn.colour)
        return marks.histogram(drawn.values, pyramid, drawn.viewport, theme, drawn.look.px(1))
    rows, theme, hair = drawn.rows(), drawn.look.theme, drawn.look.px(1)
    zero = marks.foot(drawn.viewport)
    y = np.round(drawn.viewport.y(drawn.values[rows]))
    x = np.floor(drawn.viewport.x(np.arange(rows.start, rows.stop, dtype=np.float64)))
    half = max(0, marks.body_half(drawn.viewport.slot_width, hair) - hair)
    rects = boxes(x - hair // 2 - half, np.minimum(y, zero), 2 * half + hair, np.maximum(abs(y - zero), 1.0))
    row_shades, known = _shades(drawn, rows.start, rows.stop), np.isfinite(y)
    looks = (
        (UP, theme.up, FULL),
        (UP_FADING, theme.up, PALE),
        (DOWN, theme.down, FULL),
        (DOWN_FADING, theme.down, PALE),
        (PLAIN, theme.unchanged, PALE),
    )
    return tuple(
        Rects(rects[wanted], mix(colour, theme.chart, opacity))
        for shade, colour, opacity in looks
        if (wanted := (row_shades == shade) & known).any()
    )


def _dots(drawn: Drawn) -> tuple[Primitive, ...]:
    rows = np.arange(drawn.rows().start, drawn.rows().stop)
    rows = rows[np.isfinite(drawn.values[rows])]
    size = float(max(2, round(drawn.width * 2)))
    x, y = np.floor(drawn.x(rows)), np.round(drawn.viewport.y(drawn.values[rows]))
    if drawn.plot.colouring == "plain":
        groups: tuple[tuple[NDArray[np.bool_], str], ...] = ((np.ones(len(rows), dtype=bool), drawn.colour),)
    else:
        all_shades = _shades(drawn, drawn.rows().start, drawn.rows().stop)
        row_shades = all_shades[rows - drawn.rows().start]
        groups = ((row_shades > 0, drawn.look.theme.up), (row_shades <= 0, drawn.look.theme.down))
    if drawn.viewport.slot_width < 6:
        squares = boxes(x - size // 2, y - size // 2, size, size)
        return tuple(Rects(squares[mask], colour) for mask, colour in groups)
    return tuple(
        Oval((float(px) + 0.5 - size / 2, float(py) - size / 2, size, size), colour, 1.0, colour)
        for mask, colour in groups
        for px, py in zip(x[mask], y[mask], strict=True)
    )


def _path(drawn: Drawn) -> tuple[Primitive, ...]:
    """Straight lines from each value to the next, across the rows between them; the neighbours out of view count too.

    The last one goes on to where the price has come to since.
    """
    known = drawn.levels.known_rows(drawn.values)
    first, last = marks.visible_rows(drawn.viewport, len(drawn.values))
    start, stop = np.searchsorted(known, [first, last])
    # A value may belong many bars before its row, so a few more on the right can reach into view.
    rows = known[max(0, start - 1) : stop + 3]
    points = np.column_stack([drawn.x(rows) + 0.5, drawn.viewport.y(drawn.values[rows])])
    end = tip(drawn.shown.kind, drawn.plot, drawn.shown.values or {}) if stop + 3 >= len(known) else None
    if end is not None:
        points = np.vstack([points, (drawn.viewport.x(end[0]) + 0.5, drawn.viewport.y(end[1]))])
    return (Path(points, drawn.colour, drawn.width),) if len(points) > 1 else ()


def _marks(drawn: Drawn) -> tuple[Primitive, ...]:
    """Small triangles below lows and above highs, with the mark's name where there is room.

    A mark stands beyond those that other indicators put on the same side of its bar before.
    """
    seen = drawn.rows()
    rows = _marked_rows(drawn, seen.start, seen.stop)
    theme, look, name = drawn.look.theme, drawn.look, drawn.look.formats.translate(drawn.plot.title)
    size, gap, width = 4.0 * look.pixel_ratio, 4.0 * look.pixel_ratio, look.metrics.width(name) * MARK_TYPE
    step = gap + size * 1.4 + look.metrics.height * MARK_TYPE
    named = _named(drawn, seen, width / drawn.viewport.slot_width) if drawn.viewport.slot_width >= look.px(3) else set[int]()
    found: list[Primitive] = []
    for row in rows[-400:].tolist():
        rising = bool(drawn.column[row] > 0)
        x = float(np.floor(drawn.viewport.x(float(row)))) + 0.5
        edge = drawn.viewport.y(float(drawn.bars.low[row] if rising else drawn.bars.high[row]))
        below = rising != drawn.viewport.scale.inverted
        way, sign = 1.0 if below else -1.0, 1 if rising else -1
        edge += way * step * sum(1 for other in drawn.shown.marked if row < len(other) and other[row] * sign > 0)
        tip, foot = edge + way * gap, edge + way * (gap + size * 1.4)
        colour = theme.up if rising else theme.down
        found.append(Area(np.array([[x, tip], [x - size, foot], [x + size, foot]]), colour, smooth=True))
        if row in named:
            vertical: VerticalAlign = "top" if below else "bottom"
            found.append(Text(x, foot + way * 2, name, colour, "centre", vertical, MARK_TYPE))
    return tuple(found)


def _marked_rows(drawn: Drawn, first: int, last: int) -> NDArray[np.int64]:
    """Those of the rows ``first`` to ``last`` (exclusive) that have a mark."""
    column = drawn.column[first:last]
    return np.flatnonzero(np.isfinite(column) & (column != 0)) + first


def _named(drawn: Drawn, seen: slice, apart: float) -> set[int]:
    """The marked rows that have room for a name beside the name before: more than ``apart`` slots on the same side.

    It begins well before the rows that are seen, and always at the same row, so that names stay while the chart is panned.
    """
    first = max(0, seen.start // _NAMED_FROM - 1) * _NAMED_FROM
    before = {True: -math.inf, False: -math.inf}
    found = set()
    for row in _marked_rows(drawn, first, seen.stop).tolist():
        rising = bool(drawn.column[row] > 0)
        if row - before[rising] > apart:
            before[rising] = row
            found.add(row)
    return found


def _nothing(_drawn: Drawn) -> tuple[Primitive, ...]:
    return ()


def _fill(drawn: Drawn) -> tuple[Primitive, ...]:
    column = drawn.shown.values.get(drawn.plot.fill_to or "") if drawn.shown.values is not None else None
    if column is None:
        return ()
    one, two = _edge(drawn, drawn.values), _edge(drawn, numbers(column))
    theme = drawn.look.theme
    both = np.isfinite(one[:, 1]) & np.isfinite(two[:, 1])
    if not drawn.plot.fill_by_order:
        return _between(one, two, both, drawn.colour)
    above = one[:, 1] <= two[:, 1]
    found: list[Primitive] = []
    for side, colour in ((above, theme.up), (~above, theme.down)):
        wanted = both & side
        wanted[1:] |= wanted[:-1] & both[1:]
        found += _between(one, two, wanted, colour)
    return tuple(found)


def _edge(drawn: Drawn, values: Floats) -> Floats:
    """The points (n, 2) that an area reaches to."""
    if not drawn.dense:
        return marks.through_bars(values, drawn.viewport)
    return marks.line(values, drawn.levels.values(values), drawn.viewport, extremes=False)


def _between(one: Floats, two: Floats, wanted: NDArray[np.bool_], colour: str) -> tuple[Primitive, ...]:
    if wanted.all():
        edges = np.array([0, len(wanted)])
    else:
        edges = np.flatnonzero(np.diff(np.concatenate([[False], wanted, [False]]).astype(np.int8)))
    return tuple(
        Area(np.concatenate([one[start:stop], two[start:stop][::-1]]), colour, FILL)
        for start, stop in zip(edges[0::2], edges[1::2], strict=True)
        if stop - start > 1
    )


def _shades(drawn: Drawn, first: int, last: int) -> NDArray[np.int8]:
    """The shade of each of some rows, see :mod:`charting.indicators.colouring`."""
    return shades(drawn.plot, drawn.shown.values or {}, drawn.bars, first, last)


_STYLES: Mapping[PlotStyle, Callable[[Drawn], tuple[Primitive, ...]]] = {
    "line": _line,
    "step": _step,
    "histogram": _histogram,
    "columns": _histogram,
    "dots": _dots,
    "path": _path,
    "profile": _nothing,
    "marks": _marks,
    "none": _nothing,
}
