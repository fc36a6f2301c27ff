"""What follows the cursor: crosshair, its tags on the axes, and the snapped point; rebuilt without the chart beneath."""

from __future__ import annotations

import math
from dataclasses import dataclass

from charting.core.theme import contrast_text
from charting.scene.axes import reading_text
from charting.scene.chart import ChartScene
from charting.scene.look import Look
from charting.scene.primitives import Primitive, Rect, Rule, Tag


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the pointer is, in device pixels, and over which pane (None over the time axis)."""

    x: float
    y: float
    pane: int | None


def cursor_row(scene: ChartScene, cursor: Cursor | None) -> int:
    """The bar under the cursor; -1 (the last one) without a cursor or beside the bars."""
    if cursor is None:
        return -1
    return round(scene.panes[0].viewport.slot(cursor.x))


def crosshair(scene: ChartScene, cursor: Cursor, look: Look) -> tuple[Primitive, ...]:
    """Dashed lines through the bar's middle and the cursor's height, with price and time in boxes on the axes."""
    viewport = scene.panes[0].viewport
    slot = round(viewport.slot(cursor.x))
    x = math.floor(viewport.x(float(slot)))
    found: list[Primitive] = []
    right, bottom = scene.layout.time[2], scene.layout.time[1]
    hair, dash, colour = look.px(1), look.px(4), look.theme.crosshair
    if 0 <= x < right:
        found.append(Rule(x, 0, int(bottom), False, colour, hair, dash, dash))
    if cursor.pane is not None:
        found.append(Rule(0, math.floor(cursor.y), int(right), True, colour, hair, dash, dash))
        found.append(_price_tag(scene, cursor, cursor.pane, look))
    if 0 <= x < right:
        found.append(_time_tag(scene, slot, x, look))
    return tuple(found)


def _price_tag(scene: ChartScene, cursor: Cursor, index: int, look: Look) -> Tag:
    pane = scene.panes[index]
    price = pane.viewport.price(cursor.y)
    height = round(look.metrics.height) + look.px(5)
    text = reading_text(pane.viewport.scale, price, pane.decimals, look)
    box: Rect = (pane.axis[0], round(cursor.y - height / 2), pane.axis[2], height)
    return Tag(box, text, look.theme.tag, contrast_text(look.theme.tag))


def _time_tag(scene: ChartScene, slot: int, x: float, look: Look) -> Tag:
    series, area = scene.series, scene.layout.time
    known = 0 <= slot < len(series.bars)
    seconds = int(series.bars.time[slot]) if known else int(series.axis.time(float(slot)))
    text = look.formats.moment(seconds, series.bars.interval)
    width = math.ceil(look.metrics.width(text)) + look.px(14)
    left = min(max(x - width / 2, area[0]), area[0] + area[2] - width)
    return Tag((round(left), area[1], width, area[3]), text, look.theme.tag, contrast_text(look.theme.tag))
