"""Edits of the scales of panes and of indicators."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Chart, Indicator, Pane, Scale, Workspace, carry_view
from charting.core.scale_edits import edit_scale, free_scales, rescaled

RSI = Indicator("rsi", "rsi")
CHART = Chart("1", "^HSI", "demo", panes=(Pane("price", indicators=(RSI, Indicator("sma", "sma"))), Pane("other")))
BEFORE = Workspace(1, "", "1", (CHART,))
LOCKED = Scale("log", low=10.0, high=90.0)


def test_a_pane_and_an_indicator_of_it_have_scales_apart() -> None:
    pane = rescaled(BEFORE, "1", "price", "", LOCKED)
    assert pane.chart.panes[0].scale == LOCKED
    assert pane.chart.panes[0].indicators is BEFORE.chart.panes[0].indicators
    own = rescaled(BEFORE, "1", "price", "rsi", LOCKED)
    assert own.chart.panes[0].indicators == (replace(RSI, scale=LOCKED), CHART.panes[0].indicators[1])
    assert own.chart.panes[0].scale == Scale()
    assert own.chart.panes[1] is CHART.panes[1]


def test_an_edit_begins_with_what_is_there_and_without_effect_changes_nothing() -> None:
    seen: list[Scale] = []

    def turned(scale: Scale) -> Scale:
        seen.append(scale)
        return replace(scale, inverted=not scale.inverted)

    once = edit_scale(BEFORE, "1", "price", "rsi", turned)
    twice = edit_scale(once, "1", "price", "rsi", turned)
    assert seen == [Scale(), Scale(inverted=True)]
    assert twice.chart.panes[0].indicators[0].scale == Scale()
    assert edit_scale(twice, "1", "price", "rsi", lambda scale: scale) is twice
    assert edit_scale(BEFORE, "1", "price", "", lambda scale: scale) is BEFORE
    assert edit_scale(BEFORE, "1", "price", "none", turned) is BEFORE


def test_undo_leaves_a_scale_dragged_by_hand_and_takes_its_kind_back() -> None:
    linear = rescaled(BEFORE, "1", "price", "rsi", Scale())
    dragged = rescaled(linear, "1", "price", "rsi", Scale(low=1.0, high=2.0))
    assert carry_view(linear, dragged) == dragged
    log = rescaled(linear, "1", "price", "rsi", LOCKED)
    assert carry_view(linear, log) == linear


def test_all_scales_of_a_chart_are_let_go_and_keep_their_kinds() -> None:
    held = rescaled(rescaled(BEFORE, "1", "price", "rsi", LOCKED), "1", "other", "", LOCKED)
    free = free_scales(held, "1").chart.panes
    assert (free[0].indicators[0].scale, free[1].scale) == (Scale("log"), Scale("log"))
    assert free[0].indicators[1] == Indicator("sma", "sma")  # which has none of its own still
    assert free_scales(BEFORE, "1") is BEFORE
