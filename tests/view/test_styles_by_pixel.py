"""What every bar style puts on the screen, counted pixel by pixel, against the bars one by one: at any zoom nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from charting.core.bars import Bars, Floats
from charting.core.document import BarStyle, PriceMadeStyle, ScaleKind
from charting.core.interval import DAY
from charting.core.lod import column_edges
from charting.core.scales import PriceScale
from charting.core.theme import theme
from charting.core.viewport import Viewport
from charting.indicators.own.heikin_ashi import Averaged
from charting.scene import marks
from charting.scene.levels import Levels
from charting.scene.styles import AREAS, STYLES, Shown
from charting.view.painter import paint
from charting.view.type import Type
from tests.scene.making import look, walk
from tests.view.golden.painting import pixels_of

WIDTH, HEIGHT, LEFT = 160, 200, 7
TIMED = [style for style in get_args(BarStyle) if style not in get_args(PriceMadeStyle)]
OF_CLOSES = ("line", "step", "area", "baseline", "columns")
THEME = theme("dark")


def spiky(count: int, seed: int) -> Bars:
    """A random walk in which one bar of a hundred reaches far up or down, alone, and the close with some of these."""
    bars, chance = walk(count, seed), np.random.default_rng(seed)
    scale = np.where(chance.random(count) < 0.01, chance.choice([0.85, 1.17], count), 1.0)
    close = np.where(chance.random(count) < 0.5, bars.close * scale, bars.close)
    high, low = np.maximum.reduce([bars.high, bars.high * scale, close]), np.minimum.reduce([bars.low, bars.low * scale, close])
    return Bars.of(bars.time, bars.open, high, low, close, bars.volume, DAY)


def viewport(bars: Bars, first: float, last: float, kind: ScaleKind, inverted: bool) -> Viewport:
    first, last = marks.slots_in_view(first, last, float(WIDTH))
    low, high = float(bars.low.min()), float(bars.high.max())
    return Viewport(LEFT, 0, WIDTH, HEIGHT, first, last, PriceScale(low * 0.9, high * 1.1, kind, inverted, low))


def inked(style: BarStyle, bars: Bars, view: Viewport) -> NDArray[np.bool_]:
    """Which pixels (HEIGHT, WIDTH) the style paints in the full colour of its bars; half of it at an edge counts."""
    levels = Levels()
    shown = Shown(bars, marks.columns(bars, levels, view), view, levels, look())
    image = QImage(LEFT + WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(int(THEME.chart[1:], 16))
    painter = QPainter(image)
    try:
        areas = AREAS[style](shown) if style in AREAS else ()
        paint(painter, (*areas, *STYLES[style](shown)), Type(QFont(), 1.0))
    finally:
        painter.end()
    found = pixels_of(image)[:, LEFT:].astype(np.int64)
    ground = rgb(THEME.chart)
    if style == "columns":
        return (abs(found - ground) > 8).any(axis=2)
    near = np.zeros(found.shape[:2], dtype=bool)
    for colour in (THEME.up, THEME.down, THEME.accent):
        ink = rgb(colour)
        share = ((found - ground) @ (ink - ground)) / float((ink - ground) @ (ink - ground))
        off = np.linalg.norm(found - ground - share[..., np.newaxis] * (ink - ground), axis=2)
        near |= (share > 0.42) & (off < 12)
    return near


def rgb(colour: str) -> NDArray[np.int64]:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])


def shown_prices(style: BarStyle, bars: Bars) -> tuple[Floats, Floats]:
    """The lowest and the highest price that each bar has in a style."""
    if style in OF_CLOSES:
        return bars.close, bars.close
    made = Averaged(bars).bars if style == "heikin-ashi" else bars
    return made.low, made.high


def reaches(style: BarStyle, bars: Bars, view: Viewport) -> list[tuple[int, float, float]]:
    """For each pixel column with bars in it: its number and between which heights its bars reach, found one by one."""
    low, high = shown_prices(style, bars)
    found = []
    if view.slot_width < marks.CANDLE_WIDTH:
        edges = column_edges(view.first_slot, view.last_slot, WIDTH, len(bars)).tolist()
        rows = [(column, start, stop) for column, (start, stop) in enumerate(pairwise(edges)) if start < stop]
    else:
        start, stop = marks.visible_rows(view, len(bars))
        rows = [(int(np.floor(view.x(float(row)))) - LEFT, row, row + 1) for row in range(start, stop)]
    for column, start, stop in rows:
        if 0 <= column < WIDTH:
            ends = view.y(float(low[start:stop].min())), view.y(float(high[start:stop].max()))
            found.append((column, min(ends), max(ends)))
    return found


@pytest.mark.parametrize("style", TIMED)
@settings(max_examples=12)
@given(
    seed=st.integers(0, 5),
    bars_in_view=st.one_of(st.floats(6, 79), st.floats(81, 400), st.floats(400, 12_000)),
    share=st.floats(0, 1),
    kind=st.sampled_from(["linear", "log", "percent"]),
    inverted=st.booleans(),
)
def test_every_pixel_column_reaches_exactly_as_far_as_its_bars(
    qapp: QApplication, style: BarStyle, seed: int, bars_in_view: float, share: float, kind: ScaleKind, inverted: bool
) -> None:
    bars = spiky(9000, seed)
    first = (len(bars) - bars_in_view) * share
    view = viewport(bars, first, first + bars_in_view, kind, inverted)
    ink, wanted = inked(style, bars, view), reaches(style, bars, view)
    assert wanted
    slack = 1.0 if style not in OF_CLOSES else 2.0  # a line is wider than a pixel
    dense = view.slot_width < marks.CANDLE_WIDTH
    tops = {column: top for column, top, _ in wanted}
    bottoms = {column: bottom for column, _, bottom in wanted}
    for column, top, bottom in wanted:
        if style == "baseline" and abs(top + bottom - HEIGHT) < 8 and bottom - top < 4:
            continue  # on the base two colours share its pixels
        rows = np.flatnonzero(ink[:, column])
        assert len(rows), f"nothing in column {column}"
        if style == "columns":  # it stands on the foot of the pane, and shows the close that is furthest from it
            assert rows[0] == pytest.approx(top, abs=1.5)
            continue
        assert rows[0] <= top + slack
        assert rows[-1] + 1 >= bottom - slack
        if dense:  # and no further: nothing but the way to the columns beside it
            beside = [near for near in range(column - 2, column + 3) if near in tops]
            assert rows[0] >= min(tops[near] for near in beside) - slack - 1
            assert rows[-1] + 1 <= max(bottoms[near] for near in beside) + slack + 1
        elif style not in OF_CLOSES:
            assert rows[0] >= top - slack - 1
            assert rows[-1] + 1 <= bottom + slack + 1
