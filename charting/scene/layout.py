"""Divides a chart's rectangle into panes, price axes and the time axis, in whole device pixels."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from charting.core.document import Chart, Pane
from charting.scene.look import Look
from charting.scene.primitives import Rect

HEAVIEST = 1e9
"""Weight beyond which a pane gets no more of the height: sums of what a file may hold would have no end."""
MIN_PANE = 40.0
"""Logical pixels that a pane keeps however small its weight."""
COLLAPSED = 24.0
"""Logical pixels of a collapsed pane: its legend's first line."""


class ChartLayout(Struct, frozen=True):
    """Rectangles of a chart: one of ``panes``, ``left`` and ``right`` each pane, from the top, and the ``time`` axis below.

    A pane has no height while another is maximised. Price axes at a side without any have no width. ``borders`` are the
    heights between neighbouring panes, where a hand may drag them.
    """

    size: tuple[int, int]
    panes: tuple[Rect, ...]
    left: tuple[Rect, ...]
    right: tuple[Rect, ...]
    time: Rect
    borders: tuple[float, ...]


def shows_only_its_legend(pane: Rect, panes: int, pixel_ratio: float) -> bool:
    """Whether one of several panes is as low as a collapsed one, or lower: nothing of it is drawn then."""
    return pane[3] <= max(1, round(COLLAPSED * pixel_ratio)) and panes > 1


def time_axis_height(look: Look) -> int:
    """Device pixels the time axis takes."""
    return round(look.metrics.height) + look.px(9)


def pane_heights(
    panes: Sequence[Pane], height: float, minimum: float, maximised: str = "", bar: float = 24.0, bars: int = 0
) -> tuple[int, ...]:
    """Share a height among panes; sums to ``height`` exactly.

    By weight, each at least ``minimum`` where there is room; collapsed ones get ``bar``, all others nothing while one is
    ``maximised``. The one with the index ``bars`` is never collapsed, and takes what rounding leaves.
    """
    total = int(height)
    if any(pane.id == maximised for pane in panes):
        return tuple(total if pane.id == maximised else 0 for pane in panes)
    collapsed = [pane.collapsed and index != bars for index, pane in enumerate(panes)]
    open_ = len(panes) - sum(collapsed)
    thin = min(int(bar), total // len(panes))
    left = total - thin * sum(collapsed)
    least = min(int(minimum), left // open_)
    weights = [0.0 if shut else min(pane.weight, HEAVIEST) for pane, shut in zip(panes, collapsed, strict=True)]
    surplus = [max(0.0, left * weight / sum(weights) - least) for weight in weights]
    whole, free = sum(surplus) or 1.0, left - least * open_
    heights = [thin if shut else least + int(free * extra / whole) for shut, extra in zip(collapsed, surplus, strict=True)]
    heights[bars] += total - sum(heights)
    return tuple(heights)


def heights_of(chart: Chart, height: int, look: Look) -> tuple[int, ...]:
    """Heights of a chart's panes when the whole of it, with axis and borders, is ``height`` device pixels."""
    shown = 1 if any(pane.id == chart.maximised for pane in chart.panes) else len(chart.panes)
    room = max(1, height - time_axis_height(look) - look.px(1) * shown)
    return pane_heights(chart.panes, room, look.px(MIN_PANE), chart.maximised, look.px(COLLAPSED), chart.price_index)


def lay_out(chart: Chart, size: tuple[int, int], axis_widths: tuple[int, int], look: Look) -> ChartLayout:
    """Place everything in a chart of ``size`` device pixels whose price axes are so wide, at the left and at the right.

    A width of 0 stands for no axis; the others have a line between them and the panes.
    """
    width, height = size
    gap = look.px(1)
    before, after = axis_widths
    start = before + gap if before else 0
    plot_width = max(1, width - start - (after + gap if after else 0))
    rects: list[Rect] = []
    left: list[Rect] = []
    right: list[Rect] = []
    borders: list[float] = []
    top = 0
    for pane_height in heights_of(chart, height, look):
        if pane_height and top:
            borders.append(float(top - gap))
        rects.append((float(start), float(top), float(plot_width), float(pane_height)))
        left.append((0.0, float(top), float(before), float(pane_height)))
        right.append((float(start + plot_width + (gap if after else 0)), float(top), float(after), float(pane_height)))
        top += pane_height + gap if pane_height else 0
    time = (float(start), float(top), float(plot_width), float(max(1, height - top)))
    return ChartLayout((width, height), tuple(rects), tuple(left), tuple(right), time, tuple(borders))
