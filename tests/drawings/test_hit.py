"""What the pointer finds: handles first, then lines, then areas; the nearest, then the uppermost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.drawings.catalogue import TOOLS
from charting.drawings.editing import placed
from charting.drawings.hit import hit, hit_box, near
from charting.drawings.sheet import Sheet, handles, lay_out, points_of
from tests.drawings.scenes import anchor, pane

PANE = pane()


def draw(kind: str, *clicks: tuple[int, float], **fields: object) -> Drawing:
    return replace(placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), PANE), **fields)


def at(slot: float, price: float) -> tuple[float, float]:
    return PANE.plane.x(slot), PANE.plane.y(price)


LINE = draw("trend_line", (10, 5000), (50, 6000))


def test_ends_are_handles_and_the_middle_is_the_body() -> None:
    sheet = lay_out((LINE,), PANE)
    end = hit(sheet, *at(50, 6000))
    assert end is not None
    assert (end.part, end.handle.time, end.handle.price) == ("handle", 1, 1)
    middle = hit(sheet, *at(30, 5500))
    assert middle is not None
    assert (middle.part, middle.handle, middle.movable) == ("body", None, True)
    assert middle.distance == 0


def test_six_pixels_are_near_enough_and_ten_are_not() -> None:
    level = draw("horizontal_line", (10, 5500))
    for ratio in (1.0, 2.0):
        projection = pane(ratio=ratio)
        sheet = lay_out((level,), projection)
        x, y = projection.plane.x(40), projection.plane.y(5500)
        assert hit(sheet, x, y + 5.9 * ratio) is not None
        assert hit(sheet, x, y + 10 * ratio) is None
        assert hit(sheet, x, y + 10 * ratio, 12) is not None


def test_handles_count_for_the_drawings_that_show_them() -> None:
    sheet = lay_out((LINE,), PANE)
    for ids, part in (((), "body"), ((LINE.id,), "handle"), (None, "handle")):
        found = hit(sheet, *at(10, 5000), with_handles=ids)
        assert found is not None
        assert found.part == part


def test_the_nearest_wins_and_of_equals_the_uppermost() -> None:
    above, below = draw("horizontal_line", (10, 5510)), draw("horizontal_line", (10, 5480))
    sheet = lay_out((above, below), PANE)
    assert hit(sheet, *at(40, 5505)).drawing is above
    assert hit(sheet, *at(40, 5485)).drawing is below
    twin = replace(above, id="twin")
    assert hit(lay_out((above, twin), PANE), *at(40, 5510)).drawing is twin


def test_a_line_within_an_area_is_found_before_the_area_that_lies_on_it() -> None:
    zone = draw("rectangle", (5, 4800), (60, 6500))
    sheet = lay_out((LINE, zone), PANE)
    assert hit(sheet, *at(30, 5500)).drawing is LINE
    inside = hit(sheet, *at(20, 6200))
    assert inside is not None
    assert (inside.drawing, inside.part) == (zone, "fill")


def test_hidden_is_never_hit_and_locked_cannot_be_moved() -> None:
    assert hit(lay_out((replace(LINE, hidden=True),), PANE), *at(30, 5500)) is None
    locked = hit(lay_out((replace(LINE, locked=True),), PANE), *at(10, 5000))
    assert locked is not None
    assert (locked.part, locked.movable) == ("body", False)


def test_wide_strokes_are_caught_at_their_edge() -> None:
    bold = replace(draw("horizontal_line", (10, 5500)), stroke=replace(LINE.stroke, width=20.0))
    x, y = at(40, 5500)
    assert hit(lay_out((bold,), PANE), x, y + 15) is not None


def test_a_marquee_takes_what_it_touches() -> None:
    other = draw("trend_line", (60, 7000), (70, 7500))
    sheet = lay_out((LINE, other), PANE)
    assert hit_box(sheet, *at(45, 6100), *at(5, 4900)) == (LINE,)
    assert hit_box(sheet, -100, -100, 5000, 5000) == (LINE, other)
    assert hit_box(sheet, *at(75, 4500), *at(80, 4400)) == ()


def test_a_sheet_takes_over_what_did_not_change() -> None:
    drawings = (LINE, draw("rectangle", (5, 4800), (60, 6500)))
    first = lay_out(drawings, PANE)
    again = lay_out(drawings, PANE, first)
    assert again.rows is first.rows
    moved = (drawings[0], replace(drawings[1], anchors=(anchor(6, 4800), anchor(60, 6500))))
    changed = lay_out(moved, PANE, first)
    assert changed.rows[0] is first.rows[0]
    assert changed.rows[1].slots == (6, 60)
    elsewhere = lay_out(drawings, pane("1wk"), first)
    assert elsewhere.rows[0].slots != first.rows[0].slots


def test_what_is_out_of_view_to_the_side_is_left_out_unless_it_reaches_in() -> None:
    far = replace(PANE, window=replace(PANE.viewport, first_slot=1000.0, last_slot=1100.0))
    ray = draw("ray", (10, 5000), (50, 5001))
    level = draw("horizontal_line", (10, 5500))
    sheet: Sheet = lay_out((LINE, ray, level, draw("pitchfork", (10, 5000), (20, 5200), (30, 5100))), far)
    assert [item.drawing for item in sheet.items] == [ray, level]


def test_a_box_has_eight_handles_that_move_what_they_stand_for() -> None:
    zone = draw("rectangle", (10, 5000), (50, 6000))
    found = {(handle.time, handle.price) for handle in handles(zone, points_of(zone, PANE), PANE)}
    assert found == {(0, 0), (1, 0), (1, 1), (0, 1), (None, 0), (None, 1), (0, None), (1, None)}


@pytest.mark.parametrize("kind", ["polyline", "brush"])
def test_freehand_lines_have_handles_at_their_ends_only(kind: str) -> None:
    points = tuple((10 + index, 5000.0 + index % 7) for index in range(40))
    count = len(handles(draw(kind, *points), points_of(draw(kind, *points), PANE), PANE))
    assert count == (2 if kind == "brush" else 40)


def test_what_a_magnet_may_catch_is_what_is_near() -> None:
    level, far = draw("horizontal_line", (10, 5520)), draw("horizontal_line", (10, 7500))
    sheet = lay_out((LINE, level, far), PANE)
    assert near(sheet, *at(30, 5500)) == (LINE, level)
    assert near(sheet, *at(30, 7510)) == (far,)
    assert near(sheet, *at(30, 6500)) == ()
