"""What is left out before it is laid out shows nothing, and thousands of drawings elsewhere are left out."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Label, Point, Segment
from charting.core.scales import PriceScale
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection, Tool
from charting.drawings.editing import placed
from charting.drawings.sheet import figures_of, lay_out
from charting.drawings.targets import box_of
from tests.drawings.scenes import SCALES, anchor, drawn, pane
from tests.drawings.test_every_tool import every_tool

FAR = [kind for kind in TOOLS if kind not in ("brush", "highlighter")]


def somewhere(chance: random.Random) -> Projection:
    """A view of any part of time, before, among and after the bars, at any height, on any scale."""
    kind, inverted = chance.choice(SCALES)
    projection = pane(kind=kind, inverted=inverted)
    first = chance.choice((chance.uniform(-600, 500), 0.0))
    low = chance.choice((100.0, 2000.0, 5000.0, 5000.0, 8000.0, 20_000.0)) * chance.uniform(0.9, 1.1)
    view = projection.viewport
    scale = PriceScale(low, low * chance.choice((1.05, 1.5, 4.0)), kind, inverted, view.scale.base)
    last = first + chance.choice((5.0, 60.0, 300.0))
    return replace(projection, window=replace(view, first_slot=first, last_slot=last, scale=scale))


def shows(drawing: Drawing, projection: Projection) -> bool:
    """Whether a drawing has anything on the pane itself, without the margin around it."""
    view = projection.viewport
    for figure in figures_of(drawing, projection):
        left, top, right, bottom = box_of((figure,), 1.0)
        if left < view.right and right > view.left and top < view.bottom and bottom > view.top:
            return True
    return False


@every_tool
def test_whatever_shows_is_laid_out(tool: Tool) -> None:
    chance = random.Random(tool.kind)
    shown = 0
    for _ in range(60):
        interp = chance.choice(("linear", "log"))
        drawing = replace(drawn(tool), interp=interp, extend_left=chance.random() < 0.5, extend_right=chance.random() < 0.5)
        if chance.random() < 0.3:
            drawing = replace(drawing, anchors=tuple(reversed(drawing.anchors)))
        projection = somewhere(chance)
        if shows(drawing, projection):
            shown += 1
            assert lay_out((drawing,), projection).items
    assert shown


@every_tool
def test_what_is_left_out_of_view_is_not_asked(tool: Tool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A year's distance from the view, with every line running past it far above or below."""
    if tool.kind in ("anchored_vwap", "vertical_line", "regression_channel", "dated_note", "disjoint_channel"):
        return  # these have something at any height, or follow the bars, or have an area between lines that part
    projection = pane(low=50, high=60)
    view = projection.viewport
    apart = replace(projection, window=replace(view, first_slot=90_000.0, last_slot=90_100.0))
    drawing = replace(drawn(tool), extend_right=tool.beyond is not None)
    sheet = lay_out((drawing,), apart)
    assert sheet.items == ()
    asked: list[Point] = []
    row = sheet.rows[0]
    watched = replace(row, tool=replace(row.tool, figures=lambda *_: asked.append((0, 0)) or ()))
    lay_out((drawing,), apart, replace(sheet, rows=(watched,)))
    assert asked == []


def test_thousands_of_lines_elsewhere_cost_nothing() -> None:
    chance = random.Random(5)
    projection = pane()
    drawings = []
    for index in range(len(FAR) * 20):
        tool = TOOLS[FAR[index % len(FAR)]]
        count = tool.anchors if tool.max_anchors <= tool.anchors else 4
        begin = chance.randrange(0, 20_000)
        days = sorted(begin + day for day in chance.sample(range(40), count))
        anchors = tuple(anchor(day, chance.uniform(4000, 8000)) for day in days)
        drawings.append(replace(placed(tool, anchors, projection), extend_right=True))
    laid = {id(item.drawing) for item in lay_out(drawings, projection).items}
    assert {id(one) for one in drawings if shows(one, projection)} <= laid
    assert len(laid) < len(drawings) / 5


def test_an_extended_line_is_found_as_soon_as_it_comes_into_view() -> None:
    """The edge of the table's sums: a line that only just enters the pane at its corner."""
    line = replace(drawn(TOOLS["trend_line"]), extend_left=True, extend_right=True)
    projection = pane()
    view = projection.viewport
    seen = 0
    for low in range(10_000, 20_000, 50):
        scale = PriceScale(float(low), low * 1.02)
        there = replace(projection, window=replace(view, first_slot=200.0, last_slot=210.0, scale=scale))
        found = figures_of(line, there)
        assert bool(lay_out((line,), there).items) == bool(found)
        assert all(isinstance(figure, Segment | Label) for figure in found)
        seen += bool(found)
    assert 0 < seen < 30
