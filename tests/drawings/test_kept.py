"""What is found out of a drawing once is asked once, and is the same wherever its pane goes."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.document import Drawing, ScaleKind
from charting.core.timeaxis import TimeAxis
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection, Tool, kept
from charting.drawings.geometry import nodes
from charting.drawings.sheet import figures_of, lay_out, points_of, remembered
from charting.drawings.wording import Wording
from tests.drawings.scenes import SCALES, drawn, pane

every_tool = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())


class Shouting(Wording):
    """Numbers as nobody writes them."""

    def number(self, value: float, decimals: int) -> str:
        """A number and a mark."""
        return super().number(value, decimals) + "!"


def elsewhere(space: Projection, kind: ScaleKind, inverted: bool) -> Projection:
    """Another part of the same bars on another scale, with what is remembered of the pane."""
    other = pane("1d", kind, inverted=inverted, low=4600, high=7000)
    window = replace(other.window, first_slot=other.window.first_slot + 7.5, last_slot=other.window.last_slot - 3)
    return replace(other, window=window, axis=space.axis, remembered=space.remembered)


@every_tool
@pytest.mark.parametrize(("kind", "inverted"), SCALES)
def test_what_is_kept_of_a_drawing_does_not_depend_on_what_is_in_view(tool: Tool, kind: ScaleKind, inverted: bool) -> None:
    space = pane("1d")
    for drawing in (drawn(tool, space), replace(drawn(tool, space), name="Name", fill="red", extend_right=True)):
        figures_of(drawing, space)
        there = elsewhere(space, kind, inverted)
        assert figures_of(drawing, there) == figures_of(drawing, replace(there, remembered={}))


@every_tool
def test_what_is_kept_of_a_drawing_does_not_depend_on_the_bars(tool: Tool) -> None:
    space = pane("1d")
    drawing = drawn(tool, space)
    figures_of(drawing, space)
    bars = replace(space.bars, close=space.bars.close * 1.01, volume=space.bars.volume[::-1].copy())
    other = replace(space, table=bars)
    assert figures_of(drawing, other) == figures_of(drawing, replace(other, remembered={}))


def test_it_is_asked_once_for_each_drawing() -> None:
    asked: list[Drawing] = []

    @kept
    def found(drawing: Drawing, _projection: Projection) -> int:
        asked.append(drawing)
        return len(asked)

    space = pane("1d")
    one = drawn(TOOLS["trend_line"], space)
    other = replace(one, name="Other")
    assert [found(one, space), found(other, space), found(one, space), found(other, space)] == [1, 2, 1, 2]
    assert found(one, replace(space, remembered={})) == 3


def test_where_the_points_of_a_stroke_lie_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the sheet, for each frame of a selection, and twice more when it is edited."""
    space, asked, slot = pane("1d"), [], TimeAxis.slot
    stroke = drawn(TOOLS["brush"], space)
    monkeypatch.setattr(TimeAxis, "slot", lambda axis, times: asked.append(np.size(times)) or slot(axis, times))
    sheet = lay_out((stroke,), space)
    points = points_of(stroke, sheet.projection)
    assert points_of(stroke, replace(sheet.projection, window=elsewhere(space, "linear", False).window)) != points
    assert asked == [len(stroke.anchors)]
    points_of(replace(stroke, anchors=stroke.anchors[:3]), sheet.projection)
    assert asked == [len(stroke.anchors), 3]


def test_it_is_found_out_anew_on_another_axis_and_in_another_wording() -> None:
    space = pane("1d")
    sheet = lay_out((drawn(TOOLS["trend_line"], space),), space)
    nodes(sheet.source[0], space)
    assert remembered(sheet, space.axis, space.instrument, space.wording) is space.remembered
    assert not remembered(sheet, pane("1wk").axis, space.instrument, space.wording)
    assert not remembered(sheet, space.axis, space.instrument, Shouting())
    assert not remembered(sheet, space.axis, replace(space.instrument, name="Other"), space.wording)
    assert not remembered(None, space.axis, space.instrument, space.wording)


def test_the_slots_of_many_drawings_are_those_that_each_would_have() -> None:
    space = pane("1d")
    made = tuple(replace(drawn(tool, space), id=f"{number}-{tool.kind}") for number in range(20) for tool in TOOLS.values())
    fresh = replace(space, axis=TimeAxis(space.bars.time, space.bars.interval, space.axis.calendar), remembered={})
    together = lay_out(made, fresh)
    for row in together.rows[:: len(TOOLS) - 1]:
        alone = TimeAxis(space.bars.time, space.bars.interval, space.axis.calendar)
        ((*slots,),) = [one.slots for one in lay_out((row.drawing,), replace(space, axis=alone, remembered={})).rows]
        assert list(row.slots) == slots


def test_however_long_a_drawing_is_dragged_little_is_remembered() -> None:
    """A drag makes a new drawing whenever the pointer moves; what was found out of those before is of no use any more."""
    space = pane("1d")
    dragged, sheet, most = drawn(TOOLS["fib_retracement"], space), None, 0
    for _ in range(1000):
        dragged = replace(dragged)
        known = remembered(sheet, space.axis, space.instrument, space.wording)
        sheet = lay_out((dragged,), replace(space, remembered=known), sheet)
        most = max(most, len(sheet.projection.remembered))
    assert 200 < most < 300
