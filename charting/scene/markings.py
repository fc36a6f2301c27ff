"""Draws what indicators put on single bars: dots at values, and marks with names beside the bars."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from charting.core.figures import VerticalAlign
from charting.core.known_rows import KnownRows
from charting.indicators.colouring import shades
from charting.indicators.columns import Column, numbers
from charting.scene.drawn import Drawn
from charting.scene.primitives import Area, Oval, Primitive, Rects, Text, boxes, uprights

NAME_SIZE = 0.85
"""Size of the names of marks against the chart's type."""
_ROUND = 6
"""Device pixels of a slot from which dots are round."""
_MANY = 400
"""Bars in view from which marks that would cover each other are thinned out."""
_SIDE = 8.0
"""Logical pixels that a mark is wide."""
_BLOCK = 64
"""Marks of one side after which thinning out their names begins anew."""
_LOOKED_AT = 1024
"""Rows at the right edge among which it is looked how long ago what is known there was."""


def dots(drawn: Drawn) -> tuple[Primitive, ...]:
    """A dot at each value; where several bars share a pixel, at the lowest and the highest of them."""
    size = float(max(2, round(drawn.width * 2)))
    if drawn.dense:
        return tuple(_dense_dots(drawn, max(2.0, size // 2)))
    rows = np.arange(drawn.rows().start, min(drawn.rows().stop + _ago(drawn), len(drawn.column)))
    # Values that are known, and that the scale has a place for: a log scale has none for zero and less.
    rows = rows[np.isfinite(drawn.viewport.y(drawn.values[rows]))]
    x, y = np.floor(drawn.x(rows)), np.round(drawn.viewport.y(drawn.values[rows]))
    if drawn.plot.colouring == "plain":
        groups: tuple[tuple[NDArray[np.bool_], str], ...] = ((np.ones(len(rows), dtype=bool), drawn.colour),)
    else:
        first = int(rows[0]) if len(rows) else 0
        last = int(rows[-1]) + 1 if len(rows) else 0
        row_shades = shades(drawn.plot, drawn.shown.values or {}, drawn.bars, first, last)[rows - first]
        groups = ((row_shades > 0, drawn.look.theme.up), (row_shades <= 0, drawn.look.theme.down))
    if drawn.viewport.slot_width < _ROUND:
        squares = boxes(x - size // 2, y - size // 2, size, size)
        return tuple(Rects(squares[mask], colour) for mask, colour in groups)
    return tuple(
        Oval((float(px) + 0.5 - size / 2, float(py) - size / 2, size, size), colour, 1.0, colour)
        for mask, colour in groups
        for px, py in zip(x[mask], y[mask], strict=True)
    )


def _dense_dots(drawn: Drawn, size: float) -> Iterator[Primitive]:
    """At each pixel column the lowest and the highest dot: small ones, as they run into each other from column to column."""
    ago, view = _ago(drawn), drawn.viewport
    first, last, width = view.first_slot + ago, view.last_slot + ago, round(view.width)
    extremes = drawn.levels.values(drawn.values).columns(first, last, width).extremes
    rising = np.zeros(width, dtype=bool)
    colours = (drawn.colour, drawn.colour)
    if drawn.plot.colouring != "plain":
        deciding: Column = (drawn.shown.values or {})[drawn.plot.colour_by or drawn.plot.name]
        rising = drawn.levels.values(numbers(deciding)).columns(first, last, width).last > 0
        colours = (drawn.look.theme.down, drawn.look.theme.up)
    low, high = extremes
    for values, there in ((low, np.isfinite(low)), (high, np.isfinite(high) & (high != low))):
        places = np.flatnonzero(there & np.isfinite(view.y(values)))
        y = np.round(view.y(values[places])) - size // 2
        x, side = view.left + places.astype(np.float64), rising[places]
        if 2 * len(places) > width:
            yield from uprights(x, y, y + size, colours, side.astype(np.intp))
            continue
        squares = boxes(x - size // 2, y, size, size)
        yield from (Rects(squares[mask], colour) for mask, colour in zip((~side, side), colours, strict=True) if mask.any())


def _ago(drawn: Drawn) -> int:
    """By how many bars the values at the right edge belong further to the left."""
    ago, last = drawn.ago, drawn.rows().stop
    if ago is None:
        return 0
    recent = ago[max(0, last - _LOOKED_AT) : last]
    known = recent[np.isfinite(recent)]
    return int(known[-1]) if len(known) else 0


def signs(drawn: Drawn) -> tuple[Primitive, ...]:
    """Small triangles beyond lows and highs, with the mark's name where there is room.

    A mark stands beyond those that other indicators put on the same side of its bar before. Which of them are named, or shown
    where there is no room for all, does not depend on where the view begins: none appears or goes while the chart is panned.
    """
    found: list[Primitive] = []
    for side in (1, -1):
        for row, named in _signed(drawn, side):
            found += _sign(drawn, row, side, named=named)
    return tuple(found)


def _signed(drawn: Drawn, side: int) -> Iterator[tuple[int, bool]]:
    """The rows with marks on one side, and whether they are named."""
    look, known = drawn.look, drawn.levels.known_rows(drawn.column, side)
    slot, size = drawn.viewport.slot_width, _SIDE * look.pixel_ratio
    wide = look.metrics.width(_name(drawn)) * NAME_SIZE if slot >= look.px(3) else 0.0
    beyond = math.ceil(max(size, wide) / 2 / slot)  # bars further out whose marks and names reach into view
    first, last = max(0, drawn.rows().start - beyond), min(len(drawn.column), drawn.rows().stop + beyond)
    if last - first > _MANY:
        stretch = 2 ** max(0, math.ceil(math.log2(size / slot)))
        yield from ((row, False) for row in known.last_of_each(first, last, stretch).tolist())
        return
    start, stop = known.before(np.array([first, last])).tolist()
    named = _named(known, start, stop, wide / slot) if wide else set()
    yield from ((row, row in named) for row in known.between(start, stop).tolist())


def _named(known: KnownRows, start: int, stop: int, apart: float) -> set[int]:
    """Rows with names, more than so many bars apart, among those at some places and a few before them.

    The first of each block is named, and none that would run into it: so it matters not which place one begins at.
    """
    found: set[int] = set()
    for begin in range(start // _BLOCK * _BLOCK, stop, _BLOCK):
        following = known.between(begin + _BLOCK, begin + _BLOCK + 1).tolist()
        end = following[0] - apart if following else math.inf
        last = -math.inf
        for row in known.between(begin, begin + _BLOCK).tolist():
            if row - last > apart and (row < end or last == -math.inf):
                found.add(row)
                last = row
    return found


def _sign(drawn: Drawn, row: int, side: int, *, named: bool) -> Iterator[Primitive]:
    theme, look, view = drawn.look.theme, drawn.look, drawn.viewport
    below = (side > 0) != view.scale.inverted
    way = 1.0 if below else -1.0
    size, gap = _SIDE / 2 * look.pixel_ratio, 4.0 * look.pixel_ratio
    step = gap + size * 1.4 + look.metrics.height * NAME_SIZE
    x = float(np.floor(view.x(float(row)))) + 0.5
    edge = view.y(float(drawn.bars.low[row] if side > 0 else drawn.bars.high[row]))
    if not math.isfinite(edge):
        return
    edge += way * step * sum(1 for other in drawn.shown.marked if row < len(other) and other[row] * side > 0)
    tip, foot = edge + way * gap, edge + way * (gap + size * 1.4)
    colour = theme.up if side > 0 else theme.down
    yield Area(np.array([[x, tip], [x - size, foot], [x + size, foot]]), colour, smooth=True)
    if named:
        vertical: VerticalAlign = "top" if below else "bottom"
        yield Text(x, foot + way * 2, _name(drawn), colour, "centre", vertical, NAME_SIZE)


def _name(drawn: Drawn) -> str:
    return drawn.look.formats.translate(drawn.plot.title)
