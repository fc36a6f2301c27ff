"""What follows the cursor: crosshair, its tags on the axes, and the snapped point; rebuilt without the chart beneath."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from charting.core.text import translatable
from charting.core.theme import contrast_text
from charting.drawings.anchors import price_on_tick
from charting.scene.chart import ChartScene
from charting.scene.look import Look
from charting.scene.primitives import Primitive, Rect, Rule, Tag

_DAYS = translatable("{days}d {hours}h")


class Cursor(Struct, frozen=True):
    """Where the pointer is, in device pixels, and over which pane (None over the time axis)."""

    x: float
    y: float
    pane: int | None


def cursor_row(scene: ChartScene, cursor: Cursor | None) -> int:
    """The bar under the cursor; -1 (the last one) without a cursor or beside the bars."""
    if cursor is None:
        return -1
    return round(scene.price_pane.viewport.slot(cursor.x))


def countdown(scene: ChartScene, seconds: int, look: Look) -> tuple[Tag, ...]:
    """The time left to the last bar's close, below its price."""
    text = duration_text(seconds, look)
    return tuple(replace(foot, text=text) for foot in scene.feet)


def duration_text(seconds: int, look: Look) -> str:
    """Minutes and seconds, hours before them where there are any; days and hours where there are days: 04:32, 5:04:32, 2d 5h."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours_of_day = divmod(hours, 24)
    if days:
        return look.formats.translate(_DAYS).format(days=days, hours=hours_of_day)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def crosshair(scene: ChartScene, cursor: Cursor, look: Look) -> tuple[Primitive, ...]:
    """Dashed lines through the bar's middle and the cursor's height, with price and time in boxes on the axes."""
    viewport = scene.price_pane.viewport
    slot = round(viewport.slot(cursor.x))
    x = math.floor(viewport.x(float(slot)))
    found: list[Primitive] = []
    time = scene.layout.time
    left, right, bottom = int(time[0]), int(time[0] + time[2]), int(time[1])
    hair, dash, colour = look.px(1), look.px(4), look.theme.crosshair
    if left <= x < right:
        found.append(Rule(x, 0, bottom, False, colour, hair, dash, dash))
    if cursor.pane is not None:
        found.append(Rule(left, math.floor(cursor.y), right - left, True, colour, hair, dash, dash))
        found += _price_tags(scene, cursor, slot, cursor.pane, look)
    if left <= x < right:
        found.append(time_tag(scene, slot, x, look, look.theme.tag))
    return tuple(found)


def _price_tags(scene: ChartScene, cursor: Cursor, slot: int, index: int, look: Look) -> Iterator[Tag]:
    """What each scale beside the pane says at the cursor's height; that of the bars the price that a point placed there gets."""
    height, pane = round(look.metrics.height) + look.px(5), scene.panes[index]
    for axis in pane.axes:
        price = axis.viewport.price(cursor.y)
        if pane.holds_bars and not axis.indicator:
            price = price_on_tick(slot, price, scene.projection)
        text = axis.text(price, look)
        for rect in axis.rects:
            box: Rect = (rect[0], round(cursor.y - height / 2), rect[2], height)
            yield Tag(box, text, look.theme.tag, contrast_text(look.theme.tag))


def time_tag(scene: ChartScene, slot: int, x: float, look: Look, background: str) -> Tag:
    """The time of a slot in a filled box (``#rrggbb``) on the time axis, about ``x`` but within the axis."""
    series, area = scene.series, scene.layout.time
    known = 0 <= slot < len(series.bars)
    seconds = int(series.bars.time[slot]) if known else series.axis.stamp(slot)
    text = look.formats.moment(seconds, series.bars.interval)
    width = math.ceil(look.metrics.width(text)) + look.px(14)
    left = min(max(x - width / 2, area[0]), area[0] + area[2] - width)
    return Tag((round(left), area[1], width, area[3]), text, background, contrast_text(background))
