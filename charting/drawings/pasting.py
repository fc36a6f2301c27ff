"""Where copies of drawings come to lie: as they were, but not on top of anything, and at prices that the chart shows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.drawings.declaration import Projection
from charting.drawings.editing import clone, move_body
from charting.drawings.sheet import handles, points_of

ASIDE = 3
"""Bars that a copy stands to the right of what it was copied from."""
BELOW = 16.0
"""Logical pixels that a copy of a line at one price, which bars to the right would not part from it, stands below."""


def pasted(drawings: Sequence[Drawing], present: Sequence[Drawing], projection: Projection) -> tuple[Drawing, ...]:
    """Copies under ids of their own, unlocked and in view.

    Parameters
    ----------
    drawings
        What was copied, on this chart or another.
    present
        What is on the chart already: see :func:`set_aside`.
    projection
        The pane. Where none of its prices fits, as on another instrument, all copies are multiplied by one factor, which
        keeps their form on a log scale and their changes in percent, so that they come to lie in its middle.
    """
    factor = _factor(drawings, projection)
    copies = []
    for one in drawings:
        copy = clone(one)
        if factor != 1.0:
            anchors = (replace(anchor, price=_rounded(anchor.price * factor, projection), field=None) for anchor in one.anchors)
            copy = replace(copy, anchors=tuple(anchors))
        copies.append(copy)
    return set_aside(copies, present, projection)


def set_aside(copies: Sequence[Drawing], present: Sequence[Drawing], projection: Projection) -> tuple[Drawing, ...]:
    """Copies moved together until none has the points of a drawing that is there already: copies made before are, too."""
    there = {one.anchors for one in present if one.anchors}
    found = tuple(copies)
    for step in range(1, len(there) + 1):
        if not any(one.anchors in there for one in found):
            break
        found = tuple(_aside(one, step, projection) for one in copies)
    return found


def _aside(drawing: Drawing, step: int, projection: Projection) -> Drawing:
    """A drawing some steps to the right; downwards, if it is at no time."""
    grips = handles(drawing, points_of(drawing, projection), projection)
    if not grips or any(grip.time is not None for grip in grips):
        return move_body(drawing, ASIDE * step, 0.0, projection)
    plane, (anchor, *others) = projection.plane, drawing.anchors
    price = plane.price(plane.y(anchor.price) + BELOW * plane.pixel_ratio * step)
    if not math.isfinite(price):
        return drawing
    return replace(drawing, anchors=(replace(anchor, price=_rounded(price, projection), field=None), *others))


def _factor(drawings: Sequence[Drawing], projection: Projection) -> float:
    plane, viewport = projection.plane, projection.viewport
    prices = [anchor.price for one in drawings for anchor in one.anchors]
    if not prices or min(prices) <= 0:
        return 1.0
    if any(viewport.top <= plane.y(price) <= viewport.bottom for price in prices):
        return 1.0
    middle = plane.price((viewport.top + viewport.bottom) / 2)
    return middle / math.sqrt(min(prices) * max(prices)) if middle > 0 else 1.0


def _rounded(price: float, projection: Projection) -> float:
    return projection.instrument.round_to_tick(price)
