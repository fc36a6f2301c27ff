"""Dragging: handles follow the magnet, bodies whole bars, drawings of one point their own price."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.drawings.catalogue import TOOLS
from charting.drawings.dragging import Dragging
from charting.drawings.editing import placed
from charting.drawings.hit import hit
from charting.drawings.sheet import lay_out
from charting.drawings.snapping import Surroundings
from tests.drawings.scenes import anchor, bars, pane

PANE = pane()


def draw(kind: str, *clicks: tuple[int, float]) -> Drawing:
    return placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), PANE)


def at(slot: float, price: float) -> tuple[float, float]:
    return PANE.plane.x(slot), PANE.plane.y(price)


def grab(drawing: Drawing, slot: float, price: float, **keys: bool) -> Dragging:
    point = at(slot, price)
    found = hit(lay_out((drawing,), PANE), *point)
    assert found is not None
    dragging = Dragging.begin(found, point, **keys)
    assert dragging is not None
    return dragging


LINE = draw("trend_line", (10, 5000), (50, 6000))


def test_a_handle_follows_the_pointer_to_the_magnet() -> None:
    high = float(bars("1d").high[40])
    x, y = at(40, high)
    moved, caught = grab(LINE, 50, 6000).to((x, y - 3), PANE, "weak")
    assert caught is not None
    assert (moved.anchors[1].price, moved.anchors[1].field) == (high, "high")
    assert moved.anchors[0] == LINE.anchors[0]


def test_a_handle_that_was_caught_beside_its_middle_does_not_jump() -> None:
    x, y = at(50, 6000)
    sheet = lay_out((LINE,), PANE)
    found = hit(sheet, x + 4, y + 3)
    assert found is not None
    dragging = Dragging.begin(found, (x + 4, y + 3))
    assert dragging is not None
    moved, _ = dragging.to((x + 4, y + 3), PANE)
    assert moved.anchors == LINE.anchors


def test_a_body_moves_by_whole_bars_and_with_shift_along_one_axis() -> None:
    dragging = grab(LINE, 30, 5500)
    moved, caught = dragging.to(at(33.4, 5600), PANE)
    assert caught is None
    assert [(PANE.slot(each), each.price) for each in moved.anchors] == [(13, pytest.approx(5100)), (53, pytest.approx(6100))]
    level, _ = dragging.to(at(40, 5520), PANE, constrain=True)
    assert [each.price for each in level.anchors] == [5000, 6000]


def test_ctrl_drags_a_copy_away() -> None:
    copy, _ = grab(LINE, 30, 5500, cloning=True).to(at(33, 5600), PANE)
    assert copy.id != LINE.id


def test_a_horizontal_line_is_its_price_and_follows_the_magnet() -> None:
    level = draw("horizontal_line", (10, 5500))
    high = float(bars("1d").high[40])
    x, y = at(40, high)
    dragging = grab(level, 40, 5500)
    moved, caught = dragging.to((x, y - 3), PANE, "weak")
    assert caught is not None
    assert (moved.anchors[0].price, moved.anchors[0].time) == (high, level.anchors[0].time)
    free, _ = dragging.to(at(41, 5432.1987), PANE)
    assert free.anchors[0].price == 5432.2


def test_a_drawing_is_not_caught_by_itself() -> None:
    level = draw("horizontal_line", (10, 5500))
    around = Surroundings(drawings=(level,))
    moved, caught = grab(level, 60, 5500).to(at(60, 5503), PANE, "weak", around)
    assert caught is not None
    assert caught.caught is None or caught.caught.what != "drawing"
    assert moved.id == level.id


def test_a_ray_moved_by_its_body_keeps_its_bar_under_it() -> None:
    ray = draw("horizontal_ray", (10, 5500))
    moved, _ = grab(ray, 60, 5500).to(at(62, 5600), PANE)
    assert (PANE.slot(moved.anchors[0]), moved.anchors[0].price) == (12, pytest.approx(5600))


def test_a_vertical_line_moves_across_only() -> None:
    upright = draw("vertical_line", (10, 5500))
    moved, _ = grab(upright, 10, 7000).to(at(14.2, 4500), PANE)
    assert (PANE.slot(moved.anchors[0]), moved.anchors[0].price) == (14, 5500)


def test_shift_holds_the_angle_against_the_other_end() -> None:
    moved, _ = grab(LINE, 50, 6000).to(at(48, 5030), PANE, constrain=True)
    assert moved.anchors[1].price == 5000


def test_what_is_locked_stays() -> None:
    locked = replace(LINE, locked=True)
    found = hit(lay_out((locked,), PANE), *at(30, 5500))
    assert found is not None
    assert Dragging.begin(found, at(30, 5500)) is None


def test_shift_makes_a_square_of_a_box_by_any_corner() -> None:
    zone = draw("rectangle", (20, 5000), (50, 6000))
    for slot, price in ((50, 6000), (50, 5000), (20, 6000)):
        moved, _ = grab(zone, slot, price).to(at(slot + 3, price + 40), PANE, constrain=True)
        (x0, y0), (x1, y1) = (PANE.point(each) for each in moved.anchors)
        assert abs(x1 - x0) == pytest.approx(abs(y1 - y0), abs=0.1)
