"""Where pasted drawings come to lie: as they were, but not on top of themselves, and at prices that the chart shows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from charting.core.document import Drawing, new_id
from charting.drawings.declaration import Projection
from charting.drawings.editing import move_body

ASIDE = 3
"""Bars that a copy stands to the right of what it was copied from."""


def pasted(drawings: Sequence[Drawing], present: Sequence[Drawing], projection: Projection) -> tuple[Drawing, ...]:
    """Copies under ids of their own, unlocked and in view.

    Parameters
    ----------
    drawings
        What was copied, on this chart or another.
    present
        What is on the chart already: copies of that are put aside by :data:`ASIDE` bars.
    projection
        The pane. Where none of its prices fits, as on another instrument, all copies are multiplied by one factor, which
        keeps their form on a log scale and their changes in percent, so that they come to lie in its middle.
    """
    there = {one.anchors for one in present}
    factor = _factor(drawings, projection)
    found = []
    for one in drawings:
        copy = replace(one, id=new_id(), locked=False, hidden=False)
        if factor != 1.0:
            anchors = (replace(anchor, price=_rounded(anchor.price * factor, projection), field=None) for anchor in one.anchors)
            copy = replace(copy, anchors=tuple(anchors))
        if copy.anchors in there:
            copy = move_body(copy, ASIDE, 0.0, projection)
        found.append(copy)
    return tuple(found)


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
