"""Indicators as shown: their values, or the sentence that says why there are none."""

from __future__ import annotations

import numpy as np
import pytest

from charting.core.document import Indicator, Pane, PlotShape
from charting.core.scales import PriceScale, ScaleKind
from charting.core.viewport import Viewport
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import SHAPES
from charting.scene import marks, plotting
from charting.scene.legend import plot_line
from charting.scene.levels import Levels
from charting.scene.plots import Failure, Plotted, extremes, plotted
from charting.scene.primitives import Oval, Path, Primitive, Rects
from tests.indicators.making import flat
from tests.scene.making import look

AVERAGE = Indicator("average", "sma", {"period": 50})


def test_the_legend_says_why_there_are_no_values() -> None:
    (shown,) = plotted(Pane("p", indicators=(AVERAGE,)), lambda _: Failure("Its source is gone."))
    assert shown.values is None
    assert "".join(text for text, _ in plot_line(shown, 3, 2, look())) == "SMA 50 – Its source is gone."


def test_the_legend_waits_for_values() -> None:
    (shown,) = plotted(Pane("p", indicators=(AVERAGE,)), lambda _: None)
    assert "".join(text for text, _ in plot_line(shown, 3, 2, look())) == "SMA 50  …"


def test_levels_are_the_users_or_the_declarations() -> None:
    def shown(levels: tuple[float, ...] | None) -> Plotted:
        (one,) = plotted(Pane("p", indicators=(Indicator("a", "rsi", levels=levels),)), lambda _: None)
        return one

    assert (shown(None).levels, shown(None).level_fill) == ((30.0, 70.0), (30.0, 70.0))
    assert (shown((20.0, 50.0, 80.0)).levels, shown((20.0, 50.0, 80.0)).level_fill) == ((20.0, 50.0, 80.0), (20.0, 80.0))
    assert (shown((40.0,)).levels, shown((40.0,)).level_fill) == ((40.0,), None)
    assert (shown(()).levels, shown(()).level_fill) == ((), None)


def test_levels_stretch_the_scale_and_are_drawn() -> None:
    strength = Indicator("a", "rsi", levels=(5.0, 95.0))
    (one,) = plotted(Pane("p", indicators=(strength,)), lambda _: {"rsi": np.full(10, 50.0)})
    assert extremes([one], Levels(), 0, 10) == [(5.0, 95.0)]


def test_a_source_on_the_chart_is_named_in_the_legend() -> None:
    strength = Indicator("strength", "rsi", {"source": "indicator:average/sma"}, interval="1wk")
    (shown,) = plotted(Pane("p", indicators=(strength,)), lambda _: None, {"average": AVERAGE})
    assert shown.title(look().formats) == "RSI 14 (SMA 50) 1W"


def drawn(
    shape: PlotShape, kind: str = "sma", values: tuple[float, ...] = (100.0, 110.0, 105.0), scale: ScaleKind = "linear"
) -> tuple[Primitive, ...]:
    """The first plot of an indicator in a shape, ten pixels a bar and four a unit from 90 at the bottom."""
    names = [plot.name for plot in CATALOGUE[kind].plots]
    outputs = {name: np.array(values) for name in names}
    (one,) = plotted(Pane("p", indicators=(Indicator("a", kind, shapes={names[0]: shape}),)), lambda _: outputs)
    view = Viewport(0, 0, 10.0 * len(values), 100, -0.5, len(values) - 0.5, PriceScale(90, 115, scale))
    return plotting.over(one, flat(len(values)), view, Levels(), look())


def test_a_plot_is_drawn_in_the_shape_the_user_gave_it() -> None:
    (path,) = drawn("line")
    assert isinstance(path, Path)
    assert [type(part) for part in drawn("dots")] == [Oval] * 3
    (steps,) = drawn("step")
    assert isinstance(steps, Rects)
    assert steps.array[:, 1].tolist() == [59, 19, 39], "two pixels thick"


@pytest.mark.parametrize("shape", ["columns", "histogram"])
@pytest.mark.parametrize("scale", ["linear", "log"])
def test_columns_stand_on_the_edge_where_zero_is_out_of_view(shape: PlotShape, scale: ScaleKind) -> None:
    rects = np.concatenate([part.array for part in drawn(shape, scale=scale) if isinstance(part, Rects)])
    assert (rects[:, 1] + rects[:, 3]).tolist() == [100, 100, 100]
    colours = {part.colour for part in drawn(shape) if isinstance(part, Rects) and len(part.array)}
    assert len(colours) == 1, "a line's columns have its colour"


def test_columns_of_both_signs_stand_on_zero() -> None:
    assert marks.foot(Viewport(0, 0, 10, 100, 0, 1, PriceScale(-1, 1))) == 50
    assert marks.foot(Viewport(0, 0, 10, 100, 0, 1, PriceScale(-3, -1))) == 0


@pytest.mark.parametrize("shape", SHAPES)
def test_every_plot_is_drawn_in_every_shape(shape: PlotShape) -> None:
    for kind in CATALOGUE.values():
        if kind.takes_shape(kind.plots[0]):
            assert drawn(shape, kind.kind), kind.kind


def test_a_histogram_brings_zero_into_view_in_a_pane_of_its_own_only() -> None:
    def bounds(kind: str, shape: PlotShape) -> tuple[float, float]:
        shapes = {kind: shape}
        indicator = Indicator("a", kind, shapes=shapes, levels=())
        (one,) = plotted(Pane("p", indicators=(indicator,)), lambda _: {kind: np.array([40.0, 50.0])})
        return extremes([one], Levels(), 0, 2)[0]

    assert bounds("rsi", "histogram") == (0.0, 50.0)
    assert bounds("rsi", "columns") == (40.0, 50.0)
    assert bounds("sma", "histogram") == (40.0, 50.0), "prices are far from zero"


def test_marks_paths_profiles_and_volumes_keep_their_shape() -> None:
    for kind in CATALOGUE.values():
        shapes: dict[str, PlotShape] = {plot.name: "dots" for plot in kind.plots}
        (one,) = plotted(Pane("p", indicators=(Indicator("a", kind.kind, shapes=shapes),)), lambda _: None)
        for declared, plot in zip(kind.plots, one.kind.plots, strict=True):
            fixed = declared.style not in SHAPES or declared.ago is not None or kind.pane == "base"
            assert plot.style == (declared.style if fixed else "dots"), kind.kind


def test_stretches_that_another_output_colours_are_lines_by_themselves() -> None:
    outputs = {"supertrend": np.array([90.0, 91.0, 110.0, 109.0]), "trend": np.array([1, 1, -1, -1], np.int32)}
    (one,) = plotted(Pane("p", indicators=(Indicator("a", "supertrend"),)), lambda _: outputs)
    view = Viewport(0, 0, 40, 100, -0.5, 3.5, PriceScale(80, 120))
    up, down, neither = (part for part in plotting.over(one, flat(4), view, Levels(), look()) if isinstance(part, Path))
    assert [np.isfinite(part.points[:, 1]).tolist() for part in (up, down)] == [
        [True, True, False, False],
        [False, False, True, True],
    ]
    assert not np.isfinite(neither.points[:, 1]).any()
