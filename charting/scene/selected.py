"""What the axes say of drawings under the hand: the prices and times of their points, in their colours."""

from __future__ import annotations

from collections.abc import Iterable

from charting.core.document import Drawing
from charting.drawings.sheet import points_of
from charting.scene.axes import AxisTag, price_tags
from charting.scene.chart import ChartScene
from charting.scene.look import Look
from charting.scene.overlay import time_tag
from charting.scene.primitives import Group, Primitive, Tag

_MANY = 6
"""Points of a drawing beyond which only its ends are told."""


def axis_marks(scene: ChartScene, drawings: Iterable[Drawing], look: Look) -> tuple[Primitive, ...]:
    """Tags on the price axis at the heights of points, moved apart, and on the time axis where they find room."""
    prices: list[AxisTag] = []
    times: list[Tag] = []
    axis = scene.price_pane.axes[0]
    area = scene.layout.time
    tags = [tag for side in scene.tagged for tag in side.tags]
    told = {(tag.text, tag.background) for tag in tags}  # lines with one price have their tags already
    for drawing in drawings:
        places = points_of(drawing, scene.projection)
        across, heights = sorted({round(x) for x, _ in places}), sorted({y for _, y in places})
        if len(places) > _MANY:
            across, heights = across[:: max(1, len(across) - 1)], heights[:: max(1, len(heights) - 1)]
        colour = look.theme.colour(drawing.stroke.colour)
        marks = [AxisTag(y, axis.text(axis.viewport.price(y), look), colour) for y in heights]
        prices += [mark for mark in marks if (mark.text, mark.background) not in told]
        for x in across:
            if area[0] <= x < area[0] + area[2]:
                tag = time_tag(scene, round(axis.viewport.slot(x)), x, look, colour)
                if not any(_overlap(tag, other) for other in times):
                    times.append(tag)
    found: list[Primitive] = []
    for rect in axis.rects:
        there = [tag for tag in tags if tag.rect[0] == rect[0] and rect[1] <= tag.rect[1] < rect[1] + rect[3]]
        found.append(Group(rect, price_tags(rect, prices, look, there)[0]))
    return *found, *times


def _overlap(one: Tag, other: Tag) -> bool:
    return one.rect[0] < other.rect[0] + other.rect[2] and other.rect[0] < one.rect[0] + one.rect[2]
