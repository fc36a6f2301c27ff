"""What the axes say of drawings under the hand: the prices and times of their points, in their colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np

from charting.core.document import Drawing
from charting.drawings.sheet import points_of
from charting.scene.axes import AxisTag, AxisTags, price_axis, price_tags
from charting.scene.chart import ChartScene
from charting.scene.look import Look
from charting.scene.overlay import time_tag
from charting.scene.primitives import Group, Primitive, Rects, Tag

Place = TypeVar("Place", int, float)

_MANY = 6
"""Points under the hand beyond which only the outermost are told: more would cover the axes, in no order."""


def axis_marks(scene: ChartScene, drawings: Iterable[Drawing], look: Look) -> tuple[Primitive, ...]:
    """Tags on the price axis at the heights of points, among those of its own, and on the time axis where they find room."""
    prices: list[AxisTag] = []
    times: list[Tag] = []
    axis = scene.price_pane.axes[0]
    area = scene.layout.time
    tags = [tag for side in scene.tagged for tag in side.tags]
    told = {(tag.text, tag.background) for tag in tags}  # lines with one price have their tags already
    across: dict[int, str] = {}
    heights: dict[float, str] = {}
    for drawing in drawings:
        colour = look.theme.colour(drawing.stroke.colour)
        for x, y in points_of(drawing, scene.projection):
            across.setdefault(round(x), colour)
            heights.setdefault(y, colour)
    pane = scene.price_pane.rect
    for y in _few(heights, pane[1], pane[1] + pane[3]):
        mark = AxisTag(y, axis.text(axis.viewport.price(y), look), heights[y])
        if (mark.text, mark.background) not in told:
            prices.append(mark)
    for x in _few(across, area[0], area[0] + area[2]):
        tag = time_tag(scene, round(axis.viewport.slot(x)), x, look, across[x])
        if not any(_overlap(tag, other) for other in times):
            times.append(tag)
    sides = [side for side in scene.tagged if prices and side.rect in axis.rects]
    return *(Group(side.rect, _with_prices(side, prices, look)) for side in sides), *times


def _with_prices(side: AxisTags, prices: Sequence[AxisTag], look: Look) -> tuple[Primitive, ...]:
    """An axis written anew over itself with further prices, all in order.

    Where the time that is left of the last bar would have to move, its tags stay and the further ones find free places.
    """
    anew = price_axis(side.axis, side.rect, (*side.values, *prices), look)
    if anew.foot != side.foot:
        return price_tags(side.rect, prices, look, side)[0]
    return Rects(np.array([side.rect], dtype=np.int32), look.theme.chart), *anew.written


def _few(places: Iterable[Place], low: float, high: float) -> list[Place]:
    """The places between two others in order, or the outermost of too many."""
    found = sorted(place for place in places if low <= place < high)
    return found if len(found) <= _MANY else [found[0], found[-1]]


def _overlap(one: Tag, other: Tag) -> bool:
    return one.rect[0] < other.rect[0] + other.rect[2] and other.rect[0] < one.rect[0] + one.rect[2]
