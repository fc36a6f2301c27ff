"""Drawings that were laid out further than the pane reaches lie, once the pane is moved, where they would be laid out anew."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, Label
from charting.core.figures import moved as moved_figure
from charting.drawings.catalogue import TOOLS
from charting.drawings.clipping import clipped
from charting.drawings.declaration import Projection, Tool
from charting.drawings.laying import Laid
from charting.drawings.sheet import Sheet, lay_out
from charting.drawings.targets import box_of
from tests.drawings.scenes import drawn, pane

every_tool = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())
ROW = 16
"""Drawings of a tool, from one edge of the pane to the other and beyond, so that all cases there are come up."""


def row_of(tool: Tool, space: Projection) -> tuple[Drawing, ...]:
    """Drawings of a tool beside one another, every other one with a name."""
    made = drawn(tool, space)
    found = []
    for number in range(ROW):
        at = (number - 4) * 5
        stamps = space.axis.stamps
        anchors = tuple(
            replace(one, time=type(one.time).fromtimestamp(int(stamps(slot, slot)[0]), one.time.tzinfo))
            for one in made.anchors
            for slot in (round(space.slot(one)) + at,)
        )
        name = "Name" if number % 2 else ""
        found.append(replace(made, id=f"{number}", anchors=anchors, name=name, extend_right=made.extend_right or number % 5 == 0))
    return tuple(found)


def moved(space: Projection, pixels: float) -> Projection:
    """The pane so many pixels further to the right."""
    view = space.window
    slots = pixels / view.slot_width
    window = replace(view, first_slot=view.first_slot + slots, last_slot=view.last_slot + slots)
    return replace(space, window=window)


def panned(drawings: tuple[Drawing, ...], space: Projection, pixels: float) -> Sheet:
    """The sheet after the pane was moved by a few pixels first, and then so far."""
    begun = lay_out(drawings, space)
    assert not begun.laying.beyond
    first = lay_out(drawings, moved(space, 3), begun)
    assert first.laying.beyond
    return lay_out(drawings, moved(space, pixels), first)


def seen(item: Laid, space: Projection) -> tuple[Figure, ...]:
    """What of a drawing lies within the pane's edges."""
    view = space.window
    return clipped(item.figures, replace(space.plane, left=view.left, right=view.right))


def assert_alike(found: Laid, wanted: Laid, space: Projection) -> None:
    ratio = space.plane.pixel_ratio
    figures, expected = seen(found, space), seen(wanted, space)
    assert box_of(figures, ratio) == pytest.approx(box_of(expected, ratio), abs=1e-4)
    texts, others = ([one for one in items if isinstance(one, Label)] for items in (figures, expected))
    assert [(one.text, one.horizontal, one.vertical) for one in texts] == [
        (one.text, one.horizontal, one.vertical) for one in others
    ]
    for one, other in zip(texts, others, strict=True):
        assert one.at == pytest.approx(other.at, abs=1e-4)
    assert [point[0] for point in found.points] == pytest.approx([point[0] for point in wanted.points], abs=1e-4)


@every_tool
@pytest.mark.parametrize("pixels", [-150.0, 140.0])
@pytest.mark.parametrize("kind", ["linear", "log"])
def test_a_moved_sheet_is_the_one_that_would_be_laid_out_there(tool: Tool, pixels: float, kind: str) -> None:
    space = pane(kind=kind)
    drawings = row_of(tool, space)
    found = panned(drawings, space, pixels)
    assert found.by == 3 - pixels
    wanted = {item.drawing.id: item for item in lay_out(drawings, moved(space, pixels)).items}
    assert wanted
    for item in found.items:
        other = wanted.pop(item.drawing.id, None)
        if other is None:
            assert not seen(item, moved(space, pixels))
        else:
            assert_alike(item, other, moved(space, pixels))
    assert not wanted


@every_tool
@pytest.mark.parametrize("pixels", [-140.0, 60.0])
def test_every_text_is_painted_once_with_the_shapes_or_above_them(tool: Tool, pixels: float) -> None:
    space = pane()
    found = panned(row_of(tool, space), space, pixels)
    moving = [moved_figure(one, found.by) for one in found.laying.figures if isinstance(one, Label)]
    shown = [one for item in found.items for one in item.figures if isinstance(one, Label)]
    within = [one for one in (*moving, *found.held_texts) if clipped((one,), found.projection.plane)]
    wanted = [one for one in shown if clipped((one,), found.projection.plane)]
    assert sorted((one.text, round(one.at[0]), round(one.at[1])) for one in within) == sorted(
        (one.text, round(one.at[0]), round(one.at[1])) for one in wanted
    )
    assert len(found.text_boxes) == len(moving) + len(found.held_texts)


def test_what_changes_more_than_the_place_across_is_laid_out_anew() -> None:
    space = pane()
    drawings = row_of(TOOLS["trend_line"], space)
    first = lay_out(drawings, moved(space, 3), lay_out(drawings, space))
    assert lay_out(drawings, moved(space, 9), first).laying is first.laying
    there = moved(space, 9)
    scale = there.window.scale
    for other in (
        moved(space, 400),  # further than was laid out
        moved(space, 9.4),  # by a part of a pixel
        replace(there, window=replace(there.window, scale=replace(scale, high=scale.high + 1))),
        replace(there, window=replace(there.window, height=there.window.height + 1)),
        replace(there, window=replace(there.window, last_slot=there.window.last_slot + 1)),
        replace(there, axis=replace(there.axis, bar_times=there.axis.bar_times.copy())),
    ):
        assert lay_out(drawings, other, first).laying is not first.laying
    assert lay_out(drawings[1:], there, first).laying is not first.laying
    assert lay_out(drawings, there, first, ("layer",)).laying is not first.laying


def test_few_drawings_and_a_pane_that_rests_are_laid_out_no_further_than_it_reaches() -> None:
    space = pane()
    drawings = row_of(TOOLS["trend_line"], space)
    begun = lay_out(drawings, space)
    assert not lay_out(drawings, replace(space), begun).laying.beyond
    few = lay_out(drawings[8:11], space)
    assert not lay_out(drawings[8:11], moved(space, 5), few).laying.beyond


def test_what_would_be_for_nothing_is_not_laid_out_further_than_the_pane_reaches() -> None:
    """Where it is zoomed, or prices or the bars that drawings read move as well, the next frame may lay all out again."""
    space = pane()
    lines, profiles = row_of(TOOLS["trend_line"], space), row_of(TOOLS["volume_profile"], space)
    there, table = moved(space, 5), space.table.slice(0, len(space.table))
    traded = replace(there, table=table)

    def beyond(drawings: tuple[Drawing, ...], now: Projection, before: Projection = space) -> float:
        return lay_out(drawings, now, lay_out(drawings, before)).laying.beyond

    assert beyond(lines, there) == beyond(lines, traded) == beyond(profiles, there) == 160
    assert beyond(profiles, traded) == 0
    window = there.window
    for other in (
        replace(window, last_slot=window.last_slot + 1),
        replace(window, last_slot=window.last_slot - 1),
        replace(window, scale=replace(window.scale, high=window.scale.high + 1)),
    ):
        assert beyond(lines, replace(there, window=other)) == 0
    for width, wanted in ((479, 0), (481, 160)):
        narrow = replace(space, window=replace(space.window, width=width))
        assert beyond(lines, moved(narrow, 5), narrow) == wanted
    fine = pane(ratio=2.0)
    assert beyond(lines, moved(fine, 5), fine) == 320
