"""Draws the volume by price of stretches of bars: rows from one side, the point of control, the value area."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.theme import mix
from charting.core.viewport import Viewport
from charting.core.volume_profile import Profile, profile
from charting.indicators.declaration import Settings, Stretch, number, whole
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.plots import Plotted, Stretched
from charting.scene.primitives import Path, Primitive, Rects, boxes

FULL, PALE = 0.42, 0.2
"""Opacity of rows inside the value area and outside of it."""
NARROW = 24.0
"""Logical pixels of a stretch below which it is not drawn."""
COUNTED = 4096
"""Bars of a stretch that are counted one by one."""


def profiled(shown: Plotted, bars: Bars, view: tuple[int, int], levels: Levels) -> Plotted:
    """An indicator with the profiles it draws of what is in view: the rows ``view``, the last of them not included."""
    stretches = shown.kind.stretches
    if stretches is None or not shown.indicator.visible or view[0] >= view[1]:
        return shown
    settings = shown.kind.settings(shown.indicator.parameters)
    wanted = stretches(bars, settings, (view[0], view[1] - 1))
    found = []
    for first, last in wanted:
        made = _profile(bars, (first, last), settings, levels)
        if made is not None:
            found.append(Stretched(first, last, made, first <= view[0] and last >= view[1] - 1))
    return replace(shown, profiles=tuple(found))


def rows(shown: Plotted, viewport: Viewport, look: Look) -> Iterator[Primitive]:
    """The rows of all profiles, beneath the bars: rising and falling volume, paler outside of the value area."""
    settings = shown.kind.settings(shown.indicator.parameters)
    for one in shown.profiles:
        span = _span(one, viewport, look)
        if span is not None:
            yield from _rows(one.profile, span, settings, viewport, look)


def lines(shown: Plotted, viewport: Viewport, look: Look) -> Iterator[Primitive]:
    """The point of control and the ends of the value area across each stretch."""
    for one in shown.profiles:
        span = _span(one, viewport, look)
        if span is None:
            continue
        for plot in shown.kind.plots:
            height, stroke = viewport.y(one.value(plot.name)), shown.stroke(plot)
            if not math.isfinite(height):  # a log scale has no place for prices of zero and less
                continue
            y = round(height) + 0.5
            width = max(1.0, stroke.width * look.pixel_ratio)
            colour = look.theme.colour(stroke.colour)
            yield Path(np.array([[span[0], y], [span[1], y]]), colour, width, stroke.dash, smooth=False)


def _span(one: Stretched, viewport: Viewport, look: Look) -> tuple[float, float] | None:
    """From where to where a stretch reaches across, the whole pane where it is alone; None where there is nothing to see."""
    if one.all:
        return viewport.left, viewport.right
    left, right = float(viewport.x(one.first - 0.5)), float(viewport.x(one.last + 0.5))
    seen = right > viewport.left and left < viewport.right and right - left >= look.px(NARROW)
    return (left, right) if seen else None


def _rows(found: Profile, span: tuple[float, float], settings: Settings, viewport: Viewport, look: Look) -> Iterator[Primitive]:
    total = found.rising + found.falling
    unit = (span[1] - span[0]) * number(settings, "width") / 100 / float(total.max())
    edges = np.round(viewport.y(found.edges))
    top, bottom = np.minimum(edges[1:], edges[:-1]), np.maximum(edges[1:], edges[:-1])
    gap = np.where(bottom - top > look.px(3), float(look.px(1)), 0.0)
    numbers = np.arange(len(total))
    inside = (numbers >= found.area[0]) & (numbers <= found.area[1])
    from_right = settings["side"] == "right"
    theme = look.theme
    parts: tuple[tuple[Floats, Floats, str], ...] = (
        ((np.zeros_like(total), found.rising, theme.up), (found.rising, found.falling, theme.down))
        if settings["split"]
        else ((np.zeros_like(total), total, theme.accent),)
    )
    for before, volume, colour in parts:
        start, end = np.round(before * unit), np.round((before + volume) * unit)
        left = span[1] - end if from_right else span[0] + start
        boxed = boxes(np.round(left), top + gap, end - start, np.maximum(bottom - top - gap, 1.0))
        for which, opacity in ((inside, FULL), (~inside, PALE)):
            wanted: NDArray[np.bool_] = which & (end > start) & np.isfinite(top)
            if wanted.any():
                yield Rects(boxed[wanted], mix(colour, theme.chart, opacity))


def _profile(bars: Bars, stretch: Stretch, settings: Settings, levels: Levels) -> Profile | None:
    first, last = max(0, stretch[0]), min(stretch[1], len(bars) - 1)
    count, share = whole(settings, "rows"), number(settings, "value_area") / 100

    def make() -> Profile | None:
        return profile(bars, first, last, count, share, COUNTED)

    if last >= len(bars) - 1:  # its last bar may still be forming
        return make()
    return levels.settled(("profile", first, last, count, share), bars.low, make)
