"""Draws the plots of indicators: a function for each style that a declaration can name."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from msgspec import structs
from msgspec.structs import replace
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.theme import mix
from charting.core.viewport import Viewport
from charting.indicators.colouring import DOWN, DOWN_FADING, PLAIN, UP, UP_FADING, shades
from charting.indicators.columns import numbers
from charting.indicators.declaration import PlotStyle
from charting.indicators.paths import tip
from charting.scene import marks, profiles
from charting.scene.drawn import Drawn
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.plots import Plotted
from charting.scene.primitives import Area, Path, Primitive, Rects, boxes

PALE = 0.45
"""Opacity of a column whose value moves towards zero."""
_STRETCH = 128
"""Bars after which the dashes of a line begin anew."""
FULL = 0.75
FILL = 0.10


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
    stroke, look = drawn.shown.stroke(drawn.plot), drawn.look
    stretch = 1 if stroke.dash == "solid" else _STRETCH
    points = marks.through_bars(drawn.values, drawn.viewport, stretch)
    if drawn.plot.colouring == "plain":
        width = max(1.0, stroke.width * look.pixel_ratio)
        if stretch > 1:
            points = marks.in_stretches(points, stretch)
        return (Path(points, look.theme.colour(stroke.colour), width, stroke.dash, gentle=True),)
    first = max(0, drawn.rows().start - 1) // stretch * stretch
    row_shades = np.sign(_shades(drawn, first, first + len(points)))
    parts: list[Primitive] = []
    for sign, colour in ((UP, drawn.look.theme.up), (DOWN, drawn.look.theme.down), (PLAIN, drawn.colour)):
        wanted = row_shades == sign
        if drawn.plot.colour_by is None:
            # A stretch takes its first point of the other colour along, so that the line has no gaps. Where another output
            # decides, as for SuperTrend, each stretch is a line by itself, far from the one before.
            wanted[:-1] |= wanted[1:]
        stretches = points.copy()
        stretches[~wanted, 1] = np.nan
        if stretch > 1:
            stretches = marks.in_stretches(stretches, stretch)
        parts.append(Path(stretches, colour, drawn.width, stroke.dash, gentle=True))
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


def _path(drawn: Drawn) -> tuple[Primitive, ...]:
    """Straight lines from each value to the next, across the rows between them; the neighbours out of view count too.

    The last one goes on to where the price has come to since.
    """
    known = drawn.levels.known_rows(drawn.values)
    start, stop = known.before(np.array(marks.visible_rows(drawn.viewport, len(drawn.values)))).tolist()
    # A value may belong many bars before its row, so a few more on the right can reach into view.
    rows = known.between(start - 1, stop + 3)
    points = np.column_stack([drawn.x(rows) + 0.5, drawn.viewport.y(drawn.values[rows])])
    end = tip(drawn.shown.kind, drawn.plot, drawn.shown.values or {}) if stop + 3 >= len(known) else None
    if end is not None:
        points = np.vstack([points, (drawn.viewport.x(end[0]) + 0.5, drawn.viewport.y(end[1]))])
    return (Path(points, drawn.colour, drawn.width),) if len(points) > 1 else ()


def _dots(drawn: Drawn) -> tuple[Primitive, ...]:
    from charting.scene.markings import dots  # few charts have any: not before the first paint

    return dots(drawn)


def _marks(drawn: Drawn) -> tuple[Primitive, ...]:
    from charting.scene.markings import signs

    return signs(drawn)


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
