"""Bars that prices made, drawn the way each kind is known: bricks, Kagi lines, columns of X and O."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars, Floats
from charting.core.transforms import kagi_thickness
from charting.core.viewport import Viewport
from charting.scene import marks
from charting.scene.look import Look
from charting.scene.marks import CANDLE_WIDTH, Columns
from charting.scene.primitives import Path, Primitive, Rects

LEGIBLE = 5.0
"""Logical pixels from which an X can be told from an O."""
WIDEST = 0.75
"""Half the width of an X or an O in its heights, where there is more room across."""
_CORNERS = 16  # of the polygon that stands for an O


def bodies(shown: Columns, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """Each bar as a body from its open to its close; bricks of one height with a gap of one line between them."""
    hair = look.px(1)
    if shown.width < CANDLE_WIDTH:
        return marks.candles(shown, viewport, look.theme, hair)
    half = marks.body_half(shown.width, hair)
    top, bottom = marks.tops_and_bottoms(viewport, shown.high, shown.low)
    gap = hair if half > hair else 0
    left, thickness = shown.x - hair // 2 - half, np.full_like(top, 2 * half + hair)
    rects = np.column_stack([left, top + gap, thickness, np.maximum(bottom - top - gap, hair)])
    rising, finite = shown.close >= shown.open, np.isfinite(rects).all(axis=1)
    theme = look.theme
    return tuple(Rects(rects[mask & finite], colour) for mask, colour in ((rising, theme.up), (~rising, theme.down)))


def kagi(lines: Bars, shown: Columns, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """One unbroken line up and down that changes its thickness and colour on its way.

    It is thick and of the rising colour from the last shoulder up, until it falls below the last waist; from there it is
    thin and of the falling colour.
    """
    if viewport.slot_width < CANDLE_WIDTH:
        return marks.candles(shown, viewport, look.theme, look.px(1))
    first, last = marks.visible_rows(viewport, len(lines))
    # The line that comes from the left of the first bar, and the one that leads out at the right, belong to the picture.
    first, last = max(0, first - 1), min(len(lines), last + 1)
    ends_thick = kagi_thickness(lines)
    before = np.concatenate((ends_thick[:1], ends_thick[:-1]))[first:last]
    after = ends_thick[first:last]
    start, end = lines.open[first:last], lines.close[first:last]
    earlier = np.maximum(np.arange(first, last) - 1, 0)
    turn = np.where(end > start, lines.high[earlier], lines.low[earlier])
    middle = np.where(before == after, end, turn)
    x = np.floor(viewport.x(np.arange(first, last, dtype=np.float64)))
    from_x = np.concatenate((x[:1], x[:-1]))
    found: list[Primitive] = []
    theme = look.theme
    for thick, width, colour in ((False, look.px(1), theme.down), (True, look.px(3), theme.up)):
        across = _strokes(viewport, from_x, x, start, start, width)[before == thick]
        lower = _strokes(viewport, x, x, start, middle, width)[before == thick]
        upper = _strokes(viewport, x, x, middle, end, width)[after == thick]
        rects = np.concatenate((across, lower, upper))
        found.append(Rects(rects[np.isfinite(rects).all(axis=1)], colour))
    return tuple(found)


def point_and_figure(shown: Columns, box: float, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """Columns of X in the rising and of O in the falling colour, one at each multiple of ``box``.

    Where there is no room to tell them apart, the columns are bodies.
    """
    legible = look.px(LEGIBLE)
    in_view = abs(viewport.price(viewport.top) - viewport.price(viewport.bottom))
    if shown.width < legible or not len(shown.x) or not box * viewport.height >= in_view * legible:
        return bodies(shown, viewport, look)
    rising, theme = shown.close >= shown.open, look.theme
    found: list[Primitive] = []
    hair = look.px(1)
    half = float(max(1, marks.body_half(shown.width, hair)))
    for mask, colour, draw in ((rising, theme.up, _crosses), (~rising, theme.down, _noughts)):
        x, prices = _boxes(shown.x[mask], shown.low[mask], shown.high[mask], box, viewport)
        edges = np.sort(np.stack((viewport.y(prices - box / 2), viewport.y(prices + box / 2))), axis=0)
        top, bottom = edges[0] + hair, edges[1] - hair
        points = draw(x + 0.5, top, bottom, np.minimum(half, (bottom - top) * WIDEST))
        found.append(Path(points, colour, max(1.0, 1.3 * look.pixel_ratio)))
    return tuple(found)


def _boxes(x: Floats, low: Floats, high: Floats, box: float, viewport: Viewport) -> tuple[Floats, Floats]:
    """The place of each box in view: the x of its column and its price, both (n,)."""
    bounds = sorted((viewport.price(viewport.top), viewport.price(viewport.bottom)))
    first = np.round(np.maximum(low, bounds[0] - box) / box).astype(np.int64)
    last = np.round(np.minimum(high, bounds[1] + box) / box).astype(np.int64)
    count = np.maximum(last - first + 1, 0)
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(x, count), (np.repeat(first, count) + within) * box


def _crosses(x: Floats, top: Floats, bottom: Floats, half: Floats) -> Floats:
    """Two strokes for each X, rows of NaN between them; (6 n, 2)."""
    gap = np.full_like(x, np.nan)
    across = np.stack((x - half, x + half, gap, x - half, x + half, gap), axis=1)
    down = np.stack((top, bottom, gap, bottom, top, gap), axis=1)
    return np.column_stack((across.ravel(), down.ravel()))


def _noughts(x: Floats, top: Floats, bottom: Floats, half: Floats) -> Floats:
    """A closed polygon for each O, a row of NaN after it; (18 n, 2)."""
    angles = np.linspace(0, 2 * np.pi, _CORNERS + 1)
    middle, reach = (top + bottom) / 2, (bottom - top) / 2
    gap = np.full((len(x), 1), np.nan)
    across = np.hstack((x[:, np.newaxis] + half[:, np.newaxis] * np.cos(angles), gap))
    down = np.hstack((middle[:, np.newaxis] + reach[:, np.newaxis] * np.sin(angles), gap))
    return np.column_stack((across.ravel(), down.ravel()))


def _strokes(viewport: Viewport, x0: Floats, x1: Floats, price0: Floats, price1: Floats, width: int) -> Floats:
    """Rectangles (n, 4) about upright or level lines, square at their ends so that they join."""
    top, bottom = marks.tops_and_bottoms(viewport, price0, price1)
    half = width // 2
    return np.column_stack([np.minimum(x0, x1) - half, top - half, np.abs(x1 - x0) + width, bottom - top + width])
