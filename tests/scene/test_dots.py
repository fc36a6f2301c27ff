"""Dots at values: each at its bar, and at any zoom the lowest and the highest of every pixel column."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from charting.core.bars import Floats
from charting.core.document import Indicator, Pane
from charting.core.lod import column_edges
from charting.core.scales import PriceScale
from charting.core.theme import theme
from charting.core.viewport import Viewport
from charting.indicators.declaration import Outputs
from charting.scene import marks, plots, plotting
from charting.scene.levels import Levels
from charting.scene.primitives import Oval, Primitive, Rects, Uprights
from tests.indicators.making import flat
from tests.scene.making import boxes_of, look

COUNT, WIDTH = 20_000, 400
SCALE = PriceScale(0.0, 400.0)
BARS = flat(COUNT)


def drawn(kind: str, outputs: Outputs, first: float, last: float, levels: Levels | None = None) -> tuple[Primitive, ...]:
    (shown,) = plots.plotted(Pane("p", indicators=(Indicator("a", kind),)), lambda _: outputs)
    view = Viewport(0, 0, WIDTH, 400, *marks.slots_in_view(first, last, WIDTH), SCALE)
    return plotting.over(shown, BARS, view, levels or Levels(), look())


def walk(share: float = 1.0) -> Floats:
    chance = np.random.default_rng(3)
    return np.where(chance.random(COUNT) < share, 200 + np.cumsum(chance.normal(0, 1, COUNT)) % 150, np.nan)


@pytest.mark.parametrize("share", [1.0, 0.004])
def test_many_bars_show_the_lowest_and_the_highest_dot_of_every_pixel_column(share: float) -> None:
    values = walk(share)
    found = boxes_of(drawn("sar", {"sar": values}, 1_000.0, 13_000.0))
    width = SCALE.high / 400
    edges = column_edges(*marks.slots_in_view(1_000.0, 13_000.0, WIDTH), WIDTH, COUNT).tolist()
    expected = []
    for column, (start, stop) in enumerate(pairwise(edges)):
        inside = values[start:stop][np.isfinite(values[start:stop])]
        expected += [(column, round(400 - value / width)) for value in ([inside.min(), inside.max()] if len(inside) else [])]
    places = {(int(left + wide // 2), int(top + high // 2)) for left, top, wide, high in found}
    near = {(column, y + away) for column, y in expected for away in (-1, 0, 1)}
    assert places <= near
    assert all(any((column, y + away) in places for away in (-1, 0, 1)) for column, y in expected)


def test_dots_where_bars_share_pixels_have_the_colour_of_what_decides() -> None:
    values = {"crossing": np.full(COUNT, 100.0), "macd": np.where(np.arange(COUNT) < 10_000, 1.0, -1.0)}
    found = drawn("macd_crossings", values, 8_000.0, 12_000.0)
    (one,) = [part for part in found if isinstance(part, Uprights)]
    assert one.shades is not None
    assert [one.colours[shade] for shade in one.shades[[0, -1]]] == [theme("dark").up, theme("dark").down]


def test_what_is_known_some_bars_later_stands_at_its_bar() -> None:
    up, none = np.full(COUNT, np.nan), np.full(COUNT, np.nan)
    up[5_002] = 120.0
    outputs = {"up": up, "down": none, "ago": np.full(COUNT, 2.0)}
    (dense,) = [part for part in drawn("fractal", outputs, 4_000.0, 8_000.0) if isinstance(part, Rects)]
    assert dense.array[0, 0] + dense.array[0, 2] // 2 == 100, "bar 5,000 of those from 4,000 on, ten a pixel"
    (dot,) = [part for part in drawn("fractal", outputs, 4_979.5, 5_000.5) if isinstance(part, Oval)]
    assert dot.rect[0] + dot.rect[2] / 2 == pytest.approx(WIDTH * 20.5 / 21, abs=1.0), "though it was known after the view's end"
    assert not [part for part in drawn("fractal", outputs, 5_001.5, 5_022.5) if isinstance(part, Oval) and part.rect[0] > 0]
