"""What holds for each tool in the list, whatever it draws."""

from __future__ import annotations

import itertools
import math

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.codec import decode, decode_drawings, encode, encode_drawings
from charting.core.document import VERSION, Anchor, Chart, Drawing, Pane, Workspace
from charting.core.figures import Ellipse, Figure, Label, Polygon, Polyline, Segment, label_box
from charting.drawings.catalogue import TOOLS, lines_at, price_at, tool_of
from charting.drawings.declaration import Projection, Tool
from charting.drawings.editing import clone, move_anchor, move_body, move_handle, placed, price_shift
from charting.drawings.hit import hit
from charting.drawings.sheet import figures_of, handles, lay_out, points_of
from tests.drawings.scenes import INTERVALS, SCALES, anchor, bars, drawn, pane, with_gaps

every_tool = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())


def corners(figures: tuple[Figure, ...]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for figure in figures:
        match figure:
            case Segment(start, end):
                found += [start, end]
            case Polyline(points) | Polygon(points):
                found += points
            case Ellipse((x, y), rx, ry):
                found += [(x - rx, y - ry), (x + rx, y + ry)]
            case Label(at):
                found.append(at)
    return found


def assert_paintable(figures: tuple[Figure, ...], projection: Projection) -> None:
    for x, y in corners(figures):
        assert math.isfinite(x)
        assert math.isfinite(y)
        assert max(abs(x), abs(y)) < 20_000


@every_tool
def test_declaration_is_complete(tool: Tool) -> None:
    assert tool.title
    assert tool.group
    assert tool.hint
    assert tool.icon
    assert tool.kind == tool.kind.lower().replace(" ", "_")
    assert tool.anchors >= 1
    assert tool_of(tool.makes).makes == tool.makes
    names = [parameter.name for parameter in tool.parameters]
    assert len(names) == len(set(names))


@every_tool
def test_goes_to_a_file_and_back(tool: Tool) -> None:
    drawing = drawn(tool)
    chart = Chart("c", "HSTECH.HK", "demo", panes=(Pane("p"),))
    workspace = Workspace(VERSION, "W", "c", (chart,), {"HSTECH.HK": (drawing,)})
    assert decode(encode(workspace)) == workspace
    assert decode_drawings(encode_drawings((drawing,))) == (drawing,)


@every_tool
def test_is_shown(tool: Tool) -> None:
    projection = pane()
    figures = figures_of(drawn(tool), projection)
    assert figures
    assert_paintable(figures, projection)


@every_tool
def test_paintable_on_every_scale(tool: Tool) -> None:
    for (kind, inverted), interp, left, right in itertools.product(SCALES, ("linear", "log"), (False, True), (False, True)):
        projection = pane(kind=kind, inverted=inverted)
        figures = figures_of(replace(drawn(tool), interp=interp, extend_left=left, extend_right=right), projection)
        assert figures
        assert_paintable(figures, projection)


@every_tool
def test_shown_on_every_interval(tool: Tool) -> None:
    """And none of them touches the anchors: back on the first one all is as it was, bit for bit."""
    drawing = drawn(tool)
    before = msgspec.json.encode(drawing)
    shown = figures_of(drawing, pane())
    for code in INTERVALS:
        assert figures_of(drawing, pane(code)), code
    assert msgspec.json.encode(drawing) == before
    assert figures_of(drawing, pane()) == shown


@every_tool
def test_twice_the_pixels_show_the_same(tool: Tool) -> None:
    drawing = drawn(tool)
    once, twice = pane(), pane(ratio=2.0)
    for one, two in zip(points_of(drawing, once), points_of(drawing, twice), strict=True):
        assert two == pytest.approx((one[0] * 2, one[1] * 2))
    first, second = figures_of(drawing, once), figures_of(drawing, twice)
    assert [type(figure) for figure in first] == [type(figure) for figure in second]
    for one, two in zip(first, second, strict=True):
        assert getattr(one, "stroke", None) == getattr(two, "stroke", None)
        if isinstance(one, Label) and isinstance(two, Label):
            assert two.at == pytest.approx((one.at[0] * 2, one.at[1] * 2), abs=1e-6)


@every_tool
def test_missing_prices_do_no_harm(tool: Tool) -> None:
    projection = replace(pane(), table=with_gaps(bars("1d")))
    assert_paintable(figures_of(drawn(tool), projection), projection)
    empty = replace(pane(), table=bars("1d").slice(0, 0))
    assert_paintable(figures_of(drawn(tool), empty), empty)


@every_tool
def test_beyond_the_bars(tool: Tool) -> None:
    """Before the first bar and after the last one anchors keep their distances in bars."""
    for days in (-400, -30, 40, 900):
        beyond(drawn(tool), days)


def beyond(drawing: Drawing, days: int) -> None:
    projection = pane()
    moved = move_body(drawing, days, 0.0, projection)
    slots = [projection.axis.slot(each.time.timestamp()) for each in drawing.anchors]
    assert [projection.axis.slot(each.time.timestamp()) for each in moved.anchors] == pytest.approx([s + days for s in slots])
    assert_paintable(figures_of(moved, projection), projection)
    view = projection.viewport
    there = replace(projection, window=replace(view, first_slot=view.first_slot + days, last_slot=view.last_slot + days))
    assert figures_of(moved, there)


@every_tool
@pytest.mark.parametrize("days", [(-90, -60), (-30, -1), (500, 530)], ids=["long before", "just before", "after"])
def test_lines_wholly_beside_the_bars_have_prices_or_none(tool: Tool, days: tuple[int, int]) -> None:
    projection = pane()
    count = max(tool.anchors, 2)
    places = np.linspace(*days, count).round().astype(int).tolist()
    anchors = tuple(anchor(day, 5000.0 + 100 * index) for index, day in enumerate(places))[: tool.anchors]
    drawing = placed(tool, anchors, projection)
    slots = np.arange(len(projection.bars), dtype=np.float64)
    assert all(len(prices) == len(slots) for prices in lines_at(drawing, slots, projection).values())


@every_tool
def test_extreme_values_do_no_harm(tool: Tool) -> None:
    drawing = drawn(tool)
    projection = pane()
    for price in (0.0, -5.0, 1e-12, 1e12, 1e300):
        for interp in ("linear", "log"):
            for index in range(len(drawing.anchors)):
                anchors = list(drawing.anchors)
                anchors[index] = Anchor(anchors[index].time, price)
                odd = replace(drawing, anchors=tuple(anchors), interp=interp)
                for kind in ("linear", "log"):
                    assert_paintable(figures_of(odd, pane(kind=kind)), projection)


@every_tool
def test_points_on_top_of_each_other_do_no_harm(tool: Tool) -> None:
    drawing = drawn(tool)
    same = replace(drawing, anchors=(drawing.anchors[0],) * len(drawing.anchors), extend_left=True, extend_right=True)
    upright = replace(drawing, anchors=tuple(Anchor(drawing.anchors[0].time, each.price) for each in drawing.anchors))
    level = replace(drawing, anchors=tuple(Anchor(each.time, 5500.0) for each in drawing.anchors))
    for odd in (same, upright, level, replace(upright, extend_left=True), replace(level, extend_right=True)):
        for kind in ("linear", "log"):
            projection = pane(kind=kind)
            assert_paintable(figures_of(odd, projection), projection)
            lay_out((odd,), projection)
            price_at(odd, np.array([5.0, 10.0, 20.0]), projection)


@every_tool
def test_previews_with_fewer_points(tool: Tool) -> None:
    drawing = drawn(tool)
    projection = pane()
    for count in range(1, len(drawing.anchors)):
        part = replace(drawing, anchors=drawing.anchors[:count])
        assert_paintable(figures_of(part, projection), projection)
        handles(part, points_of(part, projection), projection)
        price_at(part, np.array([20.0]), projection)
        lines_at(part, np.array([20.0]), projection)
        if count < tool.anchors:  # such a file is shown too, so that it can be deleted
            assert lay_out((part,), projection).items


@every_tool
def test_wrong_parameters_do_no_harm(tool: Tool) -> None:
    """A file from elsewhere may hold anything: what does not fit counts as the default."""
    for value in (True, 3, -1e9, 1e9, "?", "", [], ["a", 0.5], [1e9, -1e9]):
        odd = replace(drawn(tool), parameters={parameter.name: value for parameter in tool.parameters})
        projection = pane()
        assert_paintable(figures_of(odd, projection), projection)


@every_tool
def test_hit_on_every_figure(tool: Tool) -> None:
    for ratio in (1.0, 2.0):
        hit_on_every_figure(drawn(tool), ratio)


def hit_on_every_figure(drawing: Drawing, ratio: float) -> None:
    projection = pane(ratio=ratio)
    sheet = lay_out((drawing,), projection)
    for figure in figures_of(drawing, projection):
        for x, y in on(figure, ratio):
            for dx, dy in ((0, 0), (2 * ratio, 0), (0, -2 * ratio)):
                found = hit(sheet, x + dx, y + dy)
                assert found is not None
                assert found.drawing is drawing


def on(figure: Figure, ratio: float) -> list[tuple[float, float]]:
    """Points that a figure certainly shows."""
    match figure:
        case Segment(start, end):
            return [((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)]
        case Polyline(points):
            return [points[0], points[len(points) // 2], points[-1]]
        case Polygon(points, _, _, stroke):
            return [points[0]] if stroke is not None else []
        case Ellipse((x, y), rx, ry):
            return [(x + rx, y), (x, y - ry)]
        case Label():
            left, top, right, bottom = label_box(figure, ratio)
            return [((left + right) / 2, (top + bottom) / 2)]


@every_tool
def test_no_hit_far_away(tool: Tool) -> None:
    projection = pane()
    drawing = drawn(tool)
    sheet = lay_out((drawing,), projection)
    boxes = sheet.boxes
    left, top, right, bottom = boxes[0]
    for x, y in ((left - 10, top - 10), (right + 10, bottom + 10)):
        assert hit(sheet, x, y, with_handles=()) is None


@every_tool
def test_hidden_is_not_hit_and_locked_is_not_movable(tool: Tool) -> None:
    projection = pane()
    drawing = drawn(tool)
    x, y = (
        handles(drawing, points_of(drawing, projection), projection)[0].at
        if tool.handles is None
        else on_any(drawing, projection)
    )
    assert hit(lay_out((replace(drawing, hidden=True),), projection), x, y) is None
    found = hit(lay_out((replace(drawing, locked=True),), projection), x, y, 12)
    assert found is None or (found.part != "handle" and not found.movable)


def on_any(drawing: Drawing, projection: Projection) -> tuple[float, float]:
    return next(point for figure in figures_of(drawing, projection) for point in on(figure, 1.0))


@every_tool
def test_moving_there_and_back(tool: Tool) -> None:
    projection = pane()
    drawing = drawn(tool)
    there = move_body(drawing, 7, price_shift(drawing, 5000, 5250), projection)
    back = move_body(there, -7, price_shift(drawing, 5250, 5000), projection)
    assert [each.time for each in back.anchors] == [each.time for each in drawing.anchors]
    assert [each.price for each in back.anchors] == pytest.approx([each.price for each in drawing.anchors])
    assert replace(there, anchors=drawing.anchors) == drawing


@every_tool
def test_moving_keeps_the_form_on_its_own_scale(tool: Tool) -> None:
    for kind in ("linear", "log"):
        projection = pane(kind=kind)
        drawing = drawn(tool, projection)
        moved = move_body(drawing, 5, price_shift(drawing, 5000, 5500), projection)
        before, after = points_of(drawing, projection), points_of(moved, projection)
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(before, after, strict=True)]
        assert [step for pair in steps for step in pair] == pytest.approx(list(steps[0]) * len(steps), abs=1e-6)


@every_tool
def test_points_can_be_moved_one_by_one(tool: Tool) -> None:
    projection = pane()
    drawing = drawn(tool)
    for index in range(len(drawing.anchors)):
        target = anchor(45 + index, 6111.5)
        moved = move_anchor(drawing, index, target, projection)
        slot = np.array([45.0 + index])
        extended = replace(moved, extend_left=True, extend_right=True)
        through = [float(prices[0]) for prices in lines_at(extended, slot, projection).values()]
        assert any(price == pytest.approx(target.price) for price in (moved.anchors[index].price, *through))
        assert moved.id == drawing.id
        assert len(moved.anchors) == len(drawing.anchors)
    for handle in handles(drawing, points_of(drawing, projection), projection):
        moved = move_handle(drawing, handle, anchor(45, 6111.5), projection)
        assert moved != drawing
        assert figures_of(moved, projection)


@every_tool
def test_a_clone_is_another_drawing_of_the_same_look(tool: Tool) -> None:
    drawing = replace(drawn(tool), locked=True)
    copy = clone(drawing)
    assert copy.id != drawing.id
    assert not copy.locked
    assert replace(copy, id=drawing.id, locked=True) == drawing


@every_tool
def test_prices_are_on_the_line_that_is_shown(tool: Tool) -> None:
    """Wherever ``price_at`` knows a price, the drawing is under the pointer there."""
    for kind in ("linear", "log"):
        projection = pane(kind=kind)
        drawing = drawn(tool, projection)
        sheet = lay_out((drawing,), projection)
        slots = np.arange(12.0, 75.0, 3.5)
        for prices in (price_at(drawing, slots, projection), *lines_at(drawing, slots, projection).values()):
            assert prices.shape == slots.shape
            for slot, price in zip(slots, prices, strict=True):
                if 4000 < price < 8000:
                    assert hit(sheet, projection.plane.x(slot), projection.plane.y(float(price)), 3) is not None


@every_tool
def test_prices_begin_and_end_with_the_drawing(tool: Tool) -> None:
    """Of what does not run on: a price from its first bar to its last, and none beside, but where it is extended."""
    if tool.reach is not None:
        return
    projection = pane()
    drawing = drawn(tool)
    along = drawing.anchors if tool.group == "Patterns" else drawing.anchors[:2]
    ends = min(map(projection.slot, along)), max(map(projection.slot, along))
    slots = np.array([ends[0] - 0.1, ends[0], sum(ends) / 2, ends[1], ends[1] + 0.1])
    for left, right in ((False, False), (True, False), (False, True)):
        extended = replace(drawing, extend_left=left, extend_right=right)
        runs_on = tool.kind not in ("volume_profile", "gann_box", "long_position", "short_position")
        known = [left and runs_on, True, True, True, right and runs_on]
        for name, prices in lines_at(extended, slots, projection).items():
            assert np.isfinite(prices).tolist() == known, name
