"""Broken lines: how long their dashes are, where they begin, and that they stay where they are while the chart is panned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QImage, QPainter

from charting.core.document import BarStyle, Dash, Indicator, Pane, PriceMadeStyle, Stroke
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection
from charting.drawings.sheet import lay_out
from charting.indicators.catalogue import CATALOGUE, kind_of
from charting.indicators.declaration import Outputs
from charting.indicators.values import IndicatorValues
from charting.scene import marks, plots, plotting
from charting.scene.levels import Levels
from charting.scene.primitives import DASHES, Oval, Primitive, Text
from charting.scene.shapes import primitives_of
from charting.scene.styles import STYLES, Shown
from charting.view.dashes import bent_dashes, dashes
from charting.view.painter import paint
from charting.view.type import Type
from tests.bench.drawings import mixed
from tests.scene.making import INDEX, look, series_of, walk

WIDTH, HEIGHT, SLOT, EDGE = 300, 220, 9.37, 14
BARS = walk(400, 3)
ROWS = slice(190, 400)
SCALE = PriceScale(float(BARS.low[ROWS].min()), float(BARS.high[ROWS].max()))
VALUES = IndicatorValues()
DRAWINGS = mixed(BARS, 2 * len(TOOLS), 120, 380)


def length(pieces: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])


@given(st.floats(0.5, 4.0), st.floats(-500.0, 500.0), st.sampled_from(("dash", "dot")), st.floats(5.0, 400.0))
def test_a_part_of_a_line_has_the_dashes_of_the_whole(width: float, phase: float, dash: Dash, cut: float) -> None:
    points = np.array([[0.0, 0.0], [300.0, 100.0], [340.0, 400.0], [900.0, 380.0]])
    whole = dashes(points, width, dash, phase)
    assert 0.2 < length(whole).sum() / np.hypot(*np.diff(points, axis=0).T).sum() < 0.8
    share = min(cut / np.hypot(300.0, 100.0), 0.99)
    rest = np.concatenate(([share * points[1]], points[1:]))
    part = dashes(rest, width, dash, phase + share * np.hypot(300.0, 100.0))
    kept = whole[whole[:, 0] >= rest[0, 0]]
    assert part[-len(kept) :] == pytest.approx(kept, abs=1e-6)
    assert len(part) - len(kept) in (0, 1)


@given(st.floats(1.0, 4.0), st.floats(-50.0, 50.0), st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), min_size=2))
@example(1.0, 0.0, [(0.0, 0.0), (0.0, 0.0), (0.0, 2.3e-311)])
def test_in_a_rectangle_there_are_the_dashes_of_the_whole_line(
    width: float, phase: float, corners: list[tuple[float, float]]
) -> None:
    points, clip = np.array(corners), (100.0, 50.0, 300.0, 200.0)
    whole, part = (dashes(points, width, "dash", phase, rect) for rect in (None, clip))
    assert length(part).sum() <= length(whole).sum() + 1e-6
    middles = (whole[:, :2] + whole[:, 2:]) / 2
    inside = (middles[:, 0] > 110) & (middles[:, 0] < 390) & (middles[:, 1] > 60) & (middles[:, 1] < 240)
    ends = np.abs(whole[inside & (length(whole) < 5)]).round(3)
    assert {tuple(row) for row in ends.tolist()} <= {tuple(row) for row in np.abs(part).round(3).tolist()}


@given(st.floats(0.5, 4.0), st.floats(-50.0, 50.0), st.sampled_from(("dash", "dot")), st.tuples(*4 * [st.integers(-900, 900)]))
def test_a_line_between_two_points_has_the_dashes_of_one_that_goes_on(
    width: float, phase: float, dash: Dash, ends: tuple[int, int, int, int]
) -> None:
    (x, y), (x1, y1) = points = np.array(ends, dtype=np.float64).reshape(2, 2)
    for clip in (None, (100.0, 50.0, 300.0, 200.0)):
        alone, longer = (dashes(one, width, dash, phase, clip) for one in (points, np.concatenate((points, points[-1:]))))
        assert alone == pytest.approx(longer, abs=1e-6)
    assert (x, y) == (x1, y1) or len(dashes(points, width, dash, phase))


@given(st.floats(0.5, 4.0), st.sampled_from(("dash", "dot")), st.integers(2, 9), st.booleans())
def test_whole_dashes_are_alike_and_nothing_else_is_one(width: float, dash: Dash, count: int, turns: bool) -> None:
    """Of a dot at least two pixels are seen; a line that ends where a dash would begin ends with the room before it."""
    first = dashes(np.array([[0.0, 5.0], [500.0, 5.0]]), width, dash)
    on, period = length(first)[0], first[1, 0] - first[0, 0]
    assert on == pytest.approx(max(width * DASHES[dash][0], 2.0))
    assert period - on == pytest.approx(width * DASHES[dash][1] + on - width * DASHES[dash][0])
    points = np.array([[0.0, 5.0], [count * period, 5.0], [count * period, 5.0]])[: 3 if turns else 2]
    found = dashes(points, width, dash)
    assert len(found) == count
    assert length(found) == pytest.approx(np.full(count, on))


@given(st.floats(1.0, 4.0), st.floats(-50.0, 50.0), st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), min_size=2))
@example(
    4.0,
    0.0,
    [(99.0, 0.0), (99.0, 300.0), (402.0, 300.0), (402.0, 0.0), (90.0, 251.0), (500.0, 251.0), (500.0, 49.0), (0.0, 49.0)],
)
def test_nothing_is_missing_up_to_the_edges_of_the_rectangle(
    width: float, phase: float, corners: list[tuple[float, float]]
) -> None:
    """A wide line shows in it as long as it is no further beside it than it is wide."""
    points = np.array(corners)
    (left, top, across, down), inside = (100.0, 50.0, 300.0, 200.0), width - 0.01
    whole, part = (dashes(points, width, "dash", phase, rect) for rect in (None, (left, top, across, down)))
    at = np.concatenate([whole[:, :2] + share * (whole[:, 2:] - whole[:, :2]) for share in (0.1, 0.5, 0.9)])
    x, y = at.T
    seen = (x > left - inside) & (x < left + across + inside) & (y > top - inside) & (y < top + down + inside)
    for place in at[seen]:
        gone = np.hypot(*(part[:, :2] - place).T) + np.hypot(*(part[:, 2:] - place).T) - length(part)
        assert gone.min(initial=np.inf) < 1e-6


@pytest.mark.parametrize("corners", [[(0.0, 20.0), (900.0, 20.0)], [(500.0, 0.0), (500.0, 900.0)], [(0.0, 0.0), (90.0, 900.0)]])
def test_a_line_beside_the_rectangle_has_no_dashes(corners: list[tuple[float, float]]) -> None:
    for more in (corners, [*corners, corners[-1]]):
        assert len(dashes(np.array(more), 2.0, "dash", 0.0, (100.0, 50.0, 300.0, 200.0))) == 0


@given(
    st.sampled_from((1.0, 2.0, 4.0)), st.lists(st.tuples(st.floats(1.0, 40.0), st.floats(-40.0, 40.0)), min_size=2, max_size=30)
)
def test_a_line_with_corners_has_as_many_dashes_as_a_straight_one_some_of_them_bent(
    width: float, ways: list[tuple[float, float]]
) -> None:
    points = np.concatenate(([(0.0, 0.0)], np.cumsum(ways, axis=0)))
    pieces = dashes(points, width, "dash")
    bent, alone = bent_dashes(pieces)
    straight = dashes(np.array([[0.0, 0.0], [np.hypot(*np.array(ways).T).sum(), 0.0]]), width, "dash")
    lengths = [*(np.hypot(*np.diff(one, axis=0).T).sum() for one in bent), *length(alone)]
    assert sorted(lengths) == pytest.approx(sorted(length(straight)), abs=1e-4)
    again = np.concatenate([alone, *(np.concatenate((one[:-1], one[1:]), axis=1) for one in bent)])
    assert sorted(map(tuple, again.round(3).tolist())) == sorted(map(tuple, pieces.round(3).tolist()))


def test_a_line_of_a_million_pixels_has_no_more_dashes_than_are_seen() -> None:
    points = np.column_stack((np.arange(0.0, 1000.0, 5.0), np.tile([-1e6, 1e6], 100)))
    found = dashes(points, 2.0, "dash", 0.0, (0.0, 0.0, 1000.0, 500.0))
    assert 199 * 500 / 12 < len(found) < 2 * 199 * 510 / 12


def test_dashes_that_bend_are_told_from_those_that_do_not() -> None:
    pieces = dashes(np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 100.0]]), 2.0, "dash")
    bent, alone = bent_dashes(pieces)
    assert bent == []
    (corner,), _ = bent_dashes(dashes(np.array([[0.0, 0.0], [6.0, 0.0], [6.0, 100.0]]), 2.0, "dash"))
    assert corner.tolist() == [[0.0, 0.0], [6.0, 0.0], [6.0, 2.0]]
    assert length(alone).sum() + sum(np.hypot(*np.diff(one, axis=0).T).sum() for one in bent) == pytest.approx(
        length(pieces).sum()
    )


def painted(primitives: Sequence[Primitive]) -> NDArray[np.int16]:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0xFF101418)
    painter = QPainter(image)
    paint(painter, primitives, Type(QFont(), 1.0), clip=(0.0, 0.0, float(WIDTH), float(HEIGHT)))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4).astype(np.int16)


def changed(draw: Callable[[Viewport], Sequence[Primitive]], scale: PriceScale = SCALE) -> int:
    """The most pixels that look otherwise while a chart is panned, but where something comes into view or leaves it."""

    def view(by: int) -> Viewport:
        first = 200.3 + by / SLOT
        return Viewport(0, 0, WIDTH, HEIGHT, first, first + WIDTH / SLOT, scale)

    before, most = painted(draw(view(0))), 0
    for by in (1, 9, 23, 57):
        after = painted(draw(view(by)))
        one, other = before[:, by + EDGE : WIDTH - EDGE], after[:, EDGE : WIDTH - by - EDGE]
        most = max(most, int((abs(one - other).max(axis=2) > 40).sum()))
    return most


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("style", [style for style in get_args(BarStyle) if style not in get_args(PriceMadeStyle)])
def test_bars_stay_as_they_are_while_panned(style: BarStyle) -> None:
    levels = Levels()
    assert not changed(lambda view: STYLES[style](Shown(BARS, marks.columns(BARS, levels, view), view, levels, look())))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("dash", ["solid", "dash", "dot"])
def test_indicators_stay_as_they_are_while_panned(dash: Dash) -> None:
    trembling = [kind for kind in CATALOGUE if _stands_by_bars(kind) and changed(*drawn(kind, dash)) > 2]
    assert not trembling


def _stands_by_bars(kind: str) -> bool:
    """Whether what it draws belongs to bars: rows of volume by price stand at the edges, and marks may come in with names."""
    declared = kind_of(kind)
    styles = {plot.style for plot in declared.plots}
    return not styles & {"profile", "marks"} and not any(one.is_symbol for one in declared.parameters)


def drawn(kind: str, dash: Dash) -> tuple[Callable[[Viewport], Sequence[Primitive]], PriceScale]:
    declared = kind_of(kind)
    strokes = {plot.name: Stroke("blue", 2.0, dash) for plot in declared.plots}
    outputs: Outputs = VALUES.values(BARS, Indicator("a", kind))
    (shown,) = plots.plotted(Pane("p", indicators=(Indicator("a", kind, strokes=strokes),)), lambda _: outputs)
    levels, scale = Levels(), SCALE
    if declared.pane == "own":
        low, high = np.array(plots.extremes([shown], levels, ROWS.start, ROWS.stop)).T
        scale = PriceScale(float(low[0]) - 1e-9, float(high[0]) + 1e-9)

    def draw(view: Viewport) -> Sequence[Primitive]:
        under = plotting.under(shown, BARS, view, levels, look())
        return [*(part for layer in under for part in layer), *plotting.over(shown, BARS, view, levels, look())]

    return draw, scale


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("dash", ["solid", "dash", "dot"])
def test_drawings_stay_as_they_are_while_panned(dash: Dash) -> None:
    """But for their texts, some of which are held within the pane."""
    series = series_of(BARS)

    def trembles(number: int) -> bool:
        drawing = replace(DRAWINGS[number], stroke=replace(DRAWINGS[number].stroke, dash=dash))

        def draw(view: Viewport) -> Sequence[Primitive]:
            pane = Projection(view, series.axis, series.bars, INDEX, look().wording)
            found = primitives_of(lay_out((drawing,), pane).laying.figures, look(), pane.plane.x0)
            return [part for part in found if not isinstance(part, Text | Oval)]

        low, high = float(BARS.low[100:].min()), float(BARS.high[100:].max())
        return changed(draw, PriceScale(low * 0.97, high * 1.03)) > 3

    assert not [DRAWINGS[number].kind for number in range(len(DRAWINGS)) if trembles(number)]
