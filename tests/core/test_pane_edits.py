"""Panes change their order and exchange indicators; nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from charting.core.document import Chart, Indicator, Pane, Workspace
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
    assert shown(move_indicator(before, "chart", "d", Place(index=0))) == ["ab", "d", "c", "e"]


def test_the_only_indicator_of_a_pane_takes_the_pane_along() -> None:
    before = workspace("a", "b", "c")
    after = move_indicator(before, "chart", "c", Place(index=1))
    assert shown(after) == ["a", "c", "b"]
    assert after.chart.panes[1] is before.chart.panes[2]


def test_panes_change_places_below_the_bars() -> None:
    before = workspace("a", "b", "c", "d")
    assert shown(move_pane(before, "chart", "pane3", 1)) == ["a", "d", "b", "c"]
    assert shown(move_pane(before, "chart", "pane1", 4)) == ["a", "c", "d", "b"]
    assert shown(move_pane(before, "chart", "pane2", 0)) == ["a", "c", "b", "d"]
    for unchanged in (move_pane(before, "chart", "pane0", 3), move_pane(before, "chart", "pane2", 3)):
        assert unchanged is before


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
        first = panes[0].id
        document = move_indicator(document, "chart", id_, to)
        assert sorted("".join(shown(document))) == list("abcdef")
        assert document.chart.panes[0].id == first
        assert all(pane.indicators for pane in document.chart.panes[1:])
        assert place_of(document.chart, id_) is not None
