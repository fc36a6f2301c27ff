from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import given, settings

from charting.core import edits
from charting.core.document import Anchor, Chart, Drawing, Indicator, Level, Pane, Workspace
from tests.core.documents import SYMBOLS, content_edits, moments, workspaces

SMA, MACD = Indicator("sma", "sma"), Indicator("macd", "macd")
WORKSPACE = Workspace(
    1,
    "",
    "1",
    (
        Chart("1", "^HSI", "demo", panes=(Pane("p", indicators=(SMA,)), Pane("q", indicators=(MACD,)))),
        Chart("2", "9988.HK", "demo", panes=(Pane("p"),)),
    ),
)


@settings(max_examples=40)
@given(workspace=workspaces(), edit=content_edits())
def test_an_edit_shares_what_it_leaves(workspace, edit):
    """Views compare by identity: a part that is another object must be one that changed."""
    edited = edit(workspace)
    assert edited.watchlist is workspace.watchlist
    assert edited.layout is workspace.layout
    for symbol in SYMBOLS:
        before, after = workspace.drawings.get(symbol), edited.drawings.get(symbol)
        assert before is after or before != after
    for before, after in zip(workspace.charts, edited.charts, strict=True):
        kept = {pane.id: pane for pane in before.panes}
        for pane in after.panes:
            old = kept.get(pane.id)
            assert pane is old or pane != old


@settings(max_examples=40)
@given(workspace=workspaces(), edit=content_edits())
def test_an_edit_changes_nothing_in_place(workspace, edit):
    before = msgspec.json.encode(workspace)
    edit(workspace)
    assert msgspec.json.encode(workspace) == before


def test_edits_without_effect_return_the_same_workspace():
    assert edits.set_chart(WORKSPACE, "1", symbol="^HSI") is WORKSPACE
    assert edits.set_chart(WORKSPACE, "9", symbol="9988.HK") is WORKSPACE
    assert edits.edit_pane(WORKSPACE, "1", "x", lambda pane: msgspec.structs.replace(pane, weight=9.0)) is WORKSPACE
    assert edits.remove_indicator(WORKSPACE, "1", "x") is WORKSPACE
    assert edits.replace_indicator(WORKSPACE, "1", Indicator("x", "sma")) is WORKSPACE
    assert edits.replace_indicator(WORKSPACE, "1", Indicator("sma", "sma")) is WORKSPACE
    assert edits.remove_drawings(WORKSPACE, "^HSI", {"x"}) is WORKSPACE
    assert edits.add_drawings(WORKSPACE, "^HSI", ()) is WORKSPACE


def test_an_indicator_goes_over_the_bars_or_into_a_pane_of_its_own():
    rsi = Indicator("rsi", "rsi")
    over = edits.add_indicator(WORKSPACE, "1", rsi, own_pane=False).chart
    assert over.panes[0].indicators == (SMA, rsi)
    assert over.panes[1] is WORKSPACE.chart.panes[1]
    below = edits.add_indicator(WORKSPACE, "1", rsi, own_pane=True).chart
    assert below.panes[:2] == WORKSPACE.chart.panes
    assert below.panes[2].indicators == (rsi,)
    assert below.panes[2].weight < below.price_pane.weight, "the bars keep most of the height"


def test_an_indicator_leaves_those_beside_it():
    rsi = Indicator("rsi", "rsi")
    both = edits.add_indicator(WORKSPACE, "1", rsi, own_pane=False)
    left = edits.remove_indicator(both, "1", "sma").chart.panes
    assert left[0].indicators == (rsi,)
    assert left[1] is both.chart.panes[1]
    macd, average = both.chart.panes[1].indicators[0], Indicator("average", "sma")
    shared = edits.set_chart(both, "1", panes=(left[0], Pane("q", 0.3, (macd, average))))
    assert edits.remove_indicator(shared, "1", "macd").chart.panes[1] == Pane("q", 0.3, (average,))


def test_the_last_indicator_takes_its_pane_with_it_but_not_that_of_the_bars():
    assert [pane.id for pane in edits.remove_indicator(WORKSPACE, "1", "macd").chart.panes] == ["p"]
    assert [pane.id for pane in edits.remove_indicator(WORKSPACE, "1", "sma").chart.panes] == ["p", "q"]


def test_a_pane_that_filled_the_chart_alone_does_so_no_more_when_it_is_gone():
    alone = edits.set_chart(WORKSPACE, "1", maximised="q")
    assert edits.remove_indicator(alone, "1", "macd").chart.maximised == ""
    assert edits.remove_indicator(alone, "1", "sma").chart.maximised == "q"


def test_a_new_pane_is_seen_although_another_filled_the_chart():
    alone = edits.set_chart(WORKSPACE, "1", maximised="p")
    rsi = Indicator("rsi", "rsi")
    assert edits.add_indicator(alone, "1", rsi, own_pane=True).chart.maximised == ""
    assert edits.add_indicator(alone, "1", rsi, own_pane=False).chart.maximised == "p"


def test_an_indicator_is_replaced_in_its_place():
    changed = Indicator("macd", "macd", {"fast": 5})
    edited = edits.replace_indicator(WORKSPACE, "1", changed)
    assert edited.chart.panes[1].indicators == (changed,)
    assert edited.chart.panes[0] is WORKSPACE.chart.panes[0]
    assert edited.charts[1] is WORKSPACE.charts[1]


@given(moment=moments)
def test_drawings_are_added_replaced_and_removed_by_id(moment):
    one, two = (Drawing(name, "trend-line", (Anchor(moment, 1.0),)) for name in "ab")
    drawn = edits.add_drawings(WORKSPACE, "^HSI", (one, two))
    assert drawn.drawings == {"^HSI": (one, two)}
    thick = msgspec.structs.replace(one, name="neckline")
    changed = edits.replace_drawings(drawn, "^HSI", (thick,))
    assert changed.drawings["^HSI"] == (thick, two)
    assert changed.drawings["^HSI"][1] is two
    assert edits.remove_drawings(changed, "^HSI", {"a", "b"}).drawings == {}


@given(moment=moments)
def test_locked_drawings_stay(moment):
    locked = Drawing("a", "trend-line", (Anchor(moment, 1.0),), locked=True)
    drawn = edits.add_drawings(WORKSPACE, "^HSI", (locked,))
    assert edits.remove_drawings(drawn, "^HSI", {"a"}) is drawn


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@given(moment=moments)
def test_numbers_that_no_file_can_hold_are_not_taken_in(bad, moment):
    sound = Drawing("a", "trend-line", (Anchor(moment, 1.0),))
    drawn = edits.add_drawings(WORKSPACE, "^HSI", (sound,))
    broken = msgspec.structs.replace(sound, anchors=(Anchor(moment, bad),))
    assert edits.replace_drawings(drawn, "^HSI", (broken,)) is drawn
    assert edits.add_drawings(WORKSPACE, "^HSI", (broken,)) is WORKSPACE
    for level in (bad, Level(bad)):
        levels = msgspec.structs.replace(sound, parameters={"levels": [0.5, level]})
        assert edits.replace_drawings(drawn, "^HSI", (levels,)) is drawn
    others = tuple(msgspec.structs.replace(sound, id=name) for name in "bcd")
    together = edits.add_drawings(drawn, "^HSI", others)
    moved = tuple(msgspec.structs.replace(one, note="moved") for one in others)
    found = edits.replace_drawings(together, "^HSI", (broken, *moved)).drawings["^HSI"]
    assert found == (sound, *moved), "what was changed with it is taken in"
