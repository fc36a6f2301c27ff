"""Scales of indicators beside their pane's, and how the axes of large numbers are written."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import BarStyle, Indicator, Scale
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import IndicatorKind
from charting.indicators.own.heikin_ashi import Averaged
from charting.indicators.values import IndicatorValues
from charting.scene.chart import View, build_chart
from charting.scene.legend import plot_line
from charting.scene.levels import Levels
from charting.scene.panes import in_short_form, rows_in_view
from charting.view.formats import LocaleFormats
from tests.scene.making import chart, look, series_of, walk

BARS = walk(200)


def needs_another(kind: IndicatorKind) -> bool:
    """Whether it is computed from a second instrument, which is none of a scale's business."""
    return any(parameter.form == "symbol" for parameter in kind.parameters)


BOUNDED = [kind for kind in CATALOGUE.values() if kind.bounds is not None and kind.pane == "own" and not needs_another(kind)]


def own_scale(indicator: Indicator, first: float = 100.0) -> PriceScale:
    """The scale of an indicator over the bars, on a chart of forty of them."""
    cache = IndicatorValues()
    lookup = lambda one: cache.values(BARS, cache.recipe(one))  # noqa: E731
    view = View(first, first + 40.0, (640, 480))
    pane = build_chart(chart((indicator,)), (), series_of(BARS), lookup, view, Levels(), look()).panes[0]
    return pane.own[indicator.id].scale


def test_changes_are_counted_from_the_first_price_in_view_however_late_it_comes() -> None:
    closes = walk(1000).close.copy()
    closes[:700], closes[710] = np.nan, 0.0
    bars = replace(walk(1000), close=closes)
    made = chart()
    made = replace(made, panes=(replace(made.panes[0], scale=Scale("percent")),))

    def base(first: float, last: float) -> PriceScale:
        view = View(first, last, (640, 480))
        return build_chart(made, (), series_of(bars), lambda _: None, view, Levels(), look()).panes[0].viewport.scale

    assert [base(10.0, 990.0).base, base(710.0, 990.0).base] == [closes[700], closes[711]]
    assert (base(10.0, 600.0).kind, base(-90.0, -5.0).base) == ("linear", 1.0), "there is none"


@pytest.mark.parametrize("kind", BOUNDED, ids=lambda kind: kind.kind)
def test_an_oscillator_over_the_bars_stands_on_all_that_it_can_reach(kind: IndicatorKind) -> None:
    indicator = Indicator("mine", kind.kind)
    scales = {own_scale(indicator, first) for first in (100.0, 130.0, 155.0)}
    assert len(scales) == 1, "whatever is in view"
    (scale,) = scales
    low, high = kind.bounds
    assert low - 0.2 * (high - low) < scale.low < low < high < scale.high < high + 0.2 * (high - low)


def test_an_oscillator_stays_on_a_scale_that_was_dragged() -> None:
    scale = own_scale(Indicator("mine", "rsi", scale=Scale(low=20.0, high=60.0)))
    assert (scale.low, scale.high) == (20.0, 60.0)


@pytest.mark.parametrize("bounds", [(0.0, 100.0), (100.0, 0.0), (0.0, math.inf), (-math.inf, math.inf), (math.nan, 1.0)])
def test_values_beyond_what_was_declared_are_in_view(monkeypatch: pytest.MonkeyPatch, bounds: tuple[float, float]) -> None:
    """One's own indicator may declare anything."""
    kind = replace(CATALOGUE["rsi"], bounds=bounds)
    monkeypatch.setattr("charting.scene.plots.kind_of", lambda _: kind)
    values = np.linspace(-40.0, 150.0, len(BARS))
    view = View(0.0, 200.0, (640, 480))
    made = chart((Indicator("mine", "rsi"),))
    scene = build_chart(made, (), series_of(BARS), lambda _: {"rsi": values}, view, Levels(), look())
    scale = scene.panes[0].own["mine"].scale
    assert -80.0 < scale.low < -40.0 < 150.0 < scale.high < 190.0


def test_what_has_no_bounds_stands_on_what_it_was() -> None:
    assert own_scale(Indicator("mine", "atr")) != own_scale(Indicator("mine", "atr"), 155.0)


@pytest.mark.parametrize(
    ("ticks", "short"),
    [
        ([0.0, 50.0, 100.0], False),
        ([900_000.0, 950_000.0], False),
        ([1e6, 2e6, 3e6], True),
        ([61.60e9, 61.65e9, 61.70e9], True),
        ([61.600e9, 61.604e9], False),
        ([-4e12, 0.0, 4e12], True),
        ([5e9], False),
    ],
)
def test_axes_are_written_short_where_that_tells_ticks_apart(qapp, ticks: list[float], short: bool) -> None:
    assert in_short_form(np.array(ticks)) is short
    if short:
        texts = [LocaleFormats().quantity(tick) for tick in ticks]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("first", [-0.5, 48.0, 50.0])
@pytest.mark.parametrize("wide", [6.0, 120.0])
@pytest.mark.parametrize("many", [4096, 1])
def test_averaged_bars_are_in_view_with_all_their_bodies(
    monkeypatch: pytest.MonkeyPatch, first: float, wide: float, many: int
) -> None:
    """After a crash they still come from above, where no price is any more."""
    monkeypatch.setattr("charting.scene.panes._MANY", many)
    closes = np.where(np.arange(200) < 50, 5000.0, 4000.0) + np.sin(np.arange(200.0))
    bars = Bars.of(BARS.time, closes, closes + 5, closes - 5, closes, None, DAY)
    view, style = View(first, first + wide, (640, 480)), "heikin-ashi"
    scene = build_chart(replace(chart(), style=style), (), series_of(bars), lambda _: None, view, Levels(), look())
    scale, made = scene.price_pane.viewport.scale, Averaged(bars).bars
    rows = slice(*rows_in_view(series_of(bars), view))
    assert scale.low < made.low[rows].min()
    assert scale.high > made.high[rows].max()


@pytest.mark.parametrize("style", ["candles", "line"])
def test_a_bar_beside_the_view_has_no_part_in_its_scale(style: BarStyle) -> None:
    high = BARS.high.copy()
    high[[99, 140]] *= 3
    bars = Bars.of(BARS.time, BARS.open, high, BARS.low, BARS.close, BARS.volume, DAY)
    made = replace(chart(), style=style)

    def top(first: float, last: float) -> float:
        view = View(first, last, (640, 480))
        return build_chart(made, (), series_of(bars), lambda _: None, view, Levels(), look()).price_pane.viewport.scale.high

    assert top(99.5, 139.5) < 1.5 * BARS.high.max()
    assert top(99.4, 139.5) > 2 * BARS.high.max() * 0.9
    assert top(99.5, 139.6) > 2 * BARS.high.max() * 0.9


def test_small_values_are_written_more_exactly_than_their_ticks() -> None:
    """As a MACD of a currency: its newest value lies between two ticks."""
    values = np.linspace(-0.00031, 0.00037, len(BARS))
    view = View(0.0, 200.0, (640, 480))
    made = chart((), (Indicator("mine", "atr"),))
    scene = build_chart(made, (), series_of(BARS), lambda _: {"atr": values}, view, Levels(), look())
    text = plot_line(scene.panes[1].plotted[0], len(BARS) - 1, scene.panes[1].decimals, look())[-1][0]
    assert float(text) == pytest.approx(0.00037, abs=0.00001)


@pytest.mark.parametrize("size", [1e-8, 1e-6, 0.01])
def test_a_value_a_fiftieth_of_the_scale_is_not_written_as_zero(size: float) -> None:
    """As the histogram of a MACD of a coin, beside lines that have been far away from zero."""
    values = np.append(np.linspace(-size, size, len(BARS) - 1), -size / 30)
    scene = build_chart(
        chart((), (Indicator("mine", "atr"),)), (), series_of(BARS), lambda _: {"atr": values}, View(0.0, 200.0, (640, 480)),
        Levels(), look(),
    )  # fmt: skip
    pane = scene.panes[1]
    legend = plot_line(pane.plotted[0], len(BARS) - 1, pane.decimals, look())[-1][0]
    for text in (legend, pane.axes[0].text(-size / 30, look())):
        assert float(text) == pytest.approx(-size / 30, rel=0.04), "two digits at the least"


def test_a_pane_without_values_is_written_with_two_decimals() -> None:
    scene = build_chart(
        chart((), (Indicator("mine", "atr"),)), (), series_of(BARS), lambda _: {"atr": np.full(len(BARS), np.nan)},
        View(0.0, 200.0, (640, 480)), Levels(), look(),
    )  # fmt: skip
    labels = scene.panes[1].axes[0].labels
    assert labels
    assert all(len(label.partition(".")[2]) == 2 for label in labels)
