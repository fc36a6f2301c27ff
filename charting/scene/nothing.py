"""Says in the middle of the price pane why there are no bars on it."""

from __future__ import annotations

from charting.core.text import translatable
from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.primitives import Primitive, Text
from charting.scene.series import Series

NO_BARS = (translatable("There are no bars yet."),)
TOO_STILL = (
    translatable("Prices have not moved far enough for this style."),
    translatable("Choose another style or smaller boxes."),
)
"""Where bars are made by prices, few of them make none."""


def nothing(series: Series, viewport: Viewport, look: Look) -> tuple[Primitive, ...]:
    """The sentences, one below the other, for a series without bars."""
    lines = NO_BARS if series.made is None else TOO_STILL
    step = look.metrics.height + look.px(6)
    x, middle = viewport.left + viewport.width / 2, viewport.top + viewport.height / 2
    first = middle - step * (len(lines) - 1) / 2
    return tuple(
        Text(x, first + row * step, look.formats.translate(line), look.theme.text_muted, "centre")
        for row, line in enumerate(lines)
    )
