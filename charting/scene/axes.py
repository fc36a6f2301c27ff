"""Labels and tags of the price and time axes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.document import ScaleKind
from charting.core.figures import HorizontalAlign
from charting.core.scales import PriceScale
from charting.core.text import translatable
from charting.core.theme import contrast_text
from charting.core.timeticks import TimeTick
from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.primitives import Group, Primitive, Rect, Tag, Text

PRICE_GAP = 38.0
"""Least logical pixels between two labels of a price axis."""
TIME_GAP = 64.0
"""Least logical pixels between two labels of the time axis."""
UNIT_SIZE = 0.85
"""Size of the currency's name at the head of a price axis, and of the word at its foot."""
LINEAR = translatable("linear")
"""What stands at the foot of an axis that is linear although something else was chosen."""
_NOTHING_TO_COUNT_FROM = translatable("Linear for now: no price in view is above zero, to count from it")
WHY_LINEAR: dict[ScaleKind, str] = {
    "log": translatable("Linear for now: a logarithmic scale needs values above zero, and not all in view are"),
    "percent": _NOTHING_TO_COUNT_FROM,
    "indexed": _NOTHING_TO_COUNT_FROM,
}
"""Why a scale of a kind cannot be shown."""


_SIDES: Mapping[bool, HorizontalAlign] = {True: "right", False: "left"}
"""How labels are aligned on an axis, by whether it stands at the left."""


class PriceAxis(Struct, frozen=True, eq=False):
    """A scale as it is written beside a pane.

    Attributes
    ----------
    rects
        Where it stands, one rectangle for each side.
    viewport
        The pane on this scale.
    ticks, labels
        Its round values and what stands at them.
    decimals
        Of its values; None for large numbers in short form, such as volumes.
    indicator
        Id of the indicator whose scale it is; empty for the pane's.
    unit
        What stands at its head: the currency.
    chosen
        The kind of scale that the user wants. Where it has no place for what is in view, ``viewport`` has a linear one.
    """

    rects: tuple[Rect, ...]
    viewport: Viewport
    ticks: Floats
    labels: tuple[str, ...]
    decimals: int | None
    indicator: str = ""
    unit: str = ""
    chosen: ScaleKind = "linear"

    @property
    def why_linear(self) -> str:
        """Why the scale is linear for now although another kind was chosen, to be translated; empty where it is as chosen."""
        return "" if self.viewport.scale.kind == self.chosen else WHY_LINEAR.get(self.chosen, "")

    def text(self, price: float, look: Look) -> str:
        """What the axis says at a value."""
        return reading_text(self.viewport.scale, price, self.decimals, look)


class AxisTag(Struct, frozen=True):
    """A value marked on an axis by a filled box at the height ``y``; ``foot`` leaves room for a second line."""

    y: float
    text: str
    background: str
    bold: bool = False
    foot: bool = False


class AxisTags(Struct, frozen=True, eq=False):
    """The tags at one side of a pane, and the one of them that waits for a second line, if any.

    ``written`` is all that stands there, first of it the labels at their ``places``, as far as these are ``free`` of tags. It
    follows from ``axis``, its rectangle and the ``values`` that are marked.
    """

    tags: tuple[Tag, ...]
    foot: Tag | None
    axis: PriceAxis
    rect: Rect
    values: tuple[AxisTag, ...]
    written: tuple[Primitive, ...]
    places: Sequence[float] = ()
    free: Sequence[bool] = ()

    def is_of(self, axis: PriceAxis, rect: Rect) -> bool:
        """Whether they stand on an axis like this one: it matters not which slots are in view."""
        mine, here, there = self.axis, self.axis.viewport, axis.viewport
        alike = mine.ticks is axis.ticks and mine.labels is axis.labels and (mine.unit, mine.chosen) == (axis.unit, axis.chosen)
        return alike and rect == self.rect and here.scale == there.scale and here.left == there.left

    def heights(self, look: Look) -> tuple[float, ...]:
        """The heights that the tags tell of, which is not always where they stand."""
        told = {(value.text, look.theme.colour(value.background)): value.y for value in self.values}
        told |= {("", look.theme.colour(value.background)): value.y for value in self.values if value.foot}
        return tuple(told[tag.text, tag.background] for tag in self.tags)


def reading_text(scale: PriceScale, price: float, decimals: int | None, look: Look) -> str:
    """What an axis says at a price: the price, per cent from the base, or the index; a quantity without ``decimals``."""
    if decimals is None:
        return look.formats.quantity(price)
    if scale.kind == "percent":
        return look.formats.percent(float(scale.reading(np.float64(price))) / 100)
    if scale.kind == "indexed":
        return look.formats.price(float(scale.reading(np.float64(price))), 2)
    return look.formats.price(price, decimals)


def price_axis(axis: PriceAxis, rect: Rect, values: tuple[AxisTag, ...], look: Look, known: AxisTags | None = None) -> AxisTags:
    """Labels and tags of an axis at one side; those ``known`` from the scene before where they are the same."""
    if known is not None and not known.is_of(axis, rect):
        known = None
    if known is not None and known.values == values:
        return known
    placed, foot = price_tags(rect, values, look)
    tags = placed if foot is None else (*placed, foot)
    words = _words(axis, rect, placed, look)
    places = axis.viewport.y(axis.ticks).tolist() if known is None else known.places
    free = clear_of(tags, words, places, look)
    if known is not None and known.free == free:
        labels = known.written[0]
    else:
        labels = price_labels(axis.viewport, rect, places, axis.labels, free, look)
    return AxisTags(tags, foot, axis, rect, values, (labels, *words, Group(rect, tags)), places, free)


def price_labels(
    viewport: Viewport, axis: Rect, heights: Sequence[float], labels: Sequence[str], free: Sequence[bool], look: Look
) -> Group:
    """Labels of a price axis, on the pane's side; those cut at its ends or not ``free`` of tags are left out."""
    half = look.metrics.height / 2
    at_left = axis[0] < viewport.left
    x = axis[0] + axis[2] - look.px(7) if at_left else axis[0] + look.px(7)
    top, bottom, colour, side = axis[1] + half, axis[1] + axis[3] - half, look.theme.text_muted, _SIDES[at_left]
    ground, rows = look.theme.chart, zip(heights, labels, free, strict=True)
    written = [Text(x, y, label, colour, side, ground=ground) for y, label, clear in rows if clear and top <= y <= bottom]
    return Group(axis, tuple(written))


def price_tags(
    axis: Rect, tags: Sequence[AxisTag], look: Look, there: AxisTags | None = None
) -> tuple[tuple[Tag, ...], Tag | None]:
    """Boxes on a price axis, and the one that was left free.

    Where they would cover one another they are moved apart in the order of their prices, so that none stands above a higher
    one; the first keeps its place, and the last ones are left out where there is no room for all. Those that are ``there``
    already stay, and others take a free place: of those with the fewest of them on the wrong side the nearest.
    """
    height = round(look.metrics.height) + look.px(3)
    shown = [tag for tag in tags if axis[1] <= tag.y <= axis[1] + axis[3]]
    wanted = [(round(tag.y - height / 2), 2 * height - look.px(2) if tag.foot else height) for tag in shown]
    if there is None:
        tops: Sequence[float | None] = places_in_order(wanted, [tag.y for tag in shown], axis)
    else:
        tops = _places_among(there, shown, wanted, axis, look)
    placed: list[Tag] = []
    empty = None
    for tag, (_, whole), top in zip(shown, wanted, tops, strict=True):
        if top is None:
            continue
        background = look.theme.colour(tag.background)
        text = contrast_text(background)
        placed.append(Tag((axis[0], top, axis[2], height), tag.text, background, text, tag.bold))
        if tag.foot:
            empty = Tag((axis[0], top + height, axis[2], whole - height), "", background, text)
    return tuple(placed), empty


def clear_of(tags: Sequence[Tag], texts: Sequence[Text], heights: Sequence[float], look: Look) -> list[bool]:
    """For each height of a price whether its label would be clear of all tags and texts."""
    half = look.metrics.height / 2
    boxes = [(tag.rect[1] - half, tag.rect[1] + tag.rect[3] + half) for tag in tags]
    boxes += [(text.y - 2 * half, text.y + 2 * half) for text in texts]
    free = []
    for y in heights:
        for top, bottom in boxes:
            if top < y < bottom:
                free.append(False)
                break
        else:
            free.append(True)
    return free


def _places_among(
    there: AxisTags, tags: Sequence[AxisTag], wanted: Sequence[tuple[float, float]], axis: Rect, look: Look
) -> list[float | None]:
    """The tops at which boxes stand among those that are there already; None for those without room."""
    taken = [(tag.rect[1], tag.rect[1] + tag.rect[3]) for tag in there.tags]
    heights = list(there.heights(look))
    found: list[float | None] = []
    for tag, (top, height) in zip(tags, wanted, strict=True):
        places = _free_places(top, height, taken, axis)
        known = [(other, y) for (other, _), y in zip(taken, heights, strict=True)]
        order = [(sum((y < tag.y) != (other < place) for other, y in known), abs(place - top)) for place in places]
        place = places[order.index(min(order))] if places else None
        found.append(place)
        if place is not None:
            taken.append((place, place + height))
            heights.append(tag.y)
    return found


def places_in_order(wanted: Sequence[tuple[float, float]], heights: Sequence[float], axis: Rect) -> tuple[float | None, ...]:
    """The tops of boxes (top, height) on an axis, moved away from the first of them as far as none covers another.

    They stand in the order of the ``heights`` they tell of. The last ones are None where there is no room for all.
    """
    low, high = axis[1], axis[1] + axis[3]
    count = sum(total <= axis[3] for total in accumulate(height for _, height in wanted))
    found: list[float | None] = [None] * len(wanted)
    if not count:
        return tuple(found)
    order = sorted(range(count), key=lambda index: heights[index])
    above, below = order[: order.index(0)][::-1], order[order.index(0) + 1 :]
    top, height = wanted[0]
    highest, lowest = low + sum(wanted[index][1] for index in above), high - sum(wanted[index][1] for index in below) - height
    found[0] = place = min(max(top, highest), lowest)
    upside_down = [(-sum(wanted[index]), wanted[index][1]) for index in above]
    for index, over in zip(above, _in_turn(upside_down, -place, -low), strict=True):
        found[index] = -over - wanted[index][1]
    for index, under in zip(below, _in_turn([wanted[index] for index in below], place + height, high), strict=True):
        found[index] = under
    return tuple(found)


def _in_turn(boxes: Sequence[tuple[float, float]], edge: float, end: float) -> Iterator[float]:
    """Where boxes (place, length) stand one after another between an edge and an end, as near as can be to where they want."""
    room = end - sum(length for _, length in boxes)
    for wanted, length in boxes:
        place = min(max(wanted, edge), room)
        yield place
        edge, room = place + length, room + length


def free_place(top: float, height: float, taken: Sequence[tuple[float, float]], axis: Rect) -> float | None:
    """The top nearest to ``top`` at which a box of ``height`` stands inside an axis and covers none of those taken."""
    return min(_free_places(top, height, taken, axis), key=lambda place: abs(place - top), default=None)


def _free_places(top: float, height: float, taken: Sequence[tuple[float, float]], axis: Rect) -> list[float]:
    """The tops that are nearest to ``top`` in each gap between boxes in which one of ``height`` stands inside an axis."""
    low, high = axis[1], axis[1] + axis[3] - height
    candidates = [top, *(bottom for _, bottom in taken), *(other - height for other, _ in taken)]
    return [
        place
        for place in (min(max(candidate, low), high) for candidate in candidates)
        if place >= low and all(place >= bottom or place + height <= other for other, bottom in taken)
    ]


def _words(axis: PriceAxis, rect: Rect, tags: Sequence[Tag], look: Look) -> tuple[Text, ...]:
    """The currency at the head of an axis, unless a tag stands there, and at its foot that it is linear after all."""
    half, middle = look.metrics.height / 2, rect[0] + rect[2] / 2
    if rect[3] < 8 * half:
        return ()
    found: list[Text] = []
    head = rect[1] + half + look.px(3)
    if axis.unit and not any(tag.rect[1] < head + half for tag in tags):
        found.append(Text(middle, head, axis.unit, look.theme.text_muted, "centre", size=UNIT_SIZE))
    taken = [(tag.rect[1], tag.rect[1] + tag.rect[3]) for tag in tags]
    top = free_place(rect[1] + rect[3], 2 * half + look.px(3), taken, rect) if axis.why_linear else None
    if top is not None:
        word = look.formats.translate(LINEAR)
        found.append(Text(middle, top + half, word, look.theme.warning, "centre", size=UNIT_SIZE))
    return tuple(found)


def time_labels(places: Sequence[float], area: Rect, ticks: Sequence[TimeTick], look: Look) -> tuple[Primitive, ...]:
    """Labels of the time axis, each about its place across: years and months stand out from days, all of these from hours."""
    middle = area[1] + area[3] / 2
    items = []
    intraday = any(tick.level in ("hour", "minute") for tick in ticks)
    for x, tick in zip(places, ticks, strict=True):
        label = look.formats.tick_label(tick.seconds, tick.level)
        strong = tick.level in ("year", "month") or (tick.level == "day" and intraday)
        colour = look.theme.text if strong else look.theme.text_muted
        half = look.metrics.width(label, tick.level == "year") / 2
        if area[0] + half <= x <= area[0] + area[2] - half:
            items.append(Text(x, middle, label, colour, "centre", bold=tick.level == "year", ground=look.theme.chart))
    return (Group(area, tuple(items)),)
