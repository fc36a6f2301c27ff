"""Prices that are missing, infinite, zero, negative or all the same, one bar and none: in every style and on every scale."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import get_args

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from charting.core.bars import Bars, Floats
from charting.core.document import BarStyle, Chart, Indicator, PriceMadeStyle, Scale, ScaleKind
from charting.core.interval import DAY
from charting.core.theme import mix
from charting.indicators.values import IndicatorValues
from charting.scene.chart import ChartScene, build_chart
from charting.scene.legend_layout import legend_lines, runs
from charting.scene.levels import Levels
from charting.scene.listing import listing
from charting.scene.overlay import Cursor, crosshair
from charting.scene.panes import View
from charting.scene.primitives import Group, Rects
from charting.scene.series import in_style
from charting.view.painter import paint
from charting.view.type import Type
from tests.scene.making import chart, look, series_of, walk
from tests.view.golden.painting import pixels_of, wordless

SIZE = (360, 260)
BARS = walk(120)
STYLES: tuple[BarStyle, ...] = get_args(BarStyle)
SCALES = [Scale(kind, inverted=inverted) for kind, inverted in product(get_args(ScaleKind), (False, True))]
OVER = (Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 5}))


def closing_at(closes: Floats) -> Bars:
    """Bars with these closes, each opening at the one before and a little wider than both."""
    opens = np.concatenate((closes[:1], closes[:-1]))
    reach = np.where(np.isfinite(closes), np.abs(closes), 0.0) * 0.005
    high, low = np.fmax(opens, closes) + reach, np.fmin(opens, closes) - reach
    return Bars.of(BARS.time[: len(closes)], opens, high, low, closes, np.full(len(closes), 1e6), DAY)


def some(value: float) -> Bars:
    """An ordinary walk in which the first close, one amid and the last are a value."""
    closes = BARS.close.copy()
    closes[[0, 60, 61, 119]] = value
    return closing_at(closes)


def flat(value: float) -> Bars:
    return Bars.of(BARS.time, *[np.full(120, value)] * 4, np.zeros(120), DAY)


AWKWARD = {
    "some missing": some(np.nan),
    "some infinite": some(np.inf),
    "some infinitely low": some(-np.inf),
    "some zero": some(0.0),
    "some negative": some(-100.0),
    "all missing": closing_at(np.full(40, np.nan)),
    "all zero": flat(0.0),
    "all negative": closing_at(-BARS.close),
    "about zero": closing_at(30 * np.sin(np.arange(120) / 9)),
    "all equal": flat(5000.0),
    "tiny": closing_at(1e-9 * np.linspace(1, 1.1, 120)),
    "huge": closing_at(1e14 * np.linspace(1, 1.1, 120)),
    "a leap": closing_at(np.repeat([1.0, 1e6], 60)),
    "two": BARS.slice(0, 2),
    "one": BARS.slice(0, 1),
    "none": BARS.slice(0, 0),
}
NOTHING = ("all missing", "none")


@pytest.fixture(autouse=True)
def careful() -> Iterator[None]:
    """What numpy would only warn of is an error."""
    with np.errstate(divide="raise", invalid="raise", over="raise"):
        yield


def scene_of(made: Chart, bars: Bars, first: float, last: float) -> ChartScene:
    series, cache = in_style(series_of(bars), made.style, made.sizes), IndicatorValues()
    lookup = lambda one: cache.values(series.bars, cache.recipe(one))  # noqa: E731
    return build_chart(made, (), series, lookup, View(first, last, SIZE), Levels(), look())


def painted(scene: ChartScene) -> int:
    """Paint the chart with its legend and the crosshair over it; how many pixels of its pane have the colour of bars."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter, type_ = QPainter(image), letters()
    try:
        paint(painter, tuple(wordless(scene.primitives)), type_)
        found = ink(scene, pixels_of(image))
        paint(painter, scene.primitives, type_)
        paint(painter, runs(legend_lines(scene, len(scene.series.bars) // 2, look())), type_)
        for place in (Cursor(150, 60, 0), Cursor(20, 200, 1), Cursor(200, 250, None)):
            paint(painter, crosshair(scene, place, look()), type_)
    finally:
        painter.end()
    return found


@cache
def letters() -> Type:
    """The chart's type, laid out once."""
    return Type(QFont(), 1.0)


def ink(scene: ChartScene, pixels: np.ndarray) -> int:
    """Pixels of the price pane in a colour in which bars are painted, or nearly so, as at the edge of a line."""
    theme, (left, top, width, height) = look().theme, (round(part) for part in scene.price_pane.rect)
    pane = pixels[top : top + height, left : left + width].astype(np.int64)
    colours = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (theme.up, theme.down, theme.accent)]
    return sum(int((abs(pane - colour) < 70).all(axis=2).sum()) for colour in colours)


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("style", STYLES)
def test_they_are_painted_without_an_error_and_seen_where_they_can_be(qapp: QApplication, style: BarStyle, name: str) -> None:
    bars = AWKWARD[name]
    seen = []
    for number, (first, last) in enumerate([(-0.5, max(len(bars), 5) + 2.5), (-500.0, 900.0)]):
        scale = SCALES[(number + 3 * STYLES.index(style) + 5 * list(AWKWARD).index(name)) % len(SCALES)]
        plain = chart(OVER, (Indicator("rsi", "rsi"),))
        panes = (replace(plain.panes[0], scale=scale), *plain.panes[1:])
        scene = scene_of(replace(plain, style=style, panes=panes), bars, first, last)
        for row in (-1, 0, len(bars) - 1):
            listing(scene, row, look())
        seen.append(painted(scene))
        shown = scene.price_pane.viewport.scale
        assert np.isfinite([shown.low, shown.high]).all()
        assert shown.low < shown.high
    if name in NOTHING:
        assert not any(seen)
    elif style not in get_args(PriceMadeStyle) and style != "columns":
        assert seen[0]


@pytest.mark.parametrize("kind", ["volume_profile_visible", "sar", "cdldoji", "zigzag", "ichimoku", "supertrend"])
@pytest.mark.parametrize("name", ["about zero", "all negative", "some zero"])
@pytest.mark.parametrize("inverted", [False, True])
def test_indicators_are_left_out_where_a_scale_has_no_place_for_them(
    qapp: QApplication, kind: str, name: str, inverted: bool
) -> None:
    """A log scale that was held by hand, or that of another pane's, has none for zero and less."""
    plain, held = chart((Indicator("mine", kind),), (Indicator("other", kind),)), Scale("log", inverted, 10.0, 9000.0)
    panes = tuple(replace(pane, scale=held) for pane in plain.panes)
    for first, last in ((-0.5, 20.0), (-0.5, 122.5), (-500.0, 900.0)):
        painted(scene_of(replace(plain, panes=panes), AWKWARD[name], first, last))


@pytest.mark.parametrize("inverted", [False, True])
def test_the_band_between_levels_reaches_to_the_edge_beyond_which_a_log_scale_has_no_place(
    qapp: QApplication, inverted: bool
) -> None:
    """As that of a CCI, from -100 to 100, on a log scale that was dragged up."""
    plain = chart((), (Indicator("mine", "cci"),))
    pane = replace(plain.panes[1], scale=Scale("log", inverted, 10.0, 1000.0))
    scene = scene_of(replace(plain, panes=(plain.panes[0], pane)), BARS, -0.5, 120.0)
    view = scene.panes[1].viewport
    colour = mix(look().theme.accent, look().theme.chart, 0.07)
    (group,) = [part for part in scene.primitives if isinstance(part, Group) and part.clip == scene.panes[1].rect]
    (band,) = [part.array[0] for part in group.items if isinstance(part, Rects) and part.colour == colour]
    assert band[1] == pytest.approx(view.top if inverted else view.y(100.0), abs=1)
    assert band[1] + band[3] == pytest.approx(view.y(100.0) if inverted else view.bottom, abs=1)
    assert painted(scene)
