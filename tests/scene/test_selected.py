"""What the axes say of drawings that are selected."""

from __future__ import annotations

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.document import Anchor, AxisSide, Chart, Drawing, Stroke
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.levels import Levels
from charting.scene.primitives import Group, Primitive, Rects, Tag
from charting.scene.selected import axis_marks
from tests.scene.making import chart, look, series_of, walk

BARS = walk(300)
RED = look().theme.colour("red")


def line(key: str, kind: str, *places: tuple[int, float]) -> Drawing:
    anchors = (Anchor(datetime.datetime.fromtimestamp(int(BARS.time[row]), datetime.UTC), price) for row, price in places)
    return Drawing(key, kind, tuple(anchors), Stroke("red"))


def scene_with(*drawings: Drawing, made: Chart | None = None, counting: bool = False) -> ChartScene:
    view = View(200.0, 300.0, (900, 500), counting=counting)
    return build_chart(made or chart(()), drawings, series_of(BARS), lambda _: None, view, Levels(), look())


def tags(scene: ChartScene, *drawings: Drawing) -> tuple[list[Tag], list[Tag]]:
    """Tags of these drawings on the price axis and on the time axis."""
    found = axis_marks(scene, drawings, look())
    return [tag for tag in on_axis(found) if tag.background == RED], [part for part in found if isinstance(part, Tag)]


def on_axis(found: tuple[Primitive, ...]) -> list[Tag]:
    """All tags of price axes."""
    groups = [part for part in found if isinstance(part, Group)]
    return [tag for part in groups for tag in (*part.items, *on_axis(part.items)) if isinstance(tag, Tag)]


def test_both_ends_of_a_line_are_told_in_its_colour() -> None:
    low, high = float(BARS.low[220]), float(BARS.high[260])
    drawn = line("a", "trend_line", (220, low), (260, high))
    prices, times = tags(scene_with(drawn), drawn)
    assert sorted(tag.text for tag in prices) == sorted(look().formats.price(price, 2) for price in (low, high))
    assert [tag.text for tag in times] == [look().formats.moment(int(BARS.time[row]), BARS.interval) for row in (220, 260)]
    assert {tag.background for tag in (*prices, *times)} == {RED}


def test_they_cover_no_other_tag() -> None:
    close = float(BARS.close[-1])
    drawn = line("a", "trend_line", (220, close), (260, close + 1))
    spans = sorted((tag.rect[1], tag.rect[1] + tag.rect[3]) for tag in on_axis(axis_marks(scene_with(drawn), (drawn,), look())))
    assert len(spans) == 3
    assert (np.diff(np.array(spans).ravel()) >= 0).all()


@given(
    st.lists(st.floats(-60, 60), min_size=1, max_size=5),
    st.lists(st.floats(-60, 60), min_size=2, max_size=2),
    st.sampled_from(["left", "right", "both"]),
)
def test_all_tags_of_the_axis_stand_in_the_order_of_their_prices(lines: list[float], ends: list[float], side: AxisSide) -> None:
    """Lines that have tags of their own, and a selected one between them, all near the last price."""
    close = float(BARS.close[-1])
    levels = [
        replace(line(str(index), "horizontal_line", (220, close + off)), stroke=Stroke("blue")) for index, off in enumerate(lines)
    ]
    drawn = line("a", "trend_line", *((220 + 40 * index, close + off) for index, off in enumerate(ends)))
    scene = scene_with(*levels, drawn, made=replace(chart(()), price_axis=side))
    marks = axis_marks(scene, (drawn,), look())
    for part in marks:
        if isinstance(part, Group):
            assert isinstance(part.items[0], Rects)
            assert part.items[0].array.tolist() == [[round(edge) for edge in part.clip]], "what stood there is gone"
            downwards = sorted(on_axis((part,)), key=lambda tag: tag.rect[1])
            prices = [float(tag.text.replace(",", "")) for tag in downwards]
            assert prices == pytest.approx(sorted(prices, reverse=True), abs=scene.price_pane.viewport.price(0.0) * 0.002)
    assert sum(isinstance(part, Group) for part in marks) == (2 if side == "both" else 1)


def test_the_time_that_is_left_stays_where_it_is() -> None:
    close = float(BARS.close[-1])
    drawn = line("a", "trend_line", (220, close), (260, close + 1))
    scene = scene_with(drawn, counting=True)
    (foot,) = scene.feet
    beside = [tag for tag in tags(scene, drawn)[0] if tag.rect[0] == foot.rect[0]]
    assert beside
    assert all(tag.rect[1] + tag.rect[3] <= foot.rect[1] or tag.rect[1] >= foot.rect[1] + foot.rect[3] for tag in beside)


def test_a_line_that_has_its_tag_already_gets_no_second_one() -> None:
    drawn = line("a", "horizontal_line", (220, float(BARS.close[230])))
    assert tags(scene_with(drawn), drawn)[0] == []


def test_of_many_points_the_ends_are_told_and_out_of_view_none() -> None:
    drawn = line("a", "brush", *((row, float(BARS.close[row])) for row in range(210, 240)))
    prices, times = tags(scene_with(drawn), drawn)
    assert len(prices) == 2
    assert len(times) == 2
    gone = line("b", "trend_line", (10, 1.0), (20, 2.0))
    assert tags(scene_with(gone), gone) == ([], [])


def test_of_many_drawings_the_outermost_points_are_told_highest_first() -> None:
    rows = range(210, 290, 10)
    drawn = [line(str(row), "trend_line", (row, float(BARS.low[row])), (row + 5, float(BARS.high[row + 5]))) for row in rows]
    prices, times = tags(scene_with(*drawn), *drawn)
    ends = [anchor.price for one in drawn for anchor in one.anchors]
    assert [tag.text for tag in sorted(prices, key=lambda tag: tag.rect[1])] == [
        look().formats.price(price, 2) for price in (max(ends), min(ends))
    ]
    assert len(times) == 2
