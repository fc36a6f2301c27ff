"""Dividing a chart's rectangle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from charting.core.document import Chart, Pane
from charting.scene.layout import lay_out, pane_heights
from tests.scene.making import look

weights = st.lists(st.floats(0.01, 10), min_size=1, max_size=8)


@given(weights, st.integers(1, 3000))
def test_heights_share_out_everything(shares: list[float], height: int) -> None:
    panes = [Pane(str(index), weight) for index, weight in enumerate(shares)]
    heights = pane_heights(panes, height, 40)
    assert sum(heights) == height
    assert min(heights) >= min(40, height // len(panes))


sides = st.sampled_from([(0, 80), (80, 0), (64, 80)])


@given(weights, st.integers(200, 4000), st.integers(200, 3000), st.sampled_from([1.0, 1.25, 2.0]), sides)
def test_parts_do_not_overlap_and_fill_the_chart(
    shares: list[float], width: int, height: int, ratio: float, widths: tuple[int, int]
) -> None:
    panes = [Pane(str(index), weight) for index, weight in enumerate(shares)]
    found = lay_out(Chart("chart", "^HSI", "demo", panes=tuple(panes)), (width, height), widths, look(ratio))
    for pane, left, right in zip(found.panes, found.left, found.right, strict=True):
        assert (left[2], right[2]) == widths
        assert left[0] == 0
        assert pane[0] == (left[2] + look(ratio).px(1) if left[2] else 0)
        assert right[0] == pane[0] + pane[2] + (look(ratio).px(1) if right[2] else 0)
        assert right[0] + right[2] == width
        assert (pane[1], pane[3]) == (left[1], left[3]) == (right[1], right[3])
    for upper, lower in zip(found.panes, found.panes[1:], strict=False):
        assert upper[1] + upper[3] < lower[1]
    assert found.time[1] + found.time[3] == height
    assert (found.time[0], found.time[2]) == (found.panes[0][0], found.panes[0][2])


@given(weights, st.integers(200, 3000), st.data())
def test_a_maximised_pane_has_the_chart_to_itself(shares: list[float], height: int, data: st.DataObject) -> None:
    panes = [Pane(str(index), weight) for index, weight in enumerate(shares)]
    chosen = data.draw(st.integers(0, len(panes) - 1))
    assert pane_heights(panes, height, 40, str(chosen)) == tuple(height if i == chosen else 0 for i in range(len(panes)))


def test_a_collapsed_pane_keeps_a_line_and_the_price_pane_never_folds() -> None:
    panes = [Pane("price", collapsed=True), Pane("one", collapsed=True), Pane("two")]
    assert pane_heights(panes, 424, 40) == (200, 24, 200)


def test_a_weight_beyond_all_measure_takes_what_there_is() -> None:
    """As a file written by hand may have it; no chart of it could be painted."""
    panes = tuple(Pane(str(index), weight) for index, weight in enumerate((1.0, 1e308, 1e308)))
    heights = pane_heights(panes, 440, 40)
    assert sum(heights) == 440
    assert heights[0] in (40, 41)
    assert heights[1] == 200
