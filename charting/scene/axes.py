"""Grid lines, labels and tags of the price and time axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from charting.core.bars import Floats
from charting.core.scales import PriceScale
from charting.core.theme import contrast_text
from charting.core.timeticks import TimeTick
from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.primitives import Group, Primitive, Rect, Rects, Tag, Text, boxes

PRICE_GAP = 38.0
"""Least logical pixels between two labels of a price axis."""
TIME_GAP = 64.0
"""Least logical pixels between two labels of the time axis."""


@dataclass(frozen=True, slots=True)
class AxisTag:
    """A price marked on the axis by a filled box, such as the last one."""

    price: float
    text: str
    background: str
    bold: bool = False


def grid(viewport: Viewport, prices: Floats, times: Sequence[TimeTick], look: Look) -> tuple[Primitive, ...]:
    """Grid lines of a pane, as filled rectangles one device pixel wide (translucent pens are the engine's slow path)."""
    rows = np.round(viewport.y(prices))
    x = np.floor(viewport.x(np.array([tick.slot for tick in times], dtype=np.float64)))
    lines = np.empty((len(rows) + len(x), 4))
    lines[: len(rows)] = boxes(np.full(len(rows), viewport.left), rows, viewport.width, 1.0)
    lines[len(rows) :] = boxes(x, viewport.top, 1.0, viewport.height)
    return (Rects(lines, look.theme.grid),)


def reading_text(scale: PriceScale, price: float, decimals: int, look: Look) -> str:
    """What an axis says at a price: the price, per cent from the base, or the index."""
    if scale.kind == "percent":
        return look.formats.percent(float(scale.reading(np.float64(price))) / 100)
    if scale.kind == "indexed":
        return look.formats.price(float(scale.reading(np.float64(price))), 2)
    return look.formats.price(price, decimals)


def price_labels(
    viewport: Viewport, axis: Rect, prices: Floats, labels: Sequence[str], free: Sequence[bool], look: Look
) -> tuple[Primitive, ...]:
    """Labels of a price axis; those that would be cut at its ends or are not ``free`` of tags are left out."""
    half = look.metrics.height / 2
    x = axis[0] + look.px(7)
    items = []
    for price, label, clear in zip(prices.tolist(), labels, free, strict=True):
        y = viewport.y(price)
        if clear and axis[1] + half <= y <= axis[1] + axis[3] - half:
            items.append(Text(x, y, label, look.theme.text_muted))
    return (Group(axis, tuple(items)),)


def price_tags(viewport: Viewport, axis: Rect, tags: Sequence[AxisTag], look: Look) -> tuple[Tag, ...]:
    """Boxes on a price axis, moved apart where they would cover one another; the first ones keep their places best."""
    height = round(look.metrics.height) + look.px(3)
    wanted = [(viewport.y(tag.price), tag) for tag in tags]
    shown = [(y, tag) for y, tag in wanted if axis[1] <= y <= axis[1] + axis[3]]
    placed: list[tuple[float, AxisTag]] = []
    for y, tag in shown:
        placed.append((_free_place(y, [other for other, _ in placed], height, axis), tag))
    return tuple(
        Tag(
            (axis[0], round(y - height / 2), axis[2], height),
            tag.text,
            look.theme.colour(tag.background),
            contrast_text(look.theme.colour(tag.background)),
            tag.bold,
        )
        for y, tag in placed
    )


def clear_of(tags: Sequence[Tag], viewport: Viewport, prices: Floats, look: Look) -> tuple[bool, ...]:
    """For each price whether its label would be clear of all tags."""
    half = look.metrics.height / 2
    boxes = [(tag.rect[1] - half, tag.rect[1] + tag.rect[3] + half) for tag in tags]
    return tuple(not any(top < y < bottom for top, bottom in boxes) for y in viewport.y(prices).tolist())


def _free_place(y: float, taken: Sequence[float], height: float, axis: Rect) -> float:
    """The place nearest to ``y`` where a box of ``height`` covers none of those taken."""
    candidates = [y, *(other + height for other in taken), *(other - height for other in taken)]
    low, high = axis[1] + height / 2, axis[1] + axis[3] - height / 2
    free = [
        place
        for place in (min(max(candidate, low), high) for candidate in candidates)
        if all(abs(place - other) >= height - 0.5 for other in taken)
    ]
    return min(free, key=lambda place: abs(place - y), default=y)


def time_labels(viewport: Viewport, area: Rect, ticks: Sequence[TimeTick], look: Look) -> tuple[Primitive, ...]:
    """Labels of the time axis: years and months stand out from days and hours."""
    middle = area[1] + area[3] / 2
    items = []
    for tick in ticks:
        label = look.formats.tick_label(tick.seconds, tick.level)
        strong = tick.level in ("year", "month") or (tick.level == "day" and ticks[-1].level in ("hour", "minute"))
        colour = look.theme.text if strong else look.theme.text_muted
        x = viewport.x(tick.slot)
        half = look.metrics.width(label, tick.level == "year") / 2
        if area[0] + half <= x <= area[0] + area[2] - half:
            items.append(Text(x, middle, label, colour, "centre", bold=tick.level == "year"))
    return (Group(area, tuple(items)),)
