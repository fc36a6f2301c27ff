"""Drawings keep their meaning over splits and on other bases of adjustment, whichever their tool, and come back unharmed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.adjustment import NO_ADJUSTMENTS, Action, Adjustments, adjusted_bars, adjustments_of
from charting.core.document import Anchor, Basis, Drawing
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection, Tool
from charting.drawings.editing import clone, move_anchor, move_body, nudge, placed
from charting.drawings.hit import hit
from charting.drawings.remapping import Remapping, as_drawn, on_basis
from charting.drawings.sheet import figures_of, lay_out
from tests.drawings.scenes import CLICKS, anchor, bars, drawn, pane

BASES: tuple[Basis, ...] = ("raw", "split", "full")
TIMES = bars("1d").time

actions = st.lists(
    st.builds(
        lambda row, kind, value: Action(int(TIMES[row]), kind, value if kind == "split" else 100 * value),
        st.integers(1, len(TIMES) - 1),
        st.sampled_from(("split", "dividend")),
        st.sampled_from((0.1, 0.5, 1.5, 2.0, 3.0)),
    ),
    max_size=4,
    unique_by=lambda action: (action.time, action.kind),
).map(tuple)
bases = st.sampled_from(BASES)


def known(actions: Sequence[Action]) -> Adjustments:
    return adjustments_of(bars("1d"), None, actions)


def projection_on(adjustments: Adjustments, basis: Basis) -> Projection:
    """A pane of bars on a basis, as the scene makes it."""
    table = adjusted_bars(bars("1d"), adjustments, basis)
    low, high = float(np.nanmin(table.low)), float(np.nanmax(table.high))
    return replace(pane(low=low / 2, high=high * 2), table=table, basis=basis, as_of=adjustments.known_until, remembered={})


def at_closes(tool: Tool, projection: Projection) -> Drawing:
    """A drawing of a tool with all its points on closes."""
    count = len(CLICKS) if tool.max_anchors > tool.anchors else tool.anchors
    points = (anchor(day, float(projection.bars.close[day])) for day, _ in CLICKS[:count])
    return placed(tool, tuple(points), projection)


def prices(drawing: Drawing) -> list[float]:
    return [one.price for one in drawing.anchors]


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.kind)
@settings(max_examples=6)
@given(told=actions, basis=bases, shown_on=bases)
def test_every_tool_stays_on_its_bars_and_comes_back_bit_for_bit(
    tool: Tool, told: tuple[Action, ...], basis: Basis, shown_on: Basis
) -> None:
    adjustments = known(told)
    projection = projection_on(adjustments, basis)
    drawing = at_closes(tool, projection)
    assert drawing.basis == basis
    assert drawing.as_of == adjustments.known_until
    shown = on_basis(drawing, adjustments, shown_on)
    if basis == shown_on:
        assert shown is drawing
    factors = [adjustments.factor(one.time.timestamp(), basis, adjustments.as_of, shown_on) for one in drawing.anchors]
    expected = [price * factor for price, factor in zip(prices(drawing), factors, strict=True)]
    assert prices(shown) == pytest.approx(expected, rel=1e-12)
    assert [one.time for one in shown.anchors] == [one.time for one in drawing.anchors]
    other = projection_on(adjustments, shown_on)
    for one, old in zip(shown.anchors, drawing.anchors, strict=True):
        row = int(projection.slot(old))
        if 0 <= row < len(TIMES) and old.price == projection.bars.close[row]:
            assert one.price == pytest.approx(other.bars.close[row], rel=1e-12)
    assert figures_of(shown, other) or not figures_of(drawing, projection)
    assert as_drawn(shown, drawing, adjustments, shown_on) == drawing


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.kind)
@settings(max_examples=6)
@given(told=actions, basis=bases, shown_on=bases, index=st.integers(0, 7))
def test_what_a_hand_does_where_a_drawing_is_shown_is_what_it_sees_afterwards(
    tool: Tool, told: tuple[Action, ...], basis: Basis, shown_on: Basis, index: int
) -> None:
    adjustments = known(told)
    drawing = at_closes(tool, projection_on(adjustments, basis))
    shown, projection = on_basis(drawing, adjustments, shown_on), projection_on(adjustments, shown_on)
    index %= len(drawing.anchors)
    target = anchor(5, float(projection.bars.high[5]))
    for changed in (
        move_anchor(shown, index, target, projection),
        move_body(shown, 3, 0.0, projection),
        nudge(shown, 0, 5, projection),
        replace(shown, name="Neckline"),
    ):
        kept = as_drawn(changed, drawing, adjustments, shown_on)
        assert (kept.basis, kept.as_of, kept.name) == (drawing.basis, drawing.as_of, changed.name)
        again = on_basis(kept, adjustments, shown_on)
        assert prices(again) == pytest.approx(prices(changed), rel=1e-12)
        for one, old, here, there in zip(kept.anchors, drawing.anchors, changed.anchors, shown.anchors, strict=False):
            if here == there:
                assert one == old


@given(actions, bases, st.sampled_from((0.5, 2.0, 10.0)))
def test_a_split_that_comes_later_takes_every_point_along(told: tuple[Action, ...], basis: Basis, value: float) -> None:
    then = known(told)
    split = Action(int(TIMES[-1]) + 86_400 * 3, "split", value)
    now = known((*told, split))
    future = Anchor(datetime.fromtimestamp(split.time + 86_400 * 30, UTC), 6000.0)
    drawing = Drawing("a", "trend_line", (anchor(10, 5000.0), future), basis=basis, as_of=then.known_until)
    shown = on_basis(drawing, now, basis)
    before, after = (one / old for one, old in zip(prices(shown), prices(drawing), strict=True))
    assert after == pytest.approx(1 / value)
    assert before == pytest.approx(1.0 if basis == "raw" else 1 / value)
    assert on_basis(shown, now, basis) is shown, "what has been remapped is not remapped again"
    for points in ((shown.anchors[0], replace(shown.anchors[1], price=4321.0)), (*shown.anchors, shown.anchors[0])):
        changed = replace(shown, anchors=points)
        kept = as_drawn(changed, drawing, now, basis)
        assert kept.as_of == then.known_until, "its prices are still those of then"
        assert prices(on_basis(kept, now, basis)) == pytest.approx(prices(changed), rel=1e-12)


@given(actions, bases)
def test_a_drawing_of_before_bases_were_kept_stays_as_it_was(told: tuple[Action, ...], shown_on: Basis) -> None:
    old = Drawing("a", "trend_line", (anchor(10, 5000.0), anchor(40, 6000.0)))
    adjustments = known(told)
    assert on_basis(old, adjustments, "split") is old
    fresh = replace(old, as_of=adjustments.known_until)
    assert prices(on_basis(old, adjustments, shown_on)) == prices(on_basis(fresh, adjustments, shown_on))


def test_without_dividends_and_splits_nothing_is_remapped() -> None:
    drawing = drawn(TOOLS["trend_line"])
    for basis in BASES:
        assert on_basis(drawing, NO_ADJUSTMENTS, basis) is drawing
        assert as_drawn(drawing, drawing, NO_ADJUSTMENTS, basis) is drawing


def test_tags_hits_and_prices_over_time_are_of_what_is_shown() -> None:
    adjustments = known((Action(int(TIMES[50]), "split", 2.0),))
    line = at_closes(TOOLS["horizontal_line"], projection_on(adjustments, "raw"))
    remapping = Remapping(adjustments, "split")
    projection = projection_on(adjustments, "split")
    (shown,) = remapping.shown((line,))
    assert shown.anchors[0].price == line.anchors[0].price / 2
    sheet = lay_out((shown,), projection)
    found = hit(sheet, 300.0, projection.plane.y(line.anchors[0].price / 2))
    assert found is not None
    assert found.drawing is shown


def test_what_did_not_change_stays_the_same_object() -> None:
    adjustments = known((Action(int(TIMES[50]), "split", 2.0),))
    remapping = Remapping(adjustments, "raw")
    first = tuple(replace(drawn(TOOLS["trend_line"]), as_of=adjustments.known_until) for _ in range(3))
    shown = remapping.shown(first)
    assert remapping.shown(first) is shown
    second = (first[0], replace(first[1], name="other"), first[2])
    again = remapping.shown(second)
    assert again[0] is shown[0]
    assert again[2] is shown[2]
    assert again[1].name == "other"
    own = Remapping(adjustments, "split")
    assert own.shown(first) is first
    mixed = (first[0], replace(first[1], basis="raw"))
    assert own.shown(mixed) == (first[0], on_basis(mixed[1], adjustments, "split"))
    assert own.shown(mixed)[0] is first[0]
    assert own.shown(mixed)[1] != mixed[1]


def test_new_drawings_and_changed_ones_are_told_apart() -> None:
    adjustments = known((Action(int(TIMES[50]), "split", 2.0),))
    remapping = Remapping(adjustments, "split")
    line = Drawing("a", "trend_line", (anchor(10, 5000.0), anchor(60, 6000.0)), basis="raw", as_of=adjustments.known_until)
    shown = remapping.of(line)
    copy = clone(shown)
    changed, new = remapping.drawn([replace(shown, name="x"), copy], (line,))
    assert changed == replace(line, name="x")
    assert new is copy
    assert new.basis == "split"
    older = replace(line, as_of=datetime(2020, 1, 1, tzinfo=UTC))
    fresh = remapping.anew(older)
    assert (fresh.basis, fresh.as_of) == ("split", adjustments.known_until)
