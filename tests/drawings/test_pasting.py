"""Pasted drawings: new, beside what they were copied from, and where the chart shows prices."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from msgspec.structs import replace

from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Tool
from charting.drawings.pasting import ASIDE, BELOW, pasted, set_aside
from charting.drawings.sheet import lay_out
from tests.drawings.scenes import drawn, pane
from tests.drawings.test_every_tool import every_tool

PANE = pane()


@every_tool
def test_a_copy_stands_aside_from_what_it_is_a_copy_of(tool: Tool) -> None:
    drawing = replace(drawn(tool), locked=True, hidden=True, name="Neckline")
    (copy,) = pasted((drawing,), (drawing,), PANE)
    assert copy.id != drawing.id
    assert (copy.locked, copy.hidden, copy.name, copy.stroke) == (False, False, "Neckline", drawing.stroke)
    if tool.kind == "horizontal_line":  # which is the same line wherever its point stands
        assert copy.anchors[0].price < drawing.anchors[0].price
    else:
        slots = [[PANE.axis.slot(anchor.time.timestamp()) for anchor in one.anchors] for one in (drawing, copy)]
        assert slots[1] == pytest.approx([slot + ASIDE for slot in slots[0]])
    (elsewhere,) = pasted((drawing,), (), PANE)
    assert elsewhere.anchors == drawing.anchors


@every_tool
def test_no_copy_lies_on_another(tool: Tool) -> None:
    """Pasted three times, there are three copies to be seen; what is painted of each differs."""
    drawing = drawn(tool)
    present = [drawing]
    for _ in range(3):
        present += pasted((drawing,), present, PANE)
    assert len({one.anchors for one in present}) == 4
    if tool.kind != "horizontal_line":
        first = [PANE.slot(one.anchors[0]) for one in present]
        assert first == pytest.approx([first[0] + ASIDE * step for step in range(4)])
    if tool.kind not in ("regression_channel", "anchored_vwap", "volume_profile"):  # these stand where the bars do
        shown = [lay_out((one,), PANE).items[0].figures for one in present]
        assert all(one != other for one, other in combinations(shown, 2))


def test_copies_are_put_aside_together() -> None:
    line, box = (drawn(TOOLS[kind]) for kind in ("trend_line", "rectangle"))
    copies = pasted((line, box), (line,), PANE)
    for copy, drawing in zip(copies, (line, box), strict=True):
        slots = [[PANE.slot(anchor) for anchor in one.anchors] for one in (drawing, copy)]
        assert slots[1] == pytest.approx([slot + ASIDE for slot in slots[0]])


def test_a_price_without_a_place_further_down_stays() -> None:
    line = drawn(TOOLS["horizontal_line"])
    beyond = replace(line, anchors=(replace(line.anchors[0], price=math.inf),))
    assert set_aside((beyond,), (beyond,), PANE)[0].anchors == beyond.anchors


@every_tool
def test_on_another_instrument_a_copy_keeps_its_changes_in_percent(tool: Tool) -> None:
    other = pane(low=80, high=160)
    drawing = drawn(tool)
    (copy,) = pasted((drawing,), (), other)
    assert [anchor.time for anchor in copy.anchors] == [anchor.time for anchor in drawing.anchors]
    prices = [anchor.price for anchor in copy.anchors]
    assert all(80 < price < 160 for price in prices)
    shares = [anchor.price / drawing.anchors[0].price for anchor in drawing.anchors]
    assert [price / prices[0] for price in prices] == pytest.approx(shares, rel=2e-3)
    if tool.kind not in ("regression_channel", "anchored_vwap", "volume_profile"):  # these stand where the bars do
        assert lay_out((copy,), other).items


def test_a_copy_at_another_price_is_snapped_to_no_bar() -> None:
    """Its points would follow the highs and lows of bars that they do not stand at."""
    line, level = (drawn(TOOLS[kind]) for kind in ("trend_line", "horizontal_line"))
    line, level = (replace(one, anchors=tuple(replace(anchor, field="high") for anchor in one.anchors)) for one in (line, level))
    copies = (*pasted((line,), (), pane(low=80, high=160)), *pasted((level,), (level,), PANE))
    assert [anchor.field for copy in copies for anchor in copy.anchors] == [None] * 3


def test_several_copies_keep_their_places_to_each_other() -> None:
    drawings = tuple(drawn(TOOLS[kind]) for kind in ("trend_line", "horizontal_line", "rectangle"))
    copies = pasted(drawings, (), pane(low=80, high=160))
    factors = [
        new.price / old.price
        for copy, drawing in zip(copies, drawings, strict=True)
        for new, old in zip(copy.anchors, drawing.anchors, strict=True)
    ]
    assert factors == pytest.approx([factors[0]] * len(factors), rel=2e-3)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_copies_of_a_level_stand_below_each_other_as_far_as_a_hand_can_tell(ratio: float) -> None:
    scene = pane(low=5000, high=6000)
    scene = replace(scene, window=replace(scene.window, pixel_ratio=ratio), remembered={})
    present = [drawn(TOOLS["horizontal_line"], scene)]
    for _ in range(3):
        present += pasted((present[0],), present, scene)
    heights = [scene.plane.y(one.anchors[0].price) for one in present]
    assert heights == pytest.approx([heights[0] + BELOW * ratio * step for step in range(4)], abs=0.1)


def test_a_copy_of_which_a_part_is_in_view_stays_where_it_was_drawn() -> None:
    line = drawn(TOOLS["trend_line"])
    high, low = (replace(one, price=price) for one, price in zip(line.anchors, (6000.0, 100.0), strict=True))
    line = replace(line, anchors=(high, low))
    assert pasted((line,), (), pane(low=5500, high=6500))[0].anchors == line.anchors
    assert pasted((line,), (), pane(low=6000, high=6500))[0].anchors == line.anchors, "its edge is in view, too"


def test_a_drawing_on_a_penny_stock_comes_into_view_like_any_other() -> None:
    line = drawn(TOOLS["trend_line"])
    line = replace(line, anchors=tuple(replace(one, price=price) for one, price in zip(line.anchors, (0.25, 0.4), strict=True)))
    found = [one.price for one in pasted((line,), (), pane(low=80, high=160))[0].anchors]
    assert 80 < found[0] < found[1] < 160
    assert found[1] / found[0] == pytest.approx(1.6, rel=1e-3)


@pytest.mark.parametrize("prices", [(-1.0, 5.0), (0.0, 5.0), (0.0, 0.0), (-5.0, -1.0)])
def test_some_prices_without_a_logarithm_leave_all_as_they_are(prices: tuple[float, float]) -> None:
    line = drawn(TOOLS["trend_line"])
    line = replace(line, anchors=tuple(replace(one, price=price) for one, price in zip(line.anchors, prices, strict=True)))
    assert pasted((line,), (), pane(low=80, high=160))[0].anchors == line.anchors


def test_where_no_price_in_the_middle_is_above_zero_copies_are_as_they_were() -> None:
    line = drawn(TOOLS["trend_line"])
    assert pasted((line,), (), pane(low=-100, high=50))[0].anchors == line.anchors


def test_prices_without_a_logarithm_stay_as_they_are() -> None:
    drawing = drawn(TOOLS["trend_line"])
    below = replace(drawing, anchors=tuple(replace(anchor, price=-anchor.price) for anchor in drawing.anchors))
    (copy,) = pasted((below,), (), pane(low=80, high=160))
    assert copy.anchors == below.anchors
    assert pasted((), (), PANE) == ()
