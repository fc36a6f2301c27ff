from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings

from charting.core.document import Chart, Compared, Indicator, Pane, Scale, TimeRange, Workspace, carry_view, new_id
from tests.core.documents import moments, workspaces

replace = msgspec.structs.replace


def test_the_active_chart():
    one, two = Chart("1", "^HSI", "demo"), Chart("2", "9988.HK", "demo")
    assert Workspace(1, "", "2", (one, two)).chart is two
    with pytest.raises(LookupError, match="“3”"):
        _ = Workspace(1, "", "3", (one, two)).chart


def test_identifiers_differ():
    assert len({new_id() for _ in range(1000)}) == 1000


def test_a_document_cannot_be_changed_in_place():
    with pytest.raises(AttributeError, match="immutable"):
        Chart("1", "^HSI", "demo").symbol = "9988.HK"


@settings(max_examples=40)
@given(workspace=workspaces())
def test_a_view_carried_onto_itself_changes_nothing(workspace):
    carried = carry_view(workspace, workspace)
    assert carried == workspace
    assert all(one is other for one, other in zip(carried.charts, workspace.charts, strict=True))


@settings(max_examples=40)
@given(target=workspaces(), current=workspaces())
def test_a_carried_view_keeps_the_content_of_one_and_the_sight_of_the_other(target, current):
    carried = carry_view(target, current)
    assert carried.drawings is target.drawings
    assert carried.watchlist is target.watchlist
    assert carried.active == target.active
    assert carried.layout is current.layout
    assert carried.name == current.name
    now = {chart.id: chart for chart in current.charts}
    for before, after in zip(target.charts, carried.charts, strict=True):
        assert (after.id, after.symbol, after.source, after.interval, after.style) == (
            before.id,
            before.symbol,
            before.source,
            before.interval,
            before.style,
        )
        assert [[unlocked(one) for one in pane.indicators] for pane in after.panes] == [
            [unlocked(one) for one in pane.indicators] for pane in before.panes
        ]
        assert (after.sizes, after.price_axis, after.times) == (before.sizes, before.price_axis, before.times)
        assert [pane.scale.kind for pane in after.panes] == [pane.scale.kind for pane in before.panes]
        same = before.id in now and (now[before.id].symbol, now[before.id].source) == (before.symbol, before.source)
        assert after.range == (now[before.id].range if same else before.range)
    assert carry_view(carried, current) == carried


def unlocked(indicator: Indicator) -> Indicator:
    """An indicator as far as it is content: where a hand dragged its scale to is not."""
    return replace(indicator, scale=indicator.scale and replace(indicator.scale, low=None, high=None))


@given(first=moments, last=moments)
def test_undo_does_not_move_the_view(first, last):
    chart = Chart("1", "^HSI", "demo", panes=(Pane("p", 1.0), Pane("q", 0.3)))
    moved = replace(
        chart,
        range=TimeRange(first, last),
        panes=(Pane("p", 0.5, scale=Scale(low=1.0, high=2.0)), Pane("q", 0.5, collapsed=True)),
    )
    before, now = Workspace(1, "", "1", (chart,)), Workspace(1, "", "1", (moved,))
    assert carry_view(before, now).charts == (moved,)
    elsewhere = replace(now, charts=(replace(moved, symbol="9988.HK"),))
    carried = carry_view(before, elsewhere).chart
    assert carried.range is None
    assert carried.panes[0].scale == Scale()  # prices of another instrument
    assert [pane.weight for pane in carried.panes] == [0.5, 0.5]


TWO = Chart("1", "^HSI", "demo", panes=(Pane("p"), Pane("q", indicators=(Indicator("i", "rsi", scale=Scale()),))))
DRAGGED = Scale(low=1.0, high=2.0)


def seen_after_undo(target: Chart, current: Chart) -> Chart:
    return carry_view(Workspace(1, "", "1", (target,)), Workspace(1, "", "1", (current,))).chart


def scales(chart: Chart) -> list[Scale | None]:
    return [*(pane.scale for pane in chart.panes), *(one.scale for pane in chart.panes for one in pane.indicators)]


def dragged(chart: Chart) -> Chart:
    panes = (replace(pane, scale=DRAGGED, indicators=tuple(replace(one, scale=DRAGGED) for one in pane.indicators))
             for pane in chart.panes)  # fmt: skip
    return replace(chart, panes=tuple(panes))


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"style": "line"}, [True, True, True]),
        ({"adjustment": "full"}, [False, False, False]),  # other prices
        ({"source": "yahoo"}, [False, False, False]),
        ({"compare": (Compared("^HSCE", "demo"),)}, [False, True, True]),  # per cent instead of points
    ],
)
def test_undo_leaves_scales_where_a_hand_dragged_them_as_long_as_they_mean_the_same(change, kept):
    found = seen_after_undo(TWO, dragged(replace(TWO, **change)))
    assert scales(found) == [DRAGGED if is_kept else Scale() for is_kept in kept]


def test_a_scale_that_is_given_or_taken_back_is_no_matter_of_the_view():
    bare = replace(TWO, panes=(TWO.panes[0], replace(TWO.panes[1], indicators=(Indicator("i", "rsi"),))))
    assert scales(seen_after_undo(bare, dragged(TWO))) == [DRAGGED, DRAGGED, None]
    assert scales(seen_after_undo(TWO, bare)) == [Scale(), Scale(), Scale()]


def test_undo_leaves_a_pane_that_fills_the_chart_and_a_folded_legend():
    folded = (TWO.panes[0], replace(TWO.panes[1], legend_folded=True))
    current = replace(TWO, style="line", maximised="q", panes=folded)
    assert seen_after_undo(TWO, current) == replace(current, style="candles")
    assert seen_after_undo(replace(TWO, maximised="p"), replace(TWO, style="line")).maximised == ""
    without = replace(TWO, panes=TWO.panes[:1])
    assert seen_after_undo(without, current).maximised == "", "it is gone, so all others are to be seen"
