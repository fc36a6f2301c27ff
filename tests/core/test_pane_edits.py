"""Panes change their order and exchange indicators; nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.document import Chart, Indicator, Pane, Workspace
from charting.core.edits import add_indicator, edit_price_pane, remove_indicator
from charting.core.pane_edits import Place, move_indicator, move_pane, place_of, remove_pane


def workspace(*panes: str) -> Workspace:
    """Panes a, b ... with an indicator for each letter given."""
    made = tuple(
        Pane(f"pane{index}", 1.0 if index == 0 else 0.4, tuple(Indicator(letter, "sma") for letter in letters))
        for index, letters in enumerate(panes)
    )
    return Workspace(1, "Test", "chart", (Chart("chart", "HSTECH.HK", "demo", panes=made),))


def shown(document: Workspace) -> list[str]:
    return ["".join(one.id for one in pane.indicators) for pane in document.chart.panes]


def test_an_indicator_goes_to_another_pane_and_an_empty_pane_goes_away() -> None:
    before = workspace("ab", "c", "d")
    assert shown(move_indicator(before, "chart", "c", Place("pane0"))) == ["abc", "d"]
    assert shown(move_indicator(before, "chart", "a", Place("pane2"))) == ["b", "c", "da"]
    assert shown(move_indicator(workspace("a", "b"), "chart", "a", Place("pane1"))) == ["", "ba"]


def test_an_indicator_gets_a_pane_of_its_own() -> None:
    before = workspace("ab", "cd", "e")
    assert shown(move_indicator(before, "chart", "a", Place(index=1))) == ["b", "a", "cd", "e"]
    assert shown(move_indicator(before, "chart", "d", Place(index=3))) == ["ab", "c", "e", "d"]
    above = move_indicator(before, "chart", "d", Place(index=0))
    assert shown(above) == ["d", "ab", "c", "e"]
    assert above.chart.price_pane is before.chart.panes[0]


def test_what_is_not_there_is_not_moved() -> None:
    before = workspace("ab", "c")
    for place in (Place("pane1"), Place(index=1)):
        assert move_indicator(before, "chart", "x", place) is before
    assert move_indicator(before, "chart", "a", Place("gone")) is before
    assert move_pane(before, "chart", "gone", 0) is before


def test_the_only_indicator_of_a_pane_takes_the_pane_along() -> None:
    before = workspace("a", "b", "c")
    after = move_indicator(before, "chart", "c", Place(index=1))
    assert shown(after) == ["a", "c", "b"]
    assert after.chart.panes[1] is before.chart.panes[2]


def test_panes_change_places() -> None:
    before = workspace("a", "b", "c", "d")
    assert shown(move_pane(before, "chart", "pane3", 1)) == ["a", "d", "b", "c"]
    assert shown(move_pane(before, "chart", "pane1", 4)) == ["a", "c", "d", "b"]
    assert shown(move_pane(before, "chart", "pane2", 0)) == ["c", "a", "b", "d"]
    assert shown(move_pane(before, "chart", "pane0", 3)) == ["b", "c", "a", "d"]
    unchanged = (("pane2", 3), ("pane2", 2), ("pane0", 0), ("pane0", -1), ("pane3", 9), ("gone", 1))
    assert all(move_pane(before, "chart", pane_id, index) is before for pane_id, index in unchanged)


def test_the_bars_keep_their_pane_wherever_it_stands() -> None:
    before = workspace("a", "b", "c")
    assert (before.chart.bars_pane, before.chart.price_index) == ("", 0)
    middle = move_pane(before, "chart", "pane0", 2)
    assert (middle.chart.bars_pane, middle.chart.price_index) == ("pane0", 1)
    assert middle.chart.price_pane is before.chart.panes[0]
    assert move_pane(middle, "chart", "pane0", 0) == before
    over = add_indicator(middle, "chart", Indicator("x", "sma"), own_pane=False)
    assert shown(over) == ["b", "ax", "c"]
    emptied = remove_indicator(remove_indicator(middle, "chart", "a"), "chart", "b")
    assert shown(emptied) == ["", "c"]
    assert emptied.chart.price_index == 0
    alone = move_indicator(middle, "chart", "b", Place("pane0"))
    assert shown(alone) == ["ab", "c"]
    assert alone.chart.bars_pane == "", "as it always was where the bars stand on top"
    assert shown(remove_pane(middle, "chart", "pane1")) == ["a", "c"]
    assert remove_pane(middle, "chart", "pane0") is middle


def test_a_chart_whose_pane_of_the_bars_is_gone_has_them_in_its_first() -> None:
    chart = replace(workspace("a", "b").chart, bars_pane="gone")
    assert chart.price_pane is chart.panes[0]
    assert replace(chart, panes=()).price_index == 0


def test_only_the_pane_of_the_bars_is_edited() -> None:
    chart = move_pane(workspace("a", "b", "c"), "chart", "pane0", 2).chart
    assert edit_price_pane(chart, lambda pane: pane) is chart
    edited = edit_price_pane(chart, lambda pane: replace(pane, weight=3.0))
    assert [pane.weight for pane in edited.panes] == [0.4, 3.0, 0.4]


def test_a_pane_goes_with_its_indicators_but_not_that_of_the_bars() -> None:
    before = workspace("a", "b", "c")
    assert shown(remove_pane(before, "chart", "pane1")) == ["a", "c"]
    assert remove_pane(before, "chart", "pane0") is before


@given(st.data())
def test_no_move_loses_or_doubles_an_indicator(data: st.DataObject) -> None:
    document = workspace("ab", "c", "de", "f")
    for _ in range(6):
        panes = document.chart.panes
        id_ = data.draw(st.sampled_from("abcdef"))
        to = data.draw(st.one_of(st.sampled_from([Place(pane.id) for pane in panes]), st.builds(Place, index=st.integers(-1, 6))))
        document = move_indicator(document, "chart", id_, to)
        document = move_pane(document, "chart", data.draw(st.sampled_from(panes)).id, data.draw(st.integers(-1, 6)))
        chart = document.chart
        assert sorted("".join(shown(document))) == list("abcdef")
        assert chart.price_pane.id == "pane0"
        assert (chart.bars_pane == "") == (chart.panes[0].id == "pane0")
        assert all(pane.indicators for pane in chart.panes if pane.id != "pane0")
        assert place_of(document.chart, id_) is not None
