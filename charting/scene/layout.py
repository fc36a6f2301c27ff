"""Divides a chart's rectangle into panes, price axes and the time axis, in whole device pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charting.core.document import Pane
from charting.scene.look import Look
from charting.scene.primitives import Rect

MIN_PANE = 40.0
"""Logical pixels that a pane keeps however small its weight."""


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """Rectangles of a chart: one of ``panes`` and ``axes`` each pane, from the top, and the ``time`` axis below.

    ``borders`` are the heights between neighbouring panes, where a hand may drag them.
    """

    size: tuple[int, int]
    panes: tuple[Rect, ...]
    axes: tuple[Rect, ...]
    time: Rect
    corner: Rect
    borders: tuple[float, ...]


def time_axis_height(look: Look) -> int:
    """Device pixels the time axis takes."""
    return round(look.metrics.height) + look.px(9)


def pane_heights(panes: Sequence[Pane], height: float, minimum: float) -> tuple[int, ...]:
    """Share a height among panes by weight, each at least ``minimum`` where there is room; sums to ``height`` exactly."""
    total = int(height)
    least = min(int(minimum), total // max(1, len(panes)))
    free = total - least * len(panes)
    weights = [pane.weight for pane in panes]
    wanted = [total * weight / sum(weights) for weight in weights]
    surplus = [max(0.0, want - least) for want in wanted]
    whole = sum(surplus) or 1.0
    heights = [least + int(free * extra / whole) for extra in surplus]
    heights[0] += total - sum(heights)
    return tuple(heights)


def lay_out(panes: Sequence[Pane], size: tuple[int, int], axis_width: int, look: Look) -> ChartLayout:
    """Place everything in a chart of ``size`` device pixels whose price axis is ``axis_width`` wide."""
    width, height = size
    gap = look.px(1)
    time_height = time_axis_height(look)
    plot_width = max(1, width - axis_width - gap)
    heights = pane_heights(panes, max(1, height - time_height - gap * len(panes)), look.px(MIN_PANE))
    rects, axes, borders = [], [], []
    top = 0
    for index, pane_height in enumerate(heights):
        rects.append((0.0, float(top), float(plot_width), float(pane_height)))
        axes.append((float(plot_width + gap), float(top), float(axis_width), float(pane_height)))
        top += pane_height + gap
        if index < len(heights) - 1:
            borders.append(float(top - gap))
    return ChartLayout(
        (width, height),
        tuple(rects),
        tuple(axes),
        (0.0, float(top), float(plot_width), float(time_height)),
        (float(plot_width + gap), float(top), float(axis_width), float(time_height)),
        tuple(borders),
    )
