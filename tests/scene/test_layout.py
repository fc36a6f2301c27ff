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


@given(weights, st.integers(200, 4000), st.integers(200, 3000), st.sampled_from([1.0, 1.25, 2.0]))
def test_parts_do_not_overlap_and_fill_the_chart(shares: list[float], width: int, height: int, ratio: float) -> None:
    panes = [Pane(str(index), weight) for index, weight in enumerate(shares)]
    found = lay_out(Chart("chart", "^HSI", "demo", panes=tuple(panes)), (width, height), 80, look(ratio))
    for pane, axis in zip(found.panes, found.axes, strict=True):
        assert pane[0] + pane[2] < axis[0]
        assert axis[0] + axis[2] == width
        assert (pane[1], pane[3]) == (axis[1], axis[3])
    for upper, lower in zip(found.panes, found.panes[1:], strict=False):
        assert upper[1] + upper[3] < lower[1]
    assert found.time[1] + found.time[3] == height


@given(weights, st.integers(200, 3000), st.data())
def test_a_maximised_pane_has_the_chart_to_itself(shares: list[float], height: int, data: st.DataObject) -> None:
    panes = [Pane(str(index), weight) for index, weight in enumerate(shares)]
    chosen = data.draw(st.integers(0, len(panes) - 1))
    assert pane_heights(panes, height, 40, str(chosen)) == tuple(height if i == chosen else 0 for i in range(len(panes)))


def test_a_collapsed_pane_keeps_a_line_and_the_price_pane_never_folds() -> None:
    panes = [Pane("price", collapsed=True), Pane("one", collapsed=True), Pane("two")]
    assert pane_heights(panes, 424, 40) == (200, 24, 200)
