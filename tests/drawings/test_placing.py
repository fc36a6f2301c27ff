"""Placing by clicks, by a drag, freehand and by keys."""

from __future__ import annotations

import pytest

from charting.core.document import Anchor
from charting.drawings.catalogue import TOOLS
from charting.drawings.placing import Placing
from charting.drawings.sheet import points_of
from charting.drawings.snapping import unsnapped
from tests.drawings.scenes import anchor, pane

PANE = pane()
Place = tuple[int, float]


def at(place: Place) -> tuple[Anchor, tuple[float, float]]:
    return anchor(*place), (PANE.plane.x(place[0]), PANE.plane.y(place[1]))


def click(placing: Placing, place: Place, **keys: bool) -> Placing:
    placing = placing.moved(*at(place), PANE, **keys)
    return placing.pressed(*at(place), PANE, **keys).released(*at(place), PANE, **keys)


def drag(placing: Placing, start: Place, end: Place, **keys: bool) -> Placing:
    return placing.pressed(*at(start), PANE, **keys).moved(*at(end), PANE, **keys).released(*at(end), PANE, **keys)


A, B, C = (10, 5000.0), (30, 6000.0), (40, 5500.0)


def test_two_clicks_make_a_line() -> None:
    placing = click(Placing(TOOLS["trend_line"]), A)
    assert not placing.done
    placing = click(placing, B)
    assert placing.done
    assert placing.drawing(PANE).anchors == (anchor(*A), anchor(*B))


def test_so_does_one_drag() -> None:
    placing = drag(Placing(TOOLS["trend_line"]), A, B)
    assert placing.done
    assert placing.drawing(PANE).anchors == (anchor(*A), anchor(*B))


def test_a_drag_and_a_click_make_a_channel() -> None:
    placing = click(drag(Placing(TOOLS["parallel_channel"]), A, B), C)
    assert placing.done
    assert len(placing.drawing(PANE).anchors) == 3


def test_a_point_set_by_a_later_click_stands_where_the_button_was_let_go() -> None:
    placing = drag(click(Placing(TOOLS["trend_line"]), A), B, C)
    assert placing.done
    assert placing.drawing(PANE).anchors == (anchor(*A), anchor(*C))


def test_one_point_tools_stand_where_the_button_was_let_go() -> None:
    placing = Placing(TOOLS["horizontal_line"]).pressed(*at(A), PANE)
    assert not placing.done
    placing = placing.moved(*at(B), PANE).released(*at(B), PANE)
    assert placing.done
    assert placing.drawing(PANE).anchors == (anchor(*B),)


def test_the_preview_follows_the_pointer() -> None:
    placing = Placing(TOOLS["parallel_channel"])
    assert placing.preview(PANE) is None
    placing = placing.moved(*at(A), PANE)
    assert placing.preview(PANE).anchors == (anchor(*A),)
    placing = click(placing, A).moved(*at(B), PANE)
    assert placing.preview(PANE).anchors == (anchor(*A), anchor(*B))
    placing = click(placing, B).moved(*at(C), PANE)
    preview = placing.preview(PANE)
    assert preview is not None
    assert (preview.id, len(preview.anchors)) == ("preview", 3)


def test_escape_steps_back_and_then_puts_the_tool_away() -> None:
    placing = click(click(Placing(TOOLS["parallel_channel"]), A), B)
    back = placing.stepped_back()
    assert back is not None
    assert back.anchors == (anchor(*A),)
    again = back.stepped_back()
    assert again is not None
    assert again.anchors == ()
    assert again.stepped_back() is None


def test_a_second_click_on_the_same_place_makes_no_line_of_no_length() -> None:
    placing = click(click(Placing(TOOLS["trend_line"]), A), A)
    assert not placing.done
    assert click(placing, B).done


def test_a_drag_back_to_where_it_began_waits_for_another_click() -> None:
    placing = Placing(TOOLS["trend_line"]).pressed(*at(A), PANE).moved(*at(B), PANE).moved(*at(A), PANE).released(*at(A), PANE)
    assert not placing.done
    assert click(placing, B).done


def test_shift_holds_the_angle() -> None:
    placing = click(click(Placing(TOOLS["trend_line"]), A), (30, 5010.0), constrain=True)
    assert placing.drawing(PANE).anchors[1].price == 5000


def test_a_polyline_ends_with_a_double_click_or_enter() -> None:
    placing = Placing(TOOLS["polyline"])
    for place in (A, B, C, (50, 5800.0)):
        placing = click(placing, place)
        assert not placing.done
    assert placing.finished().done
    twice = click(placing, (50, 5800.0))
    assert twice.done
    assert len(twice.drawing(PANE).anchors) == 4
    assert not Placing(TOOLS["polyline"]).finished().done


def test_a_click_on_its_first_point_closes_a_polyline() -> None:
    placing = Placing(TOOLS["polyline"])
    for place in (A, B, C):
        placing = click(placing, place)
    placing = click(placing, A)
    assert placing.done
    drawing = placing.drawing(PANE)
    assert drawing.anchors[0] == drawing.anchors[-1]
    assert len(drawing.anchors) == 4


def test_a_brush_follows_the_hand_between_bars() -> None:
    way = [(300.0 + 4 * step, 400.0 - step % 9) for step in range(60)]
    placing = Placing(TOOLS["brush"]).pressed(unsnapped(way[0], PANE), way[0], PANE)
    for place in way[1:]:
        placing = placing.moved(unsnapped(place, PANE), place, PANE)
        placing = placing.moved(unsnapped(place, PANE), place, PANE)  # a pointer that stands still adds nothing
    placing = placing.released(unsnapped(way[-1], PANE), way[-1], PANE)
    assert placing.done
    drawing = placing.drawing(PANE)
    assert len(drawing.anchors) == 60
    for point, place in zip(points_of(drawing, PANE), way, strict=True):
        assert point == pytest.approx(place, abs=0.01)


def test_a_click_with_the_brush_draws_nothing() -> None:
    place = (300.0, 400.0)
    placing = Placing(TOOLS["brush"]).pressed(unsnapped(place, PANE), place, PANE).released(unsnapped(place, PANE), place, PANE)
    assert not placing.done
    assert placing.anchors == ()


def test_keys_alone_place_a_line() -> None:
    placing = Placing(TOOLS["trend_line"]).entered(anchor(*A), PANE)
    assert not placing.done
    placing = placing.entered(anchor(*B), PANE)
    assert placing.done


@pytest.mark.parametrize("kind", TOOLS)
def test_every_tool_can_be_placed_by_clicks(kind: str) -> None:
    tool = TOOLS[kind]
    if tool.freehand:
        return
    placing = Placing(tool)
    for step in range(tool.anchors):
        placing = click(placing, (10 + 6 * step, 5000.0 + 350 * (step % 3)))
        assert step == tool.anchors - 1 or placing.preview(PANE) is not None
    if tool.max_anchors:
        placing = placing.finished()
    assert placing.done
    drawing = placing.drawing(PANE)
    assert drawing.kind == tool.makes
